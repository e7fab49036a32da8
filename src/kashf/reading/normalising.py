"""Normalising: one kind of line end, nothing unseen that deceives. Never a letter, digit or word changes.

What is done, and in what order: half surrogates become U+FFFD; line ends of every kind become a newline; control
characters go; so do bidirectional overrides, embeddings and isolates (the marks LRM, RLM and ALM, which merely help a
page along, stay), tag characters and byte order marks; joints such as «., » that some pages leave between paragraphs
become newlines; spaces at the ends of lines go, and runs of blank lines become one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

__all__ = ["Normalised", "flatten", "has_letters", "normalise", "unwrap"]

_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\ufeff\u2060-\u2064\u206a-\u206f\U000e0000-\U000e007f]")
_BLANK_LINES = re.compile("\n{3,}")
_ANY_SPACE = re.compile(r"\s+")

_ARABIC_JOINT = re.compile(r"""(?P<end>[\u0600-\u06ff)»”"\d][.!?؟]["»”]?|[\u0600-\u06ff]["»”]\.)(?:[ \t]*,)+[ \t]+""")
"""A full stop and a Latin comma after Arabic, which has a comma of its own: this one joins what a page had apart."""
_OTHER_JOINT = re.compile(
    r"""(?P<end>[a-zа-яёéèà]{4}[.!?]["»”]?|[a-zа-яё]{4}["»”]\.)(?:[ \t]*,)+[ \t]+(?=["«“]?[A-ZА-ЯЁÉÈÀ])"""
)
FEWEST_JOINTS = 3
"""In Latin and Cyrillic text «., » also stands after abbreviations; so many before capitals are no accident."""

FEWEST_LETTERS = 20
"""A text with fewer letters has nothing to say; the shortest report among ours has 428 characters."""
NARROWEST_COLUMN, WIDEST_COLUMN = 40, 120
"""Characters a line: text wrapped by mail programs and typists lies between."""
MOST_STOPS = 0.5
"""Where so many lines end a sentence, each is a paragraph of its own."""
FULL_LINE = 0.6
"""How much of the longest line's width every line but a paragraph's last fills in wrapped text."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text, and in words what a reader should know was taken out of it."""

    text: str
    repairs: tuple[str, ...] = ()


def normalise(text: str) -> Normalised:
    """The text as offsets may point into it for good. Doing it twice changes nothing."""
    text, halves = _SURROGATES.subn("\ufffd", text)
    text = _LINE_ENDS.sub("\n", text)
    text, controls = _CONTROLS.subn("", text)
    text, turns = _BIDI.subn("", text)
    text, unseen = _UNSEEN.subn("", text)
    text = _tidy_lines(_split_joints(text))
    counted = (
        (halves, "half characters (surrogates) were replaced by \ufffd"),
        (controls, "control characters were taken out"),
        (turns, "controls that turn the direction of text were taken out"),
        (unseen, "invisible characters were taken out"),
    )
    return Normalised(text, tuple(f"{number} {what}" for number, what in counted if number))


def _split_joints(text: str) -> str:
    if "," not in text:
        return text
    text = _ARABIC_JOINT.sub(r"\g<end>\n", text)
    if sum(1 for _ in _OTHER_JOINT.finditer(text)) >= FEWEST_JOINTS:
        text = _OTHER_JOINT.sub(r"\g<end>\n", text)
    return text


def _tidy_lines(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", "\n".join(map(str.strip, text.strip().split("\n"))))


def has_letters(text: str) -> bool:
    """Whether a text has enough letters to say anything."""
    return sum(1 for _ in islice(filter(str.isalpha, text), FEWEST_LETTERS)) == FEWEST_LETTERS


def flatten(text: str) -> str:
    """The text on one line: white space of every kind becomes single spaces, as in a title."""
    return _ANY_SPACE.sub(" ", normalise(text).text).strip()


def unwrap(text: str) -> str:
    """The text with lines that were broken at a column's width joined into paragraphs.

    Paragraphs are what blank lines separate; one whose lines are not all about equally wide (a list, verse) stays as
    it is.
    """
    paragraphs = re.split(r"\n[^\S\n]*\n\s*", text.strip())
    return "\n\n".join(_joined(paragraph.splitlines()) for paragraph in paragraphs)


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines) if _is_wrapped(lines) else "\n".join(lines)


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    widths = [len(line.rstrip()) for line in lines]
    widest = max(widths)
    return NARROWEST_COLUMN <= widest <= WIDEST_COLUMN and min(widths[:-1]) >= FULL_LINE * widest and _flows(lines)


def _flows(lines: Sequence[str]) -> bool:
    """Whether sentences run over the lines' ends, and no line begins like an item of a list or a quoted reply."""
    stops = sum(line.rstrip(" \"'»”’)]").endswith((".", "!", "?", "؟", ":")) for line in lines[:-1])
    items = any(re.match(r"\s*(?:[-*•>]\s|\d{1,2}[.)]\s|>)", line) for line in lines)
    return not items and stops < MOST_STOPS * (len(lines) - 1)
