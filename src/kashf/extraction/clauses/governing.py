"""Steering: which event stands above which («began to», «is accused of», «a plan for»)."""

from __future__ import annotations

from kashf.domain.predicates import claim_types
from kashf.extraction.clauses.events import Event
from kashf.extraction.clauses.parse import INSERTION, SKIPPED, Parse

__all__ = ["govern"]

_STEERING = frozenset(
    {"begin", "go_on", "end", "attempt", "plan", "agree", "command", "act", "undergo", "cause", "force", "possible",
     "require", "expect", "thwart", "deny", "refuse", "accuse", "be", "counter"}
)  # fmt: skip
_BEFORE_BARE = ("act", "cause", "force", "begin", "go_on")
"""Ways of steering in which an English verb has a bare verb behind it."""
_ACROSS_THAT = ("possible", "expect", "deny", "accuse", "require", "plan", "agree", "attempt")


def govern(parse: Parse, event: Event) -> None:
    """Ties an event to the one that steers it: the nearest before it, with nothing but its arguments between."""
    unit = parse.units[event.unit]
    if event.conjoined and event.form == "noun" and _shares_governor(parse, event):
        return
    if unit.preposition in parse.knowledge.closed("words", "circumstances") and event.form == "noun":
        return  # «demanded a ransom before his beheading»
    if _told_apart(parse, event):
        return
    crossed = False
    back = event.unit
    while back > 0:
        back = _before_aside(parse, back - 1)
        kind = parse.kind(back)
        if kind == "complementiser":
            crossed = True
            continue
        ends = kind in ("stop", "connective", "contrast", "inference", "relative")
        if ends or (kind == "comma" and not unit.preposition and not _before_that(parse, back)):
            return
        other = _owner(parse, event, parse.by_unit.get(back))
        if other is not None and not _in_fixed_phrase(parse, other):
            if not _finite(parse, event) or crossed or _hearsay(event, other) or other.steers(*_BEFORE_BARE):
                _tie(event, other, unit.preposition, crossed)
            return


def _told_apart(parse: Parse, event: Event) -> bool:
    """«جمدت اللجنة حساباته وصادرت مزرعة»: an Arabic verb in the past behind «and» hangs on none before it."""
    reading = parse.word(event).reading
    past = event.form == "verb" and reading is not None and reading.tense == "past"
    return past and event.conjoined and not parse.knowledge.book.grammar.subject_first


def _owner(parse: Parse, event: Event, other: Event | None) -> Event | None:
    """«اتهم الادعاء شبكة تضم سوريين بنقل الأموال»: past the verb of a relative clause, the event that has an act behind
    a preposition for its own."""
    if other is None or not other.antecedent or other.form != "verb" or parse.knowledge.book.grammar.subject_first:
        return other
    owners = [e for e in parse.events[: other.index] if any(p.event == event.index for _, p in e.marked)]
    return owners[-1] if owners else other


def _in_fixed_phrase(parse: Parse, event: Event) -> bool:
    """«أحيل إلى المحاكمة لتحويله أموالا»: a noun that its verb needs steers nothing; the verb does."""
    marked = event.form == "noun" and parse.units[event.unit].preposition is not None
    return event.descriptive and marked and not event.classes


def _before_aside(parse: Parse, index: int) -> int:
    """Before an aside between commas that holds only times and phrases behind prepositions («، بموجب القانون،»)."""
    if parse.kind(index) != "comma":
        return index
    opening = index - 1
    while opening > 0 and (_is_aside(parse, opening) or parse.kind(opening) in SKIPPED):
        opening -= 1
    if opening < index - 1 and parse.kind(opening) == "comma" and opening > 0:
        return opening - 1
    return _before_set_off(parse, index)


def _before_set_off(parse: Parse, comma: int) -> int:
    """Before what a pair of Arabic commas sets off, a clause within it too, where an act goes on behind a preposition
    («تمكنت الشرطة، بناء على معلومات وفرتها الاستخبارات، من توقيف»), or behind who says so («بدأ، كما قال، نقل»)."""
    following = parse.by_unit.get(comma + 1)
    named = following is not None and following.form == "noun" and not following.conjoined
    if parse.knowledge.book.grammar.subject_first or not named:
        return comma
    led = parse.units[comma + 1].preposition is not None
    for index in range(comma - 1, max(0, comma - INSERTION), -1):
        if parse.kind(index) in ("stop", "connective", "contrast"):
            return comma
        if parse.kind(index) == "comma":
            opens = led and (parse.kind(index + 1) == "relative" or _is_aside(parse, index + 1))
            return index - 1 if opens or parse.kind(index + 1) == "source" else comma
    return comma


def _is_aside(parse: Parse, index: int) -> bool:
    marked = parse.kind(index) == "phrase" and parse.units[index].preposition is not None
    return marked or parse.is_time(index)


def _before_that(parse: Parse, comma: int) -> bool:
    """«опроверг, что»: Russian writes a comma before «that»."""
    return parse.knowledge.book.grammar.cases and parse.kind(comma + 1) == "complementiser"


def _shares_governor(parse: Parse, event: Event) -> bool:
    """«محاولة لبيع النفط وشراء السلاح»: the second act is steered as the first is."""
    before = next((other for other in reversed(parse.events[: event.index]) if other.form == "noun"), None)
    while before is not None and _fights(event) and not _fights(before) and before.governor is not None:
        above = parse.events[before.governor]
        before = above if above.form == "noun" else None  # «أعلنت إحباط تهريب …، والقبض على»
    if before is None or before.governor is None:
        return False
    event.governor, event.governed_by = before.governor, before.governed_by
    return True


def _fights(event: Event) -> bool:
    """Whether all that an event may be are measures of a state, Arabic only: others say the article again."""
    types = {predicate.type for predicate in event.predicates}
    return bool(types) and all(claim_types()[name].group == "counter" for name in types)


def _hearsay(event: Event, other: Event) -> bool:
    """«is believed to control»: a verb of saying in the passive above another verb."""
    return other.passive and other.steers("say") and event.form == "verb"


def _finite(parse: Parse, event: Event) -> bool:
    """Whether an English verb is finite: what another steers stands behind «to», in «-ing», or bare behind «help»."""
    if event.form == "noun" or not parse.knowledge.book.grammar.head_last:
        return False
    if event.form == "participle":
        return event.passive  # «the findings passed to the police»
    before = event.word - 1
    while before >= 0 and parse.words[before].category in ("particle", "adverb", "negator"):
        if parse.words[before].norm in ("to", "having"):
            return False  # «seems to have sold», «is accused of having sold»
        if parse.words[before].norm in parse.knowledge.closed("words", "finite_helpers"):
            return True  # «means the group can tax»
        before -= 1
    inflected = parse.word(event).norm != event.lemma.split()[0]
    return bool(event.passive or event.mood) or inflected


def _tie(event: Event, other: Event, preposition: str | None, crossed: bool) -> None:
    steering = (
        other.steers(*_ACROSS_THAT) if crossed else _hearsay(event, other) or not _STEERING.isdisjoint(other.classes)
    )
    if steering or (event.form == "noun" and not crossed):
        event.governor = other.index
        event.governed_by = preposition
