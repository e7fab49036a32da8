"""Numbers that are no figures: names and labels with digits in them, list numbers, lone words such as «واحد» and "one"."""

from __future__ import annotations

from kashf.extraction.numerals import Scan

__all__ = ["is_label", "is_list_number"]


def is_label(scan: Scan, item: int) -> bool:
    """Whether the number at an item is part of a name or a reference: F-16, C4, resolution 2253, «رقم 7»."""
    if scan.find(item - 1, "label"):
        return True
    if item not in scan.numbers or not scan.numbers[item].digits:
        return False
    return _is_glued_before(scan, item) or _is_glued_behind(scan, item) or _follows_label(scan, item)


def _follows_label(scan: Scan, item: int) -> bool:
    """A reference behind its sign: رقم: 7، No. 5، resolution (2253)."""
    at = item - 1
    while at > item - 3 and at >= 0 and scan.words(at, at) in ".:(#№":
        at -= 1
    return scan.find(at, "label") is not None or (at < item - 1 and scan.words(at + 1, at + 1) in "#№")


def _is_glued_before(scan: Scan, item: int) -> bool:
    """Letters, or letters and a hyphen, just before the digits; particles and signs of money are no part of a name."""
    at = item - 1
    if at >= 0 and scan.glued(item) and scan.words(at, at) in "-–/." and at > 0 and scan.glued(at):
        at -= 1
        return scan.words(at, at)[-1].isalpha() or (
            scan.words(at, at)[-1].isdigit() and scan.words(item - 1, item - 1) == "."
        )
    if at < 0 or not scan.glued(item) or not scan.words(at, at)[-1].isalpha():
        return False
    particle = any(scan.find(at, kind) for kind in ("and", "then", "to", "with", "the"))
    return not particle and not scan.find(at, "unit") and not scan.find(at, "code") and not scan.find(at, "family")


def _is_glued_behind(scan: Scan, item: int) -> bool:
    """An unknown word glued behind the digits (4G, 3ème), or digits in an address or a score (1.2.3, 2:1)."""
    at = item + 1
    if at >= len(scan) or not scan.glued(at):
        return False
    word = scan.words(at, at)
    if word[0].isalpha():
        return not scan.senses[at]
    return word in ".:/@" and at + 1 < len(scan) and scan.glued(at + 1) and scan.words(at + 1, at + 1)[0].isdigit()


def is_list_number(scan: Scan, item: int) -> bool:
    """Whether a number opens a line and is followed by a dot, a bracket or a dash: the number of a list entry."""
    if item not in scan.numbers or not scan.numbers[item].digits:
        return False
    opens = item == 0 or scan.words(item - 1, item - 1) == "\n"
    return opens and item + 1 < len(scan) and scan.words(item + 1, item + 1) in ".)-:/" and not _continues(scan, item)


def _continues(scan: Scan, item: int) -> bool:
    return item + 2 in scan.numbers and scan.words(item + 1, item + 1) == "-"
