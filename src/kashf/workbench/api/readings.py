"""Readings: having reports read in, and following that."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, Field

from kashf.views.texts import shown
from kashf.workbench.reading_log import Reading, State
from kashf.workbench.readings import Readings, Told, Uploaded
from kashf.workbench.who import Admin

__all__ = ["ReadingLine", "TextFile", "ToRead", "Trouble", "begin", "reading", "readings", "readings_of", "router"]

router = APIRouter(tags=["readings"])
Number = Annotated[int, Path(ge=1, le=2**53, description="The number of a reading.")]


class TextFile(BaseModel):
    """A file of text: its name, whose ending tells its kind, and what stands in it."""

    name: str = Field(min_length=1, max_length=300)
    text: str = Field(max_length=5_000_000)


class ToRead(BaseModel):
    """What to read: web addresses (none in a private network is followed) and texts; `outlet` and `published` for what
    does not tell its own."""

    addresses: list[Annotated[str, Field(max_length=2000)]] = Field(default_factory=list, max_length=200)
    files: list[TextFile] = Field(default_factory=list, max_length=200)
    outlet: str | None = Field(default=None, max_length=300)
    published: date | None = None


class Trouble(BaseModel):
    """What could not be read, and why and what to do about it."""

    location: str
    detail: str


class ReadingLine(BaseModel):
    """A reading: `counts` of its steps by kind (new, known, unchanged, set_aside, failed), and what was set aside."""

    number: int
    user: str
    began: datetime
    state: State
    counts: dict[str, int]
    troubles: list[Trouble]
    error: str

    @classmethod
    def of(cls, reading: Reading) -> ReadingLine:
        """The reading as it may be shown."""
        troubles = [Trouble(location=shown(one["location"]), detail=shown(one["detail"])) for one in reading.troubles]
        told = {name: getattr(reading, name) for name in ("number", "user", "began", "state", "counts", "error")}
        return cls(**told, troubles=troubles)


def readings_of(request: Request) -> Readings:
    """The readings of the app of a request."""
    found: Readings = request.app.state.readings
    return found


@router.get("/readings")
def readings(request: Request, _: Admin) -> list[ReadingLine]:
    """The readings since the server was started, the latest first, of all its processes."""
    return list(map(ReadingLine.of, readings_of(request).all()))


@router.get("/readings/{number}")
def reading(request: Request, number: Number, _: Admin) -> ReadingLine:
    """One of them, as far as it has come."""
    return ReadingLine.of(readings_of(request).one(number))


@router.post("/readings", status_code=202, responses={409: {"description": "Something is being read in already."}})
def begin(request: Request, visitor: Admin, told: ToRead) -> ReadingLine:
    """Begin to read; ask for the reading to see how far it has come."""
    files = tuple(Uploaded(file.name, file.text.encode("utf-8", "replace")) for file in told.files)
    wanted = Told(tuple(told.addresses), files, told.outlet, told.published)
    return ReadingLine.of(readings_of(request).begin(visitor.name, wanted))
