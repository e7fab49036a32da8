"""Keys by which a word of a text meets a part of a listed name, in any script: as written, by meaning, by sound.

A sound key is finer than the coarse consonants that names are indexed by: a text holds hundreds of words that are no
names, and each may sound like a part of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kashf.names.meanings import organisation_meanings
from kashf.names.parts import NameKind, Part, part_of
from kashf.names.sounds import VOWELS, once

__all__ = ["LEAST_JOINED", "LEAST_SOUNDS", "LITTLE", "is_sure", "joined_keys", "listed_keys", "part_keys", "sound_keys"]

LEAST_SOUNDS = 2
"""Consonants that a sound key must have, or one and a vowel before it: «آغا»."""
FEW_SOUNDS = 2
"""Consonants of a key by sound that is no sure one."""
LEAST_JOINED = 4
"""The same of several parts that are written as one word, and of a name of one part in another script."""
LITTLE = frozenset({"titles", "form", "initial"})
"""Titles, legal forms and initials, without which a name is the same."""
CACHED_WORDS = 65_536

_FINE = str.maketrans(
    {
        **dict.fromkeys("bp", "B"),
        **dict.fromkeys("fv", "F"),
        **dict.fromkeys("tθ", "T"),
        **dict.fromkeys("dð", "D"),
        **dict.fromkeys("s", "S"),
        **dict.fromkeys("z", "Z"),
        **dict.fromkeys("šč", "C"),
        **dict.fromkeys("jž", "J"),
        **dict.fromkeys("k", "K"),
        **dict.fromkeys("gɣ", "G"),
        **dict.fromkeys("x", "X"),
        **dict.fromkeys("haiuAIU@Y", ""),
    }
)
_ALSO = {"ð": "z", "θ": "s", "j": "g", "v": "b", "č": "j"}
"""What a sound is also written as: «ذ» as d and as z, «ث» as th and as s, «ج» as j and as g, a foreign v as «ب»."""
_FURTHER = {
    "arabic": str.maketrans(_ALSO),
    "latin": str.maketrans(_ALSO),
    "cyrillic": str.maketrans({**_ALSO, "x": "h"}),
}
"""The same by script: in Russian «х» is also what «ح» and «ه» are written as."""


def sound_keys(part: Part, least: int = LEAST_SOUNDS) -> frozenset[str]:
    """The keys of a word by its sounds, in each of its readings; none that has fewer than `least` consonants.

    >>> sorted(sound_keys(part_of("фильду", "person"))), sorted(sound_keys(part_of("فالزي", "person")))
    (['FlD'], ['FlZ'])
    """
    found = set()
    for reading in part.heard:
        for sounded in (reading, reading.translate(_FURTHER[part.script])):
            key = once(sounded.translate(_FINE))
            if len(key) == 1 and sounded[0] in VOWELS:
                key = f"A{key}"
            if len(key) >= least:
                found.add(key)
    return frozenset(found)


def is_sure(key: str) -> bool:
    """Whether a key is more than one by sound with few consonants, which a text has many of by chance."""
    return not key.startswith("~") or len(key) > FEW_SOUNDS + 1


@lru_cache(maxsize=CACHED_WORDS)
def part_keys(text: str, kind: NameKind) -> frozenset[str]:
    """What a word of a text that may be a part of a name is looked up by.

    `p:` and `o:` by its meaning in names of persons and of bodies; else `~` by sound, and `=` as it is written, where
    it is too short for that, an acronym, or may be an ordinary word.
    """
    meanings = part_of(text, kind).meanings if kind == "person" else organisation_meanings(text)
    return frozenset(f"{kind[0]}:{meaning}" for meaning in meanings) if meanings else _by_sound(text)


def listed_keys(text: str, kind: NameKind) -> frozenset[str]:
    """What a part of a listed name is found by: its meaning, and its sound, since a text may spell it anew."""
    return part_keys(text, kind) | _by_sound(text)


@lru_cache(maxsize=CACHED_WORDS)
def _by_sound(text: str) -> frozenset[str]:
    part = part_of(text, "person")
    spoken = part.script == "arabic" or not VOWELS.isdisjoint("".join(part.heard))
    heard = frozenset(f"~{key}" for key in sound_keys(part) if spoken)
    return heard if heard and part.script != "arabic" else heard | {f"={text}"}


@lru_cache(maxsize=CACHED_WORDS)
def _sound_of(text: str) -> tuple[str, ...]:
    """The sound keys of a word as one part of several, short ones too."""
    return tuple(sorted(sound_keys(part_of(text, "person"), least=1)))


def joined_keys(words: Sequence[str]) -> list[str]:
    """The keys of several parts written as one word, where that has consonants enough: `+` and the sounds."""
    joined = [""]
    for word in words:
        joined = [
            one + (key[1:] if one.endswith(key[:1]) else key) for one in joined for key in _sound_of(word) or ("",)
        ]
    return [f"+{key}" for key in joined if len(key) >= LEAST_JOINED]
