"""Sentences that plainly continue a statement without a verb of speech: «وفي فجر اليوم التالي تم …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.draft import Scope
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.saying import Saying
from kashf.records import Link

__all__ = ["Carrying"]

_STATING = frozenset({"organisation", "document"})
"""Kinds of sources whose statements a report goes on rendering sentence after sentence."""


class Carrying:
    """The source that a sentence without one may go on with: `standing` of «بحسب», `stated` of a body's statement."""

    def __init__(self) -> None:
        self.paragraph = -1
        self.standing: tuple[Link, ...] = ()
        self.stated: tuple[Link, ...] = ()

    def on(self, line: Line, sayings: Sequence[Saying]) -> Iterator[Scope]:
        """The scope of a sentence that goes on, if it does."""
        if line.clauses.sentence.paragraph != self.paragraph:
            self.paragraph, self.standing = line.clauses.sentence.paragraph, ()
        if sayings and not self._told_on(line):
            self._note(sayings)
            return
        links = self._links(line)
        if links:
            start, end = line.words[line.first].token.start, line.words[line.last - 1].token.end
            yield Scope(start, end, links)
            return
        self.standing = self.stated = ()

    def _told_on(self, line: Line) -> bool:
        """«وقد اعترف المتهم أنه»: within a statement, what others say is told by who states."""
        return bool(self.stated) and line.bare(0) in line.table("told_on") and self._continues(line)

    def _note(self, sayings: Sequence[Saying]) -> None:
        first, last = sayings[0], sayings[-1]
        self.standing = first.links if first.kind == "source" and first.unit <= 1 else self.standing
        whole = last.kind == "verb" and not last.content.before and last.content.start is not None
        self.stated = last.links if whole and last.links[-1].kind in _STATING else ()

    def _links(self, line: Line) -> tuple[Link, ...]:
        if not line.units or line.european:
            return ()
        joined = line.kind(0) == "event" and line.units[0].conjoined
        if self.standing and (joined or line.bare(0) in line.table("goes_on")):
            return self.standing
        return self.stated if self.stated and self._continues(line) else ()

    @staticmethod
    def _continues(line: Line) -> bool:
        """«وقد اعترف …», «كما تم …», «وفي فجر اليوم …», and no «وكان», «وتأتي» in the outlet's own voice."""
        opening = line.bare(0)
        if any(line.bare(index) in line.table("background") for index in range(min(3, len(line)))):
            return False
        led = opening in line.table("goes_on_in") or (line.units[0].preposition or "") in line.table("goes_on_in")
        first = line.words[line.first]
        joined = first.joined or bool(first.split.conjunction)
        return opening in line.table("goes_on_stating") or (led and joined)
