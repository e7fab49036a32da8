"""Units: a sentence cut into noun phrases, events and the words between them that steer how they hang together.

A noun phrase carries the preposition it stands behind; a verb, or a verbal noun that evokes or steers a claim, is a
unit of its own, so that «نقل أمواله من سوريا» is an event, its object and its origin.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from kashf.extraction.clauses.atoms import Atoms
from kashf.extraction.clauses.continuing import (
    adjectival,
    closing_adjective,
    continues_figure,
    numbered,
    plural_of_people,
    quantifies,
    stands_apart,
    takes_indefinite,
)
from kashf.extraction.clauses.including import includes, is_special
from kashf.extraction.clauses.parts import of_the_whole, tells_part
from kashf.extraction.clauses.unit_kinds import MARKS, PHRASED, WORDS, UnitKind
from kashf.extraction.clauses.whoever import all_that, whatever
from kashf.extraction.phrasebook import Phrasebook
from kashf.extraction.words.word import NOMINAL, Word
from kashf.values import value

__all__ = ["Atoms", "Cutter", "Unit", "UnitKind"]


@value
class Unit:
    """Words first..last (half-open) and their part in the sentence.

    `preposition` is the folded preposition it stands behind (with the word where it begins), `conjoined` says that و
    joins it to what stands before, `pronoun` that it is only the ending of a preposition («منهم») or a pronoun;
    `cases` are those a phrase can stand in, in a language that has them.
    """

    kind: UnitKind
    first: int
    last: int
    preposition: str | None = None
    lead: int = -1
    conjoined: bool = False
    pronoun: str = ""
    cases: frozenset[str] = frozenset()


_MONEY = frozenset({"money", "income", "funds"})
_EACH = "كل"
"""«يقتطع الخُمس من كل منقب»: a share of each is taken, and no share of all is meant."""
_APPEARING = frozenset({"ورد", "جاء"})
_OWNED = frozenset({"asset", "wage", "property", "relief", "licence", "document"})
_COUNTABLE = frozenset({"goods", "oil", "arms", "drugs", "antiquities", "people"})


class Cutter:
    """Cuts a sentence into units, word by word."""

    worth = "بقيمه"
    """The mark of a sum that says what the noun before it is worth."""

    def __init__(self, words: Sequence[Word], last: int, atoms: Atoms, book: Phrasebook) -> None:
        self.words = words
        self.last = last
        self.atoms = atoms
        self.book = book
        self.units: list[Unit] = []

    def cut(self, first: int) -> tuple[Unit, ...]:
        """The units from a word to the end, in order; every word but a few empty marks belongs to one."""
        position = first
        while position < self.last:
            position = self.step(position)
        return tuple(self.units)

    def step(self, position: int) -> int:
        """Adds the unit that begins at a word and returns the word behind it."""
        opened = self.book.opened(self.words[position])
        if not opened:
            return self._lone(position)
        length = self.book.match("source_clause", self.words, position, self.last)
        if length and self._verb_of_speech(position + length):
            return self._add("source", position, position + length)
        behind = self._phrased(position, opened)
        if behind > position:
            return behind
        length = self.book.match("amounts", self.words, position, self.last)
        word = self.words[position]
        if word.norm == "بما" and position + 1 in self.atoms.figures:
            return self._nominal(position + 1, "ب", position)  # «بما بين مليون ومليوني دولار»
        if length and position + length in self.atoms.figures and not self._measures(position):
            return self._nominal(position + length, self.worth, position)
        if length and position in self.atoms.figures:
            return self._nominal(position, self.worth, position)  # «سيولة تتراوح بين …»
        if position not in self.atoms.figures and position not in self.atoms.times:
            length = self.book.match("prepositions", self.words, position, self.last)
            if length and not (length == 1 and word.category in self.book.grammar.never_prepositions):
                return self._prepositional(position, length)
        return self._lone(position)

    def _phrased(self, position: int, opened: Container[str]) -> int:
        """Adds the unit of a fixed phrase that is one by itself, of the kinds opened; the same place where none is."""
        for kind in PHRASED:
            length = self.book.match(kind, self.words, position, self.last) if kind in opened else 0
            if length and not (kind == "including" and not includes(self.words, position, self.last)):
                return self._add(kind, position, position + length)
        return position

    def _lone(self, position: int) -> int:
        """The unit of a figure, a time, or a word that opens no fixed phrase."""
        word = self.words[position]
        if position in self.atoms.figures:
            return self._nominal(position, self._clitic(word), position)
        if position in self.atoms.times:
            return self._moment(position, self._clitic(word), position)
        return self._plain(position, word)

    def _measures(self, position: int) -> bool:
        """« est estimée à 40 millions », «was estimated at $3 million»: a finite verb, and no word before a sum."""
        grammar = self.book.grammar
        helped = grammar.head_last and position > 0 and self.words[position - 1].category == "particle"
        return helped or (self.words[position].category == "verb" and grammar.subject_first)

    def _verb_of_speech(self, position: int) -> bool:
        while position < self.last and self.words[position].category in ("particle", "auxiliary", "pronoun"):
            position += 1  # « comme l'a souligné le procureur »
        if position >= self.last:
            return False
        word = self.words[position]
        return "say" in word.classes or (word.reading is not None and word.reading.lemma in _APPEARING)

    def _plain(self, position: int, word: Word) -> int:
        if word.category == "mark":
            kind = MARKS.get(word.norm)
            return self._add(kind, position, position + 1) if kind else position + 1
        if position in self.atoms.events and word.category != "verb":
            return self._event(position, self._clitic(word), position)
        if word.split.preposition in ("ب", "ل") and not word.stem:
            return self._pronoun(position, word.split.preposition, position + 1)
        if word.norm.endswith("ما") and (name := self._name_behind(position)) > position and self._governable(name):
            return self._nominal(name, None, position)
        if word.norm == "ما" and position not in self.atoms.figures and whatever(self.words, position, self.last):
            self._add("phrase", position, position + 1)
            return self._add("relative", position, position + 1)
        if word.category in WORDS and position not in self.atoms.names:
            return self._add(WORDS[word.category], position, position + 1)
        if all_that(self.words, position, self.last):
            return self._add("particle", position, position + 1)
        if word.category == "pronoun":
            return self._add("connective" if word.joined else "phrase", position, position + 1)  # «وهو رجل أعمال»
        return self._nominal(position, self._clitic(word), position)

    @staticmethod
    def _clitic(word: Word) -> str | None:
        return word.split.preposition if word.split.preposition in ("ب", "ل", "ك") else None

    def _add(self, kind: UnitKind, first: int, last: int) -> int:
        self.units.append(Unit(kind, first, last, conjoined=self._joined(first)))
        return last

    def _joined(self, position: int) -> bool:
        return position < self.last and self.words[position].joined

    def _prepositional(self, position: int, length: int) -> int:
        """A preposition and what it governs; with an ending («منهم») it governs the pronoun."""
        ending = self.words[position + length - 1].split.ending
        name = self.book.name(self.words, position, length)
        behind = position + length
        if ending:
            return self._pronoun(position, name, behind)
        behind = self._name_behind(behind)
        open_end = behind < self.last and (self._governable(behind) or self._infinitive(behind))
        if not open_end and not self._somewhere(behind):
            return self._whoever(position, behind, name)
        if self._somewhere(behind):
            return self._nominal(behind, name, position)
        if behind in self.atoms.events or self._infinitive(behind):
            return self._event(behind, name, position)
        if behind in self.atoms.times:
            return self._moment(behind, name, position)
        return self._nominal(behind, name, position)

    def _name_behind(self, position: int) -> int:
        """Where a name begins, behind marks and words that only lead to it: «ما يسمى «جيش الراشدين»»."""
        position += self.book.match("so_called", self.words, position, self.last) if position < self.last else 0
        while position < self.last and self.words[position].norm in ('"', "#", "("):
            position += 1
        return position

    def _whoever(self, position: int, behind: int, name: str) -> int:
        """«تسجن من يمتنع عن الدفع»: before a verb «من» is somebody; no other preposition stands there."""
        if behind + 1 < self.last and self.words[behind].norm == "ما" and whatever(self.words, behind, self.last):
            self.units.append(Unit("phrase", behind, behind + 1, name, position, self._joined(position)))
            return self._add("relative", behind, behind + 1)
        verbal = behind < self.last and self.words[behind].category in ("verb", "negator")
        who = verbal and name == "من" and behind == position + 1 and not self.book.grammar.subject_first
        return self._add("phrase", position, behind) if who else behind

    def _somewhere(self, position: int) -> bool:
        """«إلى خارج العراق», «من شمال سوريا»: a word of place behind a preposition heads the phrase."""
        if position + 1 >= self.last or self.words[position].norm not in self.book.grammar.locatives:
            return False
        return not self.words[position].split.ending and self._governable(position + 1)

    def _infinitive(self, position: int) -> bool:
        """A verb behind a preposition («to buy», « pour acheter ») is an act that the preposition governs."""
        return self.book.grammar.subject_first and self.words[position].category == "verb"

    def _governable(self, position: int) -> bool:
        if position >= self.last:
            return False
        word = self.words[position]
        return position in self.atoms.figures or word.category in NOMINAL or position in self.atoms.events

    def _pronoun(self, position: int, preposition: str, behind: int) -> int:
        pronoun = self.words[behind - 1].split.ending
        self.units.append(Unit("phrase", position, behind, preposition, position, self._joined(position), pronoun))
        return behind

    def _event(self, position: int, preposition: str | None, lead: int) -> int:
        joined = self._joined(lead)
        self.units.append(Unit("event", position, position + 1, preposition, lead if preposition else -1, joined))
        return position + 1

    def _nominal(self, position: int, preposition: str | None, lead: int) -> int:
        behind = self._with_part_of(position, self._run(position))
        joined = self._joined(lead)
        self.units.append(Unit("phrase", position, behind, preposition, lead if preposition else -1, joined))
        return behind

    def _moment(self, position: int, preposition: str | None, lead: int) -> int:
        """A time is a phrase of its own, and no part of the noun phrase beside it."""
        behind = self.atoms.times[position]
        joined = self._joined(lead)
        self.units.append(Unit("phrase", position, behind, preposition, lead if preposition else -1, joined))
        return behind

    def _run(self, position: int) -> int:
        """Where the noun phrase that begins at a word ends."""
        behind = self._atom_end(position + (self.words[position].norm in self.book.grammar.locatives))
        while behind < self.last and self._continues(position, behind):
            behind = self._atom_end(behind)
        while (
            behind > position + 1
            and self.words[behind - 1].category == "mark"
            and behind - 1 not in self.atoms.figures
            and not self._in_figure(behind - 1)
        ):
            behind -= 1
        return behind

    def _with_part_of(self, first: int, behind: int) -> int:
        """A share or quantity takes what it is of with it: «قرابة 90% من الآبار», «العديد من المصانع»."""
        if behind >= self.last:
            return behind
        counted = self._atom_end(first) == behind and first in self.atoms.figures
        part = first in self.atoms.shares or tells_part(self.words, first, behind, self.book.grammar.quantities)
        if (part or counted) and of_the_whole(self.words[behind]):
            return behind + 1
        whole = behind + 1
        if not (part or (counted and self._of_goods(whole))) or whole >= self.last or self.words[behind].norm != "من":
            return behind
        if not self._governable(whole) or self.words[whole].split.preposition or self.words[whole].norm == _EACH:
            return behind
        if whole in self.atoms.events:  # «30 بالمئة من إنتاج القمح»
            return self._run(whole) if first in self.atoms.shares else behind
        return self._run(whole)

    def _of_goods(self, whole: int) -> bool:
        """«9 أطنان من الأسمدة», «280 من العناصر»: goods or people behind «من» are what is counted."""
        if whole >= self.last or self.words[whole].category != "noun":
            return False
        counted, people = self.words[whole - 2], {"people", "persons"}
        if not self.words[whole].classes.isdisjoint(people) and counted.category == "noun":
            return not counted.classes.isdisjoint(people)  # «اشترى خمسين بندقية من تجار»
        return not self.words[whole].classes.isdisjoint(_COUNTABLE)

    def _atom_end(self, position: int) -> int:
        atoms = self.atoms
        ends = (atoms.names.get(position, 0), atoms.figures.get(position, 0), atoms.suspects.get(position, 0))
        return max(position + 1, *ends)

    def _continues(self, first: int, position: int) -> bool:
        """Whether the word at a position still belongs to the noun phrase before it."""
        before, word = self.words[position - 1], self.words[position]
        if word.category == "mark":
            return word.norm in ("#", "_") or (word.norm == '"' and self._quoted_name(position))
        if self._counted_genitive(before, word, position):
            return True
        if self._breaks(word, position) or self._apart(first, position):
            return False
        if before.norm in ("#", "_") or (before.norm == '"' and position in self.atoms.names):
            return True
        if before.norm == '"':
            return adjectival(word) and word.split.article
        if position in self.atoms.names:
            return self._takes_name(first, before, position)
        if position - 1 in self.atoms.figures or self._in_figure(position - 1):
            return continues_figure(self.words, position)
        if before.category in ("quantifier", "demonstrative"):
            return quantifies(before, word)
        if word.split.article:
            return self._ill_gotten(first, word) or self._takes_definite(before, word, position)
        return takes_indefinite(self.words, position, behind_name=self._in_name(position - 1))

    def _ill_gotten(self, first: int, word: Word) -> bool:
        """«النفط الإيراني المهرب»: an adjective of loot, whatever noun is written like it."""
        return word.stem in self.book.grammar.describing and not self.words[first].classes.isdisjoint(_COUNTABLE)

    def _counted_genitive(self, before: Word, word: Word, position: int) -> bool:
        """«حسابات ثلاث جمعيات», «مبلغ مليار دولار»: what a number counts may be the genitive of a thing owned."""
        plain = position in self.atoms.figures and not (word.joined or word.split.preposition)
        if numbered(before, word) and not self._in_figure(position):
            return not self.book.grammar.subject_first
        if not plain or self.book.grammar.subject_first or before.definite or before.accusative:
            return False
        return before.stem in self.book.grammar.sums or not before.classes.isdisjoint(_OWNED)

    def _breaks(self, word: Word, position: int) -> bool:
        clitic = word.joined or word.split.conjunction or word.split.preposition
        outside = word.category not in NOMINAL and position not in self.atoms.names
        if clitic or outside or position in self.atoms.events or self._is_atom(position) or self._gives_worth(position):
            return True
        opening = word.category in ("unknown", "verbal_noun", "participle") and not is_special(self.words, position)
        return opening and self._opens_phrase(position)

    def _apart(self, first: int, position: int) -> bool:
        """Whether a word that is in no name cannot belong to what stands before it."""
        named = self._in_name(position) or self.book.grammar.subject_first
        return not named and stands_apart(self.words, first, position, behind_name=self._in_name(position - 1))

    def _gives_worth(self, position: int) -> bool:
        """«أرصدة قيمتها 2.3 مليار دولار»: what leads to a sum is no part of the noun phrase before it."""
        if not self.book.opened(self.words[position]):
            return False
        length = self.book.match("amounts", self.words, position, self.last)
        return bool(length) and position + length in self.atoms.figures

    def _is_atom(self, position: int) -> bool:
        return position in self.atoms.figures or position in self.atoms.times

    def _opens_phrase(self, position: int) -> bool:
        """Whether a fixed phrase begins at a word («بحسب», «بحوزة»), which no noun phrase takes in."""
        opened = self.book.opened(self.words[position])
        kinds = [kind for kind in (*PHRASED, "prepositions") if kind in opened] if opened else ()
        return any(self.book.match(kind, self.words, position, self.last) for kind in kinds)

    def _in_figure(self, position: int) -> bool:
        return position in self.atoms.in_figures

    def _quoted_name(self, position: int) -> bool:
        """A quotation mark inside a phrase: «تنظيم "داعش"» opens or closes around one known name."""
        opens = position + 1 in self.atoms.names
        ends = [end for start, end in self.atoms.names.items() if end == position and start > 0]
        closes = bool(ends) and any(
            self.words[start - 1].norm == '"' for start, end in self.atoms.names.items() if end == position
        )
        return (opens and self.words[position - 1].category != "verb") or closes

    def _takes_name(self, first: int, before: Word, position: int) -> bool:
        if self._in_figure(position - 1) and "time" in before.classes:
            return False  # «على مدى ثلاث سنوات بريطانيا»
        closed = before.category == "name" or position in self.atoms.names.values()
        if closed or closing_adjective(self.words, first, position - 1):
            return False
        if before.definite:
            if self.words[position].stem in self.book.grammar.origins and before.category in ("noun", "title"):
                return True  # «الجمارك السعودية»: a country's name that is an adjective
            if self._says_how(before, self.words[position]):
                return True  # «هيئة الرقابة المالية»: an office's name that is one
            return before.category == "title" or any(word.category == "title" for word in self.words[first:position])
        return True

    @staticmethod
    def _says_how(before: Word, word: Word) -> bool:
        """Whether a word that no table lists agrees with the definite noun before it, as an adjective does."""
        alike = before.stem.endswith("ه") and word.norm.endswith("يه")
        return word.category == "unknown" and before.category == "noun" and before.split.article and alike

    def _takes_definite(self, before: Word, word: Word, position: int) -> bool:
        act_named = before.category in ("verbal_noun", "noun")  # «وحدة مكافحة غسل» + «الأموال»
        if not before.definite and before.category != "name" and (act_named or not self._in_name(position - 1)):
            return True
        if before.norm.endswith("ون") and word.category == "quantifier" and word.split.article:
            return True  # «المتهمون الثلاثة»
        if word.category in ("number", "quantifier") and not word.joined and before.category in ("noun", "title"):
            return True  # «الموانئ الثلاثة», «المورد الأول»
        if before.norm.endswith("ون") and plural_of_people(before) and not word.norm.endswith(("ون", "ي")):
            return False  # «حوّل الحوثيون المساعدات»: what describes a plural in ون agrees with it
        if self._in_name(position - 1) and word.category in ("noun", "title") and word.may_be("participle"):
            return word.classes.isdisjoint(_MONEY)  # «هيثم البرنوسي المتهم بـ»
        grammar = self.book.grammar
        return adjectival(word) or word.stem in grammar.hostile or word.stem in grammar.relational

    def _in_name(self, position: int) -> bool:
        return position in self.atoms.in_names
