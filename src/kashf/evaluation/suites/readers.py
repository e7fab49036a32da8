"""Whether a reader gets a case right: every span to the letter, and every value that is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from kashf.evaluation.suites.cases import Case, CaseKind
from kashf.evaluation.suites.differences import currency_names
from kashf.extraction.figures import amounts, figures
from kashf.extraction.figures.catalogue import catalogue
from kashf.extraction.numerals import numbers
from kashf.extraction.times import Looking, times
from kashf.records import Figure, Moment, Span

__all__ = ["READERS", "Reading", "are_right", "covers", "moments", "same_spans"]

Reading = Callable[[Case], tuple[Sequence[Span], bool]]
"""What is found in a case, and whether it is right."""

_PRECISION = 1e-6
_UNNAMED = "Unnamed"


def _numbers(case: Case) -> tuple[Sequence[Span], bool]:
    found = numbers(case.text, case.language)
    return found, same_spans(found, case.expected) and _same_numbers(found, case.expected)


def _percent(case: Case) -> tuple[Sequence[Span], bool]:
    found = tuple(figure for figure in amounts(case.text, case.language) if figure.unit == "percent")
    return found, same_spans(found, case.expected) and _same_numbers(found, case.expected)


def _money(case: Case) -> tuple[Sequence[Span], bool]:
    """A currency without a number is no figure and not asked for; `Unnamed` asks for the number alone. Duckling counts
    a modifier among the words (around 42 bucks), as figures do and amounts do not."""
    expected = [one for one in case.expected if one["value"] is not None or one.get("unit") == _UNNAMED]
    read = amounts(case.text, case.language)
    if case.suite == "duckling" and not _sums_agree(read, expected)[1]:
        read = figures(case.text, case.language)
    return _sums_agree(read, expected)


def _sums_agree(read: Sequence[Figure], expected: Sequence[Mapping[str, Any]]) -> tuple[Sequence[Span], bool]:
    plain = any(one.get("unit") == _UNNAMED for one in expected)
    found = tuple(figure for figure in read if plain or _is_money(figure))
    right = same_spans(found, expected) and _same_numbers(found, expected)
    return found, right and (plain or all(map(_same_currency, found, expected)))


def _dates(case: Case) -> tuple[Sequence[Span], bool]:
    found = moments(case)
    return found, are_right(found, case)


def are_right(found: Sequence[Moment], case: Case) -> bool:
    """Whether times are those that a case expects, spans and days."""
    return same_spans(found, case.expected) and _same_days(found, case)


def moments(case: Case, looking: Looking = "back") -> tuple[Moment, ...]:
    """The times of a case, read as a report's; ahead, as a calendar's."""
    return times(case.text, case.language, case.day, looking)


READERS: Mapping[CaseKind, Reading] = {"numbers": _numbers, "percent": _percent, "money": _money, "dates": _dates}


def same_spans(found: Sequence[Span], expected: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the spans are those expected, no more and no fewer."""
    return [(span.start, span.end) for span in found] == [(one["start"], one["end"]) for one in expected]


# Numbers


def _same_numbers(found: Iterable[Figure], expected: Iterable[Mapping[str, Any]]) -> bool:
    return all(_same_number(figure, _number(one["value"])) for figure, one in zip(found, expected, strict=False))


def _number(value: Any) -> float | None:
    return None if value is None else float(str(value).replace(",", ".").rstrip("%"))


def _same_number(figure: Figure, value: float | None) -> bool:
    read = figure.value if figure.value is not None else figure.low
    return value is None or (read is not None and abs(read - value) <= _PRECISION * max(1.0, abs(value)))


def _is_money(figure: Figure) -> bool:
    return figure.unit is not None and catalogue().measure(figure.unit) == "currency"


def _same_currency(figure: Figure, one: Mapping[str, Any]) -> bool:
    name = one.get("iso") or one["unit"]
    return figure.unit in currency_names().get(name.casefold(), (name,))


# Days


def _same_days(found: Sequence[Moment], case: Case) -> bool:
    if not case.checks_values:
        return True
    return all(
        not one["values"] or any(covers(moment.first, moment.last, value) for value in one["values"])
        for moment, one in zip(found, case.expected, strict=False)
    )


def covers(first: date | None, last: date | None, value: Any) -> bool:
    """Whether an interval of days is what a suite's value says: a day, the start of a period, or a start and an end."""
    if isinstance(value, dict) and not value.get("value"):
        return _same_day(first, value.get("start"), 0) and _same_day(last, value.get("end"), 1)
    day = str(value["value"] if isinstance(value, dict) else value)[:10]
    if day.startswith(("not", "0001")):
        return first is None
    while day.endswith("-00"):
        day = day[:-3]
    return str(first).startswith(day)


def _same_day(found: date | None, day: str | None, exclusive: int) -> bool:
    """Whether a bound is the day; an end may be given as the day after."""
    if day is None or found is None:
        return day is None and found is None
    return date.fromisoformat(day[:10]) - found in (timedelta(0), timedelta(days=exclusive))
