"""Collections of invented reports, with the truth about them: what tells one story, and what was copied from what.

Events follow one another over the days. Each is told by an original report; others copy it with light edits, take over
a part, rewrite it in other words, or tell it in another language, and some let a figure drift. Everything comes from a
seed, so that two runs compare the same reports; nothing is extracted, the records carry the claims they were made with.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate

from kashf.records import Attribution, Claim, Entity, Figure, Link, Mention, Record, Report, Role, Span

FIRST_DAY = date(2015, 1, 1)
EVENTS_A_DAY = 12
VOCABULARY = 30_000
TOPIC = 40
"""Words that belong to one event."""
SENTENCES = 9
WORDS = 14
TOPICAL = 0.35
"""The share of a sentence's words that are its event's."""
EDITED = 0.03
"""The share of words that a light edit changes."""
CARRIERS = ((1, 0.5), (3, 0.25), (6, 0.15), (20, 0.1))
"""How many reports tell an event, and the share of events that do."""
WAYS = (("copy", 0.4), ("part", 0.15), ("rewrite", 0.3), ("translation", 0.15))
LETTERS = {"ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "en": "abcdefghijklmnopqrstuvwxyz"}
TYPES = ("sell", "transfer", "fund", "seize", "freeze", "smuggle")
UNITS = {"USD": {"ar": "دولار", "en": "dollars"}, "kilogram": {"ar": "كيلوغرام", "en": "kilograms"}}
SAID = {"ar": ("قال", "إن", "وشمل", "في"), "en": ("said", "that", "involving", "in")}


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: who, what, how much, where, and the words that its reports have in common."""

    number: int
    day: date
    type: str
    actor: int
    speaker: int
    place: int
    amount: int
    unit: str
    topic: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class Truth:
    """The event of each report, and the pairs of reports of which one reproduces the other."""

    event_of: dict[str, int] = field(default_factory=dict)
    copies: set[frozenset[str]] = field(default_factory=set)


