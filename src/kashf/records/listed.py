"""Lists of names: official lists of whom measures are against, and anyone's own lists of customers or suspects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kashf.records.identity import content_id
from kashf.records.spans import MentionKind

__all__ = ["Listed", "Watchlist"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list: a person, body, ship or aircraft with all its names.

    `key` is what the list itself calls the entry, `names` the names it gives, the best first, in any script;
    `weak` those that it says are weak, or that many others bear too. `details` are what else it says, by the names of
    `watchlists/details.yaml` (born, nationality, programme, ...); `place` is where in the file the entry stood.
    """

    key: str
    kind: MentionKind
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""

    @property
    def name(self) -> str:
        """The name the list gives first."""
        return self.names[0]

    @property
    def digest(self) -> str:
        """A hash of all that the list says of the entry; where it stood in the file is no part of it."""
        said = (f"{name}={value}" for name, values in sorted(self.details.items()) for value in values)
        return content_id("l", self.key, self.kind, *self.names, None, *self.weak, None, *said)


@dataclass(frozen=True, slots=True)
class Watchlist:
    """A list as it was published once: its name (`un`, `ofac-sdn`), the format it was in, and its entries.

    `version` is the day or moment of publication that the list gives itself, as ISO 8601 where that could be
    read; None where it gives none.
    """

    name: str
    format: str
    entries: tuple[Listed, ...]
    version: str | None = None

    @property
    def digest(self) -> str:
        """A hash of all entries, whatever their order."""
        return content_id("w", *sorted(entry.digest for entry in self.entries))
