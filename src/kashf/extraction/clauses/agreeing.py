"""Agreement in Arabic: whether somebody spoken of before can be the unsaid subject of a verb, by gender and number."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words

__all__ = ["agrees", "person_of", "person_of_ending"]

_ENDINGS = {"ه": "3sm", "ها": "3sf", "هم": "3pm", "هن": "3pf", "هما": "3d"}
_HEADS = frozenset({"noun", "title", "name", "verbal_noun", "participle"})


def person_of(event: Event, words: Sequence[Word]) -> str:
    """The person, number and gender that an event asks of who acts («3sf»); empty where its form tells nothing."""
    word = words[event.word]
    if event.form == "verb" and word.reading is not None:
        return word.reading.person
    return person_of_ending(word.split.ending) if event.form == "noun" else ""


def person_of_ending(ending: str) -> str:
    """The person, number and gender of a pronoun that is written onto a word."""
    return _ENDINGS.get(ending, "")


def agrees(person: str, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether who is spoken of goes with a person, number and gender; where nothing speaks against it, it does."""
    if not person.startswith("3") or not phrases or phrases[0].pronoun:
        return True
    head = _head(phrases[0], words)
    if person[1] == "d":
        return len(phrases) > 1 or head.stem.endswith(("ان", "ين")) or phrases[0].figure is not None
    if person[1] == "p":
        return len(phrases) > 1 or not _one_person(phrases[0], head)
    if len(phrases) > 1 or _many_people(phrases[0], head):
        return False
    return _goes_with_she(phrases[0], head) if person.endswith("f") else _goes_with_he(phrases[0], head)


def _head(phrase: Phrase, words: Sequence[Word]) -> Word:
    heads = (words[p] for p in range(phrase.first, phrase.last) if words[p].category in _HEADS)
    return next(heads, words[phrase.first])


def _one_person(phrase: Phrase, head: Word) -> bool:
    named = head.category == "name" and phrase.is_a("person")
    return named or (phrase.is_a("person", "persons", "people") and _number(head) == "s" and phrase.figure is None)


def _many_people(phrase: Phrase, head: Word) -> bool:
    cells = "network" in head.classes  # «خلايا التنظيم تفرض»
    return phrase.is_a("people", "persons") and not cells and (_number(head) == "p" or phrase.figure is not None)


def _goes_with_he(phrase: Phrase, head: Word) -> bool:
    if phrase.is_a("place"):
        return head.stem in table_words("ar", "words", "masculine_places")
    feminine = head.stem.endswith(("ه", "ات")) or (_number(head) == "p" and not phrase.is_a("people", "persons"))
    return not (feminine and head.category != "name")


def _goes_with_she(phrase: Phrase, head: Word) -> bool:
    if phrase.is_a("place"):
        return head.stem not in table_words("ar", "words", "masculine_places")
    man = phrase.is_a("person", "persons", "title") or phrase.is_a("group", "organisation")
    masculine = _number(head) == "s" and not head.stem.endswith(("ه", "اء", "ات"))
    return not (man and masculine and head.category in ("noun", "title"))


def _number(head: Word) -> str:
    return head.reading.number if head.reading is not None else ""
