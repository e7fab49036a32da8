import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.names import distance, skeleton, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("فيوكتيستوف", "феоктистов"),
        ("فيوكتيستوف", "feoktistov"),
        ("دميتري", "дмитрий"),
        ("شهناز", "shahnaz"),
        ("شهناز", "шахназ"),
        ("سليماني", "soleimani"),
        ("قاطرجي", "katerji"),
        ("خالد", "khaled"),
        ("منوتشين", "mnuchin"),
        ("ابراهيم", "ibrahim"),
        ("مصطفي", "mustafa"),
    ],
)
def test_one_name_sounds_alike_in_all_scripts(one: str, other: str) -> None:
    assert distance(one, other) <= 0.08
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد", "احمد"),
        ("حسن", "hussein"),
        ("حسين", "hassan"),
        ("سعد", "said"),
        ("صلاح", "saleh"),
        ("رحيم", "rahman"),
        ("كمال", "jamal"),
    ],
)
def test_two_names_sound_apart(one: str, other: str) -> None:
    assert distance(one, other) > 0.12


def test_what_no_script_of_ours_writes_has_no_sound() -> None:
    assert sounds("汉字") == ""
    assert distance("汉字", "汉字") == 1.0


@given(st.text(alphabet="محدعبسقيوا", min_size=1, max_size=8), st.text(alphabet="abdhiklmqsu", min_size=1, max_size=8))
def test_distance_does_not_depend_on_the_side(one: str, other: str) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one))
