"""Counting the cases of a suite, on cases of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation.suites import Case, differences, measure_suite, outcome_of, read_cases
from kashf.evaluation.suites.readers import covers

REFERENCE = "2017-09-14T00:00:00"


def dates(text: str, words: str, *values: object, kind: str = "daterange") -> Case:
    start = text.index(words)
    expected = {"text": words, "start": start, "end": start + len(words), "kind": kind, "values": list(values)}
    return Case("dates", "own", "en", text, (expected,), REFERENCE)


def numbers(text: str, words: str, value: str) -> Case:
    start = text.index(words)
    return Case(
        "numbers", "own", "en", text, ({"text": words, "start": start, "end": start + len(words), "value": value},)
    )


def test_a_case_is_right_where_span_and_value_are() -> None:
    assert outcome_of(numbers("They took twelve crates.", "twelve", "12")).right
    assert not outcome_of(numbers("They took twelve crates.", "twelve", "11")).right
    assert not outcome_of(numbers("They took twelve crates.", "took", "12")).right


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2016-05-01", "2016-05-31", "2016-05-01"),
        ("2016-05-01", "2016-05-31", {"start": "2016-05-01", "end": "2016-06-01"}),
        ("2016-05-01", None, {"start": "2016-05-01 00:00:00"}),
        (None, None, "not resolved"),
    ],
)
def test_days_are_compared_by_their_bounds(first: str | None, last: str | None, value: object) -> None:
    from datetime import date

    one, other = (date.fromisoformat(day) if day else None for day in (first, last))
    assert covers(one, other, value)


def test_the_last_year_named_counts_in_full_and_is_counted_apart_where_the_suite_ends_with_its_first_day() -> None:
    case = dates(
        "Between 2010 and 2012 it sold oil.", "Between 2010 and 2012", {"start": "2010-01-01", "end": "2012-01-01"}
    )
    assert outcome_of(case).reason == "through"


def test_hours_are_not_asked_for() -> None:
    case = dates("They met on Monday at 4 pm.", "Monday at 4 pm", "2017-09-11 16:00:00", kind="datetime")
    assert measure_suite([case]).plain["own/en"] == {"cases": 0, "right": 0, "rate": 0.0, "apart": {}, "finer": 1}


def test_no_more_than_one_in_twenty_counts_apart() -> None:
    odd = dates(
        "Between 2010 and 2012 it sold oil.", "Between 2010 and 2012", {"start": "2010-01-01", "end": "2012-01-01"}
    )
    right = dates("In 2010 it sold oil.", "2010", "2010-01-01", kind="date")
    plain = measure_suite([odd, odd, *[right] * 28]).plain["own/en"]
    assert (plain["cases"], plain["right"], plain["apart"]) == (29, 28, {"through": 1})


def test_every_reason_says_why() -> None:
    assert all(difference.why.endswith(".") for difference in differences().values())


def test_the_kind_of_a_suite_is_read_off_its_fields_where_its_name_does_not_tell(tmp_path: Path) -> None:
    path = tmp_path / "locked.jsonl"
    path.write_text(
        '{"suite": "own", "language": "en", "input": "5%", "expected": '
        '[{"text": "5%", "start": 0, "end": 2, "value": "5%"}]}'
    )
    assert [case.kind for case in read_cases(path)] == ["percent"]


@pytest.mark.parametrize("line", ["[]", "{", '{"suite": "own", "language": "de", "input": "", "expected": []}'])
def test_what_is_no_case_is_an_error_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "numbers.jsonl"
    path.write_text(f"\n{line}\n")
    with pytest.raises(DataError, match="line 2"):
        read_cases(path)


def test_a_weekday_that_a_calendar_looks_ahead_for_is_counted_apart() -> None:
    case = dates("They meet on Friday.", "Friday", "2017-09-15", kind="date")
    assert outcome_of(case).reason == "ahead"
