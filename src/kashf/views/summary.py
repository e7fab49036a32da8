"""What a dossier comes to, in a few sentences that are read first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kashf.domain.predicates import group_order
from kashf.views.disputes import Dispute
from kashf.views.lens import Lens
from kashf.views.people import Person
from kashf.views.statements import Statement
from kashf.views.texts import isolated

__all__ = ["summary"]

MOST_NAMES = 6
SEVERAL = 2
_NAMELESS = frozenset({"outlet", "unnamed"})


def summary(
    told: Sequence[Statement], people: Sequence[Person], disputes: Sequence[Dispute], seen: Lens
) -> tuple[str, ...]:
    """The sentences: how firmly the statements stand, of what and of whom most is said, who has a standing in law, and
    what is in dispute (conflicts and checks). Empty where nothing is said."""
    if not told:
        return ()
    lines = (
        *_weights(told, seen),
        *_subjects(told, seen),
        *_names(people, seen),
        *_hedges(told, seen),
        *_standings(people, seen),
        *_disputes(disputes, seen),
    )
    return tuple(filter(None, lines))


def _weights(told: Sequence[Statement], seen: Lens) -> Iterator[str]:
    several = [one.weight.origins for one in told if one.weight.origins >= SEVERAL]
    if several:
        most = seen.words.inflect(seen.words.entries["nouns"]["origin"], max(several), governed=True)
        yield seen.words.say("summary.several", statements=seen.count("statement", len(several)), origins=most)
    else:
        yield seen.words.say("summary.single")
    nameless = sum({origin.kind for origin in one.origins} <= _NAMELESS for one in told)
    if nameless:
        yield seen.words.say("summary.nameless", statements=seen.count("statement", nameless))


def _subjects(told: Sequence[Statement], seen: Lens) -> Iterator[str]:
    many = Counter(one.group for one in told)
    order = group_order()
    heaviest = sorted(many, key=lambda group: (-many[group], order.index(group)))
    groups = (
        seen.words.say(
            "summary.subject",
            group=seen.words.name("summary_groups", group),
            statements=seen.count("statement", many[group]),
        )
        for group in heaviest[:3]
    )
    yield seen.words.say("summary.subjects", groups=seen.words.listed(list(groups)))


def _names(people: Sequence[Person], seen: Lens) -> Iterator[str]:
    spoken = sorted((one for one in people if one.claims), key=lambda one: -len(one.claims))[:MOST_NAMES]
    if spoken:
        yield seen.words.say("summary.names", names=_listed(spoken, seen))


def _hedges(told: Sequence[Statement], seen: Lens) -> Iterator[str]:
    """What its own sources put as alleged, planned or untrue."""
    put = [one.markers[0].key for one in told if one.markers]
    kinds = {**seen.words.entries["modalities"], "denied": seen.words.name("polarities", "denied")}
    many = Counter(key for key in put if key in kinds and key != "ended")
    if many:
        listed = [f"{kinds[key]}: {seen.words.number(count)}" for key, count in many.most_common()]
        statements = seen.count("statement", many.total())
        yield seen.words.say("summary.hedged", statements=statements, kinds=seen.words.separated(listed))


def _standings(people: Sequence[Person], seen: Lens) -> Iterator[str]:
    standing = [one for one in people if one.statuses]
    if standing:
        told = [_standing(one, seen) for one in standing[:MOST_NAMES]]
        names = seen.words.separated(told)
        more = len(standing) - MOST_NAMES
        entry = "summary.standings" if more <= 0 else "summary.more_standings"
        yield seen.words.say(entry, names=names, more=seen.words.number(max(more, 0)))


def _standing(person: Person, seen: Lens) -> str:
    """A name with all that it is said to stand under, so that what clears it is never left out."""
    name = isolated(person.name, seen.words.direction)
    return f"{name} ({seen.words.separated([status.text for status in person.statuses])})"


def _disputes(disputes: Sequence[Dispute], seen: Lens) -> Iterator[str]:
    conflicts = [one for one in disputes if one.verdict is None]
    if conflicts:
        yield seen.words.say("summary.conflicts", conflicts=seen.count("conflict", len(conflicts)))
    verdicts = Counter(one.verdict for one in disputes if one.verdict is not None)
    if verdicts:
        told = [
            f"{seen.words.name('verdicts', verdict)}: {seen.words.number(verdicts[verdict])}"
            for verdict in ("inconsistent", "consistent", "not computable")
            if verdicts[verdict]
        ]
        checks = seen.count("check", verdicts.total())
        yield seen.words.say("summary.checks", checks=checks, verdicts=seen.words.separated(told))


def _listed(people: Sequence[Person], seen: Lens) -> str:
    return seen.words.separated([isolated(one.name, seen.words.direction) for one in people])
