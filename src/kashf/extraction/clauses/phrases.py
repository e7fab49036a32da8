"""Phrases: what the head of a noun phrase stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from kashf.domain.predicates import broader_kinds
from kashf.extraction.clauses.described import also_adjective
from kashf.extraction.clauses.events import Phrase
from kashf.extraction.clauses.units import Atoms, Unit
from kashf.extraction.naming.name import Name
from kashf.extraction.naming.referents import Referent
from kashf.extraction.phrasebook import Phrasebook
from kashf.extraction.words.word import Word
from kashf.records import Figure

__all__ = ["PhraseMaker"]

_UNIT_KINDS: Mapping[str, str] = {
    "person": "people",
    "barrel": "oil",
    "percent": "share",
    "fraction": "share",
    **dict.fromkeys(("year", "month", "day", "week"), "time"),
}
_LOADS = frozenset({"oil", "arms", "drugs", "antiquities", "precious"})
_OUTLAWS = frozenset({"group", "network", "people"})
_WHO = frozenset({"من", "ومن"})
_OF_PEOPLE = frozenset({"هم", "هما", "هن"})
_SMALL_COINS = frozenset(
    {"cent", "piastre", "halala", "fils", "millime", "baisa", "centime", "centavo", "kopek", "penny"}
)
_NOUNS = frozenset({"noun", "name", "title", "verbal_noun"})
_NAMING = ("noun", "title", "name")
KEPT = 4_000
"""Sets of classes of which all that they are is kept between reports."""
_PARTIES = frozenset({"organisation", "group", "people", "persons"})
_NOT_HEADS = frozenset({"quantifier", "demonstrative", "mark", "number", "preposition"})


_SOMEBODY = frozenset({"people", "agent"})
_LIVING = frozenset({"people", "persons", "person", "agent", "title", "organisation"})

_AT_AGE = ["من", "عمر"]
"""Stems of the words behind how old somebody is, in Arabic: «من عمره»."""


class PhraseMaker:
    """Makes phrases of units, with the names, references and figures of the report at hand.

    `figures` are, by their first word, their number in the report, the word behind them and the figure.
    """

    def __init__(
        self,
        words: Sequence[Word],
        names: Iterable[Name],
        referents: Iterable[Referent],
        figures: Mapping[int, tuple[int, int, Figure]],
        atoms: Atoms,
        book: Phrasebook,
    ) -> None:
        self.words = words
        self.moments = atoms.times
        self.suspects = atoms.suspects
        self.book = book
        self.quantities = book.grammar.quantities
        self.names = {position: name for name in names for position in range(name.first, name.last)}
        self.referents = {referent.first: referent for referent in referents}
        self.figures = figures
        self.counted: dict[int, tuple[int, int, Figure]] = {}
        for first, told in figures.items():
            for position in range(first, told[1]):
                self.counted.setdefault(position, told)

    def make(self, unit: Unit, event: int | None = None, types: Iterable[str] = ()) -> Phrase | None:
        """The phrase of a unit; a verbal noun makes one too, which consists of its event. None for other units.

        `types` are the types of claim that the event may be, each a kind of its own: `act:release`.
        """
        if event is not None:
            kinds = self._kinds(unit.first, unit.last) | {"act"} | {f"act:{kind}" for kind in types}
            return Phrase(unit.first, unit.last, frozenset(kinds), event=event)
        if unit.kind != "phrase":
            return None
        if self.moments.get(unit.first) == unit.last:
            return Phrase(unit.first, unit.last, frozenset({"time"}), cases=unit.cases)
        if unit.pronoun:
            person = self.book.grammar.subject_first or unit.pronoun in _OF_PEOPLE
            someone = frozenset({"agent"}) if person else frozenset()
            return Phrase(unit.first, unit.last, someone, pronoun=unit.pronoun, cases=unit.cases)
        return self._named(unit)

    def _named(self, unit: Unit) -> Phrase:
        """The phrase of a noun, with its figure and what both stand for."""
        if self._tells_age(unit):
            return Phrase(unit.first, unit.last, frozenset({"time"}), cases=unit.cases)
        figure = next((self.figures[p] for p in range(unit.first, unit.last) if p in self.figures), None)
        if figure is not None and self._counts_owner(unit):
            figure = None
        kinds = self._kinds(unit.first, unit.last)
        if not kinds and self._stands_for_people(unit):
            kinds = set(broader_kinds("people") | {"persons"})
        if self._for_each(unit):
            kinds = (kinds - _LIVING) | {"each"}
        if self.words[unit.first].norm in self.book.grammar.locatives or self._named_after_place(unit, kinds):
            kinds |= {"somewhere"}
        if figure is not None:
            things = bool(kinds) and kinds.isdisjoint({"agent", "counted", "funds"}) and self.book.grammar.subject_first
            kinds |= _figure_kinds(figure[2]) - (_SOMEBODY if things else set())  # «31 dredgers» are no people
            kinds |= self._money_of(unit) if "currency" in kinds else set()
            kinds |= {"money_amount"} if "currency" in kinds else set()  # «9 million dirhams», of whichever country
        return Phrase(unit.first, unit.last, frozenset(kinds), figure[0] if figure else None, cases=unit.cases)

    def _money_of(self, unit: Unit) -> set[str]:
        """« deux millions d'euros de rançon »: what the money is that a French sum counts."""
        last = self.words[unit.last - 1]
        told = self.words[unit.last - 2].norm in self.book.grammar.part_of and "currency" not in last.classes
        return {kind for each in last.classes for kind in broader_kinds(each)} if told else set()

    def _for_each(self, unit: Unit) -> bool:
        """« le revenu par habitant », « par virement »: a bare singular behind « par » is nobody who acts."""
        word = self.words[unit.first]
        bare = unit.last - unit.first == 1 and word.category in ("noun", "title") and word.norm == word.stem
        return bare and unit.preposition == "par"

    def _tells_age(self, unit: Unit) -> bool:
        """«في الثالثة والعشرين من عمره»: how old somebody is, which is neither a place nor a share."""
        last = unit.last + (unit.last < len(self.words) and self.words[unit.last].joined)
        if last >= len(self.words) or self.words[last].stem != _AT_AGE[0]:
            return False
        return [word.stem for word in self.words[last : last + len(_AT_AGE)]] == _AT_AGE

    def _stands_for_people(self, unit: Unit) -> bool:
        """«двое», «тот», «одиннадцать из них»: without a noun, somebody."""
        within = self.words[unit.first : unit.last]
        if within[-1].category == "pronoun" and within[0].norm in self.book.grammar.parts:
            return True
        return len(within) == 1 and within[0].norm in self.book.grammar.somebody

    def _named_after_place(self, unit: Unit, kinds: Set[str]) -> bool:
        """«across the Sahara», «near Kivu»: a name no list knows is a place behind some English prepositions."""
        return unit.preposition in self.book.grammar.placing and kinds == broader_kinds("organisation") | {
            "organisation"
        }

    def _counts_owner(self, unit: Unit) -> bool:
        """«средства пяти министров»: a number behind the noun that heads the phrase counts whose it is."""
        if not self.book.grammar.cases or unit.first in self.figures:
            return False
        return self.words[unit.first].category in _NOUNS and self.words[unit.first].stem not in self.quantities

    def _kinds(self, first: int, last: int) -> set[str]:
        head = self._head(first, last)
        if head is None:
            return set(broader_kinds("people") | {"persons"}) if self._theirs(first, last) else set()
        name = self.names.get(head)
        found: set[str] = set()
        if head in self.suspects:
            return set(broader_kinds("people"))
        if name is not None:
            found = self._named_kinds(name, self.words[head])
        else:
            found |= _broader(_noun_classes(self.words[head]))
            if head in self.referents or ("group" in found and self._known_group(head, last)):
                found |= broader_kinds("hostile") if "group" in found else set()
            if found <= {"other"} and self._place_within(head, last):
                found.add("somewhere")  # «عرض البحر»
            if found & _PARTIES and any(word.stem in self.book.grammar.hostile for word in self.words[first:last]):
                found |= broader_kinds("hostile")  # «منظمات إرهابية»
            if self._of_named_group(found, first, head):
                found = (found - {"state", "organisation"}) | broader_kinds("hostile")
            found |= self._described(found, head, last)
            found |= self._of_theirs(found, first, head)
            if "group" in found and any(word.stem in self.book.grammar.lawful for word in self.words[head:last]):
                found -= {"group", "hostile", "network", "people"}  # « groupe hôtelier »
                found |= {"organisation", "civil"}
        return found

    def _of_named_group(self, found: Set[str], first: int, head: int) -> bool:
        """«Taliban officials», «Hezbollah couriers»: people of an armed group that English names before them."""
        beside = self.names.get(head - 1) if self.book.grammar.head_last and head > first else None
        hands = "title" in found or self.words[head].stem in self.book.grammar.hands
        return hands and beside is not None and beside.kind == "group" and beside.body is not None

    def _theirs(self, first: int, last: int) -> bool:
        """«بعضهم», «جلهم», «من يمتنع»: whether a phrase without noun stands for people."""
        who = last - first == 1 and self.words[first].norm in _WHO and not self.book.grammar.subject_first
        return who or any(self.words[p].split.ending in _OF_PEOPLE for p in range(first, last))

    def _of_theirs(self, found: Set[str], first: int, head: int) -> set[str]:
        """What an armed or criminal party owns («the group's books»); its people are of its kind («the emir's men»)."""
        owners = [p for p in range(first, head) if self.words[p].owning] if self.book.grammar.head_last else []
        if not owners or not self._partys(first, owners[-1] + 1):
            return set()
        hands = self.words[head].stem in self.book.grammar.hands
        return {"theirs", *(broader_kinds("hostile") if hands and found & _PARTIES else ())}

    def _described(self, found: set[str], head: int, last: int) -> set[str]:
        """What adjectives and the genitive of its head make of a thing: «النفط المسروق», «قيادة الكتيبة»."""
        if self.book.grammar.subject_first:
            return set()
        told = {self.book.grammar.describing.get(self.words[p].stem, "") for p in range(head + 1, last)} - {""}
        if "arms" in found and "armed_branch" in told:
            found.clear()  # «سلاح الجو»
            return set(broader_kinds("state"))
        told.discard("armed_branch")
        if "public" in told and "funds" not in found:
            told.discard("public")  # «رأي عام»
        if found & {"funds", "list"} and any("civil" in self.words[p].classes for p in range(head + 1, last)):
            told.add("civil")  # «إيرادات السياحة»
        told |= self._of_what(found, head, last)
        if "post" in found and self._partys(head + 1, last):
            told.add("party_post")
        if found & _PARTIES and self.words[head].stem in self.book.grammar.hands and self._partys(head + 1, last):
            told |= broader_kinds("hostile") | broader_kinds("people")  # «رجال الفصيل»
        return told

    def _of_what(self, found: Set[str], head: int, last: int) -> set[str]:
        """What the genitive makes of its head: «شاحنات مازوت» are oil too, «مشروع قانون» is a measure."""
        genitive = self.words[head + 1] if head + 1 < last else None
        told: set[str] = set()
        if genitive is not None and genitive.category == "noun" and "goods" in found:
            told = {kind for each in genitive.classes & _LOADS for kind in broader_kinds(each)}
        if genitive is not None and "property" in found:
            told |= genitive.classes & {"measure"}
        if "income" in found and (self.words[head].split.ending or self._partys(head + 1, last)):
            told.add("party_income")
        return told

    def _partys(self, first: int, last: int) -> bool:
        """Whether a party that is armed or stands outside the law is named among words."""
        among = range(first, last)
        if any(p in self.referents or not self.words[p].classes.isdisjoint(_OUTLAWS) for p in among):
            return True
        return any(p in self.names and self.names[p].kind == "group" for p in among)

    def _named_kinds(self, name: Name, head: Word) -> set[str]:
        """What a name stands for, and what the noun it begins with says: «النيابة الوطنية المالية» is a state's."""
        found = set(broader_kinds(name.kind))
        if name.kind == "group" and name.body is not None:
            found |= broader_kinds("hostile")
        if name.body is None and head.category == "noun" and head.split.article:
            found |= {broader for kind in head.classes for broader in broader_kinds(kind)}
        if name.kind == "organisation" and self._official(name):
            found |= broader_kinds("state")
        if name.body is not None and name.body.private == "firm" and not self.book.grammar.subject_first:
            found |= broader_kinds("business")
        return found

    def _place_within(self, head: int, last: int) -> bool:
        """Whether the genitive of a phrase's head is a place."""
        if self.book.grammar.head_last or self.book.grammar.cases:
            return False
        return any("territory" in self.words[p].classes or self._is_place(p) for p in range(head + 1, last))

    def _is_place(self, position: int) -> bool:
        return position in self.names and self.names[position].kind == "place"

    def _official(self, name: Name) -> bool:
        """Whether a named organisation is a body of a state: known as one, or called a ministry, a court, a police."""
        if name.body is not None:
            return not (name.body.relays or name.body.private)
        return any("state" in reading.classes for reading in self.words[name.first].readings)

    def _known_group(self, head: int, last: int) -> bool:
        return any(p in self.names and self.names[p].kind == "group" for p in range(head + 1, last))

    def _head(self, first: int, last: int) -> int | None:
        """The word a phrase is about."""
        if self.book.grammar.head_last:
            nouns = [
                p for p in range(first, last) if self.words[p].category in ("noun", "name", "title") or p in self.names
            ]
            while len(nouns) > 1 and self._rate(nouns[-1]):
                nouns.pop()
            return self._unknown_head(nouns[-1], last) if nouns else None
        if self.book.grammar.cases:
            return self._first_noun(first, last)
        return self._first_head(first, last)

    def _rate(self, noun: int) -> bool:
        """«two tonnes of resin a month», «$400 a head»: what a number is per is not what a phrase is about."""
        per = self.words[noun - 1].norm in ("a", "an", "per", "each", "every")
        return per and (noun - 2 in self.counted or "time" in self.words[noun].classes)

    def _unknown_head(self, noun: int, last: int) -> int | None:
        """The last noun, unless a word no table knows stands behind what owns it: «ISIL's ability» is no ISIL."""
        behind = last - 1
        owned = self.words[noun].owning and behind > noun
        whole = self.words[noun].stem in self.quantities and self._quantity(noun, last)  # «large parts of the bush»
        counts = self.words[behind].norm in self.book.grammar.counts  # «a group of five»
        return behind if (owned or whole) and self.words[behind].category == "unknown" and not counts else noun

    def _first_noun(self, first: int, last: int) -> int | None:
        """The first noun, past adjectives and past what only says how much of it («часть», «четверть»)."""
        nouns = [p for p in range(first, last) if self.words[p].category in _NOUNS or p in self.names]
        if len(nouns) > 1 and self._says_how(nouns[0], nouns[1]):
            nouns = nouns[1:]  # «золотой дирхем»
        whole = [p for p in nouns if self.words[p].stem not in self.quantities]
        return next(iter(whole or nouns), first if first < last and self.words[first].category == "unknown" else None)

    def _says_how(self, first: int, second: int) -> bool:
        """Whether a noun that is also an adjective agrees with the noun right behind it."""
        word, noun = self.words[first], self.words[second]
        return (
            also_adjective(word) and first not in self.names and second == first + 1 and bool(word.cases & noun.cases)
        )

    def _first_head(self, first: int, last: int) -> int | None:
        """The first word that is no number, quantifier or mark; behind a share or quantity, that of the whole."""
        for position in range(first, last):
            word = self.words[position]
            if word.category in _NOT_HEADS or self._only_number(position):
                continue
            whole = position + 1 < last and word.stem in self.quantities and not self.book.grammar.subject_first
            leads = word.stem in self.book.grammar.leading and position + 1 < last
            if whole or leads or self._quantity(position, last):
                continue
            return position
        return None

    def _quantity(self, position: int, last: int) -> bool:
        """A noun of quantity with «من» («of») and a whole behind it is not what the phrase is about."""
        word = self.words[position]
        if self.book.grammar.subject_first and word.classes and word.stem not in self.quantities:
            return False  # « deux bureaux de change »
        return any(
            self.words[p].category == "preposition" and self.words[p].norm in self.book.grammar.part_of
            for p in range(position + 1, last)
        )

    def _only_number(self, position: int) -> bool:
        covering = self.counted.get(position)
        fifth = covering is not None and "levy" in self.words[position].classes and position + 1 < covering[1]
        return covering is not None and (fifth or not self.words[position].classes)  # «خمس شركات» are no levy


def _noun_classes(word: Word) -> frozenset[str]:
    """The classes of a word's readings as a noun, title or name; what it does as a verb is no matter here."""
    if word.category == "participle" and word.norm.endswith("ون") and not word.definite:
        return frozenset({"people", "persons"})  # «باعه مشرفون»
    every = [reading.classes for reading in word.readings if reading.category in _NAMING]
    return (word.classes if word.category in _NAMING else frozenset()).union(*every)


@lru_cache(maxsize=KEPT)
def _broader(classes: frozenset[str]) -> frozenset[str]:
    """Everything that a noun of some classes is; the nouns of a language have some hundreds of such sets."""
    return frozenset().union(*map(broader_kinds, classes))


def _figure_kinds(figure: Figure) -> frozenset[str]:
    unit = (figure.unit or "").split("/")[0]
    if (len(unit) == 3 and unit.isupper()) or unit in _SMALL_COINS:
        regular = {"per_time"} if "/" in (figure.unit or "") else set()
        return broader_kinds("currency") | {"money_amount"} | regular
    if not unit:
        return frozenset({"counted"})
    known = _UNIT_KINDS.get(unit)
    return (broader_kinds(known) if known else frozenset()) | {"counted"}
