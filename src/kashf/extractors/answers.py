"""What a language model answered, taken strictly: every value of the type it must have, or refused by its path."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from kashf.domain.predicates import claim_types
from kashf.errors import ExtractorError, RecordError
from kashf.records import structure
from kashf.records.claims import LinkKind, Modality, Mode, Phase, Polarity

__all__ = ["MOST_CLAIMS", "Refuse", "SaidClaim", "SaidRole", "SaidSource", "said_claims", "schema"]

MOST_CLAIMS = 100
"""Claims taken from one passage: a newspaper's page holds some thirty."""
MOST_PARTS = 20
"""Roles, and sources, taken of one claim."""
SHOWN = 200
"""Characters of a refused value that are kept."""
_APART = frozenset({"roles", "sources", "number"})
_MODES = ("direct", "indirect", "own")
_MODALITIES = ("asserted", "attempted", "planned", "expected", "possible", "required", "alleged", "ended")

Refuse = Callable[[str, object, str], None]
"""Told of each value that is not taken: which it was, what it said, and why."""
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class SaidRole:
    """Words that are said to fill a role."""

    role: str
    words: str


@dataclass(frozen=True, slots=True)
class SaidSource:
    """Words that are said to name a source of a claim."""

    words: str
    kind: Literal["person", "organisation", "document", "unnamed", "outlet"] = "unnamed"


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """A claim as it was answered; its words are not looked up yet. `number` counts from 1 within the answer."""

    type: str
    evidence: str
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    phase: Phase | None = None
    time: str | None = None
    mode: Mode | None = None
    number: int = 0
    roles: tuple[SaidRole, ...] = ()
    sources: tuple[SaidSource, ...] = ()


def said_claims(content: str, refuse: Refuse) -> tuple[SaidClaim, ...]:
    """The claims of an answer. What is not as it was asked for is refused, and the rest taken.

    Raises ExtractorError where the answer is no JSON object with a list of claims.
    """
    claims = _object(content).get("claims")
    if not isinstance(claims, list):
        raise ExtractorError("The answer has no list `claims`; try another model, or one that keeps to a schema.")
    if len(claims) > MOST_CLAIMS:
        refuse(f"claims from {MOST_CLAIMS + 1} on", f"{len(claims)} claims", f"more than {MOST_CLAIMS} of one passage")
    taken = (_claim(number, plain, refuse) for number, plain in enumerate(claims[:MOST_CLAIMS], start=1))
    return tuple(claim for claim in taken if claim is not None)


def _object(content: str) -> Mapping[str, Any]:
    """The JSON object of an answer, out of the fence or the words that some models put around it."""
    fenced = re.search(r"```(?:json)?\s*(\{.*\})\s*```", content, re.DOTALL)
    inner = fenced[1] if fenced else content[content.find("{") : content.rfind("}") + 1]
    try:
        plain = json.loads(inner)
    except (ValueError, RecursionError) as error:
        raise ExtractorError(f"The answer is no JSON ({error}); try a model that keeps to a schema.") from error
    if not isinstance(plain, dict):
        raise ExtractorError("The answer is no JSON object; try a model that keeps to a schema.")
    return plain


def _claim(number: int, plain: object, refuse: Refuse) -> SaidClaim | None:
    where = f"claim {number}"
    if not isinstance(plain, dict):
        refuse(where, plain, "no JSON object")
        return None
    roles = tuple(_parts(plain.get("roles"), SaidRole, f"{where}, role", refuse))
    sources = tuple(_parts(plain.get("sources"), SaidSource, f"{where}, source", refuse))
    head = {key: value for key, value in plain.items() if key not in _APART and value is not None}
    try:
        claim = structure({**head, "number": number}, SaidClaim)
    except RecordError as error:
        refuse(where, plain.get("evidence"), f"not as it was asked for: {error}")
        return None
    return replace(claim, roles=roles, sources=sources)


def _parts(plain: object, kind: type[Said], where: str, refuse: Refuse) -> Iterator[Said]:
    if plain is None:
        return
    if not isinstance(plain, list):
        refuse(where, plain, "no list")
        return
    for part in plain[:MOST_PARTS]:
        try:
            yield structure(part, kind)
        except RecordError as error:
            refuse(where, part, f"not as it was asked for: {error}")
    if len(plain) > MOST_PARTS:
        refuse(where, f"{len(plain)} of them", f"more than {MOST_PARTS} of one claim")


def schema() -> dict[str, Any]:
    """The JSON schema that answers are asked to keep to."""
    words = {"type": "string"}
    role = _closed({"role": {"enum": ["actor", *_roles()]}, "words": words})
    source = _closed({"words": words, "kind": {"enum": list(LinkKind.__args__)}})  # type: ignore[attr-defined]
    claim = {
        "type": {"enum": list(claim_types())},
        "evidence": words,
        "roles": {"type": "array", "items": role},
        "sources": {"type": "array", "items": source},
        "mode": {"enum": list(_MODES)},
        "polarity": {"enum": ["affirmed", "denied"]},
        "modality": {"enum": list(_MODALITIES)},
        "phase": {"enum": ["began", "goes_on", "ended", None]},
        "time": {"type": ["string", "null"]},
    }
    return _closed({"claims": {"type": "array", "items": _closed(claim)}})


def _closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _roles() -> list[str]:
    """Every role of the table but the time, which is asked for by itself."""
    return sorted({role for kind in claim_types().values() for role in kind.roles} - {"time"})
