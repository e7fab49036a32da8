"""Whom a word may stand for: the names of a text, the nouns that stand for them, people and bodies without a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.naming.name import Name
from kashf.extraction.naming.referents import Referent
from kashf.extraction.references.describing import Descriptions
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.given_names import given_gender
from kashf.records.spans import MentionKind
from kashf.values import value

__all__ = ["MEASURES", "Candidate", "candidates", "is_plural"]

_Spoken = TypeVar("_Spoken", Name, Referent)
_HUMAN = frozenset({"person", "persons", "people"})
_BODIES = frozenset({"organisation", "group", "state", "outlet", "business"})
MEASURES = frozenset({"arrest", "charge", "investigate", "seize", "freeze", "designate", "kidnap", "kill", "release"})
"""Types of claim that are about whom they befall: the next sentence is rather about them than about who did it
(implicit causality, after Garvey and Caramazza 1974)."""
_NOUNS = frozenset({"noun", "title", "verbal_noun", "participle", "unknown"})
_WOMENS = ("овой", "евой", "иной", "ская", "скую")
_MENS = ("овым", "евым", "иным", "ский", "ского", "скому", "ским", "ов", "ев", "ин")
"""Endings of family names that women alone, or men alone, bear in one case or other."""
_FEMININE_END = ("ه", "اء", "ات")


@value
class Candidate:
    """Somebody or something spoken of at words first..last (half-open) of the text, in one sentence of it.

    `key` is that of the name it is, or stands for; None for what nobody has named. `gender` is m, f or "" where nothing
    tells; `several` that it is a plural, None where it may be both. `subject` says that it is a subject, `main` that it
    is no genitive or aside of another phrase; `agent` that it can do something: people, bodies, and what has a name;
    `spoke` that it is who says something; `undergoes` that it is arrested, charged or the like, and so what the text
    goes on about, `measures` that it is an office or officer without a name who does that; `named` the words of the
    name, where a pronoun has taken it up here.
    """

    key: str | None
    kind: MentionKind
    first: int
    last: int
    gender: str
    several: bool | None
    subject: bool
    main: bool = True
    agent: bool = True
    spoke: bool = False
    undergoes: bool = False
    measures: bool = False
    named: tuple[int, int] | None = None


def candidates(draft: Draft, clauses: Clauses) -> Iterator[Candidate]:
    """Those of a sentence, in order."""
    subjects = {p.first for event in clauses.events if event.form == "verb" for p in event.subject}
    subjects |= _subjects_of_being(clauses) if draft.language != "ar" else set()
    speakers = {p.first for event in clauses.events if event.steers("say") for p in event.subject}
    measuring, undergoing = _measures(clauses)
    descriptions = Descriptions(draft, clauses)
    names: tuple[Name | Referent, ...] = (*_inside(clauses, draft.referents), *_inside(clauses, draft.names))
    for phrase in clauses.phrases:
        if phrase is not None and not (phrase.pronoun or phrase.is_a("time") or phrase in descriptions):
            for candidate in _of_phrase(draft, phrase, names, phrase.first in subjects, phrase.first in speakers):
                taken = candidate.main and phrase.first in undergoing
                office = candidate.key is None and phrase.first in measuring
                yield replace(candidate, undergoes=taken, measures=office) if taken or office else candidate


def _subjects_of_being(clauses: Clauses) -> set[int]:
    """The first words of the subjects of helping verbs that have no verb beside them: «He was a clerk»."""
    beside = zip(clauses.units, clauses.phrases, clauses.units[1:], strict=False)
    return {
        phrase.first
        for unit, phrase, behind in beside
        if phrase is not None and unit.preposition is None and behind.kind == "particle"
    }


def _measures(clauses: Clauses) -> tuple[set[int], set[int]]:
    """Who takes a measure, and whom it is taken against: the first words of their phrases."""
    measuring, undergoing = set[int](), set[int]()
    for event in clauses.events:
        kinds = [predicate for predicate in event.predicates if predicate.type in MEASURES]
        if event.form != "verb" or not kinds or all(each.roles.get("object", ())[:1] == ("subject",) for each in kinds):
            continue  # «pleaded guilty to …»: whom it befalls is its subject
        own = {phrase.first for phrase in event.subject}
        behind = [p for p in clauses.phrases if p is not None and p.first > event.word and p.first not in own]
        if own and behind:
            measuring |= own
            undergoing.add(behind[0].first)
    return measuring, undergoing


def _of_phrase(
    draft: Draft, phrase: Phrase, names: Sequence[Name | Referent], subject: bool, speaks: bool
) -> Iterator[Candidate]:
    first, last = phrase.first, phrase.last
    spoken_of = [name for name in names if first <= name.first < last and name.last <= last]
    if not spoken_of:
        yield from _unnamed(draft, phrase, subject=subject, speaks=speaks)
    for number, name in enumerate(spoken_of):
        heads = number == 0 and _heads(draft, phrase, name)
        candidate = _of_name(draft, phrase, name, subject=subject and heads, main=heads)
        yield replace(candidate, spoke=True) if heads and speaks else candidate


def _inside(clauses: Clauses, names: Sequence[_Spoken]) -> Sequence[_Spoken]:
    """The names of a sentence."""
    first, last = clauses.sentence.first, clauses.sentence.last
    return [name for name in names if first <= name.first < last]


def _heads(draft: Draft, phrase: Phrase, name: Name | Referent) -> bool:
    """Whether a phrase is about a name: it begins with it, its title, or a noun that only says what is named."""
    title = name.title if isinstance(name, Name) else None
    if name.first == phrase.first or (title is not None and title[0] <= phrase.first):
        return True
    before = draft.words[phrase.first : name.first]
    return all(
        word.category in ("mark", "demonstrative", "title", "particle")
        or name.kind in word.classes
        or _fits(word, name)
        for word in before
    )


def _fits(word: Word, name: Name | Referent) -> bool:
    return name.kind in ("organisation", "group") and bool(word.classes & _BODIES)


def _of_name(draft: Draft, phrase: Phrase, name: Name | Referent, *, subject: bool, main: bool) -> Candidate:
    if isinstance(name, Referent):
        gender = _noun_gender(draft.words, name.first, draft.language)
    elif name.kind == "person":
        title = draft.words[name.title[0]] if name.title else None
        full = max((one for one in draft.names if one.key == name.key), key=lambda one: one.last - one.first)
        gender = _person_gender(draft.words[full.first : full.last], title, draft.language)
    else:
        gender = _body_gender(draft, phrase, name)
    several = False if name.kind in ("person", "place") else None
    return Candidate(name.key, name.kind, name.first, name.last, gender, several, subject, main)


def _unnamed(draft: Draft, phrase: Phrase, *, subject: bool, speaks: bool) -> Iterator[Candidate]:
    """What a common noun tells: people and bodies («ضابط سابق», "the company", "the refinery says"), and things. In
    Arabic several things are taken up by a feminine singular."""
    nouns = [place for place in range(phrase.first, phrase.last) if draft.words[place].category in _NOUNS]
    head = _head(draft, nouns)
    if head is None:
        return
    human = phrase.is_a(*_HUMAN)
    kind: MentionKind = "person" if human else "organisation" if phrase.is_a(*_BODIES) else "unknown"
    word = draft.words[head]
    gender = _noun_gender(draft.words, head, draft.language)
    several = _several(draft, phrase, word)
    if draft.language == "ar" and several and not human:
        gender, several = "f", False
    agent = human or speaks or kind == "organisation"
    yield Candidate(None, kind, phrase.first, phrase.last, gender, several, subject, agent=agent)


def _head(draft: Draft, nouns: Sequence[int]) -> int | None:
    """The noun that a phrase is headed by: English has its head last («Swiss prosecutors»)."""
    if not nouns:
        return None
    return nouns[-1] if draft.language == "en" else nouns[0]


def _several(draft: Draft, phrase: Phrase, word: Word) -> bool | None:
    """Whether a noun tells of several; None for an English body, which may be «it» and «they»."""
    if phrase.figure is not None or is_plural(word, draft.language):
        return True
    if draft.language == "ar":
        return phrase.is_a("people")
    if draft.language == "en" and phrase.is_a(*_BODIES) and not phrase.is_a(*_HUMAN):
        return None
    return word.norm in words(draft.language, "pronouns", "collective")


def is_plural(word: Word, language: str) -> bool:
    """Whether a noun is plural or dual."""
    if language == "en":
        return word.reading is not None and word.reading.lemma != word.norm
    if language == "fr":
        return word.norm.endswith(("s", "x")) and word.reading is not None and word.reading.lemma != word.norm
    if language == "ru":
        return word.norm.endswith(("и", "ы")) and word.reading is not None and word.reading.lemma[-1:] not in "иы"
    numbers = {reading.number for reading in word.readings if reading.category in ("noun", "title") and reading.number}
    return bool(numbers) and "s" not in numbers


def _person_gender(own: Sequence[Word], title: Word | None, language: str) -> str:
    first = own[0].norm[own[0].split.lead :]
    if not first:
        return ""
    known = given_gender(first, language)
    if language == "ar":
        return (known if len(own) > 1 else "") or _arabic_gender(first, title, alone=len(own) == 1)
    if len(own) == 1:
        return ""
    if first in words(language, "pronouns", "men"):
        return "m"
    if language == "ru":
        return known or _russian_family_gender(own[-1].norm) or _russian_gender(first)
    return known or ("f" if first.endswith(("a", "ine", "elle", "ette")) else "")


def _arabic_gender(first: str, title: Word | None, *, alone: bool) -> str:
    """By a first name and a title; a name of two words and more that ends like no woman's is a man's."""
    if first in words("ar", "pronouns", "women") or first.endswith("اء"):
        return "f"
    if title is not None:
        return "f" if title.stem.endswith("ه") else "m"
    return "" if alone or first.endswith(("ه", "ا", "ي")) else "m"


def _russian_family_gender(last: str) -> str:
    """By a family name, where its ending tells: «Петров» and «Петровым» are men, «Петровой» is a woman."""
    if last.endswith(_WOMENS):
        return "f"
    return "m" if last.endswith(_MENS) else ""


def _russian_gender(first: str) -> str:
    """By a first name in any case: «Ивана» is Иван, «Ольга» nobody else."""
    if first[-1] not in "аяуюе":
        return ""
    known = words("ru", "first_names", "foreign")
    if not known.isdisjoint(first[:-1] + ending for ending in ("", "й", "ь")):
        return "" if first in known else "m"
    return "f" if first[-1] in "ая" else ""


def _body_gender(draft: Draft, phrase: Phrase, name: Name) -> str:
    """The gender of a body, group or place: of the noun before its name, or of its own first noun."""
    head = phrase.first if phrase.first < name.first and _heads(draft, phrase, name) else name.first
    word = draft.words[head]
    if draft.language == "ar" and head == name.first and not (word.category == "noun" or name.last - name.first > 1):
        return "f" if word.stem.endswith("ه") else ""
    if draft.language == "ar" and name.kind == "place":
        return ""
    return _noun_gender(draft.words, head, draft.language)


def _noun_gender(at: Sequence[Word], place: int, language: str) -> str:
    word = at[place]
    if language == "ar":
        return "f" if word.stem.endswith(_FEMININE_END) else "m"
    if language == "fr":
        return _french_gender(at, place)
    if language == "ru" and word.reading is not None:
        lemma = word.reading.lemma
        return "f" if lemma.endswith(("а", "я", "ь")) else "n" if lemma.endswith(("о", "е")) else "m"
    return ""


def _french_gender(at: Sequence[Word], place: int) -> str:
    """The gender that an article tells, the word's own or that before it."""
    for word in at[max(0, place - 1) : place + 1][::-1]:
        if word.norm in words("fr", "pronouns", "masculine_articles"):
            return "m"
        if word.norm in words("fr", "pronouns", "feminine_articles"):
            return "f"
    return ""
