"""Names in a text: known ones by list, unknown ones by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kashf.domain import Body
from kashf.extraction.knowledge import Knowledge, bare
from kashf.extraction.naming.capitals import find_capitalised
from kashf.extraction.naming.name import Name
from kashf.extraction.words.word import NOMINAL, Word
from kashf.language.closed import words
from kashf.records.spans import MentionKind

__all__ = ["Name", "find_names"]

LONGEST_PERSON = 5
"""Words of a person's name: three generations, a family name and a particle; longer runs are other nouns."""
LONGEST_TITLE = 14
_BODIES = frozenset({"group", "organisation"})


def find_names(at: Sequence[Word], knowledge: Knowledge, text: str) -> tuple[Name, ...]:
    """All names, in order, none overlapping: known ones first, then persons, then what a head noun introduces."""
    known = list(_outside_quoted(at, tuple(_known(at, knowledge))))
    taken = {position for name in known for position in range(name.first, name.last)}
    if knowledge.splitter is None:
        found = [*known, *find_capitalised(at, taken, text, knowledge)]
    else:
        found = [*known, *_Persons(at, taken).find()]
    taken |= {position for name in found for position in range(name.first, name.last)}
    found.extend(_quoted(at, taken))
    taken |= {position for name in found for position in range(name.first, name.last)}
    found.extend(_headed(at, taken))
    return _with_other_names(at, sorted(found, key=lambda name: name.first))


def _known(at: Sequence[Word], knowledge: Knowledge) -> Iterator[Name]:
    position = 0
    while position < len(at):
        match = _match(at, position, knowledge) if at[position].category not in ("mark", "number") else None
        if match is None:
            position += 1
            continue
        body, last = match
        yield Name(position, last, body.kind, body.key, body)
        position = last


def _outside_quoted(at: Sequence[Word], known: Sequence[Name]) -> Iterator[Name]:
    """The known names but for places that are a part of a longer name: the coast in «تنظيم "كتائب الساحل"»."""
    quoted = [name for name in _quoted(at, set()) if name.kind != "place"]
    for name in known:
        within = any(other.first <= name.first and name.last <= other.last for other in quoted)
        longer = any(other.last - other.first > name.last - name.first for other in quoted if other.first <= name.first)
        if not (name.kind == "place" and within and longer):
            yield name


