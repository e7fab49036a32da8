"""FollowTheMoney entities, one JSON object a line, as OpenSanctions and others publish them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.records.spans import MentionKind
from kashf.watchlists.entries import Raw, of_place
from kashf.watchlists.letters import text_of
from kashf.watchlists.spelling import Quality, Written
from kashf.watchlists.tables import table

__all__ = ["KINDS", "looks_like_ftm", "read_ftm"]

KINDS: Mapping[str, MentionKind] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "unknown",
    "Thing": "unknown",
    "Vessel": "facility",
    "Airplane": "facility",
    "Asset": "unknown",
    "CryptoWallet": "unknown",
}
"""The schemata that are entries; the rest (addresses, identifications, ownerships, sanctions) describes these."""
NAMES: Mapping[str, Quality] = {"name": "good", "alias": "good", "previousName": "former", "weakAlias": "weak"}


def looks_like_ftm(line: str) -> bool:
    """Whether a line is a FollowTheMoney entity."""
    try:
        plain = json.loads(line)
    except ValueError:
        return line.lstrip().startswith("{") and '"schema"' in line and '"properties"' in line
    return isinstance(plain, dict) and "schema" in plain and "properties" in plain


def read_ftm(file: File, problems: list[Problem]) -> Iterator[Raw]:
    """The entities that have names; a line that is no entity is added to the problems."""
    for number, line in enumerate(text_of(file).splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = _raw(json.loads(line), f"line {number}")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            what = f"is no FollowTheMoney entity ({type(error).__name__}: {error})."
            remedy = "One JSON object a line with `id`, `schema` and `properties` is expected; the line is left out."
            problems.append(of_place(file.location, f"line {number}", what, remedy))
            continue
        if raw is not None:
            yield raw


def _raw(plain: Mapping[str, Any], place: str) -> Raw | None:
    schema, properties = plain["schema"], plain["properties"]
    if schema not in KINDS:
        return None
    raw = Raw(str(plain["id"]), KINDS[schema], place)
    caption = plain.get("caption")
    strings = {name: [value for value in several if isinstance(value, str)] for name, several in properties.items()}
    if isinstance(caption, str) and caption in strings.get("name", ()):
        raw.names.append(Written(caption))
    for name, quality in NAMES.items():
        raw.names.extend(Written(value, quality) for value in strings.get(name, ()))
    for detail, names in table("details")["ftm"].items():
        for name in names:
            raw.say(detail, *strings.get(name, ()))
    return raw
