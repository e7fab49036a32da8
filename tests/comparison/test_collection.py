"""Adding reports one by one gives what comparing all of them gives, in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from kashf.comparison import Collection, compare
from kashf.comparison.corpus import by_publication
from kashf.records import Entity, Finding, Record, content_id, finding_to_json


def from_scratch(collection: Collection, records: Sequence[Record], entities: Sequence[Entity]) -> tuple[Finding, ...]:
    """What comparing everything gives, with the frequencies that the collection was last counted by."""
    ordered = sorted(records, key=lambda record: (by_publication(record), record.report.id))
    return compare(ordered, entities, frequencies=collection.frequencies)


@pytest.fixture
def shuffled(week: Any) -> Callable[[int], tuple[list[Record], tuple[Entity, ...]]]:
    def shuffle(seed: int) -> tuple[list[Record], tuple[Entity, ...]]:
        order = sorted(week.records, key=lambda record: content_id("t", seed, record.report.id))
        return order, week.entities

    return shuffle


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("step", [1, 3])
def test_in_any_order_and_any_number_at_a_time(seed: int, step: int, shuffled: Any) -> None:
    records, entities = shuffled(seed)
    collection = Collection(records[:14], entities, least=1)
    for start in range(14, len(records), step):
        collection.add(records[start : start + step])
    assert collection.all_findings() == from_scratch(collection, records, entities)


@pytest.mark.parametrize("seed", range(3))
def test_reports_that_are_left_out_leave_nothing(seed: int, shuffled: Any) -> None:
    records, entities = shuffled(seed)
    collection = Collection(records, entities, least=1)
    for record in records[:6]:
        collection.leave_out({record.report.id})
    assert collection.all_findings() == from_scratch(collection, records[6:], entities)


def test_a_report_is_exchanged_for_itself(shuffled: Any) -> None:
    records, entities = shuffled(1)
    collection = Collection(records, entities, least=1)
    before = collection.all_findings()
    collection.add(records[3:5])
    assert collection.all_findings() == before


def test_a_collection_that_has_doubled_is_counted_anew(shuffled: Any) -> None:
    records, entities = shuffled(2)
    collection = Collection(records[:10], entities, least=1)
    collection.add(records[10:])
    assert collection.frequencies.collection == len(records)
    assert collection.all_findings() == from_scratch(collection, records, entities)


def test_a_small_collection_is_compared_as_a_whole(shuffled: Any) -> None:
    records, entities = shuffled(3)
    collection = Collection(records[:25], entities)
    collection.add(records[25:])
    assert collection.frequencies.collection == len(records)


def test_a_story_keeps_its_name_as_it_grows(draft: Any, of_kind: Any) -> None:
    text = "ضبط خفر السواحل شحنة ذهب مهربة قرب مرفأ الساحل الشمالي وأوقف قبطان القارب وثلاثة بحارة بعد مطاردة ليلية"
    drafts = [draft(text, f"Outlet {day}", day, language="ar").record() for day in (1, 2, 3, 4)]
    collection = Collection(drafts[:3], least=1)
    (before,) = of_kind(collection.all_findings(), "story")
    collection.add(drafts[3:])
    (after,) = of_kind(collection.all_findings(), "story")
    assert (after.id, len(after.reports)) == (before.id, 4)


def test_an_empty_collection_takes_its_first_report(shuffled: Any) -> None:
    records, entities = shuffled(0)
    collection = Collection()
    collection.add(records[:1], entities)
    assert collection.all_findings() == from_scratch(collection, records[:1], entities)


@pytest.mark.parametrize("seed", range(3))
def test_copies_translations_and_sums_come_out_in_any_order(seed: int, occasions: Any) -> None:
    """What rests on a whole story: who copied whom, translations, sums over several reports, dates, rates."""
    records = sorted(occasions.records, key=lambda record: content_id("t", seed, record.report.id))
    collection = Collection(records[:-10], occasions.entities, least=1)
    for record in records[-10:]:
        collection.add([record])
    assert collection.all_findings() == from_scratch(collection, records, occasions.entities)


def test_the_order_of_reading_changes_nothing(occasions: Any) -> None:
    """Which report was read first is no part of what is found, but for those of one day that nothing orders."""
    by_id = sorted(occasions.records, key=lambda record: (by_publication(record), record.report.id))
    findings = [finding_to_json(one) for one in compare(by_id, occasions.entities)]
    assert [finding_to_json(one) for one in compare(by_id, tuple(reversed(occasions.entities)))] == findings
