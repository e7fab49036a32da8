"""Cases of Russian words: by ending, and by whether a noun names somebody."""

from __future__ import annotations

import pytest

from kashf.language.declension import cases_of
from kashf.language.participles import made_forms


@pytest.mark.parametrize(
    ("form", "lemma", "animate", "cases"),
    [
        ("боевики", "боевик", True, {"nom"}),
        ("боевик", "боевик", True, {"nom"}),
        ("боевиков", "боевик", True, {"gen", "acc"}),
        ("грузовики", "грузовик", False, {"nom", "acc"}),
        ("грузовиков", "грузовик", False, {"gen"}),
        ("семьи", "семья", True, {"nom", "gen", "acc"}),
        ("наличными", "наличные", False, {"ins"}),
        ("абу", "абу", None, {"nom", "gen", "dat", "acc", "ins", "loc"}),
        ("всех", "все", None, {"gen", "acc", "loc"}),
        ("взрыва", "взрыв", False, {"gen"}),
        ("счета", "счет", False, {"nom", "gen", "acc"}),
        ("казначея", "казначей", True, {"gen", "acc"}),
        ("хозяева", "хозяин", True, {"nom", "gen", "acc"}),
        ("перепродажей", "перепродажа", False, {"ins"}),
    ],
)
def test_the_accusative_tells_somebody_from_something(
    form: str, lemma: str, animate: bool | None, cases: set[str]
) -> None:
    assert cases_of(form, lemma, noun=True, animate=animate) == cases


@pytest.mark.parametrize(
    ("verb", "form", "made"),
    [
        ("найти", "найденн", True),
        ("убить", "убит", True),
        ("готовить", "готовит", False),
        ("отправить", "отправит", False),
    ],
)
def test_participles_are_made_of_verbs_that_have_them(verb: str, form: str, made: bool) -> None:
    assert (form in {stem for stem, _ in made_forms(verb, "ru")}) == made
