"""Units of English, French and Russian: phrases end by other signs than in Arabic."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from kashf.extraction.clauses.described import also_adjective, awaited_noun, goes_with
from kashf.extraction.clauses.units import Cutter, Unit
from kashf.extraction.words.word import Word
from kashf.language.declension import adjectival

__all__ = ["EuropeanCutter"]

LONGEST_ASIDE = 8
"""Words in brackets that are passed over as an aside."""
_TWO_CASES = frozenset({"в", "на", "за", "под"})
_PENALTY = 4
"""Words back within which a penalty stands that somebody is sentenced to."""
_PARTIES = frozenset({"people", "persons", "official"})
_ANY_CASE = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
_OBLIQUE = frozenset({"dat", "ins"})
_RESTING = frozenset({"loc", "ins"})
_NAMED_BY_ACT = frozenset({"money", "goods", "attack"})
_ABLE = frozenset({"state", "organisation", "people", "persons", "group", "title", "court"})
_GIVEN = frozenset({"information", "licence", "document", "money", "arms", "goods", "oil", "drugs"})
_COUNTED = frozenset({"goods", "money", "oil", "arms", "drugs", "antiquities", "people", "persons"})
"""Classes of nouns that a number with «of» counts: «21 of the schoolgirls»."""
_MONEYS = frozenset({"money", "income", "bribe", "levy", "ransom"})
_ACTS = ("ние", "тие", "вие", "лие", "дие")
"""Endings of Russian nouns that are written as adjectives are: «отделение»."""
_OWN = frozenset({"son", "sa", "ses", "leur", "leurs"})
_NOUNS = frozenset({"noun", "title", "name", "verbal_noun"})


class EuropeanCutter(Cutter):
    """Cuts units where the article, or the case, says that a new phrase begins.

    A Russian phrase without preposition that can only be a dative or an instrumental stands behind the mark `dative` or
    `instrumental`; behind a preposition of two cases the accusative is marked: `в+acc`.
    """

    worth = "worth"
    described: frozenset[str] = frozenset()
    """The cases of a participle whose noun is still to come: «изъятые | у боевиков | автоматы»."""

    def _phrased(self, position: int, opened: Container[str]) -> int:
        french = not (self.book.grammar.cases or self.book.grammar.head_last)
        how = french and self.words[position].category == "adverb"
        if how and self.book.match("prepositions", self.words, position, self.last):
            return self._add("adverb", position, position + 1)  # « a de son côté détruit »
        return super()._phrased(position, opened)

    def _plain(self, position: int, word: Word) -> int:
        if self._determines_act(position):
            return position + 1
        if word.category == "pronoun":
            return self._nominal(position, None, position)
        if word.norm in self.book.grammar.emphatics and not self._governable(
            position + 1 if position + 1 < self.last else position
        ):
            return self._add("adverb", position, position + 1)  # «заработали сами»
        if self._adjective_of_act(position):
            return position + 1
        if word.norm in self.book.grammar.away:
            return self._nominal(position, "to", position)
        if word.norm == "." and position + 1 < self.last and self.words[position + 1].norm == ",":
            return position + 1  # «Yanis B., »
        if word.norm == "-" and self._dash_before():
            return position + 1
        if word.norm == "(" and (behind := self._parenthesis(position)):
            return behind
        return super()._plain(position, word)

    def _dash_before(self) -> bool:
        """Whether a dash stands right before, as where «---» is written for one."""
        last = self.units[-1] if self.units else None
        return last is not None and last.kind == "comma" and self.words[last.first].norm == "-"

    def _parenthesis(self, position: int) -> int:
        """The word behind what stands in brackets without verb or preposition, another name or sum; 0 if more does."""
        for behind in range(position + 1, min(position + 1 + LONGEST_ASIDE, self.last)):
            if self.words[behind].norm == ")":
                return behind + 1
            if behind in self.atoms.events or self.words[behind].category in ("verb", "preposition", "relative"):
                return 0
        return 0

    def _prepositional(self, position: int, length: int) -> int:
        if length == 1 and self._clitic_object(position):
            return self._add("particle", position, position + 1)
        length = self._governing(position, length)
        name = self.book.name(self.words, position, length)
        behind = self._past_counts(position + length)
        while behind < self.last and (self.words[behind].norm in ('"', "(") or self._determines_act(behind)):
            behind += 1
        if behind >= self.last or not (self._governable(behind) or self._infinitive(behind)):
            return behind
        if behind in self.atoms.events or self._infinitive(behind):
            cases = self.words[behind].cases
            return self._event(behind, (self._case_mark(name, cases) if cases else None) or name, position)
        if behind in self.atoms.times:
            return self._moment(behind, name, position)
        return self._nominal(behind, name, position)

    def _past_counts(self, position: int) -> int:
        """Behind what only counts charges, where a language has such words before them; the same place by default."""
        return position

    def _governing(self, position: int, length: int) -> int:
        """The words of a preposition: of «под контроль» the first alone where no genitive follows the noun."""
        behind = position + length
        if length == 1 or behind >= self.last or not self.book.grammar.cases:
            return length
        noun, cases = self.words[behind - 1].category == "noun", self.words[behind].cases
        return 1 if noun and cases and "gen" not in cases and behind not in self.atoms.figures else length

    def _clitic_object(self, position: int) -> bool:
        """« il en tire deux millions », « d'en écouler »: «en» before a verb or infinitive stands for a thing."""
        word = self.words[position]
        if word.norm != "en" or word.category != "particle" or position + 1 >= self.last:
            return False
        verb = self.words[position + 1]
        return verb.category in ("verb", "verbal_noun") and not verb.norm.endswith("ant")

    def _determines_act(self, position: int) -> bool:
        """Whether a determiner or adjective stands before a noun that is an event: «the seizure», «незаконный сбыт»."""
        if position + 1 >= self.last or position in self.atoms.figures or position in self.atoms.names:
            return False
        word, following = self.words[position], self.words[position + 1]
        if word.category != "demonstrative" and not self._describes_act(word, following):
            return False
        if position + 1 not in self.atoms.events:
            led = word.category != "demonstrative" or not (self.book.grammar.head_last or self.book.grammar.cases)
            return led and self.words[position + 1].category != "demonstrative" and self._determines_act(position + 1)
        return following.category != "verb"

    def _adjective_of_act(self, position: int) -> bool:
        """« le commerce illicite d'ivoire »: in French a word no table knows behind a named act says how it is."""
        grammar = self.book.grammar
        if grammar.cases or grammar.head_last or position - 1 not in self.atoms.events or self._is_atom(position):
            return False
        named = self.words[position - 1].category == "noun" and position not in self.atoms.names
        return named and self.words[position].category == "unknown"

    def _describes_act(self, word: Word, following: Word) -> bool:
        grammar = self.book.grammar
        if word.category != "unknown":
            return word.category == "noun" and word.stem in grammar.leading and not grammar.head_last
        if grammar.cases:
            return adjectival(word.norm) and bool(word.cases & following.cases)
        named = following.category in ("noun", "verbal_noun")
        return word.stem in grammar.leading or (grammar.head_last and named)  # «under increased monitoring»

    def _governable(self, position: int) -> bool:
        return self.words[position].category == "pronoun" or super()._governable(position)

    def _nominal(self, position: int, preposition: str | None, lead: int) -> int:
        oblique = bool(self.words[position].cases) and self.words[position].cases <= _OBLIQUE | {"loc"}
        waits = preposition is not None or oblique
        self.described = awaited_noun(self.units, self.words) if waits else frozenset()
        one = self.words[position].category == "pronoun"
        behind = position + 1 if one else self._with_part_of(position, self._run(position))
        cases = self._cases(position, behind)
        if cases:
            preposition = self._case_mark(preposition, cases)
        pronoun = self.words[position].norm if one else ""
        unit = Unit("phrase", position, behind, preposition, lead if preposition else -1, self._joined(lead), pronoun)
        self.units.append(replace(unit, cases=cases))
        return behind

    def _case_mark(self, preposition: str | None, cases: frozenset[str]) -> str | None:
        if preposition is not None:
            moving = preposition in _TWO_CASES and "acc" in cases and not cases & _RESTING
            return f"{preposition}+acc" if moving else preposition
        bare = cases - {"loc"}
        if bare == {"ins"}:
            return "instrumental"
        behind_act = bool(self.units) and self.units[-1].kind == "event" and self._named_act(self.units[-1])
        return (
            "dative"
            if bare <= {"dat", "ins"} or (bare <= {"dat", "gen"} and "dat" in bare and not behind_act)
            else None
        )

    def _named_act(self, unit: Unit) -> bool:
        return self.words[unit.first].category in ("noun", "unknown")

    def _cases(self, first: int, last: int) -> frozenset[str]:
        """The cases a phrase can stand in: those that its words up to the first noun share."""
        if not self.book.grammar.cases:
            return frozenset()
        if first in self.atoms.figures:
            if self.words[first].norm in self.book.grammar.counted_somebody:
                return self._of_somebody(first, last)  # «двоих», «трёх жителей», but «трёх странах»
            counted = self.words[self._atom_end(first) - 1].cases
            return counted if counted and counted <= _OBLIQUE else frozenset({"nom", "acc"})  # «трём жителям»
        if self.words[first].norm in self.book.grammar.counted_somebody:
            return self._of_somebody(first, last)
        shared = self.words[first].cases
        if self.atoms.names.get(first, first) > first + 1 and not self._one_case(first):
            return _ANY_CASE  # «Ким Чхоль Су»
        for word in self.words[first:last]:
            shared = (shared & word.cases) or word.cases or shared
            heads = (word.category in _NOUNS and not also_adjective(word)) or word.category == "quantifier"
            if heads or word.category in ("pronoun", "preposition"):
                break
        return shared

    def _one_case(self, first: int) -> bool:
        """Whether the words of a name share a case; those of one that is not inflected do not."""
        words = self.words[first : self.atoms.names[first]]
        told = [word.cases for word in words if word.cases and word.category in ("name", "unknown", "title")]
        return len(told) < len(("first", "last")) or bool(frozenset.intersection(*told))

    def _of_somebody(self, first: int, last: int) -> frozenset[str]:
        """The cases of a number in an oblique form, by what it counts."""
        noun = next((word for word in self.words[first + 1 : last] if word.category in _NOUNS), None)
        cases = frozenset({"gen", "acc", "loc"})
        return (cases & noun.cases if noun is not None else frozenset({"gen", "acc"})) or cases

    def _with_part_of(self, first: int, behind: int) -> int:
        counted = self._atom_end(first) == behind and first in self.atoms.figures
        whole = self._whole(behind)
        counted = counted and (not self.words[behind - 1].classes or self._sum_of_money(behind, whole))
        part = self._is_part(first, behind)
        if whole >= self.last or self._acts(whole):
            return behind
        if self.words[whole].category == "pronoun" and self.words[whole - 1].norm == "entre":
            return whole + 1  # « deux d'entre eux »
        if whole > behind + 1 and not self._governable(whole):
            return whole if part else behind  # «a handful of those who …»
        if whole in self.atoms.figures:
            sum_of = part and first not in self.atoms.figures  # « l'équivalent de 2 millions »
            return self._run(whole) if sum_of else behind
        if self.words[first].norm in self.book.grammar.parts and behind == first + 1 and self._governable(whole):
            return self._run(whole)  # «одному из фигурантов», «двоих из них»
        return self._run(whole) if part or (counted and self._may_be_counted(whole)) else behind

    def _sum_of_money(self, behind: int, whole: int) -> bool:
        """Whether a sum tells what money it is: « 3 millions d'euros de rançon », but no « trois mines d'or »."""
        currency = "currency" in self.words[behind - 1].classes and whole < self.last
        return currency and not self.words[whole].classes.isdisjoint(_MONEYS)

    def _is_part(self, first: int, behind: int) -> bool:
        """Whether a phrase is a share or quantity; a group is none of what is its own: « privé le groupe de ses … »."""
        part = first in self.atoms.shares or self.words[behind - 1].stem in self.book.grammar.quantities
        own = behind + 1 < self.last and self.words[behind + 1].norm in _OWN
        return part and not (own and "group" in self.words[behind - 1].classes)

    def _may_be_counted(self, position: int) -> bool:
        """Whether a number with «of» counts a noun: of goods or people, or one that no table knows."""
        word = self.words[position]
        return not word.classes.isdisjoint(_COUNTED) or word.category == "unknown"

    def _whole(self, behind: int) -> int:
        """Where the whole stands that «of» leads to, articles and « entre » passed over; the end where none does."""
        if behind + 1 >= self.last or self.words[behind].norm not in self.book.grammar.part_of:
            return self.last
        whole = behind + 1
        while whole < self.last and (
            self.words[whole].category == "demonstrative" or self.words[whole].norm == "entre"
        ):
            whole += 1
        return whole

    def _acts(self, position: int) -> bool:
        """Whether a word is an event, and no money or goods that are named by their giving: « une partie des dons »."""
        return position in self.atoms.events and self.words[position].classes.isdisjoint(_NAMED_BY_ACT)

    def _continues(self, first: int, position: int) -> bool:
        word = self.words[position]
        if position in self.atoms.figures:
            before = self.words[position - 1]
            counted = before.category in _NOUNS and word.norm in self.book.grammar.oblique_numbers  # «главы пяти стран»
            whole = before.category == "quantifier" and self.book.grammar.head_last  # «all 300 men»
            whole = whole or self._measured_so(first, position)
            return not word.joined and (before.category == "demonstrative" or counted or whole)
        if word.category == "mark":
            return self._continues_mark(first, position, word.norm)
        if self._breaks(word, position) or self._leads_to_sum(position) or word.norm in self.book.grammar.predicated:
            return False
        if self.words[position - 1].norm in ("_", ".") or self._in_one_name(position):
            return True
        if word.category == "demonstrative" and self.words[position - 1].category not in (
            "demonstrative",
            "quantifier",
        ):
            return False
        if self.book.grammar.head_last and word.category == "quantifier" and not self._in_figure(position):
            return self.words[position - 1].category not in _NOUNS  # «through Ceuta each year»
        return not self.book.grammar.cases or self._agrees(position)

    def _measured_so(self, first: int, position: int) -> bool:
        """«a record $1.9bn fine»: a sum behind «a» and an adjective, that says how much of what follows."""
        adjective = position == first + 2 and self.words[first].norm in ("a", "an")
        behind = self._atom_end(position) if adjective and self.book.grammar.head_last else self.last
        counted = behind < self.last and self.words[behind].category in ("noun", "title")
        return counted and self.words[position - 1].category == "unknown"

    def _continues_mark(self, first: int, position: int, mark: str) -> bool:
        """Whether a phrase goes on over a mark: within a name, an abbreviation, or around what is named."""
        if mark == ".":
            return self._abbreviates(position)
        quoted = mark == '"' and (self._quoted_name(position) or self._quoted_noun(first, position))
        return mark == "_" or (quoted and not self._otherwise_inflected(position))

    def _otherwise_inflected(self, position: int) -> bool:
        """«помощь «Хезболле»»: a name between marks in a case that neither agrees nor is the genitive."""
        if not self.book.grammar.cases or position + 1 not in self.atoms.names:
            return False
        before, name = self.words[position - 1].cases, self.words[position + 1].cases
        return bool(name) and not before & name and "gen" not in name

    def _abbreviates(self, position: int) -> bool:
        """Whether a full stop ends an abbreviation or initial within a name: «Mr. Foley», «David S. Cohen»."""
        before = self.words[position - 1].norm
        return position + 1 < self.last and (len(before) == 1 or before in self.book.grammar.abbreviations)

    def _quoted_noun(self, first: int, position: int) -> bool:
        """« le « banquier » du Front », « un « impôt révolutionnaire » »: marks around a word or two behind a
        determiner."""
        opens = self.words[position - 1].category == "demonstrative" and position + 2 < self.last
        marks = [place for place in (2, 3) if position + place < self.last and self.words[position + place].norm == '"']
        if opens:
            return bool(marks) and self._governable(position + 1)
        return any(position - place > first and self.words[position - place].norm == '"' for place in (2, 3))

    def _leads_to_sum(self, position: int) -> bool:
        """«kickbacks worth 7 percent»: what leads to a figure is no part of the noun before it."""
        length = self.book.match("amounts", self.words, position, self.last)
        return bool(length) and position + length in self.atoms.figures

    def _in_one_name(self, position: int) -> bool:
        return position not in self.atoms.names and self._in_name(position)

    def _sentenced(self, position: int) -> bool:
        """«к 14 годам колонии строгого режима | жителя Казани»: who was sentenced is no genitive of the penalty."""
        word, last = self.words[position], self.words[max(0, position - _PENALTY) : position]
        somebody = not word.classes.isdisjoint(_PARTIES) or word.category == "title"
        return somebody and "acc" in word.cases and any("penalty" in each.classes for each in last)

    def _opens_noun(self, before: Word, word: Word, position: int) -> bool:
        """Whether a noun begins a phrase of its own: that a participle waits for, or behind a name."""
        if self.described and not _adjective(before) and goes_with(self.described, word):
            return True
        named = before.category == "name" or (self._in_name(position - 1) and "ск" not in before.norm[-5:])
        return named and word.category == "noun" and position not in self.atoms.names

    def _agrees(self, position: int) -> bool:
        """Whether a Russian word goes on with the phrase before it: as its noun, its genitive or its name."""
        before, word = self.words[position - 1], self.words[position]
        if self._in_figure(position - 1) and before.category != "number":
            return "gen" in word.cases
        if before.category in ("number", "quantifier", "mark", "demonstrative"):
            return True
        if self._opens_noun(before, word, position) or self._sentenced(position):
            return False
        if _adjective(before):
            return bool(before.cases & word.cases)
        if position in self.atoms.names and before.category in ("noun", "title"):
            return bool(before.cases & word.cases) or "gen" in word.cases
        if word.category in _NOUNS or not _adjective(word):
            return "gen" in word.cases and not _given(before, word)
        shared = word.cases
        for following in self.words[position + 1 : self.last]:
            if following.category not in ("unknown", "participle", *_NOUNS) or following.joined:
                break
            shared &= following.cases
            if not _adjective(following):
                return "gen" in shared
        return False


def _given(before: Word, word: Word) -> bool:
    """«предоставили следствию выписки»: behind the dative of somebody, a thing is rather given than theirs."""
    to_whom = before.cases <= {"dat"} and not before.classes.isdisjoint(_ABLE)
    return to_whom and "acc" in word.cases and not word.classes.isdisjoint(_GIVEN)


def _adjective(word: Word) -> bool:
    named = word.category in _NOUNS or word.stem.endswith(_ACTS)
    return (not named or also_adjective(word)) and adjectival(word.norm)
