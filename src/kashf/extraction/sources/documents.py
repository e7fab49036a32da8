"""Documents as sources: who made them or issued them, and which one «البيان» or "the report" is.

A statement is the voice of who issues it, so its link is theirs: one who hears the ministry and one who reads its
statement have one source. A report, study or record is a source of its own that somebody made.
"""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.memory import Memory
from kashf.extraction.sources.speakers import Speakers
from kashf.extraction.words.word import Word
from kashf.records import Link

__all__ = ["Documents"]

REACH = 6
"""Units behind a document within which who made it stands."""
_MAKERS = frozenset({"organisation", "person", "outlet", "unnamed"})


class Documents:
    """The documents of one report, by their noun."""

    def __init__(self, speakers: Speakers, memory: Memory) -> None:
        self.speakers = speakers
        self.memory = memory
        self.known: dict[str, Link] = {}

    def settle(self, line: Line, link: Link, phrase: Phrase) -> Link:
        """The link of a document with who is behind it."""
        head = self.speakers.head(phrase)
        if head is None:
            return link
        maker, last = self._maker(line, phrase)
        if maker is not None:
            link = self._whole(line, link, phrase, last)
            return self._keep(head.stem, self._by(line, link, head.stem, maker))
        definite = line.words[phrase.first].norm in line.table("definite") if line.european else head.split.article
        short = sum(w.category != "demonstrative" for w in line.words[phrase.first : phrase.last]) <= 2
        known = self.known.get(head.stem)
        if known is not None and (definite or line.draft.language == "ru"):
            return replace(link, kind=known.kind, entity=known.entity, name=known.name, title=known.title)
        issuer = next(self.memory.bodies(), None) if self._announces(line, head, phrase) else None
        if issuer is not None and short and (definite or line.draft.language == "ru"):
            return self._keep(head.stem, self._by(line, link, head.stem, issuer.link))
        named = replace(link, entity=f"document {head.stem} {link.start}", name=link.text)
        return self._keep(head.stem, named)

    @staticmethod
    def _announces(line: Line, head: Word, phrase: Phrase) -> bool:
        """Whether a statement named so is of who spoke before; of several («التصريحات») only «هذه التصريحات»."""
        shown = any(word.category == "demonstrative" for word in line.words[phrase.first : phrase.last])
        several = not line.european and any(reading.number == "p" for reading in head.readings)
        return head.stem in line.table("announcements") and (shown or not several)

    def issue(self, line: Line, phrase: Phrase, maker: Link) -> None:
        """Notes that a document spoken of is somebody's: «قالت الوزارة في بيان»."""
        head = self.speakers.head(phrase)
        if head is not None and head.stem in line.table("statements", "reports"):
            blank = self.speakers.anchored(phrase.first, phrase.last, "document", None)
            self._keep(head.stem, self._by(line, blank, head.stem, maker))

    def _keep(self, stem: str, link: Link) -> Link:
        self.known[stem] = link
        return link

    @staticmethod
    def _by(line: Line, link: Link, stem: str, maker: Link) -> Link:
        """A statement speaks with its issuer's voice; what is made is named with its maker."""
        name = maker.name or maker.text
        if stem in line.table("statements"):
            return replace(link, kind=maker.kind, entity=maker.entity, name=name, title=maker.title)
        return replace(link, entity=maker.entity or f"document {stem} {link.start}", name=name)

    def _whole(self, line: Line, link: Link, phrase: Phrase, last: int) -> Link:
        span = line.draft.span(phrase.first, max(last, phrase.last))
        return replace(link, start=span.start, end=span.end, text=span.text)

    # Who made it.

    def _maker(self, line: Line, phrase: Phrase) -> tuple[Link | None, int]:
        inside = self._inside(line, phrase)
        if inside is not None:
            return inside, phrase.last
        link, last = self._behind(line, line.unit_of(phrase.last), self._issued_within(line, phrase))
        return link, last if link is not None else phrase.last

    def _behind(self, line: Line, index: int, issuing: bool) -> tuple[Link | None, int]:
        """Who made a document, in the units behind it, with or without a verb of making before."""
        for unit in range(index, min(index + REACH, len(line))):
            found = line.phrases[unit]
            issuing = issuing or self._issues(line, unit)
            if self._passed(line, unit) or (unit == index and not issuing and _adjective(line, unit)):
                continue
            if line.kind(unit) != "phrase" or found is None or line.units[unit].conjoined:
                return None, 0
            link = self._candidate(line, unit, found, issuing=issuing, first=unit == index)
            if link is not None or not issuing:
                return link, found.last
        return None, 0

    @staticmethod
    def _issued_within(line: Line, phrase: Phrase) -> bool:
        """«بيان صادر»: the word of making is part of the phrase."""
        words = line.words[phrase.first + 1 : phrase.last]
        return any(reading.lemma in line.table("issuing") for word in words for reading in word.readings)

    def _passed(self, line: Line, unit: int) -> bool:
        """What may stand between a document and its maker: a verb of making, a relative, marks, a pronoun."""
        found = line.phrases[unit]
        if line.kind(unit) == "relative":
            return self._issues(line, unit + 1)
        pronoun = line.kind(unit) == "phrase" and found is not None and bool(found.pronoun)
        return line.kind(unit) == "quote" or pronoun or self._issues(line, unit)

    def _candidate(self, line: Line, unit: int, found: Phrase, *, issuing: bool, first: bool) -> Link | None:
        preposition = line.units[unit].preposition
        issued = line.table("issued_by", "issued_out") if issuing else line.table("issued_by")
        if preposition is not None and preposition not in issued:
            return None
        if preposition is None and not (issuing or (line.draft.language == "ru" and first)):
            return None
        link = self.speakers.link(line, found)
        if link is None or link.kind not in _MAKERS:
            return None
        if link.kind == "outlet" and issuing and line.by_unit.get(unit - 1) is not None:
            verb = line.by_unit[unit - 1]
            return None if verb.lemma in line.table("carrying") else link
        return self.memory.refer(line, link, found)

    @staticmethod
    def _issues(line: Line, unit: int) -> bool:
        event = line.by_unit.get(unit)
        return event is not None and event.lemma in line.table("issuing") and not event.conjoined

    def _inside(self, line: Line, phrase: Phrase) -> Link | None:
        """Who stands within the phrase: «بيان الخزانة», "the ministry's statement", «сообщение министерства»."""
        head = self.speakers.head(phrase)
        first = next(
            (p + 1 for p in range(phrase.first, phrase.last) if line.words[p] is head and not line.words[p].owning),
            phrase.first,
        )
        if line.knowledge.book.grammar.head_last:
            return self._owner(line, phrase)
        rest = Phrase(first, phrase.last, phrase.kinds)
        if first >= phrase.last:
            return None
        link = self.speakers.link(line, rest)
        if link is None or link.kind not in ("organisation", "person", "outlet") or link.start is None:
            return None
        return self.memory.refer(line, link, rest)

    def _owner(self, line: Line, phrase: Phrase) -> Link | None:
        owner = next((p for p in range(phrase.first, phrase.last) if line.words[p].owning), None)
        if owner is None:
            return None
        rest = Phrase(phrase.first, owner + 1, frozenset())
        link = self.speakers.link(line, rest, speaks=True)
        return self.memory.refer(line, link, rest) if link is not None else None


def _adjective(line: Line, unit: int) -> bool:
    """A single word of no kind behind a noun, which only says more of it: «تحقيق استقصائي»."""
    found = line.phrases[unit]
    alone = found is not None and found.last == found.first + 1 and not found.kinds
    return alone and line.kind(unit) == "phrase" and line.units[unit].preposition is None
