"""Units that a bare number takes from beside it: a unit said once, the whole it is a part of, the noun before it.

«عاد 120 من أصل 278» counts persons twice where persons were counted before; fifteen of the 19 hijackers are persons
too; so are they in «بلغ عدد القتلى 37». Bare millions are of the money that the report tells the same number of.
"""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.catalogue import CURRENCY, catalogue
from kashf.extraction.figures.sentences import is_break, is_year, parted
from kashf.extraction.numerals import Scan

__all__ = ["share_units"]

_SHARED = ("count", CURRENCY, "mass", "volume")
"""What later numbers may count: a length of time or a share between does not part them."""
_GOODS = ("mass", "volume")
_NUMBER_REACH = 14
"""Items back from a bare number to the words that say what it is the number of: «عدد الحقول»."""
_NOUN_REACH = 4
"""Items back from a bare number to the noun that it counts («عدد القتلى إلى 37»)."""
_TOLL_REACH = 4
"""Items between a number and what befell so many: four have been killed."""
_PLURAL = ("many", "many_of")
_AGES = range(14, 100)
"""Years of age that stand bare behind a name: "Marwan Idris, 40,"."""


def share_units(scan: Scan, amounts: Sequence[Amount], is_name: Sequence[bool]) -> None:
    """Gives bare numbers their unit. `is_name` says of each item whether it has a capital."""
    before: Amount | None = None
    for place, amount in enumerate(amounts):
        if amount.unit is None and not amount.fraction:
            following = amounts[place + 1] if place + 1 < len(amounts) else None
            _inherit(scan, amount, before, following, is_name)
        if amount.measure in _SHARED:
            before = amount
    _take_known_money(amounts)


def _inherit(
    scan: Scan, amount: Amount, before: Amount | None, following: Amount | None, is_name: Sequence[bool]
) -> None:
    if _is_age(scan, amount, is_name) or _is_decade_of_life(scan, amount):
        amount.unit, amount.measure = "year", "duration"
    elif following and following.unit and _is_part_of(scan, amount, following):
        amount.unit, amount.measure = following.unit, following.measure
    elif not _take_noun(scan, amount, 1) and before and before.unit and _shares(scan, before, amount):
        amount.unit, amount.measure = before.unit.partition("/")[0], before.measure
        amount.per = amount.per or (before.per if before.measure != "count" else None)
    elif amount.unit is None and not _take_noun(scan, amount, _NOUN_REACH):
        _take_number_of(scan, amount)
        if amount.unit is None and _is_of_people(scan, amount):
            amount.unit, amount.measure = "person", "count"
            amount.last += scan.find(amount.last + 1, "of_persons") is not None


def _is_of_people(scan: Scan, amount: Amount) -> bool:
    """Whether a bare number is one of people: двое, three killed, «اثنين منهم»."""
    several = amount.low > 1 and scan.find(amount.last + 1, "of_persons") is not None
    return several or scan.find(amount.core[0], "persons") is not None or _is_toll(scan, amount)


def _is_part_of(scan: Scan, amount: Amount, whole: Amount) -> bool:
    """Whether only «من أصل», "of the" stand between: a part and its whole are of one kind; so are 12 and 14 years."""
    between = range(amount.last + 1, whole.first)
    if len(between) == 1 and scan.find(between[0], "and") and whole.measure == "duration":
        return True
    if whole.measure not in _SHARED or not between or whole.high is not None or (amount.worded and amount.low == 1):
        return False
    first = scan.find(between[0], "out_of") or scan.find(between[0], "of")
    return first is not None and all(scan.find(item, "the") for item in between[1:])


def _shares(scan: Scan, before: Amount, amount: Amount) -> bool:
    """Whether a bare number may count what the one before it counts. A lone "one", a date or a name may not."""
    if (amount.worded and amount.low == 1) or is_year(scan, amount):
        return False
    if parted(scan, before.last, amount.first) and not _is_of_them(scan, amount):
        return False
    if before.measure == CURRENCY:
        return amount.scaled or before.per is not None
    if before.measure in _GOODS:
        return amount.scaled and before.scaled
    if amount.scaled and (amount.core[0] in scan.definite or not before.scaled):
        return False
    return before.measure == "count"


