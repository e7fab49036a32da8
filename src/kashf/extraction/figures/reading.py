"""Figures in a text: numbers with their modifiers and units, duals, and what they take from one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from kashf.extraction.figures.amount import Amount, alone
from kashf.extraction.figures.conversions import tie_conversions
from kashf.extraction.figures.duals import read_dual
from kashf.extraction.figures.exclusions import is_label, is_list_number
from kashf.extraction.figures.inheriting import share_units
from kashf.extraction.figures.magnitudes import Magnitude
from kashf.extraction.figures.phrases import PhraseReader
from kashf.extraction.figures.sentences import is_break
from kashf.extraction.figures.sharing import is_figure, resolve_shares, settle_currencies, spread_rates
from kashf.extraction.numerals import Scan, read
from kashf.extraction.numerals.scan import tongue
from kashf.extraction.times import TimeSpan, moments_of, time_spans
from kashf.records import Figure, Moment, Quantity

__all__ = ["amounts", "figures", "figures_and_times"]

_NUMBERED = 24
"""The greatest number that a name bears: France 24."""


@cache
def _starts(language: str) -> re.Pattern[str]:
    """Where a figure may be: at a number, or at a noun that may be a dual."""
    return tongue(language).alphabet.compile("number|fraction|indefinite|unit|family")


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text, in order: value or range, modifier, unit, what it is per, what it counts.

    Dates, years, labels and list numbers are none. Orders of magnitude («آلاف المقاتلين») are at least so many, as
    `Magnitude`; a record leaves them out. Raises DataError for a language without tables.

    >>> [(figure.value, figure.modifier, figure.unit) for figure in figures("نحو 20 ألف برميل يوميا", "ar")]
    [(20000.0, 'about', 'barrel/day')]
    """
    scan = read(text, language)
    return _figures_of(scan, text, time_spans(scan, None))


def amounts(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text each by itself: number and unit alone, without the words that modify it or what it is per.

    What figures take from one another is left out too. Raises DataError for a language without tables.

    >>> [amount.text for amount in amounts("نحو 20 ألف برميل يوميا", "ar")]
    ['20 ألف برميل']
    """
    scan = read(text, language)
    found = _amounts(PhraseReader(scan, _taken(scan, time_spans(scan, None))))
    return tuple(_as_figure(scan, text, alone(amount), None) for amount in found if is_figure(scan, amount))


def figures_and_times(
    text: str, language: str, published: date | None
) -> tuple[tuple[Figure, ...], tuple[Moment, ...]]:
    """The figures and the times of a text, read in one pass. The same as `figures` and `times`, in half the time."""
    scan = read(text, language)
    spans = time_spans(scan, published)
    return _figures_of(scan, text, spans), moments_of(scan, text, spans)


def _figures_of(scan: Scan, text: str, moments: Sequence[TimeSpan]) -> tuple[Figure, ...]:
    """The figures of a scan whose times are known."""
    reader = PhraseReader(scan, _taken(scan, moments))
    amounts = [amount for amount in _amounts(reader) if not _is_designation(scan, text, amount)]
    names = _names(scan, text)
    settle_currencies(scan, amounts)
    share_units(scan, amounts, names)
    amounts = [each for each in amounts if is_figure(scan, each) and not _is_named(scan, each, names)]
    spread_rates(reader.rates, amounts)
    tied = tie_conversions(reader.rates, amounts)
    resolved = resolve_shares(scan, amounts)
    figures = (_as_figure(scan, text, amount, resolved.get(place)) for place, amount in enumerate(amounts))
    tied_figures = (replace(each, equals=tied[at]) if at in tied else each for at, each in enumerate(figures))
    return tuple(tied_figures)


def _names(scan: Scan, text: str) -> list[bool]:
    """Of each item whether it is written with a capital, as names are."""
    return [text[scan.folded.start(start)].isupper() for start in scan.starts]


def _is_acronym(scan: Scan, text: str, item: int) -> bool:
    start, end = scan.span(text, item, item)
    return end - start > 1 and text[start:end].isupper()


def _is_bare(amount: Amount) -> bool:
    return amount.unit is None and amount.modifier == "exact" and amount.high is None and amount.first > 0


def _is_designation(scan: Scan, text: str, amount: Amount) -> bool:
    """Whether a bare number tells one thing from others of its kind: UNSCR 2375, «الناحية 6»."""
    before = amount.first - 1
    if not _is_bare(amount):
        return False
    if _is_acronym(scan, text, before) and not scan.find(amount.last + 1, "of"):
        return True
    sense = scan.find(before, "unit")
    return amount.low <= _NUMBERED and before in scan.definite and sense is not None and sense.form == "one"


def _is_named(scan: Scan, amount: Amount, names: Sequence[bool]) -> bool:
    """Whether a small bare number belongs to a name: Europe 1, Seal Team Six, Россия 1."""
    before = amount.first - 1
    if not _is_bare(amount) or amount.low > _NUMBERED or before == 0 or is_break(scan, before - 1):
        return False
    return names[before]


def _taken(scan: Scan, moments: Sequence[TimeSpan]) -> set[int]:
    """The items that belong to a time; a length of time is a figure too, and so is a number word before what it counts
    that is a month's short name elsewhere («sept personnes»)."""
    timed = (moment for moment in moments if not moment.interval.counts and not _counts(scan, moment))
    return {item for moment in timed for item in range(moment.first, moment.last + 1)}


def _counts(scan: Scan, moment: TimeSpan) -> bool:
    number = scan.numbers.get(moment.first) if moment.first == moment.last else None
    return number is not None and not number.digits and scan.find(moment.first + 1, "unit") is not None


def _amounts(reader: PhraseReader) -> Iterator[Amount]:
    scan, taken = reader.scan, reader.rates.taken
    for match in _starts(scan.tongue.lexicon.language).finditer(scan.codes):
        item = match.start()
        if item < reader.done or item in taken:
            continue
        amount = _amount(reader, scan, item)
        if amount is not None:
            yield amount


def _amount(reader: PhraseReader, scan: Scan, item: int) -> Amount | None:
    number = scan.numbers.get(item)
    if number is None or number.kind == "ordinal":
        amount = read_dual(reader.units, item)
        if amount:
            reader.complete(amount)
        return amount
    if is_label(scan, item) or is_list_number(scan, item):
        return None
    return reader.read(item)


def _as_figure(scan: Scan, text: str, amount: Amount, resolved: Quantity | None) -> Figure:
    start, end = scan.span(text, amount.first, amount.last)
    unit = f"{amount.unit}/{amount.per}" if amount.unit and amount.per else amount.unit
    single = amount.high is None
    return (Magnitude if amount.vague else Figure)(
        start,
        end,
        text[start:end],
        value=amount.low if single else None,
        low=None if single else amount.low,
        high=amount.high,
        modifier=amount.modifier,
        unit=unit,
        of=_counted(scan, text, amount),
        resolved=resolved,
    )


def _counted(scan: Scan, text: str, amount: Amount) -> str | None:
    if amount.of is None:
        return None
    start, end = scan.span(text, *amount.of)
    return text[start:end]
