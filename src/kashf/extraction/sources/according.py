"""«بحسب فلان», "according to", « selon », «по данным», and clauses such as «حسبما ذكرت وكالات»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.sources.incise import closing_before
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.marks import Pair
from kashf.extraction.sources.saying import Content, Saying
from kashf.extraction.sources.speakers import same_source
from kashf.extraction.sources.stances import stance_of
from kashf.extraction.sources.subject import subject_of
from kashf.extraction.sources.telling import Teller
from kashf.language.closed import phrases
from kashf.records import Link

__all__ = ["According"]

CLOSE = 2
"""Units between a relative and a source that its clause opens with."""


class According:
    """Reads the sources that stand behind a preposition."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller

    def at(self, line: Line, index: int) -> Saying | None:
        """The saying that a unit «بحسب» opens; None where nothing that can be a source follows."""
        if self._bound(line, index):
            return None
        links = tuple(self._named(line, index)) or self._by_him(line, index)
        if not links:
            return None
        unit = line.units[index]
        self._heard(line, index, links)
        content = Content(start=self._start(line, index), pair=self._pair(line, index, links), before=index > 1)
        alleges = _words(line, index) in phrases(line.draft.language, "reporting", "alleging_by")
        return Saying("source", index, unit.first, unit.first, links, content, alleges=alleges)

    @staticmethod
    def _pair(line: Line, index: int, links: Sequence[Link]) -> Pair | None:
        """« Comme l'explique le chercheur, « … » », "…," according to the minister: the quotation beside a source."""
        before = closing_before(line, line.units[index].first, closely=True)
        if before is not None and line.kind(line.skip(index - 1, -1)) in ("comma", "quote"):
            return before if _is_told(line, before) else None
        ends = [link.end for link in links if link.end is not None]
        comma = next((i for i in range(index + 1, len(line)) if line.kind(i) == "comma"), len(line))
        if not ends or comma >= len(line) or line.words[line.units[comma].first].start < max(ends):
            return None
        behind = line.quotation(comma + 1)
        return behind if behind is not None and _is_told(line, behind) else None

    @staticmethod
    def _bound(line: Line, index: int) -> bool:
        """« une affirmation de source indépendante »: words that name a source only where they stand apart."""
        unit = line.units[index]
        words = {word.norm for word in line.words[unit.first : unit.last]}
        return words <= line.table("only_apart") and line.kind(index - 1) not in ("comma", "stop", "quote")

    def _by_him(self, line: Line, index: int) -> tuple[Link, ...]:
        """«على حد قوله», «по его словам»: who spoke last, or was spoken of; «في إحدى الروايات»: the account itself."""
        unit = line.units[index]
        last = line.words[unit.last - 1]
        accounts = line.table("accounts")
        told = next((p for p in range(unit.first, unit.last) if line.words[p].stem in accounts), None)
        if told is not None:
            return (self.teller.speakers.anchored(unit.first + 1, unit.last, "document", None),)
        pronouns = line.table("pronouns_one", "pronouns_many")
        if not last.split.ending and not any(line.words[p].norm in pronouns for p in range(unit.first, unit.last)):
            return ()
        heard = self.teller.memory.last_person() or self.teller.memory.last()
        return (heard.link,) if heard is not None else ()

    def _heard(self, line: Line, index: int, links: tuple[Link, ...]) -> None:
        phrase = line.phrases[index + 1] if index + 1 < len(line) else None
        self.teller.memory.remember(line, links[-1], phrase, spoke=True)
        self.teller.memory.chain = links

    def _named(self, line: Line, index: int) -> Iterator[Link]:
        position = line.skip(index + 1)
        while position < len(line):
            unit, phrase = line.units[position], line.phrase(position)
            if unit.kind == "event" and line.finite(position):
                if position == line.skip(index + 1):
                    yield from self._reported(line, position)
                return
            if unit.kind == "quote" or (unit.kind in ("comma",) and self._goes_on(line, position)):
                position += 1
                continue
            if phrase is None or (position > index + 1 and not unit.conjoined and line.kind(position - 1) != "quote"):
                return
            links = tuple(self._links(line, phrase))
            yield from links
            position += 1
            if links and line.kind(position) == "quote":
                return  # «بحسب "فلان" الخبير في …»

    def _links(self, line: Line, phrase: Phrase) -> Iterator[Link]:
        if same_source(line, phrase):
            yield from self.teller.memory.chain[-1:]
            return
        head = self.teller.speakers.head(phrase)
        if head is not None and head.stem in line.table("no_source"):
            return
        if head is not None and head.stem in line.table("words_of"):
            yield from self._owner(line, phrase)
            return
        link = self.teller.link(line, phrase, speaks=True)
        if link is not None:
            yield link

    def _owner(self, line: Line, phrase: Phrase) -> Iterator[Link]:
        """«بحسب شهادة المدقق» is by the auditor, «على حد قوله» by who spoke last."""
        rest = Phrase(phrase.first + 1, phrase.last, phrase.kinds)
        link = self.teller.link(line, rest, speaks=True) if rest.first < rest.last else None
        if link is not None:
            yield link
        elif line.words[phrase.first].split.ending:
            yield from self.teller.memory.chain[-1:]

    def _reported(self, line: Line, position: int) -> Iterator[Link]:
        """«حسبما ذكرت وكالات», «كما قال تجار», «بحسب ما نقلت وكالة عن قيادي»."""
        event = line.by_unit[position]
        if stance_of(line, event) == "denied":
            return
        subject = subject_of(line, event)
        verb = line.words[event.word].norm
        relayed = self.teller.relayed(line, event, subject, verb)
        if relayed:
            yield from relayed
            return
        yield from self.teller.stood_in(line, event) or (self.teller.where_said(line, event) if subject is None else ())
        phrase = line.phrases[subject] if subject is not None else None
        link = self.teller.link(line, phrase, verb, speaks=True) if phrase is not None else None
        if link is not None:
            yield replace(link, stance=stance_of(line, event))

    @staticmethod
    def _goes_on(line: Line, position: int) -> bool:
        following = line.units[position + 1] if position + 1 < len(line) else None
        if following is None or following.kind != "phrase" or not following.conjoined:
            return False
        phrase = line.phrases[position + 1]
        return phrase is not None and phrase.is_a("document", "outlet")

    @staticmethod
    def _start(line: Line, index: int) -> int:
        """Where what rests on the source begins: the sentence, the writer's conclusion before it, or the clause that
        the source is put into («: через неё, по версии ведомства, …», «, которая, по данным Лондона, …»)."""
        start = line.first
        for before in range(index):
            unit = line.units[before]
            if line.kind(before) == "inference" or (
                line.kind(before) == "stop" and line.words[unit.first].norm in ":;؛"
            ):
                start = unit.last
            elif index - before <= CLOSE and line.kind(before) == "relative" and line.kind(before + 1) == "comma":
                start = unit.first
        return start

    @staticmethod
    def cites(line: Line, index: int) -> bool:
        """Whether a preposition says what a source itself rests on: «نقلا عن», "citing"."""
        return _words(line, index) in phrases(line.draft.language, "reporting", "citing")


def _words(line: Line, index: int) -> tuple[str, ...]:
    """The words of a unit as they are folded, without «and»."""
    unit = line.units[index]
    return tuple(word.norm[len(word.split.conjunction) :] for word in line.words[unit.first : unit.last])


def _is_told(line: Line, pair: Pair) -> bool:
    """Whether marks hold a clause, and no name or title."""
    return pair.closed and any(word.category == "verb" for word in line.words[pair.first : pair.last])
