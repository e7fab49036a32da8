"""Acts as subjects in Arabic: «تدر عمليات الخطف على الجماعة ملايين الدولارات», «تهريب النفط يدر عليها أرباحا»."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kashf.domain.predicates import Predicate
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import SKIPPED, Parse

__all__ = ["act_subjects"]

_STEERING = frozenset(
    {"begin", "go_on", "end", "attempt", "plan", "act", "undergo", "cause", "force", "say", "accuse", "thwart", "deny"}
)  # fmt: skip


def act_subjects(parse: Parse) -> Set[int]:
    """Gives verbs that an act may be the subject of theirs; the numbers of those acts, which no verb steers.

    What stands behind the act and what it is done to is the verb's own.
    """
    if parse.knowledge.book.grammar.subject_first:
        return frozenset()
    found: set[int] = set()
    for verb in parse.events:
        if verb.form == "verb" and not verb.subject and _tells_of_acts(parse, verb):
            acts = _acts_behind(parse, verb) or _acts_before(parse, verb)
            if acts:
                _take(parse, verb, acts)
                found.update(act.index for act in acts)
    return found


def _tells_of_acts(parse: Parse, verb: Event) -> bool:
    """Whether what an act brings or amounts to is what a verb tells: its predicates have something else as subject."""
    if parse.word(verb).split.ending or verb.conjoined:
        return False
    if verb.lemma in parse.knowledge.closed("words", "measuring") | parse.knowledge.closed("words", "bringing"):
        return True
    return verb.classes.isdisjoint(_STEERING) and any(_of_act(predicate) for predicate in verb.predicates)


def _of_act(predicate: Predicate) -> bool:
    """Whether a predicate tells of an act that is its subject: it brings money, or it is itself what moves."""
    if "subject" not in predicate.roles.get("object", ()):
        return False
    wanted = {kind for need in predicate.needs for kind in need.get("object", ())}
    return predicate.type in _TOLD or any(kind.startswith("act:") for kind in wanted)


_TOLD = frozenset({"earn", "estimate", "produce"})


def _acts_behind(parse: Parse, verb: Event) -> list[Event]:
    """The named act right behind a verb, pronouns behind prepositions aside, with the act that is its genitive."""
    index = verb.unit + 1
    while parse.kind(index) in SKIPPED or (parse.kind(index) == "phrase" and parse.units[index].pronoun):
        index += 1
    acts: list[Event] = []
    while (act := parse.by_unit.get(index)) is not None and act.form == "noun" and not _led(parse, index):
        acts.append(act)
        index += 1
    return acts


def _acts_before(parse: Parse, verb: Event) -> list[Event]:
    """The named act that opens the clause of a verb, with what it is done to between them."""
    index = parse.skip_back(verb.unit - 1)
    while index > 0 and _says_more(parse, index) and not parse.units[index].conjoined:
        index -= 1
    acts: list[Event] = []
    while (act := parse.by_unit.get(index)) is not None and act.form == "noun" and not _led(parse, index):
        acts.insert(0, act)
        index -= 1
    helped = bool(acts) and parse.carries(index)
    return acts if helped or (acts and parse.opens_clause(acts[0].unit)) else []


def _says_more(parse: Parse, index: int) -> bool:
    """Whether a unit is a phrase, or a participle that says more of one."""
    event = parse.by_unit.get(index)
    return parse.kind(index) == "phrase" or (event is not None and event.form == "participle")


def _led(parse: Parse, index: int) -> bool:
    return parse.units[index].preposition is not None or parse.units[index].conjoined


def _take(parse: Parse, verb: Event, acts: list[Event]) -> None:
    head, last = parse.phrases[acts[0].unit], acts[-1]
    if head is None:
        return
    kinds = head.kinds.union(*(phrase.kinds for act in acts if (phrase := parse.phrases[act.unit]) is not None))
    verb.subject = (replace(head, kinds=kinds),)
    groups = [group for group in parse.core[last.index] if group]
    own = 0 if not groups or parse.word(last).split.article or _rather_the_verbs(groups[0][0]) else 1
    if verb.unit < last.unit:
        parse.core[verb.index] = groups[own:]
        parse.core[last.index] = groups[:own]


def _rather_the_verbs(phrase: Phrase) -> bool:
    """«درّت عمليات الخطف ملايين الدولارات»: a sum is what the act brings, and not what it is done to."""
    return phrase.is_a("money_amount")
