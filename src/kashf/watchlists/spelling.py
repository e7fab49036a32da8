"""Names as lists write them: several in one cell, family name first, an acronym or a remark in brackets.

What comes out is names as they are said. Nothing is guessed that the marks do not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kashf.domain import body_named
from kashf.records.spans import MentionKind
from kashf.text.folding import search_key
from kashf.watchlists.tables import table

__all__ = ["LONGEST_NAME", "Quality", "Written", "clean", "names_in", "spelled"]

Quality = Literal["good", "weak", "former"]

LONGEST_NAME = 400
"""Characters; the longest name of the United Nations list of 2018 has 150, and what is longer is prose."""
LONGEST_ACRONYM = 10
LONGEST_NOTHING = 12
"""Characters of the longest word of the table `empty`, and some."""

_EDGES = ' \t\r\n"“”„«»‘`|,،;؛:()[]'
_APART = re.compile(r"\s*[;؛\n]\s*|\s+/\s+")
_ARABIC_COMMA = re.compile(r"\s*،\s*")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)(?:[)\]]\s*|$)")
_LETTERED = re.compile(r"(?:^|(?<=[\s,;]))\(?(?:[a-z]|[ivx]{1,4}|[0-9]{1,2})\)\s*")


@dataclass(frozen=True, slots=True)
class Written:
    """A name and how good the list says it is: `weak` where many others bear it too, `former` where it has lapsed."""

    text: str
    quality: Quality = "good"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(search_key, table("spelling")[name]))


def clean(text: object) -> str:
    """A cell's words with single spaces; empty where the cell only says that there is nothing."""
    plain = " ".join(str(text if text is not None else "").split())
    return "" if len(plain) <= LONGEST_NOTHING and search_key(plain) in _words("empty") else plain


def names_in(cell: str, quality: Quality = "good") -> Iterator[Written]:
    """The names in a cell that may hold several: between semicolons, lines or `a) b)`; in Arabic between «،» too.

    >>> [name.text for name in names_in("a) Salim Nour; b) Selim Noor")]
    ['Salim Nour', 'Selim Noor']
    """
    for part in _APART.split(_LETTERED.sub(";", cell)):
        for name in _between_commas(part) if quality == "good" else _ARABIC_COMMA.split(part):
            if name.strip(_EDGES):
                yield Written(name.strip(_EDGES), quality)


def _between_commas(part: str) -> list[str]:
    """The names between Arabic commas; one name where its family name goes before: «الحداد، سامر», but «داعش، حماس»."""
    names = [name for name in _ARABIC_COMMA.split(part) if name.strip(_EDGES)]
    if len(names) != 2 or " ،" in part or " " in names[0].strip(_EDGES) or any(map(body_named, names)):
        return names
    return [f"{names[1].strip(_EDGES)} {names[0].strip(_EDGES)}"]


def spelled(written: Iterable[Written], kind: MentionKind) -> Iterator[Written]:
    """The names as they are said: remarks taken out, what is bracketed apart, family names put last.

    >>> [name.text for name in spelled([Written("NOUR, Salim (the tall)")], "person")]
    ['Salim NOUR', 'the tall']
    >>> [name.text for name in spelled([Written("Harbour Relief Front (HRF)")], "organisation")]
    ['Harbour Relief Front', 'HRF']
    """
    for name in written:
        for part in _without_brackets(replace(name, text=_marks().sub("", name.text))):
            text = clean(_in_order(part.text, kind).strip(_EDGES))
            if any(map(str.isalpha if kind == "person" else str.isalnum, text)):
                yield replace(part, text=text)


@cache
def _marks() -> re.Pattern[str]:
    """What stands before a name with a colon, and all from where prose begins."""
    before, prose = ("|".join(map(re.escape, table("spelling")[name])) for name in ("before", "prose"))
    return re.compile(rf"^\W*(?:{before})\s*:\s*|[\s(,.]*\b(?:{prose})\b.*$", re.I | re.S)


def _without_brackets(name: Written) -> Iterator[Written]:
    if "(" not in name.text and "[" not in name.text:
        yield name
        return
    inner = [words.strip() for words in _BRACKETS.findall(name.text)]
    former = name.quality == "good" and any(_holds(words, "former") for words in inner)
    outer = _BRACKETS.sub(" ", name.text)
    yield replace(name, text=outer, quality="former" if former else name.quality)
    for words in filter(_may_be_name, (_marks().sub("", words) for words in inner)):
        yield Written(words, name.quality if _is_acronym(words, outer) else "weak")


def _may_be_name(words: str) -> bool:
    return len(words) > 1 and not words[0].isdigit() and not _holds(words, "asides")


def _holds(words: str, kind: str) -> bool:
    padded = f" {search_key(words)} "
    return any(f" {word} " in padded for word in _words(kind))


def _is_acronym(words: str, name: str) -> bool:
    """Whether bracketed words are what the letters of the name spell, or plainly an acronym: «PAD»."""
    letters = [letter for letter in words if letter.isalpha()]
    return 1 < len(letters) <= LONGEST_ACRONYM and " " not in words and words.upper() == words and len(name.split()) > 1


def _in_order(name: str, kind: MentionKind) -> str:
    """Of a person's name with one comma what stands behind it first: «CRUZ, Juan» is Juan CRUZ."""
    family, comma, given = name.partition(",")
    if kind != "person" or not comma or "," in given or not given.strip() or not family.strip():
        return name
    behind = re.sub(r"[^\w\s]", "", search_key(given)).strip()
    return name if behind in _words("after_comma") else f"{given.strip()} {family.strip()}"
