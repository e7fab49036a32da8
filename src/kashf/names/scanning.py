"""Names of lists in running text: which entries, of up to some hundred thousand, a report names, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from kashf.domain import plain_token
from kashf.names.comparing import Comparison
from kashf.names.finding import Finder, may_be
from kashf.names.list_index import IndexedName, ListIndex
from kashf.names.parts import TakenApart
from kashf.names.screening import NAMED, ScreeningOptions, judged_by_kind
from kashf.names.stretches import Stretch, extended, known_bodies_in
from kashf.names.text_words import IsOrdinary, TextWords, WordReader
from kashf.records import Listed
from kashf.text.folding import search_key

__all__ = ["Spotted", "TextIndex"]

MOST_COMPARED = 12
MOST_SPELLINGS = 4
"""So many entries are compared with one stretch of text, each by so many of its names."""
SURE_ALONE = 0.95
"""The least score of a name that is found by one word of another script, or by words written as one."""
COVERS = 0.8
"""A longer stretch with this score or more leaves no room for other names within it."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A stretch of a text that may name an entry: `text[start:end]` is `words`."""

    entry: Listed
    start: int
    end: int
    words: str
    listed_as: str
    comparison: Comparison

    @property
    def score(self) -> float:
        """How likely the words name the entry, 0 to 1."""
        return self.comparison.score


class TextIndex:
    """The names of lists, made to be found in texts.

    `is_ordinary` tells of a folded Arabic word without «و», «ب» and «ل» whether the language has it as a word of its
    own: such a word is a part of a name only where the list writes it just so, or where it is known as a name.
    Making it takes time in proportion to the names of the entries; `lists` are such as have been indexed before. A
    text's time hardly depends on how many names there are.
    """

    def __init__(self, entries: Iterable[Listed], is_ordinary: IsOrdinary, lists: Iterable[ListIndex] = ()) -> None:
        found = tuple(entries)
        every = (*lists, ListIndex(found)) if found else tuple(lists)
        self._finders = tuple(map(Finder, every))
        self._reader = WordReader(is_ordinary, lambda key: any(one.tables.has(key) for one in every))

    def __len__(self) -> int:
        """How many names can be found."""
        return sum(len(finder.index) for finder in self._finders)

    def spot(self, text: str, options: ScreeningOptions | None = None) -> tuple[Spotted, ...]:
        """The entries that a text names, in the order of the text; of one place the likeliest first."""
        options = options or ScreeningOptions(NAMED)
        words = TextWords(text, self._reader)
        bodies = tuple(known_bodies_in(words))
        found = [
            spotted
            for finder in self._finders
            for stretch, numbers in finder.stretches(words, bodies).items()
            for spotted in _compared(finder, _Sought(words, stretch, options.threshold), numbers)
        ]
        return _without_overlaps(found, options.limit)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A stretch of a text, and from which score on a name in it counts."""

    words: TextWords
    stretch: Stretch
    threshold: float


def _compared(finder: Finder, sought: _Sought, numbers: Iterable[int]) -> Iterator[Spotted]:
    """The names of a list that are likely in a stretch."""
    index, words, stretch = finder.index, sought.words, sought.stretch
    names = [index.indexed(number) for number in dict.fromkeys(numbers)]
    likely = _likeliest(
        [name for name in names if may_be(name, partial(index.text, name.number), stretch, words)], stretch
    )
    seen = {"person": extended(words, stretch), "organisation": stretch} if likely else {}
    for name in likely:
        place = seen[name.kind]
        said = words.text[place.start : place.end]
        found = finder.compare(said, name.number, sought.threshold)
        if found is None:
            continue
        listed, entry = index.taken(name.number), index.entries[name.owner]
        comparison = judged_by_kind(found, entry, listed.name, entry.kind)
        if comparison.score >= _least(listed, stretch, sought.threshold) and not _is_less(listed, place, stretch):
            yield Spotted(entry, place.start, place.end, said, listed.name, comparison)


# whether a name can be meant


def _least(listed: TakenApart, stretch: Stretch, threshold: float) -> float:
    """The least score of a name in a stretch: higher where one word is all there is, and it is not written as
    listed."""
    if stretch.parts > 1 or stretch.body or stretch.lone is None:
        return threshold
    same = plain_token(search_key(listed.name)) == stretch.lone.word.plain
    return threshold if same else max(threshold, SURE_ALONE)


def _is_less(listed: TakenApart, place: Stretch, stretch: Stretch) -> bool:
    """Whether a person's name of frequent names alone stands within a longer one: «محمد علي» in «محمد علي الحوثي»."""
    if listed.kind != "person" or (place.first, place.last) == (stretch.first, stretch.last):
        return False
    return all(part.group == "frequent" for part in listed.parts)


def _likeliest(names: Sequence[IndexedName], stretch: Stretch) -> list[IndexedName]:
    """The names to compare with a stretch: those of as many parts first, a few of each entry."""
    parts = 1 if stretch.body else stretch.parts
    by_owner: dict[int, list[IndexedName]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (name.weak, abs(name.parts - parts))):
        by_owner[name.owner].append(name)
    owners = islice(by_owner.values(), MOST_COMPARED)
    return [name for several in owners for name in several[:MOST_SPELLINGS]]


# of what overlaps the likeliest


def _without_overlaps(found: Iterable[Spotted], limit: int) -> tuple[Spotted, ...]:
    best: dict[tuple[int, int, int], Spotted] = {}
    for one in found:
        place = id(one.entry), one.start, one.end
        if place not in best or one.score > best[place].score:
            best[place] = one
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.start - one.end))
    kept: list[Spotted] = []
    places: dict[tuple[int, int], int] = defaultdict(int)
    for one in ranked:
        if places[one.start, one.end] < limit and not any(_is_covered(one, other) for other in ranked):
            places[one.start, one.end] += 1
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.start, -one.score, one.end)))


def _is_covered(one: Spotted, other: Spotted) -> bool:
    """Whether another stretch holds this one and is longer, or names the same entry from the same words better."""
    overlaps = one.start < other.end and other.start < one.end
    longer = other.end - other.start > one.end - one.start
    if not overlaps or one is other:
        return False
    if other.entry is one.entry:
        return (other.score, other.end - other.start) > (one.score, one.end - one.start)
    return longer and other.start <= one.start and one.end <= other.end and other.score >= COVERS
