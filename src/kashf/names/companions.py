"""Who is named beside whom: what reports say of two like names being one person's or body's.

Reports of one occasion name the same people. Where two reports share several names that few others have, or give one
office to two people, names that are somewhat alike are more probably one's than names that meet by chance are, and a
single name («أبو محمد», Shaykh Aminullah) is the same man's in both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from kashf.domain import name_tokens, naming
from kashf.names.parts import take_apart
from kashf.names.persons import LEAST_FULL_NAME, person_tokens
from kashf.names.referents import Referent

__all__ = ["Companions", "lone_name", "offices_agree"]

FEW_REPORTS = 6
"""A name in so many reports at most says that two of them tell of one occasion; heads of state are in all."""
LEAST_SHARED = 2
TITLES_AGREE = 0.5


class Companions:
    """The entities that reports name in full, `roots` telling which entity each referent is."""

    __slots__ = ("_by_report",)

    def __init__(self, referents: Sequence[Referent], roots: Sequence[int]) -> None:
        reports: dict[int, set[str]] = defaultdict(set)
        for referent, root in zip(referents, roots, strict=True):
            if _is_telling(referent):
                reports[root].add(referent.report)
        self._by_report: dict[str, set[int]] = defaultdict(set)
        for root, named in reports.items():
            if LEAST_SHARED <= len(named) <= FEW_REPORTS:
                for report in named:
                    self._by_report[report].add(root)

    def share(self, one: AbstractSet[str], other: AbstractSet[str], but: AbstractSet[int] = frozenset()) -> bool:
        """Whether a report of the one and a report of the other name enough in common, besides some entities."""
        return any(
            len((self._by_report.get(here, set()) & self._by_report.get(there, set())) - but) >= LEAST_SHARED
            for here in one
            for there in other
        )


def _is_telling(referent: Referent) -> bool:
    """Whether a referent is named in full, and not by a name that a table knows: those are in every report."""
    if referent.body is not None or not referent.named or referent.kind == "place":
        return False
    if referent.kind != "person":
        return True
    return any(len(person_tokens(name)) >= LEAST_FULL_NAME for name in referent.names)


def lone_name(referent: Referent) -> str | None:
    """The single name of a person who has no other, where it is more than a given name of many: with a title, with
    «أبو», or one that no table knows."""
    if referent.kind != "person" or not referent.named or referent.body is not None:
        return None
    taken = [take_apart(name, "person") for name in referent.names]
    if any(sum(part.group != "titles" for part in name.parts) != 1 for name in taken):
        return None
    known = Counter(part.text for name in taken for part in name.parts if part.group != "titles")
    alone = next(part for part in taken[0].parts if part.text == known.most_common(1)[0][0])
    telling = alone.prefix or alone.group == "name" or any(len(name.parts) > 1 for name in taken)
    return alone.text if telling and len(alone.text) > 1 else None


def offices_agree(titles: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two people have an office in common, by the words that are not every office's."""
    offices, compared = _office_words(titles), _office_words(others)
    return bool(offices and compared) and len(offices & compared) >= TITLES_AGREE * min(len(offices), len(compared))


def _office_words(titles: Iterable[str]) -> frozenset[str]:
    known = naming()
    words = (word for title in titles for word in name_tokens(title))
    return frozenset(word for word in words if word not in known.generic_titles and word not in known.linking)
