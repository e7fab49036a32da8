"""Quotations beside a verb that no table knows: « … », tempère une source; "…," the senator joked; «انفجر الرجل: "…"».

What speaks here is the place: a verb and somebody right behind closing marks and a comma, or somebody before a colon
that leads to the marks. Only what is between the marks is taken for theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kashf.extraction.sources.line import Line
from kashf.extraction.sources.marks import Pair
from kashf.extraction.sources.saying import Content, Saying
from kashf.extraction.sources.subject import subject_of
from kashf.extraction.words.word import Word
from kashf.records import Link

if TYPE_CHECKING:
    from kashf.extraction.sources.finding import Finder

__all__ = ["beside"]

SHORTEST = 3
"""Words between marks that are speech where somebody stands beside them."""
LONG = 6
"""Words between marks that are speech though no verb is known among them."""
MOST_VERBAL = 5
"""Words of a verb with what helps it, and of when it was, before who speaks."""
_VERBAL = frozenset({"verb", "participle", "auxiliary", "particle", "unknown", "adverb", "verbal_noun"})
_ACTING = frozenset({"verb", "participle", "unknown", "noun"})
_SPEAKERS = frozenset({"person", "unnamed", "organisation"})
_ENDING = frozenset({"?", "!", "؟", ",", "،", "…"})


def beside(finder: Finder, line: Line, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """The sayings of the quotations in a sentence that none of `sayings` leads to."""
    led = {pair.opening for saying in sayings for pair in (saying.content.pair, saying.content.rest) if pair}
    for pair in line.near:
        within = line.first <= pair.opening and pair.last <= line.last
        if not within or pair.inner or not pair.closed or pair.opening in led or not _is_speech(line, pair):
            continue
        found = _behind(finder, line, pair) or _before(finder, line, pair) or _inside(finder, line, pair)
        if found is not None:
            finder.memory.chain = found.links
            yield found


def _is_speech(line: Line, pair: Pair) -> bool:
    """Whether marks hold a clause or many words, and not the name of what the noun before them is."""
    inside = line.words[pair.first : pair.last]
    count = sum(word.category not in ("mark", "number") for word in inside)
    before = line.words[pair.opening - 1].stem if pair.opening else ""
    acts = any(word.category in ("verb", "auxiliary", "particle") for word in inside)
    return (count >= SHORTEST if acts else count >= LONG) and before not in line.table("named_things")


def _behind(finder: Finder, line: Line, pair: Pair) -> Saying | None:
    """« "…", blasted the senator », « "…", the senator joked »."""
    place = pair.last + 1
    parted = line.words[pair.last - 1].norm in _ENDING
    while place < line.last and line.words[place].norm in (",", "،", "-", "*", "—"):
        place, parted = place + 1, True
    if not parted or place >= line.last:
        return None
    first = _past_verb(line, place, line.last)
    if first == place:
        return _named_first(finder, line, pair, place) if line.european else None
    return _said(finder, line, place, first, Content(pair=pair, before=True))


def _named_first(finder: Finder, line: Line, pair: Pair, place: int) -> Saying | None:
    """Somebody and then the verb, with which the sentence all but ends."""
    phrase = line.phrases[line.unit_of(place)] if line.unit_of(place) < len(line) else None
    if phrase is None or phrase.last >= line.last or line.bare_phrase(line.unit_of(place)) is None:
        return None
    verb = line.words[phrase.last]
    if verb.category not in ("verb", "unknown") or _capital(line, verb):
        return None
    return _said(finder, line, phrase.last, phrase.first, Content(pair=pair, before=True))


def _before(finder: Finder, line: Line, pair: Pair) -> Saying | None:
    """«انفجر الرجل باكيا: "…"»: whoever the verb before the colon is about."""
    colon = pair.opening - 1
    while colon > line.first and line.words[colon].norm in ('"', "'", "*"):
        colon -= 1
    if line.words[colon].norm != ":":
        return None
    events = [event for event in line.events() if event.form == "verb" and event.word < colon]
    for event in reversed(events):
        subject = subject_of(line, event)
        phrase = line.phrases[subject] if subject is not None else None
        if phrase is not None and phrase.first < colon:
            found = _said(finder, line, event.word, phrase.first, Content(pair=pair))
            if found is not None:
                return found
    head = _at_head(line)
    return None if head is None else _said(finder, line, colon - 1, line.units[head].first, Content(pair=pair))


def _at_head(line: Line) -> int | None:
    """«Its lawyer was more talkative: "…"»: the somebody that a sentence without a verb of note begins with."""
    first = line.skip(0)
    return first if first < len(line) and line.bare_phrase(first) is not None and line.kind(first) == "phrase" else None


def _inside(finder: Finder, line: Line, pair: Pair) -> Saying | None:
    """« Tout passe par eux, analyse Claire Dumas. La frontière … »: the saying stands within the marks."""
    if not line.european or line.knowledge.book.grammar.head_last:
        return None
    for comma in range(pair.first + SHORTEST, pair.last - 1):
        if line.words[comma].norm != "," or _capital(line, line.words[comma + 1]):
            continue
        verb = comma + 1
        while verb < pair.last and line.words[verb].norm in ("-", "*", "—"):
            verb += 1
        first = _past_verb(line, verb, pair.last)
        if first > verb and _is_named(finder, first) and _closed_behind(finder, line, first):
            behind = _resumes(line, first, pair)
            rest = Pair(behind, behind, pair.last) if behind + 1 < pair.last else None
            content = Content(pair=Pair(pair.opening, pair.first, comma), rest=rest, before=True)
            return _said(finder, line, verb, first, content)
    return None


def _is_named(finder: Finder, first: int) -> bool:
    name = finder.speakers.starting.get(first) or finder.speakers.titled.get(first)
    return name is not None and name.kind == "person"


def _closed_behind(finder: Finder, line: Line, first: int) -> bool:
    """Whether a mark stands behind the name, as it does where the name is who speaks."""
    name = finder.speakers.starting.get(first) or finder.speakers.titled.get(first)
    return name is not None and name.last < len(line.words) and line.words[name.last].category == "mark"


def _resumes(line: Line, first: int, pair: Pair) -> int:
    """The word at which the quotation goes on behind its speaker: past the next stop."""
    place = first
    while place < pair.last and line.words[place].norm not in (".", "!", "?", "-", "*", "—"):
        place += 1
    while place < pair.last and line.words[place].category == "mark":
        place += 1
    return place


def _past_verb(line: Line, place: int, last: int) -> int:
    """The word behind a verb, with what helps it and when it was; `place` itself where none stands there."""
    if place >= last or not _may_open(line, line.words[place]):
        return place
    if line.european and place + 3 < last and line.words[place + 1].norm == "," and line.words[place + 3].norm == ",":
        return place + 4  # « lance, amer, un villageois »
    end, acts = place, False
    while end < min(last, place + MOST_VERBAL) and not _begins_speaker(line, end, acts):
        word = line.words[end]
        if end > place and word.category not in _VERBAL and not word.classes & {"time"}:
            return place
        acts = acts or word.category in _ACTING
        end += 1
    return end if acts and end < last else place


def _may_open(line: Line, word: Word) -> bool:
    """Whether a word may be a verb of saying or what helps it; in Arabic only a known verb is."""
    if _capital(line, word) or (word.category == "noun" and word.may_be("verb") is None):
        return False
    return word.category == "verb" or (line.european and word.category in _VERBAL | {"noun"})


def _begins_speaker(line: Line, place: int, acts: bool) -> bool:
    word = line.words[place]
    determined = word.category in ("demonstrative", "quantifier") or (not line.european and bool(word.split.article))
    titled = word.category in ("title", "name") or bool(word.classes & {"person", "persons", "people"})
    return acts and (determined or titled or (line.european and _capital(line, word)))


def _capital(line: Line, word: Word) -> bool:
    return line.draft.text[word.start : word.start + 1].isupper()


def _said(finder: Finder, line: Line, verb: int, first: int, content: Content) -> Saying | None:
    """The saying of who begins at a word, if that is somebody."""
    unit = line.unit_of(first)
    phrase = line.phrases[unit] if unit < len(line) else None
    if phrase is None or phrase.pronoun or line.units[unit].preposition is not None:
        return None
    phrase = replace(phrase, first=max(first, phrase.first))
    text = line.draft.text[line.words[verb].start : line.words[verb].end]
    links = tuple(_somebody(finder.link(line, phrase, text)))
    if not links:
        return None
    finder.memory.remember(line, links[-1], phrase, spoke=True)
    opens = min(verb, phrase.first)
    return Saying("verb", unit, verb, opens, links, content, text, "said")


def _somebody(link: Link | None) -> Iterable[Link]:
    return (replace(link, stance="said"),) if link is not None and link.kind in _SPEAKERS else ()
