"""Days and months said without their year: which of them is meant.

The press leaves out the year of a day that lies in its own calendar year (AP Stylebook, "dates"); around the turn of
the year the near one is meant: in January "December 30" is last month, in December "January 3" is ahead. A month is
used more loosely, and of what has been: in July «في ديسمبر» is last winter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

__all__ = ["AT_HAND", "Looking", "Period", "nearest"]

Looking = Literal["back", "ahead"]
"""Where a text looks: news back, at what has been; an invitation or a calendar ahead."""
Period = tuple[date, date]
"""First and last day."""

AT_HAND = timedelta(days=60)
"""A day of next year that is no further ahead than this is meant."""
_JUST_PAST = timedelta(days=92)
"""A day of last year that is no further back than this is meant. All days without a year of the 54 development reports
lie within ten days of the report's; these two are set by reading what else the press writes at the turn of a year."""


def nearest(
    periods: Iterable[Period], published: date, looking: Looking = "back", loose: bool = False
) -> Period | None:
    """Which of such days or months of several years, in order, is meant in a report of a day; None where there is none.

    `loose`: the last one, or the next where it is at hand. So are all 24 months without a year of the 54 development
    reports.
    """
    known = list(periods)
    if looking == "ahead":
        return next((period for period in known if period[1] >= published), None)
    if loose:
        return max((period for period in known if period[0] <= published + AT_HAND), default=None)
    own = [period for period in known if period[0].year == published.year]
    return _by_turn_of_year(
        known, min(own or known, key=lambda period: _away(period, published), default=None), published
    )


def _away(period: Period, published: date) -> timedelta:
    return max(period[0] - published, published - period[1], timedelta(0))


def _by_turn_of_year(known: Sequence[Period], own: Period | None, published: date) -> Period | None:
    """The period, or that of last or next year where it is far and they are near."""
    if own is None or own[0] <= published <= own[1]:
        return own
    if own[0] > published:
        before = [period for period in known if period[1] < published]
        return before[-1] if before and published - before[-1][1] <= _JUST_PAST else own
    after = [period for period in known if period[0] > published]
    return after[0] if after and after[0][0] - published <= AT_HAND else own
