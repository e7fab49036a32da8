"""What figures take from one another: a unit said once, a country's money named elsewhere, a whole for a share.

«عاد 120 من أصل 278» counts persons twice where persons were counted before; «نصفهم» is half of the last persons;
a dinar is Iraqi where the report once says so; «شهريا» earlier in the clause makes a later sum a rate.
"""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.catalogue import CURRENCY, catalogue, noun_style
from kashf.extraction.figures.lands import money_of_lands
from kashf.extraction.numerals import Scan
from kashf.records import Quantity

__all__ = ["is_figure", "resolve_shares", "settle_currencies", "share_units", "spread_rates"]

_YEAR_WIDTH, _FIRST_YEAR, _AFTER_YEARS = 4, 1900, 2100
_SHARED = ("count", CURRENCY)
"""What later numbers may count: a length of time or a share between does not part them."""
_RATE_REACH = 14
"""Items between a rate said by itself and the sum it is of."""


def share_units(scan: Scan, amounts: Sequence[Amount]) -> None:
    """Gives later bare numbers the unit of the counted thing before them in their sentence."""
    before: Amount | None = None
    for amount in amounts:
        if amount.unit is None and before and before.unit and _shares(scan, before, amount):
            amount.unit, amount.measure = before.unit.partition("/")[0], before.measure
        if amount.measure in _SHARED:
            before = amount


def _shares(scan: Scan, before: Amount, amount: Amount) -> bool:
    """Whether a bare number may count what the one before it counts. A lone "one", a date or a name may not."""
    if _parted(scan, before.last, amount.first) or amount.fraction or (amount.worded and amount.low == 1):
        return False
    if before.measure == CURRENCY:
        return amount.scaled
    return before.measure == "count" and not (amount.scaled and amount.core[0] in scan.definite)


def _parted(scan: Scan, first: int, after: int) -> bool:
    """Whether a sentence ends between two items. A dot between digits or letters ends none."""
    return any(_is_break(scan, item) for item in range(first + 1, after))


def _is_break(scan: Scan, item: int) -> bool:
    """Whether a sentence ends with the item."""
    mark = scan.words(item, item)
    return mark == "\n" or (mark in ".!?؟؛;" and (item + 1 == len(scan) or not scan.glued(item + 1)))


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


def spread_rates(scan: Scan, amounts: Sequence[Amount]) -> None:
    """Makes a sum a rate where its clause says the rate first: «دخلا شهريا بين 30 و60 مليون ريال»."""
    done = -1
    for amount in amounts:
        if amount.measure == CURRENCY and amount.per is None and amount.unit and "/" not in amount.unit:
            amount.per = _rate_before(scan, max(done + 1, amount.first - _RATE_REACH), amount.first)
        done = amount.last


def _rate_before(scan: Scan, first: int, after: int) -> str | None:
    for item in range(after - 1, first - 1, -1):
        if _is_break(scan, item):
            return None
        sense = scan.find(item, "rate") or scan.find(item, "rate_adjective")
        if sense:
            return str(sense.value)
    return None


def resolve_shares(scan: Scan, amounts: Sequence[Amount]) -> dict[int, Quantity]:
    """The counts that fractions of a number in reach come to, by the place of the fraction among the amounts."""
    resolved = {}
    for place, amount in enumerate(amounts):
        if amount.owned and amount.high is None:
            whole = next((before for before in reversed(amounts[:place]) if before.measure == "count"), None)
            if whole and whole.high is None and not _parted(scan, whole.last, amount.first):
                resolved[place] = Quantity(round(amount.low * whole.low, 6), whole.unit)
    return resolved


def is_figure(scan: Scan, amount: Amount) -> bool:
    """Whether an amount says anything: digits do, but for a lone year; words do where they have a unit.

    «One» of something is nearly always an article, and no count.
    """
    if amount.worded and amount.low == 1 and amount.high is None and amount.measure == "count":
        return False
    if amount.unit is not None or amount.scaled or amount.high is not None:
        return True
    number = scan.numbers.get(amount.core[0])
    if amount.worded or number is None:
        return False
    text = scan.words(*amount.core)
    is_year = number.width == _YEAR_WIDTH and _FIRST_YEAR <= number.value < _AFTER_YEARS and amount.modifier == "exact"
    return not (is_year or (text.startswith("0") and text.isdigit() and len(text) > 1))
