"""The ids of findings that are known by what they begin with: a claim, or a report."""

from __future__ import annotations

from kashf.records import content_id

__all__ = ["assertion_beginning", "story_beginning"]


def assertion_beginning(report: str, claim: str) -> str:
    """The id of the assertion whose earliest claim this is."""
    return content_id("f", "assertion", report, claim)


def story_beginning(report: str) -> str:
    """The id of the story whose earliest report this is."""
    return content_id("f", "story", report)
