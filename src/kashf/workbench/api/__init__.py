"""The interface for programs, version 1: each module has a `router`, whose routes stand under `/api/v1`."""

from __future__ import annotations

from typing import Any

from kashf.workbench.problems import Problem

__all__ = ["PROBLEMS"]

PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The request can not be understood, or names another host."},
    401: {"model": Problem, "description": "It takes an account."},
    403: {"model": Problem, "description": "The account may not, or the change does not carry its session's word."},
    404: {"model": Problem, "description": "There is no such thing."},
    405: {"model": Problem, "description": "There is no such method here."},
    413: {"model": Problem, "description": "The request is larger than is taken."},
    422: {"model": Problem, "description": "Something in the request is not what it must be; `errors` says what."},
    429: {"model": Problem, "description": "Too often; `Retry-After` says for how many seconds."},
    503: {"model": Problem, "description": "The ledger can not be used now; `Retry-After` says for how many seconds."},
}
"""What any route may answer beside what it is asked for."""
