"""The reason or the sum behind a finding, in the reader's language.

Comparing writes its workings in English. In another language sums are kept, since figures need no translation, what
a finding's fields tell is told from them, and other reasons clause by clause (`reasons`); what the sides of a conflict
show by themselves is not said twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kashf.records import Finding
from kashf.views.lens import Lens
from kashf.views.reasons import reason_told
from kashf.views.texts import isolated, shown

__all__ = ["difference", "kind_of", "working"]

_SUMS = frozenset(("parts_sum", "product"))
_SHOWN_BY_SIDES = frozenset(("source", "figure", "denial"))


def kind_of(finding: Finding) -> str:
    """What kind of conflict or check a finding is; for other findings, their kind."""
    return str(finding.fields.get(finding.kind, finding.kind))


def working(finding: Finding, lens: Lens) -> str:
    """Why it was found, or the sum; empty where there is nothing to say that the finding does not show."""
    named = difference(finding, lens)
    if named:
        return named
    told = shown(finding.working)
    kind = kind_of(finding)
    if lens.words.code == "en" or not told:
        return told
    if kind in _SUMS:
        return told.split(";")[0]
    if kind == "dates":
        return _dates(finding, lens)
    if kind == "title":
        return lens.words.say("workings.title", name=_titled(finding, lens))
    if kind == "conversion":
        rates = (f"{lens.words.number(rate)} {finding.fields['units']}" for rate in finding.fields["rates"])
        return lens.words.say("workings.against").join(isolated(rate, lens.words.direction) for rate in rates)
    if kind in ("share", "copy"):
        return _from_fields(kind, finding, lens) or reason_told(told, lens.words)
    return "" if kind in _SHOWN_BY_SIDES or finding.kind == "assertion" else reason_told(told, lens.words)


def difference(finding: Finding, lens: Lens) -> str:
    """In what two near-claims, two dates, or a headline and its body differ, in words; empty for other findings."""
    kind = kind_of(finding)
    if finding.kind != "conflict" or kind not in ("role", "time", "headline"):
        return ""
    if kind == "headline":
        told = (lens.words.quoted(shown(str(one["text"]))) for one in finding.fields["told"])
        headline, body = (isolated(one, lens.words.direction) for one in told)
        what = lens.words.name("headlines", str(finding.fields["what"]))
        return lens.words.say("workings.headline", what=what, headline=headline, body=body)
    sides = (_side(one, lens) for one in finding.fields["differing"])
    told_apart = lens.words.say("workings.against").join(isolated(side, lens.words.direction) for side in sides)
    role = lens.words.name("roles", str(finding.fields["role"]))
    entry = "near" if "other" in finding.fields else "dated"
    return lens.words.say(f"workings.{entry}", role=role, sides=told_apart)


def _titled(finding: Finding, lens: Lens) -> str:
    """Who goes by two titles."""
    name = lens.entity_name(finding.fields.get("entity"), str(finding.fields.get("name", ""))) or ""
    return isolated(shown(name), lens.words.direction)


def _side(told: Mapping[str, Any], lens: Lens) -> str:
    """What one side says: a name, or a time by its days."""
    if "first" not in told:
        return shown(str(told["told"]))
    return lens.words.interval(date.fromisoformat(told["first"]), date.fromisoformat(told["last"]))


def _dates(finding: Finding, lens: Lens) -> str:
    """What contradicts a date, in words."""
    words, fields = lens.words, finding.fields
    days = [date.fromisoformat(day) for day in fields["days"]]
    acts = [words.name("types", act) for act in fields.get("acts", ("", ""))]
    return words.say(
        f"date_checks.{fields['what']}",
        text=isolated(words.quoted(shown(str(fields["text"]))), words.direction),
        day=words.day(days[0]),
        other=words.day(days[-1]),
        weekday=words.entries["weekdays"][days[0].weekday()],
        act=acts[0],
        earlier=acts[1],
    )


def _from_fields(kind: str, finding: Finding, lens: Lens) -> str:
    translated = finding.fields.get("label") == "translation"
    key = "agreement" if translated else "containment" if kind == "copy" else "share"
    share = finding.fields.get(key)
    if not isinstance(share, int | float):
        return ""
    numbers = {name: lens.words.number(finding.fields.get(name) or 0) for name in ("part", "total")}
    numbers["share"] = lens.words.number(round(share * 100))
    numbers["likely"] = lens.words.number(round(100 * finding.fields.get("likelihood", share)))
    return lens.words.say(f"workings.{'translation' if translated else kind}", **numbers)
