"""Nouns that count two by their form: قاربين، شخصان، عمليتي تهريب; or their verb's: «إن المحتجزين اعترفا بأنهما»."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.figures.amount import Amount, Unit
from kashf.extraction.figures.sentences import is_break
from kashf.extraction.figures.units import UnitReader
from kashf.extraction.numerals import Sense
from kashf.language.closed import words as closed_words

__all__ = ["read_dual"]

_AMBIGUOUS, _VERB, _THEIR_OWN = "ين", "ا", "هما"
"""Endings: of a noun that is plural or dual, of a verb whose subject is two, of a pronoun for two."""
_DUAL = ("تين", "تان", "يين", "يان")
_SHORTEST_ADJECTIVE = 5
_ADJECTIVES = 3
_SHORTEST_VERB = 3
_REACH = 14
"""Items behind such a noun in which a pronoun for two must stand."""


def read_dual(units: UnitReader, at: int) -> Amount | None:
    """The figure of a noun that counts two; None where its form says nothing of the kind.

    A construct («عمليتي تهريب») counts only before an indefinite noun: «حقلي التنك والعمر» names two, and counts none.
    """
    scan = units.scan
    sense = units.unit_sense(at) or scan.find(at, "family")
    unit = units.exact_any(at) if sense and _is_two(units, at, sense) else None
    if sense is None or unit is None:
        return None
    unit = _whole(units, unit, construct=sense.form == "two_of")
    amount = Amount(unit.first, unit.last, (unit.first, unit.last), 2.0)
    amount.take(unit)
    return amount


def _is_two(units: UnitReader, at: int, sense: Sense) -> bool:
    if sense.form == "two":
        return True
    if sense.form == "two_of":
        return _counts(units, at)
    return sense.form == "many" and _has_verb_of_two(units, at)


def _whole(units: UnitReader, unit: Unit, construct: bool) -> Unit:
    """The noun with its adjectives, which are dual too: «مجموعتين معارضتين سوريتين»."""
    unit = units.with_adjectives(units.extended(unit) if construct else unit)
    last = unit.last
    while last - unit.first < _ADJECTIVES and _agrees(units, last + 1):
        last += 1
    return replace(unit, last=last, of=(unit.first, last))


def _agrees(units: UnitReader, at: int) -> bool:
    scan = units.scan
    sense = units.unit_sense(at)
    known = sense is not None and (sense.form == "two" or sense.value == "person")
    word = scan.words(at, at) if known or units.is_word(at) or scan.find(at, "nation") else ""
    return word.endswith(_DUAL) and len(word) >= _SHORTEST_ADJECTIVE and not units.is_definite(at)


def _counts(units: UnitReader, at: int) -> bool:
    scan = units.scan
    article = scan.tongue.style.article
    if not units.is_word(at + 1) or scan.words(at + 1, at + 1).startswith(article):
        return False
    sense = units.unit_sense(at)
    following = at + 2 < len(scan) and scan.words(at + 2, at + 2)
    named = sense is not None and sense.value in units.style.named
    return not (named and following) or not str(following).startswith(units.style.joint)


def _has_verb_of_two(units: UnitReader, at: int) -> bool:
    """Whether a noun that may be plural or dual has a verb, and a pronoun behind it, of two."""
    scan = units.scan
    if not scan.words(at, at).endswith(_AMBIGUOUS) or at + 1 >= len(scan):
        return False
    verb = scan.words(at + 1, at + 1)
    before = units.unit_sense(at - 1)
    if not verb.endswith(_VERB) or verb.endswith(_THEIR_OWN) or len(verb) < _SHORTEST_VERB:
        return False
    if verb in closed_words(scan.tongue.lexicon.language, "words", "adverbs"):
        return False  # «إن المسؤولين أيضا بحثوا الخلاف بينهما»: an adverb ends as a verb of two does
    if before is not None and before.form == "two":
        return False
    for item in range(at + 2, min(at + 2 + _REACH, len(scan))):
        if is_break(scan, item):
            return False
        if scan.words(item, item).endswith(_THEIR_OWN):
            return True
    return False
