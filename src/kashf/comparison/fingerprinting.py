"""Working out the fingerprints of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kashf.comparison.corpus import Item
from kashf.comparison.features import Frequencies, told_by
from kashf.comparison.fingerprints import Fingerprint, Told
from kashf.comparison.translated_reports import concepts_in

__all__ = ["fingerprints_of"]


def fingerprints_of(items: Sequence[Item], frequencies: Frequencies) -> Mapping[str, Fingerprint]:
    """The fingerprint of each item, by its report's id. `frequencies` are those of the collection."""
    told = [(item, told_by(item)) for item in items]
    every = set[str]().union(*(kind for _, one in told for kind in one.kinds()))
    carriers = frequencies.carriers(every)
    return {item.id: _fingerprint(item, one, carriers) for item, one in told}


def _fingerprint(item: Item, told: Told, carriers: Mapping[str, int]) -> Fingerprint:
    return Fingerprint(
        words=item.words,
        unquoted=item.unquoted,
        marks=told.marks,
        particulars=told.particulars,
        concepts=concepts_in(item.record.text),
        carriers=tuple(many if many > 1 else 0 for many in (carriers.get(feature, 0) for feature in told.in_order())),
    )
