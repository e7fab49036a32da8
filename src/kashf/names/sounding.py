"""Which of many parts of names may sound like one: the alignment of sounds, for all of them at once.

A part is one of several only where `likeness` says so; here those are left out that can not be: first by how many of
their consonants are others, which leaves one in six, then by a whole column of Wagner and Fischer's recurrence for all
parts at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from kashf.names.likeness import (
    COUNTERPART,
    FEW_CONSONANTS,
    HARSHNESS,
    HARSHNESS_LONG,
    LEAST_MISTYPED,
    LONG_WORD,
    MISTYPED,
)
from kashf.names.packing import Lists, Postings, Texts, distinct, ranges
from kashf.names.parts import Part, bits
from kashf.names.sounds import costs_of_sounds, weight_of_sounds

__all__ = ["Spellings"]

LONGEST = 24
"""Sounds of a part that are kept; a longer one is always taken to be possible."""
USUAL = 8
"""Sounds that nine in ten readings have no more of; longer ones are aligned apart, so that not all take as long."""
MANY = 4_000
"""So many readings are worth that."""
UNKNOWN = 31
"""The number of a sound that no table has."""
ROUNDING = 1e-6
LEAST_VARIED = 3
"""Coarse consonants from which on one more or less is looked up as well."""
MOST_OTHERS = 2
"""Consonants, or letters, that two like parts may have apart."""
_SCRIPTS = {"arabic": 0, "cyrillic": 1, "latin": 2}
Codes = NDArray[np.uint8]
Chosen = NDArray[np.int64]


@cache
def _codes() -> dict[str, int]:
    return {sound: number for number, sound in enumerate(sorted(costs_of_sounds().omitted), 1)}


@cache
def _omitted() -> NDArray[np.int16]:
    """What leaving out each sound costs, by its number; nothing for the place after the last one."""
    costs = np.zeros(UNKNOWN + 1, np.int16)
    for sound, number in _codes().items():
        costs[number] = costs_of_sounds().omitted[sound]
    return costs


@cache
def _exchanged() -> NDArray[np.int16]:
    """What each sound costs in place of each other one, a row for each."""
    costs = np.zeros((UNKNOWN + 1, UNKNOWN + 1), np.int16)
    for sound, others in costs_of_sounds().exchanged.items():
        for other, cost in others.items():
            costs[_codes()[sound], _codes()[other]] = cost
    return costs


@dataclass(frozen=True, slots=True)
class Spellings:
    """Parts of names as they sound in each reading, and as they are written.

    `sounds` has a row for each reading with the numbers of its sounds; `long` says how many there are, `weights` what
    they weigh, `owners` whose reading it is. `outlines` are the sequences of consonants that readings have, each once,
    `rows` the readings that have each; `keys` lead to them. Of each part `coarse` says how many coarse consonants its
    plain reading has; `texts` are the parts as they are written, `written` how many letters each has, `scripts` its
    script.
    """

    sounds: Codes
    long: Codes
    weights: NDArray[np.int16]
    owners: NDArray[np.uint32]
    outlines: Texts
    rows: Lists
    keys: Postings
    coarse: Codes
    texts: Texts
    written: Codes
    scripts: Codes
    _outlines: NDArray[np.object_] = field(init=False, repr=False, compare=False)
    _letters: NDArray[np.uint32] = field(init=False, repr=False, compare=False)
    _many: Codes = field(init=False, repr=False, compare=False)
    _texts: list[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        outlines = list(self.outlines)
        object.__setattr__(self, "_outlines", np.array(outlines, np.object_))
        object.__setattr__(self, "_letters", np.array(list(map(bits, outlines)), np.uint32))
        object.__setattr__(self, "_many", np.array([len(one) > FEW_CONSONANTS for one in outlines], np.uint8))
        object.__setattr__(self, "_texts", list(self.texts))

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Spellings:
        """The spellings of parts, in their order."""
        heard = [reading for part in parts for reading in part.heard]
        numbers: dict[str, int] = {}
        outlines = [[numbers.setdefault(one, len(numbers)) for one in part.consonants] for part in parts]
        keys = ((key, one) for part, own in zip(parts, outlines, strict=True) for key in _keys(part) for one in own)
        return cls(
            sounds=_rows(heard),
            long=_lengths(heard),
            weights=np.array([weight_of_sounds(reading) for reading in heard], np.int16),
            owners=np.repeat(np.arange(len(parts), dtype=np.uint32), [len(part.heard) for part in parts]),
            outlines=Texts.of(numbers),
            rows=Lists.of([[one] for own in outlines for one in own]).turned(len(numbers)),
            keys=Postings.of(keys),
            coarse=_lengths([part.skeletons[0] for part in parts]),
            texts=Texts.of(part.text for part in parts),
            written=_lengths([part.text for part in parts]),
            scripts=np.array([_SCRIPTS[part.script] for part in parts], np.uint8),
        )

    def alike(self, parts: Sequence[Part]) -> list[tuple[Chosen, NDArray[np.float32]]]:
        """For each of some parts the numbers of those that are alike to it by sound or by how they are written, some
        several times, and how alike they are: at least as much as `likeness` says where that is `COUNTERPART` or more.
        """
        asked, outlines = self._about(parts)
        rows, asked = self.rows.joined(outlines).astype(np.int64), asked.repeat(self.rows.lengths(outlines))
        numbers = self.owners[rows].astype(np.int64)
        alike = np.maximum(self._sounding(parts, asked, rows), self._looking(parts, asked, numbers))
        kept = alike.nonzero()[0]
        numbers, alike = numbers[kept], alike[kept]
        return [(numbers[start:end], alike[start:end]) for start, end in pairwise(_ends(asked[kept], len(parts)))]

    def _about(self, parts: Sequence[Part]) -> tuple[Chosen, Chosen]:
        """The places of parts, each with the sequences of consonants that are about those of one of its readings."""
        found = self.keys.find(*map(_keys, parts))
        places = np.arange(len(parts), dtype=np.uint64).repeat([len(one) for one in found])
        both = distinct(places << np.uint64(32) | np.concatenate(found))
        asked, numbers = (both >> np.uint64(32)).astype(np.int64), both.astype(np.uint32).astype(np.int64)
        kept = np.zeros(len(both), np.bool_)
        plain = [(one, place) for place, part in enumerate(parts) for one in dict.fromkeys(part.consonants)]
        of, at, most = self._by_letters(plain, numbers, np.array(_ends(asked, len(parts))))
        outlines = self._outlines[numbers[at]]
        for (one, _), start, end in zip(plain, *_stretches(of, len(plain)), strict=True):
            if start < end:
                apart = cdist([one], outlines[start:end], scorer=OSA.distance, score_cutoff=MOST_OTHERS, dtype=np.uint8)
                kept[at[start:end]] |= apart[0] <= most[start:end]
        return asked[kept], numbers[kept]

    def _by_letters(
        self, plain: Sequence[tuple[str, int]], numbers: Chosen, ends: Chosen
    ) -> tuple[Chosen, Chosen, Chosen]:
        """Of sequences of consonants, each of one of the parts whose stretches of the numbers end there, the places of
        those and of the numbers that have about the same consonants in any order, and how many may be others."""
        places = np.array([place for _, place in plain], np.int64)
        sizes = ends[places + 1] - ends[places]
        of, at = np.arange(len(plain)).repeat(sizes), ranges(ends[places], sizes)
        long = np.array([len(one) > FEW_CONSONANTS for one, _ in plain], np.bool_)
        own, other = np.array([bits(one) for one, _ in plain], np.uint32)[of], self._letters[numbers[at]]
        most = np.where(long[of], MOST_OTHERS, 1 + self._many[numbers[at]])
        may = (np.bitwise_count(other & ~own) <= most) & (np.bitwise_count(own & ~other) <= most)
        return of[may], at[may], most[may]

    def _looking(self, parts: Sequence[Part], asked: Chosen, numbers: Chosen) -> NDArray[np.float32]:
        """How alike some parts are to the numbered ones by how they are written."""
        found = np.zeros(len(numbers), np.float32)
        lengths = np.array([min(len(part.text), 255) for part in parts], np.int16)[asked]
        written = self.written[numbers].astype(np.int16)
        near = self.scripts[numbers] == np.array([_SCRIPTS[part.script] for part in parts], np.uint8)[asked]
        near &= (abs(written - lengths) <= MOST_OTHERS) & (np.minimum(written, lengths) >= LEAST_MISTYPED)
        chosen = near.nonzero()[0]
        texts = [self._texts[number] for number in numbers[chosen].tolist()]
        longer, slips = np.maximum(written, lengths)[chosen], np.zeros(len(chosen), np.int16)
        for part, start, end in zip(parts, *_stretches(asked[chosen], len(parts)), strict=True):
            if start < end:
                slips[start:end] = cdist(
                    [part.text], texts[start:end], scorer=OSA.distance, score_cutoff=MOST_OTHERS, dtype=np.uint8
                )[0]
        found[chosen] = np.where(slips <= 1 + (longer >= LONG_WORD), 1 - MISTYPED * slips / np.maximum(longer, 1), 0.0)
        return found

    def _sounding(self, parts: Sequence[Part], asked: Chosen, rows: Chosen) -> NDArray[np.float32]:
        """How alike some parts are to those whose readings are in the rows by how they sound."""
        own = np.array([min(len(part.skeletons[0]), 255) for part in parts], np.uint8)[asked]
        harshness = _harshness()[np.minimum(self.coarse[self.owners[rows]], own)]
        alike = 1.0 - self._distances(parts, asked, rows) * harshness
        return np.where(alike >= COUNTERPART - ROUNDING, alike, 0.0).astype(np.float32)

    def _distances(self, parts: Sequence[Part], asked: Chosen, rows: Chosen) -> NDArray[np.float32]:
        """How far the reading in each row is at least from one of those of the part that asks for it."""
        nearest, ends = np.ones(len(rows), np.float32), np.array(_ends(asked, len(parts)))
        heard = sorted(
            ((reading, place) for place, part in enumerate(parts) for reading in part.heard),
            key=lambda one: -len(one[0]),
        )
        places = np.array([place for _, place in heard], np.int64)
        sizes = ends[places + 1] - ends[places]
        of, at = np.arange(len(heard)).repeat(sizes), ranges(ends[places], sizes)
        readings, long = [reading for reading, _ in heard], self.long[rows[at]]
        own = np.array([max(weight_of_sounds(reading), 1) for reading in readings], np.int16)
        few = long <= USUAL if len(long) > MANY else np.ones(len(long), np.bool_)
        for chosen in (few.nonzero()[0], (~few).nonzero()[0]):
            if len(chosen):
                every, size = rows[at[chosen]], long[chosen]
                table = np.ascontiguousarray(self.sounds[every, : min(int(size.max()), LONGEST)].T)
                many = np.bincount(of[chosen], minlength=len(heard))
                apart = _alignments(readings, many, table, size) / np.maximum(self.weights[every], own[of[chosen]])
                apart[size > LONGEST] = 0.0
                np.minimum.at(nearest, at[chosen], apart.astype(np.float32))
        return nearest


def _ends(places: Chosen, size: int) -> list[int]:
    """Where the stretch of each place below a size ends among places in order, after a 0."""
    ends: list[int] = places.searchsorted(np.arange(size + 1)).tolist()
    return ends


def _stretches(places: Chosen, size: int) -> tuple[list[int], list[int]]:
    """Where each place's stretch begins and ends."""
    ends = _ends(places, size)
    return ends[:-1], ends[1:]


