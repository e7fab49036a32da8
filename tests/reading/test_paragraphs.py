"""Paragraphs from the rows of a document's pages."""

import pytest

from kashf.reading.paragraphs import Row, find_heading, join_rows, without_furniture

LONG = "the customs chief told reporters that the shipment was"
CASES = [
    ([LONG, LONG, "hidden in bags."], [f"{LONG} {LONG} hidden in bags."]),
    ([LONG, "hidden in bags.", LONG, "and held."], [f"{LONG} hidden in bags.", f"{LONG} and held."]),
    (["Contents", LONG, "and held."], ["Contents", f"{LONG} and held."]),
    ([f"{LONG} finan\x02", "cing it."], [f"{LONG} financing it."]),
    ([], [""]),
]


@pytest.mark.parametrize(("rows", "paragraphs"), CASES)
def test_rows_become_paragraphs(rows: list[str], paragraphs: list[str]) -> None:
    assert join_rows([Row(text, 10) for text in rows]).split("\n") == paragraphs


def test_larger_letters_are_a_heading_of_their_own() -> None:
    rows = [Row("Gold seized at the", 20), Row("port of the city", 20), Row(LONG, 10), Row("and held.", 10)]

    assert join_rows(rows).split("\n") == ["Gold seized at the port of the city", f"{LONG} and held."]
    assert find_heading(rows) == "Gold seized at the port of the city"


def test_letters_of_one_size_have_no_heading() -> None:
    assert find_heading([Row("Gold seized", 10), Row(LONG, 10)]) is None


def page(number: int, *rows: str) -> list[Row]:
    return [Row(text, 10) for text in ("The Port News, issue 7", *rows, f"Page {number} of 3")]


def test_running_heads_stand_once_and_page_numbers_not_at_all() -> None:
    rows = without_furniture([page(1, "one"), page(2, "two"), page(3, "three")])

    assert [row.text for row in rows] == ["one", "two", "three", "The Port News, issue 7"]


@pytest.mark.parametrize("number", ["7", "- 7 -", "Page 7", "صفحة 7", "7 / 12", "стр. 7", "7 из 12"])
def test_what_page_numbers_look_like(number: str) -> None:
    assert without_furniture([[Row("one", 10), Row(number, 10)]]) == [Row("one", 10)]


@pytest.mark.parametrize("line", ["2017 was a year of gold", "12 kilograms", "Page of gold"])
def test_what_they_do_not(line: str) -> None:
    assert without_furniture([[Row("one", 10), Row(line, 10)]])[1].text == line
