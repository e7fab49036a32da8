"""Whether a report shows a witness of its own for a claim: its own reporter, a document it holds, somebody it asked.

What several outlets tell of one event in their own voice is mostly one wire or one briefing told again in other words;
no editor would take it for several sources. An outlet whose reporter was there is one of its own.
"""

from __future__ import annotations

import re
from functools import cache

from kashf.comparison.propositions import Proposition
from kashf.comparison.words import folded_words
from kashf.domain import witness_words

__all__ = ["shows_witness"]

_ENDS = re.compile(r"[.!?؟\n]\s")
"""Where a sentence ends, roughly: a stop within it only makes what is looked at shorter."""


def shows_witness(claim: Proposition) -> bool:
    """Whether the sentence of a claim says how its outlet came to know."""
    words = f" {' '.join(folded_words(_sentence(claim)))} "
    if _any_of("ours").search(words):
        return True
    outlet = claim.item.record.report.outlet
    return outlet is not None and _any_of("beside_name").search(words) is not None and _named(outlet, words)


def _sentence(claim: Proposition) -> str:
    text, evidence = claim.item.record.text, claim.claim.evidence
    before = [match.end() for match in _ENDS.finditer(text, 0, evidence.start)]
    behind = _ENDS.search(text, evidence.end)
    return text[before[-1] if before else 0 : behind.start() if behind else len(text)]


def _named(outlet: str, words: str) -> bool:
    """Whether an outlet's name stands among words, alone or with what is written onto it in Arabic."""
    name = " ".join(folded_words(outlet)).removeprefix("ال")
    return bool(name) and re.search(rf"\s[وف]?[بلك]?(?:ال|ل)?{re.escape(name)}\s", words) is not None


@cache
def _any_of(group: str) -> re.Pattern[str]:
    phrases = (" ".join(folded_words(phrase)) for phrase in witness_words(group))
    return re.compile(rf"\s[وفبل]?(?:{'|'.join(map(re.escape, sorted(phrases)))})(?=\s)")
