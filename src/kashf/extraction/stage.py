"""A stage of the chain: what it needs, what it gives, and whether a chain of them holds together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kashf.errors import DataError
from kashf.extraction.draft import Draft

__all__ = ["Stage", "check_chain"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: a pure function from draft to draft, with the parts of the draft it needs and those it gives."""

    name: str
    run: Callable[[Draft], Draft]
    needs: tuple[str, ...]
    gives: tuple[str, ...]


def check_chain(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages, if each finds what it needs when its turn comes. Raises DataError where one does not."""
    given = {"report"}
    checked = tuple(stages)
    for stage in checked:
        missing = [part for part in stage.needs if part not in given]
        if missing:
            raise DataError(f"The stage '{stage.name}' needs {', '.join(missing)}, which no stage before it gives.")
        given.update(stage.gives)
    return checked
