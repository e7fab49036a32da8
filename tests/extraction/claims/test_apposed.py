"""The name in apposition behind a common noun says whom a claim is about; the next member of a list does not."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Report

NAMED = [
    ("en", "The fixer, Ramiro Duarte, bought a horse farm with bribes from Venezuela.", "The fixer", "Ramiro Duarte"),
    ("en", "A Lebanese businessman, Kassim Hajji, sent $3 million to Hezbollah.", "businessman", "Kassim Hajji"),
    ("en", "Police arrested a money changer, Idris Mwangi, in Kampala.", "a money changer", "Idris Mwangi"),
    ("en", "A charity in Lyon, the Nur Foundation, financed the group.", "A charity", "Nur Foundation"),
    ("en", "Treasury designated an exchange house (Al-Waha Exchange) for moving money.", "house", "Al-Waha Exchange"),
    ("en", "The head of the bank, Silvia Moretti, laundered $2 million for the mafia.", "The head", "Silvia Moretti"),
    ("fr", "Un homme d'affaires libanais, Karim Benali, a financé le Hezbollah.", "Un homme", "Karim Benali"),
    ("fr", "La police a arrêté un changeur, Moussa Diarra, à Bamako.", "un changeur", "Moussa Diarra"),
    ("ar", "أوقفت الشرطة صرافا، وهو سامر الخوري، بتهمة تمويل التنظيم.", "صرافا", "سامر الخوري"),
]

UNNAMED = [
    ("en", "Police arrested a broker, Ahmed Ali, and his brother for financing the militia.", "a broker"),
    ("en", "The minister, Silvia Moretti said, sold oil to the militia.", "The minister"),
    ("en", "Two brokers, Ahmed Ali said, sold rifles to the militia.", "brokers"),
    ("en", "A trader from Basra, who sold gold to Ahmed Ali, financed the group.", "A trader"),
]


def names(language: str, text: str, words: str) -> set[str | None]:
    claims = extract(Report("r-test", "test.txt", text, language=language)).claims
    return {role.name for claim in claims for role in claim.roles if words in role.text}


@pytest.mark.parametrize(("language", "text", "words", "name"), NAMED, ids=[row[1][:40] for row in NAMED])
def test_a_name_in_apposition_is_taken(language: str, text: str, words: str, name: str) -> None:
    assert name in names(language, text, words)


@pytest.mark.parametrize(("language", "text", "words"), UNNAMED, ids=[row[1][:40] for row in UNNAMED])
def test_another_name_is_not(language: str, text: str, words: str) -> None:
    assert names(language, text, words) == {None}
