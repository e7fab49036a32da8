"""Reading this room's tables: YAML beside this file, a mapping at the top of each, read as strictly as a language's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kashf.errors import DataError
from kashf.language.loading import read_strictly

__all__ = ["malformed", "table"]


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table of this name (`groups`, `finance/types`). Raises DataError where there is none or it is not sound."""
    return read_strictly(files("kashf.domain").joinpath(*f"{name}.yaml".split("/")), f"domain/{name}.yaml")


def malformed(name: str, entry: object, what: str) -> DataError:
    """The error to raise about one entry of a table: what is wrong with it, and the remedy."""
    return DataError(f"domain/{name}.yaml, entry {entry!r}: {what}")
