"""English: the same acts in one construction after another, with who did what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction import extract
from kashf.records import Claim, Report

Wanted = tuple[str, tuple[tuple[str, str], ...]]


def wanted(told: str) -> Iterator[Wanted]:
    """«sell actor=The man object=its gold | …»: a type, and words that fillers of its roles hold."""
    for claim in told.split(" | "):
        kind, *rest = claim.split(" ")
        roles: list[list[str]] = []
        for word in rest:
            if "=" in word:
                roles.append(word.split("=", 1))
            else:
                roles[-1][1] += f" {word}"
        yield kind, tuple((role, text) for role, text in roles)


def told(claim: Claim, kind: str, roles: tuple[tuple[str, str], ...]) -> bool:
    held = all(any(role == each.role and text in each.text for each in claim.roles) for role, text in roles)
    return claim.type == kind and held


def rows() -> Iterator[Any]:
    path = Path(__file__).with_name("constructions.en.yaml")
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield pytest.param(row["text"], tuple(wanted(row["claims"])), id=row["text"][:50])


@pytest.mark.parametrize(("text", "claims"), tuple(rows()))
def test_an_act_is_read_in_any_construction(text: str, claims: tuple[Wanted, ...]) -> None:
    made = extract(Report("r-test", "test.txt", text, language="en")).claims
    missing = [(kind, roles) for kind, roles in claims if not any(told(claim, kind, roles) for claim in made)]
    assert not missing
