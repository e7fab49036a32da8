"""Conflicts: what two reports say that cannot both be right, or that a reader must weigh.

One person under two titles; one claim in the same words under two sources; figures of one claim that cannot both hold;
a denial against an assertion. Figures that are roundings of each other are no conflict, but are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby

from kashf.comparison.assertions import Assertion, Opposed
from kashf.comparison.corpus import Corpus, Item
from kashf.comparison.crediting import Credit, is_vague, speak_for_each_other
from kashf.comparison.figures import Relation, relation, told
from kashf.comparison.origins import Sources
from kashf.comparison.propositions import FIGURE_ROLES, Proposition
from kashf.comparison.words import meanings, shared, written_in
from kashf.domain import name_tokens, naming
from kashf.records import Entity, Figure, Finding, content_id

__all__ = ["denials", "figure_conflicts", "source_conflicts", "title_conflicts"]

TITLE_DAYS = 180
"""People change office: titles are held against each other within half a year."""
SAME_TITLE = 0.75
"""Share of the shorter title's words that stand in the other where it is the same title, longer told."""
SAME_WORDS = 0.75
MOST_REPORTS = 60
"""So many reports of an assertion are held against each other over their sources."""
LEAST_WORDS = 5
"""Evidence of so many words, of which so large a share of the longer stands in the other in order, is one statement;
then two sources of it are a conflict, where otherwise they confirm each other: who, what and how much is shared."""


@dataclass(slots=True)
class _Title:
    """One office of a person, in the wordings that contain each other."""

    wordings: dict[str, frozenset[str]] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)


def title_conflicts(corpus: Corpus) -> Iterator[Finding]:
    """Persons who have one title in one report and another in the next, neither of which contains the other."""
    for entity, titles in sorted(_titles(corpus).items()):
        offices = _offices(titles)
        conflicting = [office for office in offices if any(_conflict(office, other) for other in offices)]
        if not conflicting:
            continue
        reports = corpus.ordered(report for office in conflicting for report in office.items)
        name = corpus.entities[entity].name if entity in corpus.entities else entity
        shown = [next(iter(office.wordings)) for office in conflicting]
        yield Finding(
            kind="conflict",
            id=content_id("f", "conflict", "title", entity),
            reports=reports,
            members=(entity,),
            verdict="inconsistent",
            working=f"{name} is " + ", elsewhere ".join(f"“{title}”" for title in shown),
            fields={
                "conflict": "title",
                "entity": entity,
                "name": name,
                "titles": [
                    {"title": title, "wordings": list(office.wordings), "reports": list(corpus.ordered(office.items))}
                    for title, office in zip(shown, conflicting, strict=True)
                ],
            },
        )


def _titles(corpus: Corpus) -> Mapping[str, list[tuple[str, Item]]]:
    """The titles that reports give to each person, in order of publication."""
    titles: dict[str, list[tuple[str, Item]]] = {}
    for item in corpus.items:
        record = item.record
        given = [(mention.entity, mention.role) for mention in record.mentions if mention.kind == "person"]
        given += [(quote.speaker.entity, quote.speaker.title) for quote in record.quotes if quote.speaker]
        given += [
            (link.entity, link.title)
            for claim in record.claims
            for link in claim.attribution.chain
            if link.kind == "person"
        ]
        for entity, title in dict.fromkeys(given):
            if entity and title:
                titles.setdefault(entity, []).append((title, item))
    return titles


def _offices(titles: Sequence[tuple[str, Item]]) -> list[_Title]:
    offices: list[_Title] = []
    for title, item in titles:
        words = _title_words(title)
        if words:
            same = next((office for office in offices if _same_title(office, words)), None)
            if same is None:
                offices.append(same := _Title())
            same.wordings.setdefault(title, words)
            same.items[item.id] = item
    return offices


def _title_words(title: str) -> frozenset[str]:
    """What a title says beyond that its holder has some office."""
    known = naming()
    empty = known.generic_titles | known.linking | known.honorifics
    tokens = [token for token in name_tokens(title) if token not in empty]
    return meanings(" ".join(tokens))


