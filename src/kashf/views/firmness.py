"""How firmly the statements behind a part of a picture are put."""

from __future__ import annotations

__all__ = ["firmness"]


def firmness(statements: int, stated: int, denied: int) -> str:
    """`stated` where one of the statements is told as a fact, `denied` where all are denials, else `hedged`."""
    return "stated" if stated else "denied" if denied == statements else "hedged"
