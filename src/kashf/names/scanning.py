"""Names of lists in running text: which entries, of up to some hundred thousand, a report names, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kashf.domain import organisation_words, plain_token
from kashf.names.comparing import Comparison, compare
from kashf.names.keys import LEAST_JOINED, joined_keys, sound_keys
from kashf.names.parts import NameKind, part_of, take_apart
from kashf.names.screening import NAMED, ScreeningOptions, judged_by_kind
from kashf.names.sounds import script
from kashf.names.stretches import Stretch, extended, goes_on, known_bodies_in, merged, within
from kashf.names.text_index import IndexedName, NameTables, packed
from kashf.names.text_words import IsOrdinary, PlacedWord, TextWords, Word, WordReader
from kashf.records import Listed
from kashf.text.folding import search_key

__all__ = ["Spotted", "TextIndex"]

MOST_COMPARED = 12
MOST_SPELLINGS = 4
"""So many entries are compared with one stretch of text, each by so many of its names."""
LEAST_SHARE = 0.4
"""The share of a name's parts that a text must have in a row for the two to be compared."""
LEAST_SHARE_GENERIC = 0.7
"""The same where these parts are such as many names have: «البنك المركزي» finds no central bank of any one country."""
LEAST_LETTERS = 3
CACHED_WORDS = 65_536
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
    Making it takes time in proportion to the names; a text's time hardly depends on them.
    """

    def __init__(self, entries: Iterable[Listed], is_ordinary: IsOrdinary) -> None:
        self.entries: tuple[Listed, ...] = tuple(entries)
        self._tables = NameTables(self.entries)
        self._reader = WordReader(is_ordinary, self._tables.has)
        self._numbered: dict[Word, tuple[int, ...]] = {}
        self._alone: dict[Word, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """How many names can be found."""
        return len(self._tables.names)

    def spot(self, text: str, options: ScreeningOptions | None = None) -> tuple[Spotted, ...]:
        """The entries that a text names, in the order of the text; of one place the likeliest first."""
        options = options or ScreeningOptions(NAMED)
        words = TextWords(text, self._reader)
        bodies = tuple(known_bodies_in(words))
        found = [
            spotted
            for stretch, numbers in self._stretches(words, bodies).items()
            for spotted in self._compared(words, stretch, numbers, options.threshold)
        ]
        return _without_overlaps(found, options.limit)

    # candidates

    def _stretches(self, words: TextWords, bodies: Sequence[Stretch]) -> Mapping[Stretch, list[int]]:
        """The stretches in which names may stand, each with the numbers of these names.

        What stands within the longer name of a known body is none: «حزب الله» in «كتائب حزب الله».
        """
        by_stretch = {body: self._known_as(body) for body in bodies}
        taken = {at: body for body in bodies for at in range(body.first, body.last)}
        for one in (one for readings in words.readings for one in readings):
            numbers = self._named_alone(one.word)
            stretch = Stretch(one.start, one.end, one.first, one.last, 1, one) if numbers else None
            if stretch and not within(stretch, taken):
                by_stretch[stretch] = list(numbers)
        for number, places in self._beside(words).items():
            for stretch in merged(places):
                if not within(stretch, taken):
                    by_stretch.setdefault(stretch, []).append(number)
        return by_stretch

    def _known_as(self, body: Stretch) -> list[int]:
        """The names by which a known body is listed."""
        wanted = self._tables.numbers((f"body {body.body}",))
        return [number for _, numbers in self._tables.lone.find(wanted) for number in numbers]

    def _named_alone(self, word: Word) -> tuple[int, ...]:
        """The names that one word may be, whatever stands around it: those of one part, and those it is glued of."""
        known = self._alone.get(word)
        if known is None:
            keys = (*word.keys, *(() if word.ordinary else joined_keys([word.plain])))
            found = {number for _, several in self._tables.lone.find(self._tables.numbers(keys)) for number in several}
            names = self._tables.names
            known = self._alone[word] = tuple(one for one in sorted(found) if _may_stand_alone(names[one], word))
        return known

    def _beside(self, words: TextWords) -> Mapping[int, list[Stretch]]:
        """By the number of a name, the stretches in which two of its parts, or three, stand beside each other."""
        pairs, places, long, long_places = [], [], [], []
        for one, other, row in self._rows(words):
            pairs.append(row)
            places.append((one, other))
            if row in self._tables.heavy:
                for third, number in self._following(words, other):
                    long.append(packed((row, number)))
                    long_places.append((one, third))
        found: dict[int, list[Stretch]] = defaultdict(list)
        for table, wanted, where, parts in (
            (self._tables.pairs, pairs, places, 2),
            (self._tables.triples, long, long_places, 3),
        ):
            for at, numbers in table.find(wanted):
                one, other = where[at]
                generic = one.word.generic and other.word.generic
                stretch = Stretch(one.start, other.end, one.first, other.last, parts, generic=generic)
                for number in numbers:
                    found[number].append(stretch)
        return found

    def _numbers(self, word: Word) -> tuple[int, ...]:
        known = self._numbered.get(word)
        if known is None:
            known = self._numbered[word] = self._tables.numbers(word.keys)
        return known

    def _rows(self, words: TextWords) -> Iterator[tuple[PlacedWord, PlacedWord, int]]:
        for readings in words.readings:
            for one in readings:
                numbers = self._numbers(one.word)
                if numbers:
                    for other, following in self._following(words, one):
                        yield from ((one, other, packed((number, following))) for number in numbers)

    def _following(self, words: TextWords, one: PlacedWord) -> Iterator[tuple[PlacedWord, int]]:
        at = words.next_part[one.last]
        if at < len(words.readings):
            for other in words.readings[at]:
                if other.start == words.tokens[at].start and goes_on(one, other, words):
                    yield from ((other, number) for number in self._numbers(other.word))

    # comparing

    def _compared(
        self, words: TextWords, stretch: Stretch, numbers: Iterable[int], threshold: float
    ) -> Iterator[Spotted]:
        names = [self._tables.names[number] for number in dict.fromkeys(numbers)]
        likely = _likeliest([name for name in names if _may_be(name, stretch, words)], stretch)
        seen = {"person": extended(words, stretch), "organisation": stretch}
        for name in likely:
            place = seen[name.kind]
            said = words.text[place.start : place.end]
            entry = self.entries[name.owner]
            comparison = judged_by_kind(_comparison(said, name.text, name.kind), entry, name.text, entry.kind)
            if comparison.score >= _least(name, stretch, threshold) and not _is_less(name, place, stretch):
                yield Spotted(entry, place.start, place.end, said, name.text, comparison)


@lru_cache(maxsize=CACHED_WORDS)
def _comparison(said: str, listed: str, kind: NameKind) -> Comparison:
    """Reports name the same few again and again."""
    return compare(said, listed, kind)


# whether a name can be meant


def _least(name: IndexedName, stretch: Stretch, threshold: float) -> float:
    """The least score of a name in a stretch: higher where one word is all there is, and it is not written as
    listed."""
    if stretch.parts > 1 or stretch.body or stretch.lone is None:
        return threshold
    same = plain_token(search_key(name.text)) == stretch.lone.word.plain
    return threshold if same else max(threshold, SURE_ALONE)


def _is_less(name: IndexedName, place: Stretch, stretch: Stretch) -> bool:
    """Whether a person's name of frequent names alone stands within a longer one: «محمد علي» in «محمد علي الحوثي»."""
    if name.kind != "person" or (place.first, place.last) == (stretch.first, stretch.last):
        return False
    return all(part.group == "frequent" for part in take_apart(name.text, "person").parts)


