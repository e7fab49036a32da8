"""Subject matter: everyday claims need a sign that the report speaks of illicit money; films tell of nothing."""

from __future__ import annotations

import pytest

from kashf.domain.predicates import claim_types
from kashf.domain.signs import sign_words, telling_types
from kashf.extraction import extract
from kashf.records import Report

SALE = "The trader sold two flats to a bank for $300,000."


def types_of(text: str) -> list[str]:
    return [claim.type for claim in extract(Report("r-test", "test.txt", text, language="en")).claims]


def test_a_sale_is_no_claim_by_itself() -> None:
    assert types_of(SALE) == []


@pytest.mark.parametrize("sign", ["He is a smuggler.", "Prosecutors look into fraud.", "The militia denies it."])
def test_but_beside_a_sign_of_the_subject(sign: str) -> None:
    assert "sell" in types_of(f"{SALE} {sign}")


def test_what_is_illicit_by_its_type_needs_none() -> None:
    assert types_of("He laundered $4 million.") == ["launder"]


def test_a_film_tells_of_nothing() -> None:
    assert types_of("In the film a gang kidnaps a banker and demands a ransom.") == []


def test_the_tables_name_types_and_words() -> None:
    assert telling_types() <= set(claim_types())
    assert "hawala" in sign_words("en")
    assert sign_words("xx") == frozenset()


@pytest.mark.parametrize(
    ("language", "text", "sign", "kind"),
    [
        ("ru", "Торговец исчез вместе с семьёй.", "Его ищет Интерпол.", "flee"),
        ("ru", "Под коробками лежали слитки.", "Дело о контрабанде открыли в мае.", "hold"),
        ("fr", "Le marchand s'est volatilisé avec sa famille.", "Interpol le recherche.", "flee"),
        ("fr", "Sous les couches dormaient des lingots.", "Le parquet parle de corruption.", "hold"),
    ],
)
def test_loose_predicates_hold_beside_a_sign_alone(language: str, text: str, sign: str, kind: str) -> None:
    def kinds(told: str) -> set[str]:
        return {claim.type for claim in extract(Report("r-test", "test.txt", told, language=language)).claims}

    assert kind not in kinds(text)
    assert kind in kinds(f"{text} {sign}")


def test_the_noun_of_a_fixed_phrase_tells_by_what_it_is_of() -> None:
    text = "Синдикат наладил поставки героина из Афганистана в Европу."
    claims = extract(Report("r-test", "test.txt", text, language="ru")).claims
    roles = [role for claim in claims if claim.type == "traffic" for role in claim.roles]
    assert [role.text for role in roles if role.role == "object"] == ["героина"]
