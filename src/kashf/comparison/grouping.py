"""Groups of things that were found alike pair by pair, and which pairs are worth a look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

__all__ = ["Groups", "blocked", "neighbours"]

Pair = tuple[int, int]


class Groups:
    """Disjoint groups of the items 0 to size - 1, each with the list of its members."""

    def __init__(self, size: int) -> None:
        self._group = list(range(size))
        self._members: dict[int, list[int]] = {item: [item] for item in range(size)}

    def of(self, item: int) -> Sequence[int]:
        """The members of the item's group."""
        return self._members[self._group[item]]

    def together(self, one: int, other: int) -> bool:
        """Whether two items are in one group."""
        return self._group[one] == self._group[other]

    def join(self, one: int, other: int) -> None:
        """Makes the groups of two items one; the smaller is moved, so that all joins together take n log n moves."""
        kept, moved = self._group[one], self._group[other]
        if kept == moved:
            return
        if len(self._members[kept]) < len(self._members[moved]):
            kept, moved = moved, kept
        members = self._members.pop(moved)
        self._members[kept].extend(members)
        for member in members:
            self._group[member] = kept

    def all(self) -> list[list[int]]:
        """Every group, members in order, groups by their first member."""
        return sorted(sorted(members) for members in self._members.values())


def blocked(keys: Iterable[Iterable[Hashable]]) -> Mapping[Hashable, list[int]]:
    """The items that share each key, in order; items are told by their place in the sequence."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for item, own in enumerate(keys):
        for key in dict.fromkeys(own):
            blocks[key].append(item)
    return blocks


def neighbours(
    blocks: Mapping[Hashable, Sequence[int]],
    most: int,
    near: Callable[[int, int], bool] = lambda _one, _other: True,
    least: int = 1,
) -> Iterator[Pair]:
    """The pairs within each block, each item with so many of those that follow it at most (the sorted neighbourhood
    of Hernandez and Stolfo, 1995), as far as they are near and share so many blocks. Each pair once, in order."""
    pairs = (
        (one, other)
        for block in blocks.values()
        if len(block) > 1
        for place, one in enumerate(block)
        for other in block[place + 1 : place + 1 + most]
        if near(one, other)
    )
    if least == 1:
        yield from sorted(set(pairs))
    else:
        yield from sorted(pair for pair, shared in Counter(pairs).items() if shared >= least)
