"""Names within names and titles: the place in «بنك العراق المركزي», the body in «نائب وزير الخارجية الروسي».

A name within another is a mention beside it: it fills no role and speaks for nobody, but a reader who asks about the
place or person finds the body that bears its name. What is looked for is what such names are made of:

- places that lists know, and the people's adjective of a country, in the name of a body, group or facility, and before
  the hyphen of a compound («Lebanon-based»);
- a person after whom a body or facility is called («مؤسسة رفيق الحريري», "Carter Center");
- the ministry behind a minister's title, where the title says of which country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kashf.domain import Body, body_named, country_of_adjective, place_named
from kashf.extraction.knowledge import Knowledge
from kashf.extraction.naming.capital_evidence import is_given_name
from kashf.extraction.naming.known import find_known
from kashf.extraction.naming.name import Name, bare_word
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.weights import listed
from kashf.records.spans import MentionKind

__all__ = ["Inner", "find_compounds", "find_nested"]

_OUTER = frozenset({"organisation", "group", "facility"})
LONGEST_OFFICE = 6
"""Words of a title that may name an office of a state: «министр иностранных дел России»."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A name at start..end of the text that stands within another or a title. `described` says that the words are no
    name of what they stand for: the ministry in a minister's title."""

    start: int
    end: int
    kind: MentionKind
    key: str
    body: Body | None = None
    described: bool = False


def find_nested(at: Sequence[Word], names: Sequence[Name], knowledge: Knowledge, text: str) -> Iterator[Inner]:
    """The names within names and titles, in the order of these."""
    for name in names:
        if name.kind in _OUTER and name.last - name.first > 1:
            own = at[name.first : name.last]
            placed = list(_places(own, knowledge, text))
            yield from placed
            if not placed:
                yield from _namesake(own, knowledge.language)
        if name.title is not None:
            yield from _office(at, name.title, knowledge.language, text)


def _places(own: Sequence[Word], knowledge: Knowledge, text: str) -> Iterator[Inner]:
    """Places and countries' adjectives in a name, none of them the whole of it."""
    found = [name for name in find_known(own, knowledge, text) if name.last - name.first < len(own)]
    if not found:
        found = [_moved(name) for name in find_known(own[1:], knowledge, text)]
    taken = set[int]()
    for name in found:
        taken.update(range(name.first, name.last))
        if name.kind == "place":
            yield Inner(own[name.first].start, own[name.last - 1].end, "place", name.key, name.body)
    for position, word in enumerate(own):
        country = country_of_adjective(word.norm[word.split.lead :], knowledge.language)
        if country is not None and position not in taken:
            yield Inner(word.start, word.end, "place", country.key, country)


def _moved(name: Name) -> Name:
    return Name(name.first + 1, name.last + 1, name.kind, name.key, name.body)


def _namesake(own: Sequence[Word], language: str) -> Iterator[Inner]:
    """The person a body is called after: a first name and more in it, beside its noun."""
    head_first = language != "en"
    start, end = (1, len(own)) if head_first else (0, len(own) - 1)
    nouns = [place for place, word in enumerate(own) if word.category in ("noun", "mark", "preposition")]
    inside = [place for place in nouns if start <= place < end]
    last = min(inside) if inside else end
    first = own[start] if start < len(own) else None
    if first is None or last - start < 2 or not _is_first_name(first, language):
        return
    key = " ".join(bare_word(word) for word in own[start:last])
    yield Inner(own[start].start, own[last - 1].end, "person", key)


def _is_first_name(word: Word, language: str) -> bool:
    if language == "ar":
        return word.norm[word.split.lead :] in _arabic_first_names()
    return is_given_name(word.norm, language)


@cache
def _arabic_first_names() -> frozenset[str]:
    lists = (line.partition("\t") for line in listed("ar", "persons"))
    return words("ar", "first_names", "arab", "foreign") | {name for name, _, sort in lists if sort == "first"}


def _office(at: Sequence[Word], title: tuple[int, int], language: str, text: str) -> Iterator[Inner]:
    """The ministry that a title says its bearer heads or serves, where it is one of a state that we know."""
    ministers = words(language, "titles", "ministers")
    first, last = title
    heads = [p for p in range(first, last) if at[p].norm in ministers or at[p].stem in ministers]
    for head in heads[:1]:
        for begin, end in _around(head, last, language):
            body = _ministry(at[begin:end], head - begin, language, text)
            if body is not None:
                yield Inner(at[begin].start, at[end - 1].end, "organisation", body.key, body, described=True)
                return


def _around(head: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of a title that a minister stands in, longer ones first: in English at their end."""
    if language == "en":
        yield from ((begin, head + 1) for begin in range(max(0, head - LONGEST_OFFICE // 2), head))
    yield from ((head, end) for end in range(min(last, head + LONGEST_OFFICE), head + 1, -1))


def _ministry(own: Sequence[Word], head: int, language: str, text: str) -> Body | None:
    """The body that these words name, with the ministry in the minister's place."""
    written = [text[word.start : word.end] for word in own]
    for ministry in words(language, "titles", "ministries"):
        spelled = " ".join((*written[:head], ministry, *written[head + 1 :]))
        for name in (spelled, spelled + "ة") if language == "ar" else (spelled,):
            body = body_named(name)
            if body is not None and body.country is not None:
                return body
    return None


def find_compounds(at: Sequence[Word], names: Sequence[Name], knowledge: Knowledge, text: str) -> Iterator[Inner]:
    """Places before the hyphen of a compound that is no name: «Lebanon-based», «Iran-backed»."""
    ends = words(knowledge.language, "titles", "compound_ends")
    taken = {place for name in names for place in range(name.first, name.last)}
    for position, word in enumerate(at):
        if "-" not in word.norm or position in taken or word.norm.rpartition("-")[2] not in ends:
            continue
        written = text[word.start : word.end].rpartition("-")[0]
        place = place_named(written) if written[:1].isupper() else None
        if place is not None:
            yield Inner(word.start, word.start + len(written), "place", place.key, place)
