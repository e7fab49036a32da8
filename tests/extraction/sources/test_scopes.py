"""On whose word: speakers, relays, scopes and quotations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.extraction import extract
from kashf.records import Record, Report

Reader = Callable[[str], Record]


def chain(record: Record) -> list[str]:
    return [link.name or link.text for link in record.claims[0].attribution.chain[1:]]


CHAINS = [
    ("قال وزير المالية سامي الحداد إن الجماعة نقلت أموالها إلى تشاد.", ["سامي الحداد"]),
    ("أعلن سامي الحداد، وزير المالية، أن الجماعة نقلت أموالها إلى تشاد.", ["سامي الحداد"]),
    ("بحسب تقديرات أممية، نقلت الجماعة أموالها إلى تشاد.", ["تقديرات أممية"]),
    ("نقلت الجماعة أموالها إلى تشاد، وفق مصدر أمني.", ["مصدر أمني"]),
    ("نقلت وكالة رويترز عن مسؤول أمني قوله إن الجماعة نقلت أموالها إلى تشاد.", ["رويترز", "مسؤول أمني"]),
    ("تشير تقارير غربية إلى أن الجماعة نقلت أموالها إلى تشاد.", ["تقارير غربية"]),
    ("جاء في دراسة عن السوق أن الجماعة نقلت أموالها إلى تشاد.", ["دراسة"]),
    ("يذكر أن الجماعة نقلت أموالها إلى تشاد.", []),
    ("نقلت الجماعة أموالها إلى تشاد.", []),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_the_chain_behind_a_claim(read: Reader, text: str, expected: list[str]) -> None:
    assert chain(read(text)) == expected


def test_the_last_speaker_goes_on(read: Reader) -> None:
    record = read("قال وزير المالية سامي الحداد إن الوضع صعب. وأضاف أن الجماعة نقلت أموالها إلى تشاد.")
    assert chain(record) == ["سامي الحداد"]


def test_the_writers_conclusion_is_the_writers_own(read: Reader) -> None:
    record = read("تشير تقديرات إلى أن التجارة مستمرة، ما يعني أن الجماعة تبيع النفط.")
    assert record.claims[-1].attribution.mode == "own"


def test_a_title_stands_with_its_speaker(read: Reader) -> None:
    record = read("أكد مازن العلي، نائب رئيس هيئة الجمارك، أن المهربين نقلوا أسلحة إلى سوريا.")
    assert record.claims[0].attribution.chain[-1].title == "نائب رئيس هيئة الجمارك"


QUOTES = [
    ('وقال مازن العلي: "نقلوا المال كله إلى الخارج قبل شهر".', ["نقلوا المال كله إلى الخارج قبل شهر"]),
    ('"نقلوا المال كله إلى الخارج قبل شهر"، قال مازن العلي.', ["نقلوا المال كله إلى الخارج قبل شهر"]),
    ("وأوضح أن الشركة «أخفت مصدر أموالها طوال عامين» ثم أغلقت.", []),
    ('يسيطر تنظيم "داعش" على المدينة.', []),
    ('تباع في "مكاتب اقتصادية" للتنظيم.', []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_speech_is_told_from_names(read: Reader, text: str, expected: list[str]) -> None:
    assert [quote.text for quote in read(text).quotes] == expected


def test_the_speaker_of_a_quotation(read: Reader) -> None:
    record = read('كشف وزير الداخلية مازن العلي التفاصيل. وقال الوزير: "نقلوا المال كله إلى الخارج".')
    speaker = record.quotes[0].speaker
    assert speaker is not None
    assert (speaker.text, speaker.name) == ("الوزير", "مازن العلي")


def test_direct_speech_makes_a_claim_direct(read: Reader) -> None:
    record = read('وقال مازن العلي: "نقلت الجماعة أموالها إلى تشاد".')
    assert record.claims[0].attribution.mode == "direct"


@pytest.mark.parametrize(
    ("source", "shown"),
    [("a.txt", "a.txt"), ("reports/old/a.txt", "a.txt"), ("mail.zip!in/a.eml", "a.eml"), ("a.json#2", "a.json#2")],
)
def test_an_outlet_that_is_not_known_is_shown_by_the_name_of_the_file(source: str, shown: str) -> None:
    record = extract(Report("r", source, "باع التنظيم النفط بنحو 20 مليون دولار.", language="ar"))
    assert {claim.attribution.chain[0].text for claim in record.claims} == {shown}
