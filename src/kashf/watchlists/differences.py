"""What changed between two versions of a list: added, removed, changed, and in which fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.records import Listed

__all__ = ["Change", "Differences", "Field", "differences"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that changed (`names`, `weak`, `kind` or a detail): what went and what came."""

    name: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that is in both versions and is not the same."""

    before: Listed
    after: Listed
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """The entries that are in one version alone, and those that changed; each in the order of its list."""

    added: tuple[Listed, ...] = ()
    removed: tuple[Listed, ...] = ()
    changed: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def differences(before: Sequence[Listed], after: Sequence[Listed]) -> Differences:
    """What changed from one version to the next. Entries are the same by their key."""
    old, new = {entry.key: entry for entry in before}, {entry.key: entry for entry in after}
    kept = ((old[key], entry) for key, entry in new.items() if key in old and old[key].digest != entry.digest)
    changes = (Change(one, other, tuple(_fields(one, other))) for one, other in kept)
    return Differences(
        added=tuple(entry for key, entry in new.items() if key not in old),
        removed=tuple(entry for key, entry in old.items() if key not in new),
        changed=tuple(change for change in changes if change.fields),
    )


def _fields(before: Listed, after: Listed) -> Iterator[Field]:
    old, new = _said(before), _said(after)
    for name in dict.fromkeys((*old, *new)):
        was, is_now = old.get(name, ()), new.get(name, ())
        gone = tuple(value for value in was if value not in is_now)
        came = tuple(value for value in is_now if value not in was)
        if gone or came:
            yield Field(name, gone, came)
        elif name == "names" and was[0] != is_now[0]:
            yield Field("name", (was[0],), (is_now[0],))


def _said(entry: Listed) -> Mapping[str, tuple[str, ...]]:
    return {"kind": (entry.kind,), "names": entry.names, "weak": entry.weak, **entry.details}
