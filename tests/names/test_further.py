"""Names of further reports against the entities that are known, as resolving everything would join them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from kashf.names import entity_keys, name_keys, resolve, resolve_further
from kashf.records import Entity, Record

Build = Callable[..., Record]


def taken_in(known: Sequence[Entity], record: Record) -> tuple[Sequence[Entity], Record]:
    """The new and changed entities of one more report, and its record with them: only what its keys lead to is seen."""
    keys = name_keys([record])
    found = [entity for entity in known if keys & entity_keys(entity)]
    further = resolve_further([record], found)
    return further.entities, further.resolution.apply(record)


@pytest.mark.parametrize(
    ("known", "named", "kind"),
    [
        ("سمير القباني", "سمير القباني", "person"),
        ("سمير القباني", "Samir Qabbani", "person"),
        ("Dmitry Feoktistov", "Дмитрий Феоктистов", "person"),
        ("دميتري فيوكتيستوف", "Dmitry Feoktistov", "person"),
        ("Islamic State", "تنظيم داعش", "group"),
        ("شركة القاطرجي", "Katerji Company", "organisation"),
        ("Syria", "سوريا", "place"),
    ],
)
def test_a_known_entity_is_met_again(report: Build, known: str, named: str, kind: str) -> None:
    (entity,) = resolve([report((known, kind, "k-1", {}))]).entities
    record = report((named, kind, "k-9", {}), day=5, source="later.txt")
    (changed,), resolved = taken_in([entity], record)
    assert changed.id == entity.id
    assert [mention.entity for mention in resolved.mentions] == [entity.id]
    assert (set(changed.names), changed.mentions) == ({known, named}, 2)
    assert changed.reports == (record.report.id,)


@pytest.mark.parametrize(
    ("known", "named", "kind"),
    [
        ("سمير القباني", "سمير الحداد", "person"),
        ("Dmitry Feoktistov", "Dmitry Medvedev", "person"),
        ("Blue Cedar Shipping", "Blue Star Shipping", "organisation"),
    ],
)
def test_another_name_is_another_entity(report: Build, known: str, named: str, kind: str) -> None:
    (entity,) = resolve([report((known, kind, "k-1", {}))]).entities
    (new,), _ = taken_in([entity], report((named, kind, "k-9", {}), day=5, source="later.txt"))
    assert new.id != entity.id
    assert new.names == (named,)


def test_a_family_name_is_met_by_its_office(report: Build) -> None:
    (entity,) = resolve([report(("دميتري فيوكتيستوف", "person", "k-1", {"role": "نائب وزير الخارجية"}))]).entities
    record = report(("فيوكتيستوف", "person", "k-9", {"role": "نائب وزير الخارجية الروسي"}), day=5, source="later.txt")
    (changed,), _ = taken_in([entity], record)
    assert changed.id == entity.id
    assert set(changed.titles) == {"نائب وزير الخارجية", "نائب وزير الخارجية الروسي"}


def test_two_known_entities_are_not_joined_by_a_third(report: Build) -> None:
    known = [
        resolve([report((name, "person", "k-1", {}), source=name)]).entities[0]
        for name in ("Samir Qabbani", "سمير القباني")
    ]
    (changed,), _ = taken_in(known, report(("Samir Qabbani", "person", "k-9", {}), day=5, source="later.txt"))
    assert changed.id in {entity.id for entity in known}


def test_words_that_only_refer_lead_to_nobody(report: Build) -> None:
    assert name_keys([report(("المسؤول الروسي", "person", "k-1", {"pronominal": True}))]) == frozenset()


def test_a_name_alone_has_the_id_that_resolving_everything_gives_it(report: Build) -> None:
    (entity,) = resolve([report(("سمير القباني", "person", "k-1", {}))]).entities
    (new,) = resolve_further([report(("سمير القباني", "person", "k-2", {}), source="b")], []).entities
    assert new.id == entity.id
