"""Arabic clitics: the one-letter words written onto the next one (و ف ب ل ك س, the article) and the pronoun endings.

No rule of letters tells «وزير» (minister) from «و‎زيد» (and Zayd); a lexicon does. Every way to take a word apart is
weighed: a remainder the lexicon knows in a fitting use wins, among those the one with the fewest clitics; what no
lexicon knows is taken apart only where the letters are good evidence (an article, a leading و).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Protocol

from kashf.values import value

__all__ = ["Split", "Splitter", "Usage"]

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_ENDINGS = ("هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
_SHORTEST_STEM = 2
_SHORTEST_UNKNOWN = 3
_KNOWN = 10.0
_ARTICLE_EVIDENCE = 2.0
_CONJUNCTION_EVIDENCE = 1.2
_ENDING_EVIDENCE = 1.8
_CLITIC_COST = 1.0
_UNWRITTEN_FEMININE = 1.7
"""Against reading a final ه as a careless ة: «دفعه» is rather «he pushed him» than «a payment»."""


class Usage(Protocol):
    """What a lexicon must tell about a stem."""

    def uses(self, stem: str) -> frozenset[str]:
        """How the stem may be used: some of `noun`, `verb`, `past`, `present`, `whole`, …; empty if unknown."""


@value
class Split:
    """A word taken apart. `lead` is how many letters of the word the conjunction and preposition before it take up.

    `conjunction` is و or ف, `preposition` ب, ل, ك or the future's س, `article` whether ال (or its remains in لل) stands
    before `stem`; `ending` is the pronoun ending; `known` whether the lexicon knows the stem in this use.
    """

    stem: str
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    ending: str = ""
    known: bool = False
    lead: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.lead = len(self.conjunction) + len(self.preposition)  # type: ignore[misc]


class Splitter:
    """Takes words apart by a lexicon; remembers what it has seen."""

    __slots__ = ("_seen", "_usage")

    def __init__(self, usage: Usage) -> None:
        self._usage = usage
        self._seen: dict[tuple[str, bool], Split] = {}

    def split(self, word: str, *, feminine: bool = False) -> Split:
        """The best way to take a folded word apart.

        `feminine` says that the word was written with a final ة, which folding makes look like the ending ه.
        """
        key = (word, feminine)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = max(self._ways(word, feminine), key=lambda way: way[0])[1]
        return found

    def _ways(self, word: str, feminine: bool) -> Iterator[tuple[float, Split]]:
        for conjunction, rest in _leading(word, _CONJUNCTIONS):
            for preposition, article, body in _heads(rest):
                for stem, ending in _tails(body, feminine, bool(preposition)):
                    yield self._weigh(Split(stem, conjunction, preposition, article, ending), feminine)

    def _weigh(self, way: Split, feminine: bool) -> tuple[float, Split]:
        cost = _CLITIC_COST * (
            bool(way.conjunction) + bool(way.preposition) + 0.5 * way.article + 1.5 * bool(way.ending)
        )
        for stem in _spellings(way):
            uses = self._usage.uses(stem)
            if uses and _fits(way, uses):
                bare = Split(stem, way.conjunction, way.preposition, way.article, way.ending, known=True)
                unsaid = not way.ending and not feminine and stem.endswith("ه") and "whole" not in uses
                return _KNOWN - cost + ("whole" in uses) - _UNWRITTEN_FEMININE * unsaid, bare
        return _unknown(way) - cost, way


def _leading(word: str, letters: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for letter in letters:
        if word.startswith(letter) and len(word) > len(letter):
            yield letter, word[len(letter) :]


def _heads(rest: str) -> Iterator[tuple[str, bool, str]]:
    for preposition, body in _leading(rest, _PREPOSITIONS):
        yield preposition, False, body
        if body.startswith("ال") and len(body) > 3:
            yield preposition, True, body[2:]
        if preposition == "ل" and body.startswith("ل") and len(body) > 2:
            yield preposition, True, body[1:]
    if rest.startswith("س") and len(rest) > 3:
        yield "س", False, rest[1:]


def _tails(body: str, feminine: bool, after_preposition: bool) -> Iterator[tuple[str, str]]:
    yield body, ""
    if feminine:
        return
    for ending in _ENDINGS:
        if body.endswith(ending) and len(body) - len(ending) >= _SHORTEST_STEM:
            yield body[: -len(ending)], ending
        elif after_preposition and body == ending:
            yield "", ending


def _spellings(way: Split) -> Iterator[str]:
    """The stem, and how it is spelled when no ending follows: ت of the feminine was ه, ا was ي (استولاها)."""
    yield way.stem
    if way.ending:
        if way.stem.endswith("ت"):
            yield way.stem[:-1] + "ه"
        if way.stem.endswith("ا"):
            yield way.stem[:-1] + "ي"


def _fits(way: Split, uses: frozenset[str]) -> bool:
    if not way.stem:
        return bool(way.preposition in ("ب", "ل") and way.ending)
    if way.preposition == "س":
        return "verb" in uses and not way.article and way.stem[0] in "يتنا"
    if way.article:
        return bool(uses & {"noun", "whole"}) and not way.ending
    if way.preposition and "noun" not in uses:
        whole = "whole" in uses and not way.ending
        return whole or (way.preposition == "ل" and "present" in uses) or "demonstrative" in uses
    if way.ending in ("ني",):
        return "verb" in uses
    if way.ending:
        return bool(uses & {"noun", "verb", "preposition"})
    return True


def _unknown(way: Split) -> float:
    """The weight of a way whose stem no lexicon knows, before its clitics are counted against it."""
    if not way.stem:
        return _KNOWN if way.preposition in ("ب", "ل") and way.ending and not way.article else -_KNOWN
    if len(way.stem) < _SHORTEST_UNKNOWN or way.preposition == "س":
        return -_KNOWN
    if way.article:
        return (
            _ARTICLE_EVIDENCE + (0.9 if way.conjunction else 0) + (0.9 if way.preposition else 0) - 2 * bool(way.ending)
        )
    if way.preposition:
        return -_KNOWN
    weight = _CONJUNCTION_EVIDENCE if way.conjunction == "و" else -0.5 * bool(way.conjunction)
    return weight + (_ENDING_EVIDENCE if way.ending in ("هم", "ها", "هما", "ه") else -1.0 if way.ending else 0.0)
