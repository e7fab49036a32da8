"""Lists for programs: a page of them as JSON, or all that follows as JSON Lines, sent while it is looked up.

Of a ledger of any size a page is held in memory and no more; between two pages the ledger is looked at anew, so that
what was taken out meanwhile is not sent, and nobody who reads slowly keeps others from writing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, TypeAdapter

from kashf.errors import KashfError
from kashf.ledger import View
from kashf.workbench.paging import MOST, Listed
from kashf.workbench.problems import problem_of
from kashf.workbench.refusing import RefusedError

__all__ = ["AT_FIRST", "LINES", "MEDIA_TYPE", "AsLines", "in_lines", "listed"]

Item = TypeVar("Item")
MEDIA_TYPE = "application/x-ndjson"
AT_FIRST, AT_ONCE = 10, 100
"""Items of the first page that is looked up, whose first line leaves before the others are known; and lines that are
sent at once after it: to send each alone takes as long as to make it."""
LINES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page as JSON; or, asked for as JSON Lines, everything from `cursor` on, without any `limit`: "
        "a line of JSON for each of what `items` (or `hits`) has. Where something goes wrong on the way the last "
        "line is an object whose only key, `problem`, holds problem details.",
        "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
    }
}
"""What a list may be answered with beside its page."""
_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


def _asked(
    request: Request,
    format: Annotated[  # noqa: A002 - the word in the address
        Literal["json", "ndjson"] | None,
        Query(description="`ndjson`: everything that follows, a line each; so, too, `Accept: application/x-ndjson`."),
    ] = None,
) -> bool:
    return format == "ndjson" or (format is None and MEDIA_TYPE in request.headers.get("accept", ""))


AsLines = Annotated[bool, Depends(_asked)]
"""Whether a list is asked for as JSON Lines."""


def listed(
    view: View, as_lines: bool, limit: int, cursor: str | None, ask: Callable[[int, str | None], Listed[Item]]
) -> Listed[Item] | Response:
    """A page of a list, or all that follows as lines; `ask` gives so many from a cursor on."""
    if not as_lines:
        return ask(limit, cursor)

    def items() -> Iterator[Item]:
        found = ask(AT_FIRST, cursor)
        yield from found.items
        while found.next is not None:
            view.refresh()
            found = ask(MOST, found.next)
            yield from found.items

    return in_lines(items())


def in_lines(items: Iterable[object]) -> Response:
    """Things as lines of JSON. The first is made before anything is sent: what is refused, is so with its status."""
    told = _told(iter(items))
    first = list(islice(told, 1))
    rest = iter(lambda: b"".join(islice(told, AT_ONCE)), b"")
    return StreamingResponse(chain(first, rest), media_type=MEDIA_TYPE)


def _told(items: Iterator[object]) -> Iterator[bytes]:
    sent = 0
    try:
        for item in items:
            yield _line(item)
            sent += 1
    except (KashfError, RefusedError) as error:
        if not sent:
            raise
        yield _line({"problem": problem_of(error).model_dump()})


def _line(item: object) -> bytes:
    told = item.model_dump_json().encode() if isinstance(item, BaseModel) else _ANYTHING.dump_json(item)
    return told + b"\n"
