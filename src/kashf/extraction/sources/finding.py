"""The sayings of a sentence: verbs of speech, «بحسب», accusations, a speaker before a colon, each with its speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.sources.according import According
from kashf.extraction.sources.circumstances import with_circumstances
from kashf.extraction.sources.content import content_of
from kashf.extraction.sources.incise import before_the_verb
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.nominal import named_sayings, nominal
from kashf.extraction.sources.saying import Content, Saying
from kashf.extraction.sources.stances import stance_of
from kashf.extraction.sources.subject import subject_of
from kashf.extraction.sources.telling import Teller
from kashf.records import Link

__all__ = ["Finder"]

LEAST_ANNOUNCED = 4
"""Words without a verb behind «خبراء:» that are still what they say."""
_SPEAKING = ("say", "accuse", "describe")


class Finder(Teller):
    """Finds the sayings of one report, sentence by sentence, and remembers who spoke."""

    def sayings(self, line: Line) -> list[Saying]:
        """The sayings of a sentence, in the order of their words."""
        found = [*self._announced(line), *self._held_by(line), *self._by_account(line)]
        main = next((event.unit for event in line.events() if event.form == "verb"), len(line))
        steps: list[tuple[int, Event | None]] = [(e.unit, e) for e in line.events() if self._may_say(line, e)]
        steps += [(index, None) for index, unit in enumerate(line.units) if unit.kind == "source"]
        steps += [(index, None) for index in named_sayings(line)]
        for index, event in sorted([*steps, (main, None)], key=lambda step: step[0]):
            if index == main and event is None:
                self._topic(line)
                continue
            saying = self._at(line, index, event, found)
            if saying is not None and not self._claimed(line, saying, found):
                found.append(saying)
        if not found and line.european:
            self._spoken_about(line)
        return found

    def _at(self, line: Line, index: int, event: Event | None, found: Sequence[Saying]) -> Saying | None:
        """What a verb of speech says, a source vouches for, or a noun of saying holds."""
        if event is None:
            return According(self).at(line, index) if line.kind(index) == "source" else nominal(self, line, index)
        if line.kind(event.unit - 1) == "source":
            return None
        accused = self._accuses(line, event)
        saying = self._accusation(line, event) if accused else None
        return saying if saying is not None or (accused and not line.european) else self._said(line, event, found)

    @staticmethod
    def _claimed(line: Line, saying: Saying, found: Sequence[Saying]) -> bool:
        """Whether a verb in a relative clause reaches for what an earlier verb says: «الأجهزة التي تتابع الملف أن»."""
        start = saying.content.start
        relative = line.kind(line.skip(saying.unit - 1, -1)) == "relative"
        return relative and start is not None and any(other.content.start == start for other in found)

    @staticmethod
    def _may_say(line: Line, event: Event) -> bool:
        if event.lemma in line.table("no_speech"):
            return False
        inverted = line.asked_inverted(event) and event.lemma in line.table("say")
        if event.word > line.first and line.words[event.word - 1].norm in line.table("no_speech_behind"):
            return False  # «فضل عدم ذكر اسمه»
        return inverted or line.light(event) or event.steers(*_SPEAKING) or event.lemma in line.table("appearing")

    @staticmethod
    def _accuses(line: Line, event: Event) -> bool:
        return event.steers("accuse") and event.form == "verb" and event.lemma in line.table("accusing")

    def _topic(self, line: Line) -> None:
        """The subject of the main verb may be whom a later verb without subject means."""
        event = next((e for e in line.events() if e.form == "verb"), None)
        if event is None or self._may_say(line, event) or self.in_marks(line, event):
            return
        unit = subject_of(line, event) if not line.european else None
        phrase = line.phrases[unit] if unit is not None else (event.subject[0] if event.subject else None)
        link = self.link(line, phrase) if phrase is not None and not phrase.pronoun else None
        if link is not None and phrase is not None and self.speakable(link, phrase):
            self.memory.remember(line, link, phrase, spoke=False)
            self._issued(line, event, phrase, link)

    def _spoken_about(self, line: Line) -> None:
        """«Walid Amin was blunt.», «When asked, the governor shrugged.»: whom a sentence is about if nobody speaks."""
        comma = next((index + 1 for index in range(len(line)) if line.kind(index) == "comma"), 0)
        for head in (line.skip(0), comma):
            phrase = line.bare_phrase(head) if head < len(line) else None
            link = self.link(line, phrase) if phrase is not None and not phrase.pronoun else None
            if link is not None and phrase is not None and self.speakable(link, phrase):
                self.memory.remember(line, link, phrase, spoke=False)
                return

    def _announced(self, line: Line) -> Iterator[Saying]:
        """«واشنطن: …», "Experts: …", before a clause or a quotation."""
        phrase = line.bare_phrase(0)
        if phrase is None or len(line) < 3 or not line.colon(1):
            return
        behind = line.units[1].last
        pair = line.spoken_pair(behind)
        clause = any(event.form == "verb" or event.predicates for event in line.events() if event.word >= behind)
        link = self.speakers.link(line, phrase)
        if link is None or link.kind == "document" or (link.kind == "person" and pair is None):
            return
        if pair is None and not clause and (link.kind != "unnamed" or line.last - behind < LEAST_ANNOUNCED):
            return
        content = Content(pair=pair) if pair is not None else Content(start=behind)
        yield Saying("colon", 0, line.first, line.first, (link,), content)

    def _held_by(self, line: Line) -> Iterator[Saying]:
        """« Pour l'économiste Dana Fisk, l'embargo a … »: whose view a clause is, at its head."""
        phrase = line.phrases[0] if len(line) > LEAST_ANNOUNCED and line.kind(1) == "comma" else None
        if phrase is None or line.units[0].preposition not in line.table("in_view_of"):
            return
        link = self.link(line, phrase, speaks=not phrase.kinds)
        if link is None or link.kind not in ("person", "unnamed") or phrase.is_a("hostile", "group", "time"):
            return
        self.memory.remember(line, link, phrase, spoke=True)
        self.memory.chain = (link,)
        yield Saying("source", 0, line.first, line.first, (link,), Content(start=line.first))

    def _by_account(self, line: Line) -> Iterator[Saying]:
        """«By the Qatari account, …», « Dans la version officielle, … », «По катарской версии, …»."""
        phrase = line.phrases[0] if len(line) > LEAST_ANNOUNCED else None
        if phrase is None or line.units[0].preposition is None or phrase.last >= line.last:
            return
        parted = line.words[phrase.last].norm == ","
        told = any(line.words[place].stem in line.table("accounts") for place in range(phrase.first, phrase.last))
        link = self.speakers.anchored(phrase.first, phrase.last, "document", None) if parted and told else None
        if link is not None:
            yield Saying("source", 0, line.first, line.first, (link,), Content(start=line.first))

    def _said(self, line: Line, event: Event, before: Sequence[Saying]) -> Saying | None:
        if self._not_speech(line, event):
            return None
        subject = self._subject(line, event)
        content = self._content(line, event, subject)
        if self._impersonal(line, event, subject):
            return None
        if content is None and line.european and event.steers("relay"):
            return self._cited(line, event)
        if content is None:
            self._spoken_of(line, event, subject)
            return None
        links = self.said_by(line, event, subject, before)
        if not links:
            return None
        links = (*links[:-1], replace(links[-1], stance=stance_of(line, event)))
        links = with_circumstances(self, line, event, subject, content, links)
        self.note(line, event, links, subject)
        kind: Literal["quote only", "verb"] = (
            "quote only" if not event.steers("say") and event.steers("describe") else "verb"
        )
        return Saying(
            kind,
            event.unit,
            event.word,
            _opening(line, event, subject),
            links,
            content,
            line.draft.text[line.words[event.word].start : line.words[event.word].end],
            stance_of(line, event),
            apart=_apart(line, event, subject),
            alleges=event.lemma in line.table("alleging"),
        )

    @staticmethod
    def _subject(line: Line, event: Event) -> int | None:
        """The unit of the subject; of an infinitive («went on to say: …») that of the verb before it."""
        if event.form == "verb" or line.asked_inverted(event):
            return subject_of(line, event)
        if not line.european or event.form != "noun" or line.participle(event):
            return None
        before = [other for other in line.clauses.events[: event.index] if other.form == "verb"]
        return subject_of(line, before[-1]) if before else None

    def _cited(self, line: Line, event: Event) -> Saying | None:
        """« …, qui cite un diplomate, », "citing a report": whom another source rests on."""
        index = line.skip(event.unit + 1)
        phrase = line.bare_phrase(index)
        link = self.link(line, phrase, speaks=True) if phrase is not None and not phrase.pronoun else None
        if link is None:
            return None
        return Saying("source", event.unit, event.word, event.word, (link,), Content(), cites=True)

    def _spoken_of(self, line: Line, event: Event, subject: int | None) -> None:
        """Who speaks without anything said («تحدثت رانيا عن الأزمة») may be whom the next verb means; what they issue
        is theirs."""
        phrase = line.phrases[subject] if subject is not None else None
        link = self.link(line, phrase) if phrase is not None and not phrase.pronoun else None
        beside = line.kind(line.skip(event.unit - 1, -1)) == "relative"
        if link is None or phrase is None or event.steers("describe") or self.in_marks(line, event) or beside:
            return
        if link.kind == "document":
            return
        self.memory.remember(line, link, phrase, spoke=True)
        self.memory.chain = (link,)
        self._issued(line, event, phrase, link)

    def _issued(self, line: Line, event: Event, phrase: Phrase, link: Link) -> None:
        """«نشر البنك تقريره السنوي»: the report is the bank's."""
        for other in line.phrases[event.unit :]:
            if event.lemma in line.table("issuing") and other is not None and other is not phrase:
                self.documents.issue(line, other, link)

    def _content(self, line: Line, event: Event, subject: int | None) -> Content | None:
        describes = event.steers("describe") and not event.steers("say")
        content = content_of(line, self._as_saying(line, event) or event, subject)
        if describes:
            return content if content is not None and content.pair is not None else None
        if content is None or (content.plain and line.european):
            return before_the_verb(line, event, subject, closely=content is not None) or content
        return content

    @staticmethod
    def _as_saying(line: Line, event: Event) -> Event | None:
        """«was quoted by state radio as saying the ship had …»: the second verb, which what is said follows."""
        if not (line.european and event.passive and event.steers("relay")):
            return None
        behind = (line.by_unit.get(i) for i in range(event.unit + 2, min(event.unit + 5, len(line))))
        named = line.table("as_saying")
        return next((e for e in behind if e is not None and e.steers("say") and line.bare(e.unit - 1) in named), None)

    def _not_speech(self, line: Line, event: Event) -> bool:
        """First person within a quotation; «يدعى فلان»; an act named after a verb of speech."""
        if event.form == "noun" and not line.participle(event):
            leads = line.colon(event.unit + 1) or line.quotation(event.unit + 2) is not None
            infinitive = line.european and leads
            return not infinitive and not self._names_speech(line, event)
        reading, word = line.words[event.word].reading, line.words[event.word]
        if (reading is not None and reading.person.startswith("1")) or {word.stem, word.norm} & line.table("no_speech"):
            return True
        if event.lemma in line.table("publishing") and word.split.ending and not line.european:
            return True  # «بيان نشرته الوكالة»: who carried it
        if event.lemma in line.table("learning") and not self.learned(line, event):
            return True  # what a person came to know
        return not line.asked_inverted(event) and self._turned_away(line, event)

    def _turned_away(self, line: Line, event: Event) -> bool:
        """A participle for who is spoken of («المتحدث», «المذكور»), or a passive that names nobody who says it."""
        reading = line.words[event.word].reading
        if event.form == "participle" and not line.european:
            return line.words[event.word].split.article or reading is None or reading.voice == "passive"
        if line.words[event.word].norm in line.table("convinced"):
            return False  # «журналист уверен: …»
        if not event.passive or not line.european or self._passed_on(line, event) or self._court_told(line, event):
            return False
        return not (line.knowledge.book.grammar.cases and self.where_said(line, event))  # «в докладе утверждается»

    @staticmethod
    def _court_told(line: Line, event: Event) -> bool:
        """«The court was told that …»: what is said before a body, by nobody named."""
        subject = subject_of(line, event) if event.lemma in line.table("told") else None
        phrase = line.phrases[subject] if subject is not None else None
        return phrase is not None and phrase.is_a("organisation", "state") and line.that(line.skip(event.unit + 1))

    @staticmethod
    def _names_speech(line: Line, event: Event) -> bool:
        return line.word(event.unit).stem in line.table("saying_nouns")

    @staticmethod
    def _passed_on(line: Line, event: Event) -> bool:
        return event.lemma in line.table("relaying")

    @staticmethod
    def _impersonal(line: Line, event: Event, subject: int | None) -> bool:
        """«يذكر أن», «يشار إلى أن»: nobody is said to say it, so it is the outlet's own."""
        reading = line.words[event.word].reading
        if line.european or event.form != "verb" or subject is not None or reading is None:
            return False
        if event.steers("continue") or reading.tense != "present" or reading.person != "3sm":
            return False
        near = range(event.unit + 1, event.unit + 3)
        told_of = bool(event.antecedent) and line.kind(event.unit - 1) == "relative"
        return any(line.that(index) for index in near) and not told_of

    def _accusation(self, line: Line, event: Event) -> Saying | None:
        """«واتهم فلان الشركة بـ»: what follows is alleged, on the accuser's word where there is one."""
        if event.passive:
            return None
        subject = subject_of(line, event)
        start = self._charge(line, event, subject)
        if start is None or (subject is not None and self._is_accused(line, event, subject)):
            return None
        links = self.said_by(line, event, subject, ())
        if not links:
            return None
        links = (*links[:-1], replace(links[-1], stance="accused"))
        self.note(line, event, links, subject)
        opens = _opening(line, event, subject)
        verb = line.draft.text[line.words[event.word].start : line.words[event.word].end]
        apart = _apart(line, event, subject)
        pair = line.pairs.get(start)
        content = Content(start, pair)
        return Saying("accusation", event.unit, event.word, opens, links, content, verb, "accused", apart=apart)

    @staticmethod
    def _charge(line: Line, event: Event, subject: int | None) -> int | None:
        """The word at which the charge begins: «بـ», «بأن», "of", « d'avoir », «в»."""
        for index in range(max(event.unit, subject or 0) + 1, len(line)):
            unit = line.units[index]
            if line.that(index):
                return unit.last
            infinitives = (p for p in range(unit.first, unit.last) if line.words[p].norm in line.table("infinitives"))
            infinitive = next(infinitives, None) if line.european else None
            if infinitive is not None:
                return infinitive  # « reproche au groupe d'avoir acheté »
            if (unit.preposition or "").removesuffix("+acc") in line.table("charged_with"):
                return unit.lead if unit.lead >= 0 else unit.first
            if unit.kind == "stop" or (line.finite(index) and not line.european):
                return None
        return None

    @staticmethod
    def _is_accused(line: Line, event: Event, subject: int) -> bool:
        """«ويتهم فلان بتمويل»: written without vowels, the one who is named is the accused."""
        if line.european or line.words[event.word].split.ending:
            return False
        following = line.skip(subject + 1)
        while line.kind(following) == "phrase" and line.units[following].conjoined:
            following += 1
        return line.kind(following) == "comma" or line.units[min(following, len(line) - 1)].preposition == "ب"


def _opening(line: Line, event: Event, subject: int | None) -> int:
    """The word at which the clause of a saying begins."""
    first = line.units[event.unit].first
    if subject is not None and subject < event.unit:
        first = line.units[subject].first
    while first > line.first and line.words[first - 1].category in ("adverb", "particle", "coordinator", "connective"):
        first -= 1
    return first


def _apart(line: Line, event: Event, subject: int | None) -> Literal["", "comma", "clause"]:
    """Whether a saying stands in a clause of its own, with its own subject: «…، بينما أكد التجار أن»."""
    if event.form != "verb" or subject is None:
        return ""
    lead = min(event.unit, subject)
    before = line.skip(lead - 1, -1)
    joined = line.units[event.unit].conjoined or line.units[lead].conjoined
    if joined or line.kind(before) in ("connective", "contrast") or (before >= 0 and line.kind(before) == "stop"):
        return "clause"
    return "comma" if line.kind(before) == "comma" and subject > event.unit and not line.european else ""
