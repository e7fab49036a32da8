"""A sentence while it is taken apart: its words, units, phrases and events, and the ways to move among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kashf.extraction.clauses.described import noun_described
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.unit_kinds import Kinds
from kashf.extraction.clauses.units import Unit
from kashf.extraction.knowledge import Knowledge
from kashf.extraction.words.word import Word

__all__ = ["BARRIERS", "HAVING", "SKIPPED", "Parse"]

SKIPPED = frozenset({"adverb", "particle", "quote"})
"""Units that stand between others without parting them."""
BARRIERS = frozenset({"stop", "connective", "contrast", "inference", "complementiser"})
"""Units across which nothing is an argument of anything."""
_NOT_PARTING = SKIPPED | {"negator"}
_OPENED_BEHIND = BARRIERS | {"comma", "source"}
HAVING = frozenset({"ayant", "étant"})
"""French participles that help another, whose clause a comma sets off."""
_TELLER = 4
"""Units behind a comma within which who says it stands."""
INSERTION = 12
"""Units back from a comma within which the comma that opens the insertion stands."""
_BROAD = frozenset({"agent", "counted", "holding", "activity", "other", "somewhere"})
"""Kinds too broad to tell that two phrases are members of one list."""


@dataclass(slots=True)
class Parse:
    """What the steps of the analysis share. `core` are each event's phrases without preposition, in groups of joined
    ones; `used` the units already taken as such; `controllers` who acts in the infinitive behind an event; `kind` tells
    the kind of a unit, `stop` beyond either end."""

    words: Sequence[Word]
    units: Sequence[Unit]
    phrases: Sequence[Phrase | None]
    events: Sequence[Event]
    knowledge: Knowledge
    by_unit: dict[int, Event] = field(default_factory=dict)
    core: dict[int, list[list[Phrase]]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    controllers: dict[int, Phrase | None] = field(default_factory=dict)
    kind: Callable[[int], str] = field(init=False)

    def __post_init__(self) -> None:
        self.by_unit = {event.unit: event for event in self.events}
        self.kind = Kinds(enumerate(unit.kind for unit in self.units)).__getitem__

    def joins(self, index: int) -> bool:
        """Whether a unit is joined to what stands before it by و or by «including»."""
        return self.units[index].conjoined or self.kind(index - 1) == "including"

    def alike(self, index: int, head: Phrase) -> bool:
        """Whether a unit's phrase could be a member of one list with another phrase."""
        phrase = self.phrases[index]
        return phrase is not None and not phrase.kinds.isdisjoint(head.kinds - _BROAD)

    def is_time(self, index: int) -> bool:
        """Whether a unit says when, and so is neither subject nor object."""
        phrase = self.phrases[index] if 0 <= index < len(self.units) else None
        return phrase is not None and phrase.is_a("time") and phrase.figure is None

    def with_joined_before(self, index: int) -> tuple[Phrase, ...]:
        """A phrase with those it is joined to, up to the first of them."""
        first = index
        while first > 0 and self.units[first].conjoined and self.kind(first - 1) == "phrase":
            first -= 1
        return tuple(phrase for phrase in self.phrases[first : index + 1] if phrase is not None)

    def subject_at(self, index: int) -> tuple[Phrase, ...]:
        """A phrase before a verb with those it is joined to, unless the first of them is the object of another verb:
        «dropped the charges and the bank agreed to …»."""
        joined = self.with_joined_before(index)
        first = index - len(joined) + 1
        before = self.by_unit.get(first - 1)
        taken = before is not None and before.form == "verb" and not before.steers("say", "expect")
        own = taken or (self.units[first].preposition is not None and self.has_verb_before(first))
        return joined[-1:] if own and len(joined) > 1 and self.knowledge.book.grammar.head_last else joined

    def has_verb_before(self, index: int) -> bool:
        """Whether the clause that a unit stands in has a verb before it."""
        for back in range(index - 1, -1, -1):
            event = self.by_unit.get(back)
            if event is not None and event.form == "verb" and not event.steers("say", "expect"):
                return True
            if self.kind(back) in BARRIERS:
                return False
        return False

    def skip_back(self, index: int) -> int:
        """Back over what does not part a verb from its subject, «بحسب فلان» between commas included."""
        while index >= 0 and (self.kind(index) in _NOT_PARTING or self.is_time(index)):
            index -= 1
        if self.kind(index) == "comma":
            source = next((i for i in range(index - 1, max(-1, index - 5), -1) if self.kind(i) == "source"), None)
            if source is not None:
                opened = self.kind(source - 1) == "comma" and not self.units[source - 1].conjoined
                return self.skip_back(source - 1 - opened)
            if self.knowledge.book.grammar.subject_first:
                return self._past_insertion(index)
            if self.kind(index - 1) == "phrase" and self.kind(index - 2) == "complementiser":
                return index - 1  # «أن المقبوض عليه الأول، كان قد تلقى»
            opening = self._opening(index)
            return self.skip_back(opening - 1) if opening else index
        return index

    def _opening(self, comma: int) -> int:
        """The comma that opens what tells more of a noun («المتهم، وهو تاجر من حلب،»); 0 where none does."""
        for index in range(comma - 1, max(0, comma - INSERTION), -1):
            if self.kind(index) == "comma":
                return index if self._tells_more(index + 1) else 0
            if self.kind(index) == "stop":
                return 0
        return 0

    def _tells_more(self, index: int) -> bool:
        """Whether what begins at a unit tells more of the noun before the comma: «، وهو …»، «، الذي …»، «، ويدعى …»."""
        if self.knowledge.book.grammar.subject_first or self.kind(index - 2) not in ("phrase", "event", "quote"):
            return False
        unit = self.units[index]
        word = self.words[unit.lead if unit.lead >= 0 else unit.first]
        if unit.kind == "relative":
            return word.norm.startswith("ال")
        if unit.kind == "connective" and word.category == "pronoun":
            return self.kind(index + 1) != "relative"  # «وهو ما دفع السلطات إلى …»
        if word.norm in self.knowledge.closed("words", "asides") or unit.preposition == "بقيمه":
            return True  # «، خلافا لما أعلنه،», «، بعدما أغلق مكتبه،»
        return self._calls(index, word) or self._entitles(index, word)

    def _calls(self, index: int, word: Word) -> bool:
        """«، ويدعى «أبو مريم»،», «، الملقب بـ«المحاسب»،», «إيرادات الميناء، وتقدر بـ45 مليون دولار،»."""
        event = self.by_unit.get(index)
        if event is not None and event.lemma in self.knowledge.closed("words", "measuring"):
            return self.units[index].conjoined
        told = event is not None and event.form == "verb"
        called = word.stem in self.knowledge.closed("words", "called")
        return called and (told or (word.split.article and not self.units[index].conjoined))

    def _entitles(self, index: int, word: Word) -> bool:
        """«أبو طلحة، أمير النفط في التنظيم، قتل»: a title behind the comma after a person."""
        unit, back = self.units[index], index - 3 if self.kind(index - 2) == "quote" else index - 2
        if unit.kind == "phrase" and word.stem in self.knowledge.closed("words", "measures"):
            return unit.preposition is None  # «أربع حوالات، قيمة كل منها تسعة آلاف دولار، خرجت»
        titled = word.category == "title" and not unit.conjoined and unit.preposition is None and unit.kind == "phrase"
        before = self.phrases[back]
        return titled and before is not None and before.is_a("person")

    def _past_insertion(self, comma: int) -> int:
        """Back over what commas set off behind a subject: «Idris, a trader from Kampala, has …»; else the comma."""
        finite = False
        if helper := self._parted_helper(comma):
            return self.skip_back(helper - 1)
        for index in range(comma - 1, max(-1, comma - INSERTION), -1):
            kind = self.kind(index)
            event = self.by_unit.get(index)
            finite = finite or (event is not None and self._stands_alone(event, comma))
            if kind == "comma" and self._tells_age(index - 1):
                continue  # « Karim Benali, 45 ans, homme d'affaires installé à Dubaï, a … »
            if kind == "comma":
                return index - 1 if self._opens_insertion(index, finite=finite) else comma
            opened = kind == "connective" and self.kind(index - 1) == "comma" and self.opens_clause(index - 2)
            if kind in BARRIERS and not (opened and self.knowledge.book.grammar.head_last):
                return comma  # but «Marek, as he is known, faked …»
        return comma

    def _opens_insertion(self, comma: int, *, finite: bool) -> bool:
        """Whether a comma sets off what stands behind it from a noun or named act that heads a clause; `finite`: a verb
        stands behind it."""
        told, named = self.by_unit.get(comma + 1), self.by_unit.get(comma - 1)
        headed = self.kind(comma - 1) == "phrase" or (named is not None and named.form == "noun")
        says = told is not None and told.steers("say") and not self.units[comma].conjoined
        goes_on = says or self.kind(comma + 1) == "relative" or self._awaits_verb(comma)
        return headed and (not finite or goes_on)  # «Часть денег, считает судья, шла …»

    def _parted_helper(self, comma: int) -> int:
        """The helping verb before the comma that opens what another closes: « aurait, dit-il, vendu »; 0 for none."""
        opening = next((i for i in range(comma - 1, max(0, comma - INSERTION), -1) if self.kind(i) == "comma"), 0)
        helper = opening - 1
        while helper > 0 and self.kind(helper) == "adverb":
            helper -= 1
        return helper if opening and self.helps(helper) else 0

    def _tells_age(self, index: int) -> bool:
        """Whether a unit between two commas says how old somebody is."""
        phrase = self.phrases[index] if index > 1 else None
        aged = phrase is not None and phrase.is_a("time") and phrase.figure is not None
        return aged and self.kind(index - 1) == "comma"

    def _awaits_verb(self, comma: int) -> bool:
        """Whether what stands before a comma has no verb yet: «The boat, once stripped, was sold»."""
        bare = self.units[comma - 1].preposition is None and not self.is_time(comma - 1)
        opens = self.knowledge.book.grammar.head_last and bare and self.opens_clause(comma - 1)
        return self.kind(comma + 1) == "relative" or opens

    def _stands_alone(self, event: Event, comma: int) -> bool:
        """Whether a verb before a comma tells of something of its own, and not only who speaks: «, he believes, »."""
        speaks = event.unit == comma - 1 and event.steers("say") and self.knowledge.book.grammar.head_last
        having = event.unit > 0 and self.words[self.units[event.unit - 1].first].norm in HAVING
        return event.form == "verb" and not speaks and not having  # « Le réseau, ayant vendu …, est visé »

    def insertion_end(self, comma: int) -> int:
        """The comma that closes what a comma sets off in the midst of a clause; 0 where nothing is.

        Set off are times, adverbs and phrases behind prepositions, and in verb-first order also what says more of the
        subject: «فرضت واشنطن، الثلاثاء، عقوبات», «نقل المتهم، السوري الجنسية، أموالا».
        """
        more = comma + 1 < len(self.units) and self._tells_more(comma + 1)
        for index in range(comma + 1, min(comma + INSERTION, len(self.units))):
            kind = self.kind(index)
            if kind == "comma":
                following = self.units[index + 1] if index + 1 < len(self.units) else None
                goes_on = following is not None and following.kind == "phrase" and not following.conjoined
                return index if index > comma + 1 and goes_on else 0
            set_off = more or kind in SKIPPED or self._set_off(index, comma) or self._told(index, comma)
            if kind == "stop" or not set_off:
                return 0
        return 0

    def _told(self, index: int, comma: int) -> bool:
        """« vendaient aussi, assure un repenti, des armes »: a verb of speech with its subject behind it."""
        says = self.by_unit.get(comma + 1)
        if says is None or not says.steers("say") or not self.knowledge.book.grammar.subject_first:
            return False
        return index == comma + 1 or (self.kind(index) == "phrase" and index <= comma + _TELLER)

    def _set_off(self, index: int, comma: int) -> bool:
        """Whether a phrase may stand in what a comma sets off: behind a preposition, or a time.

        In European languages one more may be joined with its preposition, and an act may come first, with an adjective
        behind it: «, par des ventes fictives, ».
        """
        unit, phrase = self.units[index], self.phrases[index]
        if phrase is None:
            return False
        european = self.knowledge.book.grammar.subject_first
        adjective = european and not phrase.kinds and index - 1 in self.by_unit
        if unit.conjoined and not (european and unit.preposition):
            return False
        if not european and phrase.event is not None and unit.preposition is None:
            return False
        adjective = adjective or (
            not european and not phrase.kinds and index - 1 in self.by_unit
        )  # «، عبر واجهات محلية،»
        first = phrase.event is None or index == comma + 1
        return first and (adjective or unit.preposition is not None or phrase.is_a("time"))

    def opens_clause(self, index: int) -> bool:
        """Whether nothing of its clause stands before a unit."""
        while index > 0 and self.units[index].conjoined and self.kind(index - 1) == "phrase":
            index -= 1
        back = index - 1
        while back >= 0 and self.kind(back) in SKIPPED:
            back -= 1
        if back > 0 and self.kind(back) == "comma" and self._closes_insertion(back):
            return False
        return back < 0 or self.kind(back) in _OPENED_BEHIND

    def _closes_insertion(self, comma: int) -> bool:
        """Whether a comma closes what an Arabic clause has set off: «فرضت واشنطن، الثلاثاء، عقوبات»."""
        if self.knowledge.book.grammar.subject_first:
            return False
        opening = next((at for at in range(comma - 1, max(0, comma - INSERTION), -1) if self.kind(at) == "comma"), 0)
        return bool(opening) and self.insertion_end(opening) == comma

    def begins_clause(self, index: int) -> bool:
        """Whether a finite verb at a unit begins a clause of its own: joined by و or behind a comma."""
        event = self.by_unit.get(index)
        if event is None or event.form != "verb":
            return False
        return self.units[index].conjoined or self.kind(index - 1) == "comma"

    def carries(self, index: int) -> bool:
        """Whether the event of a unit is a helping verb, whose clause the next verb shares («كان يسيطر»)."""
        event = self.by_unit.get(index)
        return event is not None and event.form == "verb" and event.steers("be", "begin", "go_on", "act", "undergo")

    def helps(self, index: int) -> bool:
        """Whether a unit is a helping verb of English, French or Russian."""
        word = self.words[self.units[index].first]
        return self.kind(index) == "particle" and word.norm in self.knowledge.closed("words", "auxiliaries")

    def units_before(self, index: int) -> Iterator[int]:
        """The units before one, nearest first, but for what Arabic sets off behind a subject: «زود الضابط، وهو من سكان
        حلب، المتمردين بالذخيرة»."""
        back = index - 1
        while back >= 0:
            before = back
            if self.kind(back) == "comma" and not self.knowledge.book.grammar.subject_first:
                before = self.skip_back(back)
            if before == back:
                yield back
                before -= 1
            back = before

    def noun_described(self, index: int) -> int:
        """The unit of the noun behind that a Russian participle says more of («изъятые у боевиков автоматы»), or 0."""
        event = self.by_unit.get(index)
        if not self.knowledge.book.grammar.cases or event is None or event.form != "participle":
            return 0
        return noun_described(self.units, self.words, index)

    def word(self, event: Event) -> Word:
        """The word of an event."""
        return self.words[event.word]
