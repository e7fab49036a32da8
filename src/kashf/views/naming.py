"""What a name that the ledger counts under is called in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain import known_places
from kashf.ledger import Named
from kashf.views.lens import best_name, known_name
from kashf.views.texts import shown
from kashf.views.words import Words

__all__ = ["Called", "name_of", "place_called"]


@dataclass(frozen=True, slots=True)
class Called:
    """A name as it is shown. `kind`: `name` of somebody or something known, or `words` that reports use."""

    label: str
    kind: str
    entity: str | None = None


def name_of(named: Named | None, words: Words) -> Called:
    """What a name is called: an entity or place by the name that suits the language, else as a report in it says."""
    if named is None:
        return Called("?", "words")
    place = place_called(named.place, words) if named.place else None
    if place:
        return Called(place, "name", named.entity.id if named.entity else None)
    if named.entity is not None:
        own = known_name(named.entity, words.code) or best_name((named.entity.name, *named.entity.names), words.code)
        return Called(shown(own), "name", named.entity.id)
    told = named.names.get(words.code) or next(iter(named.names.values()), "?")
    return Called(shown(told) or "?", "words")


def place_called(key: str, words: Words) -> str | None:
    """The name of a place that is known by name; None where there is none of that key."""
    place = next((place for place in known_places() if place.key == key), None)
    return next(iter(place.names.get(words.code, ())), place.name) if place else None
