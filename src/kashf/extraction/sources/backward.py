"""Sentences that say whose word the one before rests on.

«Об этом сообщил …», «جاء ذلك في بيان …», « C'est ce que révèle … ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kashf.extraction.clauses.events import Event
from kashf.extraction.draft import Clauses, Scope
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.subject import subject_of
from kashf.language.closed import phrases
from kashf.records import Link

if TYPE_CHECKING:
    from kashf.extraction.sources.finding import Finder

__all__ = ["backward"]


def backward(finder: Finder, line: Line, before: Clauses | None, scopes: list[Scope]) -> Iterator[Scope]:
    """The scope over the sentence before, where this one says who said it and nothing has said so yet."""
    if before is None or not _opens(line):
        return
    start, end = line.words[before.sentence.first].token.start, line.words[before.sentence.last - 1].token.end
    if any(not scope.own and scope.start < end and start < scope.end for scope in scopes):
        return
    links = _links(finder, line)
    if links:
        yield Scope(start, end, links)


def _opens(line: Line) -> bool:
    """Whether a sentence begins with words that point back: «об этом», «جاء ذلك»."""
    words = [word.norm[len(word.split.conjunction) :] for word in line.words[line.first : line.first + 6]]
    openings = phrases(line.draft.language, "reporting", "points_back")
    return any(tuple(words[: len(opening)]) == opening for opening in openings)


def _links(finder: Finder, line: Line) -> tuple[Link, ...]:
    for event in line.events():
        if event.steers("say") or event.lemma in line.table("appearing"):
            return _said_by(finder, line, event)
    return ()


def _said_by(finder: Finder, line: Line, event: Event) -> tuple[Link, ...]:
    where = finder.stood_in(line, event) or finder.where_said(line, event)
    behind = line.skip(event.unit + 1)
    unit = behind if line.european and line.bare_phrase(behind) is not None else subject_of(line, event)
    phrase = line.phrases[unit] if unit is not None else None
    verb = line.words[event.word].norm
    this = unit is not None and not line.european and line.word(unit).category == "demonstrative"
    if phrase is not None and this:  # «صرح بذلك اللواء فلان» is cut as one phrase
        phrase = replace(phrase, first=phrase.first + 1) if phrase.last > phrase.first + 1 else None
    if phrase is not None and not phrase.pronoun:
        link = finder.link(line, phrase, verb, speaks=True)
        return (replace(link, stance="said"),) if link is not None else where
    return where
