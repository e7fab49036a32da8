"""Screening as JSON and as comma-separated text, for programs and spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kashf.exchange.cells import rows_as_csv
from kashf.records import unstructure
from kashf.views.screening import OnList, Screened, ScreenedHit, Screening
from kashf.views.spotting import TextScreening

__all__ = [
    "CSV_COLUMNS",
    "FORMAT",
    "TEXT_CSV_COLUMNS",
    "TEXT_FORMAT",
    "screening_csv",
    "screening_json",
    "screening_rows",
    "spotting_csv",
    "spotting_json",
    "spotting_rows",
]

FORMAT = "kashf-screening/1"
"""Goes up when a key changes its meaning or goes; a new key leaves it."""
TEXT_FORMAT = "kashf-text-screening/1"
TEXT_CSV_COLUMNS = (
    "source", "report", "start", "end", "words", "list", "key", "name", "kind", "listed_as", "hit", "score", "because",
    "dismissed_by",
)  # fmt: skip
"""The columns of the comma-separated text of screened texts: one row for each place."""
CSV_COLUMNS = (
    "list", "key", "name", "kind", "place", "hit", "score", "entity", "entity_name", "entity_kind", "named_as",
    "standing", "statements", "origins", "strongest", "speaking", "because", "dismissed_by",
)  # fmt: skip
"""The columns of the comma-separated text: one row for each hit, and one for each name of which nothing was found."""


def screening_json(screening: Screening, **more: Any) -> str:
    """The screening as one JSON object over several lines. Statements stand in full where they belong."""
    plain = unstructure(screening)
    head = {"format": FORMAT, "entries": plain["entries"], "hits": screening.hits, "dismissed": plain["dismissed"]}
    return json.dumps({**head, **more, **plain}, ensure_ascii=False, indent=2) + "\n"


def screening_csv(screening: Screening) -> str:
    """One row a hit; what a spreadsheet would run is made harmless."""
    return rows_as_csv(CSV_COLUMNS, screening_rows(screening))


def screening_rows(screening: Screening) -> Iterator[Sequence[object]]:
    """The rows of `CSV_COLUMNS`."""
    for one in screening.screened:
        for hit in one.hits:
            yield (*_entry(one), *_hit(hit))
        for listed in one.on_lists:
            yield (*_entry(one), *_on_list(listed))
        if not one.hits and not one.on_lists:
            yield (*_entry(one), *("" for _ in CSV_COLUMNS[5:]))


def _entry(one: Screened) -> Sequence[object]:
    entry = one.entry
    return entry.watchlist, entry.key, entry.name, entry.kind, entry.place


def _hit(hit: ScreenedHit) -> Sequence[object]:
    entity = hit.entity
    told = [statement for group in hit.origins for statement in group.statements]
    standing = "; ".join(f"{status.text} ({', '.join(status.says)})" for status in entity.statuses)
    return (
        hit.id,
        hit.score,
        entity.id,
        entity.name,
        entity.kind,
        hit.named_as,
        standing,
        len(told),
        len({group.origin.name for group in hit.origins}),
        told[0].text if told else "",
        hit.speaking,
        "; ".join(reason.text for reason in hit.reasons),
        hit.dismissed.user if hit.dismissed and hit.dismissed.holds else "",
    )


def _on_list(hit: OnList) -> Sequence[object]:
    """An entry of another list in the columns of an entity: its list and key for the id."""
    entry = hit.entry
    because = "; ".join(reason.text for reason in hit.reasons)
    empty = ("",) * (CSV_COLUMNS.index("because") - CSV_COLUMNS.index("standing"))
    dismissed_by = hit.dismissed.user if hit.dismissed and hit.dismissed.holds else ""
    return (
        hit.id,
        hit.score,
        f"{entry.watchlist} {entry.key}",
        entry.name,
        entry.kind,
        hit.listed_as,
        *empty,
        because,
        dismissed_by,
    )


def spotting_json(screening: TextScreening, **more: Any) -> str:
    """The screening of texts as one JSON object; offsets are Python string offsets into each report's clean text."""
    plain = unstructure(screening)
    head = {"format": TEXT_FORMAT, "hits": screening.hits, "dismissed": plain["dismissed"]}
    return json.dumps({**head, **more, **plain}, ensure_ascii=False, indent=2) + "\n"


def spotting_csv(screening: TextScreening) -> str:
    """One row for each place at which a text names an entry."""
    return rows_as_csv(TEXT_CSV_COLUMNS, spotting_rows(screening))


def spotting_rows(screening: TextScreening) -> Iterator[Sequence[object]]:
    """The rows of `TEXT_CSV_COLUMNS`."""
    for text in screening.texts:
        for hit in text.hits:
            entry = hit.entry
            because = "; ".join(reason.text for reason in hit.reasons)
            dismissed_by = hit.dismissed.user if hit.dismissed and hit.dismissed.holds else ""
            listed = (entry.watchlist, entry.key, entry.name, entry.kind, hit.listed_as, hit.id, hit.score)
            for place in hit.places:
                at = (place.start, place.end, place.passage.words)
                yield (text.source, text.report, *at, *listed, because, dismissed_by)
