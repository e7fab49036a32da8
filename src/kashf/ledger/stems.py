"""The words of a text as search compares them: folded, lightly stemmed, each with its place in the original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from kashf.records import content_id
from kashf.text import Folded, fold, search_key

__all__ = ["Shadow", "Word", "readings", "stem", "stems_digest", "words"]

_WORD = re.compile(r"[^\W_]+")
_CACHED_STEMS = 1 << 16
"""A news text draws most of its words from some ten thousand; 65,536 of them take about 10 MB."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its stem, and where the word itself stands in the original text."""

    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Affix:
    letters: str
    keep: int


@dataclass(frozen=True, slots=True)
class _Script:
    """What can be taken off the words of one script; longest first."""

    articles: tuple[_Affix, ...]
    endings: tuple[_Affix, ...]
    clitics: tuple[_Affix, ...]
    exceptions: tuple[str, ...]

    @staticmethod
    def load(plain: Mapping[str, Any]) -> _Script:
        def affixes(key: str) -> tuple[_Affix, ...]:
            groups = plain.get(key, ())
            found = [_Affix(affix, group["keep"]) for group in groups for affix in group["affixes"]]
            return tuple(sorted(found, key=lambda affix: -len(affix.letters)))

        return _Script(affixes("articles"), affixes("endings"), affixes("clitics"), tuple(plain.get("exceptions", ())))


def _table() -> str:
    return (files("kashf.ledger") / "stems.yaml").read_text(encoding="utf-8")


@cache
def stems_digest() -> str:
    """Tells one table of stems from another."""
    return content_id("s", _table())


@cache
def _scripts() -> Mapping[str, _Script]:
    plain = yaml.safe_load(_table())
    return {name: _Script.load(script) for name, script in plain.items()}


def _script_of(word: str) -> _Script | None:
    first = word[0]
    if "\u0600" <= first <= "\u06ff":
        return _scripts()["arabic"]
    if "\u0400" <= first <= "\u04ff":
        return _scripts()["cyrillic"]
    return _scripts()["latin"] if first.isalpha() else None


@lru_cache(maxsize=_CACHED_STEMS)
def stem(word: str) -> str:
    """The stem of one word in its folded spelling: article and endings off, until none fits.

    >>> stem("للتنظيم"), stem("تنظيمات"), stem("banks")
    ('تنظيم', 'تنظيم', 'bank')
    """
    script = _script_of(word)
    if script is None:
        return word
    return _without_endings(_without_article(word, script.articles), script)


def _without_article(word: str, articles: Sequence[_Affix]) -> str:
    while affix := next((each for each in articles if word.startswith(each.letters) and _leaves(word, each)), None):
        word = word[len(affix.letters) :]
    return word


def _without_endings(word: str, script: _Script) -> str:
    while not word.endswith(script.exceptions):
        affix = next((each for each in script.endings if word.endswith(each.letters) and _leaves(word, each)), None)
        if affix is None:
            break
        word = word[: -len(affix.letters)]
    return word


def _leaves(word: str, affix: _Affix) -> bool:
    """Whether enough of the word is left without the affix."""
    return len(word) - len(affix.letters) >= affix.keep


def readings(word: str) -> tuple[frozenset[str], ...]:
    """The ways to understand a word of a query, each as the stems that its forms have in a text.

    The first is the word as it stands, with every clitic that may be joined to it (`داعش` stands for `وداعش` and
    `لداعش` too). The others take its own first letters for clitics: `لداعش` may look for `داعش`.
    """
    script = _script_of(word)
    if script is None or not script.clitics:
        return (frozenset((stem(word),)),)
    bases = [word]
    bases += [
        word[len(clitic.letters) :]
        for clitic in script.clitics
        if word.startswith(clitic.letters) and len(word) - len(clitic.letters) >= clitic.keep
    ]
    return tuple(_forms(base, script) for base in bases)


def _forms(word: str, script: _Script) -> frozenset[str]:
    bare = _without_article(word, script.articles)
    return frozenset(stem(clitic + bare) for clitic in ("", *(clitic.letters for clitic in script.clitics)))


@dataclass(frozen=True, slots=True)
class Shadow:
    """The words of a text as their stems, in order; where a word stands is worked out for those that are asked for."""

    stems: tuple[str, ...]
    _spans: Sequence[tuple[int, int]]
    _folded: Folded

    @classmethod
    def of(cls, text: str) -> Shadow:
        """The shadow of a text."""
        folded = fold(text)
        stems = tuple(map(_stem_of, _WORD.findall(folded.text)))
        return cls(stems, [found.span() for found in _WORD.finditer(folded.text)], folded)

    def place(self, first: int, last: int | None = None) -> tuple[int, int]:
        """Where a word stands in the original text, or those from one to another."""
        start, _ = self._folded.original(*self._spans[first])
        begins, end = self._folded.original(*self._spans[first if last is None else last])
        # One character may fold to several words (¼ to 1 and 4): each of them stands in it.
        return start, max(end, begins + 1)


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    shadow = Shadow.of(text)
    return (Word(stem, *shadow.place(at)) for at, stem in enumerate(shadow.stems))


@lru_cache(maxsize=_CACHED_STEMS)
def _stem_of(folded: str) -> str:
    return stem(search_key(folded))
