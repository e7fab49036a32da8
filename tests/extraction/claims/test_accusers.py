"""Acts inside a charge rest on the word of who lays it, estimates on the estimator's."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Claim, Report

CHARGES = [
    ("en", "Prosecutors charged a Leeds accountant with funding al-Shabaab through a charity.", "fund", "Prosecutors"),
    (
        "en",
        "Police in Nairobi arrested four traders on suspicion of sending money to al-Shabaab.",
        "transfer",
        "Police",
    ),
    (
        "en",
        "Three men were charged by federal prosecutors with laundering $2 million.",
        "launder",
        "federal prosecutors",
    ),
    (
        "en",
        "German investigators suspect the imam of sending 30,000 euros to fighters.",
        "transfer",
        "German investigators",
    ),
    ("ar", "اعتقلت الشرطة ثلاثة تجار بتهمة تمويل تنظيم داعش.", "fund", "الشرطة"),
    ("ar", "وجهت النيابة العامة إلى المدير تهمة غسل أموال لصالح حزب الله.", "launder", "النيابة العامة"),
    (
        "ar",
        "اوقفت السلطات الالمانية لاجئا للاشتباه فى تحويله اموالا الى تنظيم الدولة.",
        "transfer",
        "السلطات الالمانية",
    ),
    ("fr", "Le parquet a mis en examen un comptable lyonnais pour financement du terrorisme.", "fund", "Le parquet"),
    ("ru", "Власти арестовали бизнесмена по обвинению в финансировании ИГИЛ.", "fund", "Власти"),
    ("ru", "Прокуратура предъявила обвинение бухгалтеру в отмывании денег для картеля.", "launder", "Прокуратура"),
]
ESTIMATES = [
    ("ru", "Аналитики оценивают доход группировки от нефти в 56 миллионов долларов.", "Аналитики"),
    ("fr", "Les analystes chiffrent à 56 millions de dollars les revenus pétroliers du groupe.", "Les analystes"),
    ("ar", "وقدرت الاستخبارات عائدات التنظيم من النفط بمليون دولار يوميا.", "الاستخبارات"),
]


def claim(language: str, text: str, kind: str) -> Claim:
    """The claim of a type in a sentence."""
    return next(c for c in extract(Report("r", "a.txt", text, language=language)).claims if c.type == kind)


@pytest.mark.parametrize(("language", "text", "kind", "accuser"), CHARGES)
def test_an_act_inside_a_charge_is_the_accusers_word(language: str, text: str, kind: str, accuser: str) -> None:
    found = claim(language, text, kind)
    assert (found.modality, found.attribution.mode) == ("alleged", "indirect")
    assert (found.attribution.chain[-1].text, found.attribution.chain[-1].stance) == (accuser, "accused")


def test_the_charge_itself_is_told_by_the_outlet() -> None:
    assert (
        claim("en", "Prosecutors charged a Leeds accountant with funding al-Shabaab.", "charge").attribution.mode
        == "own"
    )


def test_nobody_is_made_up_where_no_accuser_is_named() -> None:
    found = claim("en", "A Leeds accountant was charged with funding al-Shabaab.", "fund")
    assert (found.modality, found.attribution.mode) == ("alleged", "own")


def test_a_court_that_convicts_tells_what_was_done() -> None:
    found = claim("en", "A London court convicted an accountant of funding al-Shabaab.", "fund")
    told = found.attribution.chain[-1]
    assert (found.modality, told.text, told.stance) == ("asserted", "A London court", "said")


def test_a_court_that_tries_accuses_nobody() -> None:
    found = claim("ar", "بدأت محكمة ليماسول محاكمة وكيل شحن متهم بتهريب آثار إلى قبرص.", "smuggle")
    assert (found.modality, found.attribution.mode) == ("alleged", "own")


def test_whom_something_is_done_to_is_no_accuser() -> None:
    found = claim("ru", "Его обвиняют в контрабанде оружия боевикам.", "smuggle")
    assert (found.modality, found.attribution.mode) == ("alleged", "own")


@pytest.mark.parametrize(("language", "text", "who"), ESTIMATES)
def test_an_estimate_is_the_word_of_who_makes_it(language: str, text: str, who: str) -> None:
    found = claim(language, text, "estimate").attribution
    assert (found.mode, found.chain[-1].text, found.chain[-1].stance) == ("indirect", who, "estimated")
