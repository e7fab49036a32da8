"""Whom something befalls is not taken for who did what it befell them in."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Report

BEFALLS = [
    ("en", "Twenty-two people were arrested in raids on 14 shops in Deira.", ("attack", "strike"), "people"),
    ("en", "The men were killed during an attack on a bank in Kabul.", ("attack",), "men"),
    ("en", "Three officers were convicted after an investigation into bribes.", ("investigate",), "officers"),
    ("en", "The group was weakened by the killing of its leader in Idlib.", ("kill",), "group"),
    ("fr", "Deux convoyeurs ont été blessés lors de l'attaque d'une banque à Lomé.", ("attack",), "convoyeurs"),
    ("ru", "Двадцать человек задержаны в ходе нападения на банк в Кабуле.", ("attack",), "человек"),
    ("ar", "اعتقل عشرون شخصا في هجوم على مصرف في كابول.", ("attack",), "شخصا"),
]

DOES = [
    ("en", "The trader was sentenced over the financing of a militia in Mali.", "fund", "The trader"),
    ("en", "The banker was arrested for the smuggling of gold to Dubai.", "smuggle", "The banker"),
    ("en", "Police hunt a broker wanted for moving cocaine in banana containers.", "traffic", "a broker"),
    ("en", "The militia is believed to control the mines.", "control", "The militia"),
    ("fr", "Le commerçant a été condamné pour le financement d'une milice.", "fund", "Le commerçant"),
]


def actors(language: str, text: str, types: tuple[str, ...]) -> set[str]:
    claims = extract(Report("r-test", "test.txt", text, language=language)).claims
    return {role.text for claim in claims if claim.type in types for role in claim.roles if role.role == "actor"}


@pytest.mark.parametrize(("language", "text", "types", "whom"), BEFALLS, ids=[row[1][:40] for row in BEFALLS])
def test_whom_it_befalls_did_not_do_it(language: str, text: str, types: tuple[str, ...], whom: str) -> None:
    assert not any(whom in actor for actor in actors(language, text, types))


@pytest.mark.parametrize(("language", "text", "kind", "who"), DOES, ids=[row[1][:40] for row in DOES])
def test_who_is_before_the_law_for_an_act_did_it(language: str, text: str, kind: str, who: str) -> None:
    assert who in actors(language, text, (kind,))
