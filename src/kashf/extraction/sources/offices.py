"""Offices and who holds them: the name that a noun phrase is about, its own or the one that its title runs up to."""

from __future__ import annotations

from collections.abc import Iterator

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.draft import Draft
from kashf.extraction.naming.name import Name
from kashf.extraction.sources.line import Line
from kashf.extraction.words.word import NOMINAL, Word

__all__ = ["LONGEST_TITLE", "Offices"]

_BODIES = frozenset({"organisation", "state", "group", "hostile", "business"})
_PEOPLE = frozenset({"people", "persons", "person", "title"})
_HEADLESS = frozenset({"quantifier", "demonstrative", "mark", "number", "preposition"})
LONGEST_TITLE = 22
"""Words of a title between the office and the name of who holds it."""


class Offices:
    """The names of one report, by where they and their titles stand."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.names = tuple(name for name in draft.names if not _adverbial(draft, name))
        self.starting = {name.first: name for name in self.names}
        self.covering = {place: name for name in self.names for place in range(name.first, name.last)}
        self.titled = {name.title[0]: name for name in self.names if name.title and name.title[1] <= name.first}
        self.apposed = {
            place: name
            for name in self.names
            if name.title and name.title[0] >= name.last
            for place in range(*name.title)
        }

    def name_of(self, line: Line, phrase: Phrase) -> Name | None:
        """The name of who a phrase is about: its own, or the one that its title runs up to."""
        within = self._name_within(line, phrase)
        if within is not None:
            return within
        head = self._office(line, phrase)
        if head is None:
            return None
        related = head.stem in line.table("relational")
        return self._holder(line, phrase, across=related) if related or self._holds_office(head) else None

    def _office(self, line: Line, phrase: Phrase) -> Word | None:
        """The word that may be an office; behind an owner («the ministry's spokesman») it is the last."""
        owned = any(word.owning for word in self._words(phrase.first, phrase.last))
        if owned and line.knowledge.book.grammar.head_last and phrase.last > phrase.first:
            return self.draft.words[phrase.last - 1]
        return self.head(phrase)

    def _name_within(self, line: Line, phrase: Phrase) -> Name | None:
        titled = self.titled.get(phrase.first)
        if titled is not None and titled.title is not None and phrase.last <= titled.first:
            return titled
        apposed = self.apposed.get(phrase.first)
        if apposed is not None and not self._begins_clause(line, phrase):
            return apposed
        behind = phrase.last + 1
        if behind in self.starting and line.abbreviated(phrase.last - 1) and self.draft.words[phrase.last].norm == ".":
            return self.starting[behind]
        inside = [self.starting[p] for p in range(phrase.first, phrase.last) if p in self.starting]
        fitting = [name for name in inside if name.last <= phrase.last and self._is_about(line, phrase, name)]
        return (fitting[-1] if line.european and len(fitting) > 1 else fitting[0]) if fitting else None

    def _begins_clause(self, line: Line, phrase: Phrase) -> bool:
        """«According to the Ledger, the prosecutor said»: an office with its verb is no apposition."""
        behind = self.draft.words[phrase.last] if phrase.last < line.last else None
        return line.european and behind is not None and behind.category in ("verb", "auxiliary")

    def _is_about(self, line: Line, phrase: Phrase, name: Name) -> bool:
        """Whether a name within a phrase is what the phrase is about, and not whose or where it is."""
        before = [word for word in self._words(phrase.first, name.first) if word.category not in _HEADLESS]
        behind = [word for word in self._words(name.last, phrase.last) if word.category not in _HEADLESS]
        if name.kind == "place":
            return not before and not behind
        if self.draft.words[name.last - 1].owning and behind:
            return False
        if line.knowledge.book.grammar.head_last and behind and not (name.kind == "person" and len(behind) > 1):
            return not behind[-1].classes & (_PEOPLE | {"document", "outlet", "organisation", "state"})
        nearest = -1 if line.knowledge.book.grammar.head_last else 0  # «ministry spokeswoman …»: the last says who
        return not before or before[0].owning or self._introduces(line, before[nearest], name)

    def _introduces(self, line: Line, word: Word, name: Name) -> bool:
        """Whether the word before a name says what it names («تنظيم داعش», "Judge Reed"), and is not somebody else."""
        if word.stem in line.table("relational") or word.classes & {"document", "people", "persons"}:
            return name.kind == "person" and word.category == "title"
        if name.kind != "person":
            return not self._holds_office(word) and word.category != "participle"
        plain = word.category == "unknown" or (line.european and not word.classes & _BODIES)
        return plain or self._holds_office(word)

    def _holder(self, line: Line, phrase: Phrase, *, across: bool = False) -> Name | None:
        """The name behind a title: «نائب مدير إدارة … العقيد فارس الدوسري», «le ministre des finances, Sami Haddad».

        `across`: only behind a comma («Their lawyer, Salwa Benomar, said»).
        """
        commas, place = 0, phrase.last
        while place < min(line.last, phrase.last + LONGEST_TITLE):
            name = self.starting.get(place) or self.titled.get(place)
            if name is not None and name.kind == "person":
                if across and not commas:
                    return None  # «محامي المتهم كمال»: the name is whose lawyer it is
                return name if self._closes(name, commas) else None
            word = self.draft.words[place]
            if word.norm in (",", "،", "("):
                commas += 1
                if commas > 1 or not self._name_near(place):
                    return None
            elif not self._in_title(word):
                return None
            place += 1
        return None

    def _name_near(self, comma: int) -> bool:
        return any((self.starting.get(p) or self.titled.get(p)) is not None for p in range(comma + 1, comma + 4))

    def _closes(self, name: Name, commas: int) -> bool:
        """Whether a name across a comma stands in apposition: a comma, a stop or the verb closes it."""
        if not commas:
            return True
        behind = self.draft.words[name.last] if name.last < len(self.draft.words) else None
        return behind is None or behind.category in ("mark", "complementiser", "verb", "relative", "particle")

    @staticmethod
    def _in_title(word: Word) -> bool:
        joins = word.category == "mark" and word.norm.isalpha()  # «and», which is a mark to later stages
        return word.category in NOMINAL or word.category == "preposition" or joins or word.norm in ('"', "'", ")", "-")

    @staticmethod
    def _holds_office(head: Word) -> bool:
        return head.category == "title" or bool(head.classes & _PEOPLE) or head.may_be("title") is not None

    def _words(self, first: int, last: int) -> tuple[Word, ...]:
        return self.draft.words[first:last]

    def head(self, phrase: Phrase) -> Word | None:
        """The word a phrase begins with, past quantifiers, demonstratives and marks."""
        return next((w for w in self._words(phrase.first, phrase.last) if w.category not in _HEADLESS), None)

    def _capital(self, word: Word) -> bool:
        return self.draft.text[word.start : word.start + 1].isupper()

    def persons_before(self, place: int) -> Iterator[Name]:
        """The persons named before a word, the nearest first."""
        return (name for name in reversed(self.names) if name.kind == "person" and name.last <= place)


def _adverbial(draft: Draft, name: Name) -> bool:
    """«انتظر السفير طويلا», «شن النائب هجوما عنيفا»: an indefinite accusative is no name."""
    if name.body is not None or name.kind != "person" or name.last - name.first > 1:
        return False
    word, before = draft.words[name.first], draft.words[name.first - 1] if name.first else None
    described = before is not None and before.category == "noun" and before.norm.endswith("ا")
    return word.accusative or (described and word.norm.endswith("ا"))
