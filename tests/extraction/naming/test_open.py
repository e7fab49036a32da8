"""Definite nouns that stand for somebody the report does not name."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Report

OPEN = [
    ("ar", "قال المسؤول الروسي إن الوضع صعب.", [("المسؤول الروسي", "nobody")]),
    ("ar", "ونفت الشركة التهمة.", [("الشركة", "nobody")]),
    ("ar", "وقالت الشرطة إن الوضع صعب.", []),
    ("ar", "رفض مدير الشركة التعليق.", []),
    ("en", "The official said the group was rich.", [("official", "nobody"), ("group", "nobody")]),
    ("en", "A group claimed the attack. The company that owns the ship is his.", []),
    ("en", "The police and the army came.", []),
    ("fr", "Le groupe a nié. La société de Moussa est fermée.", [("groupe", "nobody")]),
    ("ru", "Ведомство молчит. Полиция приехала.", [("Ведомство", "nobody")]),
    ("en", "Noor Exchange and Amal Exchange closed. The bank denied it.", [("bank", "several")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), OPEN)
def test_a_noun_that_nobody_fits_is_left_open(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    mentions = extract(Report("r", "line", text, language=language)).mentions
    nouns = [m for m in mentions if m.unresolved and " " not in m.text[:2] and len(m.text) > 3]
    assert [(m.text, m.unresolved) for m in nouns] == expected
    assert all(m.entity is None and m.pronominal for m in nouns)


def test_a_noun_that_somebody_fits_is_not() -> None:
    mentions = extract(Report("r", "line", "Hezbollah moved cash. The group denied it.", language="en")).mentions
    assert [m.entity for m in mentions if m.text == "group"] == ["hizballah"]
