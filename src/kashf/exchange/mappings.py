"""What becomes what in the formats of others, and what their files say: YAML beside the code, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["mapping", "say"]


@cache
def mapping(name: str) -> Mapping[str, Any]:
    """The mapping `exchange/mappings/<name>.yaml`."""
    return _read(f"mappings/{name}.yaml")


def say(language: str, key: str, /, **values: object) -> str:
    """What a file says, in a language (`en`, `ar`), with the values in their places."""
    words: str = _words(language)[key]
    return words.format(**values)


@cache
def _words(language: str) -> Mapping[str, Any]:
    return _read(f"words/{language}.yaml")


def _read(place: str) -> Mapping[str, Any]:
    text = files("kashf.exchange").joinpath(place).read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found
