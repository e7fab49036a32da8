"""What changed between two versions of a list, for a terminal and as JSON."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kashf.records import Listed, Watchlist, unstructure
from kashf.views.texts import isolated, shown
from kashf.views.words import Words, words
from kashf.watchlists import Change, Differences, Field

__all__ = ["FORMAT", "differences_json", "print_differences"]

FORMAT = "kashf-list-changes/1"


def differences_json(changed: Differences, older: Watchlist, newer: Watchlist) -> str:
    """One JSON object: what was added and removed in full, of what changed the fields."""
    lists = {"before": _head(older), "after": _head(newer)}
    plain = {
        "added": unstructure(changed.added),
        "removed": unstructure(changed.removed),
        "changed": [_change(each) for each in changed.changed],
    }
    return json.dumps({"format": FORMAT, **lists, **plain}, ensure_ascii=False, indent=2) + "\n"


def _head(watchlist: Watchlist) -> dict[str, Any]:
    return {"name": watchlist.name, "version": watchlist.version, "entries": len(watchlist.entries)}


def _change(change: Change) -> dict[str, Any]:
    return {"key": change.after.key, "name": change.after.name, "fields": unstructure(change.fields)}


def print_differences(changed: Differences, language: str, console: Console) -> None:
    """A line for each entry; of what changed a line for each field."""
    told = words(language)
    for mark, style, entries in (("+", "green", changed.added), ("-", "red", changed.removed)):
        for entry in entries:
            console.print(Text.assemble((f"{mark} ", style), _entry(entry, told)))
    for change in changed.changed:
        console.print(Text.assemble(("~ ", "yellow"), _entry(change.after, told)))
        for field in change.fields:
            console.print(Padding(_field(field, told), (0, 0, 0, 4)))
    counts = {"added": changed.added, "removed": changed.removed, "changed": changed.changed}
    console.print(Text(told.say("list_changes", **{key: told.number(len(one)) for key, one in counts.items()}), "dim"))


def _entry(entry: Listed, told: Words) -> Text:
    return Text.assemble((isolated(shown(entry.name), told.direction), "bold"), (f"  {shown(entry.key)}", "dim"))


def _field(field: Field, told: Words) -> Text:
    line = Text(f"{told.name('details', field.name)}: ", "dim")
    for mark, style, values in (("-", "red", field.gone), ("+", "green", field.new)):
        for value in values:
            line.append(f"{mark} {isolated(shown(value), told.direction)}  ", style)
    return line
