from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.records import Record, Report
from kashf.views.passages import passage


def _record(text: str) -> Record:
    return Record(Report("r-1", "a.txt", text, language="en"))


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("One. Two moved gold. Three.", "moved gold", "Two ", "."),
        ("Title\nIt moved gold\nMore", "moved gold", "It ", ""),
        ("سبق ذلك. نقل الذهب سرا. تلاه.", "نقل الذهب", "", " سرا."),
        ("One moved gold. Two sold it.", "gold. Two", "One moved ", " sold it."),
        ('He said: "We moved gold. We sold it." Then he left.', "moved gold", 'He said: "We ', '. We sold it."'),
    ],
)
def test_evidence_stands_in_its_sentence(text: str, words: str, before: str, after: str) -> None:
    start = text.index(words)
    told = passage(_record(text), start, start + len(words))
    assert (told.before, told.words, told.after) == (before, words, after)


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    text = "word " * 200 + "moved gold" + " word" * 200
    start = text.index("moved")
    told = passage(_record(text), start, start + len("moved gold"))
    assert told.before.startswith("… word")
    assert told.after.endswith("word …")
    assert len(told.before) < 300
    assert len(told.after) < 300


@pytest.mark.parametrize(("text", "direction"), [("gold moved", "ltr"), ("نقل الذهب", "rtl"), ("12 %", "ltr")])
def test_a_passage_knows_its_direction(text: str, direction: str) -> None:
    assert passage(_record(text), 0, len(text)).direction == direction


@given(st.text(st.sampled_from("ab. \n!؟«»\"'ع،"), min_size=1, max_size=80), st.data())
def test_a_passage_is_a_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    told = passage(_record(text), start, end)
    squeezed = " ".join(text.split())
    assert " ".join(f"{told.before}{told.words}{told.after}".split()) in squeezed
