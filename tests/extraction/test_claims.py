"""Claims of single sentences: what they say, who says so, and how surely."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.records import Claim, Record

Reader = Callable[[str], Record]


def claim_of(record: Record, kind: str) -> Claim:
    found = [claim for claim in record.claims if claim.type == kind]
    assert found, f"no {kind} among {[claim.type for claim in record.claims]}"
    return found[0]


def filled(claim: Claim, role: str) -> list[str]:
    return [filler.name or filler.text for filler in claim.fillers(role)]


ROLES = [
    ("نقلت بوكو حرام أموالها من النيجر إلى الكاميرون.", "transfer", "actor", ["بوكو حرام"]),
    ("نقلت بوكو حرام أموالها من النيجر إلى الكاميرون.", "transfer", "origin", ["النيجر"]),
    ("بوكو حرام نقلت أموالها من النيجر إلى الكاميرون وتشاد.", "transfer", "destination", ["الكاميرون", "تشاد"]),
    ("بدأت حركة الشباب عمليات لنقل عوائدها إلى كينيا.", "transfer", "object", ["عوائدها"]),
    ("تم تهريب آثار من ليبيا إلى أوروبا.", "smuggle", "object", ["آثار"]),
    ("يحاول تنظيم القاعدة الاستثمار في العقارات في دبي.", "invest", "place", ["دبي"]),
    ("محاولات تنظيم القاعدة للاستثمار في العقارات في دبي.", "invest", "object", ["العقارات"]),
    ("استولى المسلحون على مصنع للأسمدة ومنجم للنحاس في السودان.", "capture", "object", ["مصنع", "منجم"]),
    ("استولى المسلحون على مصنع للأسمدة ومنجم للنحاس في السودان.", "capture", "place", ["السودان"]),
    ("أما في تشاد فقد استولوا على حقول نفط.", "capture", "place", ["تشاد"]),
    ("باعت الجماعة أكثر من 500 برميل نفط بسعر 30 دولارا للبرميل.", "sell", "actor", ["الجماعة"]),
    ("جمدت السلطات السويسرية حسابات بقيمة 3 ملايين دولار.", "freeze", "object", ["حسابات"]),
    ("ألزمت الحركة التجار بتحويل الليرات السورية إلى دنانيرها.", "convert", "counterparty", ["التجار"]),
    ("عاد إلى تونس 60 مقاتلا من أصل 200.", "return", "destination", ["تونس"]),
    ("دفعت الجماعة رواتب مقاتليها.", "pay", "counterparty", ["مقاتليها"]),
    # A time or an aside between commas parts nothing.
    ("فرضت الوزارة، الثلاثاء، عقوبات على خمسة مهربين.", "designate", "object", ["مهربين"]),
    ("فرضت الوزارة أمس الثلاثاء عقوبات على خمسة مهربين.", "designate", "actor", ["الوزارة"]),
    # Members of a list behind commas and «و».
    ("ضبطت الشرطة بنادق، وذخائر، ومخدرات.", "seize", "object", ["بنادق", "ذخائر", "مخدرات"]),
    # The object before its subject; an accusative behind a plural; a man behind a feminine verb.
    ("تقاضت هذا المبلغ جماعات متشددة.", "receive", "actor", ["جماعات متشددة"]),
    ("هاجم مسلحون فندقا في العاصمة.", "attack", "object", ["فندقا"]),
    ("داهمت القوة المكتب واوقفت صاحبه بتهمة تحويل أموال.", "arrest", "object", ["صاحبه"]),
    # Nouns that tell of an act, and whose it is.
    ("عقوبات أميركية على ثلاثة مهربين", "designate", "object", ["مهربين"]),
    ("أدانت الوزارة الدعم الروسي لميليشيا الهضبة.", "fund", "actor", ["الروسي"]),
    # Who is charged does it, who arrests or thwarts does not.
    ("ألقت الشرطة القبض على تاجر بتهمة تهريب آثار.", "smuggle", "actor", ["تاجر"]),
    ("أحبطت الشرطة محاولة تهريب آثار.", "smuggle", "actor", []),
    # Two acts side by side are done to one object; whom a passive pronoun stands for.
    ("اعترف المتهم بنقل وبيع الآثار.", "sell", "object", ["الآثار"]),
    ("أما المقبوض عليه الثاني فتم تجنيده من قبل الأول.", "recruit", "object", ["المقبوض عليه الثاني"]),
    # A verb of two objects of its kind keeps its own.
    ("وضع التنظيم يده بعد سيطرته على المدينة على أموال المصرف.", "capture", "object", ["أموال المصرف"]),
    ("هاجمت الميليشيا المدعومة من روسيا قاعدة للجيش.", "fund", "actor", ["روسيا"]),
    ("سيطر المسلحون على 30 بالمئة من إنتاج القمح.", "control", "object", ["30 بالمئة من إنتاج القمح"]),
]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), ROLES)
def test_roles(read: Reader, text: str, kind: str, role: str, expected: list[str]) -> None:
    assert filled(claim_of(read(text), kind), role) == expected


SPELLINGS = [
    "نقل تنظيم القاعدة امواله من مالى الى الجزائر",
    "نقل تنظيم القاعدة أمواله من مالي إلى الجزائر",
    "نَقَلَ تنظيمُ القاعدةِ أموالَهُ من مالي إلى الجزائرِ",
    "نقل تنظيم #القاعدة أمواله من #مالي إلى #الجزائر",
    'نقل تنظيم "القاعدة" أمواله من مالي إلى الجزائر',
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_spelling_changes_nothing(read: Reader, text: str) -> None:
    claim = claim_of(read(text), "transfer")
    assert (filled(claim, "origin"), filled(claim, "destination")) == (["مالي"], ["الجزائر"])


QUALITIES = [
    ("ستنقل الجماعة أموالها إلى الخارج.", "transfer", "expected", "affirmed"),
    ("حاولت الجماعة نقل أموالها إلى الخارج.", "transfer", "attempted", "affirmed"),
    ("تعتزم الجماعة نقل أموالها إلى الخارج.", "transfer", "planned", "affirmed"),
    ("أحبطت الجمارك محاولة لتهريب آثار إلى الخارج.", "smuggle", "attempted", "affirmed"),
    ("لم تنقل الجماعة أموالها إلى الخارج.", "transfer", "asserted", "denied"),
    ("نفت الشركة نقل أموال إلى الجماعة.", "transfer", "asserted", "denied"),
    ("اعتقلت الشرطة تاجرا بتهمة تمويل الجماعة.", "fund", "alleged", "affirmed"),
]


@pytest.mark.parametrize(("text", "kind", "modality", "polarity"), QUALITIES)
def test_how_a_claim_is_said(read: Reader, text: str, kind: str, modality: str, polarity: str) -> None:
    claim = claim_of(read(text), kind)
    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_an_act_that_began(read: Reader) -> None:
    assert claim_of(read("بدأت الجماعة بنقل أموالها إلى الخارج."), "transfer").phase == "began"


def test_an_aim_is_a_purpose_and_no_claim(read: Reader) -> None:
    record = read("حولت الجماعة مليون دولار إلى لبنان من أجل شراء أسلحة.")
    assert [claim.type for claim in record.claims] == ["transfer"]
    assert filled(record.claims[0], "purpose") == ["شراء أسلحة"]


NOTHING = [
    "نقل المصابون إلى المستشفى بسيارات الإسعاف.",
    "خسر الفريق مباراته أمام ضيفه.",
    "عاد الوزير إلى القاهرة مساء أمس.",
    "باع الرسام لوحته في مزاد خيري.",
    "صدر قانون مكافحة غسل الأموال عام 2010.",
    "تعمل شركات تحويل الأموال في المنطقة منذ سنوات.",
    "انطلقت أمس بطولة كرة القدم للناشئين.",
    "قال خبير في تمويل الإرهاب إن الوضع صعب.",
    "سامي الحداد خبير في شؤون المناخ.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_ordinary_news_makes_no_claim(read: Reader, text: str) -> None:
    assert read(text).claims == ()


def test_who_came_back_had_left_the_same_country(read: Reader) -> None:
    record = read("سافر من المغرب 300 مقاتل إلى سوريا، بينما عاد منهم 80 مقاتلا.")
    assert filled(claim_of(record, "return"), "destination") == ["المغرب"]


def test_what_a_noun_is_known_by_is_no_claim(read: Reader) -> None:
    record = read("خسر التنظيم الآبار التي كان يسيطر عليها.")
    assert [claim.type for claim in record.claims] == ["lose"]
