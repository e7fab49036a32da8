"""PDF documents: the order of reading, paragraphs, headings. The files are pages of our own, printed by a browser."""

from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"
DOCUMENTS = [
    ("gold_ar.pdf", "ar", "ضبط شحنة ذهب في مطار المدينة الساحلية", 4, [
        "عثر على 43.8 كيلوغراما من الذهب",
        "وقدّر قيمتها بنحو 2.5 مليون دولار (FATF) أمريكي.",
        "منذ 12 سبتمبر 2017 بالتعاون مع أجهزة أخرى في الداخل والخارج.",
        "ولم يصدر عن شركة Gold & Co تعليق على الأمر.",
    ]),
    ("frozen_ar.pdf", "ar", "تجميد أموال الشبكة", 3, [
        "قرر المصرف المركزي تجميد 17 حسابا، وقال محافظه: «لا صلة للمصارف الأخرى بالأمر»",
        "أن 90% من الأموال (نحو 1,250,000 يورو) نُقلت عبر شركة Blue Sea Trading إلى الخارج.",
        "وأُبلغت السلطات في الثلاثين من الشهر الماضي.",
    ]),
    ("gold_fr.pdf", "fr", "Saisie d’or à l’aéroport", 3, [
        "la saisie de quarante kilogrammes d’or dans la valise d’un voyageur venu de l’étranger",
        "« L’enquête continue », a-t-il ajouté, précisant que le réseau agissait dans trois pays voisins.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "language", "title", "paragraphs", "words"), DOCUMENTS, ids=[case[0] for case in DOCUMENTS]
)
def test_the_text_of_a_document(
    report: Any, name: str, language: str, title: str, paragraphs: int, words: list[str]
) -> None:
    found = report((DATA / name).read_bytes(), name)

    assert found.language == language
    assert found.title == title
    assert len(found.text.split("\n")) == paragraphs
    for piece in words:
        assert piece in found.text
    assert found.repairs == ()
