"""Names as sequences of sounds, so that one name can be recognised across Arabic, Latin and Cyrillic script.

Arabic writes consonants and long vowels, Latin and Cyrillic write every vowel; the cost of an alignment is therefore
small for a vowel that only one side writes and large for a consonant that has no counterpart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from kashf.domain.tables import table

__all__ = [
    "SoundCosts",
    "consonants",
    "costs_of_sounds",
    "distance",
    "distance_of_sounds",
    "once",
    "outlines",
    "script",
    "skeleton",
    "sounds",
    "weight_of_sounds",
]

VOWELS = frozenset("aiuAIU@Y")
LONG = frozenset("AIUY")
_SCRIPTS = (("arabic", re.compile(r"[\u0600-\u06ff]")), ("cyrillic", re.compile(r"[\u0400-\u04ff]")))

KIN_COST = 2
NEAR_COST = 9
SHORT_VOWEL_COST = 2
LONG_VOWEL_COST = 16
BREATH_COST = 8
CONSONANT_COST = 20
VOWEL_WEIGHT = 9
"""Costs of an alignment in twentieths of a consonant, set by hand on a few dozen names and checked on the development
half of the United Nations list: see the measurement in tests/names/test_sounds.py."""
_BREATH = frozenset("hx")
_RUN = re.compile(r"(.)\1+")
_LONG_TWICE = re.compile(r"([AIU])\1+")
_SOFT, _LAST_BREATH = re.compile(r"c(?=[eiy])"), re.compile(r"(?<=[^\W\d_][ae])h$")
_READ_AS = {"@": "aiuAIU", "Y": "aiAI"}
_HISSED = str.maketrans({"θ": "s", "ð": "z"})
_HARD = str.maketrans({"ž": "j"})
_CONSONANTS = str.maketrans(dict.fromkeys("aiuAIU@Y", ""))
_FINE = str.maketrans(
    {
        **dict.fromkeys("haiuAIU@Yx", ""),
        **dict.fromkeys("bp", "B"),
        **dict.fromkeys("fv", "F"),
        **dict.fromkeys("tθ", "T"),
        **dict.fromkeys("dð", "D"),
        **dict.fromkeys("szšč", "S"),
        **dict.fromkeys("gɣjž", "G"),
    }
)
_COARSE = str.maketrans(
    {
        **dict.fromkeys("bpv", "B"),
        "f": "B",
        **dict.fromkeys("tθdð", "T"),
        **dict.fromkeys("szšžč", "S"),
        **dict.fromkeys("kgɣj", "K"),
        **dict.fromkeys("hx", ""),
        **dict.fromkeys("aiuAIU@Y", ""),
    }
)


@dataclass(frozen=True, slots=True)
class _Letters:
    spellings: Mapping[str, str]
    pattern: re.Pattern[str]


@cache
def _letters(name: str) -> _Letters:
    spellings = {str(key): str(value) for key, value in table("sounds")[name].items()}
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    return _Letters(spellings, re.compile("|".join(map(re.escape, longest_first))))


@cache
def _near() -> Mapping[tuple[str, str], int]:
    costs: dict[tuple[str, str], int] = {}
    for group_name, cost in (("near", NEAR_COST), ("kin", KIN_COST)):
        for group in table("sounds")[group_name]:
            costs.update(((one, other), cost) for one in group for other in group if one != other)
    return costs


def script(token: str) -> str:
    """The script of a token: `arabic`, `cyrillic` or `latin`."""
    if "\u0600" <= token[:1] <= "\u06ff":
        return "arabic"
    if token.isascii():
        return "latin"
    return next((name for name, letters in _SCRIPTS if letters.search(token)), "latin")


@lru_cache(maxsize=131_072)
def sounds(token: str) -> str:
    """The sounds of a folded token, one character each; a final Arabic «ه» (ta marbuta) is dropped.

    Doubled letters count once where they only say that a consonant is long, in Latin and Cyrillic script: in Arabic two
    letters have a vowel between them (مدلل, Mudalal).

    >>> sounds("فيوكتيستوف"), sounds("feoktistov"), sounds("феоктистов")
    ('fIUktIstUf', 'fiuktistuv', 'fiuktistuv')
    """
    written = script(token)
    letters = _letters(written)
    if written == "latin":
        token = _LAST_BREATH.sub("", _SOFT.sub(lambda found: str(table("sounds")["soft"][found.group()]), token))
    if written == "arabic" and len(token) > 2:
        token = token.removesuffix("ه")
    heard = "".join(letters.spellings[found] for found in letters.pattern.findall(token))
    if written != "arabic":
        return once(heard)
    heard = _LONG_TWICE.sub(r"\1", heard) if _LONG_TWICE.search(heard) else heard
    heard = f"@{heard[1:]}" if heard.startswith("A") else heard
    return f"{heard[:-1]}Y" if heard.endswith("I") else heard


def once(heard: str) -> str:
    """Each sound, or letter, once where it stands several times in a row. Few words have such."""
    return _RUN.sub(r"\1", heard) if _RUN.search(heard) else heard


@lru_cache(maxsize=131_072)
def skeleton(token: str) -> str:
    """The coarse consonants of a token: what every spelling of a name in any of the scripts has in common.

    Used to find candidates, never to decide. Breaths (h, kh) and vowels are left out, kin consonants are one.
    """
    return once(sounds(token).translate(_COARSE))


@lru_cache(maxsize=131_072)
def outlines(token: str) -> tuple[str, ...]:
    """The skeleton of a token; where it has a «ث», «ذ», «ض» or «ظ» also with that as a hiss, for Persian, Turkish and
    Egyptian papers write these s and z; where it has a «ж» also with that as a «ج».

    >>> outlines("فيض"), outlines("faiz")
    (('BT', 'BS'), ('BS',))
    """
    heard = sounds(token)
    heard_so = dict.fromkeys((heard, heard.translate(_HISSED), heard.translate(_HARD)))
    return tuple(dict.fromkeys(once(reading.translate(_COARSE)) for reading in heard_so))


def consonants(heard: str) -> str:
    """The consonants of a sequence of sounds, kin ones as one: finer than a skeleton, to be compared quickly."""
    return heard.translate(_FINE)


@lru_cache(maxsize=262_144)
def distance(one: str, other: str) -> float:
    """How far two tokens sound apart, from 0 (alike) to 1 and more, per sound of the longer one's consonants.

    >>> distance("دميتري", "dmitry"), distance("محمد", "احمد") > 0.2
    (0.0, True)
    """
    return distance_of_sounds(sounds(one), sounds(other))


@lru_cache(maxsize=262_144)
def distance_of_sounds(heard: str, compared: str, most: float = math.inf) -> float:
    """How far two sequences of sounds are apart, as `distance` says it of tokens; infinite where over `most`."""
    if heard == compared:
        return 0.0 if heard else 1.0
    weight = max(weight_of_sounds(heard), weight_of_sounds(compared))
    return _alignment(heard, compared, most * weight) / weight if weight else 1.0


def weight_of_sounds(heard: str) -> int:
    """What a sequence of sounds weighs, in twentieths of a consonant."""
    consonants = len(heard.translate(_CONSONANTS))
    return consonants * CONSONANT_COST + (len(heard) - consonants) * VOWEL_WEIGHT


def _alignment(heard: str, compared: str, most: float) -> float:
    """The cheapest way from one sequence of sounds to the other (Wagner and Fischer's recurrence, weighted); infinite
    where every way costs more than `most`."""
    costs = costs_of_sounds()
    omitted = [costs.omitted[sound] for sound in compared]
    row = [0, *accumulate(omitted)]
    for sound in heard:
        row = _next_row(row, compared, omitted, costs.exchanged[sound], costs.omitted[sound])
        if min(row) > most:
            return math.inf
    return row[-1]


def _next_row(
    row: list[int], compared: str, omitted: list[int], instead: Mapping[str, int], left_out: int
) -> list[int]:
    before = row[0]
    best = before + left_out
    current = [best]
    for counterpart, added, above in zip(compared, omitted, row[1:], strict=True):
        best += added
        if (cost := before + instead[counterpart]) < best:
            best = cost
        if (cost := above + left_out) < best:
            best = cost
        current.append(best)
        before = above
    return current


@dataclass(frozen=True, slots=True)
class SoundCosts:
    """What it costs to leave out a sound, and to have one in place of another, in twentieths of a consonant."""

    omitted: Mapping[str, int]
    exchanged: Mapping[str, Mapping[str, int]]


@cache
def costs_of_sounds() -> SoundCosts:
    """The costs of all sounds that the tables know."""
    written = (str(heard) for name in ("arabic", "latin", "cyrillic") for heard in table("sounds")[name].values())
    alphabet = frozenset("".join(written)) | VOWELS
    return SoundCosts(
        {sound: _omission(sound) for sound in alphabet},
        {one: {other: _substitution(one, other) for other in alphabet} for one in alphabet},
    )


def _omission(sound: str) -> int:
    if sound in LONG:
        return LONG_VOWEL_COST
    if sound in VOWELS:
        return SHORT_VOWEL_COST
    return BREATH_COST if sound in _BREATH else CONSONANT_COST


def _substitution(sound: str, counterpart: str) -> int:
    if sound == counterpart or (sound in VOWELS and sound.lower() == counterpart.lower()):
        return 0
    if counterpart in _READ_AS.get(sound, "") or sound in _READ_AS.get(counterpart, ""):
        return 0
    return _near().get((sound, counterpart), CONSONANT_COST)
