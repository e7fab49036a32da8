"""Claims made up of nothing but their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from kashf.records import Attribution, Claim, Entity, Figure, Finding, Link, Record, Report, Role, Span
from kashf.views import Dossier
from kashf.views.lens import Lens, lens

Filler = tuple[str, str] | tuple[str, str, str] | tuple[str, Figure]


class Maker:
    """Makes records of one claim each, whose text is the words of the claim's parts."""

    def __init__(self) -> None:
        self.made = 0

    def claim(self, kind: str, *fillers: Filler, evidence: str = "", **qualified: Any) -> Record:
        """A record of one claim; a filler is a role with its words and maybe an entity, or with a figure."""
        self.made += 1
        outlet = qualified.pop("outlet", f"Outlet {self.made}")
        chain = tuple(qualified.pop("chain", (Link("person", "Source", name="Source"),)))
        published = qualified.pop("published", date(2021, 3, self.made))
        words = [evidence or "Evidence.", *(self._words(filler) for filler in fillers)]
        places = list(self._places(words))
        text = "\n".join(words)
        figures = tuple(
            self._figure(filler[1], at)
            for filler, at in zip(fillers, places[1:], strict=True)
            if isinstance(filler[1], Figure)
        )
        roles = tuple(self._roles(fillers, words[1:], places[1:]))
        report = Report(f"r-{self.made}", f"{self.made}.txt", text, outlet=outlet, published=published, language="en")
        mode = "indirect" if chain else "own"
        claim = Claim(
            f"c-{self.made}", kind, Span(0, len(words[0]), words[0]), roles, Attribution(mode, chain), **qualified
        )
        return Record(report, figures=figures, claims=(claim,))

    @staticmethod
    def _words(filler: Filler) -> str:
        return filler[1].text if isinstance(filler[1], Figure) else filler[1]

    @staticmethod
    def _places(words: Iterable[str]) -> Iterable[int]:
        at = 0
        for one in words:
            yield at
            at += len(one) + 1

    @staticmethod
    def _figure(figure: Figure, at: int) -> Figure:
        return Figure(
            at,
            at + len(figure.text),
            figure.text,
            *(getattr(figure, name) for name in ("value", "low", "high", "modifier", "unit", "of", "resolved")),
        )

    @staticmethod
    def _roles(fillers: Iterable[Filler], words: list[str], places: list[int]) -> Iterable[Role]:
        figures = 0
        for filler, text, at in zip(fillers, words, places, strict=True):
            is_figure = isinstance(filler[1], Figure)
            entity = filler[2] if len(filler) > 2 else None
            yield Role(filler[0], at, at + len(text), text, entity, None, figures if is_figure else None)
            figures += is_figure


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def seen() -> Callable[..., Lens]:
    """A lens over some records: `seen(*records, language="ar", entities=..., findings=...)`."""

    def look(
        *records: Record,
        language: str = "en",
        entities: Iterable[Entity] = (),
        findings: Iterable[Finding] = (),
        **rest: Any,
    ) -> Lens:
        return lens(Dossier(records, tuple(entities), tuple(findings), **rest), language)

    return look


@pytest.fixture
def figure() -> Callable[..., Figure]:
    """A figure with nothing but its value: `figure(300, "kilogram", modifier="about")`."""

    def make(value: float | None = None, unit: str | None = None, text: str = "figure", **rest: Any) -> Figure:
        return Figure(0, len(text), text, value, unit=unit, **rest)

    return make
