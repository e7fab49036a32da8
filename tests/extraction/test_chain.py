"""The chain of stages: declared, checked before it runs, and harmless on any text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.errors import DataError
from kashf.extraction import extract
from kashf.extraction.stage import Stage, check_chain
from kashf.records import Record, Region, Report, record_from_json, record_to_json

Reader = Callable[[str], Record]

LINE = """
نقل التنظيم أمواله إلى من سوريا والعراق قال وزير إن أن بحسب "داعش" « » ، . 25 ألف دولار عاد منهم التي
يسيطر عليها بدأ محاولات تهريب النفط وأضاف: لا لم بيع بتهمة عمليات # _ ما يعني
"""
WORDS = st.sampled_from([*LINE.split(), "\n"])


def test_a_stage_needs_what_comes_before() -> None:
    stage = Stage("claims", lambda draft: draft, ("clauses",), ("claims",))
    with pytest.raises(DataError, match="'claims' needs clauses"):
        check_chain([stage])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_every_anchor_holds_on_any_text(words: list[str]) -> None:
    text = " ".join(words)
    record = extract(Report("r", "s", text, language="ar"))
    assert record_from_json(record_to_json(record)) == record


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
def test_an_empty_report_is_read(language: str) -> None:
    assert extract(Report("r", "s", "", language=language)).claims == ()


ENDLESS = [
    ("ar", "ها"),
    ("ar", "1,234,567,"),
    ("ar", "محمد بن "),
    ("ar", "«قال إنه "),
    ("en", "which "),
    ("en", "said, "),
    ("fr", "l'"),
    ("ru", "который "),
]


@pytest.mark.parametrize(("language", "piece"), ENDLESS)
def test_what_comes_again_without_end_is_read_to_the_end(language: str, piece: str) -> None:
    text = piece * 1200
    assert extract(Report("r", "s", text, language=language)).report.text == text


def test_boilerplate_says_nothing() -> None:
    body, tail = "لا جديد اليوم.", "نقلت الجماعة أموالها إلى تشاد."
    text = f"{body}\n{tail}"
    regions = (Region("body", 0, len(body)), Region("boilerplate", len(body) + 1, len(text)))
    assert extract(Report("r", "s", text, language="ar", regions=regions)).claims == ()


def test_the_same_text_gives_the_same_ids(read: Reader) -> None:
    text = "نقلت الجماعة أموالها إلى تشاد."
    assert [claim.id for claim in read(text).claims] == [claim.id for claim in read(text).claims]
