"""Where words stand that somebody says a text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extractors.anchoring import Anchors
from kashf.records import Span

FOUND = [
    # text, words, what stands there
    ("باع التنظيم النفط", "النفط", "النفط"),
    ("أعلنت الشرطة ذلك", "اعلنت الشرطه", "أعلنت الشرطة"),
    ("قال المسئول الروسى", "المسؤول الروسي", "المسئول الروسى"),
    ("ضُبِطَت الأموال", "ضبطت الأموال", "ضُبِطَت الأموال"),
    ("دفعها بالدولار", "الدولار", "الدولار"),
    ("وبالدينار أيضا", "الدينار", "الدينار"),
    ("sold oil\n to traders", "oil to traders", "oil\n to traders"),
    ("He said “we paid”.", '"we paid"', "“we paid”"),
    ("в Москве задержан", "Москве", "Москве"),
    ("٢٥ ألف برميل", "25 ألف", "٢٥ ألف"),
]
MISSING = [
    ("باع التنظيم النفط", "الذهب"),
    ("Berlin police", "in"),
    ("the armies left", "army"),
    ("جميل وصل", "ميل"),
    ("أموالهم هنا", "أموال"),
    ("sold oil", "sold  crude oil"),
    ("sold oil", ""),
    ("sold oil", "  \n"),
    ("sold oil", "sold oil sold oil sold oil"),
    ("a.b", "a*b"),
]


@pytest.mark.parametrize(("text", "words", "there"), FOUND)
def test_words_are_found_in_whatever_spelling(text: str, words: str, there: str) -> None:
    found = Anchors(text).find(words)
    assert found is not None
    assert found.text == there == text[found.start : found.end]


@pytest.mark.parametrize(("text", "words"), MISSING)
def test_what_does_not_stand_there_is_not_found(text: str, words: str) -> None:
    assert Anchors(text).find(words) is None


def test_what_is_written_to_the_letter_goes_first() -> None:
    assert Anchors("الارهاب ثم الإرهاب").find("الإرهاب") == Span(11, 18, "الإرهاب")


def test_the_nearest_of_several_is_meant() -> None:
    text = "the firm sold; the firm paid; the firm left"
    found = Anchors(text).find("the firm", Span(15, 28, text[15:28]))
    assert found is not None
    assert found.start == 15


@given(st.text(max_size=60), st.text(max_size=12))
def test_an_anchor_always_holds(text: str, words: str) -> None:
    found = Anchors(text).find(words)
    assert found is None or text[found.start : found.end] == found.text != ""
