"""Whom the pronouns of claims stand for where nobody has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction import extract
from kashf.records import Report

PATH = Path(__file__).with_name("unnamed.yaml")


def rows() -> Iterator[Any]:
    for language, entries in yaml.safe_load(PATH.read_text(encoding="utf-8")).items():
        for row in entries:
            yield pytest.param(language, row["text"], row["actor"], id=row["text"][:50])


@pytest.mark.parametrize(("language", "text", "wanted"), tuple(rows()))
def test_an_actor_is_told_by_the_words_that_are_taken_up(language: str, text: str, wanted: str) -> None:
    claims = extract(Report("r-test", "test.txt", text, language=language)).claims
    actors = [role for claim in claims for role in claim.roles if role.role == "actor"]
    assert wanted in {role.name or role.text for role in actors}
