"""Sums over several reports: what one desk tells of a thing against what the next tells of it.

One report gives how much was sold, another at what price, a third what it brought; one gives the total, another its
parts. What is put together is told of one claim (an assertion), or of one story where parts and whole are claims of one
kind; and only what no report could be checked for by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from kashf.comparison.assertions import Assertion
from kashf.comparison.corpus import Corpus
from kashf.comparison.figures import number, quantity, told, unit_of
from kashf.comparison.products import PRICE_ROLES, Bargain, bargain_verdict, bargain_working, product_unit, same_money
from kashf.comparison.propositions import Proposition
from kashf.comparison.shares import TOLERANCE, WHOLE_PERCENT
from kashf.comparison.sums import sum_checks
from kashf.records import Figure, Finding, content_id
from kashf.records.findings import Verdict

__all__ = ["across_checks"]

MOST_FIGURES = 6
"""So many different figures of a role are tried, the earliest."""
MOST_REPORTS = 24
"""So many reports of a story are asked for the parts of a whole, the earliest."""
Given = tuple[Proposition, Figure]


def across_checks(corpus: Corpus, assertions: Mapping[str, Assertion], own: Sequence[Finding]) -> Iterator[Finding]:
    """The checks that several reports allow together. `own` are those that each allows by itself."""
    checked = {member for check in own for member in check.members}
    for key, assertion in assertions.items():
        if len({claim.item.id for claim in assertion.claims}) > 1:
            yield from _product(corpus, key, assertion, checked)
            yield from _share(corpus, key, assertion)
    yield from _sums(corpus, assertions, checked)


def _given(assertion: Assertion, *roles: str) -> list[Given]:
    """The figures that an assertion's claims give in these roles, each wording once."""
    found: dict[tuple[object, ...], Given] = {}
    for claim in assertion.claims:
        for role in roles:
            for figure in claim.figures.get(role, ()):
                found.setdefault((*quantity(figure), unit_of(figure), figure.modifier), (claim, figure))
    return list(found.values())[:MOST_FIGURES]


def _product(corpus: Corpus, key: str, assertion: Assertion, checked: set[str]) -> Iterator[Finding]:
    """Quantity times price against proceeds, which no report gives all of."""
    if any(claim.claim.id in checked and claim.figures.keys() >= {"amount"} for claim in assertion.claims):
        return
    roles = (_given(assertion, "amount"), _given(assertion, *PRICE_ROLES), _given(assertion, "proceeds", "amount"))
    for amount, price, proceeds in product(*roles):
        unit = product_unit(unit_of(amount[1]), unit_of(price[1]))
        if unit is None or not same_money(unit, unit_of(proceeds[1])) or proceeds[1] is price[1]:
            continue
        bargain = Bargain(amount[1], price[1], proceeds[1], unit, ())
        given = (amount, price, proceeds)
        if len({claim.item.id for claim, _ in given}) > 1:
            fields = {"check": "product", "assertion": key, "stated": quantity(proceeds[1])[0], "unit": unit}
            yield _finding(corpus, given, bargain_verdict(bargain), bargain_working(bargain), fields)
            return


def _share(corpus: Corpus, key: str, assertion: Assertion) -> Iterator[Finding]:
    """A percentage that one report gives against the part and the total that others give."""
    amounts, totals = _given(assertion, "amount"), _given(assertion, "of_total")
    percents = [given for given in amounts if unit_of(given[1]) == "percent"]
    for percent, part, total in product(percents, amounts, totals):
        given = (percent, part, total)
        if unit_of(part[1]) != unit_of(total[1]) or len({claim.item.id for claim, _ in given}) < 2:
            continue
        of, whole, stated = quantity(part[1])[0], quantity(total[1])[0], quantity(percent[1])[0] / WHOLE_PERCENT
        if whole > 0:
            fits = of <= whole and abs(of / whole - stated) <= TOLERANCE
            verdict: Verdict = "consistent" if fits else "inconsistent"
            working = f"{number(of)} of {number(whole)} = {of / whole:.1%}; stated {told(percent[1])}: {verdict}"
            fields = {"check": "share", "assertion": key, "part": of, "total": whole, "share": of / whole}
            yield _finding(corpus, given, verdict, working, fields)
            return


def _sums(corpus: Corpus, assertions: Mapping[str, Assertion], checked: set[str]) -> Iterator[Finding]:
    """Parts that one report of a story gives against the whole that another gives."""
    stories: dict[str, dict[str, list[Proposition]]] = {}
    for assertion in assertions.values():
        for claim in assertion.claims:
            if claim.story is not None and claim.figures.get("amount"):
                stories.setdefault(claim.story, {}).setdefault(claim.item.id, []).append(claim)
    for reports in stories.values():
        yield from _sums_of_story(corpus, list(reports.values())[:MOST_REPORTS], checked)


def _sums_of_story(corpus: Corpus, reports: Sequence[Sequence[Proposition]], checked: set[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for here, there in product(reports, reports):
        parts = [claim for claim in there if claim.claim.id not in checked]
        for whole in here if here is not there and len(parts) > 1 else ():
            if whole.claim.id not in checked:
                for check in sum_checks((whole, *parts), corpus.entities):
                    if check.fields["whole"] == whole.claim.id and _terms(check) not in seen:
                        seen.add(_terms(check))
                        yield _renamed(corpus, check, whole, parts)


def _terms(check: Finding) -> str:
    """What a sum says, whoever says it: copies say the same."""
    return f"{check.fields['sum']} {check.fields['stated']} {len(check.fields['parts'])}"


def _renamed(corpus: Corpus, check: Finding, whole: Proposition, parts: Sequence[Proposition]) -> Finding:
    reports = corpus.ordered((whole.item.id, parts[0].item.id))
    identity = content_id("f", "check", "sum across", whole.item.id, whole.claim.id, parts[0].item.id)
    return replace(check, id=identity, reports=reports)


def _finding(
    corpus: Corpus, given: Sequence[Given], verdict: Verdict, working: str, fields: Mapping[str, object]
) -> Finding:
    places = [f"{claim.item.id} {figure.start}" for claim, figure in given]
    return Finding(
        kind="check",
        id=content_id("f", "check", "across", str(fields["check"]), *places),
        reports=corpus.ordered(claim.item.id for claim, _ in given),
        members=tuple(dict.fromkeys(claim.claim.id for claim, _ in given)),
        verdict=verdict,
        working=working,
        fields=fields,
    )
