"""Encodings: bytes become text, by trial and not by what they are labelled.

1. A byte order mark decides. 2. Text with zero bytes is tried as UTF-16 and UTF-32. 3. What is valid UTF-8 is UTF-8.
4. Bytes that are UTF-8 but for a few lines are decoded line by line. 5. The rest is tried in each legacy encoding of
our languages, and the trial that reads most like Arabic, English, French or Russian wins: by function words and by
letters in their place. A label (HTML meta, mail header) breaks ties and no more, since labels are often wrong.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.reading.files import File
from kashf.text.folding import fold
from kashf.text.languages import function_words
from kashf.text.scripts import words_in

__all__ = ["Decoded", "decode", "plausibility"]

SAMPLE_BYTES = 20_000
"""As much as a trial decodes; a page's first 20 KB hold some thousand words."""
LEGACY = ("cp1252", "cp1256", "iso8859_6", "cp1251", "koi8_r", "mac_arabic", "cp866")
"""The encodings tried, the more frequent first: those that Arabic, Russian and Western news was written in before
Unicode. Latin-1 is a part of cp1252; French letters stand alike in cp1252 and cp1256, Arabic ones in ISO-8859-6 and
Mac Arabic."""
CLEAR_LEAD = 0.005
"""By so much a later one must score better."""
LABEL_BONUS = 0.02
"""What a label adds to its encoding's score; the right trial leads by ten times as much on a line of text."""
ACCEPTABLE = 0.35
"""The least a trial must score. Right decodings of news score 0.9 and over; random bytes score below 0.2."""
CONTROL_SHARE = 0.05
"""More control characters than that, and it is no text."""
STRAY_SHARE = 0.01
"""Bytes that fit nowhere, as a share of all: up to here they become U+FFFD, beyond it the file is damaged."""
LONGEST_WORDS = 30
"""Characters a word on average; what has fewer spaces is no text in UTF-16 or UTF-32."""
LONGEST_CHARACTER = 4
"""Bytes; what is cut off within one lacks up to three."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "cp1256": "Windows-1256 (Arabic)",
    "iso8859_6": "ISO-8859-6 (Arabic)",
    "mac_arabic": "Mac Arabic",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "cp866": "DOS 866 (Cyrillic)",
    "cp1252": "Windows-1252 (Western)",
    "utf-16-le": "UTF-16 without a byte order mark",
    "utf-16-be": "UTF-16 without a byte order mark",
    "utf-32-le": "UTF-32 without a byte order mark",
    "utf-32-be": "UTF-32 without a byte order mark",
}
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LATER_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")
"""What undefined bytes become; in UTF-8 they are rather a trace of mojibake, which is mended later."""
_SCRIPTS = (("arabic", ("ar",)), ("latin", ("en", "fr")), ("cyrillic", ("ru",)))
_ODD = re.compile(
    r"[a-zа-яё][A-ZА-ЯЁ]|[A-Za-z][А-яё\u0621-\u064a]|[А-яё][A-Za-z\u0621-\u064a]|[\u0621-\u064a][A-Za-zА-яё]"
    r"|\w[\u00a1-\u00a9\u00ac\u00ae-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u2500-\u259f‚„†‡‰]\w|[\u064b-\u0652]{3}"
    r"|[^\W\d_][\u064b-\u0652]?[\ufffd]|[a-z’][ìíïðñòóõøúýþãåžšŸ]|[ةى][\u0621-\u064a]{2}"
    r"|[À-ßá-äåæê-ïðñòóôõöøùúûüýþÿ]{2}"
)
"""What wrong decodings are full of and right ones are not: small letters before capitals, words of two alphabets,
symbols within words, letters that only end words in the middle of one, runs of letters that French and English have
few of."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in (a Python codec's name), and in words what had to be mended to read it."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(file: File, labels: Sequence[str] = ()) -> Decoded:
    """The text of a file. `labels` are the encodings it claims to be in.

    Raises ReadingError where it is no text in any encoding we know.
    """
    data = file.data
    found = _by_mark(data) or _by_zero_bytes(data) or _as_utf8(data) or _line_by_line(data) or _by_trial(data, labels)
    if found is None or _control_share(found.text) > CONTROL_SHARE:
        raise file.error(
            "is not text in any encoding we know (UTF-8, UTF-16, UTF-32, Windows, ISO, Mac and KOI8 ones).",
            "Open it in the program it came from and save it as PDF or as UTF-8 text.",
            "unsupported",
        )
    return found


