"""Records and findings as JSON lines, there and back."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.errors import AnchorError, RecordError
from kashf.records import (
    Entity,
    Figure,
    Finding,
    Judgement,
    Moment,
    Record,
    Report,
    finding_from_json,
    finding_to_json,
    record_from_json,
    record_to_json,
    structure,
    unstructure,
)

unhurried = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@pytest.fixture
def line() -> dict[str, Any]:
    """The JSON of a small valid record, to be spoilt."""
    text = "Police seized $900,000 on Monday."
    return {
        "report": {"id": "r-1", "source": "a.txt", "published": "2024-03-04"},
        "text": text,
        "regions": [{"kind": "body", "start": 0, "end": len(text)}],
        "figures": [{"start": 14, "end": 22, "text": "$900,000", "value": 900000, "unit": "USD"}],
        "times": [
            {"start": 26, "end": 32, "text": "Monday", "kind": "weekday", "from": "2024-03-04", "to": "2024-03-04"}
        ],
        "claims": [
            {
                "id": "c-1",
                "type": "seize",
                "evidence": {"start": 0, "end": 22, "text": "Police seized $900,000"},
                "roles": [{"role": "amount", "start": 14, "end": 22, "text": "$900,000", "figure": 0}],
                "time": 0,
                "attribution": {"mode": "own", "chain": [{"kind": "outlet", "text": "The Paper"}]},
            }
        ],
    }


@unhurried
@given(st.data())
def test_a_record_survives_the_way_there_and_back(arbitrary: SimpleNamespace, data: st.DataObject) -> None:
    record = data.draw(arbitrary.records())
    assert record_from_json(record_to_json(record)) == record


@unhurried
@given(st.data())
def test_a_record_is_one_line(arbitrary: SimpleNamespace, data: st.DataObject) -> None:
    assert "\n" not in record_to_json(data.draw(arbitrary.records()))


@unhurried
@given(st.data())
def test_a_finding_survives_the_way_there_and_back(arbitrary: SimpleNamespace, data: st.DataObject) -> None:
    finding = data.draw(arbitrary.findings())
    assert finding_from_json(finding_to_json(finding)) == finding


def test_the_line_has_the_keys_of_the_format(line: dict[str, Any]) -> None:
    written = json.loads(record_to_json(record_from_json(json.dumps(line))))
    assert list(written) == ["report", "text", "regions", "mentions", "figures", "times", "quotes", "claims"]
    assert written["times"][0]["from"] == "2024-03-04"
    assert set(written["report"]) == {"id", "source", "published", "repairs"}


def test_arabic_is_written_as_it_is() -> None:
    record = Record(Report(id="r-1", source="a.txt", text="داعش"))
    assert "داعش" in record_to_json(record)


def test_keys_that_do_not_apply_are_left_out() -> None:
    figure = Figure(0, 2, "25", value=25.0)
    assert unstructure(figure) == {"start": 0, "end": 2, "text": "25", "value": 25.0, "modifier": "exact"}


def test_a_moment_speaks_of_from_and_to() -> None:
    moment = Moment(0, 4, "أمس", kind="relative", first=date(2024, 3, 4), last=date(2024, 3, 4))
    plain = unstructure(moment)
    assert (plain["from"], plain["to"]) == ("2024-03-04", "2024-03-04")
    assert structure(plain, Moment) == moment


@pytest.mark.parametrize(
    "value",
    [
        Entity("e-1", "person", "Nadia", ("Nadia", "نادية"), {"minister": ("r-1",)}, ("r-1",), 3, "one spelling"),
        Judgement(7, "merge", "e-1", "lina", datetime(2024, 3, 5, 12, tzinfo=UTC), {"with": "e-2"}),
        Report(id="r-1", source="a.txt", text="نص", published=date(2024, 3, 5)),
    ],
    ids=["entity", "judgement", "report"],
)
def test_other_values_survive_too(value: object) -> None:
    assert structure(json.loads(json.dumps(unstructure(value))), type(value)) == value


def test_a_record_without_an_id_is_given_one(line: dict[str, Any]) -> None:
    del line["report"]["id"]
    assert record_from_json(json.dumps(line)).report.id.startswith("r-")


def test_regions_may_be_missing(line: dict[str, Any]) -> None:
    del line["regions"]
    assert record_from_json(json.dumps(line)).report.regions == ()


def _set(*path: Any) -> Callable[[dict[str, Any]], None]:
    *way, last, value = path

    def spoil(plain: Any) -> None:
        for step in way:
            plain = plain[step]
        plain[last] = value

    return spoil


def _drop(*path: Any) -> Callable[[dict[str, Any]], None]:
    *way, last = path

    def spoil(plain: Any) -> None:
        for step in way:
            plain = plain[step]
        del plain[last]

    return spoil


SPOILT = [
    ("no report", _drop("report"), RecordError, "'report' must hold an object"),
    ("report is a list", _set("report", []), RecordError, "'report' must hold an object"),
    ("no text", _drop("text"), RecordError, "text"),
    ("text is null", _set("text", None), RecordError, "text"),
    ("a title that is a number", _set("report", "title", 7), RecordError, "title"),
    ("a value that is a word", _set("figures", 0, "value", "900000"), RecordError, "figures"),
    ("a value that is true", _set("figures", 0, "value", True), RecordError, "figures"),
    ("an offset with a fraction", _set("figures", 0, "start", 14.5), RecordError, "figures"),
    ("no source", _drop("report", "source"), RecordError, "source"),
    ("unknown modifier", _set("figures", 0, "modifier", "roughly"), RecordError, "figures"),
    ("unknown polarity", _set("claims", 0, "polarity", "perhaps"), RecordError, "claims"),
    ("no claim type", _drop("claims", 0, "type"), RecordError, "claims"),
    ("a day that is none", _set("times", 0, "from", "2024-02-31"), RecordError, "times"),
    ("offset is a word", _set("figures", 0, "start", "fourteen"), RecordError, "figures"),
    ("figure pointer too high", _set("claims", 0, "roles", 0, "figure", 1), RecordError, "points to figure 1"),
    ("figure pointer below zero", _set("claims", 0, "roles", 0, "figure", -1), RecordError, "points to figure -1"),
    ("time pointer too high", _set("claims", 0, "time", 4), RecordError, "points to time 4"),
    ("shifted figure", _set("figures", 0, "start", 13), AnchorError, "figure 13:22"),
    ("evidence of other words", _set("claims", 0, "evidence", "text", "Police took"), AnchorError, "Police took"),
    ("role past the end", _set("claims", 0, "roles", 0, "end", 999), AnchorError, "14:999"),
    ("region past the end", _set("regions", 0, "end", 999), AnchorError, "body region 0:999"),
]


@pytest.mark.parametrize(("spoil", "error", "says"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT])
def test_what_is_wrong_is_refused_and_named(
    line: dict[str, Any], spoil: Callable[[dict[str, Any]], None], error: type[Exception], says: str
) -> None:
    spoil(line)
    with pytest.raises(error) as caught:
        record_from_json(json.dumps(line))
    assert type(caught.value) is error
    assert says in str(caught.value)


@pytest.mark.parametrize("read", [record_from_json, finding_from_json])
@pytest.mark.parametrize(
    ("written", "says"), [("", "Not JSON"), ("{'a': 1}", "Not JSON"), ("[]", "not list"), ("3", "not int")]
)
def test_what_is_no_object_is_refused(read: Callable[[str], object], written: str, says: str) -> None:
    with pytest.raises(RecordError, match=says):
        read(written)


def test_a_finding_of_unknown_kind_is_refused() -> None:
    with pytest.raises(RecordError, match="kind"):
        finding_from_json('{"kind": "rumour", "id": "f-1", "reports": []}')


def test_a_finding_needs_little() -> None:
    finding = finding_from_json('{"kind": "copy", "id": "f-1", "reports": ["r-1", "r-2"]}')
    assert finding == Finding("copy", "f-1", ("r-1", "r-2"))
