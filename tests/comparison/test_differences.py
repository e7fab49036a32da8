"""Near-claims, dates that differ, and the counts that reports lead with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
TAIL = "ونقلت الشاحنات الحمولة ليلا إلى المستودع الكبير قرب المحطة بحضور لجنة من التجار"


@pytest.fixture
def entities(entity: Callable[..., Entity]) -> list[Entity]:
    places = {"e-mosul": "الموصل", "e-raqqa": "الرقة", "e-iraq": "Iraq", "e-qala": "القلعة", "e-qala2": "بلدة القلعة"}
    others = {"e-ward": "تنظيم الورد", "e-nil": "جماعة النيل"}
    return [
        *(entity(key, name, "place") for key, name in places.items()),
        *(entity(key, name) for key, name in others.items()),
    ]


def sold(draft: Any, outlet: str, place: tuple[str, str], **further: Any) -> Any:
    """A report of a sale: who, what, how much and where."""
    actor = further.pop("actor", ("تنظيم الورد", "e-ward"))
    amount = further.pop("amount", ("730 طنا", 730, "tonne"))
    when, day = further.pop("time", (None, None)), further.pop("day", 1)
    text = f"باع {actor[0]} {amount[0]} من الذهب في {place[0]}{f' {when[0]}' if when[0] else ''}"
    made = draft(f"{text}. {TAIL}" if further.pop("one_story", True) else text, outlet, day)
    made.name(*actor).name(*place, "place")
    if when[0]:
        made.time(*when)
        further["time"] = when[0]
    roles = {"actor": actor[0], "object": "الذهب", "place": place[0], "amount": amount, **further}
    return made.claim(outlet, "sell", text, **roles).record()


MOSUL, RAQQA, IRAQ = ("الموصل", "e-mosul"), ("الرقة", "e-raqqa"), ("العراق", "e-iraq")


@pytest.mark.parametrize(
    ("other", "differing"),
    [
        ({"place": RAQQA}, [("place", "الموصل", "الرقة")]),
        ({"place": MOSUL, "actor": ("جماعة النيل", "e-nil")}, [("actor", "تنظيم الورد", "جماعة النيل")]),
        ({"place": MOSUL}, []),
        ({"place": IRAQ}, []),
        ({"place": RAQQA, "actor": ("جماعة النيل", "e-nil")}, []),
        ({"place": RAQQA, "amount": ("90 طنا", 90, "tonne")}, []),
        ({"place": RAQQA, "polarity": "denied"}, []),
    ],
)
def test_near_claims_are_told_with_what_differs(
    draft: Any, entities: list[Entity], of_kind: Pick, other: dict[str, Any], differing: list[tuple[str, ...]]
) -> None:
    records = [sold(draft, "Alpha", MOSUL), sold(draft, "Beta", **other)]
    found = of_kind(compare(records, entities), "conflict", "role")
    told = [(one.fields["role"], *(side["told"] for side in one.fields["differing"])) for one in found]
    assert told == differing
    assert all(one.members == ("Alpha", "Beta") and one.verdict is None for one in found)


def test_a_difference_changes_no_grade(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    source = ("organisation", "وزارة التجارة")
    records = [sold(draft, outlet, place, source=source) for outlet, place in (("Alpha", MOSUL), ("Beta", RAQQA))]
    found = compare(records, entities)
    assert len(of_kind(found, "conflict", "role")) == 1
    assert [one.grade for one in of_kind(found, "assertion")] == ["3", "3"]


def test_names_that_contain_each_other_do_not_differ(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    records = [sold(draft, "Alpha", ("القلعة", "e-qala")), sold(draft, "Beta", ("بلدة القلعة", "e-qala2"))]
    assert of_kind(compare(records, entities), "conflict", "role") == []


def test_a_report_that_tells_both_settles_it(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    both = f"باع تنظيم الورد 730 طنا من الذهب في الموصل. وباع تنظيم الورد 730 طنا من الذهب في الرقة. {TAIL}"
    made = draft(both, "Gamma").name("تنظيم الورد", "e-ward").name("الموصل", "e-mosul", "place")
    made.name("الرقة", "e-raqqa", "place")
    for key, place in (("Gamma-1", "الموصل"), ("Gamma-2", "الرقة")):
        roles = {"actor": "تنظيم الورد", "object": "الذهب", "place": place, "amount": ("730 طنا", 730, "tonne")}
        made.claim(key, "sell", f"باع تنظيم الورد 730 طنا من الذهب في {place}", **roles)
    records = [made.record(), sold(draft, "Alpha", MOSUL)]
    assert of_kind(compare(records, entities), "conflict", "role") == []


def test_out_of_a_story_a_telling_figure_must_agree(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    texts = ("وافتتح الوزير معرض الكتاب في العاصمة بحضور السفراء", "وأعلنت البلدية مواعيد جديدة للحافلات والمدارس")
    for amount, count in ((("730 طنا", 730, "tonne"), 1), (("3 أطنان", 3, "tonne"), 0)):
        records = []
        for outlet, place, day, more in zip(("Alpha", "Beta"), (MOSUL, RAQQA), (1, 20), texts, strict=True):
            text = f"باع تنظيم الورد {amount[0]} من الذهب في {place[0]}"
            made = draft(f"{more}. {text}", outlet, day).name("تنظيم الورد", "e-ward").name(*place, "place")
            roles = {"actor": "تنظيم الورد", "object": "الذهب", "place": place[0], "amount": amount}
            records.append(made.claim(outlet, "sell", text, **roles).record())
        assert len(of_kind(compare(records, entities), "conflict", "role")) == count


@pytest.mark.parametrize(
    ("one", "other", "working"),
    [
        (("الثلاثاء", 10), ("الأربعاء", 11), "dated to 2020-03-10, elsewhere to 2020-03-11"),
        (("الثلاثاء", 10), ("الثلاثاء", 10), None),
        (("الثلاثاء", 10), (None, None), None),
        (("مطلع الشهر", 2), ("نهاية الشهر", 29), "the same but for the time: 2020-03-02, elsewhere 2020-03-29"),
    ],
)
def test_dates_that_differ(
    draft: Any, entities: list[Entity], of_kind: Pick, one: Any, other: Any, working: str | None
) -> None:
    records = [sold(draft, outlet, MOSUL, time=time) for outlet, time in (("Alpha", one), ("Beta", other))]
    found = of_kind(compare(records, entities), "conflict", "time")
    assert [conflict.working for conflict in found] == ([working] if working else [])
    if working:
        days = [f"2020-03-{day:02}" for _, day in (one, other)]
        assert [side["first"] for side in found[0].fields["differing"]] == days


def held(draft: Any, outlet: str, words: str, value: float, before: str = "", **qualified: Any) -> Any:
    text = f"أوقفت الشرطة {words} في المرفأ"
    made = draft(f"{before}{text}. {TAIL}", outlet)
    return made.claim(outlet, "arrest", text, object=words, amount=(words, value, "person"), **qualified).record()


@pytest.mark.parametrize(
    ("other", "conflicts"),
    [
        ({"words": "خمسة من أبناء البلدة", "value": 5}, 1),
        ({"words": "رجلين اثنين", "value": 2}, 0),
        ({"words": "خمسة من أبناء البلدة", "value": 5, "modality": "expected"}, 0),
        ({"words": "خمسة من أبناء البلدة", "value": 5, "before": f"{TAIL}. " * 12}, 0),
    ],
)
def test_counts_that_reports_lead_with(
    draft: Any, entities: list[Entity], of_kind: Pick, other: dict[str, Any], conflicts: int
) -> None:
    found = compare([held(draft, "Alpha", "رجلين", 2), held(draft, "Beta", **other)], entities)
    told = of_kind(found, "conflict", "figure")
    assert len(told) == conflicts
    assert all([figure["figure"] for figure in one.fields["figures"]] == ["2 person", "5 person"] for one in told)
