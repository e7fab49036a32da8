"""The formats there are: `mappings/formats.yaml` names them, and the command line and the page on exchange read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Protocol, TextIO

from kashf.exchange.mappings import mapping
from kashf.records import Record

__all__ = ["Format", "FormatWriter", "format_of", "formats"]

Shape = Literal["stream", "file", "folder"]


class FormatWriter(Protocol):
    """Writes one format; the records are given to it one at a time."""

    def write(self, record: Record) -> None:
        """Take a record."""

    def finalize(self) -> None:
        """Write what is over the records, and end."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name: what a target has to be, which endings of file names mean it, who writes it."""

    name: str
    shape: Shape
    endings: tuple[str, ...]
    maker: str
    holds: str

    def writer(self, target: TextIO | Path, holdings: Any) -> FormatWriter:
        """A writer to a text stream, or to a path where nothing is yet, as the shape asks for."""
        module, _, name = self.maker.partition(":")
        made: FormatWriter = getattr(import_module(f"kashf.exchange.{module}"), name)(target, holdings)
        return made


@cache
def formats() -> Mapping[str, Format]:
    """The formats by name, in the order in which they are told."""
    return {
        name: Format(name, plain["shape"], tuple(plain["endings"]), plain["maker"], plain["holds"])
        for name, plain in mapping("formats").items()
    }


def format_of(path: str) -> Format | None:
    """The format that the name of a file means; None where it means none."""
    name = path.lower()
    return next((each for each in formats().values() if name.endswith(each.endings or ("\0",))), None)
