"""Dates of publication: read from metadata, or guessed from datelines, addresses and file names.

A date is taken only where it is complete and unmistakable. 03/04/2017 is the third of April or the fourth of March: it
is read where the report's language leaves no doubt (Arabic, French and Russian put the day first), elsewhere it is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import unquote, urlsplit

from kashf.reading.tables import load_table
from kashf.text.folding import fold

__all__ = ["EARLIEST", "date_in_address", "date_in_name", "dates_in", "is_credible", "month_names", "parse_date"]

EARLIEST = date(1900, 1, 1)
"""No report we read is older; dates before it are zeros and blanks of some program."""
UNSET = (date(1970, 1, 1), date(1900, 1, 1), date(1980, 1, 1))
"""What clocks and databases show where nobody set them."""
TOLERANCE = timedelta(days=1)
"""East of here it may be tomorrow already."""
MILLISECONDS_FROM = 100_000_000_000
"""As seconds since 1970 this is the year 5138; such numbers count milliseconds."""
FEWEST_SECONDS = 100_000_000
"""Seconds up to March 1973; smaller numbers are days in eight digits or nothing."""
DAY_FIRST = ("ar", "fr", "ru")

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|/((?:19|20)\d\d)/?([01]\d)([0-3]\d)(?!\d)")
_EPOCH = re.compile(r"-?\d{9,13}(?:\.\d+)?")


@cache
def month_names() -> dict[str, int]:
    """The number of each month, by its folded names in our languages."""
    table: dict[int, str] = load_table("dates")
    return {fold(name.replace("_", " ")).text: month for month, names in table.items() for name in names.split()}


@cache
def _worded() -> re.Pattern[str]:
    """«12 سبتمبر 2017», «12 September, 2017», «September 12, 2017», «12 ايلول/سبتمبر 2017»; folded."""
    name = "|".join(sorted(map(re.escape, month_names()), key=len, reverse=True))
    month = rf"(?:{name})(?!\w)\.?"
    both = rf"({month})(?: ?[/(] ?{month} ?\)?)?"
    day = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?"
    year = r"(\d{4})(?!\d)"
    return re.compile(rf"{day} (?:of |de |من )?{both},? ?{year}|(?<!\w){both} {day},? {year}")


def dates_in(text: str, language: str | None = None) -> Iterator[date]:
    """The complete dates in a text, in order of how plainly they are written: ISO dates first, then with the month's
    name, then numbers that cannot be taken two ways in the language."""
    folded = fold(text).text
    for match in _ISO.finditer(folded):
        yield from _date(*match.groups())
    for match in _worded().finditer(folded):
        day, month, year = match.group(1, 2, 3) if match[1] else match.group(5, 4, 6)
        yield from _date(year, month_names()[month.rstrip(".")], day)
    for match in _NUMERIC.finditer(folded):
        first, second, year = map(int, match.groups())
        yield from _numeric((first, second), year, language)


def _numeric(pair: tuple[int, int], year: int, language: str | None) -> Iterator[date]:
    first, second = pair
    if first > 12 or first == second or language in DAY_FIRST:
        yield from _date(year, second, first)
    elif second > 12:
        yield from _date(year, first, second)


def _date(year: object, month: object, day: object) -> Iterator[date]:
    """The date, or nothing where there is no such day."""
    try:
        found = date(int(str(year)), int(str(month)), int(str(day)))
    except ValueError:
        return
    yield found


def parse_date(value: object, language: str | None = None) -> date | None:
    """The day that a value of some metadata names; None where it names none, or could be two.

    Texts in ISO 8601, RFC 5322 or words, numbers of seconds or milliseconds since 1970. The day is the one written: a
    report of half past midnight in Baghdad is of that day, whatever the day in London.
    """
    if isinstance(value, int) and 0 < value < FEWEST_SECONDS:
        value = str(value)  # 20170912
    if isinstance(value, int | float) or (isinstance(value, str) and _EPOCH.fullmatch(value.strip())):
        return _from_epoch(value)
    if not isinstance(value, str):
        return None
    found = next(dates_in(value, language), None) or next(_compact(value), None)
    return found or _from_mail(value)


def _from_epoch(value: float | str) -> date | None:
    try:
        seconds = float(value)
        moment = datetime.fromtimestamp(seconds / (1000 if abs(seconds) >= MILLISECONDS_FROM else 1), tz=UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment.date()


def _from_mail(value: str) -> date | None:
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return None


def _compact(text: str) -> Iterator[date]:
    for match in _COMPACT.finditer(text):
        yield from _date(*match.groups())


def date_in_address(address: str | None) -> date | None:
    """The day in the path of a web address (/2017/09/12/, /20170912/, /2017/0912/), where there is one."""
    try:
        path = urlsplit(address or "").path
    except ValueError:
        return None
    for match in _IN_PATH.finditer(path):
        for found in _date(*(match.group(1, 2, 3) if match[1] else match.group(4, 5, 6))):
            return found
    return None


def date_in_name(name: str) -> date | None:
    """The day in a file's name (2017-09-12-title.html, title_20170912.txt), where there is one."""
    name = unquote(name)
    isos = (found for match in _ISO.finditer(name) for found in _date(*match.groups()))
    return next(isos, None) or next(_compact(name), None)


def is_credible(found: date, today: date | None) -> bool:
    """Whether a report may have been published on that day: not before 1900, not later than tomorrow."""
    return found >= EARLIEST and found not in UNSET and (today is None or found <= today + TOLERANCE)
