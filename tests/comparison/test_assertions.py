from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
MOVED = "نقل تنظيم الورد أمواله إلى بلاد بعيدة"


@pytest.fixture
def entities(entity: Callable[..., Entity]) -> list[Entity]:
    return [
        entity("e-ward", "تنظيم الورد"),
        entity("e-nil", "جماعة النيل"),
        entity("e-se", "Sweden", "place"),
        entity("e-de", "Germany", "place"),
        entity("e-eu", "Europe", "place"),
    ]


def moved(
    draft: Any, outlet: str, text: str, actor: tuple[str, str], claim: str = "transfer", day: int = 1, **roles: Any
) -> Any:
    named = draft(text, outlet, day).name(*actor)
    return named.claim(f"{outlet}-1", claim, text, actor=actor[0], **roles).record()


def together(findings: tuple[Finding, ...]) -> list[tuple[str, ...]]:
    return [found.members for found in findings if found.kind == "assertion" and len(found.members) > 1]


def test_one_claim_of_two_reports_is_one_assertion(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    first = moved(draft, "Alpha", MOVED, ("تنظيم الورد", "e-ward"), object="أمواله", destination="بلاد بعيدة")
    other = "قام الورد بتحويل الأموال نحو بلاد أخرى بعيدة"
    second = moved(draft, "Beta", other, ("الورد", "e-ward"), day=2, object="الأموال", destination="بلاد أخرى بعيدة")
    (found,) = of_kind(compare([second, first], entities), "assertion")
    assert found.members == ("Alpha-1", "Beta-1")
    assert found.reports == (first.report.id, second.report.id)
    assert (found.fields["type"], found.fields["first"], found.fields["last"]) == (
        "transfer",
        "2020-03-01",
        "2020-03-02",
    )
    assert found.fields["roles"]["actor"] == ["تنظيم الورد", "الورد"]


@pytest.mark.parametrize(
    "difference",
    [
        {"actor": ("جماعة النيل", "e-nil")},
        {"claim": "buy"},
        {"modality": "ended"},
        {"day": 45},
    ],
)
def test_claims_that_differ_in_substance_stay_apart(
    draft: Any, entities: list[Entity], difference: dict[str, Any]
) -> None:
    first = moved(draft, "Alpha", MOVED, ("تنظيم الورد", "e-ward"), object="أمواله")
    settings = {"actor": ("تنظيم الورد", "e-ward"), "object": "أمواله", **difference}
    text = MOVED.replace("تنظيم الورد", settings["actor"][0])
    day = settings.pop("day", 1)
    second = draft(text, "Beta", 1).name(*settings.pop("actor"))
    second.claim("Beta-1", settings.pop("claim", "transfer"), text, actor=second.mentions[0].text, **settings)
    record = second.record()
    if day > 28:
        record = shifted(record, day)
    assert together(compare([first, record], entities)) == []


def shifted(record: Any, days: int) -> Any:
    from dataclasses import replace
    from datetime import timedelta

    published = record.report.published + timedelta(days=days)
    return replace(record, report=replace(record.report, published=published))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("السويد", "e-se"), ("ألمانيا", "e-de"), False),
        (("السويد", "e-se"), ("أوروبا", "e-eu"), True),
        (("السويد", "e-se"), ("السويد", "e-se"), True),
    ],
)
def test_places_that_exclude_each_other_part_claims(
    draft: Any, entities: list[Entity], one: tuple[str, str], other: tuple[str, str], joined: bool
) -> None:
    records = []
    for outlet, place in (("Alpha", one), ("Beta", other)):
        text = f"نقل تنظيم الورد أمواله إلى {place[0]} سرا"
        made = draft(text, outlet).name("تنظيم الورد", "e-ward").name(*place, "place")
        records.append(
            made.claim(
                f"{outlet}-1", "transfer", text, actor="تنظيم الورد", object="أمواله", destination=place[0]
            ).record()
        )
    assert bool(together(compare(records, entities))) is joined


