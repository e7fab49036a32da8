"""Sayings that stand behind what is said: «"…"، قال فلان», "The group sold oil, the ministry said"."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.marks import Pair
from kashf.extraction.sources.saying import Content
from kashf.extraction.sources.stances import stance_of
from kashf.extraction.sources.subject import left_of

__all__ = ["before_the_verb", "closing_before"]

_BETWEEN = frozenset({",", "،", "-", "*", "؟", "?", "!", ".", "…"})
_STAYING = frozenset({"particle", "adverb", "pronoun"})
_VERBAL = frozenset({"verb", "auxiliary", "particle"})
"""Kinds of words of which a clause has one: « Leur chef serait … » has but a form of being."""
LEAST = 2
"""Words that stand before a saying for them to be what is said."""


def before_the_verb(line: Line, event: Event, subject: int | None, *, closely: bool = False) -> Content | None:
    """What is said where it stands before the saying; None where nothing does. `closely`: only in marks."""
    first = event.word if subject is None else min(event.word, line.start_of(subject))
    within = _broken(line, event, subject) if line.european else None
    if within is not None:
        return within
    pair = closing_before(line, first)
    if pair is not None:
        whole = subject is not None and line.european and _told_around(line, pair)
        return Content(start=line.first if whole else None, pair=pair, before=True)
    if closely:
        return None
    if line.asked_inverted(event):
        return Content(start=line.first, before=True) if _comma_before(line, first) else None
    if event.form != "verb" or event.conjoined:
        return None
    if subject is None:
        return _told_somewhere(line, event)
    return _told_before(line, event, subject, first)


def _told_around(line: Line, pair: Pair) -> bool:
    """Whether marks close a sentence that is told as a whole: «Hostages were "cheaper," the director said»."""
    before = [word for word in line.words[line.first : pair.opening] if word.category not in ("mark", "connective")]
    return len(before) > LEAST and any(word.category == "verb" for word in before)


def _told_somewhere(line: Line, event: Event) -> Content | None:
    """«Колонна опоздала, сообщили в миссии ООН»: Russian names no subject, and says where it was told."""
    behind = event.unit + 1
    places = line.table("said_in")
    somewhere = any(
        line.kind(index) == "phrase" and (line.units[index].preposition or "").removesuffix("+acc") in places
        for index in range(behind, min(behind + 4, len(line)))
    )
    if not line.knowledge.book.grammar.cases or not somewhere or not _comma_before(line, event.word):
        return None
    return Content(start=line.first, before=True)


def _broken(line: Line, event: Event, subject: int | None) -> Content | None:
    """« L'argent est parti, dit un cadre. On le pesait. », «Деньги ушли, — сказал он. — Их не считали»: one pair of
    marks around the saying and both parts of what is said."""
    around = [pair for pair in line.near if pair.first < event.word < pair.last]
    before = left_of(line, event)
    if not around or line.kind(before) != "comma" or (subject is not None and subject < event.unit):
        return None
    pair = max(around, key=lambda one: one.opening)
    if line.units[before].first <= pair.first or (subject is None and _told_somewhere(line, event) is None):
        return None
    behind = _past_speaker(line, subject if subject is not None else event.unit + 1, pair)
    rest = Pair(behind, behind, pair.last) if behind + 1 < pair.last else None
    return Content(pair=Pair(pair.opening, pair.first, line.units[before].first), rest=rest, before=True)


def _past_speaker(line: Line, subject: int, pair: Pair) -> int:
    """The word at which what is said goes on behind the speaker: past the next stop, dash or comma."""
    place = line.units[subject].last
    while place < pair.last and line.words[place].norm not in (".", ",", "-", "*", ":"):
        place += 1
    while place < pair.last and line.words[place].norm in _BETWEEN:
        place += 1
    return place


def closing_before(line: Line, word: int, *, closely: bool = False) -> Pair | None:
    """The pair of marks that closes right before a word, with no more than a comma or dash between; `closely`: and
    no stop."""
    place = word - 1
    passed = _BETWEEN - {"."} if closely else _BETWEEN
    while place > line.first and (line.words[place].norm in passed or line.words[place].category in _STAYING):
        place -= 1
    return line.closing_at(place)


def _told_before(line: Line, event: Event, subject: int, first: int) -> Content | None:
    """«The group sold oil, the ministry said.»: reported, with a comma between."""
    if not _comma_before(line, first) or first <= line.first + LEAST or stance_of(line, event) == "denied":
        return None
    behind = line.skip(max(event.unit, subject) + 1)
    if not _may_trail(line, event, behind, inverted=subject > event.unit):
        return None
    around = subject < event.unit and line.kind(behind) == "comma" and _follows(line, behind)
    clause = (word.category in _VERBAL for word in line.words[line.first : first])
    if not around and not any(clause) and not any(e.unit < min(event.unit, subject) for e in line.events()):
        return None
    return Content(start=line.first, before=True, around=around)


def _may_trail(line: Line, event: Event, behind: int, *, inverted: bool) -> bool:
    """Whether a verb may stand behind what is said: a weak one only inverted or last, an Arabic one without «أن»."""
    if not line.european and any(line.that(index) or line.colon(index) for index in range(behind, len(line))):
        return False
    if event.lemma not in line.table("weak"):
        return True
    cited = line.kind(behind) == "comma" and line.kind(behind + 1) == "source"
    return line.european and (inverted or cited or _ends_here(line, behind))


def _follows(line: Line, behind: int) -> bool:
    """Whether what is said goes on behind the saying: with a verb, or with some words."""
    more = line.last - line.units[min(behind, len(line) - 1)].first > LEAST + 1
    return more or any(line.finite(index) for index in range(behind, len(line)))


def _comma_before(line: Line, word: int) -> bool:
    place = word - 1
    while place > line.first and (line.words[place].category in _STAYING or line.words[place].norm in ("-", "*", "_")):
        place -= 1
    return line.words[place].norm in (",", "،", '"')


def _ends_here(line: Line, index: int) -> bool:
    """Whether nothing follows a saying but its speaker's title."""
    return all(
        line.kind(behind) in ("phrase", "stop", "comma", "quote", "adverb") for behind in range(index, len(line))
    )
