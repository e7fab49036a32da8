"""Whom a name may mean of all that are spoken of in the ledger.

Where they are few, all their names are indexed once. Where they are many that would take a minute after every change:
then those that keys of the name or words in it lead to are looked up, and they alone are held against it.
"""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request

from kashf.ledger import View
from kashf.names import Hit, NameIndex, entity_keys
from kashf.names.parts import alternatives
from kashf.records import Entity
from kashf.records.spans import MentionKind
from kashf.workbench.ledgers import kept_of

__all__ = ["indexed_names", "likely"]

MOST_INDEXED = 5_000
"""Entities up to which all are indexed: some seconds' work, behind the pages."""
LED_TO = 120
"""Entities that a name is held against, those that most leads to: some thirty milliseconds."""
_EITHER: tuple[MentionKind, ...] = ("person", "organisation")


def likely(
    request: Request, view: View, name: str, kinds: tuple[str, ...], limits: tuple[int, float]
) -> tuple[Hit[str], ...]:
    """The entities of these kinds that a name may mean by their ids, likeliest first; `limits` are how many at most,
    and the least score."""
    limit, threshold = limits
    if kept_of(request).remembered.of(view, "entities", View.entity_count) <= MOST_INDEXED:
        index = indexed_names(request, view, kinds)
    else:
        index = _index(one for one in view.entities_led_to(_keys(name), name, LED_TO) if one.kind in kinds)
    return index.find(name, limit=limit, threshold=threshold)


def indexed_names(request: Request, view: View, kinds: tuple[str, ...]) -> NameIndex[str]:
    """An index of the names of all entities of some kinds, by their ids. After names came to the ledger the last one is
    told until the next is made: some may be wanting for the seconds that takes, and none but those taken out are there
    too many."""
    return kept_of(request).remembered.of(
        view, ("names", kinds), lambda seen: _index(seen.entity_names(*kinds)), "behind"
    )


def _index(entities: Iterable[Entity]) -> NameIndex[str]:
    each = ((one.id, tuple(dict.fromkeys((one.name, *one.names))), one.kind) for one in entities)
    return NameIndex(each)


def _keys(name: str) -> list[int]:
    """The keys of whoever goes by the name, taken for a person's and for a body's."""
    each = (Entity("e", kind, one, (one,)) for one in alternatives(name) for kind in _EITHER)
    return list(dict.fromkeys(key for one in each for key in sorted(entity_keys(one))))
