"""Which of many parts of names may sound like one: the alignment of sounds, for all of them at once.

A part is one of several only where `likeness` says so; here those are left out that can not be: first by how many of
their consonants are others, which leaves one in six, then by a whole column of Wagner and Fischer's recurrence for all
parts at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

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
from kashf.names.packing import Lists, Postings, Texts, distinct
from kashf.names.parts import Part, bits
from kashf.names.sounds import costs_of_sounds, weight_of_sounds

__all__ = ["Spellings"]

LONGEST = 24
"""Sounds of a part that are kept; a longer one is always taken to be possible."""
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
        found = self.keys.find(*map(_keys, parts))
        rows = [
            self.rows.joined(self._about(part, numbers)).astype(np.int64)
            for part, numbers in zip(parts, found, strict=True)
        ]
        numbers = [self.owners[own].astype(np.int64) for own in rows]
        told = []
        for part, own, nearest in zip(parts, numbers, self._distances(parts, rows), strict=True):
            alike = np.maximum(self._sounding(part, own, nearest), self._looking(part, own))
            kept = alike > 0.0
            told.append((own[kept], alike[kept]))
        return told

    def _about(self, part: Part, found: NDArray[np.uint32]) -> Chosen:
        """The sequences of consonants among some that are about those of one of the part's readings."""
        numbers = distinct(found)
        letters, many, kept = self._letters[numbers], self._many[numbers], np.zeros(len(numbers), np.bool_)
        for plain in dict.fromkeys(part.consonants) if len(numbers) else ():
            most = MOST_OTHERS if len(plain) > FEW_CONSONANTS else 1 + many
            own = np.uint32(bits(plain))
            may = np.flatnonzero(
                (np.bitwise_count(letters & ~own) <= most) & (np.bitwise_count(own & ~letters) <= most) & ~kept
            )
            if len(may):
                outlines = self._outlines[numbers[may]]
                apart = cdist([plain], outlines, scorer=OSA.distance, score_cutoff=MOST_OTHERS, dtype=np.uint8)[0]
                kept[may] = apart <= (most if isinstance(most, int) else most[may])
        return numbers[kept].astype(np.int64)

    def _looking(self, part: Part, numbers: Chosen) -> NDArray[np.float32]:
        found = np.zeros(len(numbers), np.float32)
        length, written = len(part.text), self.written[numbers].astype(np.int16)
        near = (self.scripts[numbers] == _SCRIPTS[part.script]) & (abs(written - length) <= MOST_OTHERS)
        chosen = np.flatnonzero(near & (written >= LEAST_MISTYPED))
        if length >= LEAST_MISTYPED and len(chosen):
            texts = [self._texts[number] for number in numbers[chosen].tolist()]
            slips = cdist([part.text], texts, scorer=OSA.distance, score_cutoff=MOST_OTHERS, dtype=np.uint8)[0]
            longer = np.maximum(written[chosen], length)
            found[chosen] = np.where(slips <= 1 + (longer >= LONG_WORD), 1 - MISTYPED * slips / longer, 0.0)
        return found

    def _sounding(self, part: Part, numbers: Chosen, nearest: NDArray[np.float32]) -> NDArray[np.float32]:
        alike = 1.0 - nearest * _harshness()[np.minimum(self.coarse[numbers], len(part.skeletons[0]))]
        return np.where(alike >= COUNTERPART - ROUNDING, alike, 0.0).astype(np.float32)

    def _distances(self, parts: Sequence[Part], rows: Sequence[Chosen]) -> list[NDArray[np.float32]]:
        """How far the readings in some rows are at least from one of a part's, for each part and its rows."""
        asked = [(heard, place) for place, part in enumerate(parts) for heard in part.heard if len(rows[place])]
        asked.sort(key=lambda one: -len(one[0]))
        nearest = [np.ones(len(own), np.float32) for own in rows]
        if asked:
            every = np.concatenate([rows[place] for _, place in asked])
            many = np.array([len(rows[place]) for _, place in asked])
            own = np.repeat(np.array([max(weight_of_sounds(heard), 1) for heard, _ in asked], np.int16), many)
            long = self.long[every]
            table = np.ascontiguousarray(self.sounds[every, : min(int(long.max()), LONGEST)].T)
            apart = _alignments([heard for heard, _ in asked], many, table, long) / np.maximum(self.weights[every], own)
            apart[long > LONGEST] = 0.0
            for (_, place), found in zip(asked, np.split(apart, np.cumsum(many)[:-1]), strict=True):
                np.minimum(nearest[place], found, out=nearest[place])
        return nearest


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
