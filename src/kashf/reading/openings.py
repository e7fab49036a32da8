"""Datelines and by-lines: the place, day, agency and author that stand before a report's first words.

The shapes, on folded text («واشنطن (رويترز) -», "WASHINGTON, Sept 12 (Reuters) -", "PARIS (AFP) -", «МОСКВА, 12 сен —
РИА Новости.», «فلان الفلاني - سبق - الرياض:»), and the lists of agencies and cities in `patterns.yaml`. A place
without an agency must be a city on the list, stand in capitals or have its day, and a dash must follow: «الأزمة – التي
طالت» opens a sentence. After capitals and a day a full stop will do («РИМ, 12 сентября.»). What stands in brackets
behind a day is the outlet, known or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kashf.reading.dates import month_names
from kashf.reading.patterns import load_patterns
from kashf.text.folding import Folded, fold

__all__ = ["Opening", "credit_in", "find_opening", "is_byline", "is_date_line"]

LONGEST_OPENING = 160
"""Characters; the longest found («City, Country (Agency, Agency) -» with its day) has 90."""
MOST_BYLINE_WORDS = 8
LONGEST_CREDIT = 40
"""Characters of the name of an outlet in brackets."""

_WORD = r"[^\W\d_][\w'.]*"
_PLACE = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}?"
_PLACES = rf"{_PLACE}(?: ?[,،] ?{_PLACE}){{0,2}}"
_DASH = r" ?-[- ]*"
_CREDIT = rf"\( ?[^()\d]{{2,{LONGEST_CREDIT}}}\)"
_STOP = r" ?(?:[-:][-: ]*|$)"


_IN_BRACKETS = re.compile(r"\( ?([^()\d]+?) ?\)")
_IN_QUOTES = re.compile(r'"([^"\d]+)"')
_SEVERAL = re.compile(r"[,،/]|-")


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a paragraph: its kind, and where it ends in the paragraph as written."""

    kind: Literal["byline", "dateline", "boilerplate"]
    end: int


@dataclass(frozen=True, slots=True)
class _Shapes:
    anywhere: tuple[re.Pattern[str], ...]
    at_the_head: tuple[re.Pattern[str], ...]
    in_capitals: re.Pattern[str]
    byline: re.Pattern[str]
    date_line: re.Pattern[str]


@cache
def _shapes() -> _Shapes:
    patterns = load_patterns()
    agency = rf'"?{patterns.agencies.alternatives()}(?!\w)"?'
    city = rf"{patterns.cities.alternatives()}(?!\w)"
    months = "|".join(sorted(map(re.escape, month_names()), key=len, reverse=True))
    month = rf"(?:{months})(?!\w)\.?"
    year = rf"(?:,? ?\d{{4}}(?!\d)(?: {patterns.year_words.alternatives()}(?!\w))?)?"
    day = rf"(?:(?:في |le |on )?\d{{1,2}}(?:er|st|nd|rd|th)?\.? {month}{year}|{month} \d{{1,2}}{year})"
    agencies = rf"{agency}(?:[ ,،/-]+{agency})*"
    bracket = rf"\( ?{agencies} ?\)"
    start = r"[*• ]*"
    wire = rf'(?: ?{patterns.wires.alternatives()} ?"[^"]{{2,{LONGEST_CREDIT}}}" ?\.)?'
    anywhere = (
        rf"{start}{_PLACES}(?:[,،]? {day})?[,.]? ?{bracket}{_STOP}",
        rf"{start}{_PLACES}(?:[,،]? {day})?[,.]? ?[-/]+ ?{agencies}(?: ?\(? ?{day} ?\)?)?(?:/|\.)?(?: ?[-:.]+ ?|$)",
        rf"{start}{_PLACES}[,،]? {day}\.? ?[-/]? ?{agency}[/.]* ?[-.]* ?(?=\S|$)",
        rf"{start}{agency} ?(?:[-/] ?{city}|\( ?{city} ?\)){_STOP}",
        rf"{start}{city}[,،]? {day}\.? ?(?:{bracket})?(?: ?[-:./]+{wire} ?|$)",
    )
    at_the_head = (
        rf"{start}{city}(?: ?[,،] ?{_PLACE})?(?:[,،]? {day})?{_DASH}(?=\S)",
        rf"{start}{_PLACES}[,،]? {day}(?: ?{_CREDIT})?{_DASH}(?=\S)",
        rf"{start}{bracket}(?:{_DASH})? ?",
    )
    dashed, stopped = rf"(?:[,،]? {day})?{_DASH}(?=\S)", rf"[,،]? {day}\.{wire}(?= |$)"
    capitals = rf"(?P<place>{_PLACES})(?:{dashed}|{stopped})"
    name = rf"{_WORD}(?: {_WORD}){{0,3}}"
    byline = rf"{name}(?: ?- ?{name}){{1,2}} ?:(?= |$)"
    numeric = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    date_line = rf"\W*(?:{_WORD}[:,،]*\W+){{0,3}}(?:{day}|{numeric})(?:\W+\w+){{0,4}}\W*"
    compiled = tuple(map(re.compile, anywhere)), tuple(map(re.compile, at_the_head))
    return _Shapes(*compiled, re.compile(capitals), re.compile(byline), re.compile(date_line))


