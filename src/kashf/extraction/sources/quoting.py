"""What stands in quotation marks: speech, a fragment of it, or a name, a title, a word of doubt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kashf.extraction.draft import Draft, Scope
from kashf.extraction.sources.marks import Pair
from kashf.extraction.sources.saying import Saying
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.records import Link, Quote, Speaker
from kashf.text.sentences import Sentence

__all__ = ["Quoting"]

SHORTEST_FRAGMENT = 3
"""Words of a quoted fragment within reported speech; one or two words are a name or a word of doubt."""
SHORTEST_SPEECH = 2
"""Words; one word is speech only where a colon leads to it."""
SHORTEST_SENTENCE = 7
"""Words; so many with a verb among them are a sentence, and no title or name."""
_TRIMMED = frozenset({",", "،", ".", ";", "؛", "-", "*", "\n"})
_PARTING = frozenset({",", "،", "?", "؟", "!"})
_NAMING = frozenset({"organisation", "group", "state", "facility", "site", "outlet", "currency"})


class Quoting:
    """The quotations of one report. `scopes` are those found so far; each quotation adds its own.

    `stated` are those of a statement that tells what others say: what is quoted there are the statement's words.
    """

    def __init__(self, draft: Draft, pairs: Mapping[int, Pair], scopes: list[Scope]) -> None:
        self.draft = draft
        self.words = draft.words
        self.pairs = pairs
        self.scopes = scopes
        self.found: list[Quote] = []
        self.spoken: list[tuple[Quote, tuple[Link, ...]]] = []
        self.stated: list[Scope] = []
        self.occupied: set[int] = set()
        self.starts = [sentence.first for sentence in draft.sentences]
        self.names = {(name.first, name.last) for name in draft.names}

    def quotes(self) -> tuple[Quote, ...]:
        """All quotations, in order, those included that no saying leads to."""
        self.pairs = dict(sorted(self.pairs.items()))
        for pair in self.pairs.values():
            if not self._taken(pair):
                self._fragment(pair)
        for pair in self.pairs.values():
            if not self._taken(pair) and not pair.inner:
                self._go_on(pair) or self._unclaimed(pair)
        for pair in reversed(self.pairs.values()):
            if pair.goes_on and not self._taken(pair):
                self._goes_on_in_next(pair)
        return tuple(sorted(self.found, key=lambda quote: quote.start))

    def holds_speech(self, pair: Pair, saying: Saying) -> bool:
        """Whether words that a saying leads to are speech."""
        told = saying.kind == "verb" and saying.content.before and saying.content.pair is pair
        if self._taken(pair) or (not told and ((pair.first, pair.last) in self.names or self._unbroken(pair))):
            return False
        count = self._count(pair)
        if told and self._opens_sentence(pair) and self._closed_by_comma(pair):
            return True  # «Директор», — ответил свидетель
        return self._long_enough(pair, saying, count)

    def _long_enough(self, pair: Pair, saying: Saying, count: int) -> bool:
        """Whether a pair of so many words is more than a name or a word of doubt."""
        if saying.kind in ("quote only", "accusation", "source"):
            return count >= SHORTEST_FRAGMENT and not self._names_something(pair)
        if not pair.closed and not (self._led_by_colon(pair) or saying.content.pair is pair):
            return False
        acts = self._has_verb(pair)
        if self._led_by_colon(pair) or (saying.content.before and acts):
            return count >= 1
        if acts and saying.content.pair is not None and pair.last < saying.content.pair.opening:
            return count >= SHORTEST_SPEECH  # the first part of a broken one
        return count >= (SHORTEST_SPEECH if saying.content.before else SHORTEST_FRAGMENT)

    def _unbroken(self, pair: Pair) -> bool:
        """Whether nothing in the marks has a space before it: «بي.بي.سي», an address."""
        inside = self._inside(pair)
        touching = all(one.token.end == other.token.start for one, other in pairwise(inside))
        return len(inside) > 1 and touching

    def add(self, pair: Pair, links: tuple[Link, ...], verb: str | None) -> None:
        """Adds a quotation with its speaker, and its scope."""
        first, last = self._trimmed(pair)
        if first >= last:
            return
        start, end = self.words[first].token.start, self.words[last - 1].token.end
        said_by = links[-1]
        speaker = Speaker(said_by.text, said_by.start, said_by.end, said_by.entity, said_by.name, said_by.title)
        quote = Quote(start, end, self.draft.text[start:end], verb, speaker)
        self.found.append(quote)
        self.occupied.update(range(first, last))
        self.spoken.append((quote, links))
        self.scopes.append(Scope(start, end, links, direct=True))

    # What no saying leads to.

    def _fragment(self, pair: Pair) -> None:
        """Quoted pieces of what somebody is reported to say are their words too."""
        start, end = self.words[pair.first].token.start, self.words[pair.last - 1].token.end
        around = [s for s in self.scopes if s.start <= start and end <= s.end and not s.own]
        if not pair.closed or not around or any(scope.direct for scope in around) or not self._is_fragment(pair):
            return
        stated = [scope for scope in around if scope in self.stated]
        inner = min(stated or around, key=lambda scope: scope.end - scope.start - 10**6 * scope.depth)
        self.add(pair, inner.links, inner.links[-1].verb)

    def _is_fragment(self, pair: Pair) -> bool:
        if (pair.first, pair.last) in self.names or self._names_something(pair) or self._unbroken(pair):
            return False
        if not self._has_verb(pair) and (self.words[pair.first].category == "name" or self._mostly_name(pair)):
            return False
        return sum(word.category != "mark" for word in self._inside(pair)) >= SHORTEST_FRAGMENT

    def _mostly_name(self, pair: Pair) -> bool:
        """Whether half of the words between marks belong to a name."""
        covered = sum(max(0, min(last, pair.last) - max(first, pair.first)) for first, last in self.names)
        return covered * 2 >= pair.last - pair.first

    def _names_something(self, pair: Pair) -> bool:
        """Whether the marks hold the name of what the noun before them is: «شركة "…"», «فيلم "…"»."""
        before = self.words[pair.opening - 1] if pair.opening else None
        if before is None or before.category == "verb" or self._has_verb(pair):
            return False
        noun = before.category in ("noun", "unknown", "title", "verbal_noun")
        named = before.stem in table_words(self.draft.language, "reporting", "named_things")
        return named or (noun and bool(before.classes & _NAMING))

    def _go_on(self, pair: Pair) -> bool:
        """A quotation that opens its sentence right behind another's goes on with the same speaker."""
        start = self.words[pair.first].token.start
        before = [entry for entry in self.spoken if entry[0].end <= start]
        if not before or not self._opens_sentence(pair):
            return False
        if not self._has_verb(pair) and not (self._closes_sentence(pair) and self._count(pair) >= SHORTEST_FRAGMENT):
            return False
        last, links = max(before, key=lambda entry: entry[0].end)
        paragraphs = sum(1 for part in self.draft.text[last.end : start].split("\n") if part.strip("\"'”“»« .*"))
        if paragraphs > 1 and not self._closes_sentence(pair):
            return False
        if paragraphs > 2 or self._sentences_between(last.end, pair) > 1:
            return False
        self.add(pair, links, last.verb)
        return True

    def _goes_on_in_next(self, pair: Pair) -> None:
        """A paragraph of a quotation that the next paragraph goes on with has the speaker told there."""
        end = self.words[pair.last - 1].token.end
        behind = [entry for entry in self.spoken if entry[0].start >= end]
        if behind:
            following, links = min(behind, key=lambda entry: entry[0].start)
            self.add(pair, links, following.verb)

    def _sentences_between(self, end: int, pair: Pair) -> int:
        """Whole sentences between the end of a quotation and the sentence of a pair; counted no further than needed."""
        place, between = bisect_right(self.starts, pair.first) - 2, 0
        while place >= 0 and between <= 1 and self.words[self.starts[place]].token.start >= end:
            place, between = place - 1, between + 1
        return between

    def _opens_sentence(self, pair: Pair) -> bool:
        sentence = self._sentence_of(pair.first)
        lead = self.words[sentence.first : pair.opening]
        return all(word.category in ("mark", "connective", "adverb", "particle") for word in lead)

    def _closes_sentence(self, pair: Pair) -> bool:
        return self._sentence_of(pair.first).last <= pair.last + 2

    def _unclaimed(self, pair: Pair) -> bool:
        """A whole sentence in marks is speech, though nothing tells whose."""
        least = SHORTEST_FRAGMENT if self._led_by_colon(pair) else SHORTEST_SENTENCE
        if not pair.closed or not self._has_verb(pair) or self._count(pair) < least:
            return False
        first, last = self._trimmed(pair)
        start, end = self.words[first].token.start, self.words[last - 1].token.end
        self.found.append(Quote(start, end, self.draft.text[start:end]))
        self.occupied.update(range(first, last))
        return True

    # What is between the marks.

    def _taken(self, pair: Pair) -> bool:
        """Whether words of a pair are a quotation already."""
        return any(word in self.occupied for word in range(pair.first, pair.last))

    def _sentence_of(self, word: int) -> Sentence:
        """The sentence that holds a word."""
        return self.draft.sentences[max(0, bisect_right(self.starts, word) - 1)]

    def _inside(self, pair: Pair) -> Sequence[Word]:
        return self.words[pair.first : pair.last]

    def _count(self, pair: Pair) -> int:
        return sum(word.category not in ("mark", "number") for word in self._inside(pair))

    def _has_verb(self, pair: Pair) -> bool:
        return any(word.category in ("verb", "particle") for word in self._inside(pair))

    def _closed_by_comma(self, pair: Pair) -> bool:
        """Whether a comma or a mark of its own parts what stands in marks from what follows."""
        around = self.words[pair.last - 1 : pair.last + 2]
        return any(word.norm in _PARTING for word in around)

    def _led_by_colon(self, pair: Pair) -> bool:
        place = pair.opening - 1
        while place > 0 and self.words[place].norm in ("*", '"', "'"):
            place -= 1
        return place >= 0 and self.words[place].norm == ":"

    def _trimmed(self, pair: Pair) -> tuple[int, int]:
        """Without marks at either end; a question or exclamation mark stays."""
        first, last = pair.first, pair.last
        while last > first and self.words[last - 1].norm in _TRIMMED:
            last -= 1
        while first < last and self.words[first].norm in _TRIMMED | {'"', "'"}:
            first += 1
        return first, last
