"""Mojibake: UTF-8 that someone read in another encoding, once or twice, put right again.

«Ø§Ù„Ù…Ø§Ù„» is «المال» read as Windows-1252, «ط§ظ„ظ…ط§ظ„» the same read as Windows-1256. That a line in its own right
should happen to be valid UTF-8 when written in such an encoding is all but impossible: the lead and following bytes of
UTF-8 show as letters and symbols that do not follow one another in any language. So (1) whole lines are reversed,
(2) then runs of such pairs within a line, (3) and what is left to ftfy (Speer 2019), which knows how pages lose bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["Mended", "mend"]

MOST_ROUNDS = 3
"""Texts were found that went through the mill twice; a third round costs nothing where there is nothing to do."""
FEWEST_SUSPECTS = 2
"""One suspicious pair may stand in an honest text."""

_CODECS = {
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "cp1256": "Windows-1256",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp866": "DOS 866",
    "mac_roman": "Mac Roman",
}
_LEADS = bytes([0xC2, 0xC3, *range(0xD0, 0xD2), *range(0xD8, 0xDC)])
"""How UTF-8 begins Latin letters and signs (C2, C3), Cyrillic (D0, D1) and Arabic ones (D8 to DB)."""
_PUNCTUATION_LEAD = bytes([0xE2])
"""How it begins quotation marks and dashes, always with 80 next."""
_FOLLOWERS = bytes(range(0x80, 0xC0))


@dataclass(frozen=True, slots=True)
class Mended:
    """A text that was put right, and in words how; `repairs` is empty where nothing was wrong."""

    text: str
    repairs: tuple[str, ...] = ()


def mend(text: str) -> Mended:
    """The text as it was meant. What reads right is left as it is, letter for letter."""
    if text.isascii() or not _is_suspect(text):
        return Mended(text)
    causes: dict[str, None] = {}
    lines = [_mend_line(line, causes) for line in text.split("\n")]
    if not causes:
        return Mended(text)
    return Mended("\n".join(lines), (f"UTF-8 that had been read as {' and '.join(causes)} was put right",))


def _is_suspect(text: str) -> bool:
    found = _suspects().finditer(text)
    return sum(1 for _ in zip(range(FEWEST_SUSPECTS), found, strict=False)) == FEWEST_SUSPECTS


def _shown(data: bytes, codec: str) -> str:
    """How bytes show in an encoding, ready for a regular expression's class; undefined ones as control characters."""
    characters = (_forgiving(bytes([byte]), codec) for byte in data)
    return "".join(map(re.escape, characters))


def _forgiving(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode("latin-1")


@cache
def _sequence(codec: str) -> str:
    """A regular expression for one character of UTF-8 as the encoding shows it."""
    leads, mark = _shown(_LEADS, codec), _shown(_PUNCTUATION_LEAD, codec)
    followers, eighty = _shown(_FOLLOWERS, codec), _shown(b"\x80", codec)
    return f"(?:[{leads}][{followers}]|{mark}{eighty}[{followers}])"


@cache
def _suspects() -> re.Pattern[str]:
    """Such a character with something right behind it, as honest letters before a comma or a closing quote have not."""
    leads = "".join(_shown(_LEADS + _PUNCTUATION_LEAD, codec) for codec in _CODECS)
    return re.compile(f"(?=[{leads}])(?:{'|'.join(map(_sequence, _CODECS))})(?=\\S)")


@cache
def _runs(codec: str) -> re.Pattern[str]:
    return re.compile(f"{_sequence(codec)}{{2,}}")


def _mend_line(line: str, causes: dict[str, None]) -> str:
    for _ in range(MOST_ROUNDS):
        if line.isascii() or not _suspects().search(line):
            break
        better = _reverse_line(line, causes) or _reverse_runs(line, causes) or _leave_to_ftfy(line, causes)
        if better is None:
            break
        line = better
    return line


def _reverse(text: str, codec: str) -> str | None:
    """The text as UTF-8 if it was read in the encoding; undefined bytes may have become control characters."""
    try:
        return b"".join(_byte(character, codec) for character in text).decode("utf-8")
    except UnicodeError:
        return None


def _byte(character: str, codec: str) -> bytes:
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        if "\x80" <= character <= "\x9f":
            return character.encode("latin-1")
        raise


def _reverse_line(line: str, causes: dict[str, None]) -> str | None:
    for codec, name in _CODECS.items():
        meant = _reverse(line, codec)
        if meant is not None:
            causes[name] = None
            return meant
    return None


def _reverse_runs(line: str, causes: dict[str, None]) -> str | None:
    """The line with those runs put right that stand between honest letters."""
    for codec, name in _CODECS.items():
        meant = _runs(codec).sub(lambda run, codec=codec: _reverse(run[0], codec) or run[0], line)  # type: ignore[misc]
        if meant != line:
            causes[name] = None
            return meant
    return None


def _leave_to_ftfy(line: str, causes: dict[str, None]) -> str | None:
    from ftfy import fix_encoding

    meant = fix_encoding(line)
    if meant == line:
        return None
    causes["another encoding, with losses"] = None
    return meant
