"""Gates: the scores that must not be lost, pinned together with the digest of the corpus they were reached on.

A gate is passed where the score measured, rounded as it is printed, is not below it. When the corpus changes, its
scores are no longer those that were pinned: they are pinned anew, and a gate is lowered only by one who says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kashf.errors import DataError
from kashf.evaluation.table import COUNTS, Group

__all__ = ["Gates", "Shortfall", "pin", "read_gates", "shortfalls", "write_gates"]

Pinned = Mapping[str, Mapping[str, Mapping[str, Mapping[str, float]]]]
"""Language, split, layer and field, as `as_plain` has them."""

HEADER = """\
# The scores that must not be lost, and the corpus they were reached on.
# Made by: kashf evaluate --pin
"""


@dataclass(frozen=True, slots=True)
class Gates:
    """The digest of a corpus and the scores pinned on it."""

    digest: str
    scores: Pinned


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A score below its gate."""

    group: Group
    layer: str
    field: str
    pinned: float
    measured: float

    def __str__(self) -> str:
        return f"{' '.join(self.group)} {self.layer} {self.field}: {self.measured:.3f}, pinned at {self.pinned:.3f}"


def shortfalls(pinned: Pinned, measured: Pinned) -> tuple[Shortfall, ...]:
    """Every score that is below its gate; one that is no longer measured counts as nothing."""
    return tuple(
        Shortfall(group, layer, field, value, reached)
        for group, layer, field, value in _walk(pinned)
        if (reached := _at(measured, group, layer, field)) < value
    )


def pin(gates: Gates | None, digest: str, measured: Pinned, *, lower: bool = False) -> Gates:
    """The gates for what was measured. Raises DataError where a gate would be lowered and `lower` does not allow it."""
    lost = shortfalls(gates.scores, measured) if gates else ()
    if lost and not lower:
        listed = "\n  ".join(map(str, lost))
        raise DataError(f"Scores below their gates:\n  {listed}\nMend what was lost, or pin with --lower to accept it.")
    return Gates(digest, _without_counts(measured))


def read_gates(path: Path) -> Gates | None:
    """The gates of a file; None where there is none. Raises DataError where it is malformed."""
    if not path.exists():
        return None
    try:
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Gates(plain["corpus"], plain["scores"])
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise DataError(f"{path}: not a file of gates ({error}); make it anew with --pin.") from error


def write_gates(gates: Gates, path: Path) -> None:
    """Write the gates to a file."""
    plain = {"corpus": gates.digest, "scores": _plain(gates.scores)}
    path.write_text(HEADER + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _walk(scores: Pinned) -> Iterator[tuple[Group, str, str, float]]:
    for language, splits in scores.items():
        for split, layers in splits.items():
            for layer, fields in layers.items():
                yield from (((language, split), layer, field, value) for field, value in fields.items())


def _at(scores: Pinned, group: Group, layer: str, field: str) -> float:
    language, split = group
    return scores.get(language, {}).get(split, {}).get(layer, {}).get(field, 0.0)


def _without_counts(scores: Pinned) -> Pinned:
    kept: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    for (language, split), layer, field, value in _walk(scores):
        if field not in COUNTS:
            kept.setdefault(language, {}).setdefault(split, {}).setdefault(layer, {})[field] = value
    return kept


def _plain(value: Any) -> Any:
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, Mapping) else value
