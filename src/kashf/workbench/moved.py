"""Addresses of what is no more under its id: they lead to what has taken its place, where the ledger knows it."""

from __future__ import annotations

import re
from typing import Any

from fastapi import Request
from fastapi.responses import RedirectResponse

from kashf.ledger import Succession, View
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import address

__all__ = ["API", "MOVED", "sent_on", "was"]

API = "/api/v1"
WAS = "was"
"""What an address says of the id that led to it."""
MOVED: dict[int | str, dict[str, Any]] = {
    307: {"description": "It is part of something else now, whose address `Location` tells."}
}
_PLACES = {"e": "/entities/", "f": "/findings/", "c": "/claims/", "r": "/reports/"}
_ID = re.compile(r"[efr]-[0-9a-f]{16}")


def sent_on(view: View, old: str, within: str = "") -> RedirectResponse:
    """To what has taken the place of an entity, a finding or a report; `within` is where addresses begin. Raises
    RefusedError (404) where the ledger knows of nothing."""
    now = _successor(view.succession(), old)
    if now is None:
        raise RefusedError(404, {"e": "no_entity", "f": "no_finding", "r": "no_report"}[old[0]], id=old)
    place = f"{within}{_PLACES[now[0]]}{now}"
    return RedirectResponse(place if within else address(place, {WAS: old}), 307)


def was(request: Request, view: View, now: str) -> str | None:
    """The id that led to this, where the address says so and it is true."""
    old = request.query_params.get(WAS, "")
    return old if _ID.fullmatch(old) and _successor(view.succession(), old) == now else None


def _successor(succession: Succession, old: str) -> str | None:
    leads = {"e": succession.entity, "f": succession.finding, "r": succession.report}
    return leads[old[0]](old)
