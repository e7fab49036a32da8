"""The tables of this room: YAML beside the code, read once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from kashf.errors import DataError

__all__ = ["LANGUAGES", "read_table"]

LANGUAGES = ("en", "ar")
"""The languages a brief can be written in."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read_table(*path: str) -> Mapping[str, Any]:
    """The table at `views/<path>.yaml`: mappings are read-only, lists are tuples, numbers in keys are words.

    Raises DataError, which names the file, where there is none or it is not sound YAML with a mapping at its top.
    """
    where = "/".join(("views", *path)) + ".yaml"
    file = files("kashf").joinpath(where)
    if not file.is_file():
        raise DataError(f"{where}: there is no such table; the languages of a brief are {', '.join(LANGUAGES)}.")
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - a safe loader either way
    except yaml.YAMLError as error:
        raise DataError(f"{where}: {error}; mend the file.") from error
    if not isinstance(content, dict):
        raise DataError(f"{where}: its top is not a mapping; write `entry: ...` lines.")
    return _frozen(content)  # type: ignore[no-any-return]


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({str(key): _frozen(entry) for key, entry in value.items()})
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return value
