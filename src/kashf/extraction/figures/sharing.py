"""What figures take from elsewhere: a country's money named once, a rate before the sum, a whole for a share.

«نصفهم» is half of the last persons; a dinar is Iraqi where the report once says so; «شهريا» earlier in the clause
makes a later sum a rate, and «سعر البرميل» a price per barrel.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.catalogue import CURRENCY, catalogue, noun_style
from kashf.extraction.figures.lands import money_of_lands
from kashf.extraction.figures.rates import RateReader
from kashf.extraction.figures.sentences import is_break, is_year, parted
from kashf.extraction.numerals import Scan
from kashf.records import Quantity

__all__ = ["is_figure", "resolve_shares", "settle_currencies", "spread_rates"]

_STROKE = re.compile(r"(\d+) ?/ ?(\d+)")
_DENOMINATORS = (*range(2, 11), 12, 16, 20, 100)
"""What fractions in digits have below the stroke."""
_ROUND = 10
"""The least number in words that is a figure without a unit, where a word modifies it: «يتجاوز المئتين»."""
_RATE_REACH = 14
"""Items between a rate said by itself and the sum it is of."""

_SHARE_REACH = 60
"""Items between a count and a share of it, of one sentence."""


def settle_currencies(scan: Scan, amounts: Sequence[Amount]) -> None:
    """Settles a currency's bare name by the country the report names with it, if it names but one."""
    known = catalogue()
    language = noun_style(scan.tongue.lexicon.language)
    families = {amount.unit for amount in amounts if known.is_open(amount.unit)}
    families |= {amount.per for amount in amounts if known.is_open(amount.per)}
    for family in families:
        name = str(family)
        code = _named_money(scan, name) or language.no_country.get(name) or money_of_lands(scan, name)
        for amount in amounts if code else ():
            if amount.unit == family:
                amount.unit = code
            if amount.per == family:
                amount.per = code


def _named_money(scan: Scan, family: str) -> str | None:
    """The one country's money of that name in the report; None where there are several, or a money no state issues."""
    codes: set[str | None] = set()
    own = frozenset(catalogue().families[family].values())
    for item in range(len(scan)):
        sense = scan.find(item, "family")
        if sense and sense.value in own and sense.value != family:
            codes.add(str(sense.value))
        if sense is None or sense.value != family:
            continue
        nation = scan.find(item + 1, "nation") or scan.find(item - 1, "nation")
        if scan.find(item + 1, "own"):
            codes.add(None)
        elif nation:
            codes.add(catalogue().money(family, str(nation.value)))
    return codes.pop() if len(codes) == 1 else None


def spread_rates(rates: RateReader, amounts: Sequence[Amount]) -> None:
    """Makes a sum a rate or a price where its clause says so first: «دخلا شهريا بين 30 و60 مليون ريال»."""
    done = -1
    for amount in amounts:
        if amount.measure == CURRENCY and amount.per is None and amount.unit and "/" not in amount.unit:
            amount.per = _rate_before(rates.scan, max(done + 1, amount.first - _RATE_REACH), amount.first)
            amount.per = amount.per or rates.priced_before(amount, done + 1)
        done = amount.last


def _rate_before(scan: Scan, first: int, after: int) -> str | None:
    for item in range(after - 1, first - 1, -1):
        if is_break(scan, item):
            return None
        sense = scan.find(item, "rate") or scan.find(item, "rate_adjective")
        if sense:
            return str(sense.value)
    return None


def resolve_shares(scan: Scan, amounts: Sequence[Amount]) -> dict[int, Quantity]:
    """The counts that fractions of a number in reach come to, by the place of the fraction among the amounts."""
    resolved: dict[int, Quantity] = {}
    whole: Amount | None = None
    for place, amount in enumerate(amounts):
        if whole and amount.owned and amount.high is None and _is_in_reach(scan, whole, amount):
            resolved[place] = Quantity(round(amount.low * whole.low, 6), whole.unit)
        whole = amount if amount.measure == "count" else whole
    return resolved


def _is_in_reach(scan: Scan, whole: Amount, share: Amount) -> bool:
    near = share.first - whole.last <= _SHARE_REACH and whole.high is None
    return near and not parted(scan, whole.last, share.first)


def _is_named_by_year(scan: Scan, amount: Amount) -> bool:
    """Whether things are told by their year: the 1967 borders."""
    return amount.measure == "count" and is_year(scan, amount) and scan.find(amount.first - 1, "the") is not None


def _is_date_or_numbers(scan: Scan, amount: Amount) -> bool:
    """Whether a stroke joins a day and a month or two numbers of a list: 9/11, 1989/2253, 24/7."""
    parts = _STROKE.fullmatch(scan.words(amount.core[0], amount.core[0]))
    return parts is not None and (int(parts[2]) not in _DENOMINATORS or int(parts[1]) > int(parts[2]))


def is_figure(scan: Scan, amount: Amount) -> bool:
    """Whether an amount says anything: digits do, but for a lone year; words do where they have a unit or a modifier.

    «One» of something is nearly always an article, and no count.
    """
    if amount.worded and amount.low == 1 and amount.high is None and amount.measure == "count":
        return False
    if _is_named_by_year(scan, amount) or _is_date_or_numbers(scan, amount):
        return False
    if amount.unit is not None or amount.scaled or amount.high is not None:
        return True
    number = scan.numbers.get(amount.core[0])
    if number is None:
        return False
    if amount.worded:
        return number.kind == "cardinal" and amount.modifier != "exact" and amount.low >= _ROUND
    text = scan.words(*amount.core)
    return not (is_year(scan, amount) or (text.startswith("0") and text.isdigit() and len(text) > 1))
