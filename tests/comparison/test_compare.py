from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding, Record, finding_from_json, finding_to_json

TEXTS = (
    "نقل تنظيم الورد 40 مليون دولار من النفط إلى بلاد بعيدة وقال سامر حداد إن المال خرج كله عبر المرفأ قبل أسبوع واحد",
    "قال سامر حداد إن المال خرج كله عبر المرفأ قبل أسبوع واحد بعد أن حول تنظيم الورد 45 مليون دولار إلى بلاد بعيدة",
)
OFFICES = ("مدير المرفأ", "رئيس دائرة الجمارك")


@pytest.fixture
def records(draft: Any) -> list[Record]:
    said = "إن المال خرج كله عبر المرفأ قبل أسبوع واحد"
    made = []
    for day, (outlet, text, millions) in enumerate((("Alpha", TEXTS[0], 40), ("Beta", TEXTS[1], 45)), 1):
        report = draft(text, outlet, day).name("تنظيم الورد", "e-ward")
        report.name("سامر حداد", "e-samer", "person", OFFICES[day - 1]).quote(said, "سامر حداد")
        amount = (f"{millions} مليون دولار", millions * 1e6, "USD")
        report.claim(f"{outlet}-1", "transfer", text, actor="تنظيم الورد", amount=amount, destination="بلاد بعيدة")
        source = ("person", "سامر حداد")
        report.claim(f"{outlet}-2", "transfer", "المال خرج كله عبر المرفأ", object="المال", source=source)
        made.append(report.record())
    return made


@pytest.fixture
def entities(entity: Callable[..., Entity]) -> list[Entity]:
    return [entity("e-ward", "تنظيم الورد"), entity("e-samer", "سامر حداد", "person")]


def test_nothing_comes_of_nothing() -> None:
    assert compare([]) == ()


def test_findings_do_not_depend_on_the_order(records: list[Record], entities: list[Entity]) -> None:
    forwards, backwards = compare(records, entities), compare(records[::-1], entities)
    assert {"story", "quote", "assertion", "conflict"} <= {found.kind for found in forwards}
    assert forwards == backwards


def test_the_same_input_gives_the_same_findings(records: list[Record], entities: list[Entity]) -> None:
    assert compare(records, entities) == compare(list(records), list(entities))


def test_a_report_given_twice_counts_once(records: list[Record], entities: list[Entity]) -> None:
    assert compare([*records, records[0]], entities) == compare(records, entities)


def test_ids_are_unique_and_findings_pass_through_json(records: list[Record], entities: list[Entity]) -> None:
    found = compare(records, entities)
    assert len({finding.id for finding in found}) == len(found)
    assert all(finding_from_json(finding_to_json(finding)) == finding for finding in found)


def test_every_finding_says_why(records: list[Record], entities: list[Entity]) -> None:
    assert all(finding.working for finding in compare(records, entities))


def test_unresolved_records_are_compared_as_far_as_they_go(records: list[Record]) -> None:
    assert [finding.kind for finding in compare(records)].count("story") == 1


@pytest.mark.slow
def test_time_grows_with_the_number_of_reports(draft: Any) -> None:
    from time import process_time

    def collection(size: int) -> list[Record]:
        chance = random.Random(1)  # noqa: S311
        words = [f"كلمة{number}" for number in range(5000)]
        weights = [1 / (rank + 1) for rank in range(5000)]
        return [
            draft(" ".join(chance.choices(words, weights, k=200)), f"Outlet {number}", 1 + number % 28).record()
            for number in range(size)
        ]

    def seconds(size: int) -> float:
        records = collection(size)
        started = process_time()
        compare(records)
        return process_time() - started

    few = seconds(250)
    assert seconds(1000) < 4 * 2.5 * few + 1


def test_kinds_come_in_their_order(records: list[Record], entities: list[Entity]) -> None:
    kinds: list[Finding] = list(compare(records, entities))
    order = ["story", "copy", "quote", "assertion", "conflict", "check"]
    assert [finding.kind for finding in kinds] == sorted((finding.kind for finding in kinds), key=order.index)
