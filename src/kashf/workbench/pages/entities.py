"""Entities: who and what is spoken of; of each its standing first, its names and offices, its claims, who is beside
it, and what was taken for one with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from kashf.ledger import EntityHead, Neighbour
from kashf.records import Judgement
from kashf.records.spans import MentionKind
from kashf.views.lens import Lens, best_name, known_name
from kashf.views.people import Person, person
from kashf.views.statements import Statement
from kashf.views.texts import shown
from kashf.workbench.answers import EntityId
from kashf.workbench.involved import tellings
from kashf.workbench.ledgers import Opened
from kashf.workbench.moved import sent_on, was
from kashf.workbench.paging import Cursor, cursor_of, place_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["claims", "entities", "entity", "router"]

LISTED, CLAIMS, NEIGHBOURS, ALIKE = 40, 15, 14, 8
CALLED = 200
KINDS = get_args(MentionKind)
router = APIRouter()
Kind = Annotated[MentionKind | Literal[""] | None, Query()]
"""A form says nothing with an empty word."""
Name = Annotated[str, Query(max_length=200)]


@router.get("/entities")
def entities(
    request: Request, visitor: Reader, view: Opened, kind: Kind = None, name: Name = "", cursor: Cursor = None
) -> HTMLResponse:
    """The entities, the most mentioned first, or those with some words in their name."""
    kind = kind or None
    if name.strip():
        every = view.entities_called(name.strip(), CALLED)
        found, after = [one.entity for one in every if kind in (None, one.entity.kind)], None
    else:
        listed = view.entity_page(kind, LISTED, place_of(cursor))
        found, after = list(listed.items), cursor_of(listed.after)
    template = "entities_fragment.html.j2" if request.headers.get("hx-request") else "entities.html.j2"
    lines = _named([Neighbour(one) for one in found], request.state.interface.language)
    return page(
        request, template, visitor, entities=lines, next=after, wanted={"kind": kind, "name": name}, kinds=KINDS
    )


@router.get("/entities/{entity}")
def entity(request: Request, visitor: Reader, view: Opened, entity: EntityId) -> Response:
    """The page of one entity; of one that was merged with another, that of the other."""
    head = view.entity_head(entity)
    if head is None:
        return sent_on(view, entity)
    language = request.state.interface.language
    found, told, seen = tellings(view, entity, language, CLAIMS, None)
    statements = _once([statement for _, statement in told])
    merges = view.judgements_about(entity)
    return page(
        request,
        "entity.html.j2",
        visitor,
        was=was(request, view, entity),
        head=head,
        person=_person(head, statements, seen),
        statements=statements,
        next=cursor_of(found.after),
        neighbours=_named(view.neighbours(entity, NEIGHBOURS), language),
        alike=_named(view.alike(entity, ALIKE), language),
        history=merges,
        merged=_partners(entity, merges, language),
    )


@router.get("/entities/{entity}/claims")
def claims(request: Request, visitor: Reader, view: Opened, entity: EntityId, cursor: Cursor = None) -> HTMLResponse:
    """More of an entity's claims."""
    head = view.entity_head(entity)
    if head is None:
        raise RefusedError(404, "no_entity", id=entity)
    found, told, seen = tellings(view, entity, request.state.interface.language, CLAIMS, place_of(cursor))
    template = "entity_fragment.html.j2" if request.headers.get("hx-request") else "entity_claims.html.j2"
    statements = _once([statement for _, statement in told])
    named = _person(head, statements, seen)
    return page(request, template, visitor, person=named, statements=statements, next=cursor_of(found.after))


def _person(head: EntityHead, statements: Sequence[Statement], seen: Lens) -> Person:
    """The entity as far as the claims on the page tell of it; those that bear on its standing come first."""
    return person(head.entity, statements, seen)


def _once(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple({one.id: one for one in statements}.values())


def _named(neighbours: Sequence[Neighbour], language: str) -> list[tuple[str, Neighbour]]:
    """Each with the name that suits the language."""
    return [(_name(one, language), one) for one in neighbours]


def _name(neighbour: Neighbour, language: str) -> str:
    entity = neighbour.entity
    return shown(known_name(entity, language) or best_name((entity.name, *entity.names), language))


def _partners(entity: str, judgements: Sequence[Judgement], language: str) -> dict[str, str]:
    """What to call the other entities of merges: by the names that they went by when they were merged."""
    return {
        one.subject: shown(best_name(tuple(one.value.get("names", ())) or (one.subject,), language))
        for one in judgements
        if one.kind == "merge" and one.subject != entity
    }
