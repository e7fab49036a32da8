"""Which part of one name stands for which part of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from itertools import accumulate, product

from rapidfuzz.distance import Levenshtein

from kashf.names.likeness import COUNTERPART, likeness
from kashf.names.parts import Part, TakenApart, bits, joined
from kashf.names.sounds import once
from kashf.values import value

__all__ = [
    "LOST_IN_JOINING",
    "MERGED",
    "Alignment",
    "Pair",
    "align",
    "joinable",
    "joined_where_needed",
    "most_others",
    "one_for_one",
]

ONE_WORD = 0.62
"""Two parts of one name are one part of the other's from this likeness on: «عزیز الرحمان», Azizirahman."""
MERGED = (2, 3)
MOST_OTHERS = 1
"""So many coarse consonants at most must be changed to make several parts one word, for the two to be compared; none
where there are few, but one of two that meet (ud Din). That is what `ONE_WORD` leaves room for: of 1,600 words of the
lists of the United Nations and the United States that were so like several others, all that were one were so."""
FEW_CONSONANTS = 5
LOST_IN_JOINING = bits("lT")
"""The coarse consonants that the first of several parts may lose: of an article that is left on it («القا عدة»), and a
d behind an n («آخوند زاده», Akhunzada)."""
_NEVER_JOINED = frozenset({"number", "initial"})
OUT_OF_PLACE = 0.02
"""Of equally like parts those that stand nearer each other are taken: chains of names repeat Muhammad."""


@value
class Pair:
    """Parts of the one name and of the other that stand for each other: one each, or one for two."""

    one: tuple[int, ...]
    other: tuple[int, ...]
    likeness: float
    weight: float


@value
class Alignment:
    """Two names, the shorter first, with the pairs of their parts in the shorter's order.

    `alone_one` and `alone_other` are the places of the parts without a counterpart, `left` those parts themselves.
    """

    one: TakenApart
    other: TakenApart
    pairs: tuple[Pair, ...]
    alone_one: tuple[int, ...] = field(init=False)
    alone_other: tuple[int, ...] = field(init=False)
    left: tuple[tuple[Part, ...], tuple[Part, ...]] = field(init=False)

    def __post_init__(self) -> None:
        ones = {index for pair in self.pairs for index in pair.one}
        others = {index for pair in self.pairs for index in pair.other}
        alone = tuple(i for i in range(len(self.one.parts)) if i not in ones)
        alone_other = tuple(i for i in range(len(self.other.parts)) if i not in others)
        left = (tuple(self.one.parts[i] for i in alone), tuple(self.other.parts[i] for i in alone_other))
        for name, found in (("alone_one", alone), ("alone_other", alone_other), ("left", left)):
            object.__setattr__(self, name, found)

    @property
    def agreeing(self) -> float:
        """How much the parts in common tell."""
        return sum(pair.weight for pair in self.pairs)


def align(one: TakenApart, other: TakenApart) -> Alignment:
    """The parts of two names of one kind that stand for each other: the likest first, each part once."""
    return joined_where_needed(one_for_one(one, other))


def one_for_one(one: TakenApart, other: TakenApart) -> Alignment:
    """The same as far as one part stands for one."""
    shorter, longer = sorted((one, other), key=_told)
    return Alignment(shorter, longer, tuple(sorted(_single(shorter.parts, longer.parts), key=_place)))


def joined_where_needed(found: Alignment) -> Alignment:
    """An alignment with those parts that several of the other name are written as."""
    pairs = list(found.pairs)
    merged = _merged(found.one, found.other, pairs)
    return found if merged is pairs else Alignment(found.one, found.other, tuple(sorted(merged, key=_place)))


def _place(pair: Pair) -> tuple[int, ...]:
    return pair.one


def _told(name: TakenApart) -> tuple[float, int, str]:
    return name.told, len(name.parts), name.name