def find_opening(folded: Folded, written: str, *, at_the_head: bool) -> Opening | None:
    """The dateline, by-line or label a paragraph opens with, None where it has none.

    `at_the_head` says that it is one of the report's first paragraphs, where less is asked of one.
    """
    head = folded.text[:LONGEST_OPENING]
    if label := load_patterns().labels.beginning(head):
        return Opening("boilerplate", folded.end(len(label)))  # «Story highlights»
    dateline, byline = _dateline(folded, written, head, at_the_head), _byline(head) if at_the_head else 0
    if byline > dateline:
        return Opening("byline", folded.end(byline))
    return Opening("dateline", folded.end(dateline)) if dateline else None


def credit_in(dateline: str) -> str | None:
    """The outlet that a dateline credits: in brackets, in quotation marks, or an agency; None for none or for several.

    >>> credit_in("LIMASSOL, March 4, 2024 (The Mariner's Gazette) -")
    "The Mariner's Gazette"
    """
    folded = fold(dateline)
    found = _IN_BRACKETS.search(folded.text) or _IN_QUOTES.search(folded.text) or _agency_in(folded.text)
    if found is None or _SEVERAL.search(found[1]):
        return None
    start, end = folded.original(*found.span(1))
    return dateline[start:end].strip()


def _agency_in(dateline: str) -> re.Match[str] | None:
    """The only agency named; one that bears the name of a city («الرياض») is taken for the city."""
    cities = load_patterns().cities
    named = [found for found in _agency().finditer(dateline) if not cities.are(found[1])]
    return named[0] if len(named) == 1 else None


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({load_patterns().agencies.alternatives()})(?!\w)")


def _dateline(folded: Folded, written: str, head: str, at_the_head: bool) -> int:
    """Where a dateline ends in the folded text; 0 where there is none."""
    shapes = _shapes()
    found = _first(shapes.anywhere, head)
    if found is None and at_the_head:
        found = _first(shapes.at_the_head, head) or _in_capitals(folded, written)
    return 0 if found is None or _tells(found[0]) else len(found[0].rstrip())


def _byline(head: str) -> int:
    """Where a by-line ends in the folded text; 0 where there is none."""
    found = _shapes().byline.match(head)
    return 0 if found is None or _tells(found[0]) or found[0].count(" ") > MOST_BYLINE_WORDS else found.end()


def _first(shapes: tuple[re.Pattern[str], ...], head: str) -> re.Match[str] | None:
    return next((found for shape in shapes if (found := shape.match(head))), None)


def _in_capitals(folded: Folded, written: str) -> re.Match[str] | None:
    """A place in capitals before a dash, as English, French and Russian agencies write it."""
    found = _shapes().in_capitals.match(folded.text[:LONGEST_OPENING])
    if found is None:
        return None
    place = written[folded.start(found.start("place")) : folded.end(found.end("place"))]
    return found if place.isupper() and len(place) > 2 else None


def _tells(folded: str) -> bool:
    """Whether there is a verb among the words, and they are part of a sentence."""
    verbs = load_patterns().verbs.phrases
    return any(word in verbs or word.removeprefix("و") in verbs for word in re.findall(r"\w+", folded))


def is_byline(folded: str, written: str) -> bool:
    """Whether a line names who wrote it («كتب: فلان», "By Jane Roe", «الخبر – المنامة») and is no sentence."""
    words = folded.split()
    if not 1 < len(words) <= MOST_BYLINE_WORDS or written.rstrip()[-1] in ".!?؟…" or any(map(str.isdigit, folded)):
        return False
    if load_patterns().bylines_that_begin.begin(folded):
        return not _is_small(written)
    return " - " in folded and not _tells(folded) and _names_place_or_agency(folded)


def _is_small(written: str) -> bool:
    """Whether words after the first begin with small letters, which names do not; scripts without capitals pass."""
    cased = [word for word in written.split()[1:] if word[0].isalpha() and word[0].lower() != word[0].upper()]
    return sum(word[0].islower() for word in cased) > len(cased) / 2


def _names_place_or_agency(folded: str) -> bool:
    patterns = load_patterns()
    parts = [part.strip(' "()') for part in folded.split(" - ")]
    return any(patterns.cities.are(part) or patterns.agencies.are(part) for part in parts)


def is_date_line(folded: str) -> bool:
    """Whether a whole line only says a day, as «الثلاثاء 12 سبتمبر 2017» and "Published: 12 September 2017" do."""
    return (
        any(map(str.isdigit, folded))
        and len(folded) < LONGEST_OPENING // 2
        and bool(_shapes().date_line.fullmatch(folded))
    )
