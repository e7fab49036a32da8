"""What screening comes to: who of a list may be who of what was read, and what is said about them.

Standing comes first, then the claims, grouped by the origin they rest on, the strongest first. A dismissed hit stays
dismissed until what it rests on changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from kashf.names.comparing import Comparison, Evidence
from kashf.names.list_index import ListIndex
from kashf.names.screening import ListMatch, Match, ScreeningOptions, pair_id, screen, screen_names
from kashf.records import Entity, Judgement, Listed, Watchlist, content_id
from kashf.text.folding import search_key
from kashf.views.chains import OriginLine
from kashf.views.dossier import Dossier
from kashf.views.lens import Lens, anchor, lens
from kashf.views.people import Person, people
from kashf.views.statements import Statement, statements
from kashf.views.tables import read_table
from kashf.views.texts import shown
from kashf.views.words import Words

__all__ = [
    "Dismissal",
    "Fact",
    "Hit",
    "ListedLine",
    "OnList",
    "OriginGroup",
    "Reason",
    "Screened",
    "ScreenedHit",
    "Screening",
    "ScreeningManner",
    "dismissal",
    "hit_id",
    "listed_line",
    "reasons",
    "screened_entries",
    "together",
    "with_hits_alone",
    "without_dismissed",
]

FACTS = ("title", "born", "nationality", "country", "programme", "listed", "former")
"""What is shown of an entry beside its name."""
MOST_REASONS = 3
SAYS_ALL = ("known_as_one", "same")
"""Features beside which what else speaks for a match need not be told."""
MOST_VALUES = 3
EVIDENCE_DIGITS = 8

Dismissals = Mapping[str, tuple[Judgement, ...]]


@dataclass(frozen=True, slots=True)
class Reason:
    """A thing that speaks for a match, or against it, in a sentence."""

    text: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What the list says of an entry: the name of the field in words, and the values."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedLine:
    """An entry of a list as it is shown; `place` is where it stands in the file."""

    watchlist: str
    key: str
    name: str
    kind: str
    facts: tuple[Fact, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """An origin and the statements about someone that rest on it, the strongest first."""

    origin: OriginLine
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Dismissal:
    """That an analyst dismissed a hit; `holds` whether what it rested on is still the same."""

    user: str
    at: datetime
    reason: str | None
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Whom a name or an entry of a list may be.

    `id` is to be given to `kashf judge dismiss`; `score` runs from 0 to 1; `listed_as` and `named_as` are the two names
    that are likest.
    """

    id: str
    score: float
    listed_as: str
    named_as: str
    reasons: tuple[Reason, ...]
    dismissed: Dismissal | None = None

    @property
    def stands(self) -> bool:
        """Whether the hit is none that an analyst has dismissed."""
        return self.dismissed is None or not self.dismissed.holds


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedHit(Hit):
    """An entity that an entry may be, and what is said about it; `speaking` counts the claims that rest on its word."""

    entity: Person
    origins: tuple[OriginGroup, ...] = ()
    speaking: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OnList(Hit):
    """An entry of a list that a name may be."""

    entry: ListedLine


@dataclass(frozen=True, slots=True)
class Screened:
    """An entry, who it may be of what was read, and who on the lists it is held against; the likeliest first.
    `dismissed` counts hits of it that are left out."""

    entry: ListedLine
    hits: tuple[ScreenedHit, ...] = ()
    on_lists: tuple[OnList, ...] = ()
    dismissed: int = 0


