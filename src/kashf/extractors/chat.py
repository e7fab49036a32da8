"""An extractor that asks a language model behind an endpoint, and takes from its answers what the text bears out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from kashf.errors import ExtractorError
from kashf.extraction.chain import analyse, as_record
from kashf.extractors.answers import said_claims, schema
from kashf.extractors.asking import Asking, Costs
from kashf.extractors.endpoint import Endpoint
from kashf.extractors.grounding import Grounding
from kashf.extractors.instructing import messages_for
from kashf.extractors.passages import passages
from kashf.extractors.tally import Tally
from kashf.records import Claim, Record, Report, Span

__all__ = ["ChatExtractor"]


class ChatExtractor:
    """Makes records of reports: claims by the model; names, figures, times and quotations as our own stages read them.

    What it costs and what is refused is counted over all reports.
    """

    def __init__(self, endpoint: Endpoint, sleep: Callable[[float], None] = time.sleep) -> None:
        self.endpoint = endpoint
        self.name = f"chat/{endpoint.model}"
        self.tally = Tally()
        self._asking = Asking(endpoint, schema(), sleep)

    @property
    def costs(self) -> Costs:
        """What asking has cost so far."""
        return self._asking.costs

    def check(self) -> None:
        """Make sure that the endpoint answers. Raises ExtractorError where it does not."""
        self._asking.check()

    def told(self) -> dict[str, Any]:
        """What it gave, what was refused for which reasons, and what it cost, as plain values."""
        return {"name": self.name, **self.tally.told(), "costs": self.costs.told()}

    def __call__(self, report: Report) -> Record:
        """The record of a report, with what was refused. Raises ExtractorError where a passage got no answer."""
        draft = analyse(report)
        grounding = Grounding(draft, self.name)
        claims: dict[str, Claim] = {}
        for passage in passages(report):
            for claim in self._claims(grounding, passage):
                claims.setdefault(claim.id, claim)
        self.tally.add(len(claims), grounding.refused)
        record = as_record(replace(draft, claims=tuple(sorted(claims.values(), key=_place))))
        return replace(record, refused=tuple(grounding.refused) or None)

    def _claims(self, grounding: Grounding, passage: Span) -> Sequence[Claim]:
        try:
            answer = self._asking.ask(messages_for(passage.text))
            said = said_claims(answer, grounding.refuse)
        except ExtractorError:
            self.costs.failures += 1
            raise
        return tuple(grounding.claims(said, passage))


def _place(claim: Claim) -> tuple[int, int]:
    return claim.evidence.start, claim.evidence.end
