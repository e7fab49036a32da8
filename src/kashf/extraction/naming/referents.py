"""Who a noun stands for: «التنظيم», «المسؤول الروسي», «الوزارة», «الدراسة» after the one they name again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kashf.extraction.naming.name import Name
from kashf.extraction.words.word import NOMINAL, Word
from kashf.language.closed import words
from kashf.language.declension import adjectival
from kashf.records.spans import MentionKind, OpenReason
from kashf.text.folding import fold

__all__ = ["OpenNoun", "Referent", "find_open", "find_referring"]

LONGEST_REFERENCE = 4
_OWNING = frozenset({"name", "noun", "title"})
_DESCRIBING = frozenset({"number", "quantifier", "demonstrative"})
_OPEN = frozenset({"organisation", "group", "outlet", "business", "bank", "state"})
_PLACED = frozenset({"territory", "facility", "site"})
_LEANING = frozenset({"ar", "ru"})
"""Languages in which a noun leans on the one before it: «مدير الشركة», «глава компании»."""
_OWNING_LINKS = frozenset({"of", "de", "du", "des", "d'", "that", "which", "who"})
_BODIES = frozenset({"organisation", "state", "outlet"})


@dataclass(frozen=True, slots=True)
class Referent:
    """A noun at words first..last that stands for a name given elsewhere in the report."""

    first: int
    last: int
    kind: MentionKind
    key: str


@dataclass(frozen=True, slots=True)
class OpenNoun:
    """A definite noun at words first..last that stands for somebody the report does not name, and why it is open."""

    first: int
    last: int
    reason: OpenReason


def find_open(
    at: Sequence[Word], names: Sequence[Name], referents: Sequence[Referent], language: str
) -> tuple[OpenNoun, ...]:
    """The definite nouns for people and bodies that nobody fits: «المسؤول», "the official", « le groupe ».

    Left out are the offices of a state, of which everybody knows which is meant («الشرطة», "the court"), and nouns that
    say themselves whose or what they are ("the company that …", « le groupe de Moussa »).
    """
    taken = _covered(names) | {place for one in referents for place in range(one.first, one.last)}
    found = []
    for position, word in enumerate(at):
        standing = position not in taken and not word.split.ending and _stands_for(word, language)
        if not standing or not _definite(at, position, language):
            continue
        if not (_is_part(at, position, taken, language) or _told_behind(at, position, language)):
            found.append(OpenNoun(position, _end(at, position, taken), _reason(word, names, position)))
    return tuple(found)


def _stands_for(word: Word, language: str) -> bool:
    """Whether a noun stands for one person or body that a report may name."""
    if word.category == "title":
        return True
    placed = not word.classes.isdisjoint(_PLACED) and "group" not in word.classes
    known = word.stem in words(language, "titles", "unique")
    return word.category == "noun" and not word.classes.isdisjoint(_OPEN) and not (placed or known) and _one(word)


def _is_part(at: Sequence[Word], position: int, taken: set[int], language: str) -> bool:
    """Whether a noun belongs to a longer phrase: a title with more of it or a name behind it, a noun beside another."""
    before = at[position - 1] if position else None
    following = position + 1 + (position + 1 < len(at) and at[position + 1].norm == '"')
    behind = at[following] if following < len(at) else None
    named = behind is not None and (following in taken or behind.category in ("title", "noun", "name"))
    if language == "ar":
        named = named and behind is not None and not behind.split.article
    leaning = before is not None and before.category in ("noun", "title", "verbal_noun")
    definite = before is not None and before.split.article
    return named or (leaning and not definite and language in _LEANING)


def _told_behind(at: Sequence[Word], position: int, language: str) -> bool:
    """Whether what stands behind a noun says which is meant."""
    behind = at[position + 1] if position + 1 < len(at) else None
    if behind is None:
        return False
    linking = behind.norm in words(language, "words", "part_of") or behind.norm in _OWNING_LINKS
    return behind.category == "relative" or linking


def _reason(word: Word, names: Sequence[Name], position: int) -> OpenReason:
    """Why a noun is open: nobody it could stand for is named before it, several are, or one whom it does not fit."""
    kinds = {"person"} if word.category == "title" else {"group"} if "group" in word.classes else {"organisation"}
    before = {name.key for name in names if name.kind in kinds and name.last <= position}
    return "several" if len(before) > 1 else "nobody" if not before else "unnamed"


def find_referring(at: Sequence[Word], names: Sequence[Name], language: str) -> tuple[Referent, ...]:
    """The definite nouns that stand for the last fitting name before them, or else the first behind.

    A title stands for the last person who was given it: «the minister» is no under secretary. One that any official
    has (`titles.yaml`: generic) stands for the last who was given any; one that nobody was given stands for nobody.
    """
    covered = _covered(names)
    found = []
    for position, word in enumerate(at):
        if position in covered or not _definite(at, position, language) or word.split.ending:
            continue
        name = _meant(at, position, names, language)
        if name is not None:
            found.append(Referent(position, _end(at, position, covered), name.kind, name.key))
    return tuple(found)


def _covered(names: Sequence[Name]) -> set[int]:
    """The places of names and of their titles."""
    covered = {position for name in names for position in range(name.first, name.last)}
    return covered | {position for name in names if name.title for position in range(*name.title)}


def _definite(at: Sequence[Word], position: int, language: str) -> bool:
    """Whether a noun says which one is meant. Russian has no article: there a noun does that stands by itself."""
    word = at[position]
    if language != "ru":
        return word.split.article and not _indefinite(at, position, language)
    before = at[position - 1] if position else None
    behind = at[position + 1] if position + 1 < len(at) else None
    described = before is not None and (before.category in _DESCRIBING or adjectival(before.norm))
    owned = behind is not None and behind.category in _OWNING and "gen" in (behind.cases or {"gen"})
    return word.category in ("noun", "title") and not (described or owned)


def _indefinite(at: Sequence[Word], position: int, language: str) -> bool:
    """Whether the word before a noun is one that any such thing has («a group», « une société »), or an owner («his
    company»)."""
    before = at[position - 1].norm if language != "ar" and position else ""
    return before in words(language, "titles", "indefinite")


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
