"""Which of many parts of names may sound like one: the alignment of sounds, for all of them at once.

A part is one of several only where `likeness` says so; here those are left out that can not be, a whole column of
Wagner and Fischer's recurrence for all parts at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kashf.names.likeness import COUNTERPART, HARSHNESS, HARSHNESS_LONG, LEAST_MISTYPED, LONG_WORD, MISTYPED
from kashf.names.packing import ranges
from kashf.names.parts import Part
from kashf.names.sounds import costs_of_sounds, weight_of_sounds

__all__ = ["Spellings"]

LONGEST = 24
"""Sounds, and letters, of a part that are kept; a longer one is always taken to be possible."""
UNKNOWN = 31
"""The number of a sound that no table has."""
ROUNDING = 1e-6
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
def _exchanged() -> dict[str, NDArray[np.int16]]:
    """What each sound costs in place of each other one."""
    found = {}
    for sound, others in costs_of_sounds().exchanged.items():
        found[sound] = np.zeros(UNKNOWN + 1, np.int16)
        for other, cost in others.items():
            found[sound][_codes()[other]] = cost
    return found


@dataclass(frozen=True, slots=True)
class Spellings:
    """Parts of names as they sound in each reading, and as they are written.

    `sounds` has a row for each reading with the numbers of its sounds; `long` says how many there are, `weights` what
    they weigh, `ends` where each part's rows end, `outlines` how many coarse consonants its plain reading has.
    `letters` are the code points of each part, `written` how many there are, `scripts` its script.
    """

    sounds: Codes
    long: Codes
    weights: NDArray[np.int16]
    ends: NDArray[np.uint32]
    outlines: Codes
    letters: NDArray[np.uint32]
    written: Codes
    scripts: Codes

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Spellings:
        """The spellings of parts, in their order."""
        heard = [reading for part in parts for reading in part.heard]
        ends = np.cumsum([0, *(len(part.heard) for part in parts)], dtype=np.uint32)
        return cls(
            sounds=_rows(heard),
            long=_lengths(heard),
            weights=np.array([weight_of_sounds(reading) for reading in heard], np.int16),
            ends=ends,
            outlines=_lengths([part.skeletons[0] for part in parts]),
            letters=_letters([part.text for part in parts]),
            written=_lengths([part.text for part in parts]),
            scripts=np.array([_SCRIPTS[part.script] for part in parts], np.uint8),
        )

    def alike(self, part: Part, numbers: Chosen) -> NDArray[np.float32]:
        """How alike some of the parts are to one, by sound or by how they are written: at least as much as `likeness`
        says where that is `COUNTERPART` or more, for which this is made to be quick; 0 where it is surely less."""
        found = self._sounding(part, numbers)
        length, written = len(part.text), self.written[numbers].astype(np.int64)
        near = (self.scripts[numbers] == _SCRIPTS[part.script]) & (abs(written - length) <= 2)
        chosen = np.flatnonzero(near & (written >= LEAST_MISTYPED))
        if length >= LEAST_MISTYPED and len(chosen):
            table = np.ascontiguousarray(self.letters[numbers[chosen], : length + 2].T)
            slips = _slips(part.text, table, written[chosen])
            # Two letters exchanged are one slip, and two changes.
            most = 2 if length < LONG_WORD - 2 else 4
            looking = np.where(slips <= most, 1 - MISTYPED / 2 * slips / length, 0.0)
            found[chosen] = np.maximum(found[chosen], looking)
        return found

    def _sounding(self, part: Part, numbers: Chosen) -> NDArray[np.float32]:
        first = self.ends[numbers].astype(np.int64)
        many = self.ends[numbers + 1].astype(np.int64) - first
        rows = ranges(first, many)
        long = self.long[rows]
        table = np.ascontiguousarray(self.sounds[rows, : min(int(long.max(initial=1)), LONGEST)].T)
        nearest = np.ones(len(rows), np.float32)
        for heard in part.heard:
            weight = np.maximum(self.weights[rows], max(weight_of_sounds(heard), 1))
            np.minimum(nearest, _alignments(heard, table, long) / weight, out=nearest)
        nearest[long > LONGEST] = 0.0
        harshness = _harshness()[np.minimum(self.outlines[numbers], len(part.skeletons[0]))]
        by_part = np.minimum.reduceat(nearest, np.cumsum(many) - many) if len(rows) else np.ones(0, np.float32)
        alike = 1.0 - by_part * harshness
        return np.where(alike >= COUNTERPART - ROUNDING, alike, 0.0).astype(np.float32)


@cache
def _harshness() -> NDArray[np.float32]:
    return np.array([HARSHNESS.get(consonants, HARSHNESS_LONG) for consonants in range(256)], np.float32)


def _lengths(texts: Sequence[str]) -> Codes:
    return np.array([min(len(text), 255) for text in texts], np.uint8)


def _rows(heard: Sequence[str]) -> Codes:
    codes, width = _codes(), min(max(map(len, heard), default=1), LONGEST)
    padded = (bytes(codes.get(sound, UNKNOWN) for sound in reading[:width]).ljust(width, b"\0") for reading in heard)
    return np.frombuffer(b"".join(padded), np.uint8).reshape(len(heard), width)


def _letters(texts: Sequence[str]) -> NDArray[np.uint32]:
    width = min(max(map(len, texts), default=1), LONGEST)
    return np.array([text[:width] for text in texts], f"U{width}").view(np.uint32).reshape(len(texts), width)


def _alignments(heard: str, table: Codes, long: Codes) -> NDArray[np.int16]:
    """The cost of the cheapest way from one sequence of sounds to each of the table's columns, in twentieths."""
    inserted = np.zeros((len(table) + 1, table.shape[1]), np.int16)
    np.cumsum(_omitted()[table], axis=0, out=inserted[1:])
    costs, omitted = inserted.copy(), costs_of_sounds().omitted
    reached = np.empty_like(costs)
    for sound in heard:
        np.add(costs, omitted[sound], out=reached)
        np.minimum(reached[1:], costs[:-1] + _exchanged()[sound][table], out=reached[1:])
        reached -= inserted
        np.minimum.accumulate(reached, axis=0, out=costs)
        costs += inserted
    return costs[np.minimum(long, len(table)), np.arange(table.shape[1])]


def _slips(text: str, table: NDArray[np.uint32], written: NDArray[np.int64]) -> NDArray[np.int16]:
    """How many letters must be changed, put in or left out to make one text of each of the table's columns."""
    places = np.arange(len(table) + 1, dtype=np.int16)[:, None]
    costs = np.broadcast_to(places, (len(table) + 1, table.shape[1])).copy()
    for letter in text:
        reached = costs + np.int16(1)
        np.minimum(reached[1:], costs[:-1] + (table != ord(letter)), out=reached[1:])
        costs = np.minimum.accumulate(reached - places, axis=0) + places
    return costs[np.minimum(written, len(table)), np.arange(table.shape[1])]