def _is_of_them(scan: Scan, amount: Amount) -> bool:
    """Whether the words beside the number refer to those counted before: Of them, 11 died; 15 из них."""
    before = amount.first - 2 if scan.words(amount.first - 1, amount.first - 1) == "," else amount.first - 1
    return bool(scan.find(before, "of_them") or scan.find(amount.last + 1, "of_them"))


def _take_noun(scan: Scan, amount: Amount, reach: int) -> bool:
    """Takes the plural noun before a bare number, with plain words between them at the most."""
    of_them = _is_of_them(scan, amount)
    if amount.worded and not amount.scaled and not of_them:
        return False
    reach = _NUMBER_REACH if of_them else reach
    known = catalogue()
    for item in range(amount.first - 1, max(-1, amount.first - 1 - reach), -1):
        sense = scan.find(item, "unit")
        definite = of_them or item in scan.definite or not scan.tongue.style.article
        if sense and definite and sense.form in _PLURAL and known.measure(str(sense.value)) == "count":
            amount.unit, amount.measure, amount.of = str(sense.value), "count", (item, item)
            return True
        if is_break(scan, item) or item in scan.numbers or not (of_them or scan.words(item, item)[0].isalpha()):
            return False
    return False


def _take_number_of(scan: Scan, amount: Amount) -> None:
    """Takes the noun of which the clause says that the number is told: «عدد حقول النفط التي يسيطر عليها 253»."""
    known = catalogue()
    for item in range(amount.first - 1, max(-1, amount.first - 1 - _NUMBER_REACH), -1):
        if is_break(scan, item) or item in scan.numbers:
            return
        if not scan.find(item, "number_of"):
            continue
        noun = item + 1
        while scan.find(noun, "of") or scan.find(noun, "the"):
            noun += 1
        sense = scan.find(noun, "unit")
        if sense and known.measure(str(sense.value)) == "count":
            amount.unit, amount.measure, amount.of = str(sense.value), "count", (noun, noun)
        return


def _take_known_money(amounts: Sequence[Amount]) -> None:
    """Bare millions are of the money of which the report tells the same number: «المليار» after «مليار دولار»."""
    known = {(amount.low, amount.high): amount.unit for amount in amounts if amount.measure == CURRENCY}
    for amount in amounts:
        if amount.unit is None and amount.scaled:
            unit = known.get((amount.low, amount.high))
            if unit:
                amount.unit, amount.measure = unit, CURRENCY


def _is_toll(scan: Scan, amount: Amount) -> bool:
    """Whether a bare number is of people killed, wounded or held: «مقتل 12», four were killed."""
    if not amount.low.is_integer() or is_year(scan, amount):
        return False
    if scan.find(amount.first - 1, "toll"):
        return True
    for item in range(amount.last + 1, min(amount.last + 1 + _TOLL_REACH, len(scan))):
        if scan.find(item, "toll"):
            return True
        if not (scan.find(item, "function") or scan.find(item, "other")):
            return False
    return False


def _is_decade_of_life(scan: Scan, amount: Amount) -> bool:
    """«شابا في العشرين»: a round number with the article behind «في»."""
    decade = amount.worded and amount.low in range(20, 100, 10) and amount.core[0] in scan.definite
    return decade and scan.find(amount.first - 1, "in_decade") is not None


def _is_age(scan: Scan, amount: Amount, is_name: Sequence[bool]) -> bool:
    """Years of age: aged 33; behind a name between commas: Marwan Idris, 40, ..."""
    if amount.worded or amount.high is not None or not amount.low.is_integer():
        return False
    before = amount.first - 1
    if scan.find(before, "aged"):
        amount.first = before
        return True
    framed = before > 0 and amount.last + 1 < len(scan) and is_name[before - 1]
    frame = scan.words(before, before) + scan.words(amount.last + 1, amount.last + 1) if framed else ""
    return frame == ",," and amount.low in _AGES
