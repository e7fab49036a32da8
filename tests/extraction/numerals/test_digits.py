from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extraction.numerals.digits import read_digits


@pytest.mark.parametrize(
    ("written", "thousands", "values"),
    [
        ("7", ",", [7.0]),
        ("1,200", ",", [1200.0]),
        ("1.200", ",", [1.2]),
        ("1.200", ".", [1200.0]),
        ("1,200", ".", [1.2]),
        ("1 200", ".", [1200.0]),
        ("1'200", ".", [1200.0]),
        ("1٬200٫5", ",", [1200.5]),
        ("1٬5", ",", [1.5]),
        ("5'30", ",", [5.0, 30.0]),
        ("1,5", ",", [1.5]),
        ("0,500", ",", [0.5]),
        ("1,234,567.89", ",", [1234567.89]),
        ("1.234.567,89", ",", [1234567.89]),
        ("12,34,567", ",", [1234567.0]),
        ("22,24,26", ",", [22.0, 24.0, 26.0]),
        ("192.168.1.2", ",", [192.0, 168.0, 1.0, 2.0]),
        (".25", ",", [0.25]),
        ("1.5e3", ",", [1500.0]),
        ("2^3", ",", [8.0]),
        ("2^-1", ",", [0.5]),
        ("9" * 40, ",", []),
    ],
)
def test_digits_are_read_by_their_shape(written: str, thousands: str, values: list[float]) -> None:
    assert [digits.value for digits in read_digits(written, thousands)] == values


@pytest.mark.parametrize(
    ("written", "decimal"), [("1.250", 1.25), ("1,250", None), ("12.5", None), ("1250", None), ("1.250.000", None)]
)
def test_a_dot_before_three_digits_leaves_a_doubt(written: str, decimal: float | None) -> None:
    (digits,) = read_digits(written, ",.")
    assert digits.decimal == decimal


@given(st.from_regex(r"\d[\d.,٬٫' ]{0,30}\d(e\d|\^\d{1,3})?", fullmatch=True), st.sampled_from([",", ".", ",."]))
def test_parts_lie_within_what_is_read(written: str, thousands: str) -> None:
    found = list(read_digits(written, thousands))
    assert all(digits.offset >= 0 and digits.offset + digits.length <= len(written) for digits in found)
    assert all(a.offset + a.length <= b.offset for a, b in itertools.pairwise(found))
