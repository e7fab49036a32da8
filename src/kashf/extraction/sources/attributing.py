"""The stage that says on whose word what rests: quotations with their speakers, and scopes.

1. Quotation marks are paired (`marks`).
2. Sentence by sentence the sayings are found (`finding`): who says, by which verb, and what (`content`, `incise`).
3. Each opens a scope, from where what is said begins to where the next one speaks in a clause of their own.
4. What stands in marks and was not claimed yet is a fragment of what somebody says, goes on with the quotation
   before it, or is a name, a title, a word of doubt (`quoting`).
5. A credit to an agency in the dateline or at the end covers all (`credits`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.draft import Clauses, Draft, Scope
from kashf.extraction.sources.according import According
from kashf.extraction.sources.backward import backward
from kashf.extraction.sources.beside import beside
from kashf.extraction.sources.carrying import Carrying
from kashf.extraction.sources.credits import credit
from kashf.extraction.sources.finding import Finder
from kashf.extraction.sources.incise import closing_before
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.marks import Pair, pairs
from kashf.extraction.sources.quoting import Quoting
from kashf.extraction.sources.saying import Saying
from kashf.extraction.sources.speakers import Speakers
from kashf.extraction.sources.worries import worries

__all__ = ["attribute"]


BEHIND_THAT = 1
"""Words between «that» and a source that belongs to what is said («что, по оценкам разведки, …»)."""


def attribute(draft: Draft) -> Draft:
    """The stage: finds the quotations with their speakers, and all scopes."""
    return _Attributor(draft).run()


class _Attributor:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.pairs = {pair.opening: pair for pair in pairs(draft.text, draft.words)}
        self.finder = Finder(Speakers(draft))
        self.scopes: list[Scope] = []
        self.quoting = Quoting(draft, self.pairs, self.scopes)
        self.carrying = Carrying()

    def run(self) -> Draft:
        before = None
        for clauses in self.draft.clauses:
            self._sentence(clauses, before)
            before = clauses
        self.scopes.extend(credit(self.draft))
        quotes = self.quoting.quotes()
        return replace(self.draft, quotes=quotes, scopes=tuple(self.scopes))

    def _sentence(self, clauses: Clauses, before: Clauses | None) -> None:
        line = Line(self.draft, clauses, self.pairs)
        self.scopes.extend(backward(self.finder, line, before, self.scopes))
        sayings = self.finder.sayings(line)
        self._rest_on(line, sayings)
        sayings.extend(beside(self.finder, line, sayings))
        sayings.extend(worries(self.finder, line, sayings))
        kept = [saying for saying in sayings if saying.content.start is not None or saying.content.pair is not None]
        for saying in kept:
            self._quote(line, saying)
            self._open(line, saying, kept)
        carried = list(self.carrying.on(line, kept))
        self.scopes.extend(carried)
        self.quoting.stated.extend(carried if kept else ())

    # What a source rests on.

    @staticmethod
    def _rest_on(line: Line, sayings: list[Saying]) -> None:
        """«ذكرت صحيفة، نقلا عن مسؤول، أن»: who is cited stands behind who speaks in the same sentence."""
        for saying in [s for s in sayings if s.cites or (s.kind == "source" and According.cites(line, s.unit))]:
            others = [s for s in sayings if s is not saying and (s.kind != "source" or s.unit < saying.unit)]
            if others:
                nearest = min(others, key=lambda other: abs(other.unit - saying.unit))
                nearest.basis.extend(saying.links)
            if others or saying.cites:
                sayings.remove(saying)

    # Quotations.

    def _quote(self, line: Line, saying: Saying) -> None:
        links = (*saying.links, *saying.basis)
        for pair in self._quoted(line, saying):
            if self.quoting.holds_speech(pair, saying):
                self.quoting.add(pair, links, saying.verb)

    @staticmethod
    def _quoted(line: Line, saying: Saying) -> list[Pair]:
        """The pairs of marks that a saying leads to or follows; a broken quotation has one on either side."""
        found = [pair for pair in (saying.content.pair, saying.content.rest) if pair is not None]
        if saying.kind == "verb" and not saying.content.before:
            before = closing_before(line, saying.opens, closely=True)
            found += [before] if before is not None else []
        if saying.kind == "verb" and saying.content.before and saying.content.pair is not None:
            found += _behind_speaker(line, saying)
        return found

    # Scopes.

    def _open(self, line: Line, saying: Saying, sayings: Sequence[Saying]) -> None:
        content = saying.content
        if content.start is None or saying.kind == "quote only":
            return
        start, end = self._bounds(line, saying, sayings)
        if start >= end:
            return
        inner = self._inner(saying, self._within_anothers(saying, sayings))
        self.scopes.append(
            Scope(
                start,
                end,
                (*saying.links, *saying.basis),
                alleged=saying.kind == "accusation" or saying.alleges,
                denied=saying.stance == "denied" and saying.kind == "verb",
                depth=1 if inner else 0,
            )
        )

    def _bounds(self, line: Line, saying: Saying, sayings: Sequence[Saying]) -> tuple[int, int]:
        start = saying.content.start if saying.content.start is not None else line.first
        if saying.kind == "source":
            outer = self._within_anothers(saying, sayings)
            inner = self._inner(saying, outer)
            begins = outer.content.start if inner and outer is not None and outer.content.start is not None else start
            return self._char(begins), self._end(line, saying, sayings)
        if saying.content.before and not saying.content.around:
            return self._char(start), self._char(saying.opens)
        return self._char(start), self._end(line, saying, sayings)

    @staticmethod
    def _inner(saying: Saying, outer: Saying | None) -> bool:
        """Whether a source within another's words is what that one goes by: a document, or one behind «that»."""
        if outer is None or outer.content.start is None:
            return False
        return saying.links[-1].kind == "document" or saying.word - outer.content.start <= BEHIND_THAT

    @staticmethod
    def _within_anothers(saying: Saying, sayings: Sequence[Saying]) -> Saying | None:
        """The saying within whose words a source stands: «قال المسؤول إن التنظيم خسر، وفق تقديرات، …»."""
        if saying.kind != "source":
            return None
        around = (s for s in sayings if s.kind in ("verb", "colon") and not s.content.before)
        return next((s for s in around if s.content.start is not None and s.content.start <= saying.word), None)

    def _end(self, line: Line, saying: Saying, sayings: Sequence[Saying]) -> int:
        """How far what is said goes: to the sentence's end, the writer's own conclusion, or the next who speaks."""
        start = saying.content.start if saying.content.start is not None else line.first
        ends = [line.last]
        ways = {"clause"} if saying.kind == "source" else {"clause", "comma"}
        ends += [s.opens for s in sayings if s.apart in ways and s.opens > max(start, saying.word)]
        ends += [u.first for u in line.units if u.kind == "inference" and u.first > max(start, saying.word)]
        last = min(ends)
        if last < line.last:
            return self._char(last)
        return self.draft.words[line.last - 1].token.end

    def _char(self, word: int) -> int:
        return self.draft.words[word].token.start if word < len(self.draft.words) else len(self.draft.text)


def _behind_speaker(line: Line, saying: Saying) -> list[Pair]:
    """The second part of a broken quotation: «"…", قال فلان, "…"», with nothing but the speaker's words between."""
    for place in range(max(saying.word, saying.opens) + 1, line.last):
        if place in line.pairs:
            return [line.pairs[place]]
        word = line.words[place]
        if word.norm in (".", ":", "؟", "?", "!") or (word.category == "verb" and place > saying.word + 1):
            return []
    return []
