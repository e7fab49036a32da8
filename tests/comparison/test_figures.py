import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.comparison.figures import Relation, relation, told
from kashf.records import Figure, Quantity


def figure(value: float, unit: str = "USD", modifier: str = "exact") -> Figure:
    return Figure(0, 1, "x", value, unit=unit, modifier=modifier)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure(44, "kilogram"), figure(43.8, "kilogram"), Relation.ROUNDING),
        (figure(43, "kilogram"), figure(43.8, "kilogram"), Relation.ROUNDING),
        (figure(2, "tonne"), figure(3, "tonne"), Relation.CONFLICTING),
        (figure(2, "person"), figure(5, "person"), Relation.CONFLICTING),
        (figure(211, "person"), figure(212, "person"), Relation.CONFLICTING),
        (figure(85000), figure(85000, modifier="more_than"), Relation.EQUAL),
        (figure(1517, "person"), figure(1500, "person", "more_than"), Relation.COMPATIBLE),
        (figure(9000, "person"), figure(1500, "person", "more_than"), Relation.CONFLICTING),
        (figure(1400, "person"), figure(1500, "person", "at_least"), Relation.CONFLICTING),
        (figure(95), figure(100, modifier="about"), Relation.COMPATIBLE),
        (figure(80), figure(100, modifier="less_than"), Relation.COMPATIBLE),
        (figure(40), figure(40, "EUR"), Relation.INCOMPARABLE),
    ],
)
def test_two_figures_stand_to_each_other(one: Figure, other: Figure, expected: Relation) -> None:
    assert relation(one, other) is expected
    assert relation(other, one) is expected


def test_a_value_lies_in_a_range() -> None:
    between = Figure(0, 1, "x", low=30, high=60, unit="SAR", modifier="between")
    assert relation(between, figure(45, "SAR")) is Relation.COMPATIBLE
    assert relation(between, figure(90, "SAR")) is Relation.CONFLICTING


def test_a_fraction_counts_as_what_it_comes_to() -> None:
    half = Figure(0, 1, "x", 0.5, unit="fraction", modifier="about", resolved=Quantity(150, "person"))
    assert relation(half, figure(150, "person")) is Relation.EQUAL
    assert told(half) == "about 150 person"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (figure(18e6), "18000000 USD"),
        (figure(43.8, "kilogram", "at_least"), "at least 43.8 kilogram"),
        (Figure(0, 1, "x", low=30, high=60, unit="SAR/month", modifier="between"), "between 30 and 60 SAR/month"),
    ],
)
def test_a_figure_is_told_in_words(shown: Figure, words: str) -> None:
    assert told(shown) == words


@given(st.floats(1, 1e9), st.floats(1, 1e9))
def test_every_figure_equals_itself_and_relation_is_mutual(one: float, other: float) -> None:
    assert relation(figure(one), figure(one)) is Relation.EQUAL
    assert relation(figure(one), figure(other)) is relation(figure(other), figure(one))
