"""What is said: where the words of a saying begin, behind its verb or before it."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.marks import Pair
from kashf.extraction.sources.saying import Content
from kashf.language.closed import phrases

__all__ = ["content_of"]

LEAST_CLAUSE = 3
"""Words behind a verb of speech that can be a clause without «that»."""
FARTHEST = 45
"""Units between a verb of speech and what is said."""
_ENDS = frozenset({"stop", "inference"})
_LINKING = frozenset({"complementiser", "relative"})


def content_of(line: Line, event: Event, subject: int | None) -> Content | None:
    """What a verb of speech has said, or None where it has nothing said. `subject` is the unit of its subject."""
    return _Search(line, event, subject).run()


class _Search:
    def __init__(self, line: Line, event: Event, subject: int | None) -> None:
        self.line = line
        self.event = event
        self.behind = max(event.unit, subject if subject is not None else -1)
        self.document = _is_document(line, subject)
        self.weak = event.lemma in line.table("weak") and not self.document
        self.in_relative = False

    def run(self) -> Content | None:
        index: int | None = self.event.unit + 1
        while index is not None and index < min(len(self.line), self.event.unit + FARTHEST):
            found, index = self._step(index)
            if found is not None:
                return found
        return (
            self._touched()
            or self._infinitive()
            or (self._without_that() if self._helped() or self._long_enough() else None)
        )

    def _touched(self) -> Content | None:
        """«وتطرق البيان للصواريخ التي أطلقت»: what a document or speaker goes into, behind the subject."""
        behind = self.behind + 1
        if (
            self.event.lemma not in self.line.table("touching")
            or self.behind <= self.event.unit
            or behind >= len(self.line)
        ):
            return None
        return Content(start=self.line.units[behind].first)

    def _infinitive(self) -> Content | None:
        """« assure avoir détruit », « affirme n'avoir rien signé »."""
        index = self.line.skip(self.event.unit + 1) if self.line.european else len(self.line)
        for word in range(self.event.word + 1, self._before_infinitive()):
            if self.line.words[word].norm in self.line.table("infinitives"):
                return Content(start=self.event.word + 1, plain=True)
        while index < len(self.line) and self.line.phrases[index] is not None and _is_time(self.line, index):
            index = self.line.skip(index + 1)
        act = self.line.by_unit.get(index)
        if act is not None and self._told_in_infinitive(act):
            return Content(start=act.word, plain=True)
        if index >= len(self.line) or not self._takes_object() or self.behind > self.event.unit:
            return None
        told = self.line.bare_phrase(index)
        named = act is not None and act.form == "noun" and self.line.units[index].preposition is None
        if named or (told is not None and not told.pronoun):
            lead = self.line.units[index].lead
            return Content(start=lead if lead >= 0 else self.line.units[index].first)
        return None

    def _told_in_infinitive(self, act: Event) -> bool:
        """« disent payer les gardes »: an infinitive right behind a verb of speech, where a language says it so."""
        infinitive = act.form == "noun" and self.line.word(act.unit).norm == act.lemma
        own = not self.weak and self.behind <= self.event.unit and self.line.units[act.unit].preposition is None
        return infinitive and own and bool(self.line.table("infinitives"))

    def _before_infinitive(self) -> int:
        """The word behind which no infinitive is looked for: some words on, or past « dans un communiqué »."""
        index = self.line.skip(self.event.unit + 1)
        while index < len(self.line) and self.line.kind(index) == "phrase" and self.line.units[index].preposition:
            index = self.line.skip(index + 1)
        past = self.line.units[index].first if index < len(self.line) else self.line.last
        return min(max(self.event.word + 4, past + 1), self.line.last)

    def _long_enough(self) -> bool:
        """Whether so much follows a subject and verb that it is a clause, though no table knows its verb."""
        behind = self.line.skip(self.event.unit + 1)
        plain = self.document or self.event.lemma in self.line.table("that_left_out")
        return (
            plain and self.line.bare_phrase(behind) is not None and self.line.last - self.event.word > LEAST_CLAUSE * 2
        )

    def _helped(self) -> bool:
        """Whether a helping verb follows, where no table knows the verb it helps: «said the convoy was looted»."""
        following = range(self.event.unit + 1, min(len(self.line), self.event.unit + 8))
        return self.line.european and any(self.line.word(i).may_be("auxiliary") is not None for i in following)

    def _step(self, index: int) -> tuple[Content | None, int | None]:
        """What is found at a unit, and where to go on; None where the search is at its end."""
        line = self.line
        pair = line.quotation(index)
        if pair is not None and self._speech(pair, index):
            return Content(start=self._before_marks(index), pair=pair), None
        if (line.that(index) or self._that_after_all(index)) and not self._inverted():
            further = line.european and line.units[index].conjoined and self._without_that()
            if further:
                return further, None  # «said the U.S. must act, and that it would»
            anothers = self.weak and line.word(index).split.conjunction and not line.european
            return (None if anothers else self._behind_that(index)), None
        if line.colon(index):
            return self._behind_colon(index), None
        if line.kind(index) in _ENDS or (line.kind(index) in ("connective", "contrast") and index > self.behind):
            return None, None
        if line.kind(index) == "relative":
            self.in_relative = True
            return None, index + 1
        if line.kind(index) == "comma":
            return self._across(index)
        return self._clause(index)

    def _inverted(self) -> bool:
        """« …, révèle un audit que nous avons lu »: behind an inverted subject «que» is a relative, but in Russian."""
        line = self.line
        return line.european and self.behind > self.event.unit and not line.knowledge.book.grammar.cases

    def _that_after_all(self, index: int) -> bool:
        """«said in a report published Wednesday that groups had …»: behind when or where it was said, and with no
        further «that» behind it, this one is no relative."""
        line = self.line
        if line.kind(index) != "relative" or line.bare(index) not in line.table("that") or not line.european:
            return False
        before = line.phrases[index - 1] if line.kind(index - 1) == "phrase" else None
        apart = before is not None and (_is_time(line, index - 1) or line.units[index - 1].preposition is not None)
        further = any(line.kind(i) == "complementiser" and line.bare(i) == line.bare(index) for i in self._rest(index))
        light = line.units[index].first - 1 == self.event.word + 1 and line.light(self.event)
        return light or (apart and not further and not self.weak)

    def _rest(self, index: int) -> range:
        """The units behind one in its clause."""
        line = self.line
        end = next((i for i in range(index + 1, len(line)) if line.kind(i) == "stop"), len(line))
        return range(index + 1, end)

    # Marks.

    def _speech(self, pair: Pair, index: int) -> bool:
        """Whether the words between marks are the object of the verb, and no name or word of doubt in its clause."""
        line = self.line
        inside = [line.words[p] for p in range(pair.first, pair.last)]
        if self.event.steers("describe"):
            return True
        if self.weak and not self._led(index) and index > self.behind + 1:
            return False
        if self._led(index) or any(word.category == "verb" for word in inside):
            return True
        return sum(word.category not in ("mark", "number") for word in inside) >= 4 and index <= self.behind + 2

    def _before_marks(self, index: int) -> int | None:
        """«said the smugglers "pay a bribe"»: the words before the marks are what is said, too."""
        line, first = self.line, self.event.unit + 1
        told = self.event.lemma in line.table("that_left_out") and self.behind <= self.event.unit and index > first
        return (
            line.units[first].first if told and line.bare_phrase(first) is not None and not self._led(index) else None
        )

    def _led(self, index: int) -> bool:
        before = self.line.units[index].first - 1
        while before > self.line.first and self.line.words[before].norm in ("*", '"', "'"):
            before -= 1
        return self.line.words[before].norm == ":"

    def _behind_that(self, index: int) -> Content:
        """Behind «أن»; a pronoun written onto it («أنها») belongs to what is said."""
        unit = self.line.units[index]
        start = unit.first if self.line.kind(index) == "particle" else unit.last
        return Content(start=start, pair=self._pair_at(unit.last))

    def _behind_colon(self, index: int) -> Content:
        behind = self.line.units[index].last
        pair = self._pair_at(behind)
        if pair is not None:
            return Content(pair=pair)
        following = self.line.unit_of(behind)
        if self.line.that(following):
            return self._behind_that(following)
        return Content(start=behind)

    def _pair_at(self, word: int) -> Pair | None:
        while word < self.line.last and self.line.words[word].norm == "*":
            word += 1
        return self.line.spoken_pair(word)

    # Clauses.

    def _across(self, comma: int) -> tuple[Content | None, int | None]:
        """Past a comma: an insertion is passed over; a new clause ends the search."""
        line = self.line
        following = comma + 1
        if line.that(following) or line.colon(following) or line.quotation(following) is not None:
            return None, following
        if line.kind(following) == "source":
            return None, line.past_insertion(comma)
        closed = line.past_insertion(comma)
        if closed is not None and (line.that(closed) or line.colon(closed) or line.quotation(closed) is not None):
            return None, closed
        if closed is not None and self._takes_object() and line.kind(closed) == "event":
            return None, closed
        if line.kind(following) == "event" and line.units[following].conjoined and line.finite(following):
            return None, None
        return None, following

    def _clause(self, index: int) -> tuple[Content | None, int | None]:
        line = self.line
        if line.kind(index) == "phrase" and self._bare_clause(index):
            return Content(start=line.units[index].first, plain=True), None
        if self._behind_preposition(index):
            unit = line.units[index]
            return Content(start=unit.lead if unit.lead >= 0 else unit.first), None
        if self._estimated(index):
            return Content(start=line.units[index].first), None
        if line.kind(index) != "event":
            return None, index + 1
        if line.finite(index):
            return self._verb(index)
        event = line.by_unit[index]
        if event.steers("say") and index > self.behind and line.participle(event) and self._goes_with(event):
            return None, None
        acts = event.form == "noun" and line.word(index).category == "verbal_noun" and not event.conjoined
        if acts and self._takes_object() and line.units[index].preposition in (None, "عن", "ب", "من"):
            if index == self.behind or self._that_follows(index):
                return None, index + 1
            return Content(start=line.units[index].first), None
        return None, index + 1

    def _bare_clause(self, index: int) -> bool:
        """«وقال المراقب تعطلت القافلة»: a clause whose verb no table knows, right behind the speaker."""
        line = self.line
        told = (
            self.event.lemma in line.table("bare_clause") and index == self.behind + 1 and self.behind > self.event.unit
        )
        nouns = line.bare_phrase(index) is not None and not line.units[index].conjoined
        if not told or not nouns or line.last - line.units[index].first <= LEAST_CLAUSE:
            return False
        return not any(
            line.that(i) or line.colon(i) or line.kind(i) == "comma" for i in range(index, min(index + 8, len(line)))
        )

    def _that_follows(self, index: int) -> bool:
        """Whether «أن» follows before the next verb: an act before it belongs to the speaker («مساعد لشؤون مكافحة»)."""
        for behind in range(index + 1, min(len(self.line), index + 12)):
            if self.line.that(behind):
                return not self.line.word(behind).split.conjunction
            if self.line.kind(behind) in ("comma", "stop", "relative", "connective") or self.line.finite(behind):
                return False
        return False

    def _verb(self, index: int) -> tuple[Content | None, int | None]:
        """A verb behind the verb of speech: a relative's, or the clause that is said without «that»."""
        line = self.line
        if self.in_relative or self._takes_up(index):
            self.in_relative = False
            return None, index + 1
        if line.word(index).stem in line.table("no_speech"):
            return None, index + 1  # «قال تاجر ويدعى أبو عمر إن»
        if line.units[index].conjoined:
            return None, None
        if line.european:
            return (None, index + 1) if self._of_circumstance(index) else (self._without_that(), None)
        if self._takes_object() and line.word(index).may_be("verbal_noun"):
            return Content(start=line.units[index].first), None
        if self.event.lemma in line.table("plain"):
            return (Content(start=line.units[index].first, plain=True) if index > self.behind else None), None
        return None, index + 1

    def _of_circumstance(self, index: int) -> bool:
        """«said in a report published Wednesday that»: a verb of what stands behind a preposition, before «that»."""
        line = self.line
        between = range(self.event.unit + 1, index)
        phrases = [i for i in between if line.kind(i) == "phrase"]
        bare = any(line.units[i].preposition is None and not _is_time(line, i) for i in phrases)
        return (
            bool(phrases)
            and not bare
            and any(line.kind(i) in _LINKING for i in range(index + 1, min(index + 5, len(line))))
        )

    def _takes_up(self, index: int) -> bool:
        """«دراسة أعدها معهد»: a verb with an object ending right behind an indefinite noun says more of that noun."""
        phrase = self.line.phrases[index - 1] if self.line.kind(index - 1) == "phrase" else None
        if self.line.european or phrase is None or self.line.words[phrase.first].definite:
            return False
        return bool(self.line.word(index).split.ending) or (
            self.line.kind(index + 1) == "phrase" and bool(self.line.units[min(index + 1, len(self.line) - 1)].pronoun)
        )

    def _goes_with(self, event: Event) -> bool:
        """Whether a participle of speech is a further saying («، مضيفا أن»), and no name or noun («الراوي»)."""
        return self.line.european or not self.line.words[event.word].split.article

    def _behind_preposition(self, index: int) -> bool:
        """«تحدثت تقارير عن محاولات», «أشار إلى تورط»: what is spoken of stands behind the verb's preposition."""
        preposition = self.line.units[index].preposition
        if preposition is None or index <= self.behind or self._that_follows(index):
            return False
        phrase = self.line.phrases[index]
        spoken = (self.event.lemma, preposition) in phrases(self.line.draft.language, "reporting", "spoken_of")
        return spoken and phrase is not None and not phrase.pronoun and not _is_time(self.line, index)

    def _estimated(self, index: int) -> bool:
        """«يقدّر خبراء دخل الجماعة بنحو …»: the object of an estimate is what is estimated."""
        estimates = self.event.lemma in self.line.table("estimating") and self.event.unit < self.behind
        beside = index == self.behind + 1 and self.line.units[index].preposition is None
        return estimates and index > self.behind and (beside or self.line.bare_phrase(index) is not None)

    def _takes_object(self) -> bool:
        """«أعلنت الوزارة ضبط شحنة», « a annoncé l'arrestation »: what is said is an act."""
        told = self.event.lemma in self.line.table("object") or (self.document and self.line.european)
        return told and not (self.event.steers("relay") and self._somebody_cited())

    def _somebody_cited(self) -> bool:
        """ "cited an official", and not "cite ransoms as the main source of cash"."""
        phrase = self.line.bare_phrase(min(self.line.skip(self.event.unit + 1), len(self.line) - 1))
        return phrase is not None and phrase.is_a("agent", "person", "persons", "people", "document", "outlet")

    def _without_that(self) -> Content | None:
        """«The ministry said the group had sold …»: a clause right behind the verb is what is said."""
        line = self.line
        if self.weak or self.behind > self.event.unit or not line.table("that_left_out"):
            return None
        index = line.skip(self.event.unit + 1)
        if self.event.lemma in line.table("told") and line.bare_phrase(index) is not None:
            index = line.skip(index + 1)
        while line.kind(index) == "phrase" and line.units[index].preposition is not None:
            index = line.skip(index + 1)
        phrase = line.bare_phrase(index)
        if phrase is None or line.last - phrase.first < LEAST_CLAUSE:
            return None
        return Content(start=phrase.first, plain=True)


def _is_document(line: Line, subject: int | None) -> bool:
    """Whether a document is the subject: what records show, they do not show in passing."""
    phrase = line.phrases[subject] if subject is not None else None
    return phrase is not None and phrase.is_a("document") and not phrase.is_a("agent")


def _is_time(line: Line, index: int) -> bool:
    phrase = line.phrases[index]
    return line.kind(index) == "phrase" and phrase is not None and phrase.is_a("time")
