"""Sentences that say whose word the one before rests on."""

from __future__ import annotations

import pytest

from kashf.extraction.chain import analyse
from kashf.extraction.sources.voices import attribution_at
from kashf.records import Report

CASES = [
    ("ru", "Боевики захватили шахту. Об этом сообщил директор шахты.", "директор"),
    ("ru", "Боевики захватили шахту. Об этом говорится в сообщении министерства.", "министерства"),
    ("ar", "ضبطت القوات أربعين صهريجا قرب الحدود. جاء ذلك في بيان لوزارة الدفاع.", "وزارة الدفاع"),
    ("ar", "باع التنظيم الآثار في تركيا. صرح بذلك مدير المتاحف كمال رشيد لوكالة الأفق.", "كمال رشيد"),
    ("fr", "La milice a vendu du coton. C'est ce que révèle le rapport annuel du service.", "rapport annuel"),
]
NONE = [
    ("ru", "Боевики захватили шахту. Министр сообщил, что дорога закрыта."),
    ("ar", "ضبطت القوات أربعين صهريجا قرب الحدود. جاء السائقون من الشمال."),
    ("fr", "La milice a vendu du coton. C'est une première dans la région."),
]


@pytest.mark.parametrize(("language", "text", "source"), CASES)
def test_the_sentence_before_rests_on_who_is_told(language: str, text: str, source: str) -> None:
    found = attribution_at(analyse(Report("r", "a.txt", text, language=language)), 3)
    assert found.mode == "indirect"
    assert source in (found.chain[-1].name or "") or source in found.chain[-1].text


@pytest.mark.parametrize(("language", "text"), NONE)
def test_another_sentence_says_nothing_of_it(language: str, text: str) -> None:
    assert attribution_at(analyse(Report("r", "a.txt", text, language=language)), 3).mode == "own"


def test_what_somebody_said_stays_theirs() -> None:
    text = "Министр заявил, что боевики захватили шахту. Об этом пишет газета «Берег»."
    found = attribution_at(analyse(Report("r", "a.txt", text, language="ru")), text.index("боевики"))
    assert [link.text for link in found.chain[1:]] == ["Министр"]
