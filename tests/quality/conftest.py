"""The corpus of this project, as plain values: what a test of its soundness looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

CORPUS = Path(__file__).parents[2] / "corpus"

Plain = Mapping[str, Any]


def _load(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - the safe loader, in C


def _items() -> Iterator[tuple[str, Plain]]:
    for path in sorted(CORPUS.glob("*/*.yaml")):
        yield from ((path.parent.name, item) for item in _load(path) or [])


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS


@pytest.fixture(scope="session")
def items() -> list[tuple[str, Plain]]:
    """Every item with its language."""
    return list(_items())


@pytest.fixture(scope="session")
def types() -> Mapping[str, list[str]]:
    """The roles that may be filled in each type of claim."""
    table: Mapping[str, list[str]] = _load(CORPUS / "types.yaml")
    return table
