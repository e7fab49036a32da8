"""Pages of lists as addresses have them: how many, and from where on."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from kashf.ledger import Place
from kashf.workbench.refusing import RefusedError

__all__ = ["MOST", "Cursor", "Limited", "Listed", "Paged", "Several", "cursor_of", "place_of"]

Item = TypeVar("Item")
MOST = 100
LONGEST = 400
_LARGEST = 2**62

Several = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
Cursor = Annotated[
    str | None, Query(max_length=LONGEST, description="Where to go on: `next` of the page before, as it stands.")
]
Limited = 25
"""How many where nothing is said."""


def _paged(limit: Several = Limited, cursor: Cursor = None) -> tuple[int, str | None]:
    return limit, cursor


Paged = Annotated[tuple[int, str | None], Depends(_paged)]
"""How many at most, and from which cursor on."""


class Listed(BaseModel, Generic[Item]):
    """A page of a list. `next` is what to ask for as `cursor` to go on; null at the end."""

    items: list[Item]
    next: str | None = Field(default=None)


def cursor_of(place: Place | None) -> str | None:
    """A place in a list as it stands in an address."""
    if place is None:
        return None
    return base64.urlsafe_b64encode(json.dumps(place, separators=(",", ":")).encode()).decode().rstrip("=")


def place_of(cursor: str | None) -> Place | None:
    """The place that a cursor stands for. Raises RefusedError where it stands for none."""
    if cursor is None:
        return None
    try:
        told = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise RefusedError(422, "cursor") from error
    if not isinstance(told, list) or not told or not all(map(_is_key, told)):
        raise RefusedError(422, "cursor")
    return tuple(told)


def _is_key(value: object) -> bool:
    return isinstance(value, str) or (type(value) is int and abs(value) < _LARGEST)
