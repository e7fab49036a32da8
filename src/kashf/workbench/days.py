"""Days as people type them: by year, month and day or the other way round, with dashes, slashes or dots, in Arabic
digits too. What a browser offers to choose a day with is in its own language and order, not in the page's."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

__all__ = ["PATTERN", "Day", "typed_day"]

_DIGITS = {ord(zero) + at: str(at) for zero in "٠۰" for at in range(10)}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_DIGIT = "[0-9٠-٩۰-۹]"
PATTERN = rf"{_DIGIT}{{1,4}}[\-\/.]{_DIGIT}{{1,2}}[\-\/.]{_DIGIT}{{1,4}}"
"""The same for a field of a form."""


def typed_day(told: Any) -> Any:
    """A day as it is typed in the form of ISO 8601; None for a field that was left empty; anything else as it is.

    >>> typed_day("٢٨/١١/٢٠٢٦"), typed_day("2026-11-8"), typed_day(" "), typed_day("soon")
    ('2026-11-28', '2026-11-08', None, 'soon')
    """
    if not isinstance(told, str):
        return told
    plain = told.strip().strip("\u200e\u200f").translate(_DIGITS)
    if not plain:
        return None
    if found := _ISO.fullmatch(plain):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(plain):
        day, month, year = found.groups()
    else:
        return told
    return f"{year}-{int(month):02}-{int(day):02}"


Day = Annotated[date | None, BeforeValidator(typed_day)]
"""A day, None where a field was left empty."""
