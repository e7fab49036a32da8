"""Comparing reports: everything that is found across them, in one pass.

1. copies by shared runs of words; 2. shared quotes; 3. stories; 4. claims aligned into assertions; 5. checks within
each report and across them; 6. conflicts; 7. each assertion's independent origins and its proposed grade.

Reports in which nothing was extracted still give copies and stories.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kashf.comparison.across import across_checks
from kashf.comparison.assertion_findings import assertion_finding, assertion_id
from kashf.comparison.assertions import Assertion, align
from kashf.comparison.checks import find_checks
from kashf.comparison.conflicts import denials, figure_conflicts, source_conflicts, title_conflicts
from kashf.comparison.conversions import conversion_checks
from kashf.comparison.copies import copy_findings, find_copies
from kashf.comparison.corpus import NOT_KNOWN, Corpus, gather
from kashf.comparison.dates import order_checks
from kashf.comparison.differences import leading_figures, near_claims, time_conflicts
from kashf.comparison.features import Frequencies
from kashf.comparison.fingerprints import Fingerprint
from kashf.comparison.grades import of_every_name
from kashf.comparison.headlines import headline_conflicts
from kashf.comparison.lineage import handed_on, lineages
from kashf.comparison.origins import Sources
from kashf.comparison.products import with_proceeds
from kashf.comparison.propositions import propositions
from kashf.comparison.quotes import find_quotes, quote_findings
from kashf.comparison.stories import find_stories, story_of
from kashf.comparison.story_findings import story_findings
from kashf.comparison.translated_reports import Meaning, translation_findings
from kashf.comparison.translations import with_translations
from kashf.records import Entity, Finding, Record

__all__ = ["compare"]

NO_GRADES: Mapping[str, str] = MappingProxyType({})
KINDS = ("story", "copy", "quote", "assertion", "conflict", "check")


def compare(
    records: Sequence[Record],
    entities: Sequence[Entity] = (),
    grades: Mapping[str, str] = NO_GRADES,
    frequencies: Frequencies | None = None,
    meaning: Meaning | None = None,
    fingerprints: Mapping[str, Fingerprint] = NOT_KNOWN,
) -> tuple[Finding, ...]:
    """Everything found across the records, by kind, then by the earliest report, then by id.

    The records are resolved ones, whose keys are the ids of `entities`. `grades` are the analyst's grades of sources
    and outlets, A to F, by name; `frequencies` how common words and names are in the collection that the records are a
    part of, if they are not all of it; `meaning` tells whether doubtful translations are any; `fingerprints` are those
    of reports of that collection. Every claim is in one assertion, be it alone. Same input, same findings; time grows
    in proportion to the number of reports.
    """
    corpus = gather(records, entities, fingerprints)
    copies = find_copies(corpus)
    quotes = find_quotes(corpus)
    stories = find_stories(corpus, copies, quotes, frequencies)
    lineage = lineages(corpus, stories, copies, meaning)
    found = [
        *copy_findings(corpus, copies),
        *translation_findings(corpus, [pair for own in lineage.values() for pair in own.translated]),
        *quote_findings(corpus, with_translations(corpus, quotes, story_of(stories))),
    ]
    claims = propositions(corpus, quotes, story_of(stories))
    assertions, opposed = align(corpus, with_proceeds(claims))
    by_id = {assertion_id(assertion): assertion for assertion in assertions}
    assertion_of = {claim.index: key for key, assertion in by_id.items() for claim in assertion.claims}
    sources = Sources(corpus, copies, handed_on(lineage))
    own_checks = tuple(find_checks(corpus, claims))
    weighed = [
        *own_checks,
        *across_checks(corpus, by_id, own_checks),
        *conversion_checks(corpus, claims, story_of(stories)),
        *order_checks(corpus, claims),
        *source_conflicts(corpus, by_id, sources),
        *figure_conflicts(corpus, by_id),
        *denials(corpus, opposed, assertion_of),
        *time_conflicts(corpus, by_id),
        *near_claims(corpus, by_id),
        *leading_figures(corpus, by_id),
        *headline_conflicts(corpus, claims),
    ]
    found += story_findings(corpus, stories, copies, quotes, lineage)
    graded = of_every_name(grades, entities)
    found += [*weighed, *title_conflicts(corpus), *_assertions(corpus, by_id, sources, weighed, graded)]
    order = {item.id: item.position for item in corpus.items}
    return tuple(sorted(found, key=lambda finding: (KINDS.index(finding.kind), order[finding.reports[0]], finding.id)))


def _assertions(
    corpus: Corpus,
    assertions: Mapping[str, Assertion],
    sources: Sources,
    weighed: Sequence[Finding],
    grades: Mapping[str, str],
) -> Iterator[Finding]:
    touching: dict[tuple[str, str], list[Finding]] = {}
    for finding in weighed:
        for report in finding.reports:
            for member in finding.members:
                touching.setdefault((report, member), []).append(finding)
    for key, assertion in assertions.items():
        own = ((claim.item.id, claim.claim.id) for claim in assertion.claims)
        findings = {finding.id: finding for claim in own for finding in touching.get(claim, ())}
        checks_first = sorted(findings.values(), key=lambda finding: finding.kind == "conflict")
        yield assertion_finding(corpus, key, assertion, sources.origins(assertion), checks_first, grades)
