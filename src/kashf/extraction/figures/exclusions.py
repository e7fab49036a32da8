"""Numbers that are no figures: names and labels with digits, addresses, footnotes, times of day, list numbers."""

from __future__ import annotations

from kashf.extraction.figures.catalogue import catalogue
from kashf.extraction.numerals import Scan, Sense

__all__ = ["is_label", "is_list_number"]

_PARTICLES = ("and", "then", "to", "with", "the")
_PAIR = 2
"""Items between two numbers that a hyphen joins."""
_ADDRESS = frozenset("/_=?&@\\")
"""Marks that join the parts of an address or of markup."""
_ROW = 3
"""Numbers side by side, with nothing between them, that are a telephone number."""
_SIGNS = ("unit", "code", "family")
_ARABIC = range(0x0621, 0x064B)
_SHORTEST_WORD = 3
"""Letters of an Arabic word that a number may be written on to by mistake; «سي4» is a name."""
_HOURS = "h"
_STREET = 3
"""Items between a number and the street it is of."""

_LISTED = 20
"""The most numbers that one label stands before: resolutions 1267, 1989, 2253, ..."""


def is_label(scan: Scan, item: int) -> bool:
    """Whether the number at an item is part of a name, a reference, an address or a time of day.

    F-16, C4, resolution 2253, «رقم 7», [1], page_12, 6 heures du matin.
    """
    if scan.find(item + 1, "era") or scan.find(item + 1, "label_behind"):
        return True
    if _is_time_of_day(scan, item) or _follows_label(scan, item):
        return True
    if item not in scan.numbers or not scan.numbers[item].digits:
        return _is_half_of_a_word(scan, item)
    tests = (_is_glued_before, _is_glued_behind, _is_in_markup, _is_in_chain, _is_in_row, _is_of_a_street)
    return any(test(scan, item) for test in tests)


def _word(scan: Scan, item: int) -> str:
    return scan.words(item, item) if 0 <= item < len(scan) else " "


def _is_time_of_day(scan: Scan, item: int) -> bool:
    behind = item + 1
    if scan.find(behind, "clock_after"):
        if scan.find(behind, "unit"):
            return scan.find(behind + 1, "clock_after") is not None
        return len(_word(scan, behind)) > 1 or _word(scan, behind) == _HOURS
    minutes = _word(scan, item - 1) == _HOURS and item - 2 in scan.numbers
    return minutes or scan.find(item - 1, "hour_word") is not None


def _follows_label(scan: Scan, item: int) -> bool:
    """A reference behind its word: رقم: 7، No. 5، resolution (2253); not before a measure (the phone lost 5%)."""
    unit = _unit_behind(scan, item)
    for _ in range(_LISTED):
        if unit and (catalogue().measure(str(unit.value)) != "count" or _agrees(scan, item, unit.form)):
            return False
        if unit or not _goes_on(scan, item):
            break
        item -= 2
        unit = _unit_behind(scan, item)
    at = item - 1
    while at > item - 4 and _word(scan, at) in ".:()#№":
        at -= 1
    number = scan.numbers.get(item)
    if at < item - 1 and _word(scan, at + 1) in "#№" and number is not None and number.digits:
        return True
    return scan.find(_behind_adjective(scan, at) if unit is None else at, "label") is not None


def _unit_behind(scan: Scan, item: int) -> Sense | None:
    return scan.find(item + 1, "unit") or scan.find(item + 1, "family") or scan.find(item + 1, "code")


def _goes_on(scan: Scan, item: int) -> bool:
    """Whether a lone number goes on from another: resolutions 1267 and 2253, but not 1267 and 3 other texts."""
    if item - 2 not in scan.numbers or not (scan.find(item - 1, "and") or _word(scan, item - 1) == ","):
        return False
    return not _word(scan, item + 1)[0].isalpha() or scan.find(item + 1, "function") is not None


def _behind_adjective(scan: Scan, at: int) -> int:
    """The item of the label; an adjective with the article may stand behind it: «الطريق السريع 90»."""
    definite = at in scan.definite or _word(scan, at).startswith(scan.tongue.style.article or " ")
    return at - 1 if definite and scan.find(at - 1, "label") else at


def _agrees(scan: Scan, item: int, form: str) -> bool:
    """Whether an Arabic noun stands as it must behind the number: «القناة 3 مقاطع» counts cuts, and is no channel 3."""
    number = scan.numbers.get(item)
    if number is None or not scan.tongue.style.article:
        return False
    few = number.value in range(3, 11)
    return number.value > _PAIR and (form == "any" or (form.startswith("many") if few else form == "one"))


