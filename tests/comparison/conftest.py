from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.comparison import compare
from kashf.extraction import extract
from kashf.names import resolve
from kashf.records import (
    Attribution,
    Claim,
    Entity,
    Figure,
    Finding,
    Link,
    Mention,
    Moment,
    Quote,
    Record,
    Report,
    Role,
    Span,
    Speaker,
)

FIGURE_ROLES = ("amount", "price", "proceeds", "of_total")
Numbered = tuple[str, float, str]
"""A figure's words, value and unit; a fourth item is its modifier."""


class Draft:
    """A report in the making: whatever is added is found by its words, from the last evidence on if it stands there."""

    def __init__(self, text: str, outlet: str | None = "Alpha", day: int | None = 1, **further: Any) -> None:
        published = date(2020, 3, day) if day else None
        identity = Report.identify(text, further.get("url"), outlet, published)
        self.report = Report(identity, f"{outlet}.txt", text, outlet=outlet, published=published, **further)
        self.mentions: list[Mention] = []
        self.figures: list[Figure] = []
        self.times: list[Moment] = []
        self.quotes: list[Quote] = []
        self.claims: list[Claim] = []
        self.keys: dict[str, str] = {}

    def spot(self, words: str, within: tuple[int, int] | None = None) -> tuple[int, int, str]:
        first = self.report.text.find(words, *within) if within else -1
        start = first if first >= 0 else self.report.text.index(words)
        return start, start + len(words), words

    def name(self, words: str, key: str, kind: str = "group", role: str | None = None) -> Draft:
        """A mention; the same words in a role, as a speaker or as a source stand for its key from now on."""
        self.mentions.append(Mention(*self.spot(words), kind, key, words, role))  # type: ignore[arg-type]
        self.keys[words] = key
        return self

    def time(self, words: str, day: int) -> Draft:
        self.times.append(Moment(*self.spot(words), "day", date(2020, 3, day), date(2020, 3, day)))
        return self

    def quote(self, words: str, speaker: str | None = None) -> Draft:
        who = Speaker(speaker, entity=self.keys.get(speaker), name=speaker) if speaker else None
        self.quotes.append(Quote(*self.spot(words), "قال", who))
        return self

    def claim(self, key: str, kind: str, evidence: str, **roles: Any) -> Draft:
        """A claim. Roles are words or lists of words, figures (words, value, unit); `source` is (link kind, words),
        a list of such for a longer chain; `modality` and `polarity` as they are; `time` the words of a moment."""
        start, end, _ = self.spot(evidence)
        source, qualified = (
            roles.pop("source", ()),
            {name: roles.pop(name) for name in ("modality", "polarity") if name in roles},
        )
        moment = roles.pop("time", None)
        filled = [
            self._role(role, filler, (start, end))
            for role, fillers in roles.items()
            for filler in (fillers if isinstance(fillers, list) else [fillers])
        ]
        chain = [Link("outlet", self.report.outlet or "")]
        chain += [self._link(*link) for link in (source if isinstance(source, list) else [source]) if link]
        self.claims.append(
            Claim(
                key,
                kind,
                Span(start, end, evidence),
                tuple(filled),
                Attribution("indirect" if len(chain) > 1 else "own", tuple(chain)),
                time=next((index for index, time in enumerate(self.times) if time.text == moment), None),
                **qualified,
            )
        )
        return self

    def _link(self, kind: str, words: str, title: str | None = None) -> Link:
        return Link(kind, words, entity=self.keys.get(words), name=words, title=title)  # type: ignore[arg-type]

    def _role(self, role: str, filler: Any, within: tuple[int, int]) -> Role:
        if role not in FIGURE_ROLES:
            return Role(role, *self.spot(filler, within), self.keys.get(filler))
        words, value, unit, *modifier = filler
        spot = self.spot(words, within)
        self.figures.append(Figure(*spot, value, unit=unit, modifier=modifier[0] if modifier else "exact"))
        return Role(role, *spot, figure=len(self.figures) - 1)

    def restated(self, words: str, value: float, unit: str) -> Draft:
        """The last figure told again in another unit."""
        self.figures.append(Figure(*self.spot(words), value, unit=unit, equals=len(self.figures) - 1))
        return self

    def figure(self, words: str, value: float, unit: str, modifier: str = "exact") -> Draft:
        self.figures.append(Figure(*self.spot(words), value, unit=unit, modifier=modifier))  # type: ignore[arg-type]
        return self

    def record(self) -> Record:
        found = (self.mentions, self.figures, self.times, self.quotes, self.claims)
        return Record(self.report, *map(tuple, found))


