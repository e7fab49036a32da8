"""Screening for a page or a program: names against all that was read and the lists that are kept, texts against lists.

The ledger is never read whole: where few names are in it they are indexed once for as long as nothing changes, of many
only those are that a name or a text leads to; and only of those that a name may be are reports read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fastapi import Request

from kashf.ledger import View
from kashf.names.list_index import ListIndex
from kashf.names.ordinary import is_ordinary
from kashf.names.scanning import TextIndex
from kashf.names.screening import LIKELY, NAMED, SCREENED, ScreeningOptions
from kashf.names.text_keys import text_keys
from kashf.reading.files import File
from kashf.records import Entity, Listed, Report, Watchlist
from kashf.text import search_key
from kashf.views.dossier import Dossier
from kashf.views.excerpt import excerpt
from kashf.views.screening import Screening, ScreeningManner, screened_entries, without_dismissed
from kashf.views.spotting import TextScreening, screened_text, without_dismissed_texts
from kashf.watchlists import ListOptions, read_file
from kashf.watchlists.kept_indexes import KeptIndexes
from kashf.workbench.ledgers import kept_of
from kashf.workbench.naming import likely, names_at_hand
from kashf.workbench.refusing import RefusedError

__all__ = [
    "LEDGER",
    "LONGEST_TEXT",
    "MOST_NAMES",
    "Asked",
    "check_lists",
    "check_text",
    "listed_names",
    "names_in_file",
    "screened",
    "spotted",
    "spotted_in",
]

MOST_NAMES, LONGEST_TEXT = 1000, 200_000
"""Names screened at once, and characters of a text: some seconds' work."""
REPORTS_OF_ONE, REPORTS_OF_ALL = 60, 240
"""Reports read of an entity that a name may be, the latest, and of all together."""
MOST_LED_TO = 2_000
"""Entities that a text is held against, those to which most keys of it lead: a second's work."""
LEDGER = "@ledger"
"""What the names in the ledger are called as a list. No list that is kept is: their names begin with a letter."""
INDEXES = "-indexes"


@dataclass(frozen=True, slots=True)
class Asked:
    """How to screen: against which lists (None: all that are kept), from which score on, how many hits of each name,
    and whether dismissed ones are told too."""

    language: str = "en"
    lists: tuple[str, ...] | None = None
    threshold: float | None = None
    limit: int = 10
    dismissed: bool = False


def listed_names(names: Sequence[str]) -> Watchlist:
    """The names as a list, each once. Raises RefusedError where there are too many, or none."""
    told = tuple(dict.fromkeys(name for each in names if (name := " ".join(each.split()))))
    _check_many(len(told))
    entries = (Listed(search_key(name) or name, "unknown", (name,), place=str(at)) for at, name in enumerate(told, 1))
    return Watchlist("names", "names", tuple({entry.key: entry for entry in entries}.values()))


def names_in_file(name: str, data: bytes) -> Watchlist:
    """The names in a file of any format that lists have. Raises ReadingError; RefusedError as `listed_names`."""
    found = read_file(File(name, data), ListOptions("names")).watchlist
    _check_many(len(found.entries))
    return found


def _check_many(many: int) -> None:
    if not many:
        raise RefusedError(422, "no_names")
    if many > MOST_NAMES:
        raise RefusedError(422, "many_names", many=many, most=MOST_NAMES)


def check_text(text: str) -> None:
    """Raises RefusedError where a text is too long, or empty."""
    if len(text) > LONGEST_TEXT:
        raise RefusedError(422, "long_text", most=LONGEST_TEXT)
    if not text.strip():
        raise RefusedError(422, "no_names")


def check_lists(view: View, wanted: tuple[str, ...] | None) -> None:
    """Raises RefusedError where one of the lists is not kept."""
    kept = {each.name for each in view.watchlists()}
    for name in wanted or ():
        if name not in kept and name != LEDGER:
            raise RefusedError(404, "no_list", name=name)


def screened(request: Request, view: View, names: Watchlist, asked: Asked) -> Screening:
    """The names against everybody spoken of in the ledger, and against lists."""
    options = ScreeningOptions(LIKELY if asked.threshold is None else asked.threshold, asked.limit)
    manner = _manner(request, view, asked, options)
    dossier = _about(view, _likely(request, view, names, options))
    found = screened_entries(dossier, names, manner, _lists(view, asked.lists))
    return found if asked.dismissed else without_dismissed(found)


def spotted_in(request: Request, view: View, texts: Sequence[str], asked: Asked) -> TextScreening:
    """Several texts, one after the other; their hits in the order of the texts, each under its number. Raises
    RefusedError as `spotted`, and where they are too long together."""
    check_text("".join(texts))
    each = [spotted(request, view, text, asked, str(number)) for number, text in enumerate(texts, 1)]
    told = tuple(one for found in each for one in found.texts)
    return replace(each[0], texts=told, dismissed=sum(found.dismissed for found in each))


