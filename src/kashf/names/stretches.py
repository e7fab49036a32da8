"""Stretches of a text in which names may stand: those of known bodies, and how far a person's name goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kashf.domain import Body, body_named, name_tokens, naming
from kashf.names.sounds import script
from kashf.names.text_words import PlacedWord, TextWords, body_starts, is_small
from kashf.text.folding import search_key
from kashf.values import value

__all__ = ["Stretch", "extended", "goes_on", "known_bodies_in", "merged", "within"]

LONGEST_BODY = 6
"""Words of a known body's name."""
MOST_EXTENDED = 4
"""Further names that may follow or go before the parts by which a person was found."""
LONGEST_ACRONYM = 4
ARTICLES = frozenset({"al", "el", "аль", "эль", "ال"})
_PREPOSITION = "على"
"""Written like the name «علي» where final «ي» has no dots; after a name it is rather the preposition."""


@value
class Stretch:
    """Tokens of a text, from the first to before the last, in which `parts` parts of a name stand; `start` and `end`
    are offsets. `body` says which known body's name it is, `generic` that its words only say what kind of body is
    meant, and where."""

    start: int
    end: int
    first: int
    last: int
    parts: int
    lone: PlacedWord | None = None
    body: str | None = None
    generic: bool = False


def merged(places: list[Stretch]) -> Iterator[Stretch]:
    """Stretches that run into each other as one; those that begin within one word, before and after its «و», each on
    its own."""
    places.sort(key=lambda place: (place.first, place.start, place.last))
    current = places[0]
    for place in places[1:]:
        if place.first < current.last and (place.first != current.first or place.start == current.start):
            more = place.last > current.last
            end, last = (place.end, place.last) if more else (current.end, current.last)
            generic = current.generic and place.generic
            current = Stretch(current.start, end, current.first, last, current.parts + more, generic=generic)
        else:
            yield current
            current = place
    yield current


def within(stretch: Stretch, taken: Mapping[int, Stretch]) -> bool:
    """Whether a stretch lies within the longer name of a known body."""
    body = taken.get(stretch.first)
    return body is not None and stretch.last <= body.last and (stretch.first, stretch.last) != (body.first, body.last)


def known_bodies_in(words: TextWords) -> Iterator[Stretch]:
    """The stretches that are names of known bodies, the longest that begins at each word."""
    for at, readings in enumerate(words.readings):
        for one in readings:
            if one.word.begins_body:
                longest = at + LONGEST_BODY if _goes_on_as_body(words, one, at) else at + 1
                found = (_body_at(words, one, last) for last in range(min(longest, len(words.tokens)), at, -1))
                yield from filter(None, [next(filter(None, found), None)])


def _goes_on_as_body(words: TextWords, one: PlacedWord, at: int) -> bool:
    """Whether the next word but small ones is one that follows this one in the name of a known body."""
    for token in words.tokens[at + 1 : at + LONGEST_BODY]:
        if token.kind == "word" and not _is_small(token.norm):
            return not body_starts()[one.word.plain].isdisjoint(name_tokens(token.norm))
    return False


def _body_at(words: TextWords, one: PlacedWord, last: int) -> Stretch | None:
    ends = words.tokens[last - 1]
    if ends.kind != "word" or last < one.last or (last > one.last and _is_small(ends.norm)):
        return None
    if any(token.kind in ("mark", "break") and token.norm != "-" for token in words.tokens[one.first : last]):
        return None
    end = words.ends(last - 1)
    said = words.text[one.start : end]
    arabic = script(one.word.plain) == "arabic"
    body = body_named(said) if arabic or _is_written_as_name(said) else None
    if body is None or (arabic and last == one.first + 1 and not _is_meant(one, words, body)):
        return None
    start = _with_article(words, one)
    return Stretch(start, end, one.first, last, last - one.first, body=body.key)


def _is_meant(one: PlacedWord, words: TextWords, body: Body) -> bool:
    """Whether one Arabic word means a known body: with its article where it has one, and without an adjective that
    makes it an ordinary word, as in «القاعدة الجوية»."""
    if one.word.surface not in map(search_key, body.names["ar"]):
        return False
    return not (one.word.ordinary and one.word.surface != one.word.plain and words.is_definite_word(one.last))


def _is_written_as_name(said: str) -> bool:
    """Whether words of a script with capitals may be a known body's name: «IS» is, «is» and «Is» are not."""
    if len(said) <= LONGEST_ACRONYM:
        return said.isupper()
    return not said.islower() or " " not in said


def _with_article(words: TextWords, one: PlacedWord) -> int:
    """Where a name begins if an article that is a word of its own belongs to it: «al-Qaeda»."""
    before = [token for token in words.tokens[max(one.first - 2, 0) : one.first] if token.norm != "-"]
    if before and before[-1].norm in ARTICLES and one.start - before[-1].end <= 1:
        return before[-1].start
    return one.start


def _is_small(word: str) -> bool:
    return is_small(word) or word in naming().small


def extended(words: TextWords, stretch: Stretch) -> Stretch:
    """The stretch with the names that go before and follow it: «محمد علي الحوثي» is no «محمد علي»."""
    if stretch.body is not None:
        return stretch
    start, first = stretch.start, stretch.first
    for at in range(stretch.first - 1, max(stretch.first - 1 - MOST_EXTENDED, -1), -1):
        named = next((one for one in words.readings[at] if one.last == first and one.word.named), None)
        if named is None:
            break
        start, first = named.start, at
    end, last = stretch.end, stretch.last
    for _ in range(MOST_EXTENDED):
        at = words.next_part(last)
        named = None if words.is_joined_by_and(last, at) else _continuing(words, at)
        if named is None:
            break
        end, last = named.end, named.last
    return Stretch(start, end, first, last, stretch.parts, stretch.lone)


def goes_on(one: PlacedWord, other: PlacedWord, words: TextWords) -> bool:
    """Whether a name may go on from one word to the next: over «and» only a body's, and «على» only after a name."""
    if not one.word.named and _is_preposition(other, words):
        return False
    return not words.is_joined_by_and(one.last, other.first) or (one.word.in_bodies and other.word.in_bodies)


def _is_preposition(one: PlacedWord, words: TextWords) -> bool:
    return words.text[one.start : one.end] == _PREPOSITION


def _continuing(words: TextWords, at: int) -> PlacedWord | None:
    """The reading at a token that goes on with a person's name: a known name, a family name with its article, in
    Latin and Cyrillic a word with a capital letter."""
    if at >= len(words.readings):
        return None
    for one in words.readings[at]:
        if one.start != words.begins(at) or _is_preposition(one, words):
            continue
        definite = one.word.surface != one.word.plain
        if one.word.named or (definite and (not one.word.ordinary or one.word.plain.endswith("ي"))):
            return one
        if (
            script(one.word.plain) != "arabic"
            and words.text[one.start].isupper()
            and words.tokens[at - 1].kind == "word"
        ):
            return one
    return None
