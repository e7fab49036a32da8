"""Text as a reader may be shown it: no character that hides, reorders or ends what stands around it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kashf.views.words import Direction

__all__ = ["direction_of", "is_disguised", "isolated", "masked", "running", "script_of", "shortened", "shown"]

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff]|[\ud800-\udfff]")
"""Control characters, lone surrogates, and the bidirectional embeddings, overrides and isolates, with which a text can
be made to read otherwise than it is written (Unicode Technical Report 36)."""
CACHED_NAMES = 8192
SHORT = 120
"""Characters of names and titles, which are shown again and again; longer texts are not remembered."""
_SPACES = re.compile(r"\s+")
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_LATIN, _ALIKE = "A-Za-z\u00c0-\u024f\uff21-\uff5a", "\u0370-\u03a9\u03b1-\u03bb\u03bd-\u052f\u13a0-\u13fd"
_OF_EITHER = re.compile(f"[{_LATIN}{_ALIKE}]+")
_OF_LATIN, _OF_ALIKE = re.compile(f"[{_LATIN}]"), re.compile(f"[{_ALIKE}]")
"""Latin letters, and Greek (but for the sign of micro), Cyrillic and Cherokee ones, many of which look like them."""
_SCRIPTS = (("ARABIC", "arabic"), ("CYRILLIC", "cyrillic"), ("HEBREW", "hebrew"), ("LATIN", "latin"))


def shown(text: str | None) -> str:
    """A text of a report, made safe to show: unsafe characters gone, runs of space made one."""
    if text is None:
        return ""
    return _shown_name(text) if len(text) <= SHORT else _shown(text)


def _shown(text: str) -> str:
    return _SPACES.sub(" ", _UNSAFE.sub("", text))


_shown_name = lru_cache(maxsize=CACHED_NAMES)(_shown)


def masked(text: str) -> str:
    """A text of a report with its offsets kept: each unsafe character becomes one replacement character."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


@lru_cache(maxsize=CACHED_NAMES)
def is_disguised(text: str) -> bool:
    """Whether a word mixes letters of scripts that look alike, and so may pass for another: «Аlрhа» is no Alpha
    (Unicode Technical Standard 39, mixed-script confusables).

    >>> is_disguised("Аlрhа"), is_disguised("Alpha и Alpha")
    (True, False)
    """
    words = (found.group() for found in _OF_EITHER.finditer(text))
    return any(_OF_LATIN.search(word) and _OF_ALIKE.search(word) for word in words)


def direction_of(text: str) -> Direction | None:
    """Which way a text runs, by its first strong character; None where it has none."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return None


def running(text: str, around: Direction) -> Direction:
    """Which way a line of ours runs, which may begin with a name of the other direction: as the language does; a sum,
    which has no letters, from left to right."""
    return around if direction_of(text) else "ltr"


def isolated(text: str, around: Direction) -> str:
    """A text to stand in a line that runs the given way; in isolates (UAX 9) where it has letters of the other."""
    other = ("L",) if around == "rtl" else ("R", "AL")
    if any(unicodedata.bidirectional(character) in other for character in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text


@lru_cache(maxsize=CACHED_NAMES)
def script_of(text: str) -> str:
    """The script most letters of a text are in: `arabic`, `latin`, `cyrillic`, `hebrew` or `other`."""
    counts = dict.fromkeys((name for _, name in _SCRIPTS), 0)
    for character in filter(str.isalpha, text):
        name = unicodedata.name(character, "")
        for prefix, script in _SCRIPTS:
            counts[script] += name.startswith(prefix)
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] else "other"


def shortened(text: str, length: int, ellipsis: str = "…") -> str:
    """The text cut at a word to at most `length` characters, with an ellipsis where it was."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[length // 2 :] else cut).rstrip(" ،,;؛") + ellipsis
