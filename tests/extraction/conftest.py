from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The outside material beside the project; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("outside material is not here")
    return SHARED


@pytest.fixture(scope="session")
def cases() -> Callable[[Path], list[Any]]:
    """The rows of a table of cases."""
    return lambda path: yaml.safe_load(path.read_text(encoding="utf-8"))
