"""What is found across reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Finding", "FindingKind", "Origin", "Verdict"]

FindingKind = Literal["copy", "story", "quote", "assertion", "conflict", "check"]
Verdict = Literal["consistent", "inconsistent", "not computable"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source behind a finding, and the reports that carry its words."""

    name: str
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A copy, story, shared quote, shared claim (assertion), conflict or check, with its reasons.

    `reports` are report ids in order of publication; `members` the claim, quote or report ids it is made of;
    `grade` the proposed Admiralty grade of the information (1 to 6, STANAG 2511); `working` the reason or the sum in
    words a reader can follow; `fields` what else belongs to the kind, as plain JSON values.
    """

    kind: FindingKind
    id: str
    reports: tuple[str, ...]
    members: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    independent_origins: int | None = None
    grade: str | None = None
    verdict: Verdict | None = None
    working: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
