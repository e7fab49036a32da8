"""Statements: claims that say the same, told once, with their weight and every chain and sentence behind them.

A statement is an assertion found across reports, or a claim that stands alone. Where its members differ it is told by
one that hedges, among these by the one that most agree with: nobody's allegation becomes a fact by being repeated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kashf.domain.predicates import group_order
from kashf.records import Claim, Finding, Record, Report
from kashf.text.folding import fold
from kashf.views.chains import Hop, OriginLine, chain, origin_lines, sources_sentence
from kashf.views.dossier import Located
from kashf.views.lens import Lens, anchor
from kashf.views.passages import Passage, passage
from kashf.views.phrases import claim_sentence
from kashf.views.pieces import Sentence, plain
from kashf.views.standing import outcome
from kashf.views.tables import read_table
from kashf.views.texts import isolated, shown

__all__ = [
    "Evidence",
    "Grade",
    "Mark",
    "Marker",
    "ReportLine",
    "Statement",
    "Weight",
    "evidence",
    "heaviest",
    "information_grade",
    "marks",
    "report_line",
    "statement_of",
    "statements",
    "statements_in",
    "statements_with",
]

_GRADE_LAST = "9"
_NAMELESS = frozenset({"outlet", "unnamed"})
"""Kinds of origins that have no name of their own: the outlets' own voices, and who is not named."""
_STATED = "asserted"
_VERDICT_TONES = {"consistent": "good", "inconsistent": "caution"}
_JUDGED = {"accept": "accepted", "correct": "corrected"}


@dataclass(frozen=True, slots=True)
class Marker:
    """What a reader must see before the sentence: denied, alleged, planned. `tone`: `caution`, `good`, `plain`."""

    key: str
    text: str
    tone: str = "caution"


