from __future__ import annotations

import pytest

from kashf.views import Dossier
from kashf.views.narrowing import entities_called, narrowed


@pytest.mark.parametrize(
    ("about", "claims"),
    [
        ("e-nader", ["c-a3", "c-b3", "c-b4"]),
        ("Nader", ["c-a3", "c-b3", "c-b4"]),
        ("نادر الكثيب", ["c-a3", "c-b3", "c-b4"]),
        ("Надер", ["c-a3", "c-b3", "c-b4"]),
        ("accounts", ["c-b2"]),
        ("تاجرا", ["c-a4"]),
        ("ليلي", ["c-a1", "c-a2", "c-b1", "c-c1"]),
        ("nobody", []),
    ],
)
def test_a_dossier_is_narrowed_to_an_entity_or_words(invented: Dossier, about: str, claims: list[str]) -> None:
    left = [claim.id for record in narrowed(invented, about).records for claim in record.claims]
    assert sorted(left) == claims


def test_it_is_narrowed_to_types(invented: Dossier) -> None:
    left = narrowed(invented, types=["smuggle"])
    assert [claim.id for record in left.records for claim in record.claims] == ["c-a1", "c-b1", "c-c1"]
    assert {finding.id for finding in left.findings} == {"f-gold", "f-kilos", "f-story", "f-copy"}
    assert {entity.id for entity in left.entities} == {"e-dune", "e-layla", "e-velmora", "e-rasmal"}


def test_what_is_not_narrowed_is_unchanged(invented: Dossier) -> None:
    assert narrowed(invented) is invented


@pytest.mark.parametrize(
    ("name", "ids"), [("Dune", ["e-dune"]), ("الكثيب", ["e-dune", "e-nader"]), ("كثي", []), ("", [])]
)
def test_entities_are_called_by_whole_words(invented: Dossier, name: str, ids: list[str]) -> None:
    assert [entity.id for entity in entities_called(invented, name)] == ids
