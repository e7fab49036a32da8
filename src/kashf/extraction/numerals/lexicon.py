"""The lexicon of a language: every word and phrase of its tables of numbers, units, modifiers and times.

A phrase is found by walking a trie of folded words. A word that is not in it may still be one behind particles that
Arabic writes together with the next word; then the particles are given as pieces of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kashf.extraction.numerals.inflection import Paradigms, inflect
from kashf.extraction.numerals.senses import Sense
from kashf.extraction.numerals.vowels import vowels
from kashf.language import malformed, read_table
from kashf.text import fold

__all__ = ["CAPITALS", "MEMORY", "Lexicon", "Node", "Piece", "lexicon"]

_TABLES = ("numbers", "modifiers", "units", "currencies", "times", "months")
_NOT_WORDS = frozenset({"patterns", "style", "paradigms"})
"""Sections of the tables that hold settings, no words."""
CAPITALS = frozenset({"code", "word_like", "scale_capital"})
"""Kinds of word that count only where they are written in capitals."""
_VOWELLED = "_vowelled"
"""The ending of sections whose words are numbers with their vowel signs alone."""
_WORDS = re.compile(r"[^\W\d_]+|\d+|[^\s]")
_OWNED = ("many", "many_of")
_SCALED_CODE = 4
"""Letters of a currency's code with that of its scale."""
_OWNED_LENGTHS = range(5, 30)
"""Letters of a noun with its pronoun. Longer words are none, and taking pronouns off one by one would never end."""
_SHORTEST_BARE = 4
"""Letters of the shortest word that is still itself without its accents; «dès» would be «des»."""
MEMORY = 200_000
"""Word forms remembered: a large archive has some hundred thousand, and memory must end somewhere."""


@dataclass(slots=True)
class Node:
    """Where a walk through the trie stands: what the words so far mean, and which words may follow.

    `doubtful`: how the text writes the words (in capitals, with vowels) has a say in what they mean.
    """

    senses: tuple[Sense, ...] = ()
    children: dict[str, Node] = field(default_factory=dict)
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a written word: its offset and length there, and what it is. `definite`: the article is part of it."""

    offset: int
    length: int
    node: Node
    definite: bool = False


@dataclass(frozen=True, slots=True)
class _Proclitics:
    """What may be written together with the next word, each letter with its node; see `inflection.yaml`."""

    conjunctions: Mapping[str, Node]
    prepositions: Mapping[str, Node]
    article: str
    article_after: Mapping[str, str]
    enclitics: tuple[str, ...]
    shortest: int

    def letters(self) -> Iterator[tuple[str, Node]]:
        """Every particle with its node. Some writers leave a space after them."""
        yield from self.conjunctions.items()
        yield from self.prepositions.items()

    def node(self, letter: str) -> Node:
        return self.conjunctions.get(letter) or self.prepositions[letter]

    def splits(self, word: str) -> Iterator[tuple[str, int]]:
        """The ways to take particles off a word: the particles, and how many letters of article follow them."""
        for particles in self._particles(word):
            after = self.article_after.get(particles[-1:])
            if particles:
                yield particles, 0
            for article in (self.article, after):
                if article and word.startswith(article, len(particles)):
                    yield particles, len(article)

    def _particles(self, word: str) -> Iterator[str]:
        yield ""
        if word[:1] in self.conjunctions or word[:1] in self.prepositions:
            yield word[:1]
        if word[:1] in self.conjunctions and word[1:2] in self.prepositions:
            yield word[:2]


class Lexicon(dict[str, tuple[Piece, ...]]):
    """The pieces of each folded word, found when the word is first met; () where the tables do not know it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.root = Node()
        self.kinds: set[frozenset[str]] = set()
        self._without_article = frozenset(read_table(language, "inflection").get("without_article", ()))
        self._proclitics = _read_proclitics(language)
        for words, sense in _entries(language):
            self._add(words, sense)
        self.kinds |= {frozenset({"unit"}), frozenset({"scale_letter"}), frozenset({"code"})}
        for letter, node in self._proclitics.letters() if self._proclitics else ():
            self.root.children.setdefault(letter, node)
            self.kinds.add(frozenset(sense.kind for sense in node.senses))
        self._collect(self.root)

    def __missing__(self, word: str) -> tuple[Piece, ...]:
        if len(self) > MEMORY:
            self.clear()
        pieces = self[word] = self._analyse(word)
        return pieces

    def _add(self, words: tuple[str, ...], sense: Sense) -> None:
        node = self.root
        for word in words:
            node = node.children.setdefault(word, Node())
        if sense not in node.senses:
            node.senses += (sense,)

    def _collect(self, node: Node) -> None:
        if node.senses:
            kinds = frozenset(sense.kind for sense in node.senses)
            self.kinds |= {kinds, kinds - CAPITALS}
            node.doubtful = any(sense.vowels or sense.kind in CAPITALS for sense in node.senses)
            self.kinds |= {frozenset({sense.kind}) for sense in node.senses if sense.vowels}
            self.kinds.add(frozenset(sense.kind for sense in node.senses if not sense.vowelled))
        for child in node.children.values():
            self._collect(child)

    def _analyse(self, word: str) -> tuple[Piece, ...]:
        whole = self.root.children.get(word)
        if whole is not None:
            return (Piece(0, len(word), whole),)
        if self._proclitics is None:
            return self._scaled_code(word)
        return self._split(word, self._proclitics) or self._owned(word, self._proclitics)

    def _scaled_code(self, word: str) -> tuple[Piece, ...]:
        """A currency's code with the letter of its scale before it: 30 MUSD, 5 kEUR."""
        letter, node = self.root.children.get(word[:1]), self.root.children.get(word[1:])
        scales = tuple(sense for sense in letter.senses if sense.kind == "scale_letter") if letter else ()
        codes = tuple(sense for sense in node.senses if sense.kind == "code") if node else ()
        if len(word) != _SCALED_CODE or not scales or not codes:
            return ()
        return Piece(0, 1, Node(scales)), Piece(1, _SCALED_CODE - 1, Node(codes, doubtful=True))

    def _is_without_article(self, node: Node) -> bool:
        """Whether a word is another word with the article before it (آب and الأب)."""
        return bool(node.senses) and all(sense.kind in self._without_article for sense in node.senses)

    def _owned(self, word: str, proclitics: _Proclitics) -> tuple[Piece, ...]:
        """A counted noun in the plural with its owner as a pronoun: أقاربه، مقاتليهم."""
        for enclitic in proclitics.enclitics:
            owned = word.endswith(enclitic) and len(word) in _OWNED_LENGTHS
            pieces = self[word.removesuffix(enclitic)] if owned else ()
            senses = tuple(sense for sense in pieces[-1].node.senses if sense.form in _OWNED) if pieces else ()
            if senses and not pieces[-1].definite:
                last = pieces[-1]
                return (*pieces[:-1], Piece(last.offset, last.length + len(enclitic), Node(senses)))
        return ()

    def _split(self, word: str, proclitics: _Proclitics) -> tuple[Piece, ...]:
        for particles, article in proclitics.splits(word):
            offset = len(particles)
            node = self.root.children.get(word[offset + article :])
            if node is None or (article and (word[-1].isascii() or self._is_without_article(node))):
                continue
            preposed = not article and particles[-1:] in proclitics.prepositions
            if not preposed or len(word) - offset >= proclitics.shortest:
                before = tuple(Piece(at, 1, proclitics.node(letter)) for at, letter in enumerate(particles))
                return (*before, Piece(offset, len(word) - offset, node, article > 0))
        return ()


