"""Names in Latin letters, for readers who do not read their script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kashf.domain import name_tokens, person_words
from kashf.domain.tables import table

__all__ = ["romanise"]

_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0670ـ]+[^\W_]*)*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARTICLE = "ال"
_SHADDA, _TATWEEL = "\u0651", "\u0640"
_SMALL = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ولد": "ould", "آل": "Al", "ال": "al", "و": "wa"}
_SERVANT = {"عبد": "Abd", "ابو": "Abu", "أبو": "Abu", "أبي": "Abi", "أم": "Umm"}
LEAST_AFTER_ARTICLE = 3
VOWELS = frozenset("aiueo")
_VOWEL_LETTERS = tuple("اةىويیأآ")


def romanise(name: str) -> str:
    """The name in Latin letters: known names as they are usually written, others letter by letter, with an «a» where
    Arabic leaves a short vowel unwritten. Latin letters stay as they are.

    >>> romanise("محمد بن عبد الرحمن الجولاني"), romanise("Дмитрий Феоктистов")
    ('Muhammad bin Abd al-Rahman al-Julani', 'Dmitry Feoktistov')
    """
    return " ".join(_WORD.sub(lambda found: _word(found.group()), unicodedata.normalize("NFKC", name)).split())


@lru_cache(maxsize=65_536)
def _word(word: str) -> str:
    if _ARABIC.search(word):
        return _arabic_word(word.replace(_TATWEEL, ""))
    return _cyrillic_word(word) if _CYRILLIC.search(word) else word


def _arabic_word(word: str) -> str:
    small = _SMALL.get(word) or _SERVANT.get(word)
    if small:
        return small
    if word.startswith(_ARTICLE) and word != "الله" and len(word) >= len(_ARTICLE) + LEAST_AFTER_ARTICLE:
        rest = word[len(_ARTICLE) :]
        return f"al-{_known(rest) or _capital(_spelled(rest))}"
    known = _known(word)
    if known:
        return known
    for servant in ("عبد", "أبو", "ابو"):
        rest = word.removeprefix(servant)
        if rest != word and (rest.startswith(_ARTICLE) or _known(rest)):
            return f"{_SERVANT[servant]} {_arabic_word(rest)}"
    return _capital(_spelled(word))


def _known(word: str) -> str | None:
    words = person_words()
    meant = words.of(*name_tokens(word))
    return _capital(min(words.shown[one] for one in meant)) if len(meant) == 1 else None


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@cache
def _letters(name: str) -> Mapping[str, str]:
    return {str(letter): str(latin) for letter, latin in table("names/romanising")[name].items()}


def _spelled(word: str) -> str:
    """The letters with their written vowels, and the unwritten ones filled in: no word begins with two consonants, and
    no three stand together."""
    sounds = list(_sounded(word))
    spelled = ""
    for at, sound in enumerate(sounds):
        if _consonant(sound) and _lacks_vowel(sounds, at):
            spelled += "a"
        spelled += sound
        if sound and _consonant(sound) and at + 1 < len(sounds) and at == 0 and _consonant(sounds[1]):
            sounds[0] = f"{sound}a"
            spelled += "a"
    return spelled


def _lacks_vowel(sounds: list[str], at: int) -> bool:
    """Whether an unwritten vowel stands before this consonant: behind another that has none before it."""
    if at < 2 or not _consonant(sounds[at - 1]):
        return False
    filled = _consonant(sounds[at - 2]) or at == len(sounds) - 1
    if filled:
        sounds[at - 1] += "a"
    return filled


def _consonant(sound: str) -> bool:
    return bool(sound) and sound[-1] not in VOWELS


def _sounded(word: str) -> Iterator[str]:
    letters, vowels, marks = _letters("arabic"), _letters("vowels"), _letters("marks")
    previous = ""
    for at, letter in enumerate(word):
        if letter in marks:
            previous = marks[letter]
        elif letter == _SHADDA:
            pass
        elif letter in vowels and at > 0 and word[at + 1 : at + 2] not in _VOWEL_LETTERS:
            previous = vowels[letter]
        elif letter == "ي" and at > 0 and _consonant(previous) and word[at + 1 : at + 2] == "و":
            previous = "iy"
        else:
            previous = letters.get(letter, "")
        if previous and letter != _SHADDA:
            yield previous


def _cyrillic_word(word: str) -> str:
    known = _known(word)
    if known:
        return known
    letters, small = _letters("cyrillic"), word.casefold()
    for ending, latin in _letters("endings").items():
        if small.endswith(ending):
            return _capital("".join(letters.get(letter, letter) for letter in small[: -len(ending)]) + latin)
    return _capital("".join(letters.get(letter, letter) for letter in small))
