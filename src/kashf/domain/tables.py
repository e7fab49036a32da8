"""Reading this room's tables: YAML beside this file, a mapping at the top of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kashf.errors import DataError

__all__ = ["malformed", "table"]


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table of this name. Raises DataError where there is none or it is no mapping."""
    path = files("kashf.domain").joinpath(f"{name}.yaml")
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, yaml.YAMLError) as error:
        raise DataError(f"domain/{name}.yaml: {error}; mend the file.") from error
    if not isinstance(content, dict):
        raise DataError(f"domain/{name}.yaml: its top is not a mapping; write `entry: ...` lines.")
    return content


def malformed(name: str, entry: object, what: str) -> DataError:
    """The error to raise about one entry of a table: what is wrong with it, and the remedy."""
    return DataError(f"domain/{name}.yaml, entry {entry!r}: {what}")
