"""Screening: who of a list may be who of what was read, with the score and the reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.names.comparing import Comparison, Evidence
from kashf.names.index import Hit, NameIndex
from kashf.names.list_index import ListIndex
from kashf.names.parts import alternatives, take_apart
from kashf.records import Entity, Listed, content_id
from kashf.records.spans import MentionKind
from kashf.text.folding import search_key

__all__ = [
    "LIKELY",
    "NAMED",
    "SCREENED",
    "ListMatch",
    "Match",
    "ScreeningOptions",
    "judged_by_kind",
    "pair_id",
    "screen",
    "screen_names",
]

SCREENED: frozenset[MentionKind] = frozenset({"person", "group", "organisation", "facility", "unknown"})
"""The kinds of entities that lists are about."""
LIKELY = 0.8
"""From this score on a match of an entry and an entity is a hit: above that of comparing two names, since each name is
held against many. Of the 108 pairs of the UN's list of 2018 and the names of 57 reports that scored 0.5 or more, 22
scored so much, and 11 of these were one for certain; of the 86 below, three."""
NAMED = 0.7
"""The same for a name in a text, where its parts stand side by side."""
WEAK = 0.75
"""What a match with a name that the list itself calls weak is worth of one with a good name. Set by hand, so that it is
shown only to who asks for it by a lower threshold."""
KINDS_APART = 0.71
"""The same for a person against a body. Readers of reports and of lists take kinds wrongly now and then."""
BYNAME = 0.85
"""The same for «أبو ...» alone: four entries of the United Nations list of 2018 had a byname in common with two men of
the reports of seed and dev, and nothing else."""
_MAYBE_ABU = re.compile(r"\b(?:[ae]b|[أاإآ]ب|[аэ]б)", re.IGNORECASE)
_BODIES = frozenset({"group", "organisation", "facility"})
_WEAK = Evidence("weak_alias", 1.0, 0.0, "The list calls this name weak: many others bear it too.")
_BYNAME = Evidence("byname_alone", 1.0, 0.0, "It is a byname alone, which many people have.")
_APART = Evidence("kinds_apart", 1.0, 0.0, "One is a person, the other a body.")


@dataclass(frozen=True, slots=True)
class ScreeningOptions:
    """From which score (0 to 1) on a match counts, and how many are told of one entry at most."""

    threshold: float = LIKELY
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Match:
    """An entry of a list and an entity that it may be: by which name of the list, by which of the entity's."""

    entry: Listed
    entity: Entity
    listed_as: str
    named_as: str
    comparison: Comparison

    @property
    def score(self) -> float:
        """How likely the two are one, 0 to 1."""
        return self.comparison.score

    @property
    def pair(self) -> str:
        """An id of the two, whatever else is known of them."""
        return pair_id(self.entry, self.entity.id)


def pair_id(entry: Listed, other: str) -> str:
    """An id for an entry and what it is held against."""
    return content_id("h", entry.key, search_key(entry.name), other)


def screen(
    entries: Sequence[Listed],
    entities: Iterable[Entity],
    options: ScreeningOptions | None = None,
    indexed: Callable[[Sequence[Listed]], ListIndex] = ListIndex,
) -> Mapping[str, tuple[Match, ...]]:
    """For each entry (by its key) that has any the entities it may be, the likeliest first.

    Whichever side is the larger is indexed and the other's names are looked up in it; `indexed` gives the entries'
    index.
    """
    options = options or ScreeningOptions()
    screened = sorted((entity for entity in entities if entity.kind in SCREENED), key=lambda entity: -entity.mentions)
    best: dict[tuple[str, str], Match] = {}
    if len(entries) <= len(screened):
        matches = _by_entry(entries, screened, options)
    else:
        matches = _by_entity(indexed(entries), screened, options)
    for match in matches:
        pair = match.entry.key, match.entity.id
        if match.score >= options.threshold and (pair not in best or match.score > best[pair].score):
            best[pair] = match
    return _gathered(best.values(), options.limit)


def _gathered(matches: Iterable[Match], limit: int) -> Mapping[str, tuple[Match, ...]]:
    gathered: dict[str, list[Match]] = {}
    for match in sorted(matches, key=lambda match: (-match.score, -match.entity.mentions, match.entity.id)):
        gathered.setdefault(match.entry.key, []).append(match)
    return {key: tuple(several[:limit]) for key, several in gathered.items()}


