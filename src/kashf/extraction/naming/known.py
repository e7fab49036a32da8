"""Names that lists know: groups, bodies and places, in any spelling, with clitics, and as hashtags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kashf.domain import Body
from kashf.extraction.knowledge import STEM, Knowledge, KnownName, bare, respelled
from kashf.extraction.naming.name import Name, bare_word
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.declension import place_stem

__all__ = ["find_known", "of_countries"]

_ARTICLE = "ال"
_NAMING = frozenset({"name", "unknown", "noun", "verbal_noun", "participle", "title"})


def find_known(at: Sequence[Word], knowledge: Knowledge, text: str, keys: Sequence[str] = ()) -> Iterator[Name]:
    """The names of lists, the longest where several begin at one word. `keys` are the words as names are compared,
    where they are at hand."""
    keys = list(map(respelled, keys or list(map(bare_word, at))))
    behind = 0
    for position in _openings(at, keys, knowledge):
        match = _match(at, position, knowledge, text, keys) if position >= behind else None
        if match is not None:
            body, behind = match
            yield Name(position, behind, body.kind, body.key, body)


def _openings(at: Sequence[Word], keys: Sequence[str], knowledge: Knowledge) -> Iterator[int]:
    """The words that may open a known name: one in thirty, but in Russian, where any may be a case of one."""
    every = knowledge.language == "ru"
    opening = [place for place, key in enumerate(keys) if every or key in knowledge.names]
    return (place for place in opening if at[place].category not in ("mark", "number"))


def of_countries(at: Sequence[Word], known: Sequence[Name], language: str) -> Iterator[Name]:
    """The known names, a body's with the country behind it that says whose it is: «Генеральная прокуратура Киргизии»
    is another than the one that goes without, and so is «Danske Bank Estonia»."""
    following = {name.first: name for name in known if name.kind == "place"}
    taken = set[int]()
    for name in known:
        place = following.get(name.last)
        firm = at[name.last - 1].norm in words(language, "titles", "firms")
        if place is not None and name.kind == "organisation" and (firm or "gen" in at[place.first].cases):
            taken.add(place.first)
            yield Name(name.first, place.last, name.kind, " ".join(w.norm for w in at[name.first : place.last]))
        elif name.first not in taken:
            yield name


def _match(
    at: Sequence[Word], position: int, knowledge: Knowledge, text: str, keys: Sequence[str]
) -> tuple[Body, int] | None:
    capitals = text if knowledge.splitter is None else None
    for parts, definite, body in _candidates(at, position, knowledge, keys):
        last = _matched(at, position, parts, keys)
        if last and _meant(at, (position, last), definite, capitals):
            return body, last
    return None


def _candidates(at: Sequence[Word], position: int, knowledge: Knowledge, keys: Sequence[str]) -> Iterable[KnownName]:
    """The known names that begin with a word and the one behind it; longer ones first."""
    firsts = [knowledge.names.get(keys[position])]
    if knowledge.language == "ru" and not _is_noun(at[position]):
        firsts.append(knowledge.names.get(STEM + place_stem(keys[position])))
    found: list[KnownName] = []
    for seconds in filter(None, firsts):
        second = _part_at(at, position + 1)
        for key in _written(at[second], keys[second], knowledge.language) if second < len(at) else ():
            found.extend(seconds.get(key, ()))
        found.extend(seconds.get("", ()))
    return sorted(found, key=_by_length) if len(found) > 1 else found


def _is_noun(word: Word) -> bool:
    """Whether a Russian word is a listed noun as dictionaries have it: «Груз» is no form of «Грузия»."""
    return word.category == "noun" and bool(word.classes) and word.norm == word.stem


def _by_length(known: KnownName) -> int:
    return -len(known[0])


def _written(word: Word, key: str, language: str) -> set[str]:
    """How the part of a known name may be written that a word is."""
    written = {key, bare(word.token.norm)}
    return written | {STEM + place_stem(word.token.norm)} if language == "ru" else written


def _part_at(at: Sequence[Word], position: int) -> int:
    """Where the next part of a name stands: parts may be joined by _ as hashtags are."""
    while position < len(at) and at[position].token.norm in ("_", "-"):
        position += 1
    return position


def _matched(at: Sequence[Word], position: int, parts: tuple[str, ...], keys: Sequence[str]) -> int:
    """The word behind the parts; 0 where they do not follow."""
    for number, part in enumerate(parts):
        if number:
            position = _part_at(at, position)
        if position >= len(at) or not _is_part(at[position], keys[position], part):
            return 0
        if number and at[position].split.conjunction and at[position].norm != part:
            return 0
        position += 1
    return position


def _is_part(word: Word, key: str, part: str) -> bool:
    if part[0] == STEM:
        return part == STEM + place_stem(word.norm)
    return part in (key, bare(word.norm))


def _meant(at: Sequence[Word], span: tuple[int, int], definite: bool, capitals: str | None) -> bool:
    """Whether a name is meant where its words stand: with its article («القاعدة», no «قاعدة»), and with a capital
    in the text of a language that has them, unless the list writes it without (« les talibans »)."""
    first, last = span
    if capitals is not None:
        return last - first > 1 or definite or _fits_capital(at[first], capitals)
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
