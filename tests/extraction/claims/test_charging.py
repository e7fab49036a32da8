"""What stands inside a charge is alleged, and a fact only on the word of a court that convicted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.extraction import extract
from kashf.records import Record, Report

Reader = Callable[[str], Record]

ALLEGED = [
    ("وجهت النيابة العامة الاتهام إلى ثلاثة أشخاص بتمويل الإرهاب.", "fund", ["أشخاص"]),
    ("أعلن المدعي العام توجيه الاتهام إلى أربعة أشخاص بتمويل الإرهاب وغسل الأموال.", "launder", ["أشخاص"]),
    ("ألقت الشرطة القبض على صراف للاشتباه في تحويله أموالا إلى جماعة مسلحة.", "transfer", ["صراف"]),
    ("اعتُقل رجلان للاشتباه بتمويلهما هجمات في باريس.", "fund", ["رجلان"]),
    ("أوقفت السلطات تاجرا يشتبه في تهريبه أسلحة إلى ليبيا.", "smuggle", ["تاجرا"]),
    ("تحقق النيابة مع رجل أعمال في غسل أموال بقيمة 5 ملايين دولار.", "launder", ["رجل أعمال"]),
    ("يحاكم خمسة متهمين بتهريب الآثار وتمويل جماعة إرهابية.", "fund", ["متهمين"]),
    ("أحيل مدير المصرف إلى المحاكمة لتحويله أموالا إلى تنظيم القاعدة.", "transfer", ["مدير المصرف"]),
    ("المطلوب في قضايا تهريب مخدرات سلم نفسه للأمن.", "smuggle", []),
    ("تلاحق السويد رجلا مطلوبا بتهمة تجنيد مقاتلين لصالح داعش.", "recruit", ["رجلا"]),
    ("يواجه سالم الحداد اتهامات بتحويل 3 ملايين دولار إلى حزب الله.", "transfer", ["سالم الحداد"]),
    ("اتهمت واشنطن شركة صرافة بنقل أموال إلى الحرس الثوري.", "transfer", ["شركة صرافة"]),
    ("اتهم المدعون العامون المصرف بأنه غسل أموال عصابات المخدرات.", "launder", ["المصرف"]),
    ("متهم بغسل أموال يمثل أمام المحكمة غدا.", "launder", []),
    ("تتهم النيابة المدير السابق باختلاس مليوني يورو من صندوق المعاشات.", "divert", ["المدير السابق"]),
    ("قبض على أربعة أشخاص بشبهة جمع تبرعات لتنظيم داعش.", "receive", ["أشخاص"]),
    ("أوقف ثلاثة أجانب في مطار بيروت على خلفية تهريب ذهب.", "smuggle", ["أجانب"]),
    ("وجهت إليه تهم تمويل الإرهاب وتجنيد مقاتلين.", "recruit", []),
    ("تشتبه الشرطة في أن المتجر يمول خلية متطرفة.", "fund", ["المتجر"]),
    ("نسبت النيابة إلى المتهمين تمويل جماعة إرهابية وشراء أسلحة.", "buy", []),
    ("المشتبه في تمويله الهجوم فر إلى تركيا.", "fund", []),
    ("الشرطة تعتقل إماما يشتبه بأنه جند شبانا للقتال في سوريا.", "recruit", ["إماما"]),
    ("استجوب القاضي رئيس الشركة السابق بشأن دفع أموال لتنظيم داعش.", "pay", ["رئيس الشركة السابق"]),
    ("فرضت الوزارة عقوبات على شركة بتهمة تهريب النفط.", "smuggle", ["شركة"]),
]


@pytest.mark.parametrize(("text", "kind", "actor"), ALLEGED)
def test_what_somebody_is_charged_with_is_alleged(read: Reader, text: str, kind: str, actor: list[str]) -> None:
    found = [claim for claim in read(text).claims if claim.type == kind]
    assert [claim.modality for claim in found] == ["alleged"]
    assert [filler.text for filler in found[0].fillers("actor")] == actor


PROVEN = [
    ("أدانت المحكمة رجلا بتمويل جماعة إرهابية.", "fund"),
    ("أدين صراف بغسل أموال لصالح عصابة.", "launder"),
    ("حكمت المحكمة بالسجن ثماني سنوات على تاجر بتهمة تهريب أسلحة إلى ليبيا.", "smuggle"),
    ("حكم على امرأة بالسجن سبع سنوات لتمويلها مقاتلين في سوريا.", "fund"),
]


@pytest.mark.parametrize(("text", "kind"), PROVEN)
def test_what_a_court_found_proven_is_told_as_it_found(read: Reader, text: str, kind: str) -> None:
    assert [claim.modality for claim in read(text).claims if claim.type == kind] == ["asserted"]


UNPROVEN = [
    "لم تدن المحكمة رجلا بتمويل جماعة إرهابية.",
    "قد تدين المحكمة رجلا بتمويل جماعة إرهابية.",
    "ستحاكم المحكمة رجلا بتهمة تمويل جماعة إرهابية.",
]


@pytest.mark.parametrize("text", UNPROVEN)
def test_no_conviction_no_fact(read: Reader, text: str) -> None:
    assert "asserted" not in {claim.modality for claim in read(text).claims if claim.type == "fund"}


def test_what_a_court_acquitted_of_is_denied(read: Reader) -> None:
    [claim] = [c for c in read("برأت المحكمة رجل الأعمال من تهمة غسل الأموال.").claims if c.type == "launder"]
    assert claim.polarity == "denied"


EUROPEAN = [
    ("en", "Prosecutors charged three men with financing the militia.", "fund", "alleged"),
    ("en", "Police arrested a jeweller on suspicion of laundering drug money.", "launder", "alleged"),
    ("en", "A court convicted a banker of laundering money for a cartel.", "launder", "asserted"),
    ("en", "A judge sentenced the trader to five years in prison for smuggling arms to Libya.", "smuggle", "asserted"),
    ("fr", "Elle est soupçonnée d'avoir envoyé 20 000 euros à Daech.", "fund", "alleged"),
    ("ru", "Полиция задержала ювелира по подозрению в отмывании денег.", "launder", "alleged"),
    ("ru", "Суд приговорил предпринимателя к пяти годам за финансирование боевиков.", "fund", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "kind", "modality"), EUROPEAN)
def test_in_every_language(language: str, text: str, kind: str, modality: str) -> None:
    record = extract(Report("r-test", "test.txt", text, language=language))
    assert [claim.modality for claim in record.claims if claim.type == kind] == [modality]


def test_a_conviction_is_one_claim_with_its_penalty(read: Reader) -> None:
    found = read("حكمت المحكمة بالسجن ثماني سنوات على تاجر بتهمة تهريب أسلحة إلى ليبيا.").claims
    [charge] = [claim for claim in found if claim.type == "charge"]
    assert [filler.text for filler in charge.fillers("object")] == ["تاجر"]
    assert [filler.text for filler in charge.fillers("penalty")] == ["السجن ثماني سنوات"]


def test_what_one_is_arrested_for_is_the_charge(read: Reader) -> None:
    [arrest] = [c for c in read("اعتقلت الشرطة صرافا للاشتباه في تحويله أموالا إلى داعش.").claims if c.type == "arrest"]
    assert [filler.text for filler in arrest.fillers("charge")] == ["تحويله أموالا"]
    assert not arrest.fillers("purpose")
