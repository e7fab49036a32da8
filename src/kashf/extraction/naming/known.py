"""Names that lists know: groups, bodies and places, in any spelling, with clitics, and as hashtags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.domain import Body
from kashf.extraction.knowledge import STEM, Knowledge, bare
from kashf.extraction.naming.name import Name, bare_word
from kashf.extraction.words.word import Word
from kashf.language.declension import place_stem

__all__ = ["find_known"]

_ARTICLE = "ال"
_NAMING = frozenset({"name", "unknown", "noun", "verbal_noun", "participle", "title"})


def find_known(at: Sequence[Word], knowledge: Knowledge, text: str) -> Iterator[Name]:
    """The names of lists, the longest where several begin at one word."""
    position = 0
    while position < len(at):
        match = _match(at, position, knowledge, text) if at[position].category not in ("mark", "number") else None
        if match is None:
            position += 1
            continue
        body, last = match
        yield Name(position, last, body.kind, body.key, body)
        position = last


def _match(at: Sequence[Word], position: int, knowledge: Knowledge, text: str) -> tuple[Body, int] | None:
    capitals = knowledge.splitter is None
    first = bare_word(at[position])
    inflected = knowledge.names.get(STEM + place_stem(first), ()) if knowledge.language == "ru" else ()
    for parts, definite, body in (*knowledge.names.get(first, ()), *inflected):
        last = _matched(at, position, parts)
        if last and _meant(at, (position, last), definite, text if capitals else None):
            return body, last
    return None


def _matched(at: Sequence[Word], position: int, parts: tuple[str, ...]) -> int:
    """The word behind the parts, which may be joined by _ as hashtags are; 0 where they do not follow."""
    for number, part in enumerate(parts):
        while number and position < len(at) and at[position].norm in ("_", "-"):
            position += 1
        if position >= len(at) or not _is_part(at[position], part):
            return 0
        if number and at[position].split.conjunction and at[position].norm != part:
            return 0
        position += 1
    return position


def _is_part(word: Word, part: str) -> bool:
    if part[0] == STEM:
        return part == STEM + place_stem(word.norm)
    return part in (bare_word(word), bare(word.norm))


def _meant(at: Sequence[Word], span: tuple[int, int], definite: bool, capitals: str | None) -> bool:
    """Whether a name is meant where its words stand: with its article («القاعدة», no «قاعدة»), and with a capital
    in the text of a language that has them."""
    first, last = span
    if capitals is not None:
        return last - first > 1 or _fits_capital(at[first], capitals)
    if last - first > 1:
        return not definite or _bears_article(at[last - 1])
    pointed = first > 0 and at[first - 1].category == "demonstrative"
    return at[first].category in _NAMING and at[first].split.article == definite and not pointed


def _bears_article(word: Word) -> bool:
    """Whether a word has the article, be it that it never goes without: «الله» is not taken apart."""
    return word.split.article or word.stem.startswith(_ARTICLE)


def _fits_capital(word: Word, text: str) -> bool:
    """Whether a name of one word is meant in a language that writes names with capitals: a turkey is no country."""
    return word.category in _NAMING and text[word.start].isupper()