def _same_title(office: _Title, words: frozenset[str]) -> bool:
    return any(len(words & known) >= SAME_TITLE * min(len(words), len(known)) for known in office.wordings.values())


def _conflict(one: _Title, other: _Title) -> bool:
    """Whether two offices are told in one language, by reports of which none knows both, within half a year."""
    if one is other or one.items.keys() & other.items.keys():
        return False
    scripts = {written_in(wording) for office in (one, other) for wording in office.wordings}
    return len(scripts) == 1 and any(
        _near(here, there) and here.record.report.language == there.record.report.language
        for here in one.items.values()
        for there in other.items.values()
    )


def _near(one: Item, other: Item) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= TITLE_DAYS


def source_conflicts(corpus: Corpus, assertions: Mapping[str, Assertion], sources: Sources) -> Iterator[Finding]:
    """Assertions whose very words are credited to two sources, in two reports or in one."""
    for key, assertion in assertions.items():
        given = [sources.credit(claim) for claim in assertion.claims]
        by_report = [list(group) for _, group in groupby(given, key=lambda credit: credit.claim.item.id)]
        pairs = combinations(by_report[:MOST_REPORTS], 2)
        apart = [pair for here, there in pairs for pair in _credited_apart(here, there, corpus.entities)]
        apart += [pair for own in by_report for pair in _credited_twice(own, corpus.entities)]
        if apart:
            yield _source_conflict(corpus, key, [credit for pair in apart for credit in pair])


def _source_conflict(corpus: Corpus, assertion: str, credited: Sequence[Credit]) -> Finding:
    by_name: dict[str, dict[str, None]] = {}
    for credit in credited:
        by_name.setdefault(credit.name, {})[credit.claim.item.id] = None
    return Finding(
        kind="conflict",
        id=content_id("f", "conflict", "source", assertion),
        reports=corpus.ordered(credit.claim.item.id for credit in credited),
        members=tuple(dict.fromkeys(credit.claim.claim.id for credit in credited)),
        verdict="inconsistent",
        working="the same words are credited to " + " and to ".join(f"“{name}”" for name in by_name),
        fields={
            "conflict": "source",
            "assertion": assertion,
            "sources": [{"source": name, "reports": list(reports)} for name, reports in by_name.items()],
        },
    )


def _credited_apart(
    here: Sequence[Credit], there: Sequence[Credit], entities: Mapping[str, Entity]
) -> Iterator[tuple[Credit, Credit]]:
    """Pairs of claims in the same words under two sources, unless the two reports share a source of the claim."""
    if {credit.key for credit in here} & {credit.key for credit in there}:
        return
    for one in here:
        for other in there:
            if _same_words(one.claim, other.claim) and _two_sources(one, other, entities):
                yield one, other
                return


def _credited_twice(own: Sequence[Credit], entities: Mapping[str, Entity]) -> Iterator[tuple[Credit, Credit]]:
    """Claims of one report in the same words under two sources that it names."""
    named = [credit for credit in own[:MOST_REPORTS] if credit.kind == "named"]
    for one, other in combinations(named, 2):
        if one.key != other.key and _same_words(one.claim, other.claim) and _two_sources(one, other, entities):
            yield one, other


def _same_words(one: Proposition, other: Proposition) -> bool:
    if one.utterance is not None and one.utterance == other.utterance:
        return True
    fewest, most = sorted((len(one.words), len(other.words)))
    return fewest >= LEAST_WORDS and shared(one.words, other.words) >= SAME_WORDS * most


def _two_sources(one: Credit, other: Credit, entities: Mapping[str, Entity]) -> bool:
    """Whether two credits name two sources, or two kinds of unnamed ones.

    A source named against one that is not ("the accused", "the agency") is the same thing told less closely; so is a
    shorter wording, a relay in the other's chain, and who speaks for the other.
    """
    if not (one.kind == other.kind == "named" or _both_vague(one, other)) or _relays(one) or _relays(other):
        return False
    if speak_for_each_other(one, other, entities):
        return False
    here, there = meanings(one.name), meanings(other.name)
    if here <= there or there <= here:
        return False
    return not (_passed_on(one, other) or _passed_on(other, one))


