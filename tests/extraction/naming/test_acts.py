"""Laws, resolutions, orders and lists as mentions."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Report

ACTS = [
    ("ar", "جمد المصرف الأموال بموجب القرار 2253.", "القرار 2253", "resolution-2253"),
    ("ar", "صدر قرار مجلس الأمن رقم 1267 قبل سنوات.", "قرار مجلس الأمن رقم 1267", "resolution-1267"),
    ("ar", "والقرار رقم 1373 ملزم للدول.", "القرار رقم 1373", "resolution-1373"),
    ("ar", "أدرج وفقا للأمر التنفيذي 13224 أمس.", "أمر التنفيذي 13224", "order-13224"),
    ("ar", "خالف القانون رقم 44 لسنة 2015.", "القانون رقم 44", "law-44"),
    ("ar", "فرضت العقوبات بموجب قانون قيصر.", "قانون قيصر", "caesar-act"),
    ("ar", "خرجت البلاد من القائمة الرمادية.", "القائمة الرمادية", "fatf-grey-list"),
    ("en", "Assets were frozen under Resolution 2253.", "Resolution 2253", "resolution-2253"),
    ("en", "He was listed under Executive Order 13224.", "Executive Order 13224", "order-13224"),
    ("en", "The bank broke the Bank Secrecy Act.", "Bank Secrecy Act", "bank-secrecy-act"),
    ("en", "It fell under Law No. 318 of 2001.", "Law No. 318", "law-318"),
    ("fr", "Les avoirs sont gelés par la résolution 2253.", "résolution 2253", "resolution-2253"),
    ("fr", "Le pays quitte la liste grise.", "liste grise", "fatf-grey-list"),
    ("ru", "Счета заморожены по резолюции 2253.", "резолюции 2253", "resolution-2253"),
    ("ru", "Нарушен закон № 115 о легализации.", "закон № 115", "law-115"),
]
NONE = [
    ("ar", "اتخذ الوزير القرار، وقتل 2253 شخصا."),
    ("ar", "القرار صدر عام 2015."),
    ("en", "The resolution passed in 2015."),
    ("en", "Law 12 students came."),
    ("fr", "La résolution a été votée par 120 pays."),
    ("ru", "Указ подписан 12 мая."),
]


@pytest.mark.parametrize(("language", "text", "words", "key"), ACTS)
def test_acts_are_mentions(language: str, text: str, words: str, key: str) -> None:
    record = extract(Report("r", "line", text, language=language))
    assert (words, key) in [(m.text, m.entity) for m in record.mentions if m.kind == "work"]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_number_elsewhere_makes_no_act(language: str, text: str) -> None:
    assert not [m for m in extract(Report("r", "line", text, language=language)).mentions if m.kind == "work"]
