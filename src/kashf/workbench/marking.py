"""A report's text cut up so that what was found in it can be marked in layers, each to be seen or not by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kashf.records import Region
from kashf.views.details import Layer

__all__ = ["KINDS", "Claimed", "Paragraph", "Stretch", "paragraphs"]

KINDS = ("claim", "quote", "mention", "figure", "time")
"""The layers, in the order in which they are offered."""
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim's place in the text; `number` is its place among the claims of the report, from one on."""

    number: int
    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that lie in the same layers: their kinds, what is said of them, the claims that they are evidence of,
    and those whose evidence ends here."""

    text: str
    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    claims: tuple[Claimed, ...]
    ending: tuple[Claimed, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with the kind of the region it begins in."""

    kind: str
    start: int
    stretches: tuple[Stretch, ...]


def paragraphs(
    text: str, regions: Sequence[Region], layers: Sequence[Layer], claims: Sequence[Claimed]
) -> Iterator[Paragraph]:
    """The lines of a text that are not empty, in stretches. All offsets are into the text."""
    for line in _LINE.finditer(text):
        if line.group().strip():
            inside = [layer for layer in layers if layer.start < line.end() and line.start() < layer.end]
            stretches = tuple(_stretches(text, line.span(), inside, claims))
            yield Paragraph(_kind_at(line.start(), regions), line.start(), stretches)


def _kind_at(place: int, regions: Iterable[Region]) -> str:
    return next((region.kind for region in regions if region.start <= place < region.end), "body")


def _stretches(
    text: str, line: tuple[int, int], layers: Sequence[Layer], claims: Sequence[Claimed]
) -> Iterator[Stretch]:
    ends = {place for layer in layers for place in (layer.start, layer.end)}
    cuts = sorted({*line, *(place for place in ends if line[0] < place < line[1])})
    for start, end in pairwise(cuts):
        here = [layer for layer in layers if layer.start <= start and end <= layer.end]
        told = [one for one in claims if one.start <= start and end <= one.end]
        yield Stretch(
            text=text[start:end],
            kinds=tuple(kind for kind in KINDS if any(layer.kind == kind for layer in here)),
            labels=tuple(dict.fromkeys(layer.label for layer in here if layer.kind not in ("claim", "quote"))),
            claims=tuple(told),
            ending=tuple(one for one in told if one.end == end),
        )