def spotted(request: Request, view: View, text: str, asked: Asked, called: str = "-") -> TextScreening:
    """A text against lists, and against the names in the ledger where they are asked for. Raises RefusedError where it
    is too long or there is nothing to hold it against."""
    check_text(text)
    options = ScreeningOptions(NAMED if asked.threshold is None else asked.threshold, asked.limit)
    manner = _manner(request, view, asked, options)
    held = _held_against(request, view, text, asked, manner)
    report = Report(Report.identify(text, None, None, None), called, text)
    told = screened_text(report, held.index(), held.names, manner)
    found = TextScreening(asked.language, held.told, held.many, (told,))
    return found if asked.dismissed else without_dismissed_texts(found)


@dataclass(frozen=True, slots=True)
class _Against:
    """Lists that a text is held against, each indexed: their names, the name of the list by the `id()` of an entry,
    and how many names they have."""

    told: tuple[str, ...]
    indexes: tuple[ListIndex, ...]
    names: dict[int, str]
    many: int

    @classmethod
    def of(cls, lists: Sequence[Watchlist], indexes: Sequence[ListIndex]) -> _Against:
        """These lists."""
        named = {id(entry): each.name for each, made in zip(lists, indexes, strict=True) for entry in made.entries}
        return cls(tuple(each.name for each in lists), tuple(indexes), named, sum(map(len, indexes)))

    def index(self) -> TextIndex:
        """What finds their names in a text."""
        return TextIndex((), is_ordinary, self.indexes)

    def and_also(self, other: _Against, many: int) -> _Against:
        """These and others, which are some of so many names."""
        told = (*self.told, *other.told)
        return _Against(told, (*self.indexes, *other.indexes), self.names | other.names, self.many + many)


def _manner(request: Request, view: View, asked: Asked, options: ScreeningOptions) -> ScreeningManner:
    ledger = kept_of(request).settings.ledger
    folder = ledger.with_name(f"{ledger.name}{INDEXES}")
    indexes = KeptIndexes(Path(folder), (one.digest for one in view.watchlists()))
    return ScreeningManner(asked.language, view.dismissals(), options, indexes.of)


def _lists(view: View, wanted: tuple[str, ...] | None) -> tuple[Watchlist, ...]:
    """The lists of these names. Raises RefusedError where one is not kept."""
    check_lists(view, wanted)
    kept = {each.name: each.number for each in view.watchlists()}
    numbers = (kept[name] for name in (kept if wanted is None else wanted) if name in kept)
    return tuple(each for each in map(view.watchlist, numbers) if each is not None)


def _held_against(request: Request, view: View, text: str, asked: Asked, manner: ScreeningManner) -> _Against:
    """What a text is held against. Lists are indexed once. So are the names in the ledger where they are few; of many
    those alone that keys of the text lead to."""
    kept = kept_of(request)
    numbers = tuple((one.name, one.number) for one in view.watchlists())
    lists = kept.remembered.of(view, ("texts", asked.lists, numbers), lambda seen: _of_lists(seen, asked, manner))
    if LEDGER not in (asked.lists or ()) and lists.told:
        return lists
    at_hand = names_at_hand(kept, view)
    if at_hand is None:
        spoken = kept.remembered.of(view, "texts", lambda seen: _of_ledger(seen.entity_names(*sorted(SCREENED))))
        return lists.and_also(spoken, spoken.many)
    led_to = view.entities_keyed(text_keys(text, is_ordinary), SCREENED, MOST_LED_TO)
    return lists.and_also(_of_ledger(led_to), len(at_hand))


def _of_lists(view: View, asked: Asked, manner: ScreeningManner) -> _Against:
    lists = _lists(view, asked.lists)
    return _Against.of(lists, tuple(map(manner.indexed, lists)))


def _of_ledger(entities: Iterable[Entity]) -> _Against:
    named = Watchlist(LEDGER, "ledger", tuple(map(_as_listed, entities)))
    return _Against.of((named,), (ListIndex.of(named),))


def _as_listed(entity: Entity) -> Listed:
    return Listed(entity.id, entity.kind, tuple(dict.fromkeys((entity.name, *entity.names))))


def _likely(request: Request, view: View, names: Watchlist, options: ScreeningOptions) -> list[str]:
    """The ids of the entities that the names may be, those of the likeliest first."""
    kinds, limits = tuple(sorted(SCREENED)), (options.limit, options.threshold)
    each = [name for entry in names.entries for name in (*entry.names, *entry.weak)]
    best: dict[str, float] = {}
    for name in each:
        for hit in likely(request, view, name, kinds, limits):
            best[hit.key] = max(hit.score, best.get(hit.key, 0.0))
    return sorted(best, key=lambda entity: -best[entity])


def _about(view: View, ids: Sequence[str]) -> Dossier:
    """A dossier of some entities: the latest reports that name them, and what was found across these."""
    reports = dict.fromkeys(report for entity in ids for report in view.naming(entity, REPORTS_OF_ONE))
    read = list(reports)[:REPORTS_OF_ALL]
    findings = {finding.id: finding for report in read for finding in view.findings_of(report)}
    told = excerpt(view, tuple(findings.values()), read, carriers=0)
    whole = tuple(entity for each in ids if (entity := view.entity(each)) is not None)
    others = tuple(entity for entity in told.entities if entity.id not in ids)
    return replace(told, entities=(*whole, *others))
