"""Who says something: the subject of a verb of speech, whom a relay quotes, and who goes on without being named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.sources.documents import Documents
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.memory import Heard, Memory, agrees, gender_of
from kashf.extraction.sources.saying import Saying
from kashf.extraction.sources.speakers import Speakers
from kashf.extraction.sources.subject import subject_of
from kashf.records import Link

__all__ = ["Teller"]


class Teller:
    """Tells who says a thing in one report, and remembers who has spoken."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.memory = Memory(speakers)
        self.documents = Documents(speakers, self.memory)

    def speakable(self, link: Link, phrase: Phrase) -> bool:
        """Whether a subject is somebody: named, in an office, or a body."""
        head = self.speakers.head(phrase)
        office = head is not None and (head.category == "title" or head.may_be("title") is not None)
        return link.kind != "document" and (
            link.entity is not None or office or link.kind in ("organisation", "outlet")
        )

    @staticmethod
    def in_marks(line: Line, event: Event) -> bool:
        """Whether an event stands within quotation marks."""
        return any(pair.first <= event.word < pair.last for pair in line.near)

    def link(self, line: Line, phrase: Phrase, verb: str | None = None, *, speaks: bool = False) -> Link | None:
        """The link of a phrase, with whom it refers back to and who made it."""
        if phrase.pronoun:
            heard = self._pronoun(line, phrase.pronoun)
            if heard is None and speaks and phrase.pronoun in line.table("pronouns_one", "pronouns_many"):
                return self.speakers.anchored(phrase.first, phrase.last, "unnamed", verb)  # «he» is left open
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

    def said_by(self, line: Line, event: Event, subject: int | None, before: Sequence[Saying]) -> tuple[Link, ...]:
        """Who says it, from the one who passes it on to the origin."""
        verb = line.words[event.word].norm
        passed_on = self.relayed(line, event, subject, verb)
        if passed_on:
            return passed_on
        stood_in = self.stood_in(line, event)
        if stood_in or event.lemma in line.table("appearing"):
            return stood_in
        phrases = self._with_joined(line, subject) if subject is not None else ()
        links = _of_one_rank(
            tuple(link for p in phrases if (link := self.link(line, p, verb, speaks=True)) is not None)
        )
        if links or (subject is not None and not all(p.pronoun for p in phrases)):
            inside = self.where_said(line, event) if links and links[-1].kind == "outlet" else ()
            return (*self.publishers(line, event), *links, *inside) if links else ()
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
            if event.form == "noun" and not before and not event.steers("continue"):
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
        if heard is None or (
            _person(line, event)[1:2] in ("p", "d") and not agrees(_person(line, event), heard.gender)
        ):
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
            if link is None or not (within or self.speakable(link, phrase)):
                continue
            if agrees(person, gender_of(line, link, self.speakers.head(phrase))):
                return link
        return None

    def relayed(self, line: Line, event: Event, subject: int | None, verb: str) -> tuple[Link, ...]:
        """«نقلت وكالة عن مسؤول», «نسبت الصحيفة إلى مصدر»: the relay, and whom it quotes."""
        if event.lemma in line.table("learning"):
            return self._learned_from(line, event, subject, verb)
        if not event.steers("relay"):
            return ()
        if event.passive and line.european:
            return self._quoted_by(line, event, subject, verb)
        source = self._quoted_one(line, event) or self._object_quoted(line, event)
        if source is None:
            return ()
        relay = line.phrases[subject] if subject is not None else None
        outer = self.link(line, relay, verb, speaks=True) if relay is not None else None
        if outer is None and subject is None and not line.european:
            heard = self.memory.last(_person(line, event))
            outer = heard.link if heard is not None else None
        return (outer, source) if outer is not None else (source,)

    def _learned_from(self, line: Line, event: Event, subject: int | None, verb: str) -> tuple[Link, ...]:
        """The outlet that has learned a thing, and from whom, where it says so."""
        links = []
        for index in range(subject if subject is not None else event.unit, len(line)):
            phrase = line.phrases[index]
            if line.that(index) or line.kind(index) in ("stop", "comma"):
                break
            named = index == subject or (line.units[index].preposition or "") in line.table("learned_from")
            link = self.link(line, phrase, verb, speaks=True) if phrase is not None and named else None
            if link is None and phrase is not None and index == subject:
                link = self.speakers.anchored(phrase.first, phrase.last, "outlet", verb)  # «المدينة», a paper
            links += [link] if link is not None else []
        return tuple(replace(link, kind="outlet") if place == 0 else link for place, link in enumerate(links))

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

    def _object_quoted(self, line: Line, event: Event) -> Link | None:
        """«quoted an official as saying», « cite un diplomate », «цитирует главу таможни»: the verb's object."""
        index = line.skip(event.unit + 1)
        phrase = line.bare_phrase(index) if line.european and index < len(line) else None
        if phrase is None or phrase.pronoun or phrase.is_a("time"):
            return None
        return self.link(line, phrase, line.words[event.word].norm, speaks=True)

    def learned(self, line: Line, event: Event) -> bool:
        """«علمت «المدينة» من مصادرها أن», "the Post has learned that": an outlet tells what it came to know."""
        subject = subject_of(line, event)
        phrase = line.phrases[subject] if subject is not None else None
        if phrase is None:
            return False
        link = self.speakers.link(line, phrase)
        marked = line.words[phrase.first - 1].norm in ('"', "'") and not line.european
        return marked or (link is not None and link.kind == "outlet")

    def stood_in(self, line: Line, event: Event) -> tuple[Link, ...]:
        """«جاء في بيان للوزارة أن»: the document is the source."""
        if event.lemma not in line.table("appearing"):
            return ()
        for index in range(event.unit + 1, min(event.unit + 4, len(line))):
            phrase = line.phrases[index]
            if line.units[index].preposition == "في" and phrase is not None and not phrase.pronoun:
                link = self.link(line, phrase) or self.speakers.anchored(phrase.first, phrase.last, "document", None)
                return (*self.publishers(line, event), link)
        return ()

    def where_said(self, line: Line, event: Event) -> tuple[Link, ...]:
        """«сообщили в министерстве», «говорится в докладе»: Russian says where a thing is said, and means by whom."""
        if not line.knowledge.book.grammar.cases or event.form != "verb":
            return ()
        follows = event.lemma in line.table("follows_from")
        places = line.table("follows_from_in" if follows else "said_in")
        before = range(event.unit - 1, -1 if follows else max(-1, event.unit - 4), -1)
        for index in (*range(event.unit + 1, event.unit + 5), *before):
            phrase = line.phrases[index] if 0 <= index < len(line) else None
            if phrase is None or line.that(index):
                continue
            if (line.units[index].preposition or "").removesuffix("+acc") not in places:
                continue
            link = None if phrase.is_a("time", "place") else self.link(line, phrase, speaks=True)
            return (link,) if link is not None else ()
        return ()

    def publishers(self, line: Line, event: Event) -> Iterator[Link]:
        """«… في بيان نشرته وكالة الأنباء، أن»: who carried the words, between the speaker and what is said."""
        if line.european:
            yield from self._quoting(line, event)
            return
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

    def _quoting(self, line: Line, event: Event) -> Iterator[Link]:
        """«The minister, quoted by the agency, said»: who passes the words on stands between subject and verb."""
        for index in range(event.unit - 1, -1, -1):
            other = line.by_unit.get(index)
            if line.kind(index) == "stop" or (other is not None and not other.steers("relay")):
                return
            phrase = line.bare_phrase(index + 1) or (line.phrases[index + 1] if index + 1 < len(line) else None)
            by = index + 1 < len(line) and line.units[index + 1].preposition in line.table("agent_by")
            if other is None or phrase is None or not (by or line.knowledge.book.grammar.cases):
                continue
            link = self.speakers.link(line, phrase, speaks=True)
            if link is not None and link.kind in ("outlet", "organisation"):
                yield replace(link, kind="outlet")

    def note(self, line: Line, event: Event, links: tuple[Link, ...], subject: int | None) -> None:
        """Remembers who spoke, unless it is told within a quotation."""
        if self.in_marks(line, event):
            return
        phrase = line.phrase(subject) if subject is not None else None
        own = phrase is not None and links[-1].start is not None and not phrase.pronoun
        self.memory.remember(line, links[-1], phrase if own else None, spoke=True)
        self.memory.chain = links


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
