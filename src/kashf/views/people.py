"""Who is spoken of: standing in law first, names by script, titles with their sources, and in how many claims."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.records import Claim, Entity
from kashf.text.folding import fold
from kashf.views.chains import chain
from kashf.views.dossier import Located
from kashf.views.lens import Lens, anchor, same_words
from kashf.views.reasons import reason_told
from kashf.views.standing import standing
from kashf.views.statements import Mark, Statement, marks
from kashf.views.tables import read_table
from kashf.views.texts import script_of, shown

__all__ = ["NameLine", "Person", "Status", "TitleLine", "people", "person", "statuses"]

_PARTS = ("as_actor", "as_source", "as_other")
_KINDS = ("person", "group", "organisation")


@dataclass(frozen=True, slots=True)
class Status:
    """A standing and the claims that say so: `text` in words, `claims` their anchors, `says` whose word it is."""

    key: str
    text: str
    claims: tuple[str, ...]
    says: tuple[str, ...]
    tone: str = "caution"


@dataclass(frozen=True, slots=True)
class NameLine:
    """The names that are written in one script."""

    script: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title or office, and the outlets that give it."""

    title: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person, group or organisation. `acting`, `speaking` and `named` count claims; `claims` are their anchors."""

    id: str
    anchor: str
    name: str
    kind: str
    statuses: tuple[Status, ...]
    names: tuple[NameLine, ...]
    titles: tuple[TitleLine, ...]
    acting: int
    speaking: int
    named: int
    mentions: int
    reports: int
    claims: tuple[str, ...]
    counts: str
    reason: str = ""
    marks: tuple[Mark, ...] = ()


def people(statements: Sequence[Statement], lens: Lens, kinds: Collection[str] | None = _KINDS) -> tuple[Person, ...]:
    """Persons, groups and organisations, or entities of other kinds, None for all.

    Those with a standing come first, then those in most claims.
    """
    spoken = _spoken(statements, lens)
    named = (entity for entity in lens.dossier.entities if kinds is None or entity.kind in kinds)
    return tuple(sorted((_person(entity, spoken.get(entity.id, []), lens) for entity in named), key=_prominence))


def person(entity: Entity, statements: Sequence[Statement], lens: Lens) -> Person:
    """One entity of any kind, as far as these statements tell of it."""
    return _person(entity, _spoken(statements, lens).get(entity.id, []), lens)


def _prominence(person: Person) -> tuple[bool, int, int]:
    return (not person.statuses, -len(person.claims), -person.mentions)


def _spoken(statements: Sequence[Statement], lens: Lens) -> dict[str, list[Located]]:
    """The claims in which each entity fills a role or stands in the chain."""
    spoken: dict[str, list[Located]] = {}
    for statement in statements:
        for evidence in statement.evidence:
            located = lens.index.claims[evidence.claim]
            for entity in dict.fromkeys(_entities(located.claim)):
                spoken.setdefault(entity, []).append(located)
    return spoken


def _entities(claim: Claim) -> Iterator[str]:
    yield from (role.entity for role in claim.roles if role.entity)
    yield from (link.entity for link in claim.attribution.chain if link.entity)


def _person(entity: Entity, spoken: list[Located], lens: Lens) -> Person:
    parts = {part: sum(part in _parts(one.claim, entity.id) for one in spoken) for part in _PARTS}
    return Person(
        id=entity.id,
        anchor=f"e-{anchor(entity.id)}",
        name=lens.entity_name(entity.id, entity.name) or "",
        kind=lens.words.name("kinds", entity.kind),
        statuses=statuses(entity.id, spoken, lens),
        names=_names(entity, lens),
        titles=_titles(entity, lens),
        acting=parts["as_actor"],
        speaking=parts["as_source"],
        named=parts["as_other"],
        mentions=entity.mentions,
        reports=len(entity.reports),
        claims=tuple(f"c-{anchor(one.claim.id)}" for one in spoken),
        counts=_counts(parts, entity, lens),
        reason=reason_told(shown(entity.reason), lens.words),
        marks=marks(lens.index.findings_of.get(entity.id, ()), lens),
    )


def _parts(claim: Claim, entity: str) -> Iterator[str]:
    """As what a claim names an entity that is in it: who does it, on whose word it is, or anything else."""
    acts = any(filler.entity == entity for filler in claim.fillers("actor"))
    speaks = any(link.entity == entity for link in claim.attribution.chain)
    yield from ("as_actor",) * acts
    yield from ("as_source",) * speaks
    yield from () if acts or speaks else ("as_other",)


def _counts(parts: Mapping[str, int], entity: Entity, lens: Lens) -> str:
    """In how many claims it acts, is a source or is otherwise named, and how often it is mentioned."""
    told = [lens.words.say(f"labels.{part}", claims=lens.count("claim", many)) for part, many in parts.items() if many]
    mentioned = [lens.count("mention", entity.mentions)] if entity.mentions else []
    return lens.words.separated([*told, *mentioned])


def _names(entity: Entity, lens: Lens) -> tuple[NameLine, ...]:
    """The names beside the one it is shown under, by script; spellings that fold to one are told once."""
    scripts: dict[str, dict[str, str]] = {}
    head = lens.entity_name(entity.id, entity.name)
    for name in filter(None, map(shown, (entity.name, *entity.names))):
        if same_words(name, head):
            continue
        scripts.setdefault(script_of(name), {}).setdefault(fold(name).text, name)
    return tuple(NameLine(script, tuple(names.values())) for script, names in scripts.items())


def _titles(entity: Entity, lens: Lens) -> tuple[TitleLine, ...]:
    lines = []
    for title, reports in entity.titles.items():
        records = filter(None, map(lens.record, reports))
        lines.append(TitleLine(shown(title), tuple(dict.fromkeys(lens.outlet(record.report) for record in records))))
    return tuple(lines)


def statuses(entity: str, spoken: Sequence[Located], lens: Lens) -> tuple[Status, ...]:
    """Where an entity stands before the law and sanctions authorities, what clears its name first."""
    claimed: dict[str, list[Located]] = {}
    for located in spoken:
        key = standing(located.claim, lens.group_of(located.claim.type), entity)
        if key:
            claimed.setdefault(key, []).append(located)
    return tuple(_told_status(key, claimed[key], lens) for key in read_table("statuses") if key in claimed)


def _told_status(key: str, claimed: Sequence[Located], lens: Lens) -> Status:

    says = dict.fromkeys(chain(one, lens)[-1].name for one in claimed)
    claims = tuple(f"c-{anchor(one.claim.id)}" for one in claimed)
    return Status(key, lens.words.name("statuses", key), claims, tuple(says), read_table("statuses")[key]["tone"])
