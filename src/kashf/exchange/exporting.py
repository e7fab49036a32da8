"""Writing a format: whole or not at all, and never over somebody's folder of other things."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kashf.errors import ExchangeError
from kashf.exchange.formats import Format, FormatWriter
from kashf.exchange.holdings import Holdings

__all__ = ["Making", "export_file", "export_stream", "export_text", "placed"]

Making = Callable[[TextIO], FormatWriter]


def export_stream(making: Making, holdings: Holdings, target: TextIO) -> None:
    """Write to a stream."""
    _all(making(target), holdings)


def export_file(chosen: Format, holdings: Holdings, path: Path) -> None:
    """Write to a path.

    It is made beside the path and put there when it is whole: what an earlier export left there is replaced. Raises
    ExchangeError where a folder is there that holds other things than an export.
    """
    if chosen.shape == "stream":
        export_text(lambda target: chosen.writer(target, holdings), holdings, path)
        return
    with placed(path) as beside:
        _all(chosen.writer(beside, holdings), holdings)


def export_text(making: Making, holdings: Holdings, path: Path) -> None:
    """Write text to a path; a pipe or a device that is there is written to, never replaced."""
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("w", encoding="utf-8", newline="\n") as target:
            _all(making(target), holdings)
        return
    with placed(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as target:
        _all(making(target), holdings)


def _all(writer: FormatWriter, holdings: Holdings) -> None:
    for record in holdings.records():
        writer.write(record)
    writer.finalize()


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A path beside another, to make a file or folder at, which is put in the other's place when all went well.

    Raises ExchangeError where a folder of other things is there.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield beside
        if path.is_dir():
            _check_exported(path, beside)
            shutil.rmtree(path)
        beside.replace(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        beside.unlink(missing_ok=True)


def _check_exported(path: Path, beside: Path) -> None:
    """A folder is replaced only by one that has a file for each of its own: never somebody's folder of other things."""
    if not beside.is_dir() or not {each.name for each in path.iterdir()} <= {each.name for each in beside.iterdir()}:
        raise ExchangeError(f"{path} is a folder that holds other things than an export. Name another.")
