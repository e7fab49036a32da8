"""The lists of the United States Office of Foreign Assets Control (SDN and consolidated), in their plain XML."""

from __future__ import annotations

from collections.abc import Iterator

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.records.spans import MentionKind
from kashf.watchlists.entries import Raw
from kashf.watchlists.spelling import Written
from kashf.watchlists.tables import table
from kashf.watchlists.xml import Element, details_of, entries, values

__all__ = ["KINDS", "read_ofac_xml"]

KINDS: dict[str, MentionKind] = {
    "individual": "person",
    "entity": "organisation",
    "vessel": "facility",
    "aircraft": "facility",
}
"""OFAC's types of entries; a ship is named as a place where people work is, and so compared as one."""


def read_ofac_xml(file: File, problems: list[Problem]) -> Iterator[Raw]:
    """The entries as written there, in order."""
    for element, line in entries(file, ("sdnEntry",), problems):
        yield _raw(element, line)


def _raw(element: Element, line: int) -> Raw:
    sort = " ".join(values(element, "sdnType")).lower()
    raw = Raw(" ".join(values(element, "uid")), KINDS.get(sort, "unknown"), f"line {line}")
    raw.names.append(Written(_name(element)))
    for alias in element.iterfind("{*}akaList/{*}aka"):
        weak = "weak" in values(alias, "category")
        former = any(kind.startswith("f") for kind in values(alias, "type"))
        raw.names.append(Written(_name(alias), "weak" if weak else "former" if former else "good"))
    details_of(element, table("details")["ofac"], raw.say)
    return raw


def _name(element: Element) -> str:
    return " ".join(values(element, "firstName") + values(element, "lastName"))
