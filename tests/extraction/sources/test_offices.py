"""The office of a speaker whose name stands beside it, and names that lists and the tagger both see."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Record, Report


def read(text: str, language: str) -> Record:
    return extract(Report("r-test", "test.txt", text, language=language))


@pytest.mark.parametrize(
    ("language", "text", "speaker", "office"),
    [
        (
            "ar",
            "وقالت المتحدثة باسم الوزارة، ميساء الطوخلي، إن الشركة حولت المال إلى التنظيم.",
            "ميساء الطوخلي",
            "المتحدثة باسم الوزارة",
        ),
        (
            "ar",
            "وقال المدير التنفيذي للشركة فارس الدوسري إن المصرف نقل الأموال إلى التنظيم.",
            "فارس الدوسري",
            "المدير التنفيذي للشركة",
        ),
        (
            "en",
            "The firm sent the money to the rebels, ministry spokeswoman Maysaa al-Tukhli said.",
            "Maysaa al-Tukhli",
            "ministry spokeswoman",
        ),
    ],
)
def test_a_speaker_has_the_office_beside_the_name(language: str, text: str, speaker: str, office: str) -> None:
    origins = [claim.attribution.origin for claim in read(text, language).claims]
    assert [(one.text, one.title) for one in origins if one] == [(speaker, office)] * len(origins) != []


@pytest.mark.parametrize(
    "text",
    [
        "يهرّب حزب الله الدولارات من بيروت.",
        "قال مصدر إن «حزب الله» يهرّب الدولارات.",
        "واتهم الوزير حزب الله بتهريب الوقود.",
    ],
)
def test_a_known_group_is_found_whatever_stands_behind_it(text: str) -> None:
    assert ("حزب الله", "group") in [(mention.text, mention.kind) for mention in read(text, "ar").mentions]
