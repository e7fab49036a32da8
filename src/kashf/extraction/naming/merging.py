"""Names that the tagger finds beside those that lists know and rules find: which of two that overlap stands.

What was measured decides (ANERcorp, stretches held out, and the stories of corpus/names.ar.yaml kept for it): a list
knows a group or body better than the tagger, the tagger knows better where a person's name ends and whether a place's
name stands for something else; a longer name swallows the place within it («بنك العراق المركزي»).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kashf.extraction.naming.name import HEADS, Name, bare_word
from kashf.extraction.naming.tagger import Tagged
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.records.spans import MentionKind

__all__ = ["as_names", "covered", "fitted", "supported", "without_known", "without_tagged"]

_FITTED = frozenset({"organisation", "group", "place"})
_NAMING = frozenset({"outlet", "organisation"})

NARROWER: dict[MentionKind, frozenset[MentionKind]] = {
    "organisation": frozenset({"group"}),
    "place": frozenset({"facility"}),
}
"""What the noun of a name, or the one before it, may make of the tagger's coarse kinds."""


def covered(names: Iterable[Name | Tagged]) -> set[int]:
    """The positions of all words in names."""
    return {position for name in names for position in range(name.first, name.last)}


def without_tagged(known: Sequence[Name], tagged: Sequence[Tagged]) -> list[Name]:
    """The known names that no tagged one takes the place of."""
    return [name for name in known if not any(_swallows(one, name) for one in tagged)]


def without_known(tagged: Sequence[Tagged], known: Sequence[Name]) -> list[Tagged]:
    """The tagged names that touch no known one."""
    taken = covered(known)
    return [one for one in tagged if not taken & set(range(one.first, one.last))]


def supported(known: Iterable[Name], tagged: Sequence[Tagged], at: Sequence[Word]) -> list[Name]:
    """The known names but bodies of one word that nothing speaks for: «العربية» is a channel behind «قناة», beside a
    verb of speech or where the tagger says so, and else an adjective."""
    told = covered(tagged)
    return [name for name in known if not _doubtful(name) or name.first in told or _spoken_of(at, name)]


def _doubtful(name: Name) -> bool:
    return name.kind == "organisation" and name.last - name.first == 1


def _spoken_of(at: Sequence[Word], name: Name) -> bool:
    beside = [*at[max(0, name.first - 1) : name.first], *at[name.last : name.last + 1]]
    named = name.first > 0 and bool(at[name.first - 1].classes & _NAMING)
    return named or any(word.category == "verb" and "say" in word.classes for word in beside)


def fitted(names: Iterable[Name], at: Sequence[Word], language: str) -> list[Name]:
    """Bodies with the noun before that belongs to their name, and without one that only says what is named."""
    taken = covered(found := list(names))
    return [_fitted(name, at, language, taken) if name.kind in _FITTED else name for name in found]


def _fitted(name: Name, at: Sequence[Word], language: str, taken: set[int]) -> Name:
    before = name.first - 1
    if name.last - name.first > 1 and _only_says_what(at, name, language):
        return replace(name, first=name.first + 1)
    if name.kind == "place" or name.body is not None or before < 0 or before in taken or at[before].split.article:
        return name
    attached = at[before].norm[at[before].split.lead :] in words(language, "titles", "attached")
    return replace(name, first=before, key=f"{bare_word(at[before])} {name.key}") if attached else name


def _only_says_what(at: Sequence[Word], name: Name, language: str) -> bool:
    """Whether the first noun of a name is none of it."""
    head, rest = at[name.first], at[name.first + 1]
    if head.split.article:
        return False
    lists = ["apart_places"] if name.kind == "place" else ["apart"]
    if name.kind != "place" and (not rest.readings or rest.category == "name"):
        lists.append("apart_before_names")
    return head.stem in words(language, "titles", *lists)


def _swallows(one: Tagged, name: Name) -> bool:
    if not (one.first <= name.first and name.last <= one.last):
        return False
    if one.last - one.first > name.last - name.first:
        return True
    return name.kind == "place" and one.kind != "place"


def as_names(tagged: Iterable[Tagged], at: Sequence[Word]) -> list[Name]:
    """Tagged names as names, with the narrower kind that a noun tells."""
    return [
        Name(one.first, one.last, _kind(one, at), " ".join(bare_word(word) for word in at[one.first : one.last]))
        for one in tagged
    ]


def _kind(one: Tagged, at: Sequence[Word]) -> MentionKind:
    narrower = NARROWER.get(one.kind, frozenset())
    nouns = at[max(0, one.first - 1) : one.first + (one.last - one.first > 1)]
    told = {kind for word in nouns for name, kind in HEADS if name in word.classes and word.category == "noun"}
    return next(iter(sorted(told & narrower)), one.kind)
