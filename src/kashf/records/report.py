"""A report: clean text that never changes, and what is known of where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kashf.errors import AnchorError
from kashf.records.identity import content_id

__all__ = ["Region", "RegionKind", "Report"]

RegionKind = Literal["title", "body", "caption", "byline", "dateline", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text and what it is. Cleaning marks, it never deletes: boilerplate is a region too."""

    kind: RegionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read.

    `text` is the clean text every offset of a record points into; it begins with the title where there is one.
    `source` is where it was read from (a path, `archive.zip!member`, a web address); `language` an ISO 639-1 code,
    None where it was not told; `published` the day of publication, None where nothing says it; `repairs` says in
    words what had to be mended to read it (an encoding, for one).
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    story: str | None = None
    regions: tuple[Region, ...] = ()
    repairs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for region in self.regions:
            if not 0 <= region.start <= region.end <= len(self.text):
                raise AnchorError(
                    f"{self.source}: the {region.kind} region {region.start}:{region.end} lies outside the text "
                    f"of {len(self.text)} characters; read the report again."
                )

    @staticmethod
    def identify(text: str, url: str | None, outlet: str | None, published: date | None) -> str:
        """The id of a report: what it says, where it stood and when. The path it was read from is no part of it."""
        return content_id("r", text, url, outlet, published)

    def spoken(self) -> tuple[Region, ...]:
        """The regions that carry the report's own statements: its title and its body, in order."""
        return tuple(region for region in self.regions if region.kind in ("title", "body"))
