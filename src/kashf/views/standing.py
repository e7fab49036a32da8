"""Standing before the law and before sanctions authorities: what a claim says of someone, told apart by its words.

Accused, denied, charged, convicted, acquitted and delisted are different things; the type of a claim does not tell them
all apart, so the words of its evidence are asked (`statuses.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from kashf.records import Claim
from kashf.text.folding import search_key
from kashf.views.tables import read_table

__all__ = ["outcome", "standing"]

_WORD = re.compile(r"[\w-]+")
_PREFIXES = "(?:[وفبل]|ال|وال|بال|لل)?"
CACHED_EVIDENCE = 4096


def standing(claim: Claim, group: str, entity: str) -> str | None:
    """What the claim, of a type of that group, says of where the entity stands; None where it says nothing of it."""
    return _status(claim, group, lambda role: any(filler.entity == entity for filler in claim.fillers(role)))


def outcome(claim: Claim) -> str | None:
    """What a measure against someone came to by its words: `convicted`, `acquitted`, `delisted` and so on."""
    key = _status(claim, "counter", lambda role: bool(claim.fillers(role)))
    return key if key and "words" in read_table("statuses")[key] else None


def _status(claim: Claim, group: str, fills: Any) -> str | None:
    rules = read_table("statuses").items()
    return next((key for key, rule in rules if _meets(claim, group, rule) and fills(rule["role"])), None)


def _meets(claim: Claim, group: str, rule: Mapping[str, Any]) -> bool:
    of_type = claim.type in rule["types"] if "types" in rule else group in rule["groups"]
    modality = rule.get("modality", "asserted" if "types" in rule else claim.modality)
    return (
        of_type
        and claim.polarity == rule.get("polarity", "affirmed")
        and claim.modality == modality
        and ("words" not in rule or _speaks(claim.evidence.text, rule["words"]))
    )


@lru_cache(maxsize=CACHED_EVIDENCE)
def _speaks(evidence: str, beginnings: Sequence[str]) -> bool:
    folded = " " + " ".join(_WORD.findall(search_key(evidence)))
    return any(re.search(rf" {_PREFIXES}{re.escape(search_key(one))}", folded) for one in beginnings)