def plausibility(text: str) -> float:
    """How much a text reads like one of our languages: about 1 for news, about 0 for a wrong decoding.

    Function words say the most; letters of one alphabet in their place help where there are few words; what wrong
    decodings are full of counts against.
    """
    words = {script: words_in(text, script) for script, _ in _SCRIPTS}
    total = sum(map(len, words.values()))
    characters = len(text) - text.count(" ") - text.count("\n") or 1
    if not total:
        return 0.0
    script, languages = max(_SCRIPTS, key=lambda entry: len(words[entry[0]]))
    known = frozenset[str]().union(*map(function_words, languages))
    familiar = sum(word in known for word in fold(" ".join(words[script])).text.split()) / total
    letters = sum(map(len, words[script])) / characters
    oddities = len(_ODD.findall(text)) / total
    return min(1.0, 3 * familiar) * 0.6 + letters * 0.4 - oddities


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    return None


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    stray = text.count("\ufffd") - data.decode(encoding, errors="ignore").count("\ufffd")
    repairs = (f"{stray} damaged characters were replaced by \ufffd",) if stray else ()
    return Decoded(text, encoding, repairs)


def _by_zero_bytes(data: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 without a byte order mark: spaces, digits and line ends have zero bytes in them."""
    if b"\x00" not in data[:SAMPLE_BYTES]:
        return None
    trials = [(plausibility(text), encoding) for encoding in _WIDE if (text := _wide_sample(data, encoding))]
    score, encoding = max(trials, default=(0.0, ""), key=lambda trial: trial[0])
    return _told(data, encoding) if score > ACCEPTABLE else None


def _wide_sample(data: bytes, encoding: str) -> str | None:
    width = 4 if "32" in encoding else 2
    try:
        text = data[: min(len(data), SAMPLE_BYTES) // width * width].decode(encoding, errors="strict")
    except UnicodeDecodeError:
        return None
    spaced = (text.count(" ") + text.count("\n")) * LONGEST_WORDS > len(text)
    return text if spaced and _control_share(text) < CONTROL_SHARE else None


def _told(data: bytes, encoding: str) -> Decoded:
    found = _decoded(data, encoding)
    return Decoded(found.text, encoding, (f"read as {_NAMES[encoding]}", *found.repairs))


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        sound = data[: error.start]
    if not sound or len(sound) < len(data) - LONGEST_CHARACTER + 1:
        return None
    return Decoded(sound.decode("utf-8"), "utf-8", ("the file breaks off within its last character",))


def _line_by_line(data: bytes) -> Decoded | None:
    """UTF-8 with some lines in another encoding, as pages glued together from two sources are."""
    lines = data.split(b"\n")
    texts = [_utf8_or_none(line) for line in lines]
    if not any(text is not None and not text.isascii() for text in texts):
        return None
    foreign = [index for index, text in enumerate(texts) if text is None]
    rest = b"\n".join(lines[index] for index in foreign)
    if _stray_bytes(rest) <= max(3, STRAY_SHARE * len(data)):
        return _decoded(data, "utf-8")
    other = _by_trial(rest, ())
    if other is None:
        return None
    for index, text in zip(foreign, other.text.split("\n"), strict=True):
        texts[index] = text
    said = f"{len(foreign)} of {len(lines)} lines were in {_NAMES[other.encoding]}, the rest in UTF-8"
    return Decoded("\n".join(text or "" for text in texts), "utf-8", (said,))


def _utf8_or_none(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _stray_bytes(data: bytes) -> int:
    return len(data.decode("utf-8", errors="replace")) - len(data.decode("utf-8", errors="ignore"))


def _by_trial(data: bytes, labels: Sequence[str]) -> Decoded | None:
    sample = data[:SAMPLE_BYTES].rpartition(b"\n")[0] or data[:SAMPLE_BYTES]
    preferred = {name for label in labels if (name := _codec(label))}
    score, encoding = 0.0, ""
    for trial, name in _trials(sample):
        credited = trial + LABEL_BONUS * (name in preferred)
        if credited > score + CLEAR_LEAD:
            score, encoding = credited, name
    return _told(data, encoding) if score >= ACCEPTABLE else None


def _trials(sample: bytes) -> Iterator[tuple[float, str]]:
    for encoding in LEGACY:
        text = sample.decode(encoding, errors="replace")
        strays = text.count("\ufffd") + len(_CONTROL.findall(text)) + len(_LATER_CONTROL.findall(text))
        yield plausibility(text) - 5 * strays / (len(text) or 1), encoding


def _codec(label: str) -> str | None:
    try:
        return codecs.lookup(label.strip()).name.replace("-", "_").replace("iso8859_1", "cp1252")
    except LookupError:
        return None


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / (len(text) or 1)
