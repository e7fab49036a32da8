"""Who does an act and who suffers it, where a light verb leads to it: «تعرض تاجر الذهب للاختطاف», «قيام الصراف بـ»."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse

__all__ = ["sets_about", "suffer", "told_by_whom"]

_BY = frozenset({"من قبل", "علي يد", "علي ايدي", "من جانب", "من طرف", "من لدن"})

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


def sets_about(event: Event, genitive: Phrase) -> bool:
    """«قيام الصراف بنقل الأموال»: the genitive of a light act that another act stands behind is who acts."""
    return event.steers("act") and genitive.is_a("agent") and any(p.event is not None for _, p in event.marked)


def told_by_whom(parse: Parse, event: Event) -> bool:
    """«اختطفن على أيدي مسلحين»: a verb with who did it behind a preposition is passive; but in «أدانت المملكة استمرار
    الهجمات من قبل الميليشيا» an act stands between, and is theirs."""
    doers = [phrase.first for mark, phrase in event.marked if mark in _BY]
    if not event.subject or event.direct or not doers:
        return False
    acts = (other.word for other in parse.events if other.form == "noun" and other.word > event.word)
    return not any(event.word < act < doers[0] and parse.words[act - 1].category != "preposition" for act in acts)
