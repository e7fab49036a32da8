"""A sentence as the search for sources reads it: its units by kind, with what opens and closes around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.unit_kinds import Kinds
from kashf.extraction.clauses.units import Unit
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.knowledge import Knowledge, knowledge_of
from kashf.extraction.sources.marks import Pair
from kashf.extraction.words.word import Word
from kashf.language.closed import phrases
from kashf.language.closed import words as table_words

__all__ = ["Line"]

STAYING = frozenset({"adverb", "particle", "negator"})
"""Kinds of units that stand between a verb and its subject without parting them."""
SHORTEST_OBJECT = 3
"""Words between marks that a colon leads to, where the sentence goes on behind them."""
LONGEST_NAME = 5
"""Words of a name in quotation marks."""
LONGEST_SPEECH = 400
"""Words before a sentence within which a quotation that runs into it opens."""
INSERTION = 25
"""Units within which the comma that closes an insertion stands."""


class Line:
    """One sentence: `clauses` as they were read, `pairs` of quotation marks by the word that opens them.

    `kind` tells the kind of a unit; `stop` beyond either end. The stop of an initial («Laura B. Stone») or within an
    address («العربية.نت») is none.
    """

    def __init__(self, draft: Draft, clauses: Clauses, pairs: Mapping[int, Pair]) -> None:
        self.draft = draft
        self.language = draft.language
        self.clauses = clauses
        self.units = clauses.units
        self.words = draft.words
        self.pairs = pairs
        self.phrases = tuple(self._behind_marks(phrase) for phrase in clauses.phrases)
        self.kind: Callable[[int], str] = Kinds(enumerate(map(self._kind, self.units))).__getitem__
        self.near = tuple(_overlapping(pairs, clauses.sentence.first, clauses.sentence.last))
        self.by_unit: Mapping[int, Event] = {event.unit: event for event in clauses.events}
        self.knowledge: Knowledge = knowledge_of(draft.language)
        self.european = self.knowledge.book.grammar.subject_first

    def _behind_marks(self, phrase: Phrase | None) -> Phrase | None:
        """«сообщил «Коммерсанту» источник»: in Russian the name in marks is whom it was told, not who tells."""
        pair = self.pairs.get(phrase.first - 1) if phrase is not None and self.language == "ru" else None
        if phrase is None or pair is None or not pair.closed or pair.last + 1 >= phrase.last:
            return phrase
        first = pair.last + 1
        return replace(phrase, first=first, kinds=self.words[first].classes)

    def closing_at(self, word: int) -> Pair | None:
        """The pair of marks that closes at a word."""
        return next((pair for pair in self.near if pair.last == word and pair.closed), None)

    @property
    def first(self) -> int:
        """The first word."""
        return self.clauses.sentence.first

    @property
    def last(self) -> int:
        """The word behind the last."""
        return self.clauses.sentence.last

    def __len__(self) -> int:
        return len(self.units)

    def table(self, *keys: str) -> frozenset[str]:
        """The words of lists of the language's table of reporting."""
        return table_words(self.language, "reporting", *keys)

    def _kind(self, unit: Unit) -> str:
        return "particle" if unit.kind == "stop" and self._initial(unit.first) else unit.kind

    def _initial(self, stop: int) -> bool:
        if self.words[stop].norm != "." or stop + 1 >= self.last or stop == self.first:
            return False
        before, behind = self.words[stop - 1].token, self.words[stop + 1].token
        if before.end == self.words[stop].token.start and behind.start == self.words[stop].token.end:
            return behind.kind == "word"  # «العربية.نت»
        short = before.end - before.start == 1 or self.abbreviated(stop - 1)
        return before.kind == "word" and short and before.end == self.words[stop].token.start

    def word(self, index: int) -> Word:
        """The first word of a unit."""
        return self.words[self.units[index].first]

    def bare(self, index: int) -> str:
        """The first word of a unit as written, without «and»."""
        word = self.word(index)
        return word.norm[len(word.split.conjunction) :]

    def unit_of(self, word: int) -> int:
        """The unit that holds a word, or the first behind it."""
        return next((index for index, unit in enumerate(self.units) if unit.last > word), len(self.units))

    def that(self, index: int) -> bool:
        """«أن», «إنه», "that": what is said follows."""
        kind = self.kind(index)
        if kind not in ("contrast", "complementiser", "particle"):
            return False
        first = self.units[index].first if index < len(self.units) else 0
        if first and self.words[first - 1].norm in self.table("no_that_behind"):
            return False  # «قبل أن», «بعد أن»
        if kind == "contrast":  # «شدد على أن»; behind a comma it is «however»
            last = self.words[self.units[index].last - 1]
            return last.norm in self.table("that") and self.kind(index - 1) in ("phrase", "event")
        return kind == "complementiser" or (kind == "particle" and self.bare(index) in self.table("that"))

    def colon(self, index: int) -> bool:
        """A colon."""
        return self.kind(index) == "stop" and index < len(self.units) and self.word(index).norm == ":"

    def quotation(self, index: int) -> Pair | None:
        """The pair of quotation marks that opens with a unit or right before it; single marks are no units."""
        if not 0 <= index < len(self.units):
            return None
        unit = self.units[index]
        lead = unit.lead if unit.lead >= 0 else unit.first
        return next((self.pairs[word] for word in range(lead - 1, unit.last) if word in self.pairs), None)

    def spoken_pair(self, word: int) -> Pair | None:
        """The pair that opens at a word, unless it holds a word or two of a sentence that goes on («: "داعش" يجمع»)."""
        pair = self.pairs.get(word)
        if pair is None:
            return None
        inside = [w for w in self.words[pair.first : pair.last] if w.category not in ("mark", "number")]
        behind = self.words[pair.last + 1] if pair.last + 1 < min(self.last, len(self.words)) else None
        goes_on = behind is not None and behind.category != "mark"
        return None if goes_on and len(inside) < SHORTEST_OBJECT else pair

    def bare_phrase(self, index: int) -> Phrase | None:
        """The phrase of a unit that stands behind no preposition."""
        if self.kind(index) not in ("phrase", "event"):
            return None
        preposition = self.units[index].preposition
        if preposition is not None and not (
            preposition in self.table("in_titles") and self.words[self.units[index].first].category == "title"
        ):
            return None
        return self.phrase(index)

    def phrase(self, index: int) -> Phrase | None:
        """The phrase of a unit; a participle with an article («المقبوض عليه») stands for who it tells of."""
        event = self.by_unit.get(index)
        if event is None or event.form != "participle" or not self.words[event.word].split.article:
            return self.phrases[index]
        unit = self.units[index]
        behind = index + 1 < len(self.units) and bool(self.units[index + 1].pronoun)
        last = self.units[index + 1].last if behind else unit.last
        return Phrase(unit.first, last, frozenset({"agent", "people"}))

    def finite(self, index: int) -> bool:
        """Whether a unit is a verb that is no infinitive behind a preposition."""
        event = self.by_unit.get(index)
        return event is not None and event.form == "verb"

    def participle(self, event: Event) -> bool:
        """«مضيفا», «отметив», and behind a comma "adding", which may also be a noun."""
        if event.form == "participle":
            return True
        return self.european and event.form == "noun" and self.kind(event.unit - 1) in ("comma", "quote")

    def light(self, event: Event) -> bool:
        """« fait savoir », «дал понять», "made clear": a verb that says nothing, and the word that makes it speech."""
        word = self.words[event.word + 1] if event.word + 1 < self.last else None
        pairs = phrases(self.language, "reporting", "light")
        return word is not None and any((event.lemma, norm) in pairs for norm in (word.norm, word.stem))

    def asked_inverted(self, event: Event) -> bool:
        """« a-t-il ajouté »: the subject is the pronoun between the helping verb and the verb."""
        before = event.unit - 1
        if not self.european or self.kind(before) != "phrase" or self.phrases[before] is None:
            return False
        pronoun = self.bare(before) in self.table("pronouns_one", "pronouns_many")
        word = self.units[before].first - 1
        return pronoun and word > self.first and self.words[word].norm in ("-", "_", "t")

    def skip(self, index: int, step: int = 1) -> int:
        """Past adverbs and particles, to the right or the left."""
        while 0 <= index < len(self.units) and self.kind(index) in STAYING and not self.that(index):
            index += step
        return index

    def past_insertion(self, comma: int) -> int | None:
        """Behind the comma that closes an insertion opened by one; None where none is closed."""
        for index in range(comma + 1, min(len(self.units), comma + INSERTION)):
            if self.kind(index) == "comma" and index > comma + 1:
                return index + 1
            if self.kind(index) in ("stop", "inference"):
                return None
        return None

    def before_insertion(self, comma: int) -> int | None:
        """Before the comma that opens an insertion closed by one; None where there is none."""
        for index in range(comma - 1, max(-1, comma - INSERTION), -1):
            if self.kind(index) == "comma" and index < comma - 1:
                return index - 1
            if self.kind(index) == "quote" and self._closes_speech(index):
                return index + 1 if index + 1 < comma and self.bare_phrase(index + 1) is not None else None
            told = self.kind(index) == "complementiser" and self._says_before(index)
            if told or self.kind(index) in ("stop", "inference"):
                return None
        return None

    def _says_before(self, index: int) -> bool:
        """Whether the clause that «that» opens is what somebody says: «officials said that …,»."""
        back = index - 1
        while back >= 0 and self.kind(back) not in ("comma", "stop"):
            event = self.by_unit.get(back)
            if not self.european or (event is not None and event.steers("say") and self.finite(back)):
                return True
            back -= 1
        return back < 0

    def _closes_speech(self, index: int) -> bool:
        """Whether a quotation mark closes more than a name."""
        mark = self.units[index].first
        pair = self.closing_at(mark)
        long = pair is not None and pair.last - pair.first > LONGEST_NAME
        return long or "comma" in (self.kind(index + 1), self.kind(index - 1))

    def start_of(self, index: int) -> int:
        """The word at which a subject begins: «Mr.» before a name belongs to it."""
        first = self.units[index].first
        titled = first >= self.first + 2 and self.words[first - 1].norm == "."
        return first - 2 if titled and self.abbreviated(first - 2) else first

    def abbreviated(self, word: int) -> bool:
        """Whether a word is one of those that a stop abbreviates («Mr.», «M.»)."""
        return self.words[word].norm in table_words(self.draft.language, "words", "abbreviations")

    def events(self) -> Iterator[Event]:
        """The events, in order."""
        return iter(self.clauses.events)


def _overlapping(pairs: Mapping[int, Pair], first: int, last: int) -> Iterator[Pair]:
    """The pairs that stand in words first..last in part at least; one that opens before is among those kept open."""
    within = [word for word in range(max(0, first - LONGEST_SPEECH), last) if word in pairs] if pairs else ()
    return (pairs[word] for word in within if pairs[word].last >= first)
