"""The consolidated list of persons, groups and entities subject to European Union financial sanctions, in XML (FSF)."""

from __future__ import annotations

from collections.abc import Iterator

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.records.spans import MentionKind
from kashf.watchlists.entries import Raw
from kashf.watchlists.spelling import Written
from kashf.watchlists.tables import table
from kashf.watchlists.xml import Element, details_of, entries, values

__all__ = ["KINDS", "read_eu_xml"]

KINDS: dict[str, MentionKind] = {"person": "person", "p": "person", "enterprise": "organisation", "e": "organisation"}
"""The Union's codes of kinds of subjects."""


def read_eu_xml(file: File, problems: list[Problem]) -> Iterator[Raw]:
    """The entries as written there, in order."""
    for element, line in entries(file, ("sanctionEntity",), problems):
        yield _raw(element, line)


def _raw(element: Element, line: int) -> Raw:
    key = element.get("euReferenceNumber") or element.get("logicalId") or ""
    sort = next(iter(values(element, "subjectType/@code")), "").lower()
    raw = Raw(key, KINDS.get(sort, "unknown"), f"line {line}")
    for alias in element.iterfind("{*}nameAlias"):
        whole = alias.get("wholeName") or " ".join(
            alias.get(part, "") for part in ("firstName", "middleName", "lastName")
        )
        raw.names.append(Written(whole, "good" if alias.get("strong", "true") == "true" else "weak"))
    details_of(element, table("details")["eu"], raw.say)
    return raw
