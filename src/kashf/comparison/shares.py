"""Shares and fractions against the counts they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.comparison.figures import number, quantity, told, unit_of
from kashf.comparison.propositions import Proposition
from kashf.records import Figure, Finding, content_id
from kashf.records.findings import Verdict

__all__ = ["TOLERANCE", "WHOLE_PERCENT", "share_checks"]

WHOLE_PERCENT = 100.0
TOLERANCE = 0.05
"""A percentage told beside part and whole is rounded: it may miss their ratio by five points."""


def share_checks(claims: Sequence[Proposition]) -> Iterator[Finding]:
    """A check for each claim with a part and the total it is of, or with a share that exceeds the whole."""
    for claim in claims:
        totals = claim.figures.get("of_total", ())
        for total in totals:
            for amount in claim.figures.get("amount", ()):
                if unit_of(amount) == unit_of(total):
                    yield _part_of_total(claim, amount, total)
        for amount in claim.figures.get("amount", ()):
            if unit_of(amount) == "percent" and claim.claim.type == "lose" and quantity(amount)[0] > WHOLE_PERCENT:
                yield _more_than_all(claim, amount)


def _part_of_total(claim: Proposition, amount: Figure, total: Figure) -> Finding:
    part, whole = quantity(amount)[0], quantity(total)[0]
    percent = _percent(claim)
    possible = part <= whole and (percent is None or abs(part / whole - percent) <= TOLERANCE)
    verdict: Verdict = "not computable" if not whole else "consistent" if possible else "inconsistent"
    share = f" = {part / whole:.1%}" if whole else ""
    stated = f"; stated {percent:.0%}" if percent is not None else ""
    return Finding(
        kind="check",
        id=content_id("f", "check", "share", claim.item.id, claim.claim.id, total.start),
        reports=(claim.item.id,),
        members=(claim.claim.id,),
        verdict=verdict,
        working=f"{number(part)} of {number(whole)}{share}{stated}: {verdict}",
        fields={"check": "share", "part": part, "total": whole, "share": part / whole if whole else None},
    )


def _percent(claim: Proposition) -> float | None:
    """The share that the claim itself states, as a fraction of 1."""
    for figure in claim.figures.get("amount", ()):
        if figure.unit == "percent" and figure.value is not None:
            return figure.value / WHOLE_PERCENT
    return None


def _more_than_all(claim: Proposition, amount: Figure) -> Finding:
    return Finding(
        kind="check",
        id=content_id("f", "check", "share", claim.item.id, claim.claim.id, amount.start),
        reports=(claim.item.id,),
        members=(claim.claim.id,),
        verdict="inconsistent",
        working=f"{told(amount)} is more than all there is: inconsistent",
        fields={"check": "share", "part": quantity(amount)[0], "total": WHOLE_PERCENT},
    )