@dataclass(frozen=True, slots=True)
class Screening:
    """All that was screened: `entries` counts them, `screened` are those to be shown, `dismissed` counts hits left
    out; `lists` are those whose entries were screened, `against` those that they were held against."""

    language: str
    entries: int
    screened: tuple[Screened, ...]
    dismissed: int = 0
    lists: tuple[str, ...] = field(default=())
    against: tuple[str, ...] = field(default=())

    @property
    def hits(self) -> int:
        """How many hits are shown."""
        return sum(len(one.hits) + len(one.on_lists) for one in self.screened)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A dossier with what is said about each entity."""

    lens: Lens
    persons: Mapping[str, Person]
    about: Mapping[str, tuple[Statement, ...]]
    dismissals: Dismissals


@dataclass(frozen=True, slots=True)
class ScreeningManner:
    """How is screened and told: the language, what analysts dismissed, from which score on, and what gives a list's
    index."""

    language: str = "en"
    dismissals: Dismissals = field(default_factory=dict)
    options: ScreeningOptions = field(default_factory=ScreeningOptions)
    indexed: Callable[[Watchlist], ListIndex] = ListIndex.of


def screened_entries(
    dossier: Dossier, watchlist: Watchlist, manner: ScreeningManner, against: Sequence[Watchlist] = ()
) -> Screening:
    """The entries of a list against the entities of a dossier, and against other lists.

    Entries without a hit are there too, so that whoever asked about a name sees that nothing was found.
    """
    found = screen(watchlist.entries, dossier.entities, manner.options, lambda _: manner.indexed(watchlist))
    wanted = {match.entity.id for several in found.values() for match in several}
    seen = _seen(dossier, wanted, manner)
    listed = _on_lists(watchlist, against, manner, seen.lens.words)
    screened = tuple(
        Screened(
            listed_line(entry, watchlist.name, seen.lens.words),
            tuple(_hit(match, seen) for match in found.get(entry.key, ())),
            listed.get(entry.key, ()),
        )
        for entry in watchlist.entries
    )
    held_against = tuple(one.name for one in against)
    return Screening(manner.language, len(screened), screened, lists=(watchlist.name,), against=held_against)


def _on_lists(
    names: Watchlist, against: Sequence[Watchlist], manner: ScreeningManner, told: Words
) -> dict[str, tuple[OnList, ...]]:
    of_list = {id(entry): one.name for one in against for entry in one.entries}
    found = screen_names(names.entries, map(manner.indexed, against), manner.options)
    by_key = {entry.key: entry for entry in names.entries}
    return {
        key: tuple(_on_list(by_key[key], one, of_list[id(one.entry)], manner, told) for one in several)
        for key, several in found.items()
    }


def _on_list(name: Listed, found: ListMatch, watchlist: str, manner: ScreeningManner, told: Words) -> OnList:
    rests_on = hit_id(pair_id(name, f"{watchlist} {found.entry.key}"), name.digest, found.entry.digest)
    return OnList(
        id=rests_on,
        score=round(found.comparison.score, 3),
        listed_as=shown(found.listed_as),
        named_as=shown(found.named_as),
        reasons=reasons(found.comparison, told),
        entry=listed_line(found.entry, watchlist, told),
        dismissed=dismissal(rests_on, manner.dismissals),
    )


def _seen(dossier: Dossier, wanted: set[str], manner: ScreeningManner) -> _Seen:
    seen = lens(dossier, manner.language)
    told = statements(seen) if wanted else ()
    persons = {person.id: person for person in people(told, seen, kinds=None) if person.id in wanted} if wanted else {}
    about: dict[str, list[Statement]] = {entity: [] for entity in wanted}
    for statement in told:
        for entity in _filling(statement, seen) & wanted:
            about[entity].append(statement)
    return _Seen(seen, persons, {entity: tuple(several) for entity, several in about.items()}, manner.dismissals)


def _filling(statement: Statement, seen: Lens) -> set[str]:
    """The entities that fill a role of a statement: those it is about, not those who say it."""
    claims = (seen.index.claims[evidence.claim].claim for evidence in statement.evidence)
    return {role.entity for claim in claims for role in claim.roles if role.entity}


def listed_line(entry: Listed, watchlist: str, told: Words) -> ListedLine:
    """An entry of a list as it is shown."""
    facts = tuple(
        Fact(told.name("details", name), tuple(map(shown, entry.details[name][:MOST_VALUES])))
        for name in FACTS
        if name in entry.details
    )
    key = "" if entry.key == search_key(entry.name) else shown(entry.key)
    return ListedLine(watchlist, key, shown(entry.name), told.name("kinds", entry.kind), facts, shown(entry.place))


def _hit(match: Match, seen: _Seen) -> ScreenedHit:
    person = seen.persons[match.entity.id]
    about = seen.about[match.entity.id]
    rests_on = hit_id(match.pair, match.entry.digest, *_evidence(match.entity, about))
    return ScreenedHit(
        id=rests_on,
        score=round(match.score, 3),
        listed_as=shown(match.listed_as),
        named_as=shown(match.named_as),
        reasons=reasons(match.comparison, seen.lens.words),
        entity=person,
        origins=tuple(_by_origin(about)),
        speaking=person.speaking,
        dismissed=dismissal(rests_on, seen.dismissals),
    )


def _evidence(entity: Entity, about: Iterable[Statement]) -> Iterator[str]:
    """What a hit rests on: the names the entity goes by, and which report says what kind of thing about it."""
    yield from sorted({entity.name, *entity.names})
    yield from sorted({f"{one.report.id} {statement.type}" for statement in about for one in statement.evidence})


def hit_id(pair: str, *evidence: str) -> str:
    """The id of a hit: what it pairs, and a digest of what it rests on."""
    return f"{pair}.{content_id('v', *evidence)[2 : 2 + EVIDENCE_DIGITS]}"


def dismissal(hit: str, dismissals: Dismissals) -> Dismissal | None:
    """The dismissal of a hit that holds, else the last one of what it pairs, on other evidence."""
    pair, _, evidence = hit.partition(".")
    made = dismissals.get(pair, ())
    judgement = next((one for one in made if one.value.get("evidence") == evidence), made[-1] if made else None)
    if judgement is None:
        return None
    holds = judgement.value.get("evidence") == evidence
    return Dismissal(shown(judgement.user), judgement.at, shown(judgement.reason) or None, holds)


def reasons(comparison: Comparison, told: Words) -> tuple[Reason, ...]:
    """What speaks for and against, the weightiest first, in the reader's language where it has the sentence."""
    found, sentences = [], read_table("reasons").get(told.code, {})
    for evidence in _telling(comparison):
        sentence = sentences.get(evidence.feature, evidence.sentence)
        about = f": {shown(evidence.about)}" if evidence.about else ""
        found.append(Reason(sentence.rstrip(".") + about, evidence.weight > 0))
    return tuple(found)


