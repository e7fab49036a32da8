"""The consolidated list of the United Nations Security Council, in XML."""

from __future__ import annotations

from collections.abc import Iterator

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.records.spans import MentionKind
from kashf.watchlists.entries import Raw
from kashf.watchlists.spelling import Quality, names_in
from kashf.watchlists.tables import table
from kashf.watchlists.xml import Element, details_of, entries, local_name, values

__all__ = ["read_un"]

KINDS: dict[str, MentionKind] = {"INDIVIDUAL": "person", "ENTITY": "organisation"}
PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME")
QUALITIES: dict[str, Quality] = {"low": "weak", "f.k.a.": "former"}


def read_un(file: File, problems: list[Problem]) -> Iterator[Raw]:
    """The entries as written there, in order."""
    for element, line in entries(file, KINDS, problems):
        yield _raw(element, line)


def _raw(element: Element, line: int) -> Raw:
    sort = local_name(element)
    key = next(iter(values(element, "REFERENCE_NUMBER") + values(element, "DATAID")), "")
    raw = Raw(key, KINDS[sort], f"line {line}")
    raw.names.extend(names_in(" ".join(part for name in PARTS for part in values(element, name))))
    for name in values(element, "NAME_ORIGINAL_SCRIPT"):
        raw.names.extend(names_in(name))
    for alias in element.iterfind(f"{{*}}{sort}_ALIAS"):
        quality = QUALITIES.get(" ".join(values(alias, "QUALITY")).lower(), "good")
        for name in values(alias, "ALIAS_NAME"):
            raw.names.extend(names_in(name, quality))
    details_of(element, table("details")["un"], raw.say)
    return raw
