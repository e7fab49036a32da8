"""The noun before a comma, of which a participle behind the comma tells."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import HAVING, SKIPPED, Parse

__all__ = ["across_comma", "behind_having"]


def across_comma(parse: Parse, event: Event) -> tuple[Phrase, ...]:
    """The noun before the comma; none for what the subject of the clause does («…, moving the money …»)."""
    if not event.passive and not parse.knowledge.book.grammar.cases:
        return ()
    return _before_comma(parse, event.unit - 1)


def _before_comma(parse: Parse, comma: int) -> tuple[Phrase, ...]:
    """The noun before a comma, past how old somebody is and what it is part of."""
    index = comma - 1
    while index > 2 and (aged := parse.phrases[index]) is not None and aged.is_a("time"):
        index -= 2  # «Haas, 74 ans, arrêté en Afrique du Sud»
    while index > 0 and parse.units[index].preposition in (*parse.knowledge.book.grammar.part_of, "worth"):
        index -= 1  # « l'émir du groupe, tué dans une frappe »
    return parse.with_joined_before(index) if parse.kind(index) == "phrase" else ()


def behind_having(parse: Parse, event: Event) -> bool:
    """« Le réseau, ayant vendu …, »: whether a French participle stands with « ayant » behind a noun and a comma; the
    noun becomes its subject."""
    if event.form != "verb":
        return False
    helper = event.unit - 1
    while parse.kind(helper) in SKIPPED and parse.words[parse.units[helper].first].norm not in HAVING:
        helper -= 1
    having = parse.kind(helper) == "particle" and parse.words[parse.units[helper].first].norm in HAVING
    told = _before_comma(parse, helper - 1) if having and parse.kind(helper - 1) == "comma" else ()
    event.subject = told or event.subject
    return bool(told)