def _is_glued_before(scan: Scan, item: int) -> bool:
    """Letters, or letters and a hyphen, just before the digits; particles and signs of money are no part of a name."""
    if not scan.glued(item):
        return False
    at = item - 1
    if _word(scan, at) in "-.:" and scan.glued(at):
        before = _word(scan, at - 1)[-1]
        return before.isalpha() or (before.isdigit() and _word(scan, at) != "-")
    if _word(scan, at) in "'\"":
        return scan.glued(at) and _word(scan, at - 1)[-1].isalpha()
    if not _word(scan, at)[-1].isalpha() or any(scan.find(at, kind) for kind in _PARTICLES):
        return False
    if ord(_word(scan, at)[-1]) in _ARABIC:
        return len(_word(scan, at)) < _SHORTEST_WORD and not scan.senses[at]
    return len(_word(scan, at)) == 1 or not _is_sign(scan, at)


def _is_sign(scan: Scan, at: int) -> bool:
    """Whether an item is a sign of a measure, which may be written on to its number."""
    senses = (scan.find(at, kind) for kind in _SIGNS)
    return any(sense and catalogue().measure(str(sense.value)) != "count" for sense in senses)


def _is_in_row(scan: Scan, item: int) -> bool:
    """A telephone number in groups: 01 44 55 66 77, +1 202 555 0143."""
    if _word(scan, item - 1) == "+" and scan.glued(item) and " " in _word(scan, item):
        return True
    first = last = item
    while last - first < _ROW and _is_group(scan, first - 1):
        first -= 1
    while last - first < _ROW and _is_group(scan, last + 1):
        last += 1
    return last - first >= _ROW - 1


def _is_half_of_a_word(scan: Scan, item: int) -> bool:
    """A fraction that a hyphen makes part of a word: demi-sourire, half-brother; not a measure: demi-heure."""
    number = scan.numbers.get(item)
    if number is None or number.kind != "fraction" or not _hyphen_joins(scan, item + 1):
        return False
    unit = scan.find(item + 2, "unit")
    return item + 2 not in scan.numbers and (unit is None or catalogue().measure(str(unit.value)) == "count")


def _is_group(scan: Scan, item: int) -> bool:
    return item in scan.numbers and scan.numbers[item].digits


def _is_of_a_street(scan: Scan, item: int) -> bool:
    """14 Baker Street; 14, rue de la Paix."""
    for at in range(item + 1, item + 1 + _STREET):
        if scan.find(at, "address"):
            return True
        if at >= len(scan) or not (_word(scan, at) == "," or scan.codes[at] == scan.tongue.alphabet.plain):
            return False
    return False


def _is_glued_behind(scan: Scan, item: int) -> bool:
    """An unknown word glued behind the digits (4G, 3ème), or digits of an address or a score (1.2.3, 2:1)."""
    at = item + 1
    if not scan.glued(at):
        return False
    word = _word(scan, at)
    if word[0].isalpha():
        scales = len(word) > 1 or scan.find(at, "scale_letter") or scan.find(at, "unit")
        return not scan.senses[at] or not scales
    return word in ".:/@" and scan.glued(at + 1) and _word(scan, at + 1)[0].isdigit()


def _is_in_markup(scan: Scan, item: int) -> bool:
    """Parts of addresses and attributes (/2016/, width="630", id_12), footnote signs ([1]), sizes (4 x 4)."""
    before, behind = _word(scan, item - 1), _word(scan, item + 1)
    glued_before, glued_behind = scan.glued(item), scan.glued(item + 1)
    if (glued_before and before in _ADDRESS) or (glued_behind and behind in "_=@"):
        return True
    quoted = before == '"' and glued_before and _word(scan, item - 2) == "="
    footnote = before == "[" and behind == "]"
    return quoted or footnote or "x" in (before, behind)


def _is_in_chain(scan: Scan, item: int) -> bool:
    """Digits in a chain of hyphens (466-77-221879), or a pair that rises nowhere (3-1): documents, scores."""
    first = last = item
    if _hyphen_joins(scan, item - 1) and item - 2 in scan.numbers:
        first -= 2
    if _hyphen_joins(scan, item + 1) and item + 2 in scan.numbers:
        last += 2
    if first == last:
        return False
    longer = _hyphen_joins(scan, first - 1) or _hyphen_joins(scan, last + 1) or last - first > _PAIR
    return longer or scan.numbers[first].value >= scan.numbers[last].value


def _hyphen_joins(scan: Scan, at: int) -> bool:
    return _word(scan, at) == "-" and scan.glued(at) and scan.glued(at + 1)


def is_list_number(scan: Scan, item: int) -> bool:
    """Whether a number opens a line and is followed by a dot, a bracket or a dash: the number of a list entry."""
    if item not in scan.numbers or not scan.numbers[item].digits:
        return False
    opens = item == 0 or _word(scan, item - 1) == "\n"
    return opens and _word(scan, item + 1) in ".)-:/" and not _continues(scan, item)


def _continues(scan: Scan, item: int) -> bool:
    """Whether the dash behind the number joins it to a number or a word: 5-7 days, 34-летний."""
    joined = scan.glued(item + 1) and scan.glued(item + 2)
    return _word(scan, item + 1) == "-" and (joined or item + 2 in scan.numbers)
