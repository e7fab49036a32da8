"""What was changed between two copies, word by word."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.comparison.changes import changes

HELD = "أوقفت الشرطة رجلين وضبطت 43.8 كيلوغراما من المتفجرات في المرفأ، وفق بيان الوزارة."


def told(one: str, other: str) -> list[tuple[str, str, str]]:
    found = changes(one, other)
    return [(each.kind, one[each.start : each.end], other[each.other_start : each.other_end]) for each in found]


@pytest.mark.parametrize(
    ("other", "changed"),
    [
        (HELD, []),
        (HELD.replace("رجلين", "خمسة رجال"), [("replaced", "رجلين", "خمسة رجال")]),
        (HELD.replace("43.8", "نحو 44"), [("replaced", "43.8", "نحو 44")]),
        (HELD.replace(" في المرفأ", ""), [("dropped", "في المرفأ", "")]),
        (HELD.replace("الوزارة", "الوزارة مساء السبت"), [("inserted", "", "مساء السبت")]),
        (HELD.replace("أوقفت", "أوقفتِ"), [("spelled", "أوقفت", "أوقفتِ")]),
        (HELD.replace("الشرطة", "الشرطه"), [("spelled", "الشرطة", "الشرطه")]),
        (HELD.replace("،", " ,"), []),
    ],
)
def test_changes_between_copies(other: str, changed: list[tuple[str, str, str]]) -> None:
    assert [each for each in told(HELD, other) if each[0] != "kept"] == changed


def test_the_words_of_other_languages() -> None:
    assert told("The bank froze 12 accounts", "The central bank froze about 12 accounts") == [
        ("kept", "The", "The"),
        ("inserted", "", "central"),
        ("kept", "bank froze", "bank froze"),
        ("inserted", "", "about"),
        ("kept", "12 accounts", "12 accounts"),
    ]


def test_one_word_that_stays_by_chance_parts_no_change() -> None:
    one = "customs officers of the port seized gold"
    other = "three armed men from the north stole silver"
    assert [kind for kind, *_ in told(one, other)] == ["replaced"]


WORDS = ("باع", "اشترى", "ذهب", "43.8", "نفط", "the", "bank", "المرفأ،", "قال")
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first draw loads tables, whatever the machine is at
@given(texts, texts)
def test_the_stretches_cover_both_texts_in_order(one: str, other: str) -> None:
    found = changes(one, other)
    for start, end, text in (("start", "end", one), ("other_start", "other_end", other)):
        spans = [(getattr(each, start), getattr(each, end)) for each in found]
        assert spans == sorted(spans)
        left = list(text)
        for first, last in spans:
            left[first:last] = " " * (last - first)
        assert not "".join(left).strip(" ،")


@given(texts)
def test_a_text_is_unchanged_beside_itself(text: str) -> None:
    assert {each.kind for each in changes(text, text)} <= {"kept"}
