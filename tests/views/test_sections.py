"""The sections of the brief of the invented dossier, each by what it must say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kashf.records import Finding
from kashf.views import BriefOptions, Dossier, brief
from kashf.views.brief import Brief


@pytest.fixture
def english(invented: Dossier, options: Callable[..., BriefOptions]) -> Brief:
    return brief(invented, options())


@pytest.fixture
def arabic(invented: Dossier, options: Callable[..., BriefOptions]) -> Brief:
    return brief(invented, options(language="ar"))


def test_the_head_says_what_was_read(english: Brief) -> None:
    assert english.head.lines == (
        "Read: 3 reports, 3 outlets, in Arabic and English; published 4 March 2021 to 5 March 2021.",
        "10 claims in 8 statements; 7 findings.",
        "2 judgements of analysts are applied.",
        "Made on 6 March 2021, 12:30 from the ledger harbour.db.",
    )


def test_the_head_says_so_in_arabic(arabic: Brief) -> None:
    assert arabic.head.lines == (
        (
            "ما قُرئ: 3 تقارير؛ الناشرون: 3 وسائل إعلام؛ اللغات: العربية والإنجليزية؛ "
            "تاريخ النشر: من 4 مارس/آذار 2021 إلى 5 مارس/آذار 2021."
        ),
        "الحصيلة: 10 ادعاءات، 8 أقوال، 7 نتائج.",
        "طُبّقت أحكام المحللين: حكمان.",
        "أُعدّ في 6 مارس/آذار 2021، 12:30، من السجل \u2068harbour.db\u2069.",
    )


def test_the_heaviest_finding_is_the_shared_one(english: Brief) -> None:
    first = english.heaviest[0]
    assert (first.id, first.weight.text) == ("f-gold", "3 carriers, 1 origin")
    assert first.text == (
        "According to Layla Hamdan, Dune Network smuggled at least 350 kg or about 300 kg of “gold” "
        "to Velmora through port of Rasmal."
    )
    assert [evidence.claim for evidence in first.evidence] == ["c-b1", "c-a1", "c-c1"]


def test_it_is_told_by_a_report_in_the_readers_language(arabic: Brief) -> None:
    first = arabic.heaviest[0]
    assert first.text == (
        "بحسب ليلى حمدان: تهريب شبكة الكثيب نحو 300 كيلوغرام أو ما لا يقل عن 350 كيلوغراما "
        "من «الذهب» إلى فلمورا عبر ميناء رسمال."
    )


def test_groups_stand_in_their_order(english: Brief) -> None:
    assert [group.key for group in english.groups] == ["raise", "move", "use", "counter"]


def test_every_claim_is_told_once(english: Brief, invented: Dossier) -> None:
    told = [evidence.claim for group in english.groups for one in group.statements for evidence in one.evidence]
    assert sorted(told) == sorted(claim.id for record in invented.records for claim in record.claims)


def test_figures_of_one_value_are_one_row(english: Brief) -> None:
    rows = {row.value.told: row for row in english.figures}
    gold = rows["about 300 kg"]
    assert gold.words == ("نحو 300 كيلوغرام",)
    assert gold.outlets == ("جريدة المرفأ", "أخبار الساحل")
    assert gold.says == ("Layla Hamdan",)
    assert rows["USD 100,000 per person"].role == "rate"
    assert rows["at least 350 kg"].anchor == "c-c-b1"


def test_figures_that_no_claim_speaks_of_come_last(english: Brief) -> None:
    assert [row.value.told for row in english.figures if row.anchor is None] == ["2 shipment", "40 persons"]


@pytest.mark.parametrize(("place", "kind", "sides"), [(0, "figure", 2), (1, "title", 2)])
def test_conflicts_show_their_sides(english: Brief, place: int, kind: str, sides: int) -> None:
    conflict = english.conflicts[place]
    assert (conflict.kind, len(conflict.sides), conflict.verdict) == (kind, sides, None)


def test_figures_that_cannot_both_hold_stand_against_each_other(english: Brief) -> None:
    conflict = english.conflicts[0]
    assert conflict.working == "about 300 kg against at least 350 kg"
    assert [side.evidence.claim for side in conflict.sides if side.evidence] == ["c-a1", "c-b1"]


def test_two_titles_stand_side_by_side_with_their_outlets(english: Brief) -> None:
    sides = [(side.text, [report.outlet for report in side.reports]) for side in english.conflicts[1].sides]
    assert sides == [("المدعية العامة", ["جريدة المرفأ", "أخبار الساحل"]), ("deputy prosecutor", ["Harbour Post"])]


def test_two_sources_stand_with_what_they_say(invented: Dossier, options: Callable[..., BriefOptions]) -> None:
    fields = {
        "conflict": "source",
        "sources": [{"source": "Layla", "reports": ["r-a"]}, {"source": "Sami", "reports": ["r-b"]}],
    }
    finding = Finding("conflict", "f-x", ("r-a", "r-b"), ("c-a1",), fields=fields)
    (conflict,) = brief(replace(invented, findings=(finding,)), options()).conflicts
    assert [(side.text, side.evidence is not None) for side in conflict.sides] == [("Layla", True), ("Sami", False)]


def test_checks_come_with_their_working(english: Brief) -> None:
    told = [(check.verdict, check.working) for check in english.checks]
    assert told == [
        ("consistent", "40 × 100,000 = 4,000,000; stated USD 4,000,000: consistent"),
        ("not computable", "no sum for each account"),
    ]


def test_in_arabic_sums_stay_and_english_reasons_go(arabic: Brief) -> None:
    assert arabic.checks[0].working == "40 × 100,000 = 4,000,000"
    assert [conflict.working for conflict in arabic.conflicts] == [
        "نحو 300 كيلوغرام مقابل ما لا يقل عن 350 كيلوغراما",
        "ليلى حمدان بصفتين",
    ]
    assert arabic.copies[0].working == "95% من النص الأقصر وارد في الآخر"


def test_people_with_a_standing_come_first(english: Brief) -> None:
    nader = english.people[0]
    assert nader.name == "Nader al-Kathib"
    assert [status.text for status in nader.statuses] == ["Accusation denied", "Convicted", "Accused"]
    assert [status.says for status in nader.statuses] == [
        ("محامي التاجر نادر الكثيب",),
        ("Harbour Post",),
        ("Harbour Post",),
    ]


def test_people_have_their_names_by_script_and_their_titles_by_outlet(english: Brief) -> None:
    people = {person.id: person for person in english.people}
    assert [(line.script, line.names) for line in people["e-nader"].names] == [
        ("arabic", ("نادر الكثيب",)),
        ("cyrillic", ("Надер аль-Катиб",)),
    ]
    layla = people["e-layla"]
    assert [(line.title, line.outlets) for line in layla.titles] == [
        ("المدعية العامة", ("جريدة المرفأ", "أخبار الساحل")),
        ("deputy prosecutor", ("Harbour Post",)),
    ]
    assert layla.counts == "source of 4 claims, 4 mentions"
    assert [mark.anchor for mark in layla.marks] == ["d-f-title"]


def test_places_are_no_people(english: Brief) -> None:
    assert {person.id for person in english.people} == {"e-dune", "e-layla", "e-nader"}


def test_sources_have_grades_and_what_they_carry(english: Brief) -> None:
    told = [(one.outlet, one.grade.grade, one.statements, one.origins, one.own_voice) for one in english.sources]
    assert told == [("جريدة المرفأ", "B", 5, 4, 1), ("Harbour Post", "F", 4, 2, 3), ("أخبار الساحل", "F", 1, 1, 0)]


def test_stories_and_copies_name_who_was_first(english: Brief) -> None:
    assert [report.id for report in english.stories[0].reports] == ["r-a", "r-c", "r-b"]
    assert (english.copies[0].original.id, [report.id for report in english.copies[0].copies]) == ("r-a", ["r-c"])


def test_the_timeline_runs_through_what_is_said_and_published(english: Brief) -> None:
    told = [(one.when, len(one.reports), [each.id for each in one.statements]) for one in english.timeline]
    assert told == [
        ("2019", 0, ["c-b3"]),
        ("3 March 2021", 0, ["f-gold"]),
        ("4 March 2021", 1, ["c-b2"]),
        ("5 March 2021", 1, []),
    ]


def test_what_is_not_known_is_listed(english: Brief) -> None:
    told = {gap.key: [reference.anchor for reference in gap.references] for gap in english.unknowns}
    assert told == {
        "unread": [None],
        "undated": ["r-r-c"],
        "unnamed_origin": ["s-c-a4"],
        "own_voice": ["s-c-a5", "s-c-b4", "s-c-b2", "s-c-b3"],
        "unresolved_time": ["s-f-gold"],
        "low_confidence": ["s-c-a5"],
        "no_actor": ["s-c-b2", "s-c-b3"],
        "open_check": ["d-f-open"],
    }


def test_an_empty_ledger_makes_an_empty_brief(options: Callable[..., BriefOptions]) -> None:
    made = brief(Dossier(), options())
    assert made.head.lines == ("Nothing was read about this.",)
    assert (made.heaviest, made.groups, made.figures, made.unknowns) == ((), (), (), ())
