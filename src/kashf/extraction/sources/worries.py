"""What somebody is worried about: «أعرب الوزير عن قلقه من تهريب …», "voiced concerns about donations flowing to …".

That there is something to worry about rests on their word, whatever the verb: the noun of worry and what stands behind
it say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.saying import Content, Saying

if TYPE_CHECKING:
    from kashf.extraction.sources.finding import Finder

__all__ = ["worries"]

REACH = 4
"""Units between a noun of worry and what it is about."""
_SPEAKERS = frozenset({"person", "unnamed", "organisation"})


def worries(finder: Finder, line: Line, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """The worries in a sentence that stand within nothing already said."""
    nouns = line.table("worries")
    worried = {place for place in range(line.first, line.last) if line.words[place].stem in nouns}
    for index in range(1, len(line) if worried else 0):
        phrase = line.phrases[index]
        held = any(saying.word < line.units[index].first for saying in sayings)
        if phrase is None or held or worried.isdisjoint(range(phrase.first, phrase.last)):
            continue
        about, who = _about(line, index), _who(line, index)
        link = finder.link(line, who) if about is not None and who is not None else None
        if about is not None and who is not None and link is not None and link.kind in _SPEAKERS:
            finder.memory.remember(line, link, who, spoke=True)
            yield Saying("verb", index, phrase.first, who.first, (link,), Content(start=about), None, "warned")
            return


def _about(line: Line, index: int) -> int | None:
    """The word at which what the worry is about begins."""
    for behind in range(index + 1, min(len(line), index + 1 + REACH)):
        if line.that(behind):
            return line.units[behind].last
        if line.kind(behind) not in ("phrase", "event", "adverb", "particle"):
            return None
        preposition = (line.units[behind].preposition or "").removesuffix("+acc")
        if preposition in line.table("worried_about"):
            unit = line.units[behind]
            return unit.lead if unit.lead >= 0 else unit.first
    return None


def _who(line: Line, index: int) -> Phrase | None:
    """Whose worry it is: the last bare phrase before it that can speak, in its own clause."""
    for before in range(index - 1, -1, -1):
        if line.kind(before) in ("stop", "comma", "complementiser", "relative", "connective"):
            return None
        phrase = line.bare_phrase(before)
        if (
            phrase is not None
            and not phrase.pronoun
            and phrase.is_a("agent", "person", "persons", "organisation", "place")
        ):
            return phrase
    return None