def _keys(part: Part) -> Iterator[str]:
    """What a part is looked up by as it sounds: its coarse consonants, and these without each."""
    return (key for outline in part.skeletons for key in (outline, *_shortened(outline)))


def _shortened(outline: str) -> set[str]:
    """The outline without each of its consonants; a short one must be met as it is."""
    if len(outline) <= LEAST_VARIED:
        return set()
    return {outline[:at] + outline[at + 1 :] for at in range(len(outline))}


@cache
def _harshness() -> NDArray[np.float32]:
    return np.array([HARSHNESS.get(consonants, HARSHNESS_LONG) for consonants in range(256)], np.float32)


def _lengths(texts: Sequence[str]) -> Codes:
    return np.array([min(len(text), 255) for text in texts], np.uint8)


def _rows(heard: Sequence[str], longest: int = LONGEST) -> Codes:
    codes, width = _codes(), min(max(map(len, heard), default=1), longest)
    padded = (bytes(codes.get(sound, UNKNOWN) for sound in reading[:width]).ljust(width, b"\0") for reading in heard)
    return np.frombuffer(b"".join(padded), np.uint8).reshape(len(heard), width)


def _alignments(heard: Sequence[str], many: Chosen, table: Codes, long: Codes) -> NDArray[np.int16]:
    """The cost of the cheapest way from sequences of sounds, the longest first, each to so many of the table's columns,
    in twentieths of a consonant."""
    inserted = np.zeros((len(table) + 1, table.shape[1]), np.int16)
    np.cumsum(_omitted()[table], axis=0, out=inserted[1:])
    costs, ends = inserted.copy(), np.cumsum(many).tolist()
    spelled = np.repeat(_rows(heard, len(heard[0])), many, axis=0).T
    for at, every in enumerate(spelled):
        size = ends[sum(len(one) > at for one in heard) - 1]
        sounds, before = every[:size], costs[:, :size]
        reached = before + _omitted()[sounds]
        instead = _exchanged().take(sounds.astype(np.int16) * (UNKNOWN + 1) + table[:, :size])
        np.minimum(reached[1:], before[:-1] + instead, out=reached[1:])
        reached -= inserted[:, :size]
        np.minimum.accumulate(reached, axis=0, out=before)
        before += inserted[:, :size]
    return costs[np.minimum(long, len(table)), np.arange(table.shape[1])]
