"""Words taken apart by the lexicon and by first names."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.extraction.knowledge import knowledge_of
from kashf.records import Report


@pytest.mark.parametrize("name", ["برايان", "لاري", "كاثرين", "بيدرو", "فريال", "لينا"])
def test_a_first_name_keeps_the_letter_that_could_be_a_clitic(name: str) -> None:
    split = knowledge_of("ar").splitter.split(name)
    assert (split.stem, split.preposition, split.conjunction) == (name, "", "")


@pytest.mark.parametrize(("word", "preposition"), [("بوزاره", "ب"), ("لرويترز", "ل"), ("لعمر", "ل")])
def test_a_clitic_before_another_word_is_one(word: str, preposition: str) -> None:
    assert knowledge_of("ar").splitter.split(word).preposition == preposition


def test_a_speaker_whose_name_begins_so_is_told_whole() -> None:
    text = "وقال برايان كوك إن التنظيم باع ألف برميل من النفط."
    [claim] = [claim for claim in extract(Report("r", "a.txt", text, language="ar")).claims if claim.type == "sell"]
    assert claim.attribution.chain[-1].text == "برايان كوك"


def test_added_is_a_verb() -> None:
    text = "تحدثت رانيا عساف، المسؤولة في المصرف. وأضافت: «الثقة تعود ببطء»."
    [quote] = extract(Report("r", "a.txt", text, language="ar")).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "رانيا عساف"
