"""Folding: one spelling for what readers take for the same letter, with the way back to the original text.

What is folded: the alefs (أ إ آ ٱ), the hamza seats (ؤ ئ), final ya (ى) and ta marbuta (ة), Persian and Urdu letters
for Arabic ones, digits of every script, presentation forms and other compatibility characters (Unicode NFKC),
capital letters, ё, and the many quotation marks, apostrophes, dashes and spaces. What is dropped: vowel marks, tatweel,
zero-width and bidirectional controls. Offsets lead back to the original, which never changes.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

__all__ = ["Folded", "fold", "fold_whole", "search_key"]

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ؤئ", "ء"),
    **dict.fromkeys("ىیےېۍۓ", "ي"),
    **dict.fromkeys("ةھہۃەۀۂ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    "ё": "е",
    "Ё": "е",
    "ﷲ": "الله",
}
_MARKS = {
    **dict.fromkeys("«»“”„‟″〝〞＂❝❞", '"'),
    **dict.fromkeys("‘’‚‛‹›′`´ʼʻ", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘", "-"),
}
_HAMZA_ABOVE = "\u0654"
_DROPPED_CATEGORIES = ("Mn", "Cf")
_TATWEEL = "\u0640"
_KEPT_MARKS = frozenset("\u0301\u0300\u0302\u0308\u0327\u0303")
"""Latin combining accents are composed with their letter where they follow one, not dropped as Arabic marks are."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, where it stands in the original.

    `offsets` has one entry more than `text` (the original's length), or is None where the two run side by side.
    """

    text: str
    offsets: array[int] | None = None

    def start(self, position: int) -> int:
        """The original offset of a folded one, as the start of a span."""
        return self.offsets[position] if self.offsets is not None else position

    def end(self, position: int) -> int:
        """The original offset of a folded one, as the end of a span: marks on its last letter belong to it.

        A span that ends inside a ligature takes the whole ligature, so that no span of letters is empty.
        """
        if self.offsets is None or position == 0:
            return self.start(position)
        return max(self.offsets[position], self.offsets[position - 1] + 1)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original's span for a folded one."""
        return self.start(start), self.end(end)


_FEW_CHANGED = 100
"""With more different characters to change, a pass over the text for each would cost more than one look at all."""
_COMBINING = re.compile(f"[{''.join(sorted(_KEPT_MARKS))}{_HAMZA_ABOVE}]")


_uneven: set[str] = set()
"""The characters met so far that fold to none or to several."""
_SHORT = 64
"""Characters of a text that is folded in one look; tables give tens of thousands of words."""


class _Table(dict[str, str]):
    """What each character folds to; filled as characters are met."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        if len(folded) != 1:
            _uneven.add(character)
        return folded


def _fold_character(character: str) -> str:
    known = _LETTERS.get(character) or _MARKS.get(character)
    if known is not None:
        return known
    category = unicodedata.category(character)
    if category in _DROPPED_CATEGORIES or character == _TATWEEL:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("Zs", "Zl", "Zp"):
        return "\n" if category in ("Zl", "Zp") else " "
    compatible = unicodedata.normalize("NFKC", character)
    if compatible == character:
        return _without_marks(character.casefold())
    return "".join(_fold_character(part) if part != character else part for part in compatible).strip() or " "


def _without_marks(letters: str) -> str:
    """Letters whose small form has a mark of its own («İ») lose it, or folding twice would differ from folding once."""
    if len(letters) == 1:
        return letters
    return "".join(letter for letter in letters if unicodedata.category(letter) not in _DROPPED_CATEGORIES)


_table = _Table()


class _Translation(dict[int, str]):
    """The same for `str.translate`."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _table[chr(code)]
        return folded


_translation = _Translation()


def fold(text: str) -> Folded:
    """The text in one spelling, with the way back. Takes time in proportion to its length.

    >>> fold("المسئُولـ الروسى ١٢").text
    'المسءول الروسي 12'
    """
    if not text.isascii() and _COMBINING.search(text):
        return _composed(text)
    if len(text) <= _SHORT:
        folded = text.translate(_translation)
        if _uneven.isdisjoint(text):
            return Folded(folded)
    changed = [character for character in set(text) if _table[character] != character]
    folded = _replaced(text, changed)
    uneven = frozenset(character for character in changed if len(_table[character]) != 1)
    if not uneven:
        return Folded(folded)
    offsets, done = array("L"), 0
    for match in _any_of(uneven).finditer(text):
        offsets.extend(range(done, match.start()))
        offsets.extend(repeat(match.start(), len(_table[match[0]])))
        done = match.end()
    offsets.extend(range(done, len(text) + 1))
    return Folded(folded, offsets)


@lru_cache(maxsize=1)
def fold_whole(text: str) -> Folded:
    """The same for the text of a whole report, which one stage folds after another: the last one is kept."""
    return fold(text)


def _replaced(text: str, changed: list[str]) -> str:
    """The text with each of its characters that change replaced. A report has a dozen of them, and a pass for each
    takes less time than looking up every character; nothing that a character folds to changes again."""
    if len(changed) > _FEW_CHANGED:
        return text.translate(_translation)
    for character in changed:
        text = text.replace(character, _table[character])
    return text


@lru_cache(maxsize=512)
def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, sorted(characters)))}]")


def _composed(text: str) -> Folded:
    """A text with combining marks, folded letter by letter."""
    pieces = list(map(_table.__getitem__, text))
    _compose(text, pieces)
    lengths = map(len, pieces)
    offsets = array("L", chain.from_iterable(repeat(index, length) for index, length in enumerate(lengths)))
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


def _compose(text: str, pieces: list[str]) -> None:
    """Letters written as a base and a combining mark become the one letter they are (ي + hamza above, e + acute)."""
    for mark in _KEPT_MARKS | {_HAMZA_ABOVE}:
        at = text.find(mark, 1)
        while at > 0:
            composed = unicodedata.normalize("NFC", text[at - 1] + mark)
            if len(composed) == 1:
                pieces[at - 1] = _table[composed]
            at = text.find(mark, at + 1)


class _Unmarked(dict[int, int | None]):
    """For `str.translate`: combining marks go, all else stays; filled as characters are met."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = None if unicodedata.category(chr(code)) == "Mn" else code
        return kept


_unmarked = _Unmarked()


def search_key(text: str) -> str:
    """The text as search compares it: folded, and Latin accents dropped («Société» finds «societe»)."""
    return unicodedata.normalize("NFD", fold(text).text).translate(_unmarked)
