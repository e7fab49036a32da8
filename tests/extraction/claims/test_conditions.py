"""A condition, and what nobody knows, is told as possible and never as a fact."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Report

OPEN = [
    ("en", "Officials said the family could face charges if they paid a ransom to the gang.", "ransom"),
    ("en", "If the bank transferred the money to Hezbollah, it would be fined.", "transfer"),
    ("en", "Unless the firm sells its oil to the militia, it will close.", "sell"),
    ("en", "It is unclear whether the bank moved the money to Hezbollah.", "transfer"),
    ("en", "Police asked if he had sold arms to the militia.", "sell"),
    ("ar", "ولو باع التنظيم النفط للمهربين لتراجعت الأسعار.", "sell"),
    ("ar", "ولم يتضح ما إذا كانت الشركة دفعت فدية للخاطفين.", "ransom"),
    ("ar", "وفى حال تحويل الأموال الى الجماعة سيلاحق المصرف.", "transfer"),
    ("fr", "La banque sera sanctionnée si elle transfère de l'argent au Hezbollah.", "transfer"),
    ("fr", "S'il a vendu du pétrole à Daech, il sera jugé.", "sell"),
    ("ru", "Банк оштрафуют, если он переведёт деньги боевикам.", "transfer"),
    ("ru", "Неясно, перевёл ли банк деньги боевикам.", "transfer"),
]
TOLD = [
    ("en", "The bank moved the money to Hezbollah, and if fined it will appeal.", "transfer"),
    ("ar", "دفعت الشركة فدية للخاطفين، وإذا حوكمت ستستأنف.", "ransom"),
    ("fr", "La banque a transféré l'argent au Hezbollah et, si elle est jugée, fera appel.", "transfer"),
    ("ru", "Банк перевёл деньги боевикам; если его оштрафуют, он подаст жалобу.", "transfer"),
]


def modality(language: str, text: str, kind: str) -> str:
    """How the first claim of a type is told."""
    record = extract(Report("r", "a.txt", text, language=language))
    return next((claim.modality for claim in record.claims if claim.type == kind), "no claim")


@pytest.mark.parametrize(("language", "text", "kind"), OPEN)
def test_what_hangs_on_a_condition_is_possible(language: str, text: str, kind: str) -> None:
    assert modality(language, text, kind) == "possible"


@pytest.mark.parametrize(("language", "text", "kind"), TOLD)
def test_a_condition_reaches_no_further_than_its_clause(language: str, text: str, kind: str) -> None:
    assert modality(language, text, kind) == "asserted"
