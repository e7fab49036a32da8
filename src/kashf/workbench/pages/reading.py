"""Reading in: files and web addresses, followed as they are read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse

from kashf.views.texts import shown
from kashf.workbench.api.readings import Number, readings_of
from kashf.workbench.days import Day
from kashf.workbench.readings import Told, Uploaded
from kashf.workbench.rendering import page
from kashf.workbench.returning import returned
from kashf.workbench.who import Admin

__all__ = ["asked", "begun", "events", "reading", "router"]

MOST_FILES = 500
LATEST = 12
"""Steps that a page shows."""
TICK = 0.25
"""Seconds between two looks at how far it has come."""
router = APIRouter()


@router.get("/reading")
def asked(request: Request, visitor: Admin) -> HTMLResponse:
    """The form, and the readings before."""
    return page(request, "reading.html.j2", visitor, readings=readings_of(request).all())


@router.post("/reading")
async def begun(
    request: Request,
    visitor: Admin,
    files: Annotated[list[UploadFile], File(max_length=MOST_FILES)] = [],  # noqa: B006 - as FastAPI has it
    addresses: Annotated[str, Form(max_length=100_000)] = "",
    outlet: Annotated[str, Form(max_length=300)] = "",
    published: Annotated[Day, Form()] = None,
) -> RedirectResponse:
    """Begin to read, and go to where it is followed."""
    sent = tuple([Uploaded(file.filename, await file.read()) for file in files if file.filename])
    told = Told(tuple(addresses.split()), sent, outlet.strip() or None, published)
    return returned(f"/reading/{readings_of(request).begin(visitor.name, told).number}")


@router.get("/reading/{number}")
def reading(request: Request, number: Number, visitor: Admin) -> HTMLResponse:
    """One reading: how far it has come, and at the end what was set aside."""
    found = readings_of(request).one(number)
    return page(request, "reading_one.html.j2", visitor, reading=found, steps=found.steps[: -LATEST - 1 : -1])


@router.get("/reading/{number}/events")
def events(request: Request, number: Number, _: Admin) -> StreamingResponse:
    """The same as it goes on, as server-sent events: `step` with the counts and the latest steps, `end` at the end."""
    readings_of(request).one(number)
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(_events(request, number), media_type="text/event-stream", headers=headers)


async def _events(request: Request, number: int) -> AsyncIterator[str]:
    seen = -1
    while not await request.is_disconnected():
        reading = readings_of(request).one(number)
        if reading.changes != seen:
            seen = reading.changes
            latest = [_step(step) for step in reading.steps[: -LATEST - 1 : -1]]
            yield f"event: step\ndata: {json.dumps({'counts': reading.counts, 'steps': latest})}\n\n"
        if reading.state != "reading" and reading.changes == seen:
            yield "event: end\ndata: {}\n\n"
            return
        await asyncio.sleep(TICK)


def _step(step: dict[str, object]) -> dict[str, object]:
    return {key: shown(value) if isinstance(value, str) else value for key, value in step.items()}
