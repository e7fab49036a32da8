"""Names that the tagger finds beside those that lists know and rules find: which of two that overlap stands.

What was measured decides (ANERcorp, stretches held out, and the stories of corpus/names.ar.yaml kept for it): a list
knows a group or body better than the tagger, the tagger knows better where a person's name ends and whether a place's
name stands for something else; a longer name swallows the place within it («بنك العراق المركزي»).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kashf.extraction.naming.name import HEADS, Name, bare_word
from kashf.extraction.naming.tagger import Tagged
from kashf.extraction.words.word import Word
from kashf.records.spans import MentionKind

__all__ = ["as_names", "covered", "without_known", "without_tagged"]

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
