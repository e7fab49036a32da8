from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kashf.names import Resolution, resolve
from kashf.records import Entity, Judgement, Record

Build = Callable[..., Record]


def entity_of(resolution: Resolution, record: Record, key: str) -> Entity:
    found = resolution.assignments[record.report.id, key]
    return next(entity for entity in resolution.entities if entity.id == found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("داعش", "group"), ("ISIL", "group")),
        (("تنظيم الدولة", "group"), ("ИГИЛ", "organisation")),
        (("سوريا", "place"), ("Syria", "place")),
        (("دميترى فيوكتيستوف", "person"), ("Dmitry Feoktistov", "person")),
        (("شركة القاطرجي", "organisation"), ("Katerji Company", "organisation")),
        (("مصرف الواحة", "organisation"), ("مصرف الواحه", "organisation")),
        (("حقل الورد", "facility"), ("حقل الورد", "facility")),
    ],
)
def test_one_referent_of_two_reports_is_one_entity(report: Build, one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = report((*one, "1", {}), source="a"), report((*other, "7", {}), source="b", day=2)
    resolution = resolve([first, second])
    assert resolution.assignments[first.report.id, "1"] == resolution.assignments[second.report.id, "7"]
    assert entity_of(resolution, first, "1").reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("حزب الله", "group"), ("حزب الله العراقي", "group")),
        (("حسن مراد", "person"), ("حسين مراد", "person")),
        (("محمد القاطرجي", "person"), ("حسام القاطرجي", "person")),
        (("مراد", "person"), ("مراد", "person")),
        (("مصرف الشمال", "organisation"), ("مصرف الجنوب", "organisation")),
        (("العمر", "facility"), ("العمر", "person")),
    ],
)
def test_two_referents_stay_two_entities(report: Build, one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = report((*one, "1", {}), source="a"), report((*other, "1", {}), source="b", day=2)
    resolution = resolve([first, second])
    assert resolution.assignments[first.report.id, "1"] != resolution.assignments[second.report.id, "1"]


def test_mentions_of_one_key_are_one_referent(report: Build) -> None:
    record = report(
        ("سامر حداد", "person", "1", {"role": "مدير مصرف الواحة"}), ("المدير", "person", "1", {"pronominal": True})
    )
    found = entity_of(resolve([record]), record, "1")
    assert (found.name, found.names, found.mentions) == ("سامر حداد", ("سامر حداد",), 2)
    assert found.titles == {"مدير مصرف الواحة": (record.report.id,)}


def test_a_bare_family_name_joins_the_full_name_of_the_same_office(report: Build) -> None:
    full = report(("سامر حداد", "person", "1", {"role": "مدير مصرف الواحة"}), source="a")
    bare = report(("حداد", "person", "1", {"role": "مدير مصرف الواحة السابق"}), source="b", day=2)
    other = report(("حداد", "person", "1", {"role": "وزير النفط"}), source="c", day=3)
    resolution = resolve([full, bare, other])
    ids = [resolution.assignments[record.report.id, "1"] for record in (full, bare, other)]
    assert ids[0] == ids[1] != ids[2]


def test_a_bare_family_name_joins_nobody_where_two_fit(report: Build) -> None:
    office = {"role": "عضو مجلس إدارة مصرف الواحة"}
    records = [
        report(("سامر حداد", "person", "1", office), source="a"),
        report(("منير حداد", "person", "1", office), source="b", day=2),
        report(("حداد", "person", "1", office), source="c", day=3),
    ]
    assert len(resolve(records).entities) == 3


def test_the_order_of_the_records_changes_nothing(report: Build) -> None:
    records = [
        report(("داعش", "group", "1", {}), ("سامر حداد", "person", "2", {}), source="a"),
        report(("ISIS", "group", "4", {}), ("Samer Haddad", "person", "2", {}), source="b", day=2),
        report(("حداد", "person", "1", {}), source="c", day=3),
    ]
    assert resolve(records) == resolve(records[::-1])


def test_applying_puts_ids_and_names_everywhere(report: Build) -> None:
    record = report(("#داعش", "group", "1", {}), ("التنظيم", "group", "1", {"pronominal": True}))
    resolution = resolve([record])
    applied = resolution.apply(record)
    assert {mention.entity for mention in applied.mentions} == {resolution.entities[0].id}
    assert {mention.name for mention in applied.mentions} == {"Islamic State"}
    assert applied.text == record.text


def test_applying_twice_changes_nothing(report: Build) -> None:
    record = report(("داعش", "group", "1", {}))
    resolution = resolve([record])
    assert resolution.apply(resolution.apply(record)) == resolution.apply(record)


def test_a_speaker_without_a_key_is_found_by_full_name(speaking: Build) -> None:
    records = [speaking("سامر حداد", "مدير المصرف"), speaking("Samer Haddad")]
    resolution = resolve(records)
    applied = [resolution.apply(record) for record in records]
    speakers = {record.quotes[0].speaker.entity for record in applied if record.quotes[0].speaker}
    links = {record.claims[0].attribution.chain[0].entity for record in applied}
    assert speakers == links == {resolution.entities[0].id}


def test_a_speaker_without_a_name_is_nobody(speaking: Build) -> None:
    record = speaking("المصدر")
    resolution = resolve([record])
    assert resolution.entities == ()
    assert resolution.apply(record) == record


def judgement(number: int, kind: str, subject: str, undone: bool = False, **value: object) -> Judgement:
    at = datetime(2020, 1, number, tzinfo=UTC)
    return Judgement(number, kind, subject, "rana", at, value, "known", at if undone else None)  # type: ignore[arg-type]


@pytest.fixture
def two(report: Build) -> list[Record]:
    return [
        report(("سامر حداد", "person", "1", {}), source="a"),
        report(("أبو الورد", "person", "1", {}), source="b", day=2),
    ]


def test_a_merge_wins_over_the_names(two: list[Record]) -> None:
    before = resolve(two)
    kept, merged = (before.assignments[record.report.id, "1"] for record in two)
    after = resolve(two, [judgement(1, "merge", merged, entity=kept)])
    assert set(after.assignments.values()) == {kept}
    assert "rana" in (after.entities[0].reason or "")


def test_an_undone_merge_changes_nothing(two: list[Record]) -> None:
    before = resolve(two)
    kept, merged = (before.assignments[record.report.id, "1"] for record in two)
    assert resolve(two, [judgement(1, "merge", merged, undone=True, entity=kept)]) == before


def test_a_split_takes_reports_apart(report: Build) -> None:
    records = [report(("سامر حداد", "person", "1", {}), source=source, day=day) for day, source in ((1, "a"), (2, "b"))]
    whole = resolve(records).entities[0].id
    after = resolve(records, [judgement(1, "split", whole, reports=[records[1].report.id])])
    assert after.assignments[records[0].report.id, "1"] == whole
    assert after.assignments[records[1].report.id, "1"] != whole


def test_a_judgement_about_nobody_changes_nothing(two: list[Record]) -> None:
    judgements = [judgement(1, "merge", "e-none", entity="e-nobody"), judgement(2, "split", "e-none", reports=["x"])]
    assert resolve(two, judgements) == resolve(two)
