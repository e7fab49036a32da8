"""Names: known ones, and those that only their surroundings tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.records import Record

Reader = Callable[[str], Record]


NAMES = [
    ("قال وزير المالية سامي الحداد إن الوضع صعب.", "person", "سامي الحداد"),
    ("أوضح كراوفورد خلال المؤتمر أن الوضع صعب.", "person", "كراوفورد"),
    ("ظهر أبو عمر الكردي في التسجيل.", "person", "أبو عمر الكردي"),
    ("تملك شركة الأطلسي للصرافة فرعين.", "organisation", "شركة الأطلسي للصرافة"),
    ("ينشط تنظيم داعش في العراق.", "group", "داعش"),
    ("خسر التنظيم حقل الورد.", "facility", "الورد"),
    ("والعراق بلد نفطي.", "place", "العراق"),
    ("وصلت الشحنة إلى #دير_الزور.", "place", "دير_الزور"),
    ("أعلنت جماعة «كتائب الريح» مسؤوليتها.", "group", "كتائب الريح"),
]


@pytest.mark.parametrize(("text", "kind", "name"), NAMES)
def test_names_are_found(read: Reader, text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(mention.kind, mention.text) for mention in read(text).mentions]


def test_an_adjective_is_no_country(read: Reader) -> None:
    assert not [mention for mention in read("وصلت القوات السورية أمس.").mentions if mention.kind == "place"]


def test_a_last_name_stands_for_the_whole(read: Reader) -> None:
    record = read("قال وزير المالية سامي الحداد إن الوضع صعب. وخرج الحداد مبكرا.")
    persons = {mention.entity for mention in record.mentions if mention.kind == "person"}
    assert len(persons) == 1


def test_a_noun_stands_for_the_group_named_before(read: Reader) -> None:
    record = read("ينشط داعش في العراق. ويملك التنظيم المال.")
    group, noun = [mention for mention in record.mentions if mention.kind == "group"]
    assert (noun.text, noun.entity, noun.pronominal) == ("التنظيم", group.entity, True)
