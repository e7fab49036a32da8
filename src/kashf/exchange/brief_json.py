"""The brief as JSON, for whoever wants to go on with it. What each key means stands in `brief_keys.yaml`."""

from __future__ import annotations

import json
from typing import Any

from kashf.records import unstructure
from kashf.views.brief import Brief

__all__ = ["FORMAT", "brief_json", "brief_plain"]

FORMAT = "kashf-brief/1"
"""Goes up when a key changes its meaning or goes; a new key leaves it."""


def brief_json(brief: Brief) -> str:
    """The brief as one JSON object over several lines; it ends in a line break."""
    return json.dumps(brief_plain(brief), ensure_ascii=False, indent=2) + "\n"


def brief_plain(brief: Brief) -> dict[str, Any]:
    """The brief as plain values.

    Keys that do not apply are left out. Each statement stands once, in its group; elsewhere it is told by its id.
    Pictures are left out: what they are drawn from is all there.
    """
    plain = unstructure(brief)
    del plain["pictures"]
    plain["heaviest"] = [statement.id for statement in brief.heaviest]
    for happening, told in zip(plain["timeline"], brief.timeline, strict=True):
        happening["statements"] = [statement.id for statement in told.statements]
    return {"format": FORMAT, **plain}
