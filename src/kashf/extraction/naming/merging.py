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

__all__ = ["as_names", "covered", "fitted", "named_from", "supported", "whole", "without_known", "without_tagged"]

_TWO_WORDED = frozenset({"عبد"})
_FITTED = frozenset({"organisation", "group", "place"})
_ACTING = frozenset({"people", "persons", "group", "state"})
_NAMING = frozenset({"outlet", "organisation"})
_TITLE_REACH = 3
SHORTEST_GOVERNED = 3
"""Letters of a word that has a preposition before it: «بي بي سي» has none."""
_ADJECTIVAL = ("ي", "يه")
_KINDS_OF_BODIES = frozenset({"organisation", "state", "court", "business", "bank", "group"})
_NO_PART = frozenset({"noun", "verbal_noun", "verb"})

NARROWER: dict[MentionKind, frozenset[MentionKind]] = {
    "organisation": frozenset({"group"}),
    "place": frozenset({"facility"}),
}
"""What the noun of a name, or the one before it, may make of the tagger's coarse kinds."""


def covered(names: Iterable[Name | Tagged]) -> set[int]:
    """The positions of all words in names."""
    return {position for name in names for position in range(name.first, name.last)}


def whole(tagged: Iterable[Tagged], at: Sequence[Word]) -> list[Tagged]:
    """The tagged names, a person's that is but a first name of two words («عبد الحق») with the last name behind it; a
    word by itself that is the last name of a person is that person's, whatever the tagger took it for.
    """
    grown = (replace(one, last=one.last + 1) if _goes_on(one, at) else one for one in tagged)
    kept = (_cut(_without_head(one, at), at) for one in grown)
    names = [one for one in kept if not _only_describes(one, at)]
    several = [one for one in names if one.kind == "person" and one.last - one.first > 1]
    last_names = {at[one.last - 1].norm for one in several if not at[one.last - 1].split.article}
    return [replace(one, kind="person") if _alone(one) and at[one.first].norm in last_names else one for one in names]


def _cut(one: Tagged, at: Sequence[Word]) -> Tagged:
    """A body's name up to what is no part of it: a word that ب or ك stands before («النيابة بتمويل …»), a noun of its
    own behind one with the article («ووصفت المنظمة القانون بأنه …», «سحب البنك المركزي رخصة …»)."""
    if one.kind != "organisation":
        return one
    for place in range(one.first + 1, one.last):
        before, word = at[place - 1], at[place]
        nouns = before.category == word.category == "noun" and not word.stem.endswith(_ADJECTIVAL)
        apart = nouns and before.split.article and word.split.article and not word.split.preposition
        prepositional = word.split.preposition in ("ب", "ك") and len(word.stem) >= SHORTEST_GOVERNED
        if prepositional or apart or _begins_anew(before, word):
            return replace(one, last=place)
    return one


def _begins_anew(before: Word, word: Word) -> bool:
    """Whether a noun without the article stands behind a word that has it: nothing leans on such a word."""
    bare = not (word.split.article or word.split.preposition or word.split.conjunction)
    return before.split.article and bare and word.category in ("noun", "verbal_noun") and bool(word.readings)


def _only_describes(one: Tagged, at: Sequence[Word]) -> bool:
    """Whether the words of a body only say what kind it is: «النيابة», «جمعية وهمية»."""
    head = at[one.first]
    if one.kind != "organisation" or head.category != "noun" or head.classes.isdisjoint(_KINDS_OF_BODIES):
        return False
    if one.last - one.first == 1:
        return True
    described = at[one.first + 1 : one.last]
    agree = all(word.stem.endswith("ه") and not word.split.article for word in (head, *described))
    return agree and all(word.category in ("unknown", "participle") for word in described)


def _without_head(one: Tagged, at: Sequence[Word]) -> Tagged:
    """A body's name without a noun that cannot be its head: one with the article takes no bare word behind it, so that
    «المدير التنفيذي للشركة فارس الدوسري» names the director."""
    if one.kind != "organisation" or one.last - one.first < 2:
        return one
    head, behind = at[one.first : one.first + 2]
    if head.category != "noun" or not head.split.article or behind.split.article or behind.category != "unknown":
        return one
    titled = any(word.category == "title" for word in at[max(0, one.first - _TITLE_REACH) : one.first])
    return replace(one, first=one.first + 1, kind="person" if titled else one.kind)


def _alone(one: Tagged) -> bool:
    return one.last - one.first == 1


def _goes_on(one: Tagged, at: Sequence[Word]) -> bool:
    first_name = one.kind == "person" and one.last - one.first == 2 and at[one.first].stem in _TWO_WORDED
    if not first_name or one.last >= len(at):
        return False
    behind = at[one.last]
    plain = behind.category == "unknown" and not behind.readings
    return plain and behind.split.article and not (behind.split.conjunction or behind.split.preposition)


def without_tagged(known: Sequence[Name], tagged: Sequence[Tagged], at: Sequence[Word]) -> list[Name]:
    """The known names that no tagged one takes the place of."""
    return [name for name in known if not any(_swallows(one, name, at) for one in tagged)]


