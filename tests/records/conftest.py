"""Strategies for whole records: a text first, then spans that hold its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import get_args

import pytest
from hypothesis import strategies as st

from kashf.records import (
    Attribution,
    Claim,
    Figure,
    Finding,
    Link,
    Mention,
    Moment,
    Origin,
    Quantity,
    Quote,
    Record,
    Region,
    Report,
    Role,
    Span,
    Speaker,
)
from kashf.records.claims import LinkKind, Modality, Mode, Phase, Polarity
from kashf.records.findings import FindingKind, Verdict
from kashf.records.report import RegionKind
from kashf.records.spans import MentionKind, Modifier

TEXTS = st.text(alphabet="داعش أموالٌ 25٪ «قال» Fund's €\n\U0001f4b0é", min_size=1, max_size=60)
WORDS = st.text(alphabet="abc داعش-'", min_size=1, max_size=8)
MAYBE_WORDS = st.none() | WORDS
DATES = st.dates(date(1990, 1, 1), date(2040, 12, 31))
NUMBERS = st.floats(0, 1e12, allow_nan=False).map(lambda number: round(number, 2))


def _one_of(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


@st.composite
def _places(draw: st.DrawFn, text: str) -> dict[str, object]:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return {"start": start, "end": end, "text": text[start:end]}


def _reports(text: str) -> st.SearchStrategy[Report]:
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    regions = st.builds(lambda kind, edge: Region(kind, *edge), _one_of(RegionKind), edges)
    return st.builds(
        Report,
        id=st.just("r-0123456789abcdef"),
        source=WORDS,
        text=st.just(text),
        title=MAYBE_WORDS,
        outlet=MAYBE_WORDS,
        author=MAYBE_WORDS,
        url=MAYBE_WORDS,
        language=st.sampled_from([None, "ar", "en", "fr", "ru"]),
        published=st.none() | DATES,
        story=MAYBE_WORDS,
        regions=st.lists(regions, max_size=3).map(tuple),
        repairs=st.lists(WORDS, max_size=2).map(tuple),
    )


@st.composite
def _mentions(draw: st.DrawFn, text: str) -> Mention:
    return Mention(
        **draw(_places(text)),
        kind=draw(_one_of(MentionKind)),
        entity=draw(MAYBE_WORDS),
        name=draw(MAYBE_WORDS),
        role=draw(MAYBE_WORDS),
        pronominal=draw(st.booleans()),
    )


@st.composite
def _figures(draw: st.DrawFn, text: str) -> Figure:
    low, high = sorted(draw(st.tuples(NUMBERS, NUMBERS)))
    amount = draw(st.sampled_from([{"value": low}, {"low": low, "high": high}]))
    return Figure(
        **draw(_places(text)),
        **amount,
        modifier=draw(_one_of(Modifier)),
        unit=draw(st.sampled_from([None, "USD", "barrel/day", "percent"])),
        of=draw(MAYBE_WORDS),
        resolved=draw(st.none() | st.builds(Quantity, NUMBERS, MAYBE_WORDS)),
    )


@st.composite
def _moments(draw: st.DrawFn, text: str) -> Moment:
    calendar = draw(st.sampled_from(["gregorian", "hijri"]))
    days = {"first": draw(st.none() | DATES), "last": draw(st.none() | DATES)}
    return Moment(**draw(_places(text)), kind=draw(st.sampled_from(["day", "span"])), calendar=calendar, **days)


@st.composite
def _speakers(draw: st.DrawFn, text: str) -> Speaker:
    place = draw(_places(text) | st.builds(lambda words: {"text": words}, WORDS))
    return Speaker(**place, entity=draw(MAYBE_WORDS), name=draw(MAYBE_WORDS), title=draw(MAYBE_WORDS))


@st.composite
def _quotes(draw: st.DrawFn, text: str) -> Quote:
    return Quote(**draw(_places(text)), verb=draw(MAYBE_WORDS), speaker=draw(st.none() | _speakers(text)))


@st.composite
def _links(draw: st.DrawFn, text: str) -> Link:
    place = draw(_places(text) | st.builds(lambda words: {"text": words}, WORDS))
    return Link(draw(_one_of(LinkKind)), **place, verb=draw(MAYBE_WORDS), title=draw(MAYBE_WORDS))


@st.composite
def _claims(draw: st.DrawFn, text: str, figures: int, times: int) -> Claim:
    figure = st.none() | st.integers(0, figures - 1) if figures else st.none()
    role = st.builds(
        lambda place, name, points: Role(name, **place, figure=points),
        _places(text),
        st.sampled_from(["actor", "object", "amount"]),
        figure,
    )
    chain = tuple(draw(st.lists(_links(text), max_size=3)))
    return Claim(
        id=draw(WORDS),
        type=draw(st.sampled_from(["transfer", "sell"])),
        evidence=Span(**draw(_places(text))),
        roles=tuple(draw(st.lists(role, max_size=3))),
        attribution=Attribution(draw(_one_of(Mode)), chain),
        polarity=draw(_one_of(Polarity)),
        modality=draw(_one_of(Modality)),
        phase=draw(st.none() | _one_of(Phase)),
        time=draw(st.none() | st.integers(0, times - 1)) if times else None,
        confidence=draw(st.floats(0, 1)),
        extractor=draw(st.sampled_from(["rules/1", "other/2"])),
    )


@st.composite
def _records(draw: st.DrawFn) -> Record:
    text = draw(TEXTS)
    figures = tuple(draw(st.lists(_figures(text), max_size=3)))
    if len(figures) > 1:
        figures = (*figures[:-1], replace(figures[-1], equals=draw(st.none() | st.integers(0, len(figures) - 2))))
    times = tuple(draw(st.lists(_moments(text), max_size=2)))
    return Record(
        report=draw(_reports(text)),
        mentions=tuple(draw(st.lists(_mentions(text), max_size=3))),
        figures=figures,
        times=times,
        quotes=tuple(draw(st.lists(_quotes(text), max_size=2))),
        claims=tuple(draw(st.lists(_claims(text, len(figures), len(times)), max_size=2))),
    )


def _findings() -> st.SearchStrategy[Finding]:
    names = st.lists(WORDS, max_size=3).map(tuple)
    plain = st.recursive(WORDS | st.integers(0, 9) | st.booleans(), lambda inner: st.lists(inner, max_size=3))
    return st.builds(
        Finding,
        kind=_one_of(FindingKind),
        id=WORDS,
        reports=names,
        members=names,
        origins=st.lists(st.builds(Origin, WORDS, names), max_size=2).map(tuple),
        independent_origins=st.none() | st.integers(0, 5),
        grade=st.none() | st.sampled_from("123456"),
        verdict=st.none() | _one_of(Verdict),
        working=MAYBE_WORDS,
        fields=st.dictionaries(WORDS, plain, max_size=3),
    )


@pytest.fixture(scope="session")
def arbitrary() -> SimpleNamespace:
    """Strategies: `records()` and `findings()`."""
    return SimpleNamespace(records=_records, findings=_findings)


@pytest.fixture
def report() -> Report:
    """A short report of one sentence."""
    return Report(id="r-1", source="inbox/a.txt", text="قالت الوزارة إن الشركة حوّلت 3 ملايين دولار أمس")
