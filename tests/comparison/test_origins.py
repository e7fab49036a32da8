from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
PERSON = ("person", "سامر حداد")
BODY = ("organisation", "وزارة الجزيرة")
OTHER = ("organisation", "مصرف الواحة")
AGENCY = ("organisation", "وكالة الساحل")
RUMOUR = ("unnamed", "بعض المصادر")
ESTIMATES = ("unnamed", "تقديرات غير رسمية")
NAMES = {
    "سامر حداد": ("e-samer", "person"),
    "وزارة الجزيرة": ("e-body", "organisation"),
    "مصرف الواحة": ("e-bank", "organisation"),
    "وكالة الساحل": ("e-agency", "organisation"),
}
WORDINGS = (
    "باع تنظيم الورد خمسين طنا من الذهب",
    "خمسون طنا من ذهب البلاد باعها الورد",
    "الورد يبيع من الذهب خمسين طنا في صمت",
)


@pytest.fixture
def entities(entity: Callable[..., Entity]) -> list[Entity]:
    offices = {"e-samer": {"titles": {"وكيل وزارة الجزيرة": ("r",)}}}
    known = [entity(key, name, kind, **offices.get(key, {})) for name, (key, kind) in NAMES.items()]
    return [*known, entity("e-ward", "الورد")]


@pytest.fixture
def told(draft: Any, entities: list[Entity], of_kind: Pick) -> Callable[..., Finding]:
    """The one assertion of reports that tell one claim, each under its sources, in a wording of its own or as given."""

    def build(*sources: Any, outlets: tuple[str, ...] = (), wordings: tuple[str, ...] = WORDINGS) -> Finding:
        records = []
        for index, source in enumerate(sources):
            outlet = outlets[index] if outlets else f"Outlet {index}"
            text, links = wordings[index], source if isinstance(source, list) else [source] if source else []
            tail = " ".join(words for _, words, *_ in links)
            made = draft(f"{text} {tail}", outlet, index + 1, language="ar").name("الورد", "e-ward")
            made.keys.update({name: key for name, (key, _) in NAMES.items()})
            amount = ("خمسين طنا" if "خمسين طنا" in text else "خمسون طنا", 50, "tonne")
            what = "الذهب" if "الذهب" in text else "ذهب"
            made.claim(f"c-{index}", "sell", text, actor="الورد", object=what, amount=amount, source=links)
            records.append(made.record())
        (found,) = of_kind(compare(records, entities), "assertion")
        return found

    return build


def names(found: Finding) -> list[tuple[str, int]]:
    return [(origin.name, len(origin.carriers)) for origin in found.origins]


def test_two_carriers_of_one_speaker_are_one_origin(told: Callable[..., Finding]) -> None:
    found = told(PERSON, PERSON)
    assert names(found) == [("سامر حداد", 2)]
    assert found.independent_origins == 1


def test_relays_are_carriers(told: Callable[..., Finding]) -> None:
    assert names(told([AGENCY, PERSON], [("organisation", "وكالة البحر"), PERSON])) == [("سامر حداد", 2)]


def test_an_agency_that_stands_last_is_the_origin(told: Callable[..., Finding]) -> None:
    assert names(told(AGENCY, AGENCY)) == [("وكالة الساحل", 2)]


def test_two_bodies_are_two_origins(told: Callable[..., Finding]) -> None:
    assert names(told(BODY, OTHER)) == [("وزارة الجزيرة", 1), ("مصرف الواحة", 1)]


def test_a_person_speaks_for_the_body_of_their_title(told: Callable[..., Finding]) -> None:
    assert names(told(PERSON, BODY)) == [("سامر حداد", 2)]


def test_the_own_voices_of_one_story_are_one_origin(told: Callable[..., Finding]) -> None:
    found = told(None, None, None)
    assert names(found) == [("Outlet 0", 3)]
    assert [source["source"] for source in found.fields["uncounted"]] == ["Outlet 1", "Outlet 2"]
    assert all("own voice" in source["reason"] for source in found.fields["uncounted"])


def test_own_voices_and_unnamed_sources_of_one_story_are_one_origin(told: Callable[..., Finding]) -> None:
    assert told(None, RUMOUR, ESTIMATES).independent_origins == 1


