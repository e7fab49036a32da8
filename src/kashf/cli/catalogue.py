"""The messages of the command line, in English and Arabic."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from kashf.errors import DataError

__all__ = ["message", "messages"]


@cache
def messages(language: str) -> Mapping[str, str]:
    """All messages of a language by their key."""
    folder = files("kashf.cli") / "messages"
    catalogue: Mapping[str, str] = yaml.safe_load((folder / f"{language}.yaml").read_text(encoding="utf-8"))
    return catalogue


def message(language: str, key: str, **values: object) -> str:
    """One message, with the values in their places. Raises DataError where the catalogue does not have it."""
    try:
        return messages(language)[key].format(**values)
    except KeyError as error:
        raise DataError(f"cli/messages/{language}.yaml: {key}: no entry, or no value for {error}. Add it.") from error
