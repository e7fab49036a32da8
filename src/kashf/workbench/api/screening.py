"""Screening in batches: names against what was read and the lists that are kept, a text against lists."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from kashf.views.screening import Screening
from kashf.views.spotting import TextScreening
from kashf.workbench.apart import lasting
from kashf.workbench.ledgers import Opened
from kashf.workbench.screening import LONGEST_TEXT, MOST_NAMES, Asked, listed_names, screened, spotted, spotted_in
from kashf.workbench.who import Reader

__all__ = ["KeptLine", "Names", "Text", "lists", "router", "screen_names", "screen_text"]

MOST_TEXTS = 100
"""Texts screened at once."""
router = APIRouter(tags=["screening"])


class _How(BaseModel):
    """How to screen. `lists` are names of lists that are kept, all where it is null; `threshold` is the least score, 0
    to 1; `dismissed` tells what analysts dismissed too."""

    lists: list[Annotated[str, Field(max_length=300)]] | None = Field(default=None, max_length=100)
    threshold: float | None = Field(default=None, ge=0.05, le=1)
    limit: int = Field(default=10, ge=1, le=50)
    dismissed: bool = False
    language: Literal["en", "ar"] = "en"

    def asked(self) -> Asked:
        """The same as a value."""
        lists = None if self.lists is None else tuple(dict.fromkeys(self.lists))
        return Asked(self.language, lists, self.threshold, self.limit, self.dismissed)


class Names(_How):
    """Names to be screened, in any script."""

    names: list[Annotated[str, Field(max_length=1000)]] = Field(min_length=1, max_length=MOST_NAMES)


class Text(_How):
    """A text to be screened, or several in `texts`, which are no longer together than one may be. `@ledger` among the
    lists are all who are spoken of in the ledger."""

    text: str | None = Field(default=None, min_length=1, max_length=LONGEST_TEXT)
    texts: list[Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]] = Field(
        default_factory=list, max_length=MOST_TEXTS
    )


class KeptLine(BaseModel):
    """A list that is screened against: its name, how many entries it has, the version that it gives itself."""

    name: str
    size: int
    version: str | None


@router.get("/screening/lists")
def lists(_: Reader, view: Opened) -> list[KeptLine]:
    """The lists that are kept; keep one with `kashf lists add FILE`."""
    return [KeptLine(name=one.name, size=one.size, version=one.version) for one in view.watchlists()]


@router.post("/screening/names")
@lasting
def screen_names(request: Request, _: Reader, view: Opened, told: Names) -> Screening:
    """Each name with whom it may be of those spoken of in the ledger, what is said of them and on whose word, and which
    entries of lists it may be. A hit is dismissed with a judgement of kind `dismiss`: its id before the dot is the
    subject, what stands after it the `evidence`."""
    return screened(request, view, listed_names(told.names), told.asked())


@router.post("/screening/text")
@lasting
def screen_text(request: Request, _: Reader, view: Opened, told: Text) -> TextScreening:
    """The entries of lists that a text names, with every place in which it does; of `texts` each under its number
    (`source`)."""
    if told.text is not None and not told.texts:
        return spotted(request, view, told.text, told.asked())
    return spotted_in(request, view, [*filter(None, (told.text,)), *told.texts], told.asked())
