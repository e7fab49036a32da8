"""Who speaks for whom within a story: offices of one state."""

from __future__ import annotations

from typing import Any

import pytest

from kashf.comparison import compare

TOLD = "باع تنظيم الورد خمسين طنا من الذهب"
AGAIN = "خمسون طنا من ذهب البلاد باعها الورد"


def origins(draft: Any, of_kind: Any, *sources: tuple[str, ...]) -> int:
    """The origins of one claim that two reports of one story credit to these sources."""
    records = [
        draft(f"{words}. {source[1]}. ضبطت السلطات الشحنة في المرفأ ليلا بعد مطاردة طويلة", f"Outlet {source[1]}", 2)
        .name("الورد", "e-ward")
        .claim("c", "sell", words, actor="الورد", object="الذهب" if "الذهب" in words else "ذهب", source=source)
        .record()
        for words, source in zip((TOLD, AGAIN), sources, strict=True)
    ]
    (assertion,) = [one for one in of_kind(compare(records), "assertion") if len(one.reports) == 2]
    return int(assertion.independent_origins)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("وزارة الخزانة الأمريكية", "وزارة الخارجية الأمريكية", 1),
        ("U.S. Department of Justice", "السلطات الأمريكية", 1),
        ("Министерство юстиции США", "Власти США", 1),
        ("وزارة الخزانة الأمريكية", "وزارة الداخلية البحرينية", 2),
        ("ministère de l'Intérieur français", "Европол", 2),
        ("وزارة الخزانة الأمريكية", "United Nations", 2),
        ("النيابة العامة العراقية", "الشرطة العراقية", 1),
        ("النيابة العامة العراقية", "جهاز الأمن الداخلي العراقي", 1),
        ("Turkish prosecutors", "MASAK", 1),
        ("parquet français", "ministère de l'Intérieur français", 1),
        ("прокуратура Украины", "Служба безопасности Украины", 1),
        ("جهاز الأمن", "الأمن الداخلي اللبناني", 1),
        ("النيابة", "النيابة العامة الأردنية", 1),
        ("النيابة العامة العراقية", "النيابة العامة الأردنية", 2),
        ("Turkish prosecutors", "Greek police", 2),
        ("الشرطة العراقية", "منظمة حقوقية عراقية", 2),
        ("Turkish rights group", "Turkish police", 2),
        ("جهاز الأمن", "وزارة المالية اللبنانية", 2),
        ("прокуратура Украины", "МИД России", 2),
    ],
)
def test_two_known_offices_of_one_state_are_one_origin(
    one: str, other: str, count: int, draft: Any, of_kind: Any
) -> None:
    assert origins(draft, of_kind, ("organisation", one), ("organisation", other)) == count


def test_a_title_tells_the_office_of_its_holder(draft: Any, of_kind: Any) -> None:
    official = ("person", "سامر حداد", "مسؤول في وزارة الخزانة الأمريكية")
    assert origins(draft, of_kind, official, ("organisation", "وزارة الخارجية الأمريكية")) == 1
    assert origins(draft, of_kind, official, ("organisation", "مصرف الواحة الوطني")) == 2


def apart(draft: Any, of_kind: Any, *sources: tuple[str, ...]) -> list[int]:
    """The origins of the statement that two stories, three weeks apart and in words of their own, share."""
    further = (
        "وغادرت السفينة الميناء الكبير بعد تفتيش الحاويات ونقل القبطان إلى العاصمة للتحقيق معه في الحادث",
        "وشهد السوق القديم إقبالا واسعا على الحبوب والزيوت قبل موسم الأمطار بحسب تجار المدينة وجمعيات المستهلكين",
    )
    records = [
        draft(f"{words}. {source[1]}. {more}", f"Outlet {day}", day)
        .name("الورد", "e-ward")
        .claim("c", "sell", words, actor="الورد", object="ذهب", amount=("خمسين طنا", 50, "tonne"), source=source)
        .record()
        for words, more, day, source in zip(
            ("باع الورد خمسين طنا من ذهب", "ذهب البلاد باع منه الورد خمسين طنا"), further, (2, 23), sources, strict=True
        )
    ]
    found = compare(records)
    assert of_kind(found, "story") == []
    return [int(one.independent_origins) for one in of_kind(found, "assertion") if len(one.reports) == 2]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        (("organisation", "وزارة الخزانة الأمريكية"), 1),
        (("person", "منير نعيم", "مساعد وزير الخزانة الأمريكية"), 1),
        (("organisation", "وزارة الخارجية الأمريكية"), 2),
        (("organisation", "السلطات الأمريكية"), 2),
        (("person", "منير نعيم", "وزير المالية اللبناني"), 2),
    ],
)
def test_in_two_stories_only_one_office_is_one_origin(
    source: tuple[str, ...], count: int, draft: Any, of_kind: Any
) -> None:
    assert apart(draft, of_kind, ("organisation", "US Treasury"), source) == [count]
