"""The words that stand for somebody: where they stand, and what they tell of whom they stand for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kashf.extraction.clauses.events import Event
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.words.word import Word
from kashf.language.closed import words

__all__ = ["Anaphor", "Form", "anaphors"]

Form = Literal["pronoun", "ending", "elided", "first"]
_OWNED = frozenset({"noun", "title", "verbal_noun", "participle"})
_BEARING = _OWNED | {"verb", "preposition"}
"""Categories of words whose ending is a pronoun."""
_BY_ITSELF = frozenset({"pronoun", "connective"})
_ACTING = frozenset(
    {"persons", "people", "person", "title", "group", "organisation", "state", "court", "business", "bank", "outlet"}
)
_THEIRS = frozenset(
    {"persons", "people", "person", "title", "money", "funds", "asset", "holding", "property", "speech"}
)
"""What a noun stands for that only people and bodies have."""
REACH = 4
"""Words from a pronoun to its verb."""
RELATIVE_REACH = 8
"""Words of a relative clause in which a pronoun takes its noun up."""
_PARTING = frozenset("،,.؛:\n")
_LETTERS = ("L", "N")


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A word, or the end of one, that stands for somebody: `word` is its place, start..end its part of the text.

    `form` is `pronoun` (a word of its own), `ending` (written onto a word), `elided` (a verb whose subject is left out)
    or `first` (who speaks: «we»). `gender` is m, f, or "" where it tells none; `several` that it is a plural,
    `plural_of_bodies` one that may take up a single body ("they"); `thing` that it is no person's, `person` that it can
    be nobody but a person. `subject` says that it is a subject, `owner` that it owns what it stands with; `agent` that
    it stands for people or a body: it does something, or owns what only they have; `event` is the event it is an
    argument of, where that is plain.
    """

    word: int
    start: int
    end: int
    form: Form
    gender: str = ""
    several: bool = False
    plural_of_bodies: bool = False
    thing: bool = False
    person: bool = False
    subject: bool = False
    owner: bool = False
    agent: bool = False
    event: Event | None = None


def anaphors(draft: Draft, clauses: Clauses) -> Iterator[Anaphor]:
    """The anaphors of a sentence, in order."""
    language = draft.language
    found = _Arabic(draft, clauses).anaphors() if language == "ar" else _European(draft, clauses).anaphors()
    yield from sorted(found, key=lambda anaphor: (anaphor.word, anaphor.start))


class _European:
    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        self.draft = draft
        self.language = draft.language
        self.clauses = clauses
        self.events = {event.word: event for event in clauses.events}

    @cached_property
    def _near_relatives(self) -> set[int]:
        """The words of the sentence that have a relative in reach before them."""
        first, last = self.clauses.sentence.first, self.clauses.sentence.last
        relatives = [place for place in range(first, last) if self.draft.words[place].category == "relative"]
        return {behind for place in relatives for behind in range(place + 1, place + RELATIVE_REACH + 1)}

    def _named(self) -> set[int]:
        """The words of the sentence that belong to names."""
        first, last = self.clauses.sentence.first, self.clauses.sentence.last
        here = (name for name in self.draft.names if name.first < last and first < name.last)
        return {place for name in here for place in range(name.first, name.last)}

    def listed(self, *keys: str) -> frozenset[str]:
        """The words of some lists of pronouns."""
        return words(self.language, "pronouns", *keys)

    def anaphors(self) -> Iterator[Anaphor]:
        """The pronouns, but for those that stand for nothing («it is known that»)."""
        taken = self._named()
        for place in range(self.clauses.sentence.first, self.clauses.sentence.last):
            word = self.draft.words[place]
            if place not in taken and word.token.kind == "word" and not self._expletive(place, word.norm):
                yield from self._pronoun(place, word)

    def _pronoun(self, place: int, word: Word) -> Iterator[Anaphor]:
        norm = word.norm
        if norm in self.listed("first"):
            yield Anaphor(place, word.start, word.end, "first", owner=norm in self.listed("possessive"))
        elif norm in self.listed("masculine", "feminine", "things", "several", "either", "several_either"):
            gendered = "m" if norm in self.listed("masculine") else "f" if norm in self.listed("feminine") else ""
            owner = norm in self.listed("possessive")
            personal = (self.draft.language == "en" and bool(gendered)) or (owner and self._personal(place + 1))
            yield Anaphor(
                place, word.start, word.end, "pronoun", gendered,
                several=norm in self.listed("several", "several_either"),
                plural_of_bodies=self.draft.language == "en",
                thing=norm in self.listed("things"),
                person=personal,
                subject=norm in self.listed("subjects"),
                agent=self._agent(place),
                owner=owner,
            )  # fmt: skip

    def _personal(self, place: int) -> bool:
        """Whether what is owned is a person's alone: a wife, a phone."""
        word = self.draft.words[place] if place < len(self.draft.words) else None
        return word is not None and not {word.norm, word.stem}.isdisjoint(self.listed("personal"))

    def _agent(self, place: int) -> bool:
        """Whether the verb behind a pronoun tells of what people do, or what it owns is theirs alone."""
        event = next((self.events[p] for p in range(place + 1, place + REACH) if p in self.events), None)
        acts = event is not None and event.form == "verb" and _acts(event)
        behind = self.draft.words[place + 1] if place + 1 < len(self.draft.words) else None
        return acts or (behind is not None and not behind.classes.isdisjoint(_THEIRS))

    def _norm_at(self, place: int) -> str:
        return self.draft.words[place].norm if place < len(self.draft.words) else ""

    def _expletive(self, place: int, norm: str) -> bool:
        behind = self._norm_at(place + 1)
        if behind == "y":
            return norm == "il" and self._norm_at(place + 2) in self.listed("expletive_there")
        if behind in self.listed("expletive_helping") and norm in self.listed("things"):
            return self._norm_at(place + 2) in self.listed("expletive_helped")
        impersonal = norm == "il" or norm in self.listed("things")
        return impersonal and norm in self.listed("subjects") and behind in self.listed("expletive_before")


