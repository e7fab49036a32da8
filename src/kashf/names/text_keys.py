"""The keys of those whom a text may name: what leads from its words to the few of very many names it is held against.

Two words that stand beside each other and sound like two parts of a name, a word by itself that is all of one, and
the names of known bodies. To index 100,000 names takes half a minute and more; to look these keys up, as long as to
read the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product

from kashf.domain import body_named, name_key, place_named
from kashf.names.further import key_number, outlines
from kashf.names.parts import NameKind, part_of
from kashf.names.stretches import goes_on, known_bodies_in
from kashf.names.text_words import IsOrdinary, PlacedWord, TextWords, Word, WordReader

__all__ = ["text_keys"]

_KINDS: tuple[NameKind, ...] = ("person", "organisation")


def text_keys(text: str, is_ordinary: IsOrdinary) -> frozenset[int]:
    """The keys (`entity_keys`) of the entities that a text may name.

    `is_ordinary` as `TextIndex` has it. Not among them is who is named by parts written as one word, or by one word
    of another script where they have no office.
    """
    words = TextWords(text, WordReader(is_ordinary, bool))
    bodies = {text[body.start : body.end] for body in known_bodies_in(words)}
    alone = {one.word for readings in words.readings for one in readings}
    beside: set[tuple[Word, Word]] = set()
    for one in chain.from_iterable(words.readings):
        for other in _following(words, one):
            beside.add((one.word, other.word))
            bodies.add(text[one.start : other.end])
    found = {key for name in bodies for key in _of_body(name)}
    found.update(key for word in alone for key in _alone(word))
    found.update(key for pair in beside for key in _together(*pair))
    return frozenset(map(key_number, found))


def _following(words: TextWords, one: PlacedWord) -> Iterator[PlacedWord]:
    """The readings that may be the next part of a name."""
    at = words.next_part(one.last)
    for other in words.readings[at] if at < len(words.readings) else ():
        if other.start == words.begins(at) and goes_on(one, other, words):
            yield other


def _of_body(name: str) -> Iterator[str]:
    for known in (body_named(name), place_named(name)):
        if known is not None:
            yield f"body {known.kind == 'place'} {known.key}"


def _alone(word: Word) -> Iterator[str]:
    yield from _of_body(word.surface)
    yield f"name {name_key(word.surface)}"
    if not word.ordinary:
        for outline in outlines(part_of(word.plain, "organisation")):
            yield from (f"sound {outline}", f"office {outline}")


def _together(one: Word, other: Word) -> Iterator[str]:
    for kind in _KINDS:
        pairs = product(outlines(part_of(one.plain, kind)), outlines(part_of(other.plain, kind)))
        yield from (f"sounds {' '.join(sorted(pair))}" for pair in pairs)
