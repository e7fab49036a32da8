"""Numbers in digits: where the thousands are parted and where the decimals begin, by shape and by language.

A separator that stands twice, or has other than three digits behind it, shows what it is. One separator before exactly
three digits (1.200, 1,200) is what the language's press makes of it: `thousands` in `numbers.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Digits", "read_digits"]

_LONGEST = 30
"""More digits than this are no quantity (an account, a key, a garbled table)."""
_SEPARATORS = re.compile(r"[.,،٬٫'·]")
_APOSTROPHE = "'"
"""Parts thousands and nothing else; the mark of thousands in Arabic is at times typed for that of decimals (1٬5)."""
_ALWAYS_THOUSANDS = "٬'"
_ALWAYS_DECIMAL = "٫·"
_TAIL = re.compile(r"(e[+-]?|\^[+-]*)(\d+)$")


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits: its offset and length in what was read, its value, and what it would be with the one
    separator taken for a decimal point (1.250 before «مليار»), None where its shape leaves no doubt."""

    offset: int
    length: int
    value: float
    decimal: float | None = None


def read_digits(raw: str, thousands: str) -> Iterator[Digits]:
    """The numbers in a run of digits and separators (folded): one where its shape is a number's, else its parts, as
    where a slash stands in it.

    `thousands` are the separators that part thousands where the shape does not tell.

    >>> [digits.value for digits in read_digits("1,200.5", ",")]
    [1200.5]
    >>> [digits.value for digits in read_digits("22,24,26", ",")]
    [22.0, 24.0, 26.0]
    """
    body = raw.replace(" ", "'")
    tail = _TAIL.search(body)
    mantissa = body[: tail.start()] if tail else body
    found = _whole(mantissa, thousands) if "/" not in mantissa else None
    if found is None:
        yield from _parts(mantissa)
        return
    value, decimal = found
    if tail:
        value = _powered(value, tail[1], tail[2])
        decimal = None
    yield Digits(0, len(raw), value, decimal)


def _whole(body: str, thousands: str) -> tuple[float, float | None] | None:
    """The value of a body that is one number, and its decimal reading where there is doubt; None if it is not one."""
    separators = _SEPARATORS.findall(body)
    if len(body) - len(separators) > _LONGEST:
        return None
    if not separators:
        return float(body), None
    last = separators[-1]
    others = set(separators[:-1])
    if others and (last in others or len(others) > 1):
        return (float(_bare(body)), None) if _is_grouped(body) and len(others | {last}) == 1 else None
    head, _, fraction = body.rpartition(last)
    if others:
        return (float(f"{_bare(head)}.{fraction}"), None) if _is_grouped(head) else None
    return _one_separator(head, last, fraction, thousands)


def _one_separator(head: str, separator: str, fraction: str, thousands: str) -> tuple[float, float | None] | None:
    decimal = float(f"{head or 0}.{fraction}")
    separator = "," if separator == "،" else separator
    grouped = len(fraction) == 3 and 1 <= len(head) <= 3 and not head.startswith("0")
    if separator in _ALWAYS_DECIMAL or not grouped:
        return None if separator == _APOSTROPHE else (decimal, None)
    if separator in _ALWAYS_THOUSANDS:
        return float(head + fraction), None
    if separator in thousands:
        return float(head + fraction), decimal if separator == "." else None
    return decimal, None


def _is_grouped(body: str) -> bool:
    groups = _SEPARATORS.split(body)
    western = 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    indian = len(groups) > 2 and 1 <= len(groups[0]) <= 2 and [*map(len, groups[1:])] == [2] * (len(groups) - 2) + [3]
    return western or indian


def _bare(body: str) -> str:
    return _SEPARATORS.sub("", body)


def _parts(body: str) -> Iterator[Digits]:
    """Each run of digits by itself: the parts of an address, a list without spaces."""
    for part in re.finditer(r"\d+", body):
        if len(part[0]) <= _LONGEST:
            yield Digits(part.start(), len(part[0]), float(part[0]))


def _powered(value: float, mark: str, digits: str) -> float:
    exponent = int(digits[:4]) * (-1 if mark.endswith("-") and mark.count("-") % 2 else 1)
    try:
        return value * 10.0**exponent if mark[0] == "e" else value**exponent
    except (OverflowError, ZeroDivisionError):
        return float("inf")
