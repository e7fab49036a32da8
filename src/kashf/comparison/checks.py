"""Checks: figures of one report against each other, each with its working.

Parts against a whole; price times quantity against proceeds; shares and fractions against counts; dates. Modifiers are
respected: 1517 satisfies "more than 1500". Where the report does not say that its parts are all, a sum that falls short
is not computable rather than inconsistent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.comparison.corpus import Corpus
from kashf.comparison.dates import date_checks
from kashf.comparison.enumerations import enumeration_checks
from kashf.comparison.products import product_checks
from kashf.comparison.propositions import Proposition
from kashf.comparison.shares import share_checks
from kashf.comparison.sums import sum_checks
from kashf.records import Finding

__all__ = ["find_checks"]


def find_checks(corpus: Corpus, claims: Sequence[Proposition]) -> Iterator[Finding]:
    """Every check that the claims of each report allow, report by report."""
    by_report: dict[str, list[Proposition]] = {}
    for claim in claims:
        by_report.setdefault(claim.item.id, []).append(claim)
    for item in corpus.items:
        own = by_report.get(item.id, [])
        sums = tuple(sum_checks(own, corpus.entities))
        yield from sums
        yield from (check for check in enumeration_checks(item, own) if not _told_in(check, sums))
        yield from product_checks(item, own)
        yield from share_checks(own)
        yield from date_checks(item, own)


def _told_in(check: Finding, sums: Sequence[Finding]) -> bool:
    """Whether a sum read off the figures is one that the claims gave already."""
    return any(check.fields["sum"] == known.fields["sum"] for known in sums)
