"""What the ledger holds as a whole."""

from __future__ import annotations

from fastapi import APIRouter, Request

from kashf.workbench.answers import LedgerState
from kashf.workbench.ledgers import Opened, is_stale, totals
from kashf.workbench.who import Reader

__all__ = ["ledger", "router"]

router = APIRouter(tags=["ledger"])


@router.get("/ledger")
def ledger(request: Request, _: Reader, view: Opened) -> LedgerState:
    """How much there is, and whether the findings are up to date."""
    held = totals(request, view)
    told = {name: getattr(held, name) for name in ("reports", "claims", "origins", "conflicts")}
    return LedgerState(**told, stale=is_stale(view))
