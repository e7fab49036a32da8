"""Numbers that are no figures: names and labels with digits, addresses, footnotes, times of day, list numbers."""

from __future__ import annotations

from kashf.extraction.figures.catalogue import catalogue
from kashf.extraction.numerals import Scan

__all__ = ["is_label", "is_list_number"]

_PARTICLES = ("and", "then", "to", "with", "the")
_PAIR = 2
"""Items between two numbers that a hyphen joins."""
_ADDRESS = frozenset("/_=?&@\\")
"""Marks that join the parts of an address or of markup."""


def is_label(scan: Scan, item: int) -> bool:
    """Whether the number at an item is part of a name, a reference, an address or a time of day.

    F-16, C4, resolution 2253, «رقم 7», [1], page_12, 6 heures du matin.
    """
    if scan.find(item + 1, "era") or _is_time_of_day(scan, item) or _follows_label(scan, item):
        return True
    if item not in scan.numbers or not scan.numbers[item].digits:
        return False
    return any(test(scan, item) for test in (_is_glued_before, _is_glued_behind, _is_in_markup, _is_in_chain))


def _word(scan: Scan, item: int) -> str:
    return scan.words(item, item) if 0 <= item < len(scan) else " "


def _is_time_of_day(scan: Scan, item: int) -> bool:
    behind = item + 1
    if scan.find(behind, "clock_after") and scan.find(behind, "unit"):
        behind += 1
        return scan.find(behind, "clock_after") is not None
    return scan.find(item - 1, "hour_word") is not None


def _follows_label(scan: Scan, item: int) -> bool:
    """A reference behind its word: رقم: 7، No. 5، resolution (2253); not before a measure (the phone lost 5%)."""
    unit = scan.find(item + 1, "unit") or scan.find(item + 1, "family") or scan.find(item + 1, "code")
    if unit and catalogue().measure(str(unit.value)) != "count":
        return False
    at = item - 1
    while at > item - 3 and _word(scan, at) in ".:(#№":
        at -= 1
    return scan.find(at, "label") is not None or (at < item - 1 and _word(scan, at + 1) in "#№")


def _is_glued_before(scan: Scan, item: int) -> bool:
    """Letters, or letters and a hyphen, just before the digits; particles and signs of money are no part of a name."""
    if not scan.glued(item):
        return False
    at = item - 1
    if _word(scan, at) in "-.:" and scan.glued(at):
        before = _word(scan, at - 1)[-1]
        return before.isalpha() or (before.isdigit() and _word(scan, at) != "-")
    if not _word(scan, at)[-1].isalpha():
        return False
    if any(scan.find(at, kind) for kind in _PARTICLES):
        return False
    is_sign = any(scan.find(at, kind) for kind in ("unit", "code", "family"))
    return len(_word(scan, at)) == 1 or not is_sign


def _is_glued_behind(scan: Scan, item: int) -> bool:
    """An unknown word glued behind the digits (4G, 3ème), or digits of an address or a score (1.2.3, 2:1)."""
    at = item + 1
    if not scan.glued(at):
        return False
    word = _word(scan, at)
    if word[0].isalpha():
        return not scan.senses[at]
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
    return item + 2 in scan.numbers and _word(scan, item + 1) == "-"
