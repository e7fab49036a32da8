"""French pronouns before the verb: « les a arrêtés », « leur a vendu », and the reflexive that makes a passive."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse

__all__ = ["give_clitics"]

_OBJECTS = frozenset({"le", "la", "les", "l'"})
_GIVEN = frozenset({"lui", "leur"})
_SELF = frozenset({"se", "s'"})


def give_clitics(parse: Parse, event: Event, *, takes_object: bool) -> None:
    """Fills in the object of a French verb that stands before it as a pronoun, and to whom; a thing that « se vend » is
    sold."""
    if not parse.knowledge.closed("words", "object_pronouns"):
        return
    _seen(event, parse)
    for index in _before(parse, event):
        first = parse.units[index].first
        norm = parse.words[first].norm
        pronoun = Phrase(first, first + 1, frozenset({"agent"}), pronoun=norm)
        if norm in _OBJECTS and takes_object and not event.direct and not event.passive:
            event.direct = [pronoun]
        elif norm in _GIVEN:
            event.marked.append(("à", pronoun))
        elif norm in _SELF and takes_object and _undergoes(event):
            event.direct, event.subject = list(event.subject), ()


def _seen(event: Event, parse: Parse) -> None:
    """« s'est vu infliger une amende »: to whom it is done is the subject of « se voir »."""
    above = parse.by_unit.get(event.unit - 1)
    if above is not None and above.lemma == "voir" and event.form == "noun" and above.subject:
        event.marked.extend(("à", phrase) for phrase in above.subject)
        event.subject = ()


def _before(parse: Parse, event: Event) -> list[int]:
    """The units of particles right before a verb, helping verbs among them."""
    index, found = event.unit - 1, []
    while parse.kind(index) in ("particle", "adverb", "negator"):
        found.append(index)
        index -= 1
    return found


def _undergoes(event: Event) -> bool:
    """Whether a reflexive verb tells what is done to its subject: a thing, that does nothing to anything."""
    subject = event.subject[0] if event.subject else None
    return subject is not None and not event.direct and bool(subject.kinds) and not subject.is_a("agent", "activity")
