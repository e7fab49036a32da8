"""Room for labels on a picture: boxes in pixels, and whether two of them meet."""

from __future__ import annotations

__all__ = ["LETTER", "LINE", "Box", "meet"]

LETTER, LINE = 7.0, 17.0
"""Pixels of a letter across, and of a line of them, at 13 pixels."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have anything in common.

    >>> meet((0, 0, 2, 2), (1, 1, 3, 3)), meet((0, 0, 2, 2), (2, 0, 3, 2))
    (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
