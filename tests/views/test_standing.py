from __future__ import annotations

from typing import Any

import pytest

from kashf.domain.predicates import claim_types
from kashf.views.standing import outcome, standing
from kashf.views.tables import LANGUAGES, read_table

HIM = ("object", "Nader", "e-1")
DOING = ("actor", "Nader", "e-1")


@pytest.mark.parametrize(
    ("kind", "filler", "evidence", "qualified", "status"),
    [
        ("charge", HIM, "Nader was convicted of fraud", {}, "convicted"),
        ("charge", HIM, "Nader was acquitted of fraud", {}, "acquitted"),
        ("charge", HIM, "fined $2 million", {}, "sentenced"),
        ("charge", HIM, "indicted on two counts", {}, "charged"),
        ("charge", HIM, "قضت ببراءته من التهم", {}, "acquitted"),
        ("charge", HIM, "حكمت عليه بالسجن عامين", {}, "sentenced"),
        ("charge", HIM, "وأدانته المحكمة", {}, "convicted"),
        ("charge", HIM, "وجهت إليه تهمة", {}, "charged"),
        ("charge", HIM, "осуждён за мошенничество", {}, "convicted"),
        ("charge", HIM, "a été relaxé", {}, "acquitted"),
        ("charge", HIM, "will be charged", {"modality": "expected"}, None),
        ("charge", HIM, "was not convicted", {"polarity": "denied"}, None),
        ("charge", DOING, "he charged another", {}, None),
        ("release", HIM, "removed from the list", {}, "delisted"),
        ("release", HIM, "set free", {}, "released"),
        ("designate", HIM, "listed", {}, "designated"),
        ("arrest", HIM, "held", {}, "arrested"),
        ("freeze", HIM, "frozen", {}, "frozen"),
        ("transfer", DOING, "moved", {"modality": "alleged"}, "accused"),
        ("transfer", DOING, "moved", {"polarity": "denied"}, "denied"),
        ("transfer", DOING, "moved", {}, None),
        ("arrest", DOING, "held", {"modality": "alleged"}, None),
    ],
)
def test_standing_before_the_law(
    maker: Any, kind: str, filler: Any, evidence: str, qualified: dict[str, Any], status: str | None
) -> None:
    claim = maker.claim(kind, filler, evidence=evidence, **qualified).claims[0]
    assert standing(claim, claim_types()[kind].group, "e-1") == status


def test_standing_is_that_of_the_one_who_fills_the_role(maker: Any) -> None:
    claim = maker.claim("arrest", HIM).claims[0]
    assert standing(claim, "counter", "e-2") is None


@pytest.mark.parametrize(
    ("kind", "evidence", "key"),
    [("charge", "convicted", "convicted"), ("charge", "tried", None), ("sell", "convicted", None)],
)
def test_only_measures_come_to_something(maker: Any, kind: str, evidence: str, key: str | None) -> None:
    assert outcome(maker.claim(kind, HIM, evidence=evidence).claims[0]) == key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_words(language: str) -> None:
    assert set(read_table("statuses")) <= set(read_table("words", language)["statuses"])
