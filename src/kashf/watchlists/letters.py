"""Which old encoding a list of names is in, told by its letters: names have no function words to go by.

Each encoding is tried; the one whose letters are the frequent ones of one alphabet, beside letters of that alphabet,
wins. A letter weighs by its rank among the letters of its script, as frequencies go (Zipf).
"""

from __future__ import annotations

import math
import re
from functools import cache

from kashf.reading.encodings import LEGACY, decode
from kashf.reading.files import File

__all__ = ["text_of"]

SAMPLE_BYTES = 50_000
RANKED = (
    "الينمورتبعدهحسفكقةشجأصخطزذىغضثإئءظآؤ،؛؟",
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё№«»",
    "éèçàêëüöäïîôâûùáíóúñãõåøæœßšžışğćčł’°ªº",
)
"""The letters that ASCII has not, in Arabic, Russian and the Latin languages about us, the frequent ones first."""
UNFAMILIAR = -6.0
"""What any other character weighs; the rarest of the letters weighs about -3.7."""
MIXED = 3.0
"""Taken off for each place where two alphabets, or a small and a capital letter, meet within a word."""
ACCEPTABLE = -3.6
"""The least a trial must reach on average. Names in their own encoding reach -2.2 to -2.9, random bytes -5 and less."""
WIDE = ("utf-16-le", "utf-16-be")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
LONGEST_CHARACTER = 4
_MEETING = re.compile(
    r"[a-z][\u0621-\u064aА-яё]|[\u0621-\u064aА-яё][A-Za-z]|[A-Z][\u0621-\u064aа-яё]|[а-яёß-ÿ][А-ЯЁÀ-Þ]|[\u0621-\u064a][А-яё]"
    r"|[А-яё][\u0621-\u064a]|[À-ÿ]{3}|[ةى][\u0621-\u064a]"
)


def text_of(file: File) -> str:
    """The text of a list, whatever its encoding; of a file in two encodings each line in its own.

    Raises ReadingError where it is no text.
    """
    data = file.data
    if data.startswith(_MARKS):
        return decode(file).text
    if b"\x00" in data[:SAMPLE_BYTES]:
        return data.decode(_best(data, WIDE) or _fail(file), errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - LONGEST_CHARACTER:
            return data[: error.start].decode("utf-8")
    return _line_by_line(file)


def _line_by_line(file: File) -> str:
    lines = file.data.split(b"\n")
    foreign = {at for at, line in enumerate(lines) if not _is_utf8(line)}
    encoding = _best(b"\n".join(lines[at] for at in sorted(foreign)), LEGACY) or _fail(file)
    codecs = (encoding if at in foreign else "utf-8" for at in range(len(lines)))
    return "\n".join(line.decode(codec, errors="replace") for line, codec in zip(lines, codecs, strict=True))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _fail(file: File) -> str:
    """Whatever the encoding of a text may be that is not one of names; raises ReadingError where it is no text."""
    return decode(file).encoding


def _best(data: bytes, encodings: tuple[str, ...]) -> str | None:
    sample = data[: SAMPLE_BYTES // 2 * 2]
    scored = [(_likelihood(sample.decode(encoding, errors="replace")), encoding) for encoding in encodings]
    score, encoding = max(scored, key=lambda trial: trial[0])
    return encoding if score > ACCEPTABLE else None


@cache
def _weights() -> dict[str, float]:
    weights = {letter: -math.log(rank + 2) for ranked in RANKED for rank, letter in enumerate(ranked)}
    return {**{letter.upper(): weight for letter, weight in weights.items()}, **weights}


def _likelihood(text: str) -> float:
    """The mean weight of the characters that are not ASCII, less what meets within words and should not."""
    strange = [character for character in text if character > "\x7f"]
    if not strange:
        return 0.0
    weights = _weights()
    total = sum(weights.get(character, UNFAMILIAR) for character in strange)
    return (total - MIXED * len(_MEETING.findall(text))) / len(strange)
