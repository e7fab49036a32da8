"""The Arabic lexicon, from the tables of `ar/`: closed words, verbs in all their forms, nouns, titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, cast

from kashf.language.closed import spelled, words
from kashf.language.compiled import derived
from kashf.language.conjugation import Tense, Verb, noun_forms, participles, verb_forms, verbal_noun_forms
from kashf.language.lexicon import Category, Lexicon, Reading, listed
from kashf.language.loading import malformed, read_table
from kashf.text.folding import fold

__all__ = ["VerbEntry", "WordsAndNames", "arabic_lexicon", "verb_entries"]

VerbEntry = tuple[str, frozenset[str]]
"""A verb's line as in the tables, and the classes it belongs to."""

_CLOSED: Mapping[str, Category] = {
    "prepositions": "preposition",
    "complementisers": "complementiser",
    "relatives": "relative",
    "connectives": "connective",
    "negators": "negator",
    "particles": "particle",
    "demonstratives": "demonstrative",
    "quantifiers": "quantifier",
    "pronouns": "pronoun",
    "adverbs": "adverb",
    "whole_words": "whole",
}

_ROOM = files("kashf.language")
_CLITICS = "وفبلكس"
_LONG_NAME = 4
"""Letters of a first name that is rather that name than a clitic and a word: «كاثرين», «لاري»."""
_AS_NOUN = frozenset({"noun"})
_PARTICIPLE_ENDINGS = {"s": ("", "ه", "ا"), "d": ("ان",), "p": ("ون", "ين", "ات", "و", "ي")}
"""By number. The dual «ين» is written as the plural, and «ان» is never one."""


def arabic_lexicon(verbs: Iterable[VerbEntry] = (), names: Iterable[tuple[str, str]] = ()) -> Lexicon:
    """The lexicon of Arabic, with a domain's verbs and known names (word and class) added to the language's own."""
    added, known = _joined(verbs), tuple(names)
    told = [(line, sorted(classes)) for line, classes in added.items()], known
    return Lexicon(derived(_ROOM / "ar" / "forms.lexicon", _sources(), told, lambda: listed(_entries(added, known))))


def _entries(verbs: Mapping[str, frozenset[str]], names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Reading]]:
    yield from (*_closed(), *_nouns(), *_titles(), *_names(names))
    for line, classes in _joined((*verb_entries(), *verbs.items())).items():
        yield from _verb(line, classes)


def _sources() -> Iterator[Traversable]:
    """What the forms are made from: the tables of Arabic, the code of this room, and how words are folded."""
    folders = (_ROOM / "ar", ".yaml"), (_ROOM, ".py"), (files("kashf.text"), ".py")
    yield from (file for folder, ending in folders for file in folder.iterdir() if file.name.endswith(ending))


class WordsAndNames:
    """What taking words apart goes by: the lexicon, and first names that begin with a clitic's letter («برايان»), short
    ones only where they are no other word without it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        names = words("ar", "first_names", "arab", "foreign")
        self._whole = frozenset(
            name for name in names if name[0] in _CLITICS and (len(name) >= _LONG_NAME or not lexicon.uses(name[1:]))
        )

    def uses(self, stem: str) -> frozenset[str]:
        """How a stem may be used."""
        return self._lexicon.uses(stem) or (_AS_NOUN if stem in self._whole else frozenset())


def _joined(verbs: Iterable[VerbEntry]) -> dict[str, frozenset[str]]:
    """Each line once, with the classes of all places it stands in: a verb in all its forms is the costliest entry."""
    joined: dict[str, frozenset[str]] = {}
    for line, classes in verbs:
        joined[line] = joined.get(line, frozenset()) | classes
    return joined


def verb_entries() -> Iterator[VerbEntry]:
    """The verbs of the language's own tables, with what they do to a clause."""
    table = read_table("ar", "verbs")
    for steering, lines in cast("Mapping[str, Iterable[str]]", table["steering"]).items():
        yield from ((line, frozenset({steering})) for line in lines)
    yield from ((line, frozenset()) for line in cast("Iterable[str]", table["common"]))
    reporting = read_table("ar", "reporting")
    for kind in ("say", "continue", "relay", "describe"):
        yield from ((line, frozenset({kind})) for line in cast("Iterable[str]", reporting[kind]))


def _closed() -> Iterator[tuple[str, Reading]]:
    table = read_table("ar", "words")
    for key, category in _CLOSED.items():
        yield from ((word, Reading(category, word)) for word in spelled(table[key]))
    for steering, forms in cast("Mapping[str, str]", table["joined_verbs"]).items():
        for word in spelled(forms):
            yield word, Reading("verb", word, frozenset({steering}), tense="present", person="3sm")


def _nouns() -> Iterator[tuple[str, Reading]]:
    table = cast("Mapping[str, Iterable[str]]", read_table("ar", "nouns"))
    for kind, lines in table.items():
        classes = frozenset({kind})
        for line in lines:
            lemma = fold(line).text.split()[0].partition("/")[0]
            numbers = {number: Reading("noun", lemma, classes, number=number) for number in "sdp"}
            yield from ((form, numbers[number]) for form, number in noun_forms(line))


def _titles() -> Iterator[tuple[str, Reading]]:
    for line in cast("Iterable[str]", read_table("ar", "titles")["heads"]):
        for word in spelled(line):
            yield word, Reading("title", word, frozenset({"title"}), number="s")


def _names(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Reading]]:
    for name, kind in names:
        lemma = fold(name).text
        form = lemma[2:] if lemma.startswith("ال") and len(lemma) > 4 else lemma
        yield form, Reading("name", lemma, frozenset({kind}))


def _verb(line: str, classes: frozenset[str]) -> Iterator[tuple[str, Reading]]:
    try:
        verb = Verb.parse(line)
    except ValueError as error:
        raise malformed("ar", "verbs", line, str(error)) from error
    told: dict[tuple[Tense, str, bool], Reading] = {}
    for form, tense, person, passive in verb_forms(verb):
        reading = told.get((tense, person, passive))
        if reading is None:
            told_voice: Literal["passive"] | None = "passive" if passive else None
            reading = Reading("verb", verb.past, classes, tense=tense, person=person, voice=told_voice)
            told[tense, person, passive] = reading
        yield form, reading
    for noun in verb.nouns:
        yield from _verbal_noun(noun, verb.past, classes)
    for stem, voice in participles(verb):
        for number, endings in _PARTICIPLE_ENDINGS.items():
            reading = Reading("participle", verb.past, classes, number=number, voice=voice)
            yield from ((stem + ending, reading) for ending in endings)


def _verbal_noun(noun: str, lemma: str, classes: frozenset[str]) -> Iterator[tuple[str, Reading]]:
    reading = Reading("verbal_noun", lemma, classes, number="s")
    yield from ((form, reading) for form in verbal_noun_forms(noun))
