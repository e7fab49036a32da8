"""Where in a text names of a list may stand, and which: by words side by side, by one word, by a known body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from kashf.domain import organisation_words, plain_token
from kashf.names.comparing import Comparison, compared, weighed
from kashf.names.keys import LEAST_JOINED, is_sure, joined_keys, sound_keys
from kashf.names.list_index import IndexedName, ListIndex
from kashf.names.parts import NameKind, TakenApart, alternatives, part_of, take_apart
from kashf.names.sieve import Glance
from kashf.names.sounds import script
from kashf.names.stretches import Stretch, goes_on, merged, within
from kashf.names.text_index import pair_of, three_of
from kashf.names.text_words import PlacedWord, TextWords, Word
from kashf.text.folding import search_key

__all__ = ["Finder", "may_be"]

LEAST_SHARE = 0.4
"""The share of a name's parts that a text must have in a row for the two to be compared."""
LEAST_SHARE_GENERIC = 0.7
"""The same where these parts are such as many names have: «البنك المركزي» finds no central bank of any one country."""
LEAST_LETTERS = 3
CACHED_WORDS = 65_536
CACHED_GLANCES = 8_192


class Finder:
    """A list that is looked for in texts. It remembers what words find."""

    __slots__ = ("_alone", "_compared", "_looked", "_numbered", "_tables", "index")

    def __init__(self, index: ListIndex) -> None:
        self.index = index
        self._tables = index.tables
        self._numbered: dict[Word, tuple[tuple[int, bool], ...]] = {}
        self._alone: dict[Word, tuple[int, ...]] = {}
        self._compared: dict[tuple[str, int, float], Comparison | None] = {}
        self._looked: dict[tuple[str, NameKind, float], tuple[tuple[TakenApart, Glance], ...]] = {}

    def compare(self, said: str, number: int, least: float) -> Comparison | None:
        """How likely words are the name of a number; None where less than `least`. Reports name the same few again and
        again."""
        key = said, number, least
        if key not in self._compared:
            if len(self._compared) > CACHED_WORDS:
                self._compared.clear()
            self._compared[key] = self._comparison(said, number, least)
        return self._compared[key]

    def _comparison(self, said: str, number: int, least: float) -> Comparison | None:
        glances = self._glances(said, self.index.kind(number), least)
        may_be = [one for one, glance in glances if self.index.may_be(one, number, glance)]
        if not may_be:
            return None
        listed = self.index.taken(number)
        score, found = max((weighed(one, listed, least) for one in may_be), key=lambda pair: pair[0])
        return compared(found) if score >= least else None

    def _glances(self, said: str, kind: NameKind, least: float) -> tuple[tuple[TakenApart, Glance], ...]:
        key = said, kind, least
        if key not in self._looked:
            if len(self._looked) > CACHED_GLANCES:
                self._looked.clear()
            taken = (take_apart(one, kind) for one in alternatives(said))
            self._looked[key] = tuple((one, self.index.glance(one, least)) for one in taken)
        return self._looked[key]

    def stretches(self, words: TextWords, bodies: Sequence[Stretch]) -> Mapping[Stretch, list[int]]:
        """The stretches in which names may stand, each with the numbers of these names.

        What stands within the longer name of a known body is none: «حزب الله» in «كتائب حزب الله».
        """
        by_stretch = {body: self._known_as(body) for body in bodies}
        taken = {at: body for body in bodies for at in range(body.first, body.last)}
        alone = self._alone.get
        for one in chain.from_iterable(words.readings):
            numbers = alone(one.word)
            if numbers is None:
                numbers = self._named_alone(one.word)
            if numbers:
                stretch = Stretch(one.start, one.end, one.first, one.last, 1, one)
                if not within(stretch, taken):
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
        if len(self._alone) > CACHED_WORDS:
            self._alone.clear()
        keys = (*word.keys, *(() if word.ordinary else joined_keys([word.plain])))
        found = {number for _, several in self._tables.lone.find(self._tables.numbers(keys)) for number in several}
        known = self._alone[word] = tuple(number for number in sorted(found) if self._may_stand_alone(number, word))
        return known

    def _beside(self, words: TextWords) -> Mapping[int, list[Stretch]]:
        """By the number of a name, the stretches in which two of its parts, or three, stand beside each other."""
        pairs, places, long, long_places = [], [], [], []
        for one, other, row in self._rows(words):
            pairs.append(row)
            places.append((one, other))
            if row in self._tables.shared_by_many:
                for third, number, _ in self._following(words, other):
                    long.append(three_of(row, number))
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

    def _numbers(self, word: Word) -> tuple[tuple[int, bool], ...]:
        """The numbers of a word's keys, each with whether it tells enough for the word beside it to tell little: two
        Arabic words of few consonants sound like parts of a name in another script by chance."""
        known = self._numbered.get(word)
        if known is None:
            if len(self._numbered) > CACHED_WORDS:
                self._numbered.clear()
            arabic = script(word.plain) == "arabic"
            keys = ((self._tables.numbers((key,)), not arabic or is_sure(key)) for key in word.keys)
            known = self._numbered[word] = tuple((number, sure) for numbers, sure in keys for number in numbers)
        return known

    def _rows(self, words: TextWords) -> Iterator[tuple[PlacedWord, PlacedWord, int]]:
        for readings in words.readings:
            for one in readings:
                numbers = self._numbers(one.word)
                if numbers:
                    for other, following, is_told in self._following(words, one):
                        pairs = (pair_of(number, following) for number, sure in numbers if sure or is_told)
                        yield from ((one, other, pair) for pair in pairs)

    def _following(self, words: TextWords, one: PlacedWord) -> Iterator[tuple[PlacedWord, int, bool]]:
        at = words.next_part(one.last)
        if at < len(words.readings):
            for other in words.readings[at]:
                if other.start == words.begins(at) and goes_on(one, other, words):
                    yield from ((other, number, sure) for number, sure in self._numbers(other.word))

    def _may_stand_alone(self, number: int, word: Word) -> bool:
        """Whether one word can name an entry: no weak name, no given name of many, no word of bodies' names.

        In its own script it must be written as the list has it; in another it must have consonants enough.
        """
        if len(word.plain) < LEAST_LETTERS or word.meant or self.index.indexed(number).weak:
            return False
        listed = search_key(self.index.text(number))
        if script(listed) != script(word.plain):
            return not word.ordinary and _sounds_enough(word.plain)
        return plain_token(listed) == word.plain and (not word.ordinary or listed == word.surface)


