"""Reasons that are written in English are told in the reader's language, with no English left in them."""

from __future__ import annotations

import pytest

from kashf.views.reasons import reason_told
from kashf.views.words import words

CASES = [
    (
        "3 reports are alike in their words, names and numbers; most name Rome, Hala Bari",
        "تشابه في الألفاظ والأسماء والأرقام بين 3 تقارير؛ يرد في معظمها: روما، \u2068Hala Bari\u2069",
    ),
    ("2 pairs reproduce each other's text", "أزواج من التقارير نقل أحدها نص الآخر: 2"),
    ("1 utterances are quoted by several", "تصريحات نقلها أكثر من تقرير: 1"),
    ("9 of 12 words agree in order (Dawn, الميناء)", "تتفق 9 من 12 من الكلمات على ترتيبها (\u2068Dawn\u2069، الميناء)"),
    (
        "probably a translation, by what both tell: money, ransom, 2 names (Dawn, الميناء)",
        "الأرجح أنها ترجمة، لاشتراكهما في المضمون (\u2068Dawn\u2069، الميناء)",
    ),
    ("known names of Islamic State", "أسماء معروفة لجهة واحدة: داعش"),
    ("one name: طبرق; one name: طبرق", "اسم واحد: طبرق"),
    ("Hala Bari sounds like هالة باري", "«\u2068Hala Bari\u2069» و«هالة باري» متقاربان نطقا"),
    (
        "أبو سعد is like ابو سعيد, in reports of one occasion",
        "«أبو سعد» و«ابو سعيد» متشابهان في تقارير عن مناسبة واحدة",
    ),
    ("أبو سعد, in reports of one occasion", "«أبو سعد» في تقارير عن مناسبة واحدة"),
    ("merged by salma: الصفة واحدة", "دمجها المحلل \u2068salma\u2069: الصفة واحدة"),
    ("one name: طبرق; and 12 more", "اسم واحد: طبرق؛ وأسباب أخرى: 12"),
    ("120 percent is more than all there is: inconsistent", "النسبة المذكورة تفوق الكل"),
]


@pytest.mark.parametrize(("reason", "told"), CASES)
def test_it_is_told_in_arabic(reason, told):
    assert reason_told(reason, words("ar")) == told


def test_english_and_what_no_pattern_knows_stay_as_they_are():
    assert reason_told("one name: Hala Bari", words("en")) == "one name: Hala Bari"
    assert reason_told("a stranger's reason", words("ar")) == "\u2068a stranger's reason\u2069"
    assert reason_told("", words("ar")) == ""
