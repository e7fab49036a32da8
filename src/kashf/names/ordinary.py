"""Which Arabic words the language has as words of its own, so that they are parts of names only as they are written."""

from __future__ import annotations

from functools import cache

from kashf.language.arabic import arabic_lexicon
from kashf.language.lexicon import Lexicon

__all__ = ["is_ordinary"]

LEAST_ENDED = 3
"""Letters that must be left of a word where its pronoun ending is taken off."""
_ENDINGS = ("هما", "هم", "ها", "ه", "نا")


@cache
def _lexicon() -> Lexicon:
    return arabic_lexicon()


def is_ordinary(word: str) -> bool:
    """Whether a folded Arabic word, without «و», «ب» and «ل», is known to be more than a name.

    >>> is_ordinary("اموالهم"), is_ordinary("البحري"), is_ordinary("قاطرجي")
    (True, True, False)
    """
    bare = word.removeprefix("ال")
    if word in _lexicon() or bare in _lexicon():
        return True
    ends = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(len(stem) >= LEAST_ENDED and (stem in _lexicon() or _feminine(stem) in _lexicon()) for stem in ends)


def _feminine(stem: str) -> str:
    """«حركت» of «حركتهم» as it is written without an ending."""
    return f"{stem[:-1]}ه" if stem.endswith("ت") else stem
