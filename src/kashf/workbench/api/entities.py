"""Entities: who and what is spoken of, over all that was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from kashf.records.spans import MentionKind
from kashf.workbench.answers import EntityId, EntityLine
from kashf.workbench.ledgers import Opened
from kashf.workbench.paging import Cursor, Limited, Listed, Several, cursor_of, place_of
from kashf.workbench.problems import RefusedError
from kashf.workbench.who import Reader

__all__ = ["entities", "entity", "router"]

router = APIRouter(tags=["entities"])
Kind = Annotated[MentionKind | None, Query(description="Only entities of this kind.")]


@router.get("/entities")
def entities(
    _: Reader, view: Opened, kind: Kind = None, limit: Several = Limited, cursor: Cursor = None
) -> Listed[EntityLine]:
    """The entities, the most mentioned first."""
    found = view.entity_page(kind, limit, place_of(cursor))
    return Listed(items=list(map(EntityLine.of, found.items)), next=cursor_of(found.after))


@router.get("/entities/{entity}")
def entity(entity: EntityId, _: Reader, view: Opened) -> EntityLine:
    """One entity."""
    found = view.entity(entity)
    if found is None:
        raise RefusedError(404, "no_entity", id=entity)
    return EntityLine.of(found)
