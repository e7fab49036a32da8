"""The sayings of a sentence: verbs of speech, «بحسب», accusations, a speaker before a colon, each with its speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.sources.according import According
from kashf.extraction.sources.circumstances import with_circumstances
from kashf.extraction.sources.content import content_of
from kashf.extraction.sources.documents import Documents
from kashf.extraction.sources.incise import before_the_verb
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.memory import Heard, Memory, agrees, gender_of
from kashf.extraction.sources.nominal import named_saying, nominal
from kashf.extraction.sources.saying import Content, Saying
from kashf.extraction.sources.speakers import Speakers
from kashf.extraction.sources.stances import stance_of
from kashf.extraction.sources.subject import subject_of
from kashf.records import Link

__all__ = ["Finder"]

LEAST_ANNOUNCED = 4
"""Words without a verb behind «خبراء:» that are still what they say."""
_SPEAKING = ("say", "accuse", "describe")


class Finder:
    """Finds the sayings of one report, sentence by sentence, and remembers who spoke."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.memory = Memory(speakers)
        self.documents = Documents(speakers, self.memory)
        self.according = According(self)

    def sayings(self, line: Line) -> list[Saying]:
        """The sayings of a sentence, in the order of their words."""
        found: list[Saying] = []
        self._topic(line)
        for saying in self._announced(line):
            found.append(saying)
        steps: list[tuple[int, Event | None]] = [(e.unit, e) for e in line.events() if self._may_say(line, e)]
        steps += [(index, None) for index, unit in enumerate(line.units) if unit.kind == "source"]
        steps += [(index, None) for index in range(len(line)) if named_saying(line, index)]
        for index, event in sorted(steps, key=lambda step: step[0]):
            if event is None and line.kind(index) != "source":
                saying = nominal(self, line, index)
            elif event is None:
                saying = self.according.at(line, index)
            elif line.kind(event.unit - 1) == "source":
                continue
            else:
                saying = self._accusation(line, event) if self._accuses(line, event) else self._said(line, event, found)
            if saying is not None and not self._claimed(line, saying, found):
                found.append(saying)
        return found

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
        return inverted or event.steers(*_SPEAKING) or event.lemma in line.table("appearing")

    @staticmethod
    def _accuses(line: Line, event: Event) -> bool:
        return event.steers("accuse") and event.form == "verb" and event.lemma in line.table("accusing")

    # Who the sentence is about.

    def _topic(self, line: Line) -> None:
        """The subject of the main verb may be whom a later verb without subject means."""
        event = next((e for e in line.events() if e.form == "verb"), None)
        if event is None or self._may_say(line, event) or self._quoted(line, event):
            return
        unit = subject_of(line, event) if not line.european else None
        phrase = line.phrases[unit] if unit is not None else (event.subject[0] if event.subject else None)
        link = self.link(line, phrase) if phrase is not None and not phrase.pronoun else None
        if link is not None and phrase is not None and self._speakable(link, phrase):
            self.memory.remember(line, link, phrase, spoke=False)
            self._issued(line, event, phrase, link)

    def _speakable(self, link: Link, phrase: Phrase) -> bool:
        """Whether a subject is somebody: named, in an office, or a body."""
        head = self.speakers.head(phrase)
        office = head is not None and (head.category == "title" or head.may_be("title") is not None)
        return link.kind != "document" and (link.entity is not None or office or link.kind in ("organisation", "outlet"))

    @staticmethod
    def _quoted(line: Line, event: Event) -> bool:
        return any(pair.first <= event.word < pair.last for pair in line.pairs.values())

    def link(self, line: Line, phrase: Phrase, verb: str | None = None, *, speaks: bool = False) -> Link | None:
        """The link of a phrase, with whom it refers back to and who made it."""
        if phrase.pronoun:
            heard = self._pronoun(line, phrase.pronoun)
            return replace(heard.link, verb=verb) if heard is not None else None
        head = self.speakers.head(phrase)
        if head is not None and head.stem in line.table("words_of") and phrase.last > phrase.first + 1:
            return self.link(line, replace(phrase, first=phrase.first + 1), verb, speaks=speaks)
        link = self.speakers.link(line, phrase, verb, speaks=speaks)
        if link is None:
            return None
        if link.kind == "document":
            return self.documents.settle(line, link, phrase)
        return self.memory.refer(line, link, phrase)

    def _pronoun(self, line: Line, pronoun: str) -> Heard | None:
        if pronoun in line.table("pronouns_many"):
            return self.memory.last_person(many=True) or self.memory.last()
        if pronoun in line.table("pronouns_one"):
            return self.memory.last_person() or self.memory.last()
        return self.memory.last() if pronoun in line.table("pronouns_neuter") else None

    # A speaker and a colon.

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

    # Verbs of speech.

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
        links = self._speakers(line, event, subject, before)
        if not links:
            return None
        links = (*links[:-1], replace(links[-1], stance=stance_of(line, event)))
        links = with_circumstances(self, line, event, subject, content, links)
        self._heard(line, event, links, subject)
        kind = "quote only" if not event.steers("say") and event.steers("describe") else "verb"
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
        if link is None or phrase is None or event.steers("describe") or self._quoted(line, event) or beside:
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
        content = content_of(line, event, subject)
        if describes:
            return content if content is not None and content.pair is not None else None
        if content is None or (content.plain and line.european):
            return before_the_verb(line, event, subject, closely=content is not None) or content
        return content

    def _not_speech(self, line: Line, event: Event) -> bool:
        """First person within a quotation; «يدعى فلان»; an act named after a verb of speech."""
        if event.form == "noun" and not line.participle(event):
            leads = line.colon(event.unit + 1) or line.quotation(event.unit + 2) is not None
            infinitive = line.european and leads
            return not infinitive and not self._names_speech(line, event)
        reading = line.words[event.word].reading
        if reading is not None and reading.person.startswith("1"):
            return True
        word = line.words[event.word]
        if {word.stem, word.norm} & line.table("no_speech"):
            return True
        if event.lemma in line.table("publishing") and word.split.ending and not line.european:
            return True  # «بيان نشرته الوكالة»: who carried it
        if line.asked_inverted(event):
            return False
        if event.form == "participle" and not line.european:
            return line.words[event.word].split.article or reading is None or reading.voice == "passive"
        return event.passive and line.european and not self._passed_on(line, event)

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

    def _speakers(
        self, line: Line, event: Event, subject: int | None, before: Sequence[Saying]
    ) -> tuple[Link, ...]:
        """Who says it, from the one who passes it on to the origin."""
        verb = line.words[event.word].norm
        passed_on = self.relayed(line, event, subject, verb)
        if passed_on:
            return passed_on
        stood_in = self.stood_in(line, event)
        if stood_in or event.lemma in line.table("appearing"):
            return stood_in
        phrases = self._with_joined(line, subject) if subject is not None else ()
        links = _of_one_rank(tuple(link for p in phrases if (link := self.link(line, p, verb, speaks=True)) is not None))
        if links or (subject is not None and not all(p.pronoun for p in phrases)):
            inside = self.where_said(line, event) if links and links[-1].kind == "outlet" else ()
            return (*self._publishers(line, event), *links, *inside) if links else ()
        where = self.where_said(line, event)
        return where or self._elided(line, event, before, verb)

    @staticmethod
    def _with_joined(line: Line, subject: int) -> tuple[Phrase, ...]:
        """The subject; with those joined to it where there are several."""
        phrases = [line.phrase(subject)]
        for index in range(subject + 1, len(line)):
            if line.kind(index) != "phrase" or not line.units[index].conjoined or line.units[index].preposition:
                break
            if line.word(index).category == "pronoun":
                break
            phrases.append(line.phrases[index])
        return tuple(phrase for phrase in phrases[:3] if phrase is not None)

    def _elided(self, line: Line, event: Event, before: Sequence[Saying], verb: str) -> tuple[Link, ...]:
        """Who a verb without subject, or a participle, goes on with."""
        if line.european:
            if event.form == "verb" and not event.conjoined:
                return ()
            if event.form == "noun" and not before:
                return ()
            links = before[-1].links if before else self.memory.chain
            return tuple(replace(link, verb=verb) for link in links)
        spoken = self._said_before(line, event, before)
        if spoken:
            return tuple(replace(link, verb=verb) for link in spoken)
        nearer = self._subject_before(line, event) if not event.steers("continue") else None
        if nearer is not None:
            return (replace(nearer, verb=verb),)
        heard = self.memory.last(_person(line, event), spoke=event.steers("continue"))
        if heard is None or (_person(line, event)[1:2] in ("p", "d") and not agrees(_person(line, event), heard.gender)):
            return ()
        chain = self.memory.chain
        same = bool(chain) and chain[-1].start == heard.link.start
        return tuple(replace(link, verb=verb) for link in (chain if same else (heard.link,)))

    def _said_before(self, line: Line, event: Event, before: Sequence[Saying]) -> tuple[Link, ...]:
        """Who said the last thing in the sentence that agrees: «قالت الوزارة إن المحتجزين اعترفا، مضيفة»."""
        for saying in reversed(before):
            if saying.kind in ("verb", "noun") and agrees(_person(line, event), self.memory.gender(saying.links[-1])):
                return saying.links
        return ()

    def _subject_before(self, line: Line, event: Event) -> Link | None:
        """«أرسل السفير رسالة قال فيها», «وافق الوزير قائلا»: the subject of the verb before it in the sentence."""
        person = _person(line, event)
        for other in reversed(line.clauses.events[: event.index]):
            unit = subject_of(line, other) if other.form == "verb" else None
            phrase = line.phrases[unit] if unit is not None else None
            if phrase is None or phrase.pronoun:
                continue
            within = line.kind(event.unit + 1) == "phrase" and line.bare(event.unit + 1) in line.table("inside_it")
            link = self.link(line, phrase, speaks=within)
            if link is None or not (within or self._speakable(link, phrase)):
                continue
            if agrees(person, gender_of(line, link, self.speakers.head(phrase))):
                return link
        return None

    # Those who pass on.

    def relayed(self, line: Line, event: Event, subject: int | None, verb: str) -> tuple[Link, ...]:
        """«نقلت وكالة عن مسؤول», «نسبت الصحيفة إلى مصدر»: the relay, and whom it quotes."""
        if not event.steers("relay"):
            return ()
        if event.passive and line.european:
            return self._quoted_by(line, event, subject, verb)
        source = self._quoted_one(line, event)
        if source is None:
            return ()
        relay = line.phrases[subject] if subject is not None else None
        outer = self.link(line, relay, verb, speaks=True) if relay is not None else None
        if outer is None and subject is None and not line.european:
            heard = self.memory.last(_person(line, event))
            outer = heard.link if heard is not None else None
        return (outer, source) if outer is not None else (source,)

    def _quoted_by(self, line: Line, event: Event, subject: int | None, verb: str) -> tuple[Link, ...]:
        """«A spokesman was quoted by the agency as saying»: the agent passes on, the subject speaks."""
        phrase = line.phrases[subject] if subject is not None else None
        source = self.link(line, phrase, verb, speaks=True) if phrase is not None else None
        agent = line.phrases[event.unit + 1] if event.unit + 1 < len(line) else None
        named = agent is not None and line.units[event.unit + 1].preposition in line.table("agent_by")
        relay = self.link(line, agent, verb, speaks=True) if agent is not None and named else None
        return tuple(link for link in (relay, source) if link is not None)

    def _quoted_one(self, line: Line, event: Event) -> Link | None:
        allowed = line.table("relayed_from") | line.table("relayed_to")
        for index in range(event.unit + 1, len(line)):
            if line.that(index) or line.kind(index) == "stop" or (line.finite(index) and index > event.unit + 1):
                return None
            phrase = line.phrases[index]
            on_the_lips = line.kind(index - 1) == "source" and index > event.unit + 1
            if phrase is not None and not phrase.pronoun and (line.units[index].preposition in allowed or on_the_lips):
                return self.link(line, phrase, line.words[event.word].norm, speaks=True)
        return None

    def stood_in(self, line: Line, event: Event) -> tuple[Link, ...]:
        """«جاء في بيان للوزارة أن»: the document is the source."""
        if event.lemma not in line.table("appearing"):
            return ()
        for index in range(event.unit + 1, min(event.unit + 4, len(line))):
            phrase = line.phrases[index]
            if line.units[index].preposition == "في" and phrase is not None and not phrase.pronoun:
                link = self.link(line, phrase)
                return (*self._publishers(line, event), link) if link is not None else ()
        return ()

    def where_said(self, line: Line, event: Event) -> tuple[Link, ...]:
        """«сообщили в министерстве», «говорится в докладе»: Russian says where a thing is said, and means by whom."""
        if not line.knowledge.book.grammar.cases or event.form != "verb":
            return ()
        for index in (*range(event.unit + 1, event.unit + 3), *range(event.unit - 1, event.unit - 4, -1)):
            phrase = line.phrases[index] if 0 <= index < len(line) else None
            if phrase is None or (line.units[index].preposition or "").removesuffix("+acc") != "в":
                continue
            link = None if phrase.is_a("time", "place") else self.link(line, phrase, speaks=True)
            return (link,) if link is not None else ()
        return ()

    def _publishers(self, line: Line, event: Event) -> Iterator[Link]:
        """«… في بيان نشرته وكالة الأنباء، أن»: who carried the words, between the speaker and what is said."""
        for index in range(event.unit + 1, len(line)):
            if line.that(index) or line.kind(index) == "stop":
                return
            other = line.by_unit.get(index)
            if other is None or other.lemma not in line.table("publishing"):
                continue
            unit = subject_of(line, other)
            phrase = line.phrases[unit] if unit is not None else None
            link = self.speakers.link(line, phrase) if phrase is not None else None
            if link is not None and link.kind in ("outlet", "organisation"):
                yield replace(link, kind="outlet")

    def _heard(self, line: Line, event: Event, links: tuple[Link, ...], subject: int | None) -> None:
        if self._quoted(line, event):
            return
        phrase = line.phrase(subject) if subject is not None else None
        own = phrase is not None and links[-1].start is not None and not phrase.pronoun
        self.memory.remember(line, links[-1], phrase if own else None, spoke=True)
        self.memory.chain = links

    # Accusations.

    def _accusation(self, line: Line, event: Event) -> Saying | None:
        """«واتهم فلان الشركة بـ»: what follows is alleged, on the accuser's word where there is one."""
        if event.passive:
            return None
        subject = subject_of(line, event)
        start = self._charge(line, event, subject)
        if start is None or (subject is not None and self._is_accused(line, event, subject)):
            return None
        links = self._speakers(line, event, subject, ())
        if not links:
            return None
        links = (*links[:-1], replace(links[-1], stance="accused"))
        self._heard(line, event, links, subject)
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
            if line.european and line.words[unit.first].norm in line.table("infinitives"):
                return unit.first
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


def _of_one_rank(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Without what only says more of a named person: «Amos Reed, special envoy and coordinator»."""
    if not links or links[0].kind != "person":
        return links
    return (links[0], *(link for link in links[1:] if link.entity is not None and link.entity != links[0].entity))


def _person(line: Line, event: Event) -> str:
    """The person of a verb, or what a participle agrees with: «مضيفة» 3sf, «مؤكدين» 3pm."""
    word = line.words[event.word]
    if event.form != "participle":
        return word.reading.person if word.reading is not None else ""
    if word.stem.endswith("ه"):
        return "3sf"
    return "3pm" if word.stem.endswith(("ين", "ون")) else "3sm"


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
    if joined or line.kind(before) in ("connective", "contrast"):
        return "clause"
    return "comma" if line.kind(before) == "comma" and subject > event.unit and not line.european else ""
