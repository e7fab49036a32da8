"""Who acts where grammar leaves it unsaid: by gender and number, and by what the act asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.records import Claim, Record

Reader = Callable[[str], Record]


def claim_of(record: Record, kind: str) -> Claim:
    return next(claim for claim in record.claims if claim.type == kind)


ACTORS = [
    # A pronoun or an unsaid subject takes up who agrees with it.
    ("سيطرت الحركة على البلدة. ثم انسحب التنظيم منها. وفرضت ضرائب على التجار.", "extort", ["الحركة"]),
    ("قال المتحدث إن الرجل، وهو صراف، قد نقل أموالا إلى داعش.", "transfer", ["الرجل"]),
    ("اعترف المتهمان بعلاقتهما بالحركة حيث قاما بنقل أموال إلى داعش.", "transfer", ["المتهمان"]),
    # Papers tell and do nothing; suspects take no measures.
    ("كانت صحيفة محلية قد نشرت رسائل، وكشفت أن قطر دفعت فدية للخاطفين.", "ransom", ["قطر"]),
    # Whom a pronoun of accusation means, and never who accuses.
    ("فر سالم الحداد إلى تركيا. ويتهمه الأميركيون بنقل أسلحة إلى الحوثيين.", "smuggle", ["سالم الحداد"]),
    # Who tells of an act, or expects it, does not do it; who speaks of himself does.
    ("توقع الدبلوماسي أن تذهب هذه العائدات إلى تسليح الخلايا.", "fund", []),
    ("أكد المدعي العام أن المبالغ استخدمت في شراء أسلحة للمجموعة.", "buy", []),
    ("حذر النائب سمير حداد من أن الأرباح ستوجه إلى تمويل الإرهاب.", "fund", []),
    ("يتوقع التنظيم أن يجمع مليون دولار من الضرائب.", "earn", ["التنظيم"]),
    ("قال المتهم إنه حول الأموال إلى شقيقه.", "transfer", ["المتهم"]),
    # Who is kept from an act, who is in charge of one, who is taught.
    ("منعت القوات المهربين من نقل أسلحة إلى ليبيا.", "smuggle", ["المهربين"]),
    ("قتل الجيش قائد المجموعة المسؤولة عن تهريب النفط.", "smuggle", ["قائد المجموعة"]),
    ("أشرف ضباط أجانب على تدريب المقاتلين على صنع العبوات.", "train", ["ضباط أجانب"]),
    # Who is caught does it, and not who catches.
    ("أوقفت سلطات المطار مسافرا حاول تهريب الذهب.", "smuggle", ["مسافرا"]),
    # A bare verbal noun takes nobody up from the sentence before.
    ("سيطر التنظيم على البلدة. وبدأت محاكمة خمسة مهربين.", "charge", []),
    # Deaths by their noun name nobody; nobody is his own captor; papers, parts and people take no measures.
    ("استقبل الرئيس الوفد. وأدى انفجار سيارة إلى مقتل 12 مقاتلا في الفصيل.", "kill", []),
    ("كان السياح قد اختطفوا أثناء رحلة في الصحراء.", "kidnap", []),
    ("نشرت صحيفة التايمز وثائق. وأظهرت أنها كانت تدفع أموالا لميليشيات مسلحة.", "pay", []),
    ("قال مهاجرون نيجيريون إنهم فروا. وحكم على المتهمين بالسجن عشرين عاما.", "charge", []),
    # Who speaks does not do what is named within what he says.
    ("أوضح غرين أن المعلومات الخاصة بتمويل تنظيم داعش جاءت من أسير.", "fund", []),
    # What the sentence has just told of may be the measure that strikes; it is theirs who took it.
    ("أصدرت الوزارة عقوبات جديدة، تستهدف خمسة مهربين.", "designate", ["الوزارة"]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ACTORS)
def test_who_acts(read: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert [filler.text for filler in claim_of(read(text), kind).fillers("actor")] == expected


OBJECTS = [
    ("أضيفت الشركة إلى القائمة السوداء.", "designate", ["الشركة"]),
    ("أدينت شركة شحن بتهريب أسلحة.", "charge", ["شركة شحن"]),
    ("يحال المتهمون إلى القضاء غدا.", "charge", ["المتهمون"]),
    ("أوقفت مسلحين قرب الحدود.", "arrest", ["مسلحين"]),
    ("قالت الشرطة إنها أوقفت ثلاثة أشخاص بحوزتهم مليون يورو.", "arrest", ["أشخاص"]),
    ("أصدرت المحكمة حكما بالسجن المؤبد على زعيم الخلية.", "charge", ["زعيم الخلية"]),
    ("قضت المحكمة بحبس المتهم عشر سنوات.", "charge", ["المتهم"]),
    ("أفرجت الجماعة عن العمال، وأطلقت سراح 28 رهينة.", "release", ["العمال"]),
    ("يتاجر قادة الفصائل بالوقود في الميناء.", "trade", ["الوقود"]),
    ("استخدم زعماء العصابة متاجر الهواتف واجهة لغسل العائدات.", "launder", ["العائدات"]),
    ("صودرت كميات من المواد المتفجرة شديدة الخطورة.", "seize", ["كميات من المواد المتفجرة شديدة الخطورة"]),
    ("صادرت السلطات 44 كيلوغراما من المتفجرات وثماني بنادق من طراز حديث و32 خزنة وذخيرة.", "seize",
     ["44 كيلوغراما من المتفجرات", "بنادق", "خزنة", "ذخيرة"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), OBJECTS)
def test_what_it_is_done_to(read: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert [filler.text for filler in claim_of(read(text), kind).fillers("object")] == expected


AMOUNTS = [
    ("كسب الفصيل من تأجير الشاحنات زهاء 70 ألف دولار.", "earn", ["زهاء 70 ألف دولار"]),
    ("استولى التنظيم على أصول مصرفية تقدر بنحو 430 مليون دولار.", "capture", ["بنحو 430 مليون دولار"]),
    ("وجهت النيابة تهمة تمويل داعش إلى ثلاثة أشخاص.", "fund", []),
]


@pytest.mark.parametrize(("text", "kind", "expected"), AMOUNTS)
def test_how_much(read: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert [filler.text for filler in claim_of(read(text), kind).fillers("amount")] == expected
