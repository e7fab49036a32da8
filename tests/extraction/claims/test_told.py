"""What French and Russian sentences tell: a claim of their type, and ordinary news none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction import extract
from kashf.records import Report


def told(*, nothing: bool) -> Iterator[Any]:
    for language in ("fr", "ru"):
        path = Path(__file__).with_name(f"told.{language}.yaml")
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            if (row["type"] == "none") != nothing:
                continue
            marks = [pytest.mark.xfail(reason="not understood yet", strict=True)] if row.get("missed") else []
            yield pytest.param(language, row["type"], row["text"], marks=marks, id=f"{language}: {row['text'][:40]}")


def types(language: str, text: str) -> set[str]:
    return {claim.type for claim in extract(Report("r-test", "test.txt", text, language=language)).claims}


@pytest.mark.parametrize(("language", "kind", "text"), tuple(told(nothing=False)))
def test_a_sentence_makes_a_claim_of_its_type(language: str, kind: str, text: str) -> None:
    assert kind in types(language, text)


@pytest.mark.parametrize(("language", "kind", "text"), tuple(told(nothing=True)))
def test_ordinary_news_makes_none(language: str, kind: str, text: str) -> None:
    assert kind == "none"
    assert not types(language, text)