class Maker:
    """Makes reports of events from a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = {language: self._vocabulary(letters) for language, letters in LETTERS.items()}
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def _vocabulary(self, letters: str) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            words["".join(self.chance.choices(letters, k=self.chance.randint(4, 9)))] = None
        return list(words)

    def event(self, number: int) -> Event:
        """An event; `number` says its day."""
        chance = self.chance
        topic = {language: tuple(chance.sample(words[200:], TOPIC)) for language, words in self.words.items()}
        day = FIRST_DAY + timedelta(days=number // EVENTS_A_DAY)
        actor, speaker, place = chance.randrange(900), 1_000 + chance.randrange(900), 2_000 + chance.randrange(300)
        amount = chance.randint(21, 9_999)
        return Event(
            number, day, chance.choice(TYPES), actor, speaker, place, amount, chance.choice(list(UNITS)), topic
        )

    def sentences(self, event: Event, language: str) -> list[list[str]]:
        """The words of a report of an event, sentence by sentence."""
        common, topic = self.words[language], event.topic[language]
        drawn = iter(self.chance.choices(common, cum_weights=self.weights, k=SENTENCES * WORDS))
        return [
            [self.chance.choice(topic) if self.chance.random() < TOPICAL else next(drawn) for _ in range(WORDS)]
            for _ in range(SENTENCES)
        ]

    def edited(self, sentences: Sequence[Sequence[str]], language: str) -> list[list[str]]:
        """The sentences after a light edit."""
        words = self.words[language]
        return [
            [self.chance.choice(words) if self.chance.random() < EDITED else word for word in sentence]
            for sentence in sentences
        ]


def name(entity: int, language: str) -> str:
    """The invented name of an entity."""
    letters, picks = LETTERS[language], random.Random(entity * 2 + (language == "ar"))
    parts = ["".join(picks.choices(letters, k=6)) for _ in range(2)]
    return " ".join(part.capitalize() if language == "en" else part for part in parts)


def collection(size: int, seed: int = 1) -> tuple[list[Record], list[Entity], Truth]:
    """So many records in order of publication, the entities they name, and the truth about them."""
    maker, truth, records = Maker(seed), Truth(), []
    number = 0
    while len(records) < size:
        records += _told(maker, maker.event(number), truth)
        number += 1
    kept = sorted(records[:size], key=lambda record: record.report.published or FIRST_DAY)
    ids = {record.report.id for record in kept}
    truth.copies = {pair for pair in truth.copies if pair <= ids}
    return kept, list(_entities(kept)), truth


def _told(maker: Maker, event: Event, truth: Truth) -> Iterator[Record]:
    """The reports of one event, the original first."""
    chance = maker.chance
    most = chance.choices([most for most, _ in CARRIERS], [share for _, share in CARRIERS])[0]
    language = chance.choice(list(LETTERS))
    text = maker.sentences(event, language)
    original = _record(event, event.day, 0, language, text)
    yield _noted(truth, event, original)
    kindred = [original.report.id]
    for carrier in range(1, chance.randint(1, most)):
        way = chance.choices([way for way, _ in WAYS], [share for _, share in WAYS])[0]
        record = _carried(maker, event, carrier, way, (language, text))
        if way in ("copy", "part"):  # what copies one text, copies one another
            truth.copies |= {frozenset((kin, record.report.id)) for kin in kindred}
            kindred.append(record.report.id)
        yield _noted(truth, event, record)


def _carried(maker: Maker, event: Event, carrier: int, way: str, original: tuple[str, list[list[str]]]) -> Record:
    language, text = original
    day = event.day + timedelta(days=maker.chance.randint(0, 2))
    if way == "translation":
        language = "en" if language == "ar" else "ar"
    fresh = maker.sentences(event, language)
    if way == "copy":
        fresh = maker.edited(text, language)
    elif way == "part":
        fresh = [*text[: SENTENCES // 2], *fresh[SENTENCES // 2 :]]
    elif maker.chance.random() < 0.1:
        event = replace(event, amount=event.amount + maker.chance.randint(1, 20))
    return _record(event, day, carrier, language, fresh)


def _noted(truth: Truth, event: Event, record: Record) -> Record:
    truth.event_of[record.report.id] = event.number
    return record


def _record(event: Event, day: date, carrier: int, language: str, sentences: Sequence[Sequence[str]]) -> Record:
    """A report that opens with the claim: «X said that Y sold, involving 40 dollars in Z»."""
    said, that, involving, place = SAID[language]
    speaker, actor, where = (name(entity, language) for entity in (event.speaker, event.actor, event.place))
    amount = f"{event.amount} {UNITS[event.unit][language]}"
    opening = f"{speaker} {said} {that} {actor} {event.type} {involving} {amount} {place} {where}"
    text = ".\n".join([opening, *(" ".join(sentence) for sentence in sentences)]) + "."
    outlet = f"outlet-{(event.number * 7 + carrier) % 400}"
    report = Report(
        Report.identify(text, None, outlet, day), f"{event.number}-{carrier}.txt", text,
        outlet=outlet, language=language, published=day,
    )  # fmt: skip
    spans = {words: (text.index(words), text.index(words) + len(words)) for words in (speaker, actor, where, amount)}
    mentions = tuple(
        Mention(*spans[words], words, kind, f"e-{entity:016x}", words)
        for words, kind, entity in (
            (speaker, "person", event.speaker),
            (actor, "group", event.actor),
            (where, "place", event.place),
        )
    )
    figure = Figure(*spans[amount], amount, value=float(event.amount), unit=event.unit)
    return Record(report, mentions, (figure,), claims=(_claim(event, report, mentions, figure),))


def _claim(event: Event, report: Report, mentions: tuple[Mention, ...], figure: Figure) -> Claim:
    speaker, actor, where = mentions
    roles = (
        Role("actor", actor.start, actor.end, actor.text, actor.entity, actor.name),
        Role("amount", figure.start, figure.end, figure.text, figure=0),
        Role("place", where.start, where.end, where.text, where.entity, where.name),
    )
    evidence = Span(actor.start, where.end, report.text[actor.start : where.end])
    chain = (
        Link("outlet", report.outlet or ""),
        Link("person", speaker.text, speaker.start, speaker.end, entity=speaker.entity, name=speaker.name),
    )
    return Claim(f"c-{report.id}", event.type, evidence, roles, Attribution("indirect", chain))


def _entities(records: Sequence[Record]) -> Iterator[Entity]:
    seen: dict[str, Mention] = {}
    for record in records:
        for mention in record.mentions:
            seen.setdefault(mention.entity or "", mention)
    for key, mention in seen.items():
        number = int(key.removeprefix("e-"), 16)
        yield Entity(key, mention.kind, mention.text, tuple(name(number, language) for language in LETTERS))