def _with_other_names(at: Sequence[Word], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names, a body's with the other name that stands behind it in brackets: «the Sand Brigade (Liwa …)»."""
    other_names = {other.key: name for name, other in pairwise(names) if _is_other_name(at, name, other)}
    bodies = {name.key: name.kind for name in names if name.kind in _BODIES}
    for key, name in other_names.items():
        bodies.setdefault(name.key, bodies.get(key, name.kind))
    named = (replace(name, key=other_names[name.key].key) if name.key in other_names else name for name in names)
    renamed = {name.key for name in other_names.values()}
    return tuple(replace(name, kind=bodies[name.key]) if name.key in renamed else name for name in named)


def _is_other_name(at: Sequence[Word], name: Name, other: Name) -> bool:
    """Whether a name stands in brackets behind a body's, with nothing but its nouns between them."""
    between = at[name.last : other.first]
    bracketed = "(" in {word.norm for word in between} and all(word.category in ("mark", "noun") for word in between)
    closed = ")" in {word.norm for word in at[other.last : other.last + 2]}
    kinds = {name.kind, other.kind}
    known = name.body is not None and other.body is not None
    fitting = bool(kinds & _BODIES) and kinds <= _BODIES | {"person"} and name.key != other.key
    return bracketed and closed and fitting and not known


def _match(at: Sequence[Word], position: int, knowledge: Knowledge) -> tuple[Body, int] | None:
    for parts, definite, body in knowledge.names.get(_bare(at[position]), ()):
        last = _matched(at, position, parts)
        if last and not (len(parts) == 1 and not _fits(at[position], definite)):
            return body, last
    return None


def _matched(at: Sequence[Word], position: int, parts: tuple[str, ...]) -> int:
    """The word behind the parts, which may be joined by _ as hashtags are; 0 where they do not follow."""
    for number, part in enumerate(parts):
        while number and position < len(at) and at[position].norm in ("_", "-"):
            position += 1
        if position >= len(at) or not _is_part(at[position], part) or (number and at[position].split.conjunction):
            return 0
        position += 1
    return position


def _is_part(word: Word, part: str) -> bool:
    return part in (_bare(word), bare(word.norm))


def _fits(word: Word, definite: bool) -> bool:
    """Whether a name of one word is meant: not where an article makes it an adjective («السورية»)."""
    if word.split.article and not definite:
        return False
    return word.category in ("name", "unknown", "noun", "verbal_noun", "participle", "title")


def _bare(word: Word) -> str:
    return (
        bare(word.norm[word.split.lead :]) if not (word.split.preposition == "ل" and word.split.article) else word.stem
    )


@cache
def _first_names() -> frozenset[str]:
    return words("ar", "first_names", "arab", "foreign")


class _Persons:
    """Persons, found by title, by reporting verb, by first name or kunya, and again by their last name."""

    def __init__(self, at: Sequence[Word], taken: set[int]) -> None:
        self.at = at
        self.taken = set(taken)
        self.found: list[Name] = []
        self.full: dict[str, str] = {}
        self.particles = words("ar", "titles", "particles")
        self.kunya = words("ar", "titles", "kunya")
        self.honorifics = words("ar", "titles", "honorifics")

    def find(self) -> Iterator[Name]:
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
        if position in self.taken or not self._starts_name(position):
            return None
        last = self._run(position)
        before = self._title_before(position)
        after = self._title_after(last)
        single = last - position == 1
        named = self._is_first_name(position) or self._is_kunya(position)
        spoken = position > 0 and "say" in self.at[self._back(position)].classes and self._spoken_shape(position, last)
        if (named and not single) or before or (after and self._plain(position)) or spoken:
            return Name(position, last, "person", self._key(position, last), title=before or after)
        return None

    def _key(self, first: int, last: int) -> str:
        return " ".join(_bare(word) for word in self.at[first:last])

    def _remember(self, name: Name) -> None:
        for position in range(name.first, name.last):
            self.full.setdefault(_bare(self.at[position]), name.key)

    def _again(self) -> Iterator[Name]:
        """The persons found, and every later word that is the last part of one's name."""
        covered = {position for name in self.found for position in range(name.first, name.last)} | self.taken
        last_names = {name.key.split()[-1]: name.key for name in reversed(self.found)}
        longest = {key: max((n.key for n in self.found if n.key.split()[-1] == key), key=len) for key in last_names}
        yield from (replace(name, key=longest[name.key.split()[-1]]) for name in self.found)
        for position, word in enumerate(self.at):
            key = longest.get(_bare(word)) if word.category in ("unknown", "name") else None
            if key and position not in covered:
                yield Name(position, position + 1, "person", key)

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
        head: int | None = None
        back = start
        while back >= 0 and start - back < LONGEST_TITLE and self._in_title(back):
            if self.at[back].may_be("title") and self.at[back].category in ("title", "noun", "participle"):
                head = back
            back -= 1
        if head is None or (head == start and not self._introduces(head)):
            return None
        return head, start + 1

    def _introduces(self, head: int) -> bool:
        return self.at[head].category in ("title", "participle") or self.at[head].norm in self.honorifics

    def _in_title(self, position: int) -> bool:
        word = self.at[position]
        if position in self.taken and not word.split.conjunction:
            return True
        return word.category in NOMINAL and word.category != "number"

    def _title_after(self, position: int) -> tuple[int, int] | None:
        """«دميتري فيوكتيستوف، نائب وزير …»: the title behind a comma."""
        if position + 1 >= len(self.at) or self.at[position].norm not in ("،", ",", "("):
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


LONGEST_QUOTED = 5
"""Words between quotation marks that may be a name."""


def _quoted(at: Sequence[Word], taken: set[int]) -> Iterator[Name]:
    """Names between quotation marks: behind the noun they name («شركة "أطياف"») or with it («"كتائب الساحل"»)."""
    marks = [position for position, word in enumerate(at) if word.norm == '"']
    for opening, closing in pairwise(marks):
        first, last = opening + 1, closing
        if not 0 < last - first <= LONGEST_QUOTED or taken & set(range(first, last)):
            continue
        if not all(_in_name(word) for word in at[first:last]) or at[first].split.preposition:
            continue
        kind = _quoted_kind(at, opening, first, last)
        if kind is not None:
            yield Name(first, last, kind, " ".join(_bare(word) for word in at[first:last]))


def _in_name(word: Word) -> bool:
    return word.category in NOMINAL or word.norm in ("_", "-")


def _quoted_kind(at: Sequence[Word], opening: int, first: int, last: int) -> MentionKind | None:
    before = at[opening - 1] if opening else None
    naming = before.may_be("noun") if before is not None and before.category in ("noun", "title") else None
    if naming is not None:
        kind = next((kind for name, kind in _HEADS if name in naming.classes), None)
        if kind is not None:
            return kind
    head = at[first]
    kind = next((kind for name, kind in _HEADS if name in head.classes), None) if head.category == "noun" else None
    proper = last - first > 1 and (at[first + 1].split.article or not at[first + 1].readings) and not head.definite
    return kind if kind is not None and proper and not at[first + 1].norm.endswith(("يه", "يين")) else None


def _headed(at: Sequence[Word], taken: set[int]) -> Iterator[Name]:
    """Bodies, groups, facilities and places by their head noun: «معهد إلكانو الملكي», «حقلي التنك والعمر»."""
    position = 0
    while position < len(at) - 1:
        kind = _head_kind(at[position])
        found = list(_names_behind(at, position, kind, taken)) if kind and position not in taken else []
        yield from found
        position = found[-1].last if found else position + 1


_HEADS: tuple[tuple[str, MentionKind], ...] = (
    ("facility", "facility"),
    ("organisation", "organisation"),
    ("group", "group"),
    ("state", "organisation"),
    ("territory", "place"),
)
_WHOLE = frozenset({"organisation", "group", "place"})
_GENERIC_TERRITORY = frozenset({"ارض", "دوله", "بلد", "خارج", "حدود", "ميدان", "معقل", "عاصمه", "ملاذ", "قاره"})


def _head_kind(word: Word) -> MentionKind | None:
    if word.category != "noun" or word.definite or word.reading is None or word.reading.lemma in _GENERIC_TERRITORY:
        return None
    numbers = {reading.number for reading in word.readings if reading.category == "noun"}
    for name, kind in _HEADS:
        if name in word.classes:
            return kind if "s" in numbers or (kind == "facility" and "d" in numbers) else None
    return None


def _names_behind(at: Sequence[Word], head: int, kind: MentionKind, taken: set[int]) -> Iterator[Name]:
    first = head + 1
    if first in taken or not _name_part(at[first], at[head]):
        return
    last = first + 1
    while last < len(at) and last not in taken and _goes_on(at, last, kind):
        last += 1
    start = head if kind in _WHOLE else first
    yield Name(start, last, kind, " ".join(_bare(word) for word in at[start:last]))
    if kind == "facility" and last < len(at) and _joined_name(at[last]):
        yield Name(last, last + 1, kind, _bare(at[last]))


def _name_part(word: Word, head: Word) -> bool:
    if word.split.conjunction or word.split.preposition or word.split.ending or word.accusative or word.readings:
        return False
    agrees = word.norm.endswith("ه") and head.norm.endswith("ه")
    return word.category == "unknown" and not agrees and (word.split.article or not word.norm.endswith(("يه", "ي")))


def _goes_on(at: Sequence[Word], position: int, kind: MentionKind) -> bool:
    word = at[position]
    if word.split.conjunction or word.accusative or word.category not in ("unknown", "noun", "participle"):
        return False
    if word.split.preposition == "ل" and word.split.article:
        return kind == "organisation"
    if word.split.preposition or word.split.ending:
        return False
    if kind == "facility":
        return word.category == "unknown" and not word.norm.endswith(("يين", "يه", "ين")) and not word.split.article
    return word.category == "unknown" or word.split.article


def _joined_name(word: Word) -> bool:
    return (
        word.split.conjunction == "و"
        and word.category == "unknown"
        and word.split.article
        and not word.split.preposition
    )
