"""Parts: «جزء منها», «نصفهم», «الباقي»: phrases that tell a part of something which was named before them.

Such a phrase is of the kinds of its whole: the nearest phrase before it that its pronoun may stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words

__all__ = ["of_the_whole", "tells_part", "with_wholes"]

_UNTOLD = frozenset({"counted", "share", "other"})
"""Kinds that tell no more than that something is counted."""
_OF_A_PART = _UNTOLD | {"people", "persons", "agent"}
_WHOLES = ("funds", "goods", "holding", "persons", "people", "person", "money_amount", "organisation", "group",
           "document", "measure", "hostile")  # fmt: skip
"""What reports tell parts of."""
_WHATEVER_REACH = 5
"""Units of the clause behind «ما» in which what it is of is told."""
_QUANTITY = 3
"""Words of a quantity with its adjectives: «الجزء الأكبر»."""
_COUNTING = frozenset({"quantifier", "number"})
_ACTING = ("state", "title", "person", "outlet")
"""What no part is taken of."""
_MEN = frozenset({"agent", "people", "persons"})
_PEOPLE = frozenset({"people", "persons"})
_ENDINGS: Mapping[str, str] = {"ه": "one", "ها": "many", "هم": "people", "هن": "people"}


def tells_part(words: Sequence[Word], first: int, behind: int, quantities: Set[str]) -> bool:
    """Whether the words first..behind name a quantity: «جزء», «الجزء الأكبر», «بعض»."""
    head, last = words[first], words[behind - 1]
    if last.stem in quantities:
        return True
    adjectives = behind - first <= _QUANTITY and last.category in ("unknown", "participle")
    named = head.stem in quantities and head.category not in _COUNTING
    return named and adjectives and last.split.article == head.split.article


def of_the_whole(word: Word) -> bool:
    """«منها», «منهم»: a pronoun behind «of»."""
    return word.category == "preposition" and word.split.ending in _ENDINGS and word.stem == "من" and not word.joined


def with_wholes(
    phrases: Sequence[Phrase | None], before: Sequence[Phrase], words: Sequence[Word]
) -> tuple[Phrase | None, ...]:
    """The phrases of an Arabic sentence, those that tell a part with the kinds of their whole.

    `before` are the phrases of the sentence before it, the nearest last.
    """
    told = list(phrases)
    for place, phrase in enumerate(phrases):
        if phrase is not None and (_whatever(phrase, words) or _is_part(phrase, words)):
            told[place] = _told(phrase, phrases[place + 1 :], [*before, *filter(None, told[:place])], words)
    return tuple(told)


def _told(phrase: Phrase, behind: Sequence[Phrase | None], before: Sequence[Phrase], words: Sequence[Word]) -> Phrase:
    """A phrase that tells a part, with the kinds of what it is part of."""
    if _whatever(phrase, words):
        which = _of_which(behind, words)
        return replace(phrase, kinds=which.kinds, stands_for=(which.first, which.last)) if which else phrase
    whole = next(_wholes(phrase, before, words), None)
    if whole is None:
        return replace(phrase, kinds=phrase.kinds | _MEN) if _men(phrase, words) else phrase
    meant = (whole.first, whole.last) if _pronoun(phrase, words) or _remainder(phrase, words) else None
    return replace(phrase, kinds=phrase.kinds | (whole.kinds - {"counted"}), stands_for=meant)


def _whatever(phrase: Phrase, words: Sequence[Word]) -> bool:
    return phrase.last - phrase.first == 1 and words[phrase.first].norm == "ما"


def _of_which(behind: Sequence[Phrase | None], words: Sequence[Word]) -> Phrase | None:
    """«ما غنمته من ماشية»: what somebody has done something to is what stands behind «of»."""
    for phrase in filter(None, behind[:_WHATEVER_REACH]):
        goods = phrase.is_a("goods", "funds", "property") and not phrase.is_a("site", "somewhere")
        if goods and phrase.first and words[phrase.first - 1].norm == "من":
            return phrase
    return None


def _is_part(phrase: Phrase, words: Sequence[Word]) -> bool:
    if phrase.event is not None or phrase.pronoun or not phrase.kinds <= _OF_A_PART:
        return False
    return _remainder(phrase, words) or _men(phrase, words) or bool(_pronoun(phrase, words))


def _men(phrase: Phrase, words: Sequence[Word]) -> bool:
    """«أدين ثلاثة من الأربعة», «أوقف خمسة»: nothing but a number, in the form that counts men."""
    numbers = all(words[p].category in (*_COUNTING, "preposition") for p in range(phrase.first, phrase.last))
    return numbers and words[phrase.first].stem in table_words("ar", "words", "counting_men")


def _remainder(phrase: Phrase, words: Sequence[Word]) -> bool:
    """«الباقي», «البقية»: what is left of something."""
    alone = phrase.last - phrase.first == 1 and not words[phrase.first].split.ending
    return alone and words[phrase.first].stem in table_words("ar", "words", "remainders")


def _pronoun(phrase: Phrase, words: Sequence[Word]) -> str:
    """The ending at the end of a phrase that is nothing but a quantity: «نصفها», «جزء كبير منها»."""
    last = words[phrase.last - 1]
    alone = phrase.last - phrase.first == 1 and (
        last.category in _COUNTING or last.stem in table_words("ar", "words", "quantities") or phrase.figure is not None
    )
    return last.split.ending if (alone and last.split.ending in _ENDINGS) or of_the_whole(last) else ""


def _wholes(part: Phrase, before: Sequence[Phrase], words: Sequence[Word]) -> Iterator[Phrase]:
    """The phrases that a part may be of, what is counted or dealt in before anything else, the nearest first."""
    pronoun = _ENDINGS.get(_pronoun(part, words), "")
    counts = part.figure is not None and not part.is_a("share")
    told = [phrase for phrase in reversed(before) if not phrase.pronoun and phrase.event is None]
    if counts:  # «سحب تراخيص 12 منها»: no 12 of a sum
        told = [phrase for phrase in told if not phrase.is_a("money_amount")]
    fitting = [phrase for phrase in told if phrase.is_a(*_WHOLES) and _agrees(pronoun, phrase, words)]
    if pronoun != "people":
        fitting = [phrase for phrase in fitting if phrase.figure is not None or not phrase.is_a(*_ACTING)]
        fitting.sort(key=lambda phrase: phrase.figure is None and not phrase.is_a("funds", "goods"))
    yield from fitting


def _agrees(pronoun: str, phrase: Phrase, words: Sequence[Word]) -> bool:
    people = phrase.is_a(*_PEOPLE) and not phrase.is_a("group", "organisation")
    if pronoun == "people":
        return people
    if not pronoun:
        return True
    head = next((w for w in words[phrase.first : phrase.last] if w.category in ("noun", "name", "title")), None)
    if head is None:
        return phrase.figure is not None
    many = head.stem.endswith(("ه", "ات")) or (head.reading is not None and head.reading.number == "p")
    many = (many or phrase.figure is not None) and not people
    return many if pronoun == "many" else not many
