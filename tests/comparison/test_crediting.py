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
