from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare, quote_id
from kashf.records import Finding

Pick = Callable[..., list[Finding]]
SAID = "لقد أوقفنا ثلاث شبكات كانت تنقل الذهب عبر الميناء الشمالي إلى جهات مجهولة"


def pair(
    draft: Any, wording: str, other: str, speakers: tuple[str | None, str | None] = ("سامر حداد", "سامر حداد")
) -> Any:
    one = draft(f"سامر حداد قال: {wording}.", "Alpha", 1).name("سامر حداد", "e-1", "person")
    two = draft(f"سامر حداد أو منير قال: {other}.", "Beta", 2)
    two.name("سامر حداد", "e-1", "person").name("منير", "e-2", "person")
    return [one.quote(wording, speakers[0]).record(), two.quote(other, speakers[1]).record()]


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        "لقد اوقفنا ثلاث شبكات كانت تنقل الذهب عبر الميناء الشمالى الى جهات مجهولة",
        "أوقفنا ثلاث شبكات تنقل الذهب عبر الميناء الشمالي",
        "لقد أوقفنا بالفعل ثلاث شبكات كانت تقوم بنقل الذهب عبر الميناء الشمالي نحو جهات مجهولة",
    ],
)
def test_one_utterance_is_found_in_two_wordings(draft: Any, of_kind: Pick, other: str) -> None:
    records = pair(draft, SAID, other)
    found = of_kind(compare(records), "quote")[0]
    assert found.members == tuple(quote_id(record.report.id, record.quotes[0]) for record in records)
    assert [wording["text"] for wording in found.fields["wordings"]] == [SAID, other]
    assert found.fields["speaker"] == "سامر حداد"


@pytest.mark.parametrize(
    "other",
    [
        "لا علاقة لنا بما جرى في الميناء الشمالي ولم نوقف أحدا هذا العام",
        "الذهب",
        "كانت جهات كثيرة تمر عبر الميناء",
    ],
)
def test_two_utterances_stay_two(draft: Any, of_kind: Pick, other: str) -> None:
    assert of_kind(compare(pair(draft, SAID, other)), "quote") == []


def test_two_speakers_do_not_share_half_a_sentence(draft: Any, of_kind: Pick) -> None:
    other = "أوقفنا ثلاث شبكات كانت تنقل الذهب عبر البحر إلى بلاد بعيدة"
    assert of_kind(compare(pair(draft, SAID, other)), "quote")
    assert of_kind(compare(pair(draft, SAID, other, ("سامر حداد", "منير"))), "quote") == []


def test_the_same_words_of_two_speakers_are_one_utterance(draft: Any, of_kind: Pick) -> None:
    found = of_kind(compare(pair(draft, SAID, SAID, ("سامر حداد", "منير"))), "quote")[0]
    assert [origin.name for origin in found.origins] == ["سامر حداد", "منير"]


def test_an_unknown_speaker_may_be_anyone(draft: Any, of_kind: Pick) -> None:
    assert of_kind(compare(pair(draft, SAID, SAID, ("سامر حداد", None))), "quote")


def test_a_quote_twice_in_one_report_is_not_shared(draft: Any, of_kind: Pick) -> None:
    text = f"{SAID} ثم أعاد: {SAID}"
    assert of_kind(compare([draft(text).quote(SAID).record()]), "quote") == []
