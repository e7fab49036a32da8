"""What a European sentence opens with: an act or participle whose subject is that of the main verb behind it."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event
from kashf.extraction.clauses.parse import SKIPPED, Parse

__all__ = ["opening_act", "share_with_opening"]

_BEFORE = SKIPPED | {"negator", "connective", "contrast"}
"""What may stand before the act that a sentence opens with: «While selling oil, the militia …»."""


def opening_act(parse: Parse, subject: int) -> Event | None:
    """«Since losing Mosul | the jihadists have …»: the act that an English sentence opens with, behind a preposition,
    right before the subject of its verb."""
    first = parse.events[0]
    opens = first.unit == 0 and first.form == "noun" and parse.units[0].preposition is not None
    if not opens or not parse.knowledge.book.grammar.head_last or not parse.word(first).norm.endswith("ing"):
        return None
    led = all(parse.kind(index) == "phrase" for index in range(1, subject))
    return first if led and subject > 1 and parse.units[subject].preposition is None else None


def share_with_opening(parse: Parse, event: Event) -> None:
    """«Mis en examen, le directeur a reconnu», «Having lost the town, the group fled»: what a sentence opens with is of
    the subject of its main verb, behind the comma."""
    first = parse.events[0]
    if event is first or event.form != "verb" or first.subject or not (event.subject or event.direct):
        return
    if _opens_unparted(parse, event, first):
        first.subject = tuple(event.subject)
        return
    if _share_with_several(parse, event, first):
        return
    opens = all(parse.kind(index) in _BEFORE for index in range(first.unit))
    comma = next((i for i in range(first.unit, event.unit) if parse.kind(i) == "comma"), -1)
    if not opens or comma < 0 or _verb_between(parse, comma, event):
        return
    if parse.phrases[comma + 1] not in (*event.subject, *event.direct):
        return
    whom = list(event.subject or event.direct)
    if first.passive and not first.direct:
        first.direct = whom
    elif not first.passive and _opens_with_act(parse, first):
        first.subject = tuple(whom)


def _share_with_several(parse: Parse, event: Event, first: Event) -> bool:
    """« Arrêté à l'aube, jugé en mai, il a fui »: whether a French sentence opens with several participles, each
    behind a comma or joined to the one before."""
    grammar, openers = parse.knowledge.book.grammar, parse.events[: event.index]
    whom = list(event.subject or event.direct)
    behind = next((i for i, phrase in enumerate(parse.phrases) if phrase is whom[0]), 0)
    several = len(openers) > 1 and not (grammar.cases or grammar.head_last) and parse.kind(behind - 1) == "comma"
    if not several or any(each.form != "participle" or not each.passive for each in openers) or first.unit:
        return False
    if not all(each.conjoined or parse.kind(each.unit - 1) == "comma" for each in openers[1:]):
        return False
    for each in openers:
        each.direct = whom
    return True


def _verb_between(parse: Parse, comma: int, event: Event) -> bool:
    return any(other.form == "verb" and comma < other.unit < event.unit for other in parse.events)


def _opens_unparted(parse: Parse, event: Event, first: Event) -> bool:
    """«Since losing Mosul the jihadists have …»: whether what opens the sentence has no comma behind it."""
    subject = next((i for i, phrase in enumerate(parse.phrases) if event.subject and phrase is event.subject[0]), 0)
    return opening_act(parse, subject) is first


def _opens_with_act(parse: Parse, first: Event) -> bool:
    """Whether the act a sentence opens with is a participle or gerund, and no verb of its own or named act."""
    word = parse.word(first)
    return first.form == "participle" or (word.category in ("verb", "verbal_noun") and first.governor is None)