def test_times_that_lie_apart_part_claims(draft: Any, entities: list[Entity]) -> None:
    records = []
    for outlet, when, day in (("Alpha", "مطلع الشهر", 1), ("Beta", "نهاية الشهر", 29)):
        text = f"{MOVED} {when}"
        made = draft(text, outlet).name("تنظيم الورد", "e-ward").time(when, day)
        records.append(
            made.claim(f"{outlet}-1", "transfer", text, actor="تنظيم الورد", object="أمواله", time=when).record()
        )
    assert together(compare(records, entities)) == []


def test_figures_across_scripts_make_one_claim(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    arabic = "كسب تنظيم الورد نحو 40 مليون دولار من النفط"
    english = "Ward earned more than $40 million from oil"
    first = moved(
        draft,
        "A",
        arabic,
        ("تنظيم الورد", "e-ward"),
        "earn",
        object="النفط",
        amount=("نحو 40 مليون دولار", 4e7, "USD", "about"),
    )
    second = moved(
        draft,
        "B",
        english,
        ("Ward", "e-ward"),
        "earn",
        object="oil",
        amount=("more than $40 million", 4e7, "USD", "more_than"),
    )
    (found,) = of_kind(compare([first, second], entities), "assertion")
    assert found.fields["figures"]["amount"] == {
        "unit": "USD",
        "low": 4e7,
        "high": 4e7,
        "told": ["about 40000000 USD", "more than 40000000 USD"],
    }


def test_roundings_are_told(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    records = [
        moved(
            draft, outlet, f"باع تنظيم الورد {words} من الذهب", ("تنظيم الورد", "e-ward"), "sell",
            object="الذهب", amount=(words, value, "kilogram"),
        )
        for outlet, words, value in (("A", "43.8 كيلوغراما", 43.8), ("B", "44 كيلوغراما", 44.0))
    ]  # fmt: skip
    found = compare(records, entities)
    assert of_kind(found, "assertion")[0].fields["figures"]["amount"]["roundings"] == ["43.8 kilogram and 44 kilogram"]
    assert of_kind(found, "conflict") == []


def test_parts_of_one_report_never_become_one_claim(draft: Any, entities: list[Entity]) -> None:
    text = "باع تنظيم الورد 10 كيلوغرامات من الذهب ثم باع تنظيم الورد 90 كيلوغراما من الذهب"
    made = draft(text).name("تنظيم الورد", "e-ward")
    made.claim("c-1", "sell", text[:38], actor="تنظيم الورد", object="الذهب", amount=("10 كيلوغرامات", 10, "kilogram"))
    made.claim("c-2", "sell", text[41:], actor="تنظيم الورد", object="الذهب", amount=("90 كيلوغراما", 90, "kilogram"))
    assert together(compare([made.record()], entities)) == []


def test_a_report_that_repeats_itself_makes_one_assertion(draft: Any, entities: list[Entity]) -> None:
    text = f"{MOVED}. وعاد الكاتب فقال: حول تنظيم الورد الأموال إلى بلاد بعيدة"
    made = draft(text).name("تنظيم الورد", "e-ward")
    for key, evidence, what in (("c-1", MOVED, "أمواله"), ("c-2", "حول تنظيم الورد الأموال إلى بلاد بعيدة", "الأموال")):
        made.claim(key, "transfer", evidence, actor="تنظيم الورد", object=what, destination="بلاد بعيدة")
    assert together(compare([made.record()], entities)) == [("c-1", "c-2")]


def test_claims_in_one_shared_quote_are_one(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    said = "ونعرف أنهم أخرجوا الصناديق كلها من الجزيرة قبل وصول المراقبين إليها بيوم كامل"
    records = []
    for outlet in ("Alpha", "Beta"):
        made = draft(f"قال منير: {said}", outlet).name("منير", "e-nil", "person").quote(said, "منير")
        records.append(made.claim(f"{outlet}-1", "smuggle", "أخرجوا الصناديق كلها من الجزيرة").record())
    assert together(compare(records, entities)) == [("Alpha-1", "Beta-1")]


def test_every_claim_is_in_one_assertion(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    text = f"{MOVED}. واشترى تنظيم الورد سفينة"
    made = draft(text).name("تنظيم الورد", "e-ward")
    made.claim("c-1", "transfer", MOVED, actor="تنظيم الورد", object="أمواله")
    made.claim("c-2", "buy", "واشترى تنظيم الورد سفينة", actor="تنظيم الورد", object="سفينة")
    found = of_kind(compare([made.record()], entities), "assertion")
    assert sorted(member for assertion in found for member in assertion.members) == ["c-1", "c-2"]


COPIED = "وقالت المصادر المحلية في البلدة إن دفع الزكاة صار شرطا لفتح المتاجر منذ أول الشهر"


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (COPIED, True),
        (f"وكالات: {COPIED}", True),
        (COPIED.replace("دفع", "رفض دفع"), False),
        ("وتحدثت المصادر عن دفع الزكاة في القرى البعيدة", False),
    ],
)
def test_what_two_reports_read_off_one_text_is_one(
    draft: Any, entities: list[Entity], other: str, joined: bool
) -> None:
    """Too little is told for who and what to agree, but the words around it are the same."""
    records = [
        draft(text, outlet).claim(f"{outlet}-1", "extort", "دفع الزكاة").record()
        for outlet, text in (("Alpha", COPIED), ("Beta", other))
    ]
    assert bool(together(compare(records, entities))) is joined


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("واشنطن", "الولايات المتحدة"), ("place", "place"), True),
        (("الحكومة الأمريكية", "واشنطن"), ("organisation", "place"), True),
        (("وزارة الخزانة الأمريكية", "الولايات المتحدة"), ("organisation", "place"), True),
        (("وزارة الخزانة الأمريكية", "وزارة الخارجية الأمريكية"), ("organisation", "organisation"), False),
        (("موسكو", "واشنطن"), ("place", "place"), False),
        (("الحكومة العراقية", "الحكومة السورية"), ("organisation", "organisation"), False),
    ],
)
def test_a_state_acts_under_many_names(
    draft: Any, entity: Callable[..., Entity], one: tuple[str, str], other: tuple[str, str], joined: bool
) -> None:
    records = [
        moved(draft, outlet, f"{name} تدرج ثلاثة تجار في القائمة", (name, f"e-{name}"), "designate", object="تجار")
        for outlet, name in zip(("Alpha", "Beta"), one, strict=True)
    ]
    known = [entity(f"e-{name}", name, kind) for name, kind in zip(one, other, strict=True)]
    assert bool(together(compare(records, known))) is joined


@pytest.mark.parametrize(("day", "joined"), [(2, True), (None, False)])
def test_reports_of_unknown_date_share_no_common_saying(
    draft: Any, entities: list[Entity], day: int | None, joined: bool
) -> None:
    sold, sale = "يبيع تنظيم الورد النفط لتجار البلدة", "والنفط مورد ثابت عند الورد منذ صار يبيعه"
    texts = (
        f"{sold}، فيما أغلقت البلدية السوق القديم ونقلت الباعة إلى ساحة المحطة وأعلنت مواعيد جديدة للحافلات",
        f"بعد سنوات الحرب تعود الزراعة ببطء إلى السهول وتفتح المدارس أبوابها للتلاميذ {sale} وترمم الجسور قبل المطر",
    )
    first, second = (
        draft(text, outlet, when)
        .name("الورد", "e-ward")
        .claim(outlet, "sell", evidence, actor="الورد", object="النفط")
        .record()
        for text, outlet, when, evidence in zip(texts, ("Alpha", "Beta"), (1, day), (sold, sale), strict=True)
    )
    assert bool(together(compare([first, second], entities))) is joined
