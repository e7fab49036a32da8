"""A story as a finding: its reports in order, its title, its drifting figures, why its reports are one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kashf.comparison.copies import Copy
from kashf.comparison.corpus import Corpus, Item
from kashf.comparison.lineage import Lineage, plain_lineage
from kashf.comparison.quotes import SharedQuote
from kashf.comparison.stories import Story, story_of
from kashf.comparison.storylines import figures_over_time
from kashf.records import Finding

__all__ = ["story_findings"]

MOST_SHARED_NAMES = 5


def story_findings(
    corpus: Corpus,
    stories: Sequence[Story],
    copies: Sequence[Copy],
    quotes: Sequence[SharedQuote],
    lineage: Mapping[str, Lineage],
) -> Iterator[Finding]:
    """A finding for each story: its reports, its title (the earliest report's), when and in what languages, which
    figures were told otherwise as time went on, and who took the text from whom."""
    copied = Counter(_story_pairs(stories, ((copy.first, copy.second) for copy in copies)))
    ends = ((quote.utterances[0].item.position, quote.utterances[-1].item.position) for quote in quotes)
    quoted = Counter(_story_pairs(stories, ends))
    for story in stories:
        items = [corpus.items[position] for position in story.positions]
        reports = tuple(item.id for item in items)
        yield Finding(
            kind="story",
            id=story.id,
            reports=reports,
            members=reports,
            working=_working(corpus, items, copied[story.id], quoted[story.id]),
            fields={
                **_fields(items),
                "figures": figures_over_time(items),
                "copying": plain_lineage(lineage[story.id]),
            },
        )


def _story_pairs(stories: Sequence[Story], pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
    told = story_of(stories)
    for one, other in pairs:
        if one in told and told[one] == told.get(other):
            yield told[one]


def _fields(items: Sequence[Item]) -> dict[str, object]:
    dates = [item.record.report.published.isoformat() for item in items if item.record.report.published]
    return {
        "title": _title(items[0]),
        "first": min(dates, default=None),
        "last": max(dates, default=None),
        "outlets": sorted({item.record.report.outlet for item in items if item.record.report.outlet}),
        "languages": sorted({item.record.report.language for item in items if item.record.report.language}),
    }


def _title(item: Item) -> str:
    lines = (line.strip() for line in item.record.text.splitlines())
    return item.record.report.title or next((line for line in lines if line), item.record.report.source)


def _working(corpus: Corpus, items: Sequence[Item], copies: int, quotes: int) -> str:
    names = _shared_names(corpus, items)
    told = [f"{len(items)} reports are alike in their words, names and numbers"]
    if names:
        told.append(f"most name {', '.join(names)}")
    if copies:
        told.append(f"{copies} pairs reproduce each other's text")
    if quotes:
        told.append(f"{quotes} utterances are quoted by several")
    return "; ".join(told)


def _shared_names(corpus: Corpus, items: Sequence[Item]) -> list[str]:
    named = Counter(
        entity for item in items for entity in {mention.entity for mention in item.record.mentions if mention.entity}
    )
    common = [entity for entity, count in named.items() if 2 * count > len(items) and entity in corpus.entities]
    rarest = sorted(common, key=lambda entity: (corpus.entities[entity].mentions, entity))
    return [corpus.entities[entity].name for entity in rarest[:MOST_SHARED_NAMES]]
