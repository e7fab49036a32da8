from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
HELD = "أوقفت شرطة الجزيرة {} من مهربي الذهب في المرفأ"


@pytest.fixture
def entities(entity: Callable[..., Entity]) -> list[Entity]:
    return [entity("e-samer", "سامر حداد", "person"), entity("e-police", "شرطة الجزيرة")]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("وكيل وزارة المال", "مدير دائرة الجمارك", True),
        ("وكيل وزارة المال", "الوكيل المساعد لوزارة المال", False),
        ("المسؤول", "مدير دائرة الجمارك", False),
        ("وكيل وزارة المال", "Deputy finance minister", False),
    ],
)
def test_one_person_under_two_titles(
    draft: Any, entities: list[Entity], of_kind: Pick, one: str, other: str, conflict: bool
) -> None:
    records = [
        draft("قال سامر حداد كلاما", outlet, day).name("سامر حداد", "e-samer", "person", title).record()
        for outlet, day, title in (("Alpha", 1, one), ("Beta", 2, other))
    ]
    found = of_kind(compare(records, entities), "conflict", "title")
    assert bool(found) is conflict
    if conflict:
        assert [title["title"] for title in found[0].fields["titles"]] == [one, other]
        assert found[0].reports == tuple(record.report.id for record in records)


def test_a_report_that_knows_both_titles_settles_it(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    text = "قال سامر حداد شيئا ثم قال سامر حداد غيره"
    both = draft(text).name("سامر حداد", "e-samer", "person", "وكيل وزارة المال")
    both.name("سامر حداد", "e-samer", "person", "مدير دائرة الجمارك")
    assert of_kind(compare([both.record()], entities), "conflict") == []


def test_a_title_of_years_ago_contradicts_none(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    from dataclasses import replace
    from datetime import timedelta

    old, older, new = (
        draft("قال سامر حداد كلاما", outlet, 1).name("سامر حداد", "e-samer", "person", title).record()
        for outlet, title in (("A", "وكيل وزارة المال"), ("B", "وكيل وزارة المال"), ("C", "مدير دائرة الجمارك"))
    )
    later = replace(new, report=replace(new.report, published=new.report.published + timedelta(days=400)))
    assert of_kind(compare([old, older, later], entities), "conflict") == []


def credited(draft: Any, outlet: str, text: str, source: tuple[str, str] | None) -> Any:
    tail = f" {source[1]}" if source else ""
    made = draft(text + tail, outlet).name("شرطة الجزيرة", "e-police")
    return made.claim(
        f"{outlet}-1", "arrest", text, actor="شرطة الجزيرة", object="مهربي الذهب", place="المرفأ", source=source or ()
    ).record()


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("unnamed", "تقديرات أجنبية سرية"), ("unnamed", "بعض التقديرات"), True),
        (("organisation", "وزارة المال"), ("organisation", "مصرف الواحة"), True),
        (("organisation", "وزارة المال"), ("organisation", "وزارة المال"), False),
        (("unnamed", "تقديرات"), ("unnamed", "تقديرات أجنبية"), False),
        (("organisation", "وزارة المال"), None, False),
    ],
)
def test_the_same_words_under_two_sources(
    draft: Any, entities: list[Entity], of_kind: Pick, one: Any, other: Any, conflict: bool
) -> None:
    text = HELD.format("عددا")
    records = [credited(draft, "Alpha", text, one), credited(draft, "Beta", text, other)]
    found = of_kind(compare(records, entities), "conflict", "source")
    assert bool(found) is conflict
    if conflict:
        assert [source["source"] for source in found[0].fields["sources"]] == [one[1], other[1]]
        assert found[0].members == ("Alpha-1", "Beta-1")


def test_two_sources_in_words_of_their_own_confirm_each_other(
    draft: Any, entities: list[Entity], of_kind: Pick
) -> None:
    other = "مهربي الذهب الذين دخلوا المرفأ ليلا صاروا بيد شرطة الجزيرة منذ يومين"
    records = [
        credited(draft, "Alpha", HELD.format("عددا"), ("organisation", "وزارة المال")),
        credited(draft, "Beta", other, ("organisation", "مصرف الواحة")),
    ]
    found = compare(records, entities)
    assert [len(assertion.members) for assertion in of_kind(found, "assertion")] == [2]
    assert of_kind(found, "conflict") == []


def held(draft: Any, outlet: str, words: str, value: float, modifier: str = "exact", **qualified: Any) -> Any:
    text = HELD.format(words)
    made = draft(text, outlet, language="ar").name("شرطة الجزيرة", "e-police")
    figure = (words, value, "person", modifier)
    roles = {"actor": "شرطة الجزيرة", "object": "مهربي الذهب", "place": "المرفأ", "amount": figure, **qualified}
    return made.claim(f"{outlet}-1", "arrest", text, **roles).record()