@pytest.fixture
def draft() -> type[Draft]:
    return Draft


@pytest.fixture
def entity() -> Callable[..., Entity]:
    """An entity under its key, name and kind."""

    def build(key: str, name: str | None = None, kind: str = "group", **further: Any) -> Entity:
        return Entity(key, kind, name or key, (name or key,), **further)  # type: ignore[arg-type]

    return build


@pytest.fixture
def of_kind() -> Callable[..., list[Finding]]:
    """The findings of a kind, or of a kind and of a sort of it (`title`, `figure`, `parts_sum`)."""

    def pick(findings: tuple[Finding, ...], kind: str, sort: str | None = None) -> list[Finding]:
        return [found for found in findings if found.kind == kind and sort in (None, found.fields.get(kind))]

    return pick


@dataclass(frozen=True)
class Week:
    """Reports of eight events of one invented week, resolved: the event of each, by the report's id."""

    records: tuple[Record, ...]
    entities: tuple[Entity, ...]
    events: dict[str, str]


@pytest.fixture(scope="session")
def week() -> Week:
    rows = yaml.safe_load(Path(__file__).with_name("one_week.yaml").read_text("utf-8"))
    records = [extract(written(row)) for row in rows]
    resolution = resolve(records)
    events = {record.report.id: row["story"] for record, row in zip(records, rows, strict=True)}
    return Week(tuple(map(resolution.apply, records)), resolution.entities, events)


def written(row: dict[str, Any]) -> Report:
    text, published = f"{row['title']}\n{row['text']}", date(2021, 3, row["day"])
    identity = Report.identify(text, None, row["outlet"], published)
    return Report(
        identity, row["outlet"], text, row["title"], row["outlet"], language=row["language"], published=published
    )


@dataclass(frozen=True)
class Occasions:
    """Reports of invented occasions, compared: each by its key, with what its row says of it."""

    records: tuple[Record, ...]
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]
    rows: dict[str, dict[str, Any]]
    key: dict[str, str]

    def of_kind(self, kind: str) -> list[Finding]:
        return [one for one in self.findings if one.kind == kind]

    def keys(self, reports: Iterable[str]) -> list[str]:
        return [self.key[report] for report in reports]

    def models(self, way: str) -> dict[str, str]:
        """The likely model of each report that was taken from another in this way."""
        told = (each for story in self.of_kind("story") for each in story.fields["copying"] if each["way"] == way)
        return {self.key[each["report"]]: self.key[each["model"]] for each in told}

    def original(self, key: str) -> str:
        """The first text in a report's own language that it goes back to."""
        model = self.rows[key].get("model")
        return self.original(model) if model else key


@pytest.fixture(scope="session")
def occasions() -> Occasions:
    return told_in("three_occasions.yaml")


@pytest.fixture(scope="session")
def later_occasions() -> Occasions:
    return told_in("later_occasions.yaml")


@pytest.fixture(scope="session")
def leaks_and_seizures() -> Occasions:
    return told_in("leaks_and_seizures.yaml")


@pytest.fixture(scope="session")
def gold_and_charity() -> Occasions:
    return told_in("gold_and_charity.yaml")


@pytest.fixture(scope="session")
def two_languages() -> Occasions:
    return told_in("told_in_two_languages.yaml")


def told_in(name: str) -> Occasions:
    """The reports of a file, compared."""
    rows = yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
    records = [extract(written(row)) for row in rows]
    resolution = resolve(records)
    resolved = tuple(map(resolution.apply, records))
    keys = {record.report.id: row["key"] for record, row in zip(records, rows, strict=True)}
    findings = compare(resolved, resolution.entities)
    return Occasions(resolved, resolution.entities, findings, {row["key"]: row for row in rows}, keys)
