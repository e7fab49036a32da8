"""A name found in a text, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain import Body
from kashf.records.spans import MentionKind

__all__ = ["Name"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name at words first..last (half-open): its kind, what it is known as, and the title given with it.

    `body` is the known group, body or place; `title` the words first..last of the title, `key` what ties names of one
    referent together in the report.
    """

    first: int
    last: int
    kind: MentionKind
    key: str
    body: Body | None = None
    title: tuple[int, int] | None = None
