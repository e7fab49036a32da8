"""Refusing what is asked, for a reason that whoever asked is told in their language."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.workbench.interface import messages

__all__ = ["SAFE_METHODS", "RefusedError"]

SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
"""Ways to ask that change nothing, which need no proof of where they come from."""


class RefusedError(Exception):
    """That something is not done, for a reason that has words in the catalogue (`problems.<key>`)."""

    def __init__(self, status: int, key: str, *, headers: Mapping[str, str] | None = None, **values: object) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.headers = dict(headers or {})
        self.values = values

    def told(self, language: str) -> str:
        """The reason in words."""
        return messages(language).say(f"problems.{self.key}", **self.values)