@pytest.mark.parametrize(
    "witness",
    [
        "وشاهد مراسل «Outlet 1» الشاحنات: {}",
        "وقال مراسلنا في البلدة: {}",
        "وحصلت «Outlet 1» على وثيقة تفيد بما يلي: {}",
        "As a reporter for Outlet 1 saw, {}",
        "In documents seen by Outlet 1, {}",
        "D'après notre envoyé spécial, {}",
        "Des contrats que Outlet 1 a pu consulter le montrent: {}",
        "Корреспондент Outlet 1 видел: {}",
    ],
)
def test_an_outlet_with_a_witness_of_its_own_is_an_origin(told: Callable[..., Finding], witness: str) -> None:
    found = told(None, None, None, wordings=(WORDINGS[0], witness.format(WORDINGS[1]), WORDINGS[2]))
    assert names(found) == [("Outlet 0", 2), ("Outlet 1", 1)]


@pytest.mark.parametrize(
    "no_witness",
    [
        "In documents seen by Outlet 7, {}",
        "وشاهد مراسل «القناة السابعة» الشاحنات: {}",
        "A correspondent was there. {}",
        "The minister visited the town. {}",
    ],
)
def test_anothers_witness_is_none_of_ones_own(told: Callable[..., Finding], no_witness: str) -> None:
    assert names(told(None, None, wordings=(WORDINGS[0], no_witness.format(WORDINGS[1])))) == [("Outlet 0", 2)]


def test_a_witness_counts_beside_a_named_origin(told: Callable[..., Finding]) -> None:
    found = told(PERSON, None, wordings=(WORDINGS[0], f"وشاهد مراسل «Outlet 1» الشاحنات: {WORDINGS[1]}"))
    assert names(found) == [("سامر حداد", 1), ("Outlet 1", 1)]


def test_a_copy_carries_the_first_report(told: Callable[..., Finding]) -> None:
    copied = f"{WORDINGS[0]} إلى تجار في ثلاث مدن على الساحل"
    found = told(None, None, wordings=(copied, copied))
    assert names(found) == [("Outlet 0", 2)]


def test_unnamed_sources_of_one_story_are_one(told: Callable[..., Finding]) -> None:
    assert told(RUMOUR, ESTIMATES).independent_origins == 1


def test_an_outlet_and_the_source_it_does_not_name_are_one(
    told: Callable[..., Finding], draft: Any, of_kind: Pick
) -> None:
    text = "باع الورد خمسين طنا من الذهب. وبحسب بعض المصادر باع الورد خمسين طنا من الذهب الخالص"
    made = draft(text).name("الورد", "e-ward")
    roles = {"actor": "الورد", "object": "الذهب", "amount": ("خمسين طنا", 50, "tonne")}
    made.claim("c-1", "sell", "باع الورد خمسين طنا من الذهب", **roles)
    made.claim("c-2", "sell", "باع الورد خمسين طنا من الذهب الخالص", source=RUMOUR, **roles)
    (found,) = of_kind(compare([made.record()]), "assertion")
    assert found.independent_origins == 1


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (("organisation", "السلطات السويدية"), ("organisation", "وزارة الداخلية السويدية")),
        (("organisation", "السويد"), ("organisation", "وزارة الداخلية السويدية")),
        (("organisation", "وزارة الداخلية"), ("organisation", "وزارة الداخلية السويدية")),
        (("document", "بيان وزارة الداخلية السويدية"), ("organisation", "وزارة الداخلية السويدية")),
        (("person", "منير نعيم", "وكيل وزارة الداخلية السويدية"), ("organisation", "وزارة الداخلية السويدية")),
        (("person", "منير نعيم", "وكيل وزارة الداخلية"), ("person", "م. نعيم", "وكيل وزارة الداخلية")),
        (("organisation", "موسكو"), ("organisation", "الخارجية الروسية")),
    ],
)
def test_a_voice_by_another_name_is_the_same_origin(told: Callable[..., Finding], short: Any, full: Any) -> None:
    assert told(short, full).independent_origins == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("organisation", "وزارة الداخلية السويدية"), ("organisation", "وزارة الداخلية النرويجية")),
        (("organisation", "السويد"), ("organisation", "وزارة الداخلية النرويجية")),
        (("person", "منير نعيم", "وكيل وزارة الداخلية"), ("person", "سامر حداد", "مدير المرفأ الكبير")),
    ],
)
def test_two_voices_are_two_origins(told: Callable[..., Finding], one: Any, other: Any) -> None:
    assert told(one, other).independent_origins == 2


@pytest.mark.parametrize(
    "source",
    [("organisation", "الجهاز"), ("document", "التقرير"), ("person", "مسؤولون كبار"), ("document", "some reports")],
)
def test_what_anybody_may_be_is_not_named(told: Callable[..., Finding], source: Any) -> None:
    found = told(source, PERSON)
    assert [origin["source"] for origin in found.fields["uncounted"]] == [source[1]]


