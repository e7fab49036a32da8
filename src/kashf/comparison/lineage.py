"""How the text of a story was handed on: which report took it from which, by copying or by translating."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kashf.comparison.copies import Copy
from kashf.comparison.copying import Model, likely_models
from kashf.comparison.corpus import Corpus
from kashf.comparison.stories import Story, story_of
from kashf.comparison.translated_reports import Meaning, Translated, translated_reports

__all__ = ["Lineage", "handed_on", "lineages", "plain_lineage"]

MOST_SHOWN = 4
"""So many changes in common, and models that were as likely, are named."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The likely models of a story's reports: of those that copy, and of those that translate. A report has one
    model at most."""

    copied: tuple[Model, ...] = ()
    translated: tuple[Translated, ...] = ()


def lineages(
    corpus: Corpus, stories: Sequence[Story], copies: Sequence[Copy], meaning: Meaning | None = None
) -> Mapping[str, Lineage]:
    """The lineage of each story, by its id."""
    told, within = story_of(stories), {story.id: list[Copy]() for story in stories}
    for copy in copies:
        if copy.first in told and told[copy.first] == told.get(copy.second):
            within[told[copy.first]].append(copy)
    return {story.id: _lineage(corpus, story, within[story.id], meaning) for story in stories}


def _lineage(corpus: Corpus, story: Story, copies: Sequence[Copy], meaning: Meaning | None) -> Lineage:
    items = [corpus.items[position] for position in story.positions]
    copied = tuple(likely_models(items, copies))
    if len({item.record.report.language for item in items}) == 1:
        return Lineage(copied)
    modelled = frozenset(model.copy.position for model in copied)
    return Lineage(copied, tuple(translated_reports(items, corpus.entities, modelled, meaning)))


def plain_lineage(lineage: Lineage) -> list[dict[str, Any]]:
    """A lineage as plain values, as a finding has them, in order of publication."""
    copied = ((model.copy.position, _copied(model)) for model in lineage.copied)
    translated = ((pair.second.position, _translated(pair)) for pair in lineage.translated)
    return [plain for _, plain in sorted((*copied, *translated), key=lambda each: each[0])]


def _copied(model: Model) -> dict[str, Any]:
    return {
        "report": model.copy.id,
        "model": model.model.id,
        "way": "copy",
        "share": round(model.share, 3),
        "common_changes": len(model.changes),
        "changes": list(model.changes[:MOST_SHOWN]),
        "credited": model.credited,
        "as_likely": [item.id for item in model.as_likely[:MOST_SHOWN]],
        "ordered": model.ordered,
        **({"agency": model.agency} if model.agency else {}),
    }


def _translated(pair: Translated) -> dict[str, Any]:
    return {
        "report": pair.second.id,
        "model": pair.first.id,
        "way": "translation",
        "share": round(pair.agreement, 3),
        "as_likely": [item.id for item in pair.as_likely[:MOST_SHOWN]],
        "ordered": pair.ordered,
    }


def handed_on(lineage: Mapping[str, Lineage]) -> Iterator[tuple[int, int]]:
    """The positions of the reports that were translated, each with that of its translation."""
    for one in lineage.values():
        yield from ((pair.first.position, pair.second.position) for pair in one.translated)
