"""Hints: what lists say a stretch of words may be."""

from __future__ import annotations

import pytest

from kashf.extraction.naming.hints import Hints

HINTS = Hints(
    [("نيويورك تايمز", "media"), ("نيويورك", "town"), ("الهلال", "club"), ("الهلال الاحمر", "body"), ("دو", "firm")]
)

CASES = [
    ("نيويورك تايمز", {0: ("media-B",), 1: ("media-E",)}),
    ("في نيويورك", {1: ("town-S",)}),
    ("هلال", {0: ("club-S",)}),
    ("هلال احمر", {0: ("body-B",), 1: ("body-E",)}),
    ("هلال ابيض", {0: ("club-S",)}),
    ("دو", {}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "hints"), CASES)
def test_the_longest_name_tells(text: str, hints: dict[int, tuple[str, ...]]) -> None:
    assert HINTS(text.split(" ")) == hints


def test_one_name_may_be_of_several_sorts() -> None:
    assert Hints([("النصر", "club"), ("النصر", "place")])(["نصر"]) == {0: ("club-S", "place-S")}