def test_own_voice_and_unnamed_sources_do_not_count_beside_a_named_one(told: Callable[..., Finding]) -> None:
    found = told(PERSON, None, RUMOUR)
    assert names(found) == [("سامر حداد", 3)]
    assert [source["source"] for source in found.fields["uncounted"]] == ["Outlet 1", "بعض المصادر"]
    assert all("سامر حداد" in source["reason"] for source in found.fields["uncounted"])


def test_an_outlet_named_as_source_is_followed_to_its_own_source(told: Callable[..., Finding]) -> None:
    found = told(PERSON, AGENCY, outlets=("وكالة الساحل", "Beta"))
    assert names(found) == [("سامر حداد", 2)]


def test_an_outlet_named_as_source_is_the_origin_of_its_own_words(told: Callable[..., Finding]) -> None:
    found = told(None, AGENCY, outlets=("وكالة الساحل", "Beta"))
    assert names(found) == [("وكالة الساحل", 2)]


def test_the_working_names_carriers_and_origins(told: Callable[..., Finding]) -> None:
    assert str(told(PERSON, PERSON).working).startswith("2 carriers, 1 independent origin (سامر حداد)")


def test_a_digest_counts_with_the_story_whose_claim_it_tells(told: Callable[..., Finding]) -> None:
    digest = f"{WORDINGS[1]}. وفي خبر آخر احترق مصنع للورق في الضاحية وغادرت السفينة المرفأ بعد عطل طويل في المحرك"
    assert told(PERSON, PERSON, None, wordings=(WORDINGS[0], WORDINGS[2], digest)).independent_origins == 1


def test_why_a_voice_is_not_counted_is_told_for_views(told: Callable[..., Finding]) -> None:
    (beside,) = told(PERSON, None).fields["uncounted"]
    assert (beside["voice"], beside["beside"], beside["beside_named"]) == ("own", "سامر حداد", True)
    (nameless,) = told(None, RUMOUR).fields["uncounted"]
    assert (nameless["voice"], nameless["beside"], nameless["beside_named"]) == ("unnamed", "Outlet 0", False)


@pytest.mark.parametrize(("days", "count"), [((1, 3, 5), 1), ((1, 5, 25), 2), ((1, 9, 17), 1)])
def test_a_story_taken_up_again_has_voices_of_its_own(
    draft: Any, of_kind: Pick, days: tuple[int, ...], count: int
) -> None:
    """Reports that follow each other within days are one wire told again; weeks later somebody has asked anew."""
    persons = (("منير نعيم", "e-munir"), ("ليلى حداد", "e-layla"))
    orders = (
        "بأمر من منير نعيم وليلى حداد مقابل 730 ألف دولار و46 سبيكة",
        "لقاء 730 ألف دولار، ووقع ليلى حداد ثم منير نعيم على 46 سبيكة",
        "وقبض منير نعيم 730 ألف دولار عن 46 سبيكة كما فعلت ليلى حداد",
    )
    records = []
    for number, day in enumerate(days):
        text = f"{WORDINGS[number]} {orders[number]}"
        made = draft(text, f"Outlet {number}", day).name("الورد", "e-ward").figure("46 سبيكة", 46, "piece")
        for person, key in persons:
            made.name(person, key, "person")
        amount = ("730 ألف دولار", 730_000, "USD")
        what = "الذهب" if "الذهب" in text else "ذهب"
        records.append(made.claim(f"c-{number}", "sell", text, actor="الورد", object=what, amount=amount).record())
    found = compare(records)
    assert [len(story.reports) for story in of_kind(found, "story")] == [3]
    assert [one.independent_origins for one in of_kind(found, "assertion") if len(one.reports) == 3] == [count]


@pytest.mark.parametrize(("mentioned", "named"), [("سمير الحلو", True), (None, False)])
def test_a_name_that_the_report_mentions_is_a_named_source(
    draft: Any, of_kind: Pick, mentioned: str | None, named: bool
) -> None:
    text = "باع الورد خمسين طنا من الذهب كما قال سمير الحلو"
    made = draft(text).name("الورد", "e-ward")
    if mentioned:
        made.name(mentioned, "e-samir", "person")
    source = ("unnamed", "سمير الحلو")
    made.claim("c-1", "sell", "باع الورد خمسين طنا من الذهب", actor="الورد", object="الذهب", source=source)
    record = made.record()
    (claim,) = record.claims
    (link,) = claim.attribution.chain[1:]
    start = text.index("سمير")
    placed = replace(link, start=start, end=start + len("سمير الحلو"), entity=None, name=None)
    chain = (claim.attribution.chain[0], placed)
    record = replace(record, claims=(replace(claim, attribution=replace(claim.attribution, chain=chain)),))
    (found,) = of_kind(compare([record]), "assertion")
    assert (found.grade == "3") is named