def _telling(comparison: Comparison) -> Sequence[Evidence]:
    """The weightiest evidence; where the names are the same, that and what speaks against."""
    same = [evidence for evidence in comparison.features if evidence.feature in SAYS_ALL]
    if not same:
        return comparison.features[:MOST_REASONS]
    return [*same[:1], *(evidence for evidence in comparison.features if evidence.weight <= 0 and evidence not in same)]


def _by_origin(about: Sequence[Statement]) -> Iterator[OriginGroup]:
    """The statements by the first of their origins; origins in the order of the strongest statement they carry."""
    groups: dict[tuple[str, str], tuple[OriginLine, list[Statement]]] = {}
    for statement in sorted(about, key=_strength):
        origin = statement.origins[0] if statement.origins else OriginLine("unknown", "", None, ())
        groups.setdefault((origin.kind, origin.name), (origin, []))[1].append(statement)
    for origin, several in groups.values():
        yield OriginGroup(origin, tuple(several))


def _strength(statement: Statement) -> tuple[int, int, str]:
    return -statement.weight.origins, -statement.weight.carriers, anchor(statement.id)


def without_dismissed(screening: Screening) -> Screening:
    """The same without the hits that stay dismissed, which are counted."""
    kept = tuple(map(_standing, screening.screened))
    told = replace(screening, screened=kept)
    return replace(told, dismissed=screening.dismissed + screening.hits - told.hits)


def _standing(one: Screened) -> Screened:
    hits = tuple(hit for hit in one.hits if hit.stands)
    on_lists = tuple(hit for hit in one.on_lists if hit.stands)
    left_out = len(one.hits) + len(one.on_lists) - len(hits) - len(on_lists)
    return replace(one, hits=hits, on_lists=on_lists, dismissed=one.dismissed + left_out)


def with_hits_alone(screening: Screening) -> Screening:
    """The same without the entries of which nothing was found."""
    return replace(screening, screened=tuple(one for one in screening.screened if one.hits or one.on_lists))


def together(screenings: Sequence[Screening]) -> Screening:
    """Several screenings as one."""
    first = screenings[0]
    return replace(
        first,
        entries=sum(one.entries for one in screenings),
        screened=tuple(each for one in screenings for each in one.screened),
        dismissed=sum(one.dismissed for one in screenings),
        lists=tuple(name for one in screenings for name in one.lists),
    )