def _relays(credit: Credit) -> bool:
    """Whether a claim is credited to another outlet, which has its own source for it."""
    return credit.link is not None and credit.link.kind == "outlet"


def _both_vague(one: Credit, other: Credit) -> bool:
    return one.kind == other.kind == "unnamed" and is_vague(one.name) and is_vague(other.name)


def _passed_on(source: Credit, by: Credit) -> bool:
    chain = by.claim.claim.attribution.chain
    return any(link.entity == source.key or meanings(link.text) == meanings(source.name) for link in chain)


def figure_conflicts(corpus: Corpus, assertions: Mapping[str, Assertion]) -> Iterator[Finding]:
    """Figures of one assertion of which no value satisfies both, under their modifiers."""
    for key, assertion in assertions.items():
        for role in FIGURE_ROLES:
            given = [(claim, figure) for claim in assertion.claims for figure in claim.figures.get(role, ())]
            apart = list(_apart(given))
            if apart:
                yield _figure_conflict(corpus, key, role, apart)


def _apart(
    given: Sequence[tuple[Proposition, Figure]],
) -> Iterator[tuple[tuple[Proposition, Figure], tuple[Proposition, Figure]]]:
    distinct: dict[tuple[object, ...], tuple[Proposition, Figure]] = {}
    for claim, figure in given:
        distinct.setdefault((figure.value, figure.low, figure.high, figure.modifier, figure.unit), (claim, figure))
    for one, other in combinations(distinct.values(), 2):
        reports_differ = one[0].item is not other[0].item
        if reports_differ and relation(one[1], other[1]) is Relation.CONFLICTING:
            yield one, other


def _figure_conflict(
    corpus: Corpus,
    assertion: str,
    role: str,
    apart: Sequence[tuple[tuple[Proposition, Figure], tuple[Proposition, Figure]]],
) -> Finding:
    given = {(claim.claim.id, figure): (claim, figure) for pair in apart for claim, figure in pair}.values()
    return Finding(
        kind="conflict",
        id=content_id("f", "conflict", "figure", assertion, role),
        reports=corpus.ordered(claim.item.id for claim, _ in given),
        members=tuple(dict.fromkeys(claim.claim.id for claim, _ in given)),
        verdict="inconsistent",
        working="; ".join(f"{told(one)} and {told(other)} cannot both hold" for (_, one), (_, other) in apart),
        fields={
            "conflict": "figure",
            "assertion": assertion,
            "role": role,
            "figures": [
                {"report": claim.item.id, "text": figure.text, "figure": told(figure)} for claim, figure in given
            ],
        },
    )


def denials(corpus: Corpus, opposed: Sequence[Opposed], assertion_of: Mapping[int, str]) -> Iterator[Finding]:
    """Assertions that another claim denies, one finding for each assertion and its denial."""
    met: dict[tuple[str, str], list[Opposed]] = {}
    for pair in opposed:
        met.setdefault((assertion_of[pair.affirmed.index], assertion_of[pair.denied.index]), []).append(pair)
    for (affirmed, denied), pairs in sorted(met.items()):
        claims = [claim for pair in pairs for claim in (pair.affirmed, pair.denied)]
        origin = pairs[0].denied.claim.attribution.origin
        told = origin is not None and (origin.kind != "outlet" or origin.start is not None)
        denier = (origin.name or origin.text) if origin is not None and told else "a report"
        yield Finding(
            kind="conflict",
            id=content_id("f", "conflict", "denial", affirmed, denied),
            reports=corpus.ordered(claim.item.id for claim in claims),
            members=tuple(dict.fromkeys(claim.claim.id for claim in claims)),
            working=f"{denier} denies it: “{pairs[0].denied.claim.evidence.text}”",
            fields={"conflict": "denial", "assertion": affirmed, "denial": denied, "denier": denier},
        )