def without_known(tagged: Sequence[Tagged], known: Sequence[Name]) -> list[Tagged]:
    """The tagged names that touch no known one."""
    taken = covered(known)
    return [one for one in tagged if not taken & set(range(one.first, one.last))]


def supported(known: Iterable[Name], tagged: Sequence[Tagged], at: Sequence[Word]) -> list[Name]:
    """The known names but bodies of one word that nothing speaks for: «العربية» is a channel behind «قناة», beside a
    verb of speech or where the tagger says so, and else an adjective."""
    told = covered(one for one in tagged if one.kind == "organisation")
    places = covered(one for one in tagged if one.kind == "place")
    return [name for name in known if _stands(name, at, told, places)]


def _stands(name: Name, at: Sequence[Word], told: set[int], places: set[int]) -> bool:
    """Whether a known name is meant where it stands; a place's word that the tagger takes for a place is."""
    if not _doubtful(name, at):
        return True
    return name.first in (places | told if name.kind == "place" else told) or _spoken_of(at, name)


def _doubtful(name: Name, at: Sequence[Word]) -> bool:
    """A body of one word, or a place that may be an adjective of the noun before it: «فائض مالي» is not Mali's."""
    if name.last - name.first > 1:
        return False
    if name.kind != "place" or name.first == 0:
        return name.kind == "organisation"
    before = at[name.first - 1]
    noun = before.category in ("noun", "verbal_noun") and not before.split.article
    return noun and at[name.first].stem.endswith("ي")


def _spoken_of(at: Sequence[Word], name: Name) -> bool:
    beside = [*at[max(0, name.first - 1) : name.first], *at[name.last : name.last + 1]]
    named = name.first > 0 and bool(at[name.first - 1].classes & _NAMING)
    return named or any(word.category == "verb" and "say" in word.classes for word in beside)


def fitted(names: Iterable[Name], at: Sequence[Word], language: str) -> list[Name]:
    """Bodies that no list knows, with the noun before that belongs to their name, and what they are for behind it:
    «شركة الأطلسي للصرافة»."""
    taken = covered(found := list(names))
    return [_fitted(name, at, language, taken) if name.kind == "organisation" else name for name in found]


def _fitted(name: Name, at: Sequence[Word], language: str, taken: set[int]) -> Name:
    before, attached = name.first - 1, words(language, "titles", "attached")
    if name.body is not None:
        return name
    if before >= 0 and before not in taken and not at[before].split.article and _unjoined(at[before]) in attached:
        name = replace(name, first=before, key=f"{bare_word(at[before])} {name.key}")
    proper = at[name.last - 1].split.article or not at[name.last - 1].norm.endswith("ه")  # no «جمعية زراعية للمحاكمة»
    if (
        proper
        and _unjoined(at[name.first]) in attached
        and name.last < len(at)
        and _is_purpose(at[name.last], name.last in taken)
    ):
        name = replace(name, last=name.last + 1, key=f"{name.key} {bare_word(at[name.last])}")
    return name


def _unjoined(word: Word) -> str:
    return word.norm[word.split.lead :]


def _is_purpose(word: Word, named: bool) -> bool:
    """«للصرافة» behind a firm's name; somebody to whom it does something is no purpose."""
    acting = bool(word.classes) and word.classes <= _ACTING
    return word.split.preposition == "ل" and word.split.article and not named and not acting


def named_from(name: Name, at: Sequence[Word], language: str) -> int:
    """Where a name begins for a reader: behind a noun that only says what is named («صحيفة الوطن»)."""
    several = name.last - name.first > 1 and name.kind in _FITTED
    return name.first + (several and _only_says_what(at, name, language))


def _only_says_what(at: Sequence[Word], name: Name, language: str) -> bool:
    """Whether the first noun of a name is none of it."""
    head, rest = at[name.first], at[name.first + 1]
    if head.split.article:
        return False
    lists = ["apart_places"] if name.kind == "place" else ["apart"]
    if name.kind != "place" and (not rest.readings or rest.category == "name"):
        lists.append("apart_before_names")
    return head.stem in words(language, "titles", *lists)


def _swallows(one: Tagged, name: Name, at: Sequence[Word]) -> bool:
    """Whether a tagged name stands in a known one's place. A body's name does not go on with a noun of its own: the
    dollars in «يهرّب حزب الله الدولارات» are what it smuggles; nor with «and»."""
    if not (one.first <= name.first and name.last <= one.last):
        return False
    behind = at[name.last : one.last]
    if name.kind in ("group", "organisation") and any(
        word.category in _NO_PART or word.split.conjunction for word in behind
    ):
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
    own = at[one.first] if one.last - one.first > 1 else None
    headed = own is not None and own.category == "noun" and not own.classes.isdisjoint(name for name, _ in HEADS)
    nouns = at[one.first : one.first + 1] if headed else at[max(0, one.first - 1) : one.first + (own is not None)]
    told = {kind for word in nouns for name, kind in HEADS if name in word.classes and word.category == "noun"}
    return next(iter(sorted(told & narrower)), one.kind)
