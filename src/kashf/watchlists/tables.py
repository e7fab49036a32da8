"""Reading this room's tables: YAML beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kashf.language.loading import read_strictly

__all__ = ["DETAILS", "table"]


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table of this name (`details`, `columns`). Raises DataError where there is none or it is not sound."""
    return read_strictly(files("kashf.watchlists").joinpath(f"{name}.yaml"), f"watchlists/{name}.yaml")


DETAILS: tuple[str, ...] = tuple(table("details")["details"])
"""What a list may say of an entry beside its names, in the order in which it is shown."""