@dataclass(frozen=True, slots=True)
class Grade:
    """An Admiralty grade with its meaning in words."""

    grade: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Weight:
    """How much stands behind a statement: independent origins first, then the reports that carry it."""

    origins: int
    carriers: int
    text: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report by what identifies it to a reader; `name` is its title, else the place it was read from."""

    id: str
    anchor: str
    outlet: str
    title: str | None
    name: str
    published: date | None
    day: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim of a statement: where it stands, on whose word, and how it is qualified there.

    `when` is the time of what is claimed, in words; `first` and `last` its days; `confidence` runs from 0 to 1.
    """

    claim: str
    anchor: str
    report: ReportLine
    chain: tuple[Hop, ...]
    mode: str
    passage: Passage
    markers: tuple[Marker, ...] = ()
    when: str = ""
    when_words: str = ""
    first: date | None = None
    last: date | None = None
    confidence: float = 1.0
    extractor: str = ""
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """That a conflict or a check concerns a statement, and where it stands."""

    text: str
    tone: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said, by whom, how often and how independently.

    `text` is the sentence without its pieces, `teller` the claim whose roles it tells; `shared` whether several reports
    carry it; `uncounted` names the sources that are not counted as independent, in words.
    """

    id: str
    anchor: str
    type: str
    type_name: str
    group: str
    markers: tuple[Marker, ...]
    sentence: Sentence
    text: str
    weight: Weight
    origins: tuple[OriginLine, ...]
    evidence: tuple[Evidence, ...]
    grade: Grade | None = None
    marks: tuple[Mark, ...] = ()
    teller: str = ""
    shared: bool = False
    uncounted: str = ""


def statements(lens: Lens) -> tuple[Statement, ...]:
    """Every statement of the dossier: in the order of the groups, the heaviest of each type first."""
    return _sorted(_told(lens.dossier.found("assertion"), lens.index.claims, lens))


def statements_in(record: Record, lens: Lens) -> tuple[Statement, ...]:
    """The statements that one report makes, in the same order, and no other."""
    claims = {claim.id: lens.index.claims[claim.id] for claim in record.claims}
    assertions = (one for one in lens.dossier.found("assertion") if not claims.keys().isdisjoint(one.members))
    return _sorted(_told(assertions, claims, lens))


def statements_with(claims: Iterable[str], lens: Lens) -> tuple[Statement, ...]:
    """The statements that these claims (ids) are part of, each once, in the order of the claims; ids of none that is in
    the dossier are passed over."""
    told: dict[str, Statement] = {}
    for located in lens.index.located(tuple(claims)):
        found = (one for one in lens.index.findings_of.get(located.claim.id, ()) if one.kind == "assertion")
        finding = next(found, None)
        id_ = finding.id if finding else located.claim.id
        if id_ not in told:
            members = lens.index.located(finding.members) if finding else (located,)
            told[id_] = _statement(finding, members, lens)
    return tuple(told.values())


def _told(assertions: Iterable[Finding], claims: Mapping[str, Located], lens: Lens) -> Iterator[Statement]:
    """The statements of assertions, and of those of the claims that are in none of them."""
    gathered: set[str] = set()
    for statement in filter(None, (statement_of(finding, lens) for finding in assertions)):
        gathered.update(evidence.claim for evidence in statement.evidence)
        yield statement
    yield from (_statement(None, (located,), lens) for id_, located in claims.items() if id_ not in gathered)


def _sorted(every: Iterable[Statement]) -> tuple[Statement, ...]:
    order = group_order()
    return tuple(sorted(every, key=lambda one: (order.index(one.group), *_heaviness(one))))


def heaviest(every: Iterable[Statement], most: int) -> tuple[Statement, ...]:
    """The statements that rest on the most independent origins, then on the most carriers, then on the best grade."""
    order = {"raise": 0, "move": 0, "hold": 0, "use": 0}
    return tuple(sorted(every, key=lambda one: (*_heaviness(one)[:3], order.get(one.group, 1), _place(one)))[:most])


def _heaviness(statement: Statement) -> tuple[int, int, str, tuple[str, int]]:
    grade = statement.grade.grade if statement.grade else _GRADE_LAST
    return (-statement.weight.origins, -statement.weight.carriers, grade, _place(statement))


def _place(statement: Statement) -> tuple[str, int]:
    """Where the statement first stands, so that equals keep the order of the reports."""
    first = statement.evidence[0]
    return (str(first.report.published or "9999"), first.passage.start)


def statement_of(finding: Finding, lens: Lens) -> Statement | None:
    """The statement of an assertion; None where no claim of it is in the dossier."""
    members = lens.index.located(finding.members)
    return _statement(finding, members, lens) if members else None


def _uncounted(finding: Finding | None, lens: Lens) -> str:
    """Which sources comparing did not count as further origins."""
    sources = finding.fields.get("uncounted") if finding else None
    names = dict.fromkeys(shown(str(one["source"])) for one in sources or ())
    told = [isolated(name, lens.words.direction) for name in names]
    return lens.words.say("labels.uncounted", names=lens.words.separated(told)) if told else ""


def _statement(finding: Finding | None, members: tuple[Located, ...], lens: Lens) -> Statement:
    teller = _teller(members, lens)
    claim = teller.claim
    origins = origin_lines(members, finding, lens)
    others = [one for one in members if one is not teller]
    sentence = claim_sentence(teller, sources_sentence(origins, lens), lens, others)
    id_ = finding.id if finding else claim.id
    return Statement(
        id=id_,
        anchor=f"s-{anchor(id_)}",
        type=claim.type,
        type_name=lens.words.name("types", claim.type),
        group=lens.group_of(claim.type),
        markers=_markers(claim, lens),
        sentence=sentence,
        text=plain(sentence, lens.words),
        weight=_weight(finding, members, origins, lens),
        origins=origins,
        evidence=tuple(evidence(member, lens) for member in (teller, *others)),
        grade=information_grade(finding.grade if finding else None, lens),
        marks=marks(_findings(members, lens), lens),
        teller=claim.id,
        uncounted=_uncounted(finding, lens),
        shared=finding is not None and len({member.record.report.id for member in members}) > 1,
    )


def _teller(members: tuple[Located, ...], lens: Lens) -> Located:
    """The member that tells the statement.

    One that names its source, if any does, for the statement is told on a source's word; then one that hedges; then one
    in the reader's language; then the one whose fillers most others share.
    """
    shared = Counter(part for one in members for part in _parts(one.claim))

    def fitness(one: Located) -> tuple[bool, bool, bool, int, float, int]:
        agreement = sum(shared[part] - 1 for part in _parts(one.claim))
        spoken = one.record.report.language == lens.words.code
        sourced = one.claim.attribution.mode != "own"
        return sourced, _is_hedged(one.claim), spoken, agreement, one.claim.confidence, len(one.claim.roles)

    return max(members, key=fitness)


def _parts(claim: Claim) -> set[tuple[str, str]]:
    """The roles of a claim, each with who or what fills it."""
    return {(role.role, role.entity or fold(role.text).text) for role in claim.roles}


def _is_hedged(claim: Claim) -> bool:
    return claim.modality != _STATED or claim.polarity == "denied"


def _weight(finding: Finding | None, members: tuple[Located, ...], lines: tuple[OriginLine, ...], lens: Lens) -> Weight:
    """How many carry a statement and how many origins it has; of several carriers also that none names a source."""
    origins = finding.independent_origins if finding and finding.independent_origins is not None else len(lines)
    kinds = {line.kind for line in lines}
    carriers = len({member.record.report.id for member in members})
    if finding and not lens.dossier.whole:
        carriers = len(set(finding.reports))
    parts = [lens.count("carrier", carriers), lens.count("origin", origins)]
    if carriers > 1 and kinds and kinds <= _NAMELESS:
        parts.append(lens.words.say("no_source_named"))
    return Weight(origins, carriers, lens.words.separated(parts))


def _markers(claim: Claim, lens: Lens) -> tuple[Marker, ...]:
    """Denials and hedges first, then what a measure came to, and how far what is claimed has come."""
    found = []
    if claim.polarity == "denied":
        found.append(Marker("denied", lens.words.name("polarities", "denied")))
    if claim.modality != _STATED:
        found.append(Marker(claim.modality, lens.words.name("modalities", claim.modality)))
    key = outcome(claim)
    if key:
        found.append(Marker(key, lens.words.name("statuses", key), read_table("statuses")[key]["tone"]))
    if claim.phase and claim.phase != claim.modality:
        found.append(Marker(claim.phase, lens.words.name("phases", claim.phase), "plain"))
    return tuple(found)


def evidence(located: Located, lens: Lens) -> Evidence:
    """One claim with its report, chain and sentence."""
    record, claim = located.record, located.claim
    moment = record.times[claim.time] if claim.time is not None else None
    return Evidence(
        claim=claim.id,
        anchor=f"c-{anchor(claim.id)}",
        report=report_line(record.report.id, lens),
        chain=chain(located, lens),
        mode=lens.words.name("modes", claim.attribution.mode),
        passage=passage(record, claim.evidence.start, claim.evidence.end),
        markers=_markers(claim, lens),
        when=lens.words.interval(moment.first, moment.last) if moment else "",
        when_words=moment.text if moment else "",
        first=moment.first if moment else None,
        last=moment.last if moment else None,
        confidence=claim.confidence,
        extractor=claim.extractor,
        judged=tuple(_judgements(claim.id, lens)),
    )


def _judgements(claim: str, lens: Lens) -> Iterator[str]:
    """What analysts decided about the claim and did not take back."""
    for judgement in lens.dossier.judgements:
        if judgement.subject == claim and judgement.undone_at is None and judgement.kind in _JUDGED:
            user = isolated(shown(judgement.user), lens.words.direction)
            yield lens.words.say(f"labels.{_JUDGED[judgement.kind]}", user=user)


def _findings(members: tuple[Located, ...], lens: Lens) -> Iterable[Finding]:
    """What the claims are part of, once."""
    return {found.id: found for one in members for found in lens.index.findings_of.get(one.claim.id, ())}.values()


def marks(findings: Iterable[Finding], lens: Lens) -> tuple[Mark, ...]:
    """The conflicts, and the checks that came out, among findings; of those that say the same the first."""
    found = [mark for mark in (_mark(finding, lens) for finding in findings) if mark]
    return tuple({mark.text: mark for mark in reversed(found)}.values())[::-1]


def _mark(finding: Finding, lens: Lens) -> Mark | None:
    place = f"d-{anchor(finding.id)}"
    if finding.kind == "conflict":
        return Mark(lens.words.name("marks", "conflict"), "caution", place)
    if finding.kind == "check" and finding.verdict in _VERDICT_TONES:
        return Mark(lens.words.name("marks", finding.verdict), _VERDICT_TONES[finding.verdict], place)
    return None


def report_line(report_id: str, lens: Lens) -> ReportLine:
    """A report by its outlet, title and day; one that is not in the dossier by its id."""
    record = lens.record(report_id)
    place = f"r-{anchor(report_id)}"
    if record is None:
        return ReportLine(
            report_id, place, lens.words.say("unknown_outlet"), None, report_id, None, lens.words.say("undated")
        )
    report = record.report
    day = lens.words.day(report.published) if report.published else lens.words.say("undated")
    title = shown(report.title) or None
    name = title or shown(report.source)
    return ReportLine(report_id, place, lens.outlet(report), title, name, report.published, day, _address(report))


def _address(report: Report) -> str | None:
    """The web address of a report; anything else that stands there is no link."""
    address = shown(report.url)
    return address if address.startswith(("https://", "http://")) else None


def information_grade(grade: str | None, lens: Lens) -> Grade | None:
    """A grade 1 to 6 with what it means."""
    return Grade(grade, lens.words.name("information_grades", grade)) if grade else None
