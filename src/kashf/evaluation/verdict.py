"""What a measurement comes to, ready to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Verdict"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One measurement: `plain` values for JSON, a `table` for readers, and a line for each miss."""

    plain: Mapping[str, Any]
    table: str
    misses: tuple[str, ...] = ()
