"""Where, when and on what occasion something was said: «في روما», «خلال مؤتمر صحفي», «الثلاثاء»."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.saying import Content
from kashf.extraction.sources.telling import Teller
from kashf.language.closed import phrases
from kashf.records import Link

__all__ = ["with_circumstances"]


def with_circumstances(
    teller: Teller, line: Line, event: Event, subject: int | None, content: Content, links: tuple[Link, ...]
) -> tuple[Link, ...]:
    """The links, the last with place, occasion and time of the utterance; a statement named so is noted as theirs."""
    first, last = _around(line, event, subject, content)
    made = links[-1]
    for index in range(first, last):
        phrase = line.phrases[index]
        if line.kind(index) != "phrase" or phrase is None or phrase.pronoun:
            continue
        if not _occasional(line, index):
            continue
        teller.documents.issue(line, phrase, made)
        made = _with(teller, line, made, phrase)
    made = replace(made, time=_time(line, first, last))
    return (*links[:-1], made)


def _around(line: Line, event: Event, subject: int | None, content: Content) -> tuple[int, int]:
    """The units of the saying itself, between its start and what is said."""
    first = min(event.unit, subject if subject is not None else event.unit)
    if content.before:
        return first, len(line)
    begins = content.start if content.start is not None else content.pair.opening if content.pair else line.last
    return (0 if first <= 6 else first), max(line.unit_of(begins), first)


def _occasional(line: Line, index: int) -> bool:
    preposition = (line.units[index].preposition or "").removesuffix("+acc")
    return (*preposition.split(),) in phrases(line.draft.language, "reporting", "occasion_in")


def _with(teller: Teller, line: Line, link: Link, phrase: Phrase) -> Link:
    words = line.words[phrase.first : phrase.last]
    name = next(
        (teller.speakers.covering[p] for p in range(phrase.first, phrase.last) if p in teller.speakers.covering), None
    )
    text = line.draft.span(phrase.first, phrase.last).text
    if link.occasion is None and any(word.stem in line.table("occasions") for word in words):
        return replace(link, occasion=text)
    if link.place is None and name is not None and name.kind == "place" and name.last - name.first == len(words):
        return replace(link, place=text)
    return link


def _time(line: Line, first: int, last: int) -> int | None:
    """The moment told within the saying, as its number among the record's times."""
    if first >= last or not line.draft.times:
        return None
    start = line.words[line.units[first].first].token.start
    end = line.words[line.units[min(last, len(line)) - 1].last - 1].token.end
    inside = [n for n, moment in enumerate(line.draft.times) if start <= moment.start and moment.end <= end]
    return inside[0] if inside else None
