from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.comparison.copies import find_copies, shingles
from kashf.comparison.corpus import gather
from kashf.records import Finding

ORIGINAL = " ".join(f"كلمة{number}" for number in range(60))
OTHER = " ".join(f"لفظ{number}" for number in range(60))
Pick = Callable[..., list[Finding]]


def words(start: int, end: int) -> str:
    return " ".join(ORIGINAL.split()[start:end])


@pytest.mark.parametrize(
    ("second", "label"),
    [
        (ORIGINAL, "near-copy"),
        (ORIGINAL.replace("كلمة30 ", "غيرها "), "near-copy"),
        (words(0, 50) + " " + OTHER[:80], "near-copy"),
        (words(0, 20) + " " + OTHER, "partial"),
        (words(0, 12) + " " + OTHER, None),
        (OTHER, None),
        ("", None),
    ],
)
def test_copies_are_told_from_parts_and_from_others(draft: Any, of_kind: Pick, second: str, label: str | None) -> None:
    records = [draft(ORIGINAL, "Alpha", 1).record(), draft(second, "Beta", 2).record()]
    assert [found.fields["label"] for found in of_kind(compare(records), "copy")] == ([label] if label else [])


def test_the_earlier_report_is_first(draft: Any, of_kind: Pick) -> None:
    later, earlier = draft(ORIGINAL, "Alpha", 5).record(), draft(ORIGINAL, "Beta", 2).record()
    found = of_kind(compare([later, earlier]), "copy")[0]
    assert found.reports == (earlier.report.id, later.report.id)
    assert found.fields["first"] == earlier.report.id
    assert found.fields["containment"] == found.fields["jaccard"] == 1.0


def test_an_unknown_date_is_told(draft: Any, of_kind: Pick) -> None:
    records = [draft(ORIGINAL, "Alpha", 1).record(), draft(ORIGINAL, "Beta", None).record()]
    assert "not sure" in str(of_kind(compare(records), "copy")[0].working)


def test_spelling_and_vowel_marks_do_not_hide_a_copy(draft: Any, of_kind: Pick) -> None:
    plain = "أعلنت الوزارة إحباط عملية كبيرة في الميناء فجر اليوم وضبط شحنة من المعدات المخبأة"
    marked = "اعلنَت الوزارةُ احباطَ عمليةٍ كبيرةٍ فى الميناءِ فجرَ اليومِ وضبطَ شحنةٍ من المعداتِ المخبأة"
    records = [draft(plain, "Alpha", 1).record(), draft(marked, "Beta", 2).record()]
    assert of_kind(compare(records), "copy")[0].fields["containment"] == 1.0


def test_a_short_report_inside_a_long_one_is_a_part(draft: Any, of_kind: Pick) -> None:
    long = ORIGINAL + " " + " ".join(f"غير{number}" for number in range(400))
    records = [draft(ORIGINAL, "Alpha", 1).record(), draft(long, "Beta", 1).record()]
    assert of_kind(compare(records), "copy")[0].fields["label"] == "partial"


def test_two_reports_that_quote_one_speech_are_no_copies(draft: Any, of_kind: Pick) -> None:
    speech = words(0, 30)
    records = [
        draft(f"{speech} {OTHER}", "Alpha", 1).quote(speech).record(),
        draft(f"{speech} {OTHER.replace('لفظ', 'قول')}", "Beta", 1).quote(speech).record(),
    ]
    assert of_kind(compare(records), "copy") == []


def test_captions_and_boilerplate_do_not_count(draft: Any, of_kind: Pick) -> None:
    from kashf.records import Region

    regions = (Region("body", 0, len(OTHER)), Region("boilerplate", len(OTHER) + 1, len(OTHER) + 1 + len(ORIGINAL)))
    other = OTHER.replace("لفظ", "قول")
    other_regions = (Region("body", 0, len(other)), Region("caption", len(other) + 1, len(other) + 1 + len(ORIGINAL)))
    records = [
        draft(f"{OTHER}\n{ORIGINAL}", "Alpha", 1, regions=regions).record(),
        draft(f"{other}\n{ORIGINAL}", "Beta", 1, regions=other_regions).record(),
    ]
    assert of_kind(compare(records), "copy") == []


def test_candidates_of_a_much_copied_text_stay_few(draft: Any) -> None:
    records = [draft(ORIGINAL, f"Outlet {number}", 1).record() for number in range(60)]
    copies = find_copies(gather(records))
    assert len(copies) <= 60 * 24
    assert {copy.second for copy in copies} | {copies[0].first} == set(range(60))


def test_shingles_are_the_same_in_every_run() -> None:
    assert list(shingles(tuple("abcde"))) == [9643349072635376471]
    assert list(shingles(("a", "b"))) == []
    assert len(shingles(tuple("abcde") * 4)) == 5
