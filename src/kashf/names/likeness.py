"""How alike two parts of names are: by what they mean, by how they sound, and by how they are written."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from kashf.names.parts import Part
from kashf.names.sounds import distance_of_sounds

__all__ = ["COUNTERPART", "MOST_MISSING", "likeness", "most_missing", "most_wrong"]

COUNTERPART = 0.5
"""From this likeness on two parts can be one part; set between the spellings and the namesakes of
tests/names/test_likeness.py."""
KNOWN_AS_ONE = 0.97
"""Two spellings of one known name; the same spelling is a little more."""
INITIAL = 0.6
HARSHNESS = {0: 8.0, 1: 3.0, 2: 2.4, 3: 2.0}
"""How fast likeness falls with the distance of sounds, by the number of coarse consonants: of «حسن» and Hussein (two)
a small distance says more than of long names."""
HARSHNESS_LONG = 1.7
FEW_CONSONANTS = 4
SHORT_OUTLINE, MIDDLING_OUTLINE = 3, 5
LEAST_MISTYPED = 4
LONG_WORD = 9
MOST_MISSING = 2
"""Coarse consonants that two like parts may lack of each other: what sounds allow, and what two slips of the pen."""
_SYLLABIC = re.compile(r"[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]")
"""Scripts whose signs are syllables or words: another sign is another name, no slip."""
MISTYPED = 1.6
"""A letter too many, missing, wrong or exchanged with its neighbour costs this, over the length of the word."""
_ANY_VOWEL = ("ا", "ع")
READINGS_OF_INITIALS = str.maketrans("čšžθðɣxAIUY@", "csztdghaiuia")


def likeness(one: Part, other: Part) -> float:
    """From 0 (nothing in common) to 1 (the same). Two different known names are 0 however alike they sound."""
    if one.text == other.text:
        return 1.0
    if one.meanings and other.meanings and one.core is other.core is None:
        return KNOWN_AS_ONE if one.meanings & other.meanings else 0.0
    if "number" in (one.group, other.group):
        return 0.0
    if "initial" in (one.group, other.group):
        return _initial(one, other) if one.kind == other.kind == "person" else 0.0
    if one.core is not None and other.core is not None:
        return likeness(one.core, other.core) if one.prefix == other.prefix else 0.0
    if not _may_be_alike(one, other):
        return 0.0
    return _unknown(one, other) if one.text < other.text else _unknown(other, one)


def _may_be_alike(one: Part, other: Part) -> bool:
    """Whether no more consonants of one are missing from the other than two parts that are alike can lack: in two
    scripts, where they can be so by sound alone, short ones none."""
    most = MOST_MISSING if one.script == other.script else most_missing(max(one.longest, other.longest))
    return (one.in_all & ~other.in_any).bit_count() <= most and (other.in_all & ~one.in_any).bit_count() <= most


@lru_cache(maxsize=262_144)
def _unknown(one: Part, other: Part) -> float:
    return max(_sounding(one, other), _written(one, other))


def _initial(one: Part, other: Part) -> float:
    return INITIAL if _first_letters(one) & _first_letters(other) else 0.0


def _first_letters(part: Part) -> set[str]:
    """The letters that a part may begin with in Latin script: any vowel where in Arabic there is an alef or an ayn."""
    if part.text.startswith(_ANY_VOWEL):
        return {"a", "i", "u"}
    return {reading[:1].translate(READINGS_OF_INITIALS).lower() for reading in part.heard} - {""}


def _sounding(one: Part, other: Part) -> float:
    if not _may_sound_alike(one, other):
        return 0.0
    harshness = HARSHNESS.get(min(len(one.skeletons[0]), len(other.skeletons[0])), HARSHNESS_LONG)
    nearest, farthest = 1.0, (1.0 - COUNTERPART) / harshness
    for heard, plain in zip(one.heard, one.consonants, strict=True):
        most = most_wrong(plain)
        for also, compared in zip(other.heard, other.consonants, strict=True):
            if Levenshtein.distance(plain, compared, score_cutoff=most) <= most:
                nearest = min(nearest, distance_of_sounds(heard, also, farthest))
    return max(0.0, 1.0 - nearest * harshness)


def _may_sound_alike(one: Part, other: Part) -> bool:
    """Whether the coarse consonants leave it open: each that has no counterpart costs a whole one."""
    for outline in one.skeletons:
        for also in other.skeletons:
            most = most_missing(max(len(outline), len(also)))
            if outline == also or (most and Levenshtein.distance(outline, also, score_cutoff=most) <= most):
                return True
    return False


def most_missing(consonants: int) -> int:
    """How many of so many coarse consonants may be others in two parts that sound alike."""
    if consonants <= SHORT_OUTLINE:
        return 0
    return 1 if consonants <= MIDDLING_OUTLINE else 2


def most_wrong(consonants: str) -> int:
    """How many of a part's consonants, kin ones taken as one, may be others for it to be compared further."""
    return 2 if len(consonants) > FEW_CONSONANTS else 1


def _written(one: Part, other: Part) -> float:
    """Likeness of spellings in one script: one letter in a word of at least four may be mistyped, two in long words."""
    length = max(len(one.text), len(other.text))
    if _SYLLABIC.match(one.text) or one.script != other.script or min(len(one.text), len(other.text)) < LEAST_MISTYPED:
        return 0.0
    most = 1 if length < LONG_WORD else 2
    wrong = OSA.distance(one.text, other.text, score_cutoff=most)
    return 1.0 - MISTYPED * wrong / length if wrong <= most else 0.0