def _read_proclitics(language: str) -> _Proclitics | None:
    table = read_table(language, "inflection")
    if "article" not in table:
        return None
    letters = {
        section: {fold(letter).text: Node((Sense(name, letter),)) for name, letter in table[section].items()}
        for section in ("conjunctions", "prepositions")
    }
    after = {
        fold(table["prepositions"][name]).text: fold(letter).text for name, letter in table["article_after"].items()
    }
    article = fold(table["article"]).text
    enclitics = tuple(fold(letters).text for letters in table["enclitics"])
    return _Proclitics(
        **letters,
        article=article,
        article_after=after,
        enclitics=enclitics,
        shortest=table["shortest_after_preposition"],
    )


def _entries(language: str) -> Iterator[tuple[tuple[str, ...], Sense]]:
    inflection = read_table(language, "inflection")
    paradigms, accents_optional = inflection.get("paradigms", {}), inflection.get("accents_optional", False)
    for spelling, sense in _written(language, paradigms):
        for words in _spellings(spelling, accents_optional):
            yield words, sense


def _written(language: str, paradigms: Paradigms) -> Iterator[tuple[str, Sense]]:
    for name in _TABLES:
        for kind, section in read_table(language, name).items():
            if kind not in _NOT_WORDS:
                yield from _section(kind, section, paradigms, (language, name))
    shared = read_table(None, "units")
    for code in shared["word_like"]:
        yield code, Sense("word_like", code)
    for spelling, sense in _section("unit", shared["sign"], paradigms, (None, "units")):
        in_capitals = spelling[0].isalpha() and spelling.isupper()
        yield spelling, Sense("code", sense.value) if in_capitals else sense
    for codes in shared["currency"]:
        yield from ((code, Sense("code", code)) for code in codes)


def _section(
    kind: str, section: Any, paradigms: Paradigms, where: tuple[str | None, str]
) -> Iterator[tuple[str, Sense]]:
    values: Mapping[str | int, Sequence[str]] = section if isinstance(section, Mapping) else {"": section}
    for value, forms in values.items():
        if isinstance(forms, str) or not all(isinstance(form, str | int) for form in forms):
            raise malformed(*where, f"{kind}: {value}", "its forms are no list of words; write [word, word].")
        for form in forms:
            try:
                written = list(inflect(str(form), paradigms))
            except KeyError as error:
                raise malformed(*where, form, f"there is no paradigm {error}; add it to inflection.yaml.") from error
            yield from ((spelling, _sense(kind, value, number, spelling)) for spelling, number in written)


def _sense(kind: str, value: str | int, number: str, spelling: str) -> Sense:
    vowelled = kind.endswith(_VOWELLED)
    return Sense(kind.removesuffix(_VOWELLED), value, number, vowels(spelling), vowelled)


def _words(spelling: str) -> tuple[str, ...]:
    folded = fold(spelling).text
    return (folded,) if folded.isalpha() else tuple(_WORDS.findall(folded))


def _spellings(spelling: str, accents_optional: bool) -> Iterator[tuple[str, ...]]:
    """The words of an entry, and where the language lets accents go (a wire in capitals), the words without them."""
    words = _words(spelling)
    yield words
    if accents_optional:
        bare = tuple(_without_accents(word) for word in words)
        accented = [word for word, plain in zip(words, bare, strict=True) if word != plain]
        if accented and min(map(len, accented)) >= _SHORTEST_BARE:
            yield bare


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(character for character in decomposed if unicodedata.category(character) != "Mn")


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (`ar`, `en`, `fr`, `ru`), read once. Raises DataError where a table is wrong."""
    return Lexicon(language)
