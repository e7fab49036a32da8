"""Quotation marks: which opens, which closes, and what runs on."""

from __future__ import annotations

import pytest

from kashf.extraction.chain import analyse
from kashf.extraction.sources.marks import pairs
from kashf.records import Report

PAIRED = [
    ('قال: "نعم".', ["نعم"]),
    ("قال: «نعم».", ["نعم"]),
    ("قال: “نعم”.", ["نعم"]),
    ("قال: ”نعم“.", ["نعم"]),
    ("قال: ” نعم ”.", ["نعم"]),
    ("قال: „نعم”.", ["نعم"]),
    ("قال: ‹نعم›.", ["نعم"]),
    ("قال: 'نعم'.", ["نعم"]),
    ('قال: «اشترى صحيفة "الأفق" أمس».', ['اشترى صحيفة "الأفق" أمس', "الأفق"]),
    ('قال: "لا" ثم "نعم".', ["لا", "نعم"]),
    ("قال: «نعم.\nولم أندم».", ["نعم.\nولم أندم"]),
    ("قال: «نعم.\n«ولم أندم».", ["نعم.\n", "ولم أندم"]),
    ("قال: «نعم ولم أندم.", ["نعم ولم أندم."]),
    ('12" x 14', []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    draft = analyse(Report("r", "a.txt", text, language="ar"))
    tokens = [word.token for word in draft.words]
    found = [text[tokens[pair.first].start : tokens[pair.last - 1].end] for pair in pairs(text, draft.words)]
    assert [words.strip("\n") for words in found] == [words.strip("\n") for words in expected]


def test_an_apostrophe_is_no_mark() -> None:
    text = "The bankers' union said the group's money and the firms' books were gone."
    draft = analyse(Report("r", "a.txt", text, language="en"))
    assert not pairs(text, draft.words)


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "قال الوزير: «لن نسمح بذلك أبدا.\nوغادر القاعة. وأغلقت الشركة أبوابها بعد ذلك."
    [pair] = pairs(text, analyse(Report("r", "a.txt", text, language="ar")).words)
    assert not pair.closed
