"""Persons, found by title, by reporting verb, by first name or kunya, and again by their last name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kashf.extraction.knowledge import bare
from kashf.extraction.naming.name import Name, bare_word
from kashf.extraction.words.word import NOMINAL, Word
from kashf.language.closed import words

__all__ = ["Persons"]

LONGEST_PERSON = 5
"""Words of a person's name: three generations, a family name and a particle; longer runs are other nouns."""
LONGEST_TITLE = 14
SHORTEST_UNMISTAKABLE = 4


_COMMAS = frozenset({"،", ","})


@cache
def _first_names() -> frozenset[str]:
    return words("ar", "first_names", "arab", "foreign")


class Persons:
    """Finds persons. No word at a position in `taken` is part of one; `given` are the persons known beforehand, last
    word by first (half-open), for which only the title is sought. `strict`: a tagger has been asked, so that
    nobody else is a person but by a first name or title, in several words.
    """

    def __init__(self, at: Sequence[Word], taken: set[int], given: Mapping[int, int], *, strict: bool = False) -> None:
        self.at = at
        self.given = given
        self.strict = strict
        self.taken = set(taken)
        self.found: list[Name] = []
        self.full: dict[str, str] = {}
        self.particles = words("ar", "titles", "particles")
        self.kunya = words("ar", "titles", "kunya")
        self.honorifics = words("ar", "titles", "honorifics")

    def find(self) -> Iterator[Name]:
        """The persons, in order; then the words that are a person's last name by itself."""
        position = 0
        while position < len(self.at):
            name = self._person(position)
            if name is not None:
                self.found.append(name)
                self._remember(name)
                position = name.last
            else:
                position += 1
        yield from self._again()

    def _person(self, position: int) -> Name | None:
        if position in self.given:
            return self._given(position, self.given[position])
        if position in self.taken or not self._starts_name(position):
            return None
        last = self._run(position)
        before = self._title_before(position)
        after = self._title_after(last)
        single = last - position == 1
        named = self._is_first_name(position) or self._is_kunya(position)
        spoken = position > 0 and "say" in self.at[self._back(position)].classes and self._spoken_shape(position, last)
        strong = not single and (named or before is not None)
        weak = before or (after and self._plain(position)) or spoken
        if strong or (weak and not self.strict):
            return Name(position, last, "person", self._key(position, last), title=before or after)
        return None

    def _given(self, first: int, last: int) -> Name:
        title = self._title_before(first) or self._title_after(last)
        return Name(first, last, "person", self._key(first, last), title=title)

    def _key(self, first: int, last: int) -> str:
        """How a name is known in the report; a letter before a later part is no preposition («محمد بزي»)."""
        return " ".join((bare_word(self.at[first]), *(bare(word.norm) for word in self.at[first + 1 : last])))

    def _remember(self, name: Name) -> None:
        for position in range(name.first, name.last):
            self.full.setdefault(bare_word(self.at[position]), name.key)

    def _again(self) -> Iterator[Name]:
        """The persons found, and every later word that is the last part of one's name."""
        covered = {position for name in self.found for position in range(name.first, name.last)} | self.taken
        last_names = {name.key.split()[-1]: name.key for name in reversed(self.found)}
        longest = {key: max((n.key for n in self.found if n.key.split()[-1] == key), key=len) for key in last_names}
        yield from (replace(name, key=longest[name.key.split()[-1]]) for name in self.found)
        for position, word in enumerate(self.at):
            alone = word.category in ("unknown", "name")
            key = longest.get(bare_word(word), longest.get(bare(word.norm))) if alone else None
            if key and position not in covered and (not self.strict or self._unmistakable(position)):
                yield Name(position, position + 1, "person", key)

    def _unmistakable(self, position: int) -> bool:
        """A last name that can hardly be anything else; of others the tagger knows better."""
        word = self.at[position]
        plain = word.category == "unknown" and all(reading.category == "whole" for reading in word.readings)
        bare = not (word.split.article or word.split.ending or word.accusative)
        return plain and bare and len(word.stem) >= SHORTEST_UNMISTAKABLE

    def _back(self, position: int) -> int:
        back = position - 1
        while back > 0 and self.at[back].norm in ('"', "("):
            back -= 1
        return back

    def _starts_name(self, position: int) -> bool:
        word = self.at[position]
        if word.split.article or word.split.preposition in ("ك",) or word.category == "mark":
            return False
        return self._is_kunya(position) or self._is_first_name(position) or self._plain(position)

    def _plain(self, position: int) -> bool:
        """A word that no lexicon knows, with nothing of a common noun or adjective about it."""
        word = self.at[position]
        ordinary = word.accusative or word.split.ending or len(word.stem) < 3
        adjective = word.norm.endswith(("ه", "يين", "يون", "يات")) or word.norm.startswith("ل")
        return word.category == "unknown" and not (word.readings or ordinary or adjective)

    def _is_first_name(self, position: int) -> bool:
        word = self.at[position]
        return word.norm[word.split.lead :] in _first_names() and not word.split.article and word.category == "unknown"

    def _is_kunya(self, position: int) -> bool:
        if self.at[position].stem not in self.kunya or position + 1 >= len(self.at):
            return False
        named = self.at[position + 1]
        return named.category in NOMINAL and not (named.joined or named.split.preposition or position + 1 in self.taken)

    def _part(self, position: int) -> bool:
        """Whether a word may continue a name."""
        word = self.at[position]
        if (
            position in self.taken
            or word.split.conjunction
            or word.split.preposition
            or word.category in ("mark", "number")
        ):
            return False
        if word.norm in self.particles or self._is_first_name(position):
            return True
        if word.category == "unknown":
            return not word.accusative and not (word.split.ending and len(word.stem) < 3)
        return word.category == "participle" and not word.split.article and self.at[position - 1].norm in self.particles

    def _run(self, position: int) -> int:
        last = position + (2 if self._is_kunya(position) else 1)
        while last < len(self.at) and last - position < LONGEST_PERSON and self._part(last):
            last += 1
        return last

    def _spoken_shape(self, position: int, last: int) -> bool:
        """After a verb of speech, a plain word or two with a mark, preposition or «that» behind them are who speaks."""
        if not self._plain(position) and not self._is_first_name(position):
            return False
        behind = self.at[last] if last < len(self.at) else None
        return behind is None or behind.category in ("mark", "preposition", "complementiser") or last - position > 1

    def _title_before(self, position: int) -> tuple[int, int] | None:
        """The title that leads up to a name: from its head to the word before the name."""
        start = self._back(position)
        if start < 0 or position - start > 2:
            return None
        if self._between_commas(position):
            start -= 1  # «وزير المالية، علي علاوي، قال»
        head: int | None = None
        back = start
        while back >= 0 and start - back < LONGEST_TITLE and self._in_title(back):
            if self.at[back].may_be("title") and self.at[back].category in ("title", "noun", "participle"):
                head = back
            back -= 1
        if head is None or (head == start and not self._introduces(head)):
            return None
        return head, start + 1

    def _between_commas(self, position: int) -> bool:
        """Whether a name stands between a title and what it does, a comma on either side."""
        if position < 2 or self.at[position - 1].norm not in _COMMAS:
            return False
        near = self.at[position + 1 : position + LONGEST_PERSON + 1]
        return any(word.norm in _COMMAS for word in near) and self.at[position - 2].category != "mark"

    def _introduces(self, head: int) -> bool:
        return self.at[head].category in ("title", "participle") or self.at[head].norm in self.honorifics

    def _in_title(self, position: int) -> bool:
        word = self.at[position]
        if position in self.taken and not word.split.conjunction:
            return True
        return word.category in NOMINAL and word.category != "number"

    def _title_after(self, position: int) -> tuple[int, int] | None:
        """«دميتري فيوكتيستوف، نائب وزير …»: the title behind a comma."""
        if position + 1 >= len(self.at) or self.at[position].norm not in _COMMAS | {"("}:
            return None
        head = position + 1
        word = self.at[head]
        joined = word.split.preposition or word.split.conjunction or word.category == "preposition"
        if joined or not word.may_be("title"):
            return None
        last = head + 1
        while last < len(self.at) and last - head < LONGEST_TITLE and self._in_title(last):
            last += 1
        return head, last
