"""The lists of the United States Office of Foreign Assets Control in the Advanced Sanctions List Standard (XML).

It is the form that gives names in their own scripts. What things are called stands apart from the parties, by number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.records.spans import MentionKind
from kashf.watchlists.entries import Raw
from kashf.watchlists.spelling import Quality, Written
from kashf.watchlists.xml import Element, entries, local_name, values

__all__ = ["read_ofac_advanced"]

REFERENCES = ("PartySubType", "PartyType", "NamePartType", "FeatureType", "AliasType")
DETAILS = {
    "Birthdate": "born",
    "Place of Birth": "birthplace",
    "Title": "title",
    "Nationality Country": "nationality",
    "Citizenship Country": "nationality",
    "Gender": "sex",
    "Vessel Call Sign": "identifier",
    "SWIFT/BIC": "identifier",
}
"""Types of features, and what we call them."""
KINDS: Mapping[str, MentionKind] = {"Individual": "person", "Entity": "organisation", "Transport": "facility"}
ORDER = {"Last Name": 3, "First Name": 0, "Middle Name": 1, "Patronymic": 1, "Matronymic": 2, "Maiden Name": 2}
"""The parts of a name in the order in which they are said."""


@dataclass(slots=True)
class _Terms:
    """What the numbers stand for, by the name of the element and the number."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    party_types: dict[str, str] = field(default_factory=dict)

    def learn(self, element: Element) -> None:
        number = element.get("ID", "")
        self.words[local_name(element), number] = "".join(element.itertext()).strip()
        if local_name(element) == "PartySubType":
            self.party_types[number] = element.get("PartyTypeID", "")


def read_ofac_advanced(file: File, problems: list[Problem]) -> Iterator[Raw]:
    """The parties as written there, in order; measures that are told after them are added before any is handed on."""
    terms, raws = _Terms(), dict[str, Raw]()
    for element, line in entries(file, (*REFERENCES, "DistinctParty", "SanctionsEntry"), problems):
        match local_name(element):
            case "DistinctParty":
                for raw in _parties(element, line, terms):
                    raws[raw.key] = raw
            case "SanctionsEntry":
                _add_measures(element, raws)
            case _:
                terms.learn(element)
    yield from raws.values()


def _parties(party: Element, line: int, terms: _Terms) -> Iterator[Raw]:
    for profile in party.iterfind("{*}Profile"):
        sort = terms.words.get(("PartyType", terms.party_types.get(profile.get("PartySubTypeID", ""), "")), "")
        raw = Raw(profile.get("ID", ""), KINDS.get(sort, "unknown"), f"line {line}")
        for identity in profile.iterfind("{*}Identity"):
            _add_names(identity, terms, raw)
        for feature in profile.iterfind("{*}Feature"):
            detail = DETAILS.get(terms.words.get(("FeatureType", feature.get("FeatureTypeID", "")), ""))
            if detail:
                raw.say(detail, *_values_of(feature))
        raw.say("note", *values(party, "Comment"))
        yield raw


def _values_of(feature: Element) -> list[str]:
    """A feature's words, or its day: of a span of days the first."""
    words = values(feature, "FeatureVersion/VersionDetail")
    days = feature.iterfind("{*}FeatureVersion/{*}DatePeriod/{*}Start/{*}From")
    return words or [
        "-".join(f"{part:0>2}" for name in ("Year", "Month", "Day") for part in values(day, name)) for day in days
    ]


def _add_names(identity: Element, terms: _Terms, raw: Raw) -> None:
    types = {group.get("ID", ""): group.get("NamePartTypeID", "") for group in identity.iter("{*}NamePartGroup")}
    aliases = sorted(identity.iterfind("{*}Alias"), key=lambda alias: alias.get("Primary") != "true")
    for alias in aliases:
        former = terms.words.get(("AliasType", alias.get("AliasTypeID", "")), "").upper().startswith("F")
        quality: Quality = "weak" if alias.get("LowQuality") == "true" else "former" if former else "good"
        for name in alias.iterfind("{*}DocumentedName"):
            raw.names.append(Written(_name(name, types, terms), quality))


def _name(documented: Element, types: Mapping[str, str], terms: _Terms) -> str:
    parts = []
    for value in documented.iterfind("{*}DocumentedNamePart/{*}NamePartValue"):
        part = terms.words.get(("NamePartType", types.get(value.get("NamePartGroupID", ""), "")), "")
        parts.append((ORDER.get(part, 1), "".join(value.itertext()).strip()))
    return " ".join(text for _, text in sorted(parts, key=lambda part: part[0]))


def _add_measures(entry: Element, raws: Mapping[str, Raw]) -> None:
    raw = raws.get(entry.get("ProfileID", ""))
    if raw is not None:
        raw.say("programme", *values(entry, "SanctionsMeasure/Comment"))
        for day in entry.iterfind("{*}EntryEvent/{*}Date"):
            raw.say(
                "listed", "-".join(f"{part:0>2}" for name in ("Year", "Month", "Day") for part in values(day, name))
            )