def _single(shorter: Sequence[Part], longer: Sequence[Part]) -> list[Pair]:
    found = [
        (alike - OUT_OF_PLACE * min(abs(i - j), abs(len(shorter) - i - len(longer) + j)), alike, i, j)
        for i, part in enumerate(shorter)
        for j, candidate in enumerate(longer)
        if (alike := likeness(part, candidate)) >= COUNTERPART
    ]
    found.sort(key=lambda item: (-item[0], item[2], item[3]))
    taken_one, taken_other, pairs = set(), set(), []
    for _, alike, i, j in found:
        if i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            pairs.append(Pair((i,), (j,), alike, min(shorter[i].weight, longer[j].weight)))
    return pairs


def _merged(shorter: TakenApart, longer: TakenApart, pairs: list[Pair]) -> list[Pair]:
    """The pairs with those in which two neighbours of one name are one word of the other."""
    if all(len(name.parts) == len(pairs) for name in (shorter, longer)):
        return pairs
    for merged in (
        *_merges(shorter, longer, pairs),
        *map(_turned, _merges(longer, shorter, list(map(_turned, pairs)))),
    ):
        rest = [pair for pair in pairs if not (set(pair.one) & set(merged.one) or set(pair.other) & set(merged.other))]
        given_up = sum(pair.likeness * pair.weight for pair in pairs if pair not in rest)
        if merged.weight * merged.likeness > given_up or len(pairs) - len(rest) == 0:
            pairs = [*rest, merged]
    return pairs


def _turned(pair: Pair) -> Pair:
    return Pair(pair.other, pair.one, pair.likeness, pair.weight)


def _merges(whole: TakenApart, divided: TakenApart, pairs: list[Pair]) -> Iterator[Pair]:
    """One part of `whole` for two or three of `divided`, of which at least one has no counterpart yet."""
    taken = {index for pair in pairs for index in pair.other}
    for i, place in joinable(whole.parts, divided.parts, taken):
        part, one_word = whole.parts[i], joined(divided.parts[place.start : place.stop], divided.kind)
        alike = likeness(part, one_word)
        if alike >= ONE_WORD:
            yield Pair((i,), tuple(place), alike, max(part.weight, one_word.weight))


def joinable(whole: Sequence[Part], divided: Sequence[Part], taken: AbstractSet[int]) -> Iterator[tuple[int, range]]:
    """The parts of one name, each with the places of two or three of another's that may be written as it, of which at
    least one is not taken."""
    if len(taken) == len(divided):
        return
    before = [0, *accumulate([part.sounded for part in divided])]
    for length in MERGED:
        for j in range(len(divided) - length + 1):
            sounded = before[j + length] - before[j]
            near = [i for i, part in enumerate(whole) if sounded - 1 <= part.sounded <= sounded + 1]
            if near and not taken >= set(range(j, j + length)):
                pieces = divided[j : j + length]
                if not any(piece.group in _NEVER_JOINED for piece in pieces):
                    yield from ((i, range(j, j + length)) for i in near if _is_joint(whole[i], pieces, sounded))


def most_others(consonants: int) -> int:
    """How many coarse consonants at most of several parts with so many must be changed to make them one word."""
    return MOST_OTHERS if consonants > FEW_CONSONANTS else MOST_OTHERS - 1


def _is_joint(part: Part, pieces: Sequence[Part], sounded: int) -> bool:
    """Whether a part has about the same consonants as several together, which have about so many as it."""
    letters = any_letters = 0
    for piece in pieces:
        letters |= piece.in_all
        any_letters |= piece.in_any
    if len(part.text) == 1:
        return False
    most = most_others(sounded)
    if (letters & ~part.in_any & ~LOST_IN_JOINING).bit_count() > most or (
        part.in_all & ~any_letters
    ).bit_count() > most:
        return False
    outlines = _outlines(pieces)
    if not most:
        return any(outline in part.skeletons for outline in outlines)
    return any(
        Levenshtein.distance(one, outline, score_cutoff=most) <= most for outline in outlines for one in part.skeletons
    )


def _outlines(pieces: Sequence[Part]) -> Iterator[str]:
    """The coarse consonants of several parts that are said as one word, in each of their readings."""
    for first, *others in product(*(piece.skeletons for piece in pieces)):
        rest = "".join(others)
        yield once(first + rest)
        if pieces[0].text.startswith("ال"):
            yield once(first.removeprefix("l") + rest)
        if first.endswith("nT"):
            yield once(first[:-1] + rest)
