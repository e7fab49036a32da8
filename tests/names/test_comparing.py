from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.names import DEFAULT_THRESHOLD, compare

DATA = Path(__file__).parent / "data"
MOST_WRONG = 0.03
"""Of pairs that are two's, so many may score above the threshold; of pairs that are one's, so many below it."""


def pairs(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def score(pair: dict[str, str]) -> float:
    return compare(pair["one"], pair["other"], pair["kind"]).score


def told(wrong: list[dict[str, str]]) -> str:
    return "\n".join(f"{score(pair):.2f}  {pair['one']} | {pair['other']} ({pair['why']})" for pair in wrong)


def test_brothers_branches_and_namesakes_stay_apart() -> None:
    apart = pairs("apart.tsv")
    wrong = [pair for pair in apart if score(pair) >= DEFAULT_THRESHOLD]
    assert len(apart) >= 200
    assert len(wrong) <= MOST_WRONG * len(apart), told(wrong)


def test_one_name_is_known_in_every_script_and_spelling() -> None:
    same = pairs("one.tsv")
    wrong = [pair for pair in same if score(pair) < DEFAULT_THRESHOLD]
    assert len(wrong) <= MOST_WRONG * len(same), told(wrong)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("اشرف محمد يوسف عثمان عبد السلام", "ASHRAF MUHAMMAD YUSUF 'UTHMAN 'ABD AL-SALAM"),
        ("دميترى فيوكتيستوف", "Dmitry Feoktistov"),
        ("المسئول أحمد رؤوف", "المسءول احمد روءوف"),
        ("داعش", "ИГИЛ"),
    ],
)
def test_they_are_one(one: str, other: str) -> None:
    assert compare(one, other).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("اشرف محمد يوسف عثمان عبد السلام", "'ABD AL-MALIK MUHAMMAD YUSUF 'UTHMAN 'ABD AL-SALAM"),
        ("حزب الله", "حزب الله العراقي"),
    ],
)
def test_they_are_two(one: str, other: str) -> None:
    assert compare(one, other).score < DEFAULT_THRESHOLD


def test_what_speaks_for_and_against_is_told_in_words() -> None:
    compared = compare("سامر حداد", "منير حداد")
    assert "They begin with different names, as those of brothers do: سامر / منير." in compared.explanation
    assert [abs(told.weight) for told in compared.features] == sorted(
        (abs(told.weight) for told in compared.features), reverse=True
    )


def test_a_score_orders_likeness() -> None:
    others = ("Samer Haddad", "Samer Hadad", "Munir Haddad", "Olga Orlova")
    scores = [compare("Samer Haddad", other).score for other in others]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize("name", ["", " ", "—", "3", "و", "汉字", "بن", "Ltd", "()", "A / B", " / ", "ـــ"])
def test_no_name_breaks_it(name: str) -> None:
    for other in ("", "سامر حداد", name):
        for kind in (None, "person", "organisation", "place"):
            assert 0.0 <= compare(name, other, kind).score <= 1.0


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_side_does_not_matter(one: str, other: str) -> None:
    assert compare(one, other).score == pytest.approx(compare(other, one).score)
