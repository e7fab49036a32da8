"""Acts that somebody suffers: «تعرض تاجر الذهب للاختطاف», «تتعرض القوافل للابتزاز من المسلحين»."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event
from kashf.extraction.clauses.parse import Parse

__all__ = ["suffer"]

_TO = "ل"


def suffer(parse: Parse, event: Event) -> None:
    """Whom or what an act is done to stands as the subject of the Arabic verb that leads to it with ل; who does it
    behind «من»."""
    governor = parse.events[event.governor] if event.governor is not None else None
    if governor is None or event.governed_by != _TO or governor.form != "verb" or not event.predicates:
        return
    if governor.lemma not in parse.knowledge.closed("words", "suffering"):
        return
    known = [phrase for phrase in event.direct if phrase.kinds]
    sufferer = [*governor.subject, *governor.direct, *governor.antecedent]
    if sufferer and not known:
        event.direct, event.subject = sufferer, ()
        event.marked = [("من قبل" if mark == "من" and p.is_a("agent") else mark, p) for mark, p in event.marked]
