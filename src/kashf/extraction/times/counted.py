"""What is counted from the report's day or from a time in the text: two years ago, the last five days, a week later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.numerals import Sense
from kashf.extraction.times.calendar import Interval, Step, add, period_of, shifted
from kashf.extraction.times.found import Found, direction_of
from kashf.extraction.times.periods import interval

__all__ = ["COUNTED", "about", "length_of"]

_ONE_OR_TWO = ("one", "two", "two_of")
_CALENDAR_UNITS = ("quarter",)
"""Units that are counted whole: the last two quarters are two quarters of the calendar."""


def length_of(found: Found, first: int, last: int) -> list[tuple[float, str]] | None:
    """The lengths of time among the items (2 years, a month and 21 days); None where one is vague."""
    lengths, count, vague = [], None, False
    for item in range(first, last + 1):
        number, span = found.scan.numbers.get(item), found.scan.find(item, "span")
        if span is not None:
            count = _count_behind(found, item, last) if count is None and span.form not in _ONE_OR_TWO else count
            if vague or (count is None and span.form in ("many", "many_of")):
                return None
            dual = 2.0 if span.form in ("two", "two_of") else 1.0
            lengths.append((dual if count is None else count, str(span.value)))
            count = None
        elif number is not None:
            count = number.value
        vague = found.scan.find(item, "few_spans") is not None
    half = 0.5 if found.scan.find(last, "half") else count
    if half is not None and half < 1 and lengths:
        lengths.append((half, lengths[-1][1]))  # a year and a half
    return lengths or None


def _count_behind(found: Found, item: int, last: int) -> float | None:
    """The number that an Arabic plural has behind it: السنوات الخمس."""
    numbers = (found.scan.numbers.get(at) for at in (item + 1, item + 2) if at <= last)
    return next((number.value for number in numbers if number), None)


def _off(found: Found, direction: int) -> Interval | None:
    lengths = length_of(found, found.first, found.last)
    if lengths is None or found.published is None:
        return Interval("relative")
    return about(found, "relative", shifted(found.published, lengths, direction), direction)


def about(found: Found, kind: str, day: date | None, direction: int) -> Interval:
    """The day so far away; open on the far side where it is more than so far, on the report's where it is less."""
    nearness = found.sense("nearness", "before")
    said = str(nearness.value) if nearness else ""
    far, near = said in ("more_than", "at_least"), said in ("less_than", "at_most")
    if not (far or near):
        return Interval(kind, day, day)
    first, last = (None, day) if far else (day, found.published)
    return Interval(kind, first, last) if direction < 0 else Interval(kind, last, first)


def _ago(found: Found) -> Interval | None:
    if found.scan.find(found.first, "range_from") and found.last in found.scan.definite:
        return None  # «من العام»: of the year
    return _off(found, -1)


def _ahead(found: Found) -> Interval | None:
    return _off(found, 1)


def _later(found: Found) -> Interval | None:
    """Two days later: counted from the time that the text has just given, and open where it has given none."""
    lengths = length_of(found, found.first, found.last)
    if lengths is None:
        return Interval("relative", counts=True)
    direction = -1 if found.item("sooner") is not None else 1
    alone = found.scan.find(found.first, "after_then") is not None  # «بعد يومين» is in two days, too
    return Interval("relative", counts=True, step=Step(tuple(lengths), direction, alone=alone))


def _ahead_or_later(found: Found) -> Interval | None:
    """«через три дня»: after a time that the same clause gives, or else after the report's day."""
    ahead, lengths = _ahead(found), length_of(found, found.first, found.last)
    if ahead is None or lengths is None:
        return ahead
    return replace(ahead, step=Step(tuple(lengths), 1, near=True, fallback=True))


def _apart(_: Found) -> Interval:
    """Six days after the attack: counted from something that is no time."""
    return Interval("relative", counts=True)


def _within(found: Found) -> Interval | None:
    """Over two days: of whatever the text tells, so the days stay open. «خلال الأسبوع» is no length but the week."""
    alone = found.last == found.first + 1
    if alone and (found.last in found.scan.definite or found.scan.find(found.last, "weekend")):
        return None
    return Interval("duration", counts=True)


def _term(found: Found) -> Interval | None:
    """Within two days: from the report's day on."""
    lengths = length_of(found, found.first, found.last)
    if lengths is None or found.published is None:
        return Interval("duration", counts=True)
    return Interval("duration", found.published, shifted(found.published, lengths, 1), counts=True)


