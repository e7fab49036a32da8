"""What screening a text comes to: the entries of lists that it names, and the passages that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kashf.names.scanning import Spotted, TextIndex
from kashf.names.screening import pair_id
from kashf.records import Record, Report
from kashf.views.passages import Passage, passage
from kashf.views.screening import Hit, ListedLine, ScreeningManner, dismissal, hit_id, listed_line, reasons
from kashf.views.texts import shown
from kashf.views.words import words

__all__ = ["Place", "ScreenedText", "TextHit", "TextScreening", "screened_text", "without_dismissed_texts"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: offsets of the report's clean text, and the passage around it."""

    start: int
    end: int
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHit(Hit):
    """An entry that a text names: its best score, by which names, and every place. Its `id` holds for this text."""

    entry: ListedLine
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ScreenedText:
    """A report and the entries it names, the likeliest first; `dismissed` counts hits of it that are left out."""

    report: str
    source: str
    title: str
    hits: tuple[TextHit, ...] = ()
    dismissed: int = 0


@dataclass(frozen=True, slots=True)
class TextScreening:
    """The texts that were screened, against which lists, with how many names."""

    language: str
    lists: tuple[str, ...]
    names: int
    texts: tuple[ScreenedText, ...]
    dismissed: int = 0

    @property
    def hits(self) -> int:
        """How many hits are shown."""
        return sum(len(text.hits) for text in self.texts)


def screened_text(report: Report, index: TextIndex, lists: dict[int, str], manner: ScreeningManner) -> ScreenedText:
    """A report against an index. `lists` leads from the `id()` of an entry to the name of its list."""
    spotted: dict[int, list[Spotted]] = {}
    for one in index.spot(report.text, manner.options):
        spotted.setdefault(id(one.entry), []).append(one)
    hits = sorted(_hits(report, spotted.values(), lists, manner), key=lambda hit: (-hit.score, hit.places[0].start))
    return ScreenedText(report.id, shown(report.source), shown(report.title), tuple(hits))


def _hits(
    report: Report, groups: Iterable[list[Spotted]], lists: dict[int, str], manner: ScreeningManner
) -> Iterator[TextHit]:
    told, record = words(manner.language), Record(report)
    for group in groups:
        best = max(group, key=lambda one: one.score)
        watchlist = lists[id(best.entry)]
        rests_on = hit_id(pair_id(best.entry, f"{watchlist} {report.id}"), best.entry.digest)
        yield TextHit(
            id=rests_on,
            score=round(best.score, 3),
            listed_as=shown(best.listed_as),
            named_as=shown(best.words),
            reasons=reasons(best.comparison, told),
            entry=listed_line(best.entry, watchlist, told),
            places=tuple(Place(one.start, one.end, passage(record, one.start, one.end)) for one in group),
            dismissed=dismissal(rests_on, manner.dismissals),
        )


def without_dismissed_texts(screening: TextScreening) -> TextScreening:
    """The same without the hits that stay dismissed, which are counted."""
    kept = tuple(map(_standing, screening.texts))
    told = replace(screening, texts=kept)
    return replace(told, dismissed=screening.dismissed + screening.hits - told.hits)


def _standing(text: ScreenedText) -> ScreenedText:
    hits = tuple(hit for hit in text.hits if hit.stands)
    return replace(text, hits=hits, dismissed=text.dismissed + len(text.hits) - len(hits))
