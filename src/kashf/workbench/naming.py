"""Whom a name may mean of all that are spoken of in the ledger.

Where they are few, all their names are indexed once. Where they are many that would take a minute after every change:
then those that keys of the name or words in it lead to are looked up, and they alone are held against it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from fastapi import Request

from kashf.ledger import View
from kashf.names import Hit, NameIndex, entity_keys
from kashf.names.parts import alternatives
from kashf.records import Entity
from kashf.records.spans import MentionKind
from kashf.workbench.ledgers import Kept, kept_of

__all__ = ["NamesAtHand", "indexed_names", "likely", "names_at_hand"]

MOST_INDEXED = 5_000
"""Entities up to which all are indexed: some seconds' work, behind the pages."""
LED_TO = 120
"""Entities that a name is held against, those that most leads to: some twenty milliseconds."""
_EITHER: tuple[MentionKind, ...] = ("person", "organisation")


class NamesAtHand:
    """The names of many entities in one text: what has a part of a name in it is found in a hundredth of the time that
    it takes to ask the ledger, which has to look at each."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        told = [(entity, name.casefold().replace("\n", " ")) for entity, name in named]
        self._ids = [entity for entity, _ in told]
        self._text = "\n".join(name for _, name in told)
        self._starts = list(accumulate((len(name) + 1 for _, name in told), initial=0))

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._ids)

    def having(self, part: str, limit: int) -> list[str]:
        """The ids of those whose name has the part in it, the first of them."""
        wanted, found = " ".join(part.casefold().split()), list[str]()
        at = self._text.find(wanted) if wanted else -1
        while at >= 0 and len(found) < limit:
            place = bisect_right(self._starts, at) - 1
            found.append(self._ids[place])
            at = self._text.find(wanted, self._starts[place + 1])
        return found


def likely(
    request: Request, view: View, name: str, kinds: tuple[str, ...], limits: tuple[int, float]
) -> tuple[Hit[str], ...]:
    """The entities of these kinds that a name may mean by their ids, likeliest first; `limits` are how many at most,
    and the least score."""
    limit, threshold = limits
    at_hand = names_at_hand(kept_of(request), view)
    if at_hand is None:
        index = indexed_names(request, view, kinds)
    else:
        called = at_hand.having(name, LED_TO)
        index = _index(one for one in view.entities_led_to(_keys(name), name, called, LED_TO) if one.kind in kinds)
    return index.find(name, limit=limit, threshold=threshold)


def indexed_names(request: Request, view: View, kinds: tuple[str, ...]) -> NameIndex[str]:
    """An index of the names of all entities of some kinds, by their ids. After names came to the ledger the last one is
    told until the next is made: some may be wanting for the seconds that takes, and none but those taken out are there
    too many."""
    return kept_of(request).remembered.of(
        view, ("names", kinds), lambda seen: _index(seen.entity_names(*kinds)), "behind"
    )


def names_at_hand(kept: Kept, view: View) -> NamesAtHand | None:
    """The names of all entities; None where all are indexed: they are few, or no keys lead to them."""
    if kept.remembered.of(view, "entities", View.entity_count) <= MOST_INDEXED or not view.has_name_keys():
        return None
    return kept.remembered.of(view, "names", lambda seen: NamesAtHand(seen.each_name()), "behind")


def _index(entities: Iterable[Entity]) -> NameIndex[str]:
    each = ((one.id, tuple(dict.fromkeys((one.name, *one.names))), one.kind) for one in entities)
    return NameIndex(each)


def _keys(name: str) -> list[int]:
    """The keys of whoever goes by the name, taken for a person's and for a body's."""
    each = (Entity("e", kind, one, (one,)) for one in alternatives(name) for kind in _EITHER)
    return list(dict.fromkeys(key for one in each for key in sorted(entity_keys(one))))
