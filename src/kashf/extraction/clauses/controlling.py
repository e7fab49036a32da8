"""Who acts in an infinitive because somebody lets, orders or helps them to: « a permis au réseau de vendre », «позволил
банде вывезти», «банде удалось вывезти»."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import BARRIERS, Parse

__all__ = ["find_controllers", "give_controller", "passive_infinitive", "undergoing"]

_STEERING = ("cause", "command", "require", "plan", "act")
_BEFORE = 3
"""Units before an impersonal verb within which stands who it tells of."""


def find_controllers(parse: Parse) -> None:
    """Notes, for each verb with an infinitive behind it, who in the dative or behind «à» acts in it."""
    grammar = parse.knowledge.book.grammar
    if not grammar.subject_first or grammar.head_last:
        return
    mark = "dative" if grammar.cases else "à"
    for event in parse.events:
        act = _infinitive_behind(parse, event)
        if act is None:
            continue
        impersonal = event.lemma in parse.knowledge.closed("words", "impersonal")
        if impersonal or event.steers(*_STEERING):
            between = range(event.unit + 1, act.unit)
            reach = [*between, *range(event.unit - 1, max(-1, event.unit - _BEFORE - 1), -1)] if impersonal else between
            found = next((i for i in reach if _somebody(parse, i, mark)), None)
            if found is not None:
                parse.controllers[event.index] = parse.phrases[found]


def give_controller(parse: Parse, event: Event) -> None:
    """Makes who acts in the infinitive the object of the verb above it, or the subject of an impersonal verb."""
    controller = parse.controllers.get(event.index)
    if controller is None:
        return
    if event.lemma in parse.knowledge.closed("words", "impersonal"):
        event.subject = (controller,)
    elif not event.direct:
        event.direct = [controller]


def passive_infinitive(parse: Parse, event: Event) -> bool:
    """« avant d'être écoulé », « prêts à être expédiés »: whether a passive stands behind «être» and a preposition."""
    if event.form != "verb" or not event.passive or not event.unit:
        return False
    helper = parse.units[event.unit - 1].first
    return parse.words[helper].norm == "être" and parse.words[helper - 1].norm in _LEADING if helper else False


_LEADING = frozenset({"à", "de", "d'", "pour", "avant"})


def undergoing(parse: Parse, event: Event) -> list[Phrase]:
    """What a passive infinitive tells of: the object right before it, or else what the verb above is told of."""
    above = next((e for e in reversed(parse.events[: event.index]) if e.form == "verb"), None)
    if above is None or not passive_infinitive(parse, event):
        return []
    near = [p for group in parse.core.get(above.index, ()) for p in group] or list(above.direct)
    beside = near and parse.words[near[-1].last - 1].token.end >= parse.words[event.word].token.start - _NEAR
    return near if beside or not above.subject or above.passive else list(above.subject)


_NEAR = 24
"""Letters between an object and a passive infinitive that tells more of it."""


def _infinitive_behind(parse: Parse, event: Event) -> Event | None:
    act = parse.events[event.index + 1] if event.index + 1 < len(parse.events) else None
    if event.form != "verb" or act is None or parse.word(act).category != "verbal_noun":
        return None
    parted = any(parse.kind(index) in BARRIERS | {"comma", "relative"} for index in range(event.unit + 1, act.unit))
    return None if parted else act


def _somebody(parse: Parse, index: int, mark: str) -> bool:
    phrase: Phrase | None = parse.phrases[index]
    return phrase is not None and parse.units[index].preposition == mark and phrase.is_a("agent")
