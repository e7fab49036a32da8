"""What stands within a phrase: whose a thing is, and what the noun that a fixed phrase is made with is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from kashf.domain.predicates import Predicate, broader_kinds
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.words.word import Word

__all__ = ["complements", "genitives", "owner_of"]


def owner_of(phrase: Phrase, words: Sequence[Word]) -> Iterator[Phrase]:
    """Whose a thing is, by what is written before or in it: «the group's income», «доходы группировки»."""
    owning = next((position for position in range(phrase.first, phrase.last - 1) if words[position].owning), None)
    if owning is not None:
        yield Phrase(phrase.first, owning + 1, frozenset({"agent"}))
        return
    for position in range(phrase.first, phrase.last - 1):
        genitive = words[position + 1]
        if genitive.classes & {"group", "people"} and genitive.split.article:
            yield Phrase(position + 1, phrase.last, frozenset({"agent"}))  # «أهم مصادر دخل التنظيم»
            return
        if "gen" in genitive.cases and words[position].category == "noun" and genitive.category in ("noun", "name"):
            yield Phrase(position + 1, phrase.last, frozenset({"agent"}))
            return


def complements(predicate: Predicate, event: Event, words: Sequence[Word]) -> Iterator[Phrase]:
    """«наладили поставки героина»: what the noun that a fixed phrase needs is of, where its role has nothing else."""
    named = [p for p in event.direct if predicate.company]
    named += [p for mark, p in event.marked if mark in predicate.marked_company]
    wanted = {*predicate.company, *(word for each in predicate.marked_company.values() for word in each)}
    return (rest for phrase in named for rest in _complement(phrase, wanted, words))


def _complement(phrase: Phrase, wanted: Set[str], words: Sequence[Word]) -> Iterator[Phrase]:
    """What stands behind the wanted noun within its phrase: its genitive."""
    for position in range(phrase.first, phrase.last - 1):
        if words[position].stem in wanted or not words[position].classes.isdisjoint(wanted):
            classes = (word.classes for word in words[position + 1 : phrase.last])
            head = next((each for each in classes if each), frozenset())
            yield Phrase(position + 1, phrase.last, frozenset(kind for each in head for kind in broader_kinds(each)))
            return


def genitives(event: Event, words: Sequence[Word]) -> Iterator[Phrase]:
    """Whose the object is, where its genitive says so: «رواتب المقاتلين»."""
    for phrase in event.direct:
        second = phrase.first + 1
        if second < phrase.last and not words[phrase.first].definite:
            kinds = frozenset(kind for each in words[second].classes for kind in broader_kinds(each))
            if kinds & {"agent", "people", "persons"}:
                yield Phrase(second, phrase.last, kinds)
