"""What is only tried, meant, awaited, owed or open is never told as done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction import extract
from kashf.records import Report


def sentences() -> Iterator[Any]:
    table = yaml.safe_load(Path(__file__).with_name("foreshadowing.yaml").read_text(encoding="utf-8"))
    for language, rows in table.items():
        for modality, text in rows:
            yield pytest.param(language, modality, text, id=f"{language} {modality}: {text[:40]}")


@pytest.mark.parametrize(("language", "modality", "text"), tuple(sentences()))
def test_modality(language: str, modality: str, text: str) -> None:
    report = Report("r-test", "test.txt", text, language=language, published=date(2026, 3, 4))
    assert modality in {claim.modality for claim in extract(report).claims}


def test_empty_negation() -> None:
    """French «ne» behind a fear denies nothing."""
    text = "Les autorités craignent que le groupe ne rackette les commerçants du nord."
    claims = extract(Report("r-test", "test.txt", text, language="fr")).claims
    assert [claim.polarity for claim in claims] == ["affirmed"]
