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
