"""An assertion as a finding: what is claimed, by whose word, with what weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kashf.comparison.assertions import Assertion
from kashf.comparison.beginnings import assertion_beginning
from kashf.comparison.corpus import Corpus
from kashf.comparison.figures import Relation, quantity, relation, told, unit_of
from kashf.comparison.grades import origins_found, outlook, propose
from kashf.comparison.origins import Origins, Uncounted
from kashf.comparison.propositions import FIGURE_ROLES
from kashf.records import Figure, Finding

__all__ = ["assertion_finding", "assertion_id", "regraded"]


def assertion_id(assertion: Assertion) -> str:
    """The id of an assertion: that of its earliest claim."""
    first = assertion.claims[0]
    return assertion_beginning(first.item.id, first.claim.id)


def assertion_finding(
    corpus: Corpus,
    key: str,
    assertion: Assertion,
    origins: Origins,
    findings: Sequence[Finding],
    grades: Mapping[str, str],
) -> Finding:
    """The finding of an assertion. `findings` are the checks and then the conflicts that its claims take part in."""
    claims = assertion.claims
    reports = corpus.ordered(claim.item.id for claim in claims)
    modalities = [claim.claim.modality for claim in claims]
    proposal = propose(origins, modalities, findings, grades)
    return Finding(
        kind="assertion",
        id=key,
        reports=reports,
        members=tuple(claim.claim.id for claim in claims),
        origins=origins.independent,
        independent_origins=len(origins.independent),
        grade=str(proposal.grade),
        working=f"{_weight(reports, origins)}; {'; '.join(proposal.steps)}",
        fields={
            **_fields(assertion, origins, findings, proposal.steps),
            "grade_outlook": {one.what: one.grade for one in outlook(origins, modalities, findings, grades)},
        },
    )


def _weight(reports: Sequence[str], origins: Origins) -> str:
    carriers = f"{len(reports)} carrier" + ("s" if len(reports) > 1 else "")
    names = ", ".join(origin.name for origin in origins.independent)
    counted = f"{len(origins.independent)} independent origin" + ("s" if len(origins.independent) > 1 else "")
    return f"{carriers}, {counted} ({names})"


def _fields(
    assertion: Assertion, origins: Origins, findings: Sequence[Finding], steps: Sequence[str]
) -> dict[str, object]:
    claims = assertion.claims
    dates = [published.isoformat() for claim in claims if (published := claim.item.record.report.published)]
    return {
        "type": Counter(claim.claim.type for claim in claims).most_common(1)[0][0],
        "polarity": claims[0].claim.polarity,
        "modalities": sorted({claim.claim.modality for claim in claims}),
        "claims": [{"report": claim.item.id, "claim": claim.claim.id} for claim in claims],
        "roles": dict(_roles(assertion)),
        "figures": dict(_figures(assertion)),
        "first": min(dates, default=None),
        "last": max(dates, default=None),
        "story": next((claim.story for claim in claims if claim.story), None),
        "uncounted": list(map(_uncounted, origins.uncounted)),
        "conflicts": [finding.id for finding in findings if finding.kind == "conflict"],
        "checks": [finding.id for finding in findings if finding.kind == "check"],
        "named_origins": origins.named,
        "grade_steps": list(steps),
    }


def regraded(assertion: Finding, findings: Sequence[Finding], grades: Mapping[str, str]) -> Finding:
    """An assertion that was found before, as it is found where sources have these grades (by every name they go by) and
    nothing else changed. `findings` are the checks and then the conflicts that its claims take part in."""
    origins, modalities = origins_found(assertion), assertion.fields["modalities"]
    proposal = propose(origins, modalities, findings, grades)
    weight = (assertion.working or "").removesuffix("; ".join(assertion.fields["grade_steps"]))
    steps = {"grade_steps": list(proposal.steps)}
    outlooks = {one.what: one.grade for one in outlook(origins, modalities, findings, grades)}
    return replace(
        assertion,
        grade=str(proposal.grade),
        working=f"{weight}{'; '.join(proposal.steps)}",
        fields={**assertion.fields, **steps, "grade_outlook": outlooks},
    )


def _uncounted(source: Uncounted) -> dict[str, object]:
    return {
        "source": source.name,
        "report": source.report,
        "voice": source.voice,
        "beside": source.beside,
        "beside_named": source.beside_named,
        "reason": source.reason,
    }


def _roles(assertion: Assertion) -> Iterator[tuple[str, list[str]]]:
    """The fillers of each role, most frequent first, under their entities' names."""
    roles: dict[str, Counter[str]] = {}
    for claim in assertion.claims:
        for role, fillers in claim.fillers.items():
            roles.setdefault(role, Counter()).update(dict.fromkeys((filler.name for filler in fillers), 1))
    for role, names in roles.items():
        yield role, [name for name, _ in names.most_common()]


def _figures(assertion: Assertion) -> Iterator[tuple[str, dict[str, object]]]:
    """The range of the figures given in each role, the figures in words, and which are roundings of each other."""
    for role in FIGURE_ROLES:
        given = [figure for claim in assertion.claims for figure in claim.figures.get(role, ())]
        units = Counter(map(unit_of, given))
        if given:
            unit = units.most_common(1)[0][0]
            same = [figure for figure in given if unit_of(figure) == unit]
            yield role, _range(same, unit)


def _range(figures: Sequence[Figure], unit: str | None) -> dict[str, object]:
    distinct = {(quantity(figure), figure.modifier): figure for figure in figures}
    given = list(distinct.values())
    roundings = [
        f"{told(one)} and {told(other)}"
        for place, one in enumerate(given)
        for other in given[place + 1 :]
        if relation(one, other) is Relation.ROUNDING
    ]
    return {
        "unit": unit,
        "low": min(quantity(figure)[0] for figure in given),
        "high": max(quantity(figure)[1] for figure in given),
        "told": [told(figure) for figure in given],
        **({"roundings": roundings} if roundings else {}),
    }
