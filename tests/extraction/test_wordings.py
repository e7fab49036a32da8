"""Each type of claim in the words that agencies, courts and newspapers use for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction import extract
from kashf.records import Report


def wordings() -> Iterator[Any]:
    for language in ("ar", "en", "fr", "ru"):
        path = Path(__file__).with_name(f"wordings.{language}.yaml")
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(reason="not understood yet", strict=True)] if row.get("missed") else []
            yield pytest.param(language, row["type"], row["text"], marks=marks, id=f"{language}: {row['text'][:40]}")


@pytest.mark.parametrize(("language", "kind", "text"), tuple(wordings()))
def test_a_wording_evokes_its_type(language: str, kind: str, text: str) -> None:
    record = extract(Report("r-test", "test.txt", text, language=language))
    assert kind in {claim.type for claim in record.claims}
