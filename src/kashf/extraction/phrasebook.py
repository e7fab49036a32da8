"""Fixed phrases of several words, matched on the words as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kashf.extraction.words.word import Word
from kashf.language.closed import phrases, words
from kashf.values import value

__all__ = ["Grammar", "Phrasebook", "phrasebook"]

MOST_FORMS = 40_000
"""Written forms whose phrases are kept at a time; a dozen forms make up a third of all words, and most open none."""

_NO_PREPOSITIONS = frozenset({"verb", "adverb", "demonstrative", "relative", "connective", "complementiser"})
"""What a word that may be a preposition («as», « du ») is settled to be where it is none."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the order and form of phrases is in a language.

    `quantities` are the nouns that take «of» and a whole, `part_of` the prepositions between them; `locatives` words of
    place that head a phrase behind another preposition («إلى خارج العراق»). `subject_first`: the subject stands before
    the verb and governs what follows; `head_last`: the last noun of a phrase is what it is about; `cases`: words stand
    in cases. `leading` are adjectives that stand before their noun (nouveau, propre), `lawful` those of groups that are
    firms or bodies (hôtelier); `oblique_numbers` are number words in a case of their own (пяти), `counted_somebody`
    those that are the accusative of somebody (двоих). `parts` are the words that «of» and a whole follow («один из
    них»), `somebody` those that stand for people without a noun (двое, тот); `emphatics` say «himself» (сам).
    `contractions` are the prepositions that hold an article (aux), by what they are without it.

    `hostile` are the adjectives of armed and criminal parties, `sums` the nouns that only lead to a figure («مبلغ مليار
    دولار»), `relational` adjectives that are written like a noun, title or verb, `origins` those among them that say
    whose a thing is («إيراني»), `measured_adjectives` those that a definite noun limits («شديدة الخطورة»);
    `describing` the adjectives that make a thing of a kind, with the kind («مسروق»: illicit);
    `abbreviations` words behind which a full stop ends nothing; `counts` numbers and quantifiers that stand for what
    was spoken of where no noun follows («all five»); `hands` those who act for the party that they are said to be of
    («the emir's men»), `away` the adverbs that say where something goes (abroad),
    `placing` the prepositions behind which a name that no list knows is a place, `predicated` what somebody is said to
    be behind their noun (« a déclaré le courtier coupable »); `adjectives` and `adjective_endings` tell the English
    words that may share a noun with another one («foreign and local banks»), `sharing` what joins them; `counting` the
    nouns of how often somebody is charged («three counts of»), `approximating` what stands between «as» and «as»,
    `helping` the helping verbs.
    """

    quantities: frozenset[str] = frozenset()
    part_of: frozenset[str] = frozenset({"من"})
    locatives: frozenset[str] = frozenset()
    subject_first: bool = False
    head_last: bool = False
    cases: bool = False
    leading: frozenset[str] = frozenset()
    lawful: frozenset[str] = frozenset()
    oblique_numbers: frozenset[str] = frozenset()
    counted_somebody: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    somebody: frozenset[str] = frozenset()
    emphatics: frozenset[str] = frozenset()
    hostile: frozenset[str] = frozenset()
    sums: frozenset[str] = frozenset()
    relational: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    hands: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    placing: frozenset[str] = frozenset()
    predicated: frozenset[str] = frozenset()
    measured_adjectives: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    sharing: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    approximating: frozenset[str] = frozenset()
    helping: frozenset[str] = frozenset()
    describing: Mapping[str, str] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)

    @property
    def never_prepositions(self) -> frozenset[str]:
        """What a word that may be a preposition is settled to be where it is none."""
        return _NO_PREPOSITIONS if self.subject_first else frozenset({"verb"})


@value
class _Opened:
    """The `phrases` of a kind that may begin with a word, in the order in which they are tried: those that are `alone`
    that word (0 or 1), and the words that may be `second` in the others."""

    phrases: tuple[tuple[str, ...], ...]
    alone: int
    second: frozenset[str]

    @classmethod
    def by(cls, phrases: Sequence[tuple[str, ...]]) -> _Opened:
        """The same of the phrases alone."""
        longer = frozenset(phrase[1] for phrase in phrases if len(phrase) > 1)
        return cls(tuple(phrases), int(any(len(phrase) == 1 for phrase in phrases)), longer)


class Phrasebook:
    """Kinds of fixed phrases, each looked up by its first word, and the grammar of the language they are in."""

    def __init__(self, kinds: Mapping[str, Iterable[tuple[str, ...]]], grammar: Grammar) -> None:
        self.grammar = grammar
        self._kinds: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for kind, entries in kinds.items():
            by_first = self._kinds.setdefault(kind, {})
            for phrase in sorted(entries, key=len, reverse=True):
                by_first.setdefault(phrase[0], []).append(phrase)
        self._openings = frozenset(first for by_first in self._kinds.values() for first in by_first)
        self._opened: dict[tuple[str, str, str], Mapping[str, _Opened]] = {}

    def match(self, kind: str, at: Sequence[Word], position: int, last: int) -> int:
        """How many words from a position on make up a phrase of this kind; 0 where none does.

        The last word of a phrase may carry a pronoun ending («من خلالها»), the first a conjunction (وبحسب).
        """
        opened = self.opened(at[position]).get(kind)
        return self.completed(opened, at, position, last) if opened is not None else 0

    def completed(self, opened: _Opened, at: Sequence[Word], position: int, last: int) -> int:
        """How many words make up one of the phrases of a kind that may begin with a word; 0 where none does."""
        behind = at[position + 1] if position + 1 < last else None
        if behind is None or (behind.norm not in opened.second and _without_ending(behind) not in opened.second):
            return opened.alone if position < last else 0
        for phrase in opened.phrases:
            if self._follows(phrase, at, position, last):
                return len(phrase)
        return 0

    def opened(self, word: Word) -> Mapping[str, _Opened]:
        """The phrases that may begin with a word, by their kind; empty where none does."""
        form = (word.norm, word.split.conjunction, word.split.ending)
        known = self._opened.get(form)
        if known is None:
            if len(self._opened) >= MOST_FORMS:
                self._opened.clear()
            beginnings = tuple(self._beginnings(word))
            found = {
                kind: [phrase for first in beginnings for phrase in entries.get(first, ())]
                for kind, entries in self._kinds.items()
            }
            known = self._opened[form] = {kind: _Opened.by(told) for kind, told in found.items() if told}
        return known

    def _beginnings(self, word: Word) -> Iterator[str]:
        """The ways a word may open a phrase: as written, without its conjunction, and without its ending too."""
        norm, split = word.token.norm, word.split
        if norm in self._openings:
            yield norm
        if split.conjunction and norm[len(split.conjunction) :] in self._openings:
            yield norm[len(split.conjunction) :]
        if split.ending and _without_ending(word) in self._openings:
            yield _without_ending(word)

    @staticmethod
    def _follows(phrase: tuple[str, ...], at: Sequence[Word], position: int, last: int) -> bool:
        if position + len(phrase) > last:
            return False
        for offset in range(1, len(phrase)):
            word = at[position + offset]
            if phrase[offset] != word.norm and phrase[offset] != _without_ending(word):
                return False
        return True

    def name(self, at: Sequence[Word], position: int, length: int) -> str:
        """A matched phrase in its plain form, without conjunction, ending and article («au large des»: of)."""
        written = at[position : position + length]
        european = self.grammar.subject_first
        *before, last = (word.norm if european else _without_ending(word) for word in written)
        last = self.grammar.contractions.get(last, last)
        return " ".join((*before, last)).replace("' ", "'") if self.grammar.contractions else " ".join((*before, last))


def _without_ending(word: Word) -> str:
    lead = len(word.split.conjunction)
    return word.norm[lead : len(word.norm) - len(word.split.ending)] if word.split.ending else word.norm[lead:]


_DESCRIBING = ("illicit", "sham", "forged", "public", "armed_branch")
"""Kinds that a thing is of by its adjective, each a list of the table of words."""

_KINDS = {
    "prepositions": ("words", "phrases"),
    "so_called": ("words", "so_called"),
    "including": ("words", "including"),
    "excluding": ("words", "excluding"),
    "contrast": ("words", "contrasts"),
    "inference": ("words", "inferences"),
    "adverb": ("words", "adverbials"),
    "amounts": ("words", "amounts"),
    "source": ("reporting", "prepositions"),
    "source_clause": ("reporting", "clauses"),
}
"""Each kind of phrase with its table and the list there."""


def _written(phrase: tuple[str, ...], contracted: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """The ways a phrase is written: what is elided a word of its own, the last with an article in it («afin d'»)."""
    apart = tuple(" ".join(phrase).replace("'", "' ").split()) if contracted else phrase
    yield apart
    yield from ((*apart[:-1], last) for last in contracted.get(apart[-1], ()))


@cache
def phrasebook(language: str) -> Phrasebook:
    """The fixed phrases of a language's tables."""
    contractions = dict(entry.split("=") for entry in words(language, "words", "contractions"))
    contracted: dict[str, list[str]] = {}
    for written, plain in contractions.items():
        contracted.setdefault(plain, []).append(written)
    kinds = {
        kind: {each for phrase in phrases(language, *listed) for each in _written(phrase, contracted)}
        for kind, listed in _KINDS.items()
    }
    kinds["prepositions"] |= {(word,) for word in words(language, "words", "prepositions")}
    return Phrasebook(
        kinds,
        Grammar(
            quantities=words(language, "words", "quantifiers", "quantities"),
            part_of=words(language, "words", "part_of") or frozenset({"من"}),
            locatives=words(language, "words", "locatives"),
            subject_first=language != "ar",
            head_last="last" in words(language, "words", "head"),
            cases=language == "ru",
            leading=words(language, "words", "leading"),
            lawful=words(language, "words", "lawful"),
            oblique_numbers=words(language, "words", "oblique_numbers"),
            counted_somebody=words(language, "words", "counted_somebody"),
            parts=words(language, "words", "parts"),
            somebody=words(language, "words", "somebody"),
            emphatics=words(language, "words", "emphatics"),
            hostile=words(language, "words", "hostile"),
            sums=words(language, "words", "sums"),
            relational=words(language, "words", "relational", "origins"),
            origins=words(language, "words", "origins"),
            abbreviations=words(language, "words", "abbreviations"),
            counts=words(language, "words", "counts"),
            hands=words(language, "words", "hands"),
            away=words(language, "words", "away"),
            placing=words(language, "words", "placing"),
            predicated=words(language, "words", "predicated"),
            measured_adjectives=words(language, "words", "measured_adjectives"),
            adjectives=words(language, "words", "adjectives"),
            sharing=words(language, "words", "sharing"),
            counting=words(language, "words", "counting"),
            approximating=words(language, "words", "as_much"),
            helping=words(language, "words", "auxiliaries"),
            adjective_endings=tuple(sorted(words(language, "words", "adjective_endings"))),
            describing={word: kind for kind in _DESCRIBING for word in words(language, "words", kind)},
            contractions=contractions,
        ),
    )