def _by_entry(entries: Sequence[Listed], entities: Sequence[Entity], options: ScreeningOptions) -> Iterator[Match]:
    index = NameIndex((entity, _entity_names(entity), entity.kind) for entity in entities)
    sought = [(entry, name) for entry in entries for name in (*entry.names, *entry.weak)]
    found = index.find_all((name for _, name in sought), limit=options.limit, threshold=options.threshold)
    for (entry, name), hits in zip(sought, found, strict=True):
        for hit in hits:
            comparison = judged_by_kind(hit.comparison, entry, name, hit.key.kind)
            yield Match(entry, hit.key, name, hit.name, comparison)


def _by_entity(index: ListIndex, entities: Sequence[Entity], options: ScreeningOptions) -> Iterator[Match]:
    sought = [(entity, name) for entity in entities for name in _entity_names(entity)]
    found = index.find_all((name for _, name in sought), limit=options.limit, threshold=options.threshold)
    for (entity, name), hits in zip(sought, found, strict=True):
        for entry, hit in hits:
            comparison = judged_by_kind(hit.comparison, entry, hit.name, entity.kind)
            yield Match(entry, entity, hit.name, name, comparison)


def _entity_names(entity: Entity) -> tuple[str, ...]:
    """All names an entity goes by, its best one first."""
    return tuple(dict.fromkeys((entity.name, *entity.names)))


def judged_by_kind(found: Comparison, entry: Listed, name: str, kind: str) -> Comparison:
    """A comparison after what is known beside the names: a weak name counts less, and so do a byname alone and a person
    for a body."""
    features, score = found.features, found.score
    if any(name in (weak, *alternatives(weak)) for weak in entry.weak):
        features, score = (_WEAK, *features), score * WEAK
    if entry.kind == "person" and kind == "person" and _is_byname(name):
        features, score = (_BYNAME, *features), score * BYNAME
    if (entry.kind == "person" and kind in _BODIES) or (kind == "person" and entry.kind in _BODIES):
        features, score = (_APART, *features), score * KINDS_APART
    return found if score == found.score else replace(found, score=score, features=features)


def _is_byname(name: str) -> bool:
    """Whether a name is «أبو» and one name more, no family name."""
    if not _MAYBE_ABU.search(name):
        return False
    named = [part for part in take_apart(name, "person").parts if part.group != "titles"]
    return len(named) == 1 and named[0].prefix == "abu"


@dataclass(frozen=True, slots=True)
class ListMatch:
    """An entry of a list that a name may be: by which name of the list, by which of the name's spellings."""

    entry: Listed
    listed_as: str
    named_as: str
    comparison: Comparison


def screen_names(
    names: Sequence[Listed], lists: Iterable[ListIndex], options: ScreeningOptions | None = None
) -> Mapping[str, tuple[ListMatch, ...]]:
    """For each of some names (by its key) that has any the entries of lists that it may be, the likeliest first."""
    options = options or ScreeningOptions()
    best: dict[str, dict[int, ListMatch]] = {one.key: {} for one in names}
    sought = [(one, name) for one in names for name in (*one.names, *one.weak)]
    for index in lists:
        every = index.find_all((name for _, name in sought), limit=options.limit, threshold=options.threshold)
        for (one, name), hits in zip(sought, every, strict=True):
            _keep_best(best[one.key], (_list_match(one, name, *hit) for hit in hits), options.threshold)
    return {key: _ranked(found.values(), options.limit) for key, found in best.items() if found}


def _list_match(one: Listed, name: str, entry: Listed, hit: Hit[int]) -> ListMatch:
    return ListMatch(entry, hit.name, name, judged_by_kind(hit.comparison, entry, hit.name, one.kind))


def _keep_best(best: dict[int, ListMatch], found: Iterable[ListMatch], threshold: float) -> None:
    """Keeps of each entry the likeliest match that is likely enough."""
    for match in found:
        known, score = best.get(id(match.entry)), match.comparison.score
        if score >= threshold and (known is None or score > known.comparison.score):
            best[id(match.entry)] = match


def _ranked(found: Iterable[ListMatch], limit: int) -> tuple[ListMatch, ...]:
    return tuple(sorted(found, key=lambda match: -match.comparison.score)[:limit])
