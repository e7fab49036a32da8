from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from string import Formatter
from typing import Any

import pytest

from kashf.domain.predicates import claim_types
from kashf.errors import DataError
from kashf.views.tables import LANGUAGES, read_table
from kashf.views.words import plural_form, words


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "zero"),
        (1, "one"),
        (2, "two"),
        (3, "few"),
        (10, "few"),
        (11, "many"),
        (99, "many"),
        (100, "other"),
        (101, "other"),
        (102, "other"),
        (103, "few"),
        (110, "few"),
        (111, "many"),
        (1000, "other"),
        (1011, "many"),
        (1.5, "other"),
    ],
)
def test_arabic_has_six_plural_forms(number: float, form: str) -> None:
    assert plural_form("ar", number) == form


@pytest.mark.parametrize(("number", "form"), [(0, "other"), (1, "one"), (2, "other"), (1.5, "other")])
def test_english_has_two(number: float, form: str) -> None:
    assert plural_form("en", number) == form


@pytest.mark.parametrize(
    ("noun", "number", "told"),
    [
        ("origin", 0, "لا مصدر أصليا"),
        ("origin", 1, "مصدر أصلي واحد"),
        ("origin", 2, "مصدران أصليان"),
        ("origin", 3, "3 مصادر أصلية"),
        ("origin", 11, "11 مصدرا أصليا"),
        ("origin", 100, "100 مصدر أصلي"),
        ("carrier", 2, "ناقلان"),
        ("carrier", 10, "10 ناقلين"),
        ("carrier", 1211, "1,211 ناقلا"),
        ("outlet", 3, "3 وسائل إعلام"),
        ("report", 12, "12 تقريرا"),
    ],
)
def test_arabic_nouns_agree_with_their_number(noun: str, number: int, told: str) -> None:
    assert words("ar").count(noun, number) == told


def _paths(table: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, Any]]:
    for key, entry in table.items():
        if isinstance(entry, Mapping):
            yield from _paths(entry, f"{at}{key}.")
        else:
            yield f"{at}{key}", entry


FORMS = ("zero", "one", "two", "few", "many", "other", "governed")
ARABIC_ONLY = ("units.", "rates.")


def _own_words(language: str) -> dict[str, Any]:
    return {
        path: entry
        for path, entry in _paths(read_table("words", language))
        if not path.startswith(ARABIC_ONLY) and path.rpartition(".")[2] not in FORMS
    }


def test_both_catalogues_have_the_same_entries() -> None:
    assert _own_words("en").keys() == _own_words("ar").keys()


def _places(text: object) -> set[str | None]:
    return {field for _, field, _, _ in Formatter().parse(str(text)) if field is not None}


@pytest.mark.parametrize("path", sorted(_own_words("en")))
def test_both_catalogues_put_in_the_same_values(path: str) -> None:
    assert _places(_own_words("en")[path]) == _places(_own_words("ar")[path])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["types", "roles", "groups"])
def test_every_type_role_and_group_has_a_name(language: str, table: str) -> None:
    known = claim_types().values()
    keys = {
        "types": {one.name for one in known},
        "roles": {role for one in known for role in one.roles},
        "groups": {one.group for one in known},
    }
    assert keys[table] <= set(read_table("words", language)[table])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noun_has_the_forms_its_language_asks_for(language: str) -> None:
    forms = {rule["form"] for rule in read_table("words", "plurals")[language]} | {"other"}
    nouns = read_table("words", language)["nouns"]
    assert {noun: forms - set(entry) for noun, entry in nouns.items() if forms - set(entry)} == {}


@pytest.mark.parametrize(
    ("language", "items", "told"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("ar", ["أ", "ب", "ج"], "أ وب وج"),
    ],
)
def test_lists_are_joined_as_the_language_joins_them(language: str, items: list[str], told: str) -> None:
    assert words(language).listed(items) == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2021, 3, 4), date(2021, 3, 4), "4 March 2021"),
        (date(2021, 3, 4), date(2021, 3, 9), "4 March 2021 to 9 March 2021"),
        (date(2021, 2, 1), date(2021, 2, 28), "February 2021"),
        (date(2020, 12, 1), date(2020, 12, 31), "December 2020"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 1, 1), date(2022, 12, 31), "1 January 2021 to 31 December 2022"),
        (date(2021, 3, 4), None, "since 4 March 2021"),
        (None, date(2021, 3, 4), "until 4 March 2021"),
        (None, None, ""),
    ],
)
def test_intervals_are_told_as_briefly_as_they_can_be(first: date | None, last: date | None, told: str) -> None:
    assert words("en").interval(first, last) == told


def test_arabic_months_have_both_names() -> None:
    assert words("ar").day(date(2021, 11, 4)) == "4 نوفمبر/تشرين الثاني 2021"


@pytest.mark.parametrize(
    ("number", "told"), [(1234567, "1,234,567"), (1.5, "1.5"), (0.25, "0.25"), (3.0, "3"), (-1200.5, "-1,200.5")]
)
def test_numbers_have_separators_and_no_trailing_zeros(number: float, told: str) -> None:
    assert words("en").number(number) == told


def test_a_value_is_never_taken_for_a_place() -> None:
    assert words("en").say("about", subject="{n} {0}") == "On {n} {0}"


def test_a_missing_entry_is_named() -> None:
    with pytest.raises(DataError, match=r"views/words/en.yaml: there is no entry 'labels.nothing'"):
        words("en").say("labels.nothing")


def test_a_language_without_a_catalogue_is_named() -> None:
    with pytest.raises(DataError, match=r"views/words/xx.yaml: there is no such table; .* en, ar"):
        words("xx")


def test_no_label_waits_for_a_use() -> None:
    room = files("kashf")
    written = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("views", "exchange", "exchange/templates", "cli")
        for file in room.joinpath(folder).iterdir()
        if file.name.endswith((".py", ".j2"))
    )
    labels = read_table("words", "en")["labels"]
    assert [label for label in labels if f'labels.{label}"' not in written and f'"{label}"' not in written] == []
