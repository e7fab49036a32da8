from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.evaluation.likeness import comparable, overlap, within

TEXTS = st.text('ابجد وال كتب fox, the «»"-', max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المسئولـ الروسى", "المسؤول الروسي"),
        ("#ريف_الرقة", "ريف الرقة"),
        ("«كتائب الساحل»", "كتائب الساحل"),
        ("٤٠ ألفًا", "40 الفا"),
        ("The Group’s oil", "the group's OIL"),
    ],
)
def test_spelling_does_not_count(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)
    assert overlap(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("بالوقود", "الوقود", 1.0),
        ("للتنظيم", "التنظيم", 1.0),
        ("وبالدولار", "دولار", 1.0),
        ("كلب", "لب", 0.0),
        ("نقل أمواله", "نقل أمواله إلى الخارج", 1.0),
        ("أمواله نقل", "نقل أمواله", 0.5),
        ("", "نقل", 0.0),
    ],
)
def test_within_is_the_share_of_the_shorter(one: str, other: str, share: float) -> None:
    assert within(one, other) == share


def test_overlap_is_the_share_of_the_longer() -> None:
    assert overlap("sold the oil", "sold the oil to traders abroad") == 0.5


@given(TEXTS, TEXTS)
def test_shares_are_shares(one: str, other: str) -> None:
    assert 0.0 <= overlap(one, other) <= within(one, other) <= 1.0


@given(TEXTS)
def test_a_text_is_like_itself(text: str) -> None:
    assert within(text, text) == overlap(text, text) == float(bool(comparable(text)))
