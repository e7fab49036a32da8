"""Describing: acts that only say what kind of thing the noun before them is."""

from __future__ import annotations

from kashf.extraction.clauses.parse import SKIPPED, Parse

__all__ = ["behind_described", "describes_kind", "past_described"]

_OBJECT_BEFORE = 3
"""Units back from an act within which the verb stands that has the noun before the act for its object."""


def _taken_for(parse: Parse, index: int) -> bool:
    """«استخدمت جمعيات لإخفاء أموالها»: a verb that says what its object is for keeps the act to itself."""
    for back in range(index - 1, max(-1, index - 1 - _OBJECT_BEFORE), -1):
        event = parse.by_unit.get(back)
        if event is not None:
            return any("ل" in places for each in event.predicates for places in each.roles.values() if each.company)
    return False


_DESCRIBED = ("facility", "site", "organisation", "measure", "information", "document", "gathering")


def describes_kind(parse: Parse, index: int) -> bool:
    """Whether a verbal noun only says what kind of thing the noun before it is: «شركة تحويل أموال», «مصنع لإنتاج».

    Such an act is no event of the report, and what stands behind it belongs further out.
    """
    if parse.knowledge.book.grammar.subject_first:
        return False  # a noun before a verb is its subject
    unit, before = parse.units[index], parse.phrases[index - 1] if index else None
    if before is None or unit.conjoined or parse.kind(index - 1) != "phrase":
        return False
    professional = before.is_a("persons", "title") and unit.preposition is None and not _steered(parse, index)
    if not (before.is_a(*_DESCRIBED) or professional):
        return False
    if unit.preposition == "ل" and _taken_for(parse, index):
        return False
    head = parse.words[before.last - 1]
    return unit.preposition == "ل" or (
        unit.preposition is None and not head.definite and head.category in ("noun", "title")
    )


def _steered(parse: Parse, index: int) -> bool:
    """«حاول مسافر إخراج الذهب»: a verb that steers has the act behind its subject; «خبراء مكافحة» are a kind."""
    above = next((parse.by_unit[back] for back in range(index - 1, -1, -1) if back in parse.by_unit), None)
    return above is not None and above.form == "verb" and bool(above.classes)


def behind_described(parse: Parse, index: int) -> bool:
    """«وحدة مكافحة غسل الأموال»: an act that is what another act which names a kind is about."""
    above, unit = parse.by_unit.get(index - 1), parse.units[index]
    return above is not None and above.form == "noun" and above.descriptive and not (unit.preposition or unit.conjoined)


def past_described(parse: Parse, index: int) -> int:
    """Behind acts that say what kind of thing a noun is, and their genitive: «وحدة مكافحة غسل الأموال»; else 0."""
    first = parse.by_unit.get(index)
    if first is None or first.form != "noun" or parse.units[index].preposition or not describes_kind(parse, index):
        return 0
    behind = index
    while (act := parse.by_unit.get(behind)) is not None and act.form == "noun" and not parse.units[behind].preposition:
        behind += 1
    if parse.kind(behind) in SKIPPED or parse.kind(behind) != "phrase" or parse.units[behind].preposition:
        return behind
    behind += 1
    while parse.kind(behind) == "event" and _joined_act(parse, behind):
        behind += 2 if parse.kind(behind + 1) == "phrase" and not parse.units[behind + 1].preposition else 1
    return behind


def _joined_act(parse: Parse, index: int) -> bool:
    """«وحدة مكافحة غسل الأموال وتمويل الإرهاب»: a further act of the same kind."""
    act = parse.by_unit.get(index)
    return (
        act is not None and act.form == "noun" and parse.units[index].conjoined and not parse.units[index].preposition
    )
