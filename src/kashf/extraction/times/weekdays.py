"""Days by their weekday or number, and those near the report's: Tuesday, the 15th, yesterday.

A report looks backwards: a weekday is the last one, the report's day included. An invitation looks ahead.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval, Step, add, safe_day
from kashf.extraction.times.dates import on
from kashf.extraction.times.found import Found, direction_of

__all__ = ["WEEKDAYS"]

_SOON = timedelta(days=31)
_WEEKS_IN_DAYS = {8: 1, 15: 2}
"""A week is eight days and two are fifteen where both ends are counted, as the French do."""
_MOST_IN_A_MONTH = 5
_SHORT_ORDINALS = 10


def _weekday(found: Found) -> Interval | None:
    weekday = found.sense("weekday", "weekday", "weekday_risky")
    if weekday is None:
        return None
    if found.published is None:
        return Interval("weekday")
    known = on(_weekday_near(found, int(weekday.value), found.published), "weekday")
    following = found.item("following") is not None
    step = Step((), 1, fallback=True, weekday=int(weekday.value)) if following else None
    return replace(known, dated=direction_of(found) is not None, step=step)


def _weekday_near(found: Found, weekday: int, published: date) -> date:
    """The weekday that is meant: the last one, or with a word of direction that of this or next week."""
    back = (published.weekday() - weekday) % 7
    direction = direction_of(found)
    monday = published - timedelta(days=published.weekday())
    if direction == 0:
        return monday + timedelta(days=weekday)
    if direction in (-2, 2):
        return published + timedelta(days=7 + 7 - back if direction > 0 else -7 - (back or 7))
    if direction == 1:
        next_week = found.settings.next_weekday_in_next_week and found.item("future") is not None
        whole_week = next_week or found.item("following") is not None
        return monday + timedelta(days=7 + weekday) if whole_week else published + timedelta(days=7 - back)
    if direction == -1:
        return published - timedelta(days=back or 7)
    ahead = found.settings.looking == "ahead"
    return published + timedelta(days=7 - back) if ahead else published - timedelta(days=back)


def _weekday_of_month_day(found: Found) -> Interval | None:
    """Friday the fifteenth: the nearest such day that falls on the weekday."""
    weekday, day = found.sense("weekday", "weekday", "weekday_risky"), found.whole("day")
    if weekday is None or day is None:
        return None
    published, number = found.published, found.number("day")
    if published is None:
        return Interval("weekday")
    if found.settings.ordinal_counts_weekdays and number and number.kind == "ordinal" and day <= _MOST_IN_A_MONTH:
        return _nth_weekday(published, int(weekday.value), day)
    months = (add(published.replace(day=1), step, "month") for step in range(-11, 12))
    days = [safe_day(month.year, month.month, day) for month in months if month]
    fitting = [known for known in days if known and known.weekday() == int(weekday.value)]
    if found.settings.looking == "ahead":
        fitting = [known for known in fitting if known >= published]
    return on(min(fitting, key=lambda known: abs(known - published), default=None), "weekday")


def _nth_weekday(published: date, weekday: int, which: int) -> Interval:
    """The second Sunday of the report's month; unresolved where it has no such day."""
    first = published.replace(day=1)
    known = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return on(known if known.month == published.month else None, "weekday")


def _which_weekday(_: Found) -> Interval:
    """The fifth Sunday: of a month that is not said."""
    return Interval("weekday")


def _day_alone(found: Found) -> Interval | None:
    """The 15th: the last such day, or the next where it is at hand."""
    day, published = found.whole("day"), found.published
    if day is None or _is_number(found):
        return None
    if published is None:
        return Interval("day")
    ahead = found.settings.looking == "ahead"
    near = [add(published.replace(day=1), step, "month") for step in ((0, 1, 2) if ahead else (0, 1, -1, -2))]
    days = [safe_day(month.year, month.month, day) for month in near if month]
    fitting = (known for known in days if known and known <= published + _SOON and (known >= published or not ahead))
    return on(next(fitting, None))


def _is_number(found: Found) -> bool:
    """Whether the number is no day: «وصل إلى 30» is none, «عدت للثلاثين» is one."""
    number = found.number("day")
    if number is not None and number.kind == "ordinal" and _is_worded(found):
        return number.value <= _SHORT_ORDINALS  # «في الثاني» is no day, «في الثاني والعشرين» is one
    if number is None or number.kind != "cardinal" or not found.scan.find(found.first, "to"):
        return False
    return number.digits or not found.definite("day")


def _is_worded(found: Found) -> bool:
    """Whether an ordinal is a word behind «في» or an article alone: "the second" of what?"""
    before, scan = found.first - 1, found.scan
    articles = any(scan.find(item, "lead") for item in (before, found.first))
    led = scan.find(before, "in") is not None and not scan.find(before, "on")
    return not found.text("day")[0].isdigit() and (led or articles)


def _weekday_in_days(found: Found) -> Interval | None:
    """Mardi en huit: the Tuesday ahead and a week more."""
    weekday, count = found.sense("weekday"), found.whole("count")
    if weekday is None or count not in _WEEKS_IN_DAYS:
        return None
    if found.published is None:
        return Interval("weekday")
    ahead = (int(weekday.value) - found.published.weekday()) % 7
    return on(found.published + timedelta(days=ahead + 7 * _WEEKS_IN_DAYS[count]), "weekday")


def _weekdays_off(found: Found) -> Interval | None:
    """Two Thursdays ago, four Tuesdays from now."""
    weekday, count = found.sense("weekday"), found.whole("count")
    if weekday is None or count is None or not 1 <= count <= 100:
        return None
    if found.published is None:
        return Interval("relative")
    back = found.item("back") is not None
    offset = (found.published.weekday() - int(weekday.value)) % 7 if back else 0
    ahead = (int(weekday.value) - found.published.weekday()) % 7 or 7
    step = -(offset or 7) - 7 * (count - 1) if back else ahead + 7 * (count - 1)
    return on(found.published + timedelta(days=step), "relative")


def _relative_day(found: Found) -> Interval | None:
    day, at = found.sense("day", "relative_day"), found.item("day") or 0
    if day is None or (found.scan.find(at, "unit") and found.scan.find(at - 1, "rate_in")):
        return None  # «في اليوم»: a day, of a rate
    known = add(found.published, int(day.value), "day") if found.published else None
    weekday = found.sense("weekday", "weekday", "weekday_risky")
    return on(_of_weekday(known, int(weekday.value)) if known and weekday else known, "relative")


def _of_weekday(day: date, weekday: int) -> date | None:
    """The day, or the one beside it that is the weekday said with it: a report may be dated a day late."""
    beside = (day + timedelta(days=off) for off in (0, 1, -1))
    return next((known for known in beside if known.weekday() == weekday), None)


def _narrative_day(found: Found) -> Interval | None:
    """The next day, the day before, that same day: from the one that the text has just given."""
    day = found.sense("narrative", "narrative_day")
    if day is None:
        return None
    off = int(day.value)
    return Interval("relative", step=Step(((abs(off), "day"),), -1 if off < 0 else 1))


WEEKDAYS = {
    "weekday": _weekday,
    "weekday_of_month_day": _weekday_of_month_day,
    "weekdays_off": _weekdays_off,
    "weekday_in_days": _weekday_in_days,
    "which_weekday": _which_weekday,
    "day_alone": _day_alone,
    "relative_day": _relative_day,
    "narrative_day": _narrative_day,
}
"""What each expression of a day means, by its name in `times.yaml`; None where the words are no time after all."""