def test_figures_that_cannot_both_hold(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    records = [held(draft, "Alpha", "اثنين", 2), held(draft, "Beta", "خمسة", 5)]
    found = compare(records, entities)
    (conflict,) = of_kind(found, "conflict", "figure")
    assert conflict.working == "2 person and 5 person cannot both hold"
    (assertion,) = of_kind(found, "assertion")
    assert assertion.fields["conflicts"] == [conflict.id]
    assert (assertion.fields["figures"]["amount"]["low"], assertion.fields["figures"]["amount"]["high"]) == (2, 5)


def test_modifiers_reconcile_figures(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    records = [held(draft, "Alpha", "ما لا يقل عن اثنين", 2, "at_least"), held(draft, "Beta", "ثلاثة", 3)]
    assert of_kind(compare(records, entities), "conflict") == []


def seized(draft: Any, outlet: str, text: str, *amounts: tuple[str, float, str]) -> Any:
    first, *again = amounts
    made = draft(text, outlet, language="ar").name("شرطة الجزيرة", "e-police")
    made.claim(f"{outlet}-1", "seize", text, actor="شرطة الجزيرة", place="المرفأ", amount=first)
    for words, value, unit in again:
        made.restated(words, value, unit)
    return made.record()


RINGGIT = "شرطة الجزيرة تصادر 42 مليون رينغيت (10 ملايين دولار) في المرفأ"


@pytest.mark.parametrize(("dollars", "conflicts"), [(10, 0), (25, 1)])
def test_an_amount_in_two_currencies_meets_either(
    draft: Any, entities: list[Entity], of_kind: Pick, dollars: int, conflicts: int
) -> None:
    told = f"شرطة الجزيرة تصادر {dollars} ملايين دولار في المرفأ"
    records = [
        seized(draft, "Alpha", RINGGIT, ("42 مليون رينغيت", 42e6, "MYR"), ("10 ملايين دولار", 10e6, "USD")),
        seized(draft, "Beta", told, (f"{dollars} ملايين دولار", dollars * 1e6, "USD")),
    ]
    found = compare(records, entities)
    assert len(of_kind(found, "conflict", "figure")) == conflicts
    (assertion,) = of_kind(found, "assertion")
    assert len(assertion.members) == 2


def test_a_denial_meets_the_assertion(draft: Any, entities: list[Entity], of_kind: Pick) -> None:
    records = [held(draft, "Alpha", "اثنين", 2), held(draft, "Beta", "اثنين", 2, polarity="denied")]
    found = compare(records, entities)
    (conflict,) = of_kind(found, "conflict", "denial")
    assert conflict.members == ("Alpha-1", "Beta-1")
    assert {assertion.fields["polarity"] for assertion in of_kind(found, "assertion")} == {"affirmed", "denied"}


ACCUSED = "Prosecutors say the trader Hamid Rostam laundered {0} through a shop in Sidon last spring"


@pytest.mark.parametrize(
    ("denied", "claimed", "met"),
    [
        ("Hamid Rostam denied that he laundered money through a shop in Sidon", ("launder", "money"), True),
        ("Hamid Rostam denied that he laundered 3 million dollars in Sidon", ("launder", "3 million dollars"), True),
        (
            "Hamid Rostam denied that he laundered antiquities through a shop in Sidon",
            ("launder", "antiquities"),
            False,
        ),
        ("Hamid Rostam denied that he owned a shop in Sidon last spring", ("control", "a shop"), False),
        ("Salim Karout denied that he laundered money through a shop in Sidon", ("launder", "money"), False),
    ],
)
def test_who_is_accused_and_denies_it(
    draft: Any, entity: Any, of_kind: Any, denied: str, claimed: tuple[str, str], met: bool
) -> None:
    """A denial meets the accusation where it is told less closely; of another good, act or person it does not."""
    name = denied[:12].strip()
    persons = {"Hamid Rostam": "e-1", "Salim Karout": "e-2"}
    sum_ = "3 million dollars" if "3 million" in denied else "7 million dollars"
    first = draft(ACCUSED.format(sum_), "A", 1).name("Hamid Rostam", "e-1", "person")
    first.claim("c-1", "launder", first.report.text, actor="Hamid Rostam", object=sum_, modality="alleged",
                source=("organisation", "Prosecutors"))  # fmt: skip
    second = draft(f"{denied}, as prosecutors say of the trader.", "B", 1).name(name, persons[name], "person")
    type_, good = claimed
    second.claim("c-2", type_, denied, actor=name, object=good, polarity="denied", source=("person", name))
    known = [entity(key, person, "person") for person, key in persons.items()]
    found = of_kind(compare([first.record(), second.record()], known), "conflict", "denial")
    assert [one.fields["denier"] for one in found] == (["Hamid Rostam"] if met else [])
