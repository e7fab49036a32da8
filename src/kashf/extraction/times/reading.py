"""Times in a text: patterns over its items, each match resolved, and what is said of those resolved in turn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kashf.extraction.numerals import Scan, read
from kashf.extraction.numerals.alphabet import MOMENT, PADDING
from kashf.extraction.numerals.patterns import Pattern, Patterns, Places
from kashf.extraction.numerals.scan import tongue
from kashf.extraction.times.calendar import Interval
from kashf.extraction.times.compound import COMPOUND
from kashf.extraction.times.counted import COUNTED
from kashf.extraction.times.dates import DATES
from kashf.extraction.times.following import TimeSpan, followed
from kashf.extraction.times.found import Found, Settings
from kashf.extraction.times.periods import PERIODS
from kashf.extraction.times.pieces import PIECES
from kashf.extraction.times.undated import Looking
from kashf.extraction.times.weekdays import WEEKDAYS
from kashf.language import read_table
from kashf.records import Moment

__all__ = ["moments_of", "time_spans", "times"]

_SIMPLE = DATES | WEEKDAYS | PERIODS | PIECES | COUNTED
_MACRO = re.compile(r"\{([A-Z_]+)\}")
_ROUNDS = 3
"""How deep compounds go: from (the beginning of 2014) to (the end of (last month))."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    settings: Settings
    simple: Patterns
    compound: Patterns


@cache
def _patterns(language: str) -> _Patterns:
    """The language's patterns, made once: the shared ones and its own."""
    shared, own = read_table(None, "times"), read_table(language, "times").get("patterns", {})
    macros = {**shared["macros"], **own.get("macros", {})}
    alphabet = tongue(language).alphabet

    def made(stage: str) -> Iterator[tuple[str, Pattern]]:
        for table in (own, shared):
            for name, patterns in table.get(stage, {}).items():
                for pattern in patterns:
                    yield name, Pattern(_expand(pattern, macros), alphabet)

    settings = Settings(**read_table(language, "times")["style"])
    return _Patterns(settings, Patterns(made("simple")), Patterns(made("compound")))


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda found: f"({macros[found[1]]})", pattern)
    return pattern


def times(text: str, language: str, published: date | None, looking: Looking = "back") -> tuple[Moment, ...]:
    """The times a text speaks of, each resolved to days where the report's day of publication allows.

    News looks back: a bare weekday is the last one. For invitations and calendars `looking` is "ahead": bare weekdays
    and days without a year are the next ones, and "two days later" counts from the day of the text.

    >>> times("عاد قبل يومين", "ar", date(2017, 9, 14))[0].first
    datetime.date(2017, 9, 12)
    """
    scan = read(text, language)
    return moments_of(scan, text, time_spans(scan, published, looking))


def moments_of(scan: Scan, text: str, spans: Sequence[TimeSpan]) -> tuple[Moment, ...]:
    """The moments of a scan whose times are known."""
    return tuple(_as_moment(scan, text, span) for span in spans)


def _as_moment(scan: Scan, text: str, span: TimeSpan) -> Moment:
    start, end = scan.span(text, span.first, span.last)
    found = span.interval
    return Moment(start, end, text[start:end], found.kind, found.first, found.last, found.calendar)


def time_spans(scan: Scan, published: date | None, looking: Looking = "back") -> list[TimeSpan]:
    """The times of a scan, in order, none overlapping another."""
    patterns = _patterns(scan.tongue.lexicon.language)
    places = Places(scan.codes)
    settings = replace(patterns.settings, looking=looking)
    found = (Found(name, match, scan, published, settings) for name, match in patterns.simple.find(places))
    spans = list(followed(_longest(_resolved(found, _SIMPLE)), published, looking))
    for _ in range(_ROUNDS):
        compounds = _longest(_resolved(_compounds(patterns, scan, published, settings, spans), COMPOUND))
        if not compounds:
            break
        spans = _longest([*compounds, *spans])
    return spans


def _compounds(
    patterns: _Patterns, scan: Scan, published: date | None, settings: Settings, spans: list[TimeSpan]
) -> Iterator[Found]:
    """The matches of the compound patterns over a scan in which the moments found are single items."""
    pieces, done = [], 0
    for span in spans:
        pieces += [scan.codes[done : span.first], MOMENT, PADDING * (span.last - span.first)]
        done = span.last + 1
    codes = "".join([*pieces, scan.codes[done:]])
    moments = {span.first: span.interval for span in spans}
    places, padding = Places(codes), max(span.last - span.first for span in spans) if spans else 0
    for name, match in patterns.compound.find(places, padding):
        yield Found(name, match, scan, published, settings, moments)


def _resolved(matches: Iterator[Found], meanings: Mapping[str, Callable[[Found], Interval | None]]) -> list[TimeSpan]:
    spans = []
    for found in matches:
        interval = meanings[found.name](found)
        if interval is not None:
            spans.append(TimeSpan(found.first, found.last, interval))
    return spans


def _longest(spans: list[TimeSpan]) -> list[TimeSpan]:
    """The longest of spans that overlap, in order of the text."""
    kept: list[TimeSpan] = []
    for span in sorted(spans, key=lambda span: (span.first, -span.last)):
        if not kept or span.first > kept[-1].last:
            kept.append(span)
    return kept
