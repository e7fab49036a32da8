"""What is a claim of its own, and what is denied."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.extraction import extract
from kashf.records import Record, Region, Report

Reader = Callable[[str], Record]

NONE_OF_ITS_OWN = [
    ("تدرب المجند على تنفيذ التفجيرات في معسكر.", "attack"),
    ("مول الرجل الخلية بمبالغ لشراء قارب لتنفيذ عمليات التهريب.", "smuggle"),
    ("دفعت الحكومة مليار دولار للخاطفين ولم تسلم منها دولارا.", "receive"),
]


@pytest.mark.parametrize(("text", "kind"), NONE_OF_ITS_OWN)
def test_what_is_no_claim_of_its_own(read: Reader, text: str, kind: str) -> None:
    assert kind not in {claim.type for claim in read(text).claims}


DENIED = [
    ("لا دليل على أن الجمعية مولت الخلية.", "fund"),
    ("ليس صحيحا أن الشركة دفعت فدية.", "ransom"),
    ("لم تتسلم الميليشيا أموالا من الخارج.", "receive"),
    ("لم يعد التنظيم يسيطر على المصفاة.", "control"),
]


@pytest.mark.parametrize(("text", "kind"), DENIED)
def test_what_is_denied(read: Reader, text: str, kind: str) -> None:
    [claim] = [claim for claim in read(text).claims if claim.type == kind]
    assert (claim.polarity, claim.modality) == ("denied", "asserted")


def titled(title: str, body: str) -> Record:
    text = f"{title}\n{body}"
    regions = (Region("title", 0, len(title)), Region("body", len(title) + 1, len(text)))
    return extract(Report("r-test", "test.txt", text, language="ar", regions=regions))


def test_a_headline_that_the_body_repeats_makes_no_claim() -> None:
    title = "فرنسا تصادر 40 كيلوغراما من الكوكايين"
    record = titled(title, "صادرت الجمارك الفرنسية 40 كيلوغراما من الكوكايين في مرفأ لوهافر.")
    assert [claim.evidence.start > len(title) for claim in record.claims if claim.type == "seize"] == [True]


def test_a_headline_that_tells_more_keeps_its_claim() -> None:
    record = titled("فرنسا تصادر 40 كيلوغراما من الكوكايين", "اعتقلت الشرطة أربعة أشخاص في المرفأ.")
    assert "seize" in {claim.type for claim in record.claims}


ANSWERED = [
    ("يتهم الادعاء صالح الرميثي بتحويل 4 ملايين دولار إلى حزب الله. ونفى الرميثي الاتهامات.", "transfer"),
    ("قالت الصحيفة إن الشركة مولت ميليشيا في ليبيا، وهو ما تنفيه الشركة.", "fund"),
    ("اتهمت واشنطن المصرف بغسل أموال الحزب، لكن المصرف نفى ذلك.", "launder"),
]


@pytest.mark.parametrize(("text", "kind"), ANSWERED)
def test_a_denial_that_names_no_act_denies_what_was_told_before(read: Reader, text: str, kind: str) -> None:
    told = [claim for claim in read(text).claims if claim.type == kind]
    assert [claim.polarity for claim in told] == ["affirmed", "denied"]
    assert told[0].fillers("actor")[0].text == told[1].fillers("actor")[0].text


NOTHING_ANSWERED = ["نفى الوزير ذلك.", "نفى اللاعب الشائعات.", "خطف مسلحون طبيبا، ونفى الوزير أن يستقيل."]


@pytest.mark.parametrize("text", NOTHING_ANSWERED)
def test_a_denial_of_nothing_told_before_makes_no_claim(read: Reader, text: str) -> None:
    assert "denied" not in {claim.polarity for claim in read(text).claims}
