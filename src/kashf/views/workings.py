"""The reason or the sum behind a finding, in the reader's language.

Comparing writes its workings in English. In another language sums are kept, since figures need no translation, and what
a finding's fields tell is told from them; what the sides of a conflict show by themselves is not said twice.
"""

from __future__ import annotations

from kashf.records import Finding
from kashf.views.lens import Lens
from kashf.views.texts import shown

__all__ = ["kind_of", "working"]

_SUMS = frozenset(("parts_sum", "product"))
_SHOWN_BY_SIDES = frozenset(("title", "source", "figure", "denial"))


def kind_of(finding: Finding) -> str:
    """What kind of conflict or check a finding is; for other findings, their kind."""
    return str(finding.fields.get(finding.kind, finding.kind))


def working(finding: Finding, lens: Lens) -> str:
    """Why it was found, or the sum; empty where there is nothing to say that the finding does not show."""
    told = shown(finding.working)
    kind = kind_of(finding)
    if lens.words.code == "en" or not told:
        return told
    if kind in _SUMS:
        return told.split(";")[0]
    if kind in ("share", "copy"):
        return _from_fields(kind, finding, lens)
    return "" if kind in _SHOWN_BY_SIDES or finding.kind in ("story", "assertion") else told


def _from_fields(kind: str, finding: Finding, lens: Lens) -> str:
    key = "containment" if kind == "copy" else "share"
    share = finding.fields.get(key)
    if not isinstance(share, int | float):
        return ""
    numbers = {name: lens.words.number(finding.fields.get(name) or 0) for name in ("part", "total")}
    return lens.words.say(f"workings.{kind}", share=lens.words.number(round(share * 100)), **numbers)
