from __future__ import annotations

import pytest

from kashf.extraction.numerals.inflection import expand, inflect

PARADIGMS = {"m": {"one": ["", "ا"], "two": ["ان"]}, "f": {"one": [""], "many": ["-ات"]}}


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("نحو", ["نحو"]),
        ("{مئ,مائ}تين", ["مئتين", "مائتين"]),
        ("{ما ,}بين", ["ما بين", "بين"]),
        ("{a,b}{c,d}", ["ac", "ad", "bc", "bd"]),
    ],
)
def test_alternatives_are_written_out(form: str, written: list[str]) -> None:
    assert list(expand(form)) == written


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("نحو", [("نحو", "any")]),
        ("شخص~m", [("شخص", "one"), ("شخصا", "one"), ("شخصان", "two")]),
        ("شركة~f", [("شركة", "one"), ("شركات", "many")]),
        (
            "{دولار,يورو}~m",
            [(w + e, n) for w in ("دولار", "يورو") for e, n in (("", "one"), ("ا", "one"), ("ان", "two"))],
        ),
        ("~", [("~", "any")]),
    ],
)
def test_endings_are_written_out_with_their_number(form: str, written: list[tuple[str, str]]) -> None:
    assert list(inflect(form, PARADIGMS)) == written


def test_a_paradigm_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        list(inflect("شخص~x", PARADIGMS))
