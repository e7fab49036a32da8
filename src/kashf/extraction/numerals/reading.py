"""Numbers as items: after this, a number of many words is one item of the scan."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kashf.extraction.numerals.alphabet import STARTS, number_kinds
from kashf.extraction.numerals.grammar import read_number
from kashf.extraction.numerals.scan import Scan, scan, tongue
from kashf.extraction.numerals.senses import Number, Sense
from kashf.records import Figure

__all__ = ["numbers", "read"]

_AFTER_BRACKETS = ("scale", "scale_alef", "scale_many", "unit", "family", "range_to")
"""What follows a number in brackets that is a number of the sentence."""
_DIGITS = re.compile(r"\d+")


@cache
def _starts(language: str) -> re.Pattern[str]:
    """Where a number may begin."""
    return tongue(language).alphabet.compile(STARTS)


def read(text: str, language: str) -> Scan:
    """The text as items, each number one of them, with the senses of its word where it is a single word."""
    return _collapse(scan(text, language), _starts(language))


def numbers(text: str, language: str) -> tuple[Figure, ...]:
    """Every number of a text, as written: no modifier, no unit, nothing left out for being a date or a label.

    Ordinals are not among them. A fraction has the unit `fraction`. Raises DataError for a language without tables.

    >>> [number.value for number in numbers("ثلاثة ملايين ونصف المليون", "ar")]
    [3500000.0]
    """
    items = read(text, language)
    found = [
        _as_figure(items, text, item, number)
        for item, number in items.numbers.items()
        if number.kind != "ordinal" and not _is_measure(items, item)
    ]
    return tuple(_apart(sorted((*found, *_numbers_of_dates(items, text)), key=lambda number: number.start)))


def _apart(numbers: Iterable[Figure]) -> Iterator[Figure]:
    """The numbers without those that begin within the one before: of 1.5½, whose last sign two numbers share."""
    done = 0
    for number in numbers:
        if number.start >= done:
            yield number
            done = number.end


def _is_measure(items: Scan, item: int) -> bool:
    """Whether letters are written on to the number: 180ml is a measure of its own."""
    return items.numbers[item].digits and items.glued(item + 1) and items.words(item + 1, item + 1)[0].isalpha()


def _numbers_of_dates(items: Scan, text: str) -> Iterator[Figure]:
    stamp = items.tongue.alphabet.codes[frozenset({"stamp"})]
    for item in (at for at, code in enumerate(items.codes) if code == stamp):
        for part in _DIGITS.finditer(items.words(item, item)):
            start, end = items.folded.original(items.starts[item] + part.start(), items.starts[item] + part.end())
            yield Figure(start, end, text[start:end], value=float(part[0]))


def _as_figure(items: Scan, text: str, item: int, number: Number) -> Figure:
    start, end = items.span(text, item, item)
    unit = "fraction" if number.kind == "fraction" else None
    if number.high is not None:
        return Figure(start, end, text[start:end], low=number.value, high=number.high, modifier="between", unit=unit)
    if number.kind == "indefinite":
        return Figure(start, end, text[start:end], value=number.value, modifier="at_least")
    return Figure(start, end, text[start:end], value=number.value, unit=unit)


def _collapse(raw: Scan, starts: re.Pattern[str]) -> Scan:
    """The scan with the items of each number made one."""
    items = Scan(raw.tongue, raw.folded)
    codes: list[str] = []
    definite, done = sorted(raw.definite), 0
    for match in starts.finditer(raw.codes):
        at = match.start()
        if at < done:
            continue
        bracketed = _bracketed(raw, at)
        found = bracketed or _between(raw, at) or read_number(raw, at)
        if found is None:
            continue
        first = at - 1 if bracketed and at > done else at
        _copy(raw, items, codes, definite, done, first)
        done = _add_number(raw, items, codes, first, found)
    _copy(raw, items, codes, definite, done, len(raw))
    items.codes = "".join(codes)
    return items


def _bracketed(raw: Scan, at: int) -> tuple[Number, int] | None:
    """A number in brackets as some agencies write it: «(350) ألف برميل», «بين (25) و(60) دولارا»; not a bracketed year
    or note, which no scale, unit or joint of a range follows."""
    after = at + 2
    digits = raw.digits.get(at)
    framed = at > 0 and after < len(raw) and raw.words(at - 1, at - 1) + raw.words(at + 1, at + 1) == "()"
    if digits is None or not framed:
        return None
    if not any(raw.find(after, kind) for kind in _AFTER_BRACKETS):
        return None
    number = Number(digits.value, head=digits.value, digits=True, width=digits.length)
    for kind in ("scale", "scale_alef", "scale_many"):
        scale = raw.find(after, kind)
        if scale:
            return replace(number.scaled(float(scale.value)), digits=False, width=0), after + 1
    return number, after


def _between(raw: Scan, at: int) -> tuple[Number, int] | None:
    """The lower number of «بين خمسة وعشرين», which is five and not twenty-five where no upper number follows that."""
    if not raw.find(at - 1, "range_open"):
        return None
    joined, apart = read_number(raw, at), read_number(raw, at, split=True)
    if joined is None or apart is None or joined[1] == apart[1]:
        return None
    goes_on = any(raw.find(joined[1], kind) for kind in ("and", "range_to"))
    upper = read_number(raw, apart[1] + 1) if raw.find(apart[1], "and") else None
    return apart if upper and not goes_on and upper[0].value > apart[0].value else None


def _copy(raw: Scan, items: Scan, codes: list[str], definite: list[int], first: int, after: int) -> None:
    shift = len(items.starts) - first
    items.definite.update(
        item + shift for item in definite[bisect_left(definite, first) : bisect_left(definite, after)]
    )
    items.starts += raw.starts[first:after]
    items.ends += raw.ends[first:after]
    items.senses += raw.senses[first:after]
    codes.append(raw.codes[first:after])


def _add_number(raw: Scan, items: Scan, codes: list[str], at: int, found: tuple[Number, int]) -> int:
    number, after = found
    senses: tuple[Sense, ...] = raw.senses[at] if after == at + 1 else ()
    item = len(items.starts)
    items.numbers[item] = number
    if at in raw.definite:
        items.definite.add(item)
    items.starts.append(raw.starts[at])
    items.ends.append(raw.ends[after - 1])
    items.senses.append(senses)
    ratio = {"ratio"} if after == at + 1 and raw.codes[at] in raw.tongue.quotients[0] else set()
    codes.append(raw.tongue.alphabet.codes[number_kinds(number) | {sense.kind for sense in senses} | ratio])
    return after
