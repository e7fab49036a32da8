"""Units of English: adjectives that share a noun («Iraqi and Syrian forces»), other names («also known as …»)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from kashf.extraction.clauses.units import Unit
from kashf.extraction.clauses.units_european import EuropeanCutter
from kashf.extraction.words.word import Word

__all__ = ["EnglishCutter"]

_HEADS = frozenset({"noun", "title"})
_LEADS = frozenset({"demonstrative", "quantifier", "number"})
_COUNT_WORDS = 4
"""Words within which the noun of how often somebody is charged stands: «two separate felony counts of»."""
_MADE_OF = frozenset(
    {"money", "funds", "income", "goods", "oil", "arms", "drugs", "antiquities", "precious", "asset", "levy", "payment"}
)
"""Classes of nouns that a sum «in» them is of: «$3 million in looted antiquities»."""
_POINTING = frozenset({"above", "below"})
_GERUNDS = frozenset({"having", "being"})
_BEFORE_GERUNDS = frozenset({"for", "of", "over"})
"""Prepositions behind which a gerund with its helping verb tells why something was done."""
_CALLED = frozenset({"known", "called"})
"""Words behind which «as» leads to another name of what was named."""


class EnglishCutter(EuropeanCutter):
    """Cuts units where two adjectives before one noun are joined by «and»."""

    def cut(self, first: int) -> tuple[Unit, ...]:
        """The units; «and» before a time joins the verb behind it («and last year added it to the list»), «that» right
        before a helping verb is a relative, and «named above» belongs to the noun before it."""
        units: list[Unit] = []
        for unit in super().cut(first):
            if not units:
                units.append(unit)
            elif units[-1].kind == "phrase" and self._points_back(unit):
                units[-1] = replace(units[-1], last=unit.last)
            elif [each.kind for each in units[-2:]] == ["phrase", "complementiser"] and self._helps(unit):
                units[-1:] = (replace(units[-1], kind="relative"), unit)  # «the property of the men that is in Syria»
            elif unit.kind == "event" and not unit.preposition and self._says_when(units[-1]):
                units[-1:] = (replace(units[-1], conjoined=False), replace(unit, conjoined=True))
            else:
                units.append(unit)
        return tuple(units)

    def _points_back(self, unit: Unit) -> bool:
        """«named above», «listed below»."""
        return unit.kind == "adverb" and unit.last - unit.first > 1 and self.words[unit.last - 1].norm in _POINTING

    def _says_when(self, unit: Unit) -> bool:
        """Whether a unit is a time with «and» before it."""
        return unit.conjoined and unit.kind == "phrase" and unit.first in self.atoms.times

    def _helps(self, unit: Unit) -> bool:
        """Whether a unit is a helping verb right behind «that», which so stands for its subject."""
        return unit.kind == "particle" and self.words[unit.first].norm in self.book.grammar.helping

    def _phrased(self, position: int, opened: Container[str]) -> int:
        adverb = self.book.match("adverb", self.words, position, self.last) if "adverb" in opened else 0
        if adverb and self.book.match("prepositions", self.words, position, self.last) > adverb:
            return position  # «in addition to», and no «in addition»
        return super()._phrased(position, opened)

    def _plain(self, position: int, word: Word) -> int:
        act = self._pair_end(position)
        if act and act in self.atoms.events and self.words[act].category != "verb":
            return act  # «providing financial and material support»
        return super()._plain(position, word)

    def _prepositional(self, position: int, length: int) -> int:
        behind = position + length
        if self.words[position].norm in _BEFORE_GERUNDS and behind < self.last and self.words[behind].norm in _GERUNDS:
            return self._add("connective", position, behind)  # «listed for having helped», «for being owned by»
        sum_behind = position + len(("as", "much", "as"))
        if self.words[position].norm == "as" and sum_behind in self.atoms.figures and self._approximates(position):
            return self._nominal(sum_behind, None, position)
        behind, before = super()._prepositional(position, length), self.words[position - 1] if position else None
        other_name = length == 1 and self.words[position].norm == "as" and before is not None and before.norm in _CALLED
        if other_name and self.units and self.units[-1].lead == position:
            self.units.pop()
            return self._add("adverb", position, behind)
        return behind

    def _approximates(self, position: int) -> bool:
        """«as much as», «as few as» before a figure."""
        _, how, again = self.words[position : position + 3]
        return again.norm == "as" and how.norm in self.book.grammar.approximating

    def _lone(self, position: int) -> int:
        behind = self._past_counts(position)
        if behind == position:
            return super()._lone(position)
        if behind in self.atoms.events:
            return self._event(behind, None, position)
        return self._nominal(behind, None, position)

    def _past_counts(self, position: int) -> int:
        """Behind «three counts of» where a crime follows: «pleaded guilty to two counts of | bank fraud»."""
        for at in range(position, min(position + _COUNT_WORDS, self.last - 2)):
            if self.words[at].norm in self.book.grammar.counting:
                named = at > position and self.words[at + 1].norm == "of" and self._governable(at + 2)
                return at + 2 if named and at + 2 not in self.atoms.figures else position
            counts = at in self.atoms.in_figures or self.words[at].category in (*_LEADS, "unknown")
            if not counts or at in self.atoms.in_names:
                return position
        return position

    def _continues(self, first: int, position: int) -> bool:
        if self._is_and(position - 1) and position - 1 > first:
            return True  # the first of a pair was let in
        lead = first
        while lead < position and self.words[lead].category in _LEADS and lead not in self.atoms.in_figures:
            lead += 1
        if self._is_and(position) and lead == position - 1:
            noun = self._pair_end(lead)
            return bool(noun) and noun not in self.atoms.events and noun not in self.atoms.names
        return super()._continues(first, position)

    def _with_part_of(self, first: int, behind: int) -> int:
        whole = behind + 1
        counted = first in self.atoms.figures and self._atom_end(first) == behind and whole < self.last
        if not counted or self.words[behind].norm != "in" or not self._governable(whole) or self._is_atom(whole):
            return super()._with_part_of(first, behind)
        ends = self._run(whole)
        head = self.words[ends - 1]
        goods = whole not in self.atoms.names and not head.classes.isdisjoint(_MADE_OF)
        return ends if goods and head.category == "noun" else super()._with_part_of(first, behind)

    def _is_and(self, position: int) -> bool:
        return self.words[position].category == "mark" and self.words[position].norm in self.book.grammar.sharing

    def _pair_end(self, first: int) -> int:
        """The noun behind «X and Y», both of them adjectives; 0 where none stands there."""
        second, noun = first + 2, first + 3
        if noun >= self.last or not self._is_and(first + 1):
            return 0
        alone = not any(self._is_atom(each) or self._spans(each) for each in (first, second, noun))
        described = alone and self._describes(first) and self._describes(second, second=True)
        return noun if described and self.words[noun].category in _HEADS else 0

    def _spans(self, position: int) -> bool:
        """Whether a word is in a name of several words."""
        return self.atoms.names.get(position, position + 1) > position + 1 or (
            position in self.atoms.in_names and position not in self.atoms.names
        )

    def _describes(self, position: int, *, second: bool = False) -> bool:
        """Whether a word is an adjective by its ending or the list; behind «and», any that no table knows."""
        word = self.words[position]
        if word.owning or word.category not in ("unknown", "noun"):
            return False
        shaped = word.norm.endswith(self.book.grammar.adjective_endings) or word.norm in self.book.grammar.adjectives
        if word.category == "noun":
            of_a_land = word.classes == {"persons"} and shaped and word.norm == word.stem
            return of_a_land or (second and "people" in word.classes and word.stem in self.book.grammar.hostile)
        return shaped or (second and position not in self.atoms.names)
