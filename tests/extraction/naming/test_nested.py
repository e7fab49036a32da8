"""Names within names, titles and compounds."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Mention, Report

NESTED = [
    ("ar", "نهب المسلحون بنك العراق المركزي.", "بنك العراق المركزي", ("place", "العراق", "iq")),
    ("ar", "زار الوفد جامعة محمد السادس أمس.", "جامعة محمد السادس", ("person", "محمد السادس", "محمد سادس")),
    ("en", "He sued the Bank of Syria.", "Bank of Syria", ("place", "Syria", "sy")),
    (
        "en",
        "It gave to the Omar Haddad Foundation.",
        "Omar Haddad Foundation",
        ("person", "Omar Haddad", "omar haddad"),
    ),
    ("fr", "Il dirige la Banque de Syrie.", "Banque de Syrie", ("place", "Syrie", "sy")),
    ("ru", "Он возглавил Банк Сирии.", "Банк Сирии", ("place", "Сирии", "sy")),
]
OFFICES = [
    ("ar", "قال نائب وزير الخارجية الروسي سيرغي ريابكوف ذلك.", "وزير الخارجية الروسي", "ru-foreign-ministry"),
    ("en", "Russian foreign minister Sergei Lavrov left.", "Russian foreign minister", "ru-foreign-ministry"),
    (
        "ru",
        "Министр иностранных дел России Сергей Лавров уехал.",
        "Министр иностранных дел России",
        "ru-foreign-ministry",
    ),
]


def mentions(language: str, text: str) -> tuple[Mention, ...]:
    return extract(Report("r", "line", text, language=language)).mentions


@pytest.mark.parametrize(("language", "text", "outer", "inner"), NESTED)
def test_a_name_within_a_name_is_a_mention(language: str, text: str, outer: str, inner: tuple[str, str, str]) -> None:
    found = mentions(language, text)
    [whole] = [mention for mention in found if mention.text == outer]
    assert inner in [(m.kind, m.text, m.entity) for m in found if whole.covers(m) and m != whole]


@pytest.mark.parametrize(("language", "text", "words", "key"), OFFICES)
def test_a_minister_s_title_tells_of_a_ministry(language: str, text: str, words: str, key: str) -> None:
    [office] = [mention for mention in mentions(language, text) if mention.entity == key]
    assert (office.text, office.kind, office.pronominal) == (words, "organisation", True)


def test_a_minister_of_no_country_tells_of_none() -> None:
    assert not [m for m in mentions("en", "The foreign minister, Omar Haddad, left.") if m.kind == "organisation"]


def test_a_compound_names_its_place() -> None:
    [lebanon] = [m for m in mentions("en", "A Lebanon-based lender closed.") if m.kind == "place"]
    assert (lebanon.text, lebanon.entity) == ("Lebanon", "lb")


def test_a_nested_name_fills_no_role() -> None:
    record = extract(Report("r", "line", "The Bank of Syria transferred $2 million to Kilis.", language="en"))
    fillers = [role.text for claim in record.claims for role in claim.fillers("actor")]
    assert "Syria" not in fillers
