"""Hints: what lists say a stretch of words may be."""

from __future__ import annotations

import pytest

from kashf.extraction.naming.hints import Hints

HINTS = Hints(
    [("نيويورك تايمز", "media"), ("نيويورك", "town"), ("الهلال", "club"), ("الهلال الأحمر", "body"), ("دو", "firm")]
)

CASES = [
    ("نيويورك تايمز", [("media-B",), ("media-E",)]),
    ("في نيويورك", [(), ("town-S",)]),
    ("هلال", [("club-S",)]),
    ("هلال احمر", [("body-B",), ("body-E",)]),
    ("دو", [()]),
    ("", [()]),
]


@pytest.mark.parametrize(("text", "hints"), CASES)
def test_the_longest_name_tells(text: str, hints: list[tuple[str, ...]]) -> None:
    assert HINTS(text.split(" ")) == hints


def test_one_name_may_be_of_several_sorts() -> None:
    assert Hints([("النصر", "club"), ("النصر", "place")])(["نصر"]) == [("club-S", "place-S")]
