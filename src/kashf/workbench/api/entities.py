"""Entities: who and what is spoken of, over all that was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from kashf.records.spans import MentionKind
from kashf.workbench.answers import EntityId, EntityLine, InvolvedLine, Language, NeighbourLine
from kashf.workbench.involved import tellings
from kashf.workbench.ledgers import Opened
from kashf.workbench.lines import LINES, AsLines, listed
from kashf.workbench.moved import API, MOVED, sent_on
from kashf.workbench.paging import Limited, Listed, Paged, Several, cursor_of, place_of
from kashf.workbench.who import Reader

__all__ = ["alike", "claims", "entities", "entity", "neighbours", "router"]

router = APIRouter(tags=["entities"])
Kind = Annotated[MentionKind | None, Query(description="Only entities of this kind.")]


@router.get("/entities", responses=LINES, response_model=Listed[EntityLine])
def entities(
    _: Reader, view: Opened, as_lines: AsLines, paged: Paged, kind: Kind = None
) -> Listed[EntityLine] | Response:
    """The entities, the most mentioned first."""

    def ask(limit: int, cursor: str | None) -> Listed[EntityLine]:
        found = view.entity_page(kind, limit, place_of(cursor))
        return Listed(items=list(map(EntityLine.of, found.items)), next=cursor_of(found.after))

    return listed(view, as_lines, *paged, ask)


@router.get("/entities/{entity}", responses=MOVED, response_model=EntityLine)
def entity(entity: EntityId, _: Reader, view: Opened) -> EntityLine | Response:
    """One entity; of one that was merged with another the address of that."""
    found = view.entity(entity)
    return sent_on(view, entity, API) if found is None else EntityLine.of(found)


@router.get("/entities/{entity}/claims", responses=LINES, response_model=Listed[InvolvedLine])
def claims(
    entity: EntityId, _: Reader, view: Opened, as_lines: AsLines, paged: Paged, language: Language = "en"
) -> Listed[InvolvedLine] | Response:
    """The claims that an entity is in: what may clear its name first, then charges, other measures and allegations,
    then all else; of each the latest first. Claims that analysts rejected are left out, so a page may be short."""

    def ask(limit: int, cursor: str | None) -> Listed[InvolvedLine]:
        found, told, _seen = tellings(view, entity, language, limit, place_of(cursor))
        lines = [
            InvolvedLine(claim=one.claim, report=one.report, part=one.part, statement=statement)
            for one, statement in told
        ]
        return Listed(items=lines, next=cursor_of(found.after))

    return listed(view, as_lines, *paged, ask)


@router.get("/entities/{entity}/neighbours")
def neighbours(entity: EntityId, _: Reader, view: Opened, limit: Several = Limited) -> Listed[NeighbourLine]:
    """Who and what is in claims with an entity, those in most first."""
    return Listed(items=list(map(NeighbourLine.of, view.neighbours(entity, limit))))


@router.get("/entities/{entity}/alike")
def alike(entity: EntityId, _: Reader, view: Opened, limit: Several = Limited) -> Listed[NeighbourLine]:
    """Entities of like name, which may be the same. Empty in small ledgers, which keep no keys of names."""
    return Listed(items=list(map(NeighbourLine.of, view.alike(entity, limit))))
