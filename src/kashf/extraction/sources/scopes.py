"""Scopes: which stretch of a report rests on whose word.

A verb of speech with «أن» or a quotation, «بحسب فلان» before, within or behind a statement, «مشيرا إلى أن», a relay
(«نقلت وكالة عن مسؤول قوله إن») each open a scope; scopes nest, and the chain behind a claim is read off from the
outermost to the innermost one that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses, Draft, Scope, words_within
from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.sources.quoting import Quotation, find_fragments, find_quotations, find_unclaimed
from kashf.extraction.sources.speakers import link_of, same_source
from kashf.records import Link, Quote, Speaker

__all__ = ["attribute"]

_PUBLISHING = frozenset({"نشر", "بث", "نقل", "اورد", "اذاع", "تناقل"})
_APPEARING = frozenset({"جاء", "ورد"})
_PARTING = frozenset({"stop", "connective", "contrast", "inference", "relative", "complementiser"})
_CARRIES_ON = frozenset({"فيما", "كما", "بينما", "كذلك", "في حين"})


def attribute(draft: Draft) -> Draft:
    """The stage: finds the quotations with their speakers, and all scopes."""
    return _Attributor(draft).run()


class _Attributor:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = draft.words
        self.quotations = find_quotations(draft.words, draft.sentences)
        self.by_verb = {quotation.verb: quotation for quotation in self.quotations}
        self.scopes: list[Scope] = []
        self.quotes: list[Quote] = []
        self.last: tuple[Link, ...] = ()
        self.standing: tuple[Link, ...] = ()
        self.paragraph = -1
        self.documents: dict[str, Link] = {}
        self.subject_first = knowledge_of(draft.language).book.grammar.subject_first
        self.has_cases = knowledge_of(draft.language).book.grammar.cases

    def run(self) -> Draft:
        for clauses in self.draft.clauses:
            self._sentence(clauses)
        self._fragments()
        self.quotes.extend(find_unclaimed(self.draft, self.quotes))
        return replace(
            self.draft, quotes=tuple(sorted(self.quotes, key=lambda quote: quote.start)), scopes=tuple(self.scopes)
        )

    def _fragments(self) -> None:
        """Quoted pieces of what somebody is reported to say are their words too."""
        for fragment in find_fragments(self.draft):
            start, end = self.words[fragment.first].token.start, self.words[fragment.last - 1].token.end
            around = [scope for scope in self.scopes if scope.start <= start and end <= scope.end]
            if not around and self.subject_first:
                self._go_on_speaking(fragment, start, end)
            if not around or any(scope.direct for scope in around):
                continue
            inner = min(around, key=lambda scope: scope.end - scope.start)
            if inner.links[-1].kind != "document":
                self._add_quote(start, end, inner.links, inner.links[-1].verb)

    def _go_on_speaking(self, fragment: Quotation, start: int, end: int) -> None:
        """A sentence in quotation marks right behind a quotation of the same paragraph is the same speaker's."""
        sentence = next(s for s in self.draft.sentences if s.first <= fragment.first < s.last)
        opens = all(word.category == "mark" for word in self.words[sentence.first : fragment.first])
        holds_verb = any(word.category == "verb" for word in self.words[fragment.first : fragment.last])
        before = [quote for quote in self.quotes if quote.end <= start]
        if not (opens and holds_verb and before):
            return
        last = max(before, key=lambda quote: quote.end)
        spoken = next((scope for scope in self.scopes if scope.direct and scope.start == last.start), None)
        same_paragraph = "\n" not in self.draft.text[last.end : start]
        if spoken is not None and same_paragraph:
            self._add_quote(start, end, spoken.links, spoken.links[-1].verb)

    def _sentence(self, clauses: Clauses) -> None:
        if clauses.sentence.paragraph != self.paragraph:
            self.standing, self.paragraph = (), clauses.sentence.paragraph
        before = len(self.scopes)
        self._announced(clauses)
        steps: list[tuple[int, Event | None]] = [(event.unit, event) for event in clauses.events if _reports(event)]
        steps += [(index, None) for index, unit in enumerate(clauses.units) if unit.kind == "source"]
        for index, event in sorted(steps, key=lambda step: step[0]):
            if event is None:
                self._according_to(clauses, index)
            elif not event.steers("accuse"):
                self._said(clauses, event)
            else:
                self._accused(clauses, event)
        self._carry_on(clauses, before)

    # A speaker and a colon: «واشنطن: …»

    def _announced(self, clauses: Clauses) -> None:
        units = clauses.units
        if len(units) < 3 or units[0].kind != "phrase" or units[0].preposition or clauses.phrases[0] is None:
            return
        second = units[1]
        if second.kind == "stop" and self.words[second.first].norm == ":" and units[2].kind != "quote":
            link = link_of(self.draft, clauses.phrases[0])
            if link is not None and link.kind != "document":
                self._open(self._char(second.last), self._sentence_end(clauses), (link,))

    # A verb of speech.

    def _said(self, clauses: Clauses, event: Event) -> None:
        if self._first_person_in_quotation(event) or self._behind_source(clauses, event):
            return
        if self._impersonal(clauses, event):
            return
        links = tuple(map(self._known_document, self._speaker(clauses, event)))
        if not links:
            return
        quotation = self.by_verb.get(event.word)
        start = self._complement(clauses, event)
        if start is None and quotation is None and self.subject_first:
            start = self._without_that(clauses, event)
            if start is None and self._said_behind(clauses, event, links):
                return
        if quotation is not None:
            self._quoted(quotation, event, links)
        if start is not None and (quotation is None or start < self.words[quotation.first].start):
            self._open(start, self._reach(clauses, start), links)
        elif quotation is None and start is None:
            return
        self.last = links

    def _impersonal(self, clauses: Clauses, event: Event) -> bool:
        """«يذكر أن», «يشار إلى أن»: nobody is said to say it, so it is the outlet's own."""
        reading = self.words[event.word].reading
        if event.form != "verb" or event.subject or event.steers("continue") or reading is None:
            return False
        following = clauses.units[event.unit + 1 : event.unit + 2]
        return (
            reading.tense == "present"
            and reading.person == "3sm"
            and any(u.kind == "complementiser" for u in following)
        )

    def _first_person_in_quotation(self, event: Event) -> bool:
        reading = self.words[event.word].reading
        within = any(quotation.first <= event.word < quotation.last for quotation in self.quotations)
        return within and reading is not None and reading.person.startswith("1")

    def _behind_source(self, clauses: Clauses, event: Event) -> bool:
        return event.unit > 0 and clauses.units[event.unit - 1].kind == "source"

    def _speaker(self, clauses: Clauses, event: Event) -> tuple[Link, ...]:
        verb = self.words[event.word].norm
        relay = self._relayed(event) or self._stood_in(event)
        if relay:
            return relay
        subject = () if event.form == "participle" or self._pronoun(event) else event.subject
        if not subject and self.subject_first:
            subject = self._shared(clauses, event) if event.conjoined else self._where_said(clauses, event)
        links = tuple(
            link for phrase in subject if (link := link_of(self.draft, phrase, verb, speaks=True)) is not None
        )
        if subject and not links:
            return ()
        if not links:
            return tuple(replace(link, verb=verb) for link in self.last)
        return (*self._publishers(clauses, event), *links)

    def _pronoun(self, event: Event) -> bool:
        """«she said»: who spoke last goes on."""
        return self.subject_first and bool(self.last) and all(phrase.pronoun for phrase in event.subject)

    def _where_said(self, clauses: Clauses, event: Event) -> tuple[Phrase, ...]:
        """«сообщили в министерстве», «говорится в докладе»: Russian says where a thing is said, and means by whom."""
        if not self.has_cases:
            return ()
        for unit, phrase in zip(clauses.units[event.unit + 1 :], clauses.phrases[event.unit + 1 :], strict=True):
            if phrase is None or unit.conjoined:
                return ()
            if unit.preposition == "в":
                return () if phrase.is_a("time", "place") else (phrase,)
        return ()

    @staticmethod
    def _shared(clauses: Clauses, event: Event) -> tuple[Phrase, ...]:
        """«The coach came back and said»: the subject of the verb before it."""
        before = (other for other in reversed(clauses.events[: event.index]) if other.form == "verb" and other.subject)
        return next((other.subject for other in before), ())

    def _relayed(self, event: Event) -> tuple[Link, ...]:
        """«نقلت وكالة عن مسؤول»: the relay, and whom it quotes."""
        if not event.steers("relay") or not event.marks("عن"):
            return ()
        verb = self.words[event.word].norm
        phrases = (*event.subject, *event.marks("عن"))
        return tuple(link for phrase in phrases if (link := link_of(self.draft, phrase, verb)) is not None)

    def _stood_in(self, event: Event) -> tuple[Link, ...]:
        """«جاء في بيان للوزارة أن»: the document is the source."""
        if event.lemma not in _APPEARING:
            return ()
        return tuple(link for phrase in event.marks("في") if (link := link_of(self.draft, phrase)) is not None)

    def _publishers(self, clauses: Clauses, event: Event) -> Iterator[Link]:
        """«… في تصريحات نشرتها وسائل الإعلام، أن»: who carried the words, between the speaker and what is said."""
        for other in clauses.events:
            if (
                event.unit < other.unit
                and other.lemma in _PUBLISHING
                and not self._past_complement(clauses, event, other)
            ):
                for phrase in other.subject:
                    link = link_of(self.draft, phrase)
                    if link is not None and link.kind in ("outlet", "organisation"):
                        yield replace(link, kind="outlet")

    def _past_complement(self, clauses: Clauses, event: Event, other: Event) -> bool:
        between = clauses.units[event.unit + 1 : other.unit]
        return any(unit.kind in ("complementiser", "stop") for unit in between)

    def _complement(self, clauses: Clauses, event: Event) -> int | None:
        """Where what is said begins: behind «أن», or at the verbal noun or quotation that is the object."""
        for index in range(event.unit + 1, len(clauses.units)):
            unit = clauses.units[index]
            if unit.kind == "complementiser":
                return self._char(unit.last)
            if unit.kind == "stop" or unit.kind == "inference":
                return None
            if unit.kind in ("connective", "contrast") and index > event.unit + 1:
                return None
            if unit.kind == "event" and self._is_object(clauses, index):
                return self._char(unit.first)
        return None

    def _without_that(self, clauses: Clauses, event: Event) -> int | None:
        """«The ministry said the group had sold …»: a clause right behind the verb is what is said."""
        verb = next((other for other in clauses.events if other.unit > event.unit and other.form == "verb"), None)
        if verb is None or not (verb.subject or verb.passive) or verb.conjoined:
            return None
        between = clauses.units[event.unit + 1 : verb.unit]
        if not between or between[0].kind != "phrase" or any(unit.kind in _PARTING for unit in between):
            return None
        subject = (*verb.subject, *verb.direct)[0] if (*verb.subject, *verb.direct) else None
        return self._char(subject.first) if subject is not None and event.word < subject.first < verb.word else None

    def _said_behind(self, clauses: Clauses, event: Event, links: tuple[Link, ...]) -> bool:
        """«The group sold oil, the ministry said»: what stands before the speaker is what is said."""
        behind = clauses.units[event.unit + 1 :]
        first = event.subject[0].first if event.subject else event.word
        if (behind and behind[0].kind not in ("stop", "comma", "phrase")) or first <= clauses.sentence.first + 1:
            return False
        self._open(
            self.words[clauses.sentence.first].token.start, self.words[min(first, event.word)].token.start, links
        )
        self.last = links
        return True

    def _is_object(self, clauses: Clauses, index: int) -> bool:
        unit = clauses.units[index]
        word = self.words[unit.first]
        return word.category == "verbal_noun" and unit.preposition in (None, "عن", "ب") and not unit.conjoined

    def _reach(self, clauses: Clauses, start: int) -> int:
        """How far what is said goes: to the sentence's end, the writer's own conclusion, or the next who speaks."""
        for index, unit in enumerate(clauses.units):
            if self._char(unit.first) <= start:
                continue
            if unit.kind == "inference":
                return self.words[unit.first].token.start
            if unit.kind == "event" and self._speaks_next(clauses, index):
                return self.words[unit.first].token.start
        return self._sentence_end(clauses)

    def _speaks_next(self, clauses: Clauses, index: int) -> bool:
        event = next((event for event in clauses.events if event.unit == index), None)
        if event is None or event.form != "verb" or not event.steers("say") or not event.subject:
            return False
        before = clauses.units[index - 1].kind if index else "stop"
        return clauses.units[index].conjoined or before in ("comma", "connective", "contrast")

    def _quoted(self, quotation: Quotation, event: Event, links: tuple[Link, ...]) -> None:
        start, end = self.words[quotation.first].token.start, self.words[quotation.last - 1].token.end
        verb = self.words[event.word]
        self._add_quote(start, end, links, self.draft.text[verb.start : verb.end])

    def _add_quote(self, start: int, end: int, links: tuple[Link, ...], verb: str | None) -> None:
        said_by = links[-1]
        speaker = Speaker(said_by.text, said_by.start, said_by.end, said_by.entity, said_by.name, said_by.title)
        self.quotes.append(Quote(start, end, self.draft.text[start:end], verb, speaker))
        self.scopes.append(Scope(start, end, links, direct=True))

    # An accusation.

    def _accused(self, clauses: Clauses, event: Event) -> None:
        """«واتهم فلان الشركة بـ»: what follows is alleged, on the accuser's word where there is one."""
        if event.form != "verb":
            return
        verb = self.words[event.word].norm
        links = tuple(link for phrase in event.subject if (link := link_of(self.draft, phrase, verb)) is not None)
        if links and event.direct:
            start = self.words[event.direct[-1].last - 1].end
            self.scopes.append(Scope(start, self._sentence_end(clauses), links, alleged=True))

    # According to.

    def _according_to(self, clauses: Clauses, index: int) -> None:
        links = tuple(map(self._known_document, self._named_behind(clauses, index)))
        if not links:
            return
        start, end = self._covered(clauses, index)
        self._open(start, end, links)
        self.last = links
        if index <= 1:
            self.standing = links

    def _named_behind(self, clauses: Clauses, index: int) -> Iterator[Link]:
        for position in range(index + 1, len(clauses.units)):
            unit, phrase = clauses.units[position], clauses.phrases[position]
            if unit.kind == "event":
                event = next(event for event in clauses.events if event.unit == position)
                if event.form == "verb" and _reports(event):
                    yield from self._subjects(event)
                return
            if unit.kind in ("comma", "quote") and self._list_goes_on(clauses, position):
                continue
            if unit.kind != "phrase" or phrase is None or (position > index + 1 and not unit.conjoined):
                return
            if same_source(self.draft, phrase):
                yield from self.last
                continue
            link = link_of(self.draft, phrase, speaks=True)
            if link is not None:
                yield link

    def _subjects(self, event: Event) -> Iterator[Link]:
        yield from self._stood_in(event)
        for subject in event.subject:
            link = link_of(self.draft, subject, speaks=True)
            if link is not None:
                yield link

    def _list_goes_on(self, clauses: Clauses, position: int) -> bool:
        following = clauses.units[position + 1] if position + 1 < len(clauses.units) else None
        if following is None or following.kind != "phrase" or not following.conjoined:
            return False
        phrase = clauses.phrases[position + 1]
        return phrase is not None and phrase.is_a("document", "outlet")

    def _covered(self, clauses: Clauses, index: int) -> tuple[int, int]:
        """The whole sentence, from the last conclusion or contrast before where the source stands behind a clause."""
        start = self.words[clauses.sentence.first].token.start
        for unit in clauses.units[:index]:
            if unit.kind == "inference":
                start = self._char(unit.last)
        return start, self._sentence_end(clauses)

    # Carrying on.

    def _carry_on(self, clauses: Clauses, before: int) -> None:
        """A sentence that opens with «فيما» or «كما» keeps the source that the one before it stood on."""
        if len(self.scopes) > before or not self.standing or not clauses.units:
            return
        opening = self.words[clauses.units[0].first]
        joined = clauses.units[0].kind == "event" and clauses.units[0].conjoined
        if opening.norm in _CARRIES_ON or joined:
            self._open(self.words[clauses.sentence.first].token.start, self._sentence_end(clauses), self.standing)
        else:
            self.standing = ()

    def _open(self, start: int, end: int, links: tuple[Link, ...]) -> None:
        if start < end:
            self.scopes.append(Scope(start, end, links))

    def _known_document(self, link: Link) -> Link:
        """«الدراسة نفسها» is the study named before: the links share a key and the fuller name."""
        if link.kind != "document" or link.start is None or link.entity:
            return link
        first, _ = words_within(self.words, link.start, link.end or link.start + 1)
        head = self.words[first]
        known = self.documents.get(head.stem)
        if known is None or not head.split.article:
            known = replace(link, entity=f"document {head.stem} {link.start}", name=link.text)
            self.documents[head.stem] = known
            return known
        return replace(link, entity=known.entity, name=known.name)

    def _char(self, word: int) -> int:
        return self.words[word].token.start if word < len(self.words) else len(self.draft.text)

    def _sentence_end(self, clauses: Clauses) -> int:
        return self.words[clauses.sentence.last - 1].token.end


def _reports(event: Event) -> bool:
    return event.steers("say", "accuse") or (event.lemma in _APPEARING and bool(event.marks("في")))
