"""Tables: the YAML files beside this module, which hold what reading knows as data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

__all__ = ["load_table"]


@cache
def load_table(name: str) -> Any:
    """The table of a name (`patterns`, `kinds`, `fields`, `dates`), read once. Not to be changed by who gets it."""
    source = resources.files("kashf.reading").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(source, Loader=loader)  # noqa: S506 - a safe loader either way
