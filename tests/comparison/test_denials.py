"""A party's denial of what the same report tells of it."""

from __future__ import annotations

from datetime import date

import pytest

from kashf.comparison import compare
from kashf.extraction import extract
from kashf.names import resolve
from kashf.records import Report

DENIED = [
    (
        "fr",
        (
            "Selon le parquet de Bruxelles, Nabil Ziani a transféré 90 000 euros au groupe État islamique. "
            "Nabil Ziani a nié avoir transféré de l’argent à un quelconque groupe."
        ),
    ),
    (
        "ru",
        (
            "По данным следствия, Руслан Гарифов перевёл 4 млн рублей боевикам «Исламского государства». "
            "Гарифов заявил, что никому денег не переводил."
        ),
    ),
    (
        "ar",
        (
            "قالت النيابة إن شركة «نور الشام» حولت 3 ملايين دولار إلى حزب الله. "
            "ونفت شركة «نور الشام» تحويل أي أموال إلى أي جهة."
        ),
    ),
]
ANOTHER_ACT = [
    (
        "en",
        (
            "Prosecutors say Karim Belkacem sent 80,000 euros to al-Nusra Front. "
            "Karim Belkacem said he had not sent any money to Hamas."
        ),
    ),
    (
        "ru",
        (
            "По данным следствия, Руслан Гарифов перевёл 4 млн рублей боевикам «Исламского государства». "
            "Гарифов заявил, что не переводил денег «Хезболле»."
        ),
    ),
]


def denials(language: str, text: str) -> list[str | None]:
    record = extract(Report("r-1", "desk.txt", text, language=language, published=date(2021, 3, 3)))
    resolution = resolve([record])
    found = compare([resolution.apply(record)], resolution.entities)
    return [one.working for one in found if one.fields.get("conflict") == "denial"]


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_who_denies_all_denies_what_is_told_of_them(language: str, text: str) -> None:
    assert len(denials(language, text)) == 1


@pytest.mark.parametrize(("language", "text"), ANOTHER_ACT)
def test_a_denial_of_another_act_is_none_of_this(language: str, text: str) -> None:
    assert denials(language, text) == []