def _hours_off(found: Found) -> Interval:
    """Hours or minutes ago or ahead: the report's own day."""
    return Interval("relative", found.published, found.published)


def _period(found: Found) -> Interval | None:
    span, direction = found.sense("span", "span", "sub"), direction_of(found)
    if span is None or direction is None or (span.kind == "sub" and span.value != "quarter"):
        return None
    counted = found.number("count") is not None or span.form in ("two", "two_of")
    if (span.form == "one" and _count(found) > 1) or (not counted and found.sense("latest", "last_of") is not None):
        return None  # «آخر شهر من العام» is a piece of the year
    unit, published = str(span.value), found.published
    if not counted and _is_vague(found, span):
        return Interval("relative", grain=unit)
    if published is None or found.item("that") is not None:
        return Interval("relative", grain=unit, step=_step_of(found, unit))
    if counted or found.item("latest") is not None or found.item("trailing") is not None:
        return _counted_period(found, published, -1 if direction < 0 else 1)
    there = add(published, direction, unit)
    known = interval("relative", period_of(there, unit), unit) if there else None
    return replace(known, step=_step_of(found, unit)) if known else None


def _is_vague(found: Found, span: Sense) -> bool:
    """Whether several are meant and not how many: the last years."""
    several = any(found.scan.find(item, "several") for item in range(found.first, found.last + 1))
    return several or span.form in ("many", "many_of")


def _this_day(found: Found) -> Interval | None:
    """The last day, the following day: with the article, as "the day before yesterday"."""
    span = found.sense("span")
    return _period(found) if span and span.value == "day" and span.form == "one" else None


def _step_of(found: Found, unit: str) -> Step | None:
    """From which time the text has given «the following year», «the same month» may be."""
    if found.item("that") is not None:
        return Step(((0, unit),), 1, unit)
    if found.item("following") is not None:
        return Step(((1, unit),), 1, unit, fallback=True)
    return Step(((0, unit),), 1, unit, fallback=True) if found.item("same") is not None else None


def _count(found: Found) -> float:
    number = found.number("count")
    return number.value if number else 1.0


def _counted_period(found: Found, published: date, direction: int) -> Interval:
    """The last two years, the next five days: up to the report's day, or from the day after it."""
    lengths = length_of(found, found.first, found.last) or []
    unit = lengths[0][1] if lengths else "day"
    following = found.item("following") is not None
    step = Step(tuple(lengths), 1, fallback=True, runs=True) if following else None
    if unit in _CALENDAR_UNITS:
        return replace(_whole_units(published, lengths[0][0] * direction, unit), step=step)
    there = shifted(published, lengths, direction)
    from_today = any(found.scan.find(found.first, kind) for kind in ("within", "term"))
    first = published if from_today else published + timedelta(days=1)
    days = (there, published) if direction < 0 else (first, there)
    return replace(interval("relative", days, unit), step=step)


def _whole_units(published: date, count: float, unit: str) -> Interval:
    """So many whole quarters before or after the one the report is of."""
    near = add(published, 1 if count > 0 else -1, unit)
    far = add(published, count, unit)
    if near is None or far is None:
        return Interval("relative", grain=unit)
    low, high = min(near, far), max(near, far)
    return Interval("relative", period_of(low, unit)[0], period_of(high, unit)[1], grain=unit)


def _lasting(found: Found) -> Interval | None:
    """How long something lasts; «منذ 27 عاما» is so long up to the report's day."""
    span, count = found.sense("span"), found.number("count")
    if span is None or (count is not None and count.width == 4):
        return None
    counted = any(item in found.scan.numbers for item in range(found.first, found.last + 1))
    if found.item("span") in found.scan.definite and not counted:
        return None  # «منذ الأيام الأولى»
    lengths = length_of(found, found.first, found.last)
    if lengths is None or found.published is None or not found.scan.find(found.first, "since"):
        return Interval("duration", grain=str(span.value), counts=True)
    first = shifted(found.published, lengths, -1)
    return Interval("duration", first, found.published, grain=str(span.value), counts=True)


COUNTED = {
    "ago": _ago,
    "ahead": _ahead,
    "ahead_or_later": _ahead_or_later,
    "later": _later,
    "apart": _apart,
    "within": _within,
    "term": _term,
    "hours_off": _hours_off,
    "period": _period,
    "this_day": _this_day,
    "lasting": _lasting,
}
"""What each expression that counts means, by its name in `times.yaml`; None where the words are none."""
