"""The language and the light that a reader wants; kept in cookies, for strangers at the door too."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from kashf.workbench.interface import LANGUAGE_COOKIE, NAMES, THEME_COOKIE, THEMES
from kashf.workbench.returning import returned

__all__ = ["chosen", "router"]

A_YEAR = 365 * 24 * 3600
router = APIRouter()
Choice = Annotated[str | None, Form(max_length=20)]


@router.post("/preferences")
def chosen(
    language: Choice = None,
    theme: Choice = None,
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002 - the word in the form
) -> RedirectResponse:
    """Keep what was chosen and go back."""
    answer = returned(next)
    for cookie, choice, known in ((LANGUAGE_COOKIE, language, NAMES), (THEME_COOKIE, theme, THEMES)):
        if choice is not None and choice in known:
            answer.set_cookie(cookie, choice, max_age=A_YEAR, httponly=True, samesite="strict")
    return answer
