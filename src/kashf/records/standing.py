"""What stands over all reports: entities, and the analysts' judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from kashf.records.spans import MentionKind

__all__ = ["Entity", "Judgement", "JudgementKind"]

JudgementKind = Literal["accept", "reject", "correct", "rate", "note", "merge", "split", "grade", "dismiss"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, organisation, place or thing over all that has been read.

    `names` are all the names it goes by, most frequent first; `titles` the offices the reports give it, each with
    the ids of the reports that do; `mentions` how often it is mentioned; `reports` where; `reason` why these
    mentions were taken for one.
    """

    id: str
    kind: MentionKind
    name: str
    names: tuple[str, ...] = ()
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reports: tuple[str, ...] = ()
    mentions: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's decision: a row that can be undone but is never erased.

    `subject` is the id of a claim, an entity or a hit of screening, or an outlet's name; `value` what the kind needs
    (the corrected fields of a claim, the entity to merge with, a grade A to F, what a hit rested on); `undone` when and
    by whom it was taken back.
    """

    id: int
    kind: JudgementKind
    subject: str
    user: str
    at: datetime
    value: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    undone_at: datetime | None = None
    undone_by: str | None = None
