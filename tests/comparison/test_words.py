import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.comparison.words import agreement, meanings, stem, written_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("اموالهم", "والاموال"),
        ("دول", "دوله"),
        ("اوروبا", "اوروبيه"),
        ("sanctions", "sanctioned"),
        ("террористы", "террористов"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("هجمات إرهابية", "عمليات ارهابيه"),
        ("هجمات إرهابية", "terrorist attacks"),
        ("оружие", "الأسلحة"),
        ("الآبار النفطية", "oil wells"),
    ],
)
def test_phrases_of_one_meaning_meet(one: str, other: str) -> None:
    assert meanings(one) == meanings(other)


def test_particles_mean_nothing() -> None:
    assert meanings("من في على") == frozenset()


@pytest.mark.parametrize(
    ("text", "script"), [("بنك BNP", "arabic"), ("Банк", "cyrillic"), ("Bank", "latin"), ("12", "latin")]
)
def test_a_text_has_the_script_of_its_letters(text: str, script: str) -> None:
    assert written_in(text) == script


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdef"), max_size=12))
def test_agreement_is_mutual_and_a_share(one: list[str], other: list[str]) -> None:
    agreed = agreement(one, other)
    assert agreed == agreement(other, one)
    assert 0 <= agreed <= 1


def test_a_part_agrees_wholly() -> None:
    assert agreement(list("abcdef"), list("bdf")) == 1.0
    assert agreement([], list("abc")) == 0.0