def _likeliest(names: Sequence[IndexedName], stretch: Stretch) -> list[IndexedName]:
    """The names to compare with a stretch: those of as many parts first, a few of each entry."""
    by_owner: dict[int, list[IndexedName]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (name.weak, abs(name.parts - (1 if stretch.body else stretch.parts)))):
        by_owner[name.owner].append(name)
    owners = islice(by_owner.values(), MOST_COMPARED)
    return [name for several in owners for name in several[:MOST_SPELLINGS]]


def _may_be(name: IndexedName, stretch: Stretch, words: TextWords) -> bool:
    if stretch.body is not None:
        return True
    if stretch.lone is not None:
        return not (name.ship or stretch.lone.word.ordinary) or _is_marked(stretch.lone, words)
    if not stretch.generic or name.kind == "person":
        return stretch.parts >= LEAST_SHARE * name.parts
    written = search_key(words.text[stretch.start : stretch.end])
    return stretch.parts >= LEAST_SHARE_GENERIC * name.parts and (name.parts > 2 or written == search_key(name.text))


def _may_stand_alone(name: IndexedName, word: Word) -> bool:
    """Whether one word can name an entry: no weak name, no given name of many, no word of bodies' names.

    In its own script it must be written as the list has it; in another it must have consonants enough.
    """
    if name.weak or len(word.plain) < LEAST_LETTERS or word.meant:
        return False
    listed = search_key(name.text)
    if script(listed) != script(word.plain):
        return not word.ordinary and _sounds_enough(word.plain)
    return plain_token(listed) == word.plain and (not word.ordinary or listed == word.surface)


@lru_cache(maxsize=CACHED_WORDS)
def _sounds_enough(word: str) -> bool:
    return any(len(key) >= LEAST_JOINED for key in sound_keys(part_of(word, "person").heard))


def _is_marked(one: PlacedWord, words: TextWords) -> bool:
    """Whether a word stands between quotation marks, or behind one that says what it is: «تنظيم», «حركة»."""
    before = words.tokens[one.first - 1] if one.first else None
    if before is None:
        return False
    classes = organisation_words()
    kinds = {classes.classes[meaning] for meaning in classes.of(before.norm)}
    return before.norm == '"' or "kind" in kinds


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