class _Arabic(_European):
    quoted = False

    def anaphors(self) -> Iterator[Anaphor]:
        """Pronouns, pronoun endings, verbs whose subject is left out."""
        taken = self._named()
        direct = [(scope.start, scope.end) for scope in self.draft.scopes if scope.direct]
        reflexive, carriers, joined = map(self.listed, ("reflexive", "carriers", "joined"))
        for place in range(self.clauses.sentence.first, self.clauses.sentence.last):
            word = self.draft.words[place]
            if place in taken or word.token.kind != "word" or word.stem in reflexive:
                continue
            if place in self.events:
                self.quoted = any(start <= word.start < end for start, end in direct)
                yield from self._elided(place, word, self.events[place])
            if word.norm in carriers:
                yield from self._ending(place, word, word.norm, subject=True)
                continue
            owned = word.split.ending and word.category in _BEARING
            by_itself = word.category in _BY_ITSELF or word.norm in joined
            if not (owned or by_itself) or self._behind_relative(place) or self._resumes(place):
                continue
            if owned:
                yield from self._ending(place, word, word.split.ending, subject=False)
            else:
                yield from self._pronoun(place, word)

    def _pronoun(self, place: int, word: Word) -> Iterator[Anaphor]:
        stem = word.norm.removeprefix("و") if word.norm in self.listed("joined") else word.stem
        features = self._features(stem, ())
        behind = self.draft.words[place + 1].norm if place + 1 < len(self.draft.words) else ""
        if features is not None and behind not in self.listed("not_before"):
            form: Form = "first" if stem in self.listed("first") else "pronoun"
            yield Anaphor(place, word.start, word.end, form, *features, subject=True, agent=self._agent(place))

    def _ending(self, place: int, word: Word, written: str, *, subject: bool) -> Iterator[Anaphor]:
        ending = max((one for one in self._endings() if written.endswith(one)), key=len, default="")
        features = self._features(ending, ("endings",)) if ending else None
        if features is not None:
            start = _last_letters(self.draft.text[word.start : word.end], len(ending)) + word.start
            first = ending in words("ar", "pronouns", "first_endings")
            yield Anaphor(
                place, start, word.end, "first" if first else "ending", *features,
                subject=subject,
                person=word.category in _OWNED and self._personal_noun(word, ending),
                owner=word.category in _OWNED,
                agent=self._agent(place) if subject else not word.classes.isdisjoint(_THEIRS),
                event=self.events.get(place),
            )  # fmt: skip

    def _personal_noun(self, word: Word, ending: str) -> bool:
        lemma = word.reading.lemma if word.reading is not None else word.stem
        plain = word.stem.removesuffix(ending)
        opened = plain[:-1] + "ه" if plain.endswith("ت") else plain  # «زوجته» is a «زوجة» of his
        return not {word.stem, lemma, plain, opened}.isdisjoint(self.listed("personal"))

    def _endings(self) -> frozenset[str]:
        return words("ar", "pronouns", "masculine_endings", "feminine_endings", "several_endings", "first_endings")

    def _features(self, stem: str, kind: tuple[str, ...]) -> tuple[str, bool] | None:
        """Gender and whether it is several, of a pronoun or an ending; None for those of the second person."""
        suffix = "_endings" if kind else ""
        if stem in self.listed(f"several{suffix}"):
            return "", True
        for gender in ("masculine", "feminine"):
            if stem in self.listed(gender + suffix):
                return gender[0], False
        return ("", False) if stem in self.listed(f"first{suffix}") else None

    def _elided(self, place: int, word: Word, event: Event) -> Iterator[Anaphor]:
        if event.form != "verb" or not self._without_subject(word, event):
            return
        person = word.reading.person if word.reading is not None else ""
        if person[:1] == "1" and {reading.person[:1] for reading in word.readings} == {"1"}:
            yield Anaphor(place, word.start, word.end, "first", subject=True, event=event)
        elif person[:1] == "3" and event.subject_elided and not (self.quoted or self._taken(place)):
            several = person[1:2] in ("p", "d")
            gender = "" if several else person[2:3]
            agent = _acts(event)
            yield Anaphor(
                place, word.start, word.end, "elided", gender, several, subject=True, agent=agent, event=event
            )

    def _without_subject(self, word: Word, event: Event) -> bool:
        """Whether a verb, which is surely one, has no subject and could have one."""
        joined_speech = bool(word.split.conjunction) and event.steers("say")
        plain = joined_speech or all(reading.category == "verb" for reading in word.readings)
        behind = self.draft.words[event.word + 1].norm if event.word + 1 < len(self.draft.words) else ""
        obtains = event.lemma in self.listed("obtaining") and behind in self.listed("obtaining_by")
        impersonal = not (obtains or self.listed("impersonal").isdisjoint((event.lemma, word.stem)))
        return plain and not (impersonal or event.subject or event.passive or event.antecedent)

    def _taken(self, place: int) -> bool:
        """Whether a verb's subject may be the noun behind it, or the one its relative clause hangs on."""
        return self._subject_follows(place) or self._behind_relative(place)

    def _subject_follows(self, place: int) -> bool:
        """Whether a definite noun of who may act stands at once behind a verb, whatever was made of it."""
        behind = self.draft.words[place + 1] if place + 1 < len(self.draft.words) else None
        if behind is None or behind.split.preposition or behind.token.kind != "word":
            return False
        acting = not behind.classes or not behind.classes.isdisjoint(_ACTING)
        return behind.category in ("demonstrative", "name") or (behind.split.article and acting)

    def _resumes(self, place: int) -> bool:
        """«مكتب صرافة يملكه تاجر»: the ending takes up the noun that the clause hangs on."""
        event = self.events.get(place)
        return event is not None and bool(event.antecedent) and list(event.antecedent) == event.direct

    def _behind_relative(self, place: int) -> bool:
        """Whether a relative stands before a word in its clause: its noun is what is taken up."""
        if place not in self._near_relatives:
            return False
        relative = False
        for word in self.draft.words[max(self.clauses.sentence.first, place - RELATIVE_REACH) : place]:
            if word.category == "relative":
                relative = True
            elif relative and (word.category == "mark" or word.norm in _PARTING):
                return False
        return relative


def _acts(event: Event) -> bool:
    """Whether an event is what people and bodies do: they say it, or a claim may be made of it."""
    return event.steers("say") or bool(event.predicates)


def _last_letters(surface: str, count: int) -> int:
    """Where the last so many letters of a word begin, vowel marks not counted."""
    for place in range(len(surface) - 1, -1, -1):
        count -= unicodedata.category(surface[place])[0] in _LETTERS
        if count == 0:
            return place
    return 0