def may_be(name: IndexedName, listed: Callable[[], str], stretch: Stretch, words: TextWords) -> bool:
    """Whether a name may be meant by a stretch, and is worth comparing with it; `listed` says how the list has it."""
    if stretch.body is not None:
        return True
    if stretch.lone is not None:
        return not (name.ship or stretch.lone.word.ordinary) or _is_marked(stretch.lone, words)
    if not stretch.generic or name.kind == "person":
        return stretch.parts >= LEAST_SHARE * name.parts
    written = search_key(words.text[stretch.start : stretch.end])
    return stretch.parts >= LEAST_SHARE_GENERIC * name.parts and (name.parts > 2 or written == search_key(listed()))


@lru_cache(maxsize=CACHED_WORDS)
def _sounds_enough(word: str) -> bool:
    return any(len(key) >= LEAST_JOINED for key in sound_keys(part_of(word, "person")))


def _is_marked(one: PlacedWord, words: TextWords) -> bool:
    """Whether a word stands between quotation marks, or behind one that says what it is: «تنظيم», «حركة»."""
    before = words.tokens[one.first - 1] if one.first else None
    if before is None:
        return False
    classes = organisation_words()
    kinds = {classes.classes[meaning] for meaning in classes.of(before.norm)}
    return before.norm == '"' or "kind" in kinds
