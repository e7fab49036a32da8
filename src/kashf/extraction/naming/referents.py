"""Who a noun stands for: «التنظيم», «المسؤول الروسي», «الوزارة», «الدراسة» after the one they name again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kashf.extraction.naming.name import Name
from kashf.extraction.words.word import NOMINAL, Word
from kashf.language.closed import words
from kashf.language.declension import adjectival
from kashf.records.spans import MentionKind
from kashf.text.folding import fold

__all__ = ["Referent", "find_referring"]

LONGEST_REFERENCE = 4
_OWNING = frozenset({"name", "noun", "title"})
_DESCRIBING = frozenset({"number", "quantifier", "demonstrative"})
_BODIES = frozenset({"organisation", "state", "outlet"})


@dataclass(frozen=True, slots=True)
class Referent:
    """A noun at words first..last that stands for a name given elsewhere in the report."""

    first: int
    last: int
    kind: MentionKind
    key: str


def find_referring(at: Sequence[Word], names: Sequence[Name], language: str) -> tuple[Referent, ...]:
    """The definite nouns that stand for the last fitting name before them, or else the first behind.

    A title stands for the last person who was given it: «the minister» is no under secretary. One that any official
    has (`titles.yaml`: generic) stands for the last who was given any; one that nobody was given stands for nobody.
    """
    covered = {position for name in names for position in range(name.first, name.last)}
    covered |= {position for name in names if name.title for position in range(*name.title)}
    found = []
    for position, word in enumerate(at):
        if position in covered or not _definite(at, position, language) or word.split.ending:
            continue
        name = _meant(at, position, names, language)
        if name is not None:
            found.append(Referent(position, _end(at, position, covered), name.kind, name.key))
    return tuple(found)


def _definite(at: Sequence[Word], position: int, language: str) -> bool:
    """Whether a noun says which one is meant. Russian has no article: there a noun does that stands by itself."""
    word = at[position]
    if language != "ru":
        return word.split.article
    before = at[position - 1] if position else None
    behind = at[position + 1] if position + 1 < len(at) else None
    described = before is not None and (before.category in _DESCRIBING or adjectival(before.norm))
    owned = behind is not None and behind.category in _OWNING and "gen" in (behind.cases or {"gen"})
    return word.category in ("noun", "title") and not (described or owned)


def _meant(at: Sequence[Word], position: int, names: Sequence[Name], language: str) -> Name | None:
    word = at[position]
    if word.category == "noun" and "group" in word.classes and _one(word):
        return _nearest(position, (name for name in names if name.kind == "group"))
    if word.category == "noun" and word.classes & _BODIES and _one(word):
        return _nearest(
            position, (n for n in names if n.kind == "organisation" and _headed(at, n, word.stem)), before=True
        )
    if word.category in ("title", "participle") and word.may_be("title"):
        return _titled(at, position, names, language)
    return None


def _titled(at: Sequence[Word], position: int, names: Sequence[Name], language: str) -> Name | None:
    word = at[position]
    given = [name for name in names if name.kind == "person" and name.title]
    same = [name for name in given if word.stem in _offices(at, name, language)]
    generic = word.stem in words(language, "titles", "generic")
    return _nearest(position, given if generic else same, before=True)


def _offices(at: Sequence[Word], name: Name, language: str) -> set[str]:
    """The stems of a person's title that say what they are: in Arabic its first word, else any that is a title."""
    first, last = name.title or (0, 0)
    heads = at[first:last][:1] if language == "ar" else at[first:last]
    return {word.stem for word in heads if word.may_be("title")}


def _one(word: Word) -> bool:
    return any(reading.number == "s" for reading in word.readings if reading.category == "noun")


def _nearest(position: int, names: Iterable[Name], *, before: bool = False) -> Name | None:
    fitting = list(names)
    earlier = [name for name in fitting if name.last <= position]
    if earlier:
        return earlier[-1]
    return None if before or not fitting else fitting[0]


def _headed(at: Sequence[Word], name: Name, noun: str) -> bool:
    if any(word.stem == noun for word in at[name.first : name.last]):
        return True
    return name.body is not None and any(noun in _parts(known) for names in name.body.names.values() for known in names)


@cache
def _parts(name: str) -> frozenset[str]:
    return frozenset(fold(name).text.split())


def _end(at: Sequence[Word], position: int, covered: set[int]) -> int:
    """The noun with its adjectives: «المسؤول الروسي», «التنظيم الإرهابي»."""
    last = position + 1
    while last < len(at) and last - position < LONGEST_REFERENCE and last not in covered:
        word = at[last]
        adjective = (
            word.category in NOMINAL
            and word.split.article
            and not word.split.conjunction
            and not word.split.preposition
        )
        if not adjective or not (word.category in ("unknown", "participle") or word.stem.endswith(("ي", "يه"))):
            break
        last += 1
    return last
