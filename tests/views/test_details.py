from __future__ import annotations

import pytest

from kashf.errors import NotFoundError
from kashf.views import Dossier
from kashf.views.details import ClaimDetail, EntityDetail, FindingDetail, ReportDetail, detail


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        ("c-a1", ClaimDetail),
        ("e-nader", EntityDetail),
        ("e-nad", EntityDetail),
        ("Nader", EntityDetail),
        ("e-velmora", EntityDetail),
        ("r-a", ReportDetail),
        ("f-gold", FindingDetail),
        ("f-k", FindingDetail),
        ("f-story", FindingDetail),
    ],
)
def test_anything_is_found_by_its_id_its_beginning_or_its_name(invented: Dossier, wanted: str, kind: type) -> None:
    assert isinstance(detail(invented, wanted, "en"), kind)


@pytest.mark.parametrize(
    ("wanted", "language", "message"),
    [
        ("c-a", "en", "'c-a' fits 5 things: c-a1, c-a2, c-a3, c-a4, c-a5. Write more of the id."),
        (
            "الكثيب",
            "en",
            "'الكثيب' fits 2 things: e-dune (Dune Network), e-nader (Nader al-Kathib). Write more of the id.",
        ),
        ("e-layl4", "en", "Nothing has the id or name 'e-layl4'. Near it: e-layla (Layla Hamdan)."),
        ("zzz", "en", "Nothing has the id or name 'zzz'. The brief and `kashf find` show ids."),
        ("", "en", "Nothing has the id or name ''. The brief and `kashf find` show ids."),
        ("zzz", "ar", "لا شيء معرفه أو اسمه «zzz». المعرفات في الموجز وفي نتائج kashf find."),
    ],
)
def test_what_is_not_found_is_told_with_what_is_near(
    invented: Dossier, wanted: str, language: str, message: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        detail(invented, wanted, language)
    assert str(caught.value) == message


def test_a_claim_comes_with_its_roles_and_its_statement(invented: Dossier) -> None:
    found = detail(invented, "c-c1", "en")
    assert isinstance(found, ClaimDetail)
    assert [(role.name, role.words) for role in found.roles][:2] == [
        ("who", "شبكة الكثيب"),
        ("how much", "نحو 300 كيلوغرام"),
    ]
    assert found.statement.id == "f-gold"
    assert found.evidence.report.id == "r-c"


def test_a_place_has_statements_too(invented: Dossier) -> None:
    found = detail(invented, "e-velmora", "en")
    assert isinstance(found, EntityDetail)
    assert [one.id for one in found.statements] == ["f-gold"]
    assert found.entity.kind == "Place"


def test_a_report_comes_with_its_layers(invented: Dossier) -> None:
    found = detail(invented, "r-c", "en")
    assert isinstance(found, ReportDetail)
    text = invented.records[2].text
    assert found.text == text
    told = [(layer.kind, text[layer.start : layer.end], layer.label) for layer in found.layers]
    assert ("mention", "ليلى حمدان", "Layla Hamdan") in told
    assert ("figure", "نحو 300 كيلوغرام", "about 300 kg") in told
    assert ("claim", "هربت نحو 300 كيلوغرام من الذهب إلى فلمورا", "c-c1 Smuggling") in told


def test_a_finding_comes_with_its_sides_origins_and_grade(invented: Dossier) -> None:
    found = detail(invented, "f-gold", "en")
    assert isinstance(found, FindingDetail)
    assert len(found.uncounted) == 1
    assert [origin.name for origin in found.origins] == ["Layla Hamdan"]
    assert found.grade is not None
    assert (found.grade.grade, len(found.sides)) == ("3", 3)


def test_a_story_tells_who_was_first_and_what_each_report_added(invented: Dossier) -> None:
    found = detail(invented, "f-story", "en")
    assert isinstance(found, FindingDetail)
    told = [one for one in invented.findings if one.kind == "assertion"]
    assert [step.report.id for step in found.steps] == [one.id for one in found.reports]
    assert found.steps[0].text.startswith("the first")
    first = {
        one.id: next(report for report in one.reports if report in {step.report.id for step in found.steps})
        for one in told
    }
    assert {key for step in found.steps for key in step.added if first[key] == step.report.id} == first.keys()
