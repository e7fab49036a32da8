"""The Arabic lexicon, from the tables of `ar/`: closed words, verbs in all their forms, nouns, titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from kashf.language.closed import spelled
from kashf.language.conjugation import Verb, noun_forms, participles, verb_forms, verbal_noun_forms
from kashf.language.lexicon import Category, Lexicon, Reading
from kashf.language.loading import malformed, read_table
from kashf.text.folding import fold

__all__ = ["VerbEntry", "arabic_lexicon", "verb_entries"]

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


def arabic_lexicon(verbs: Iterable[VerbEntry] = (), names: Iterable[tuple[str, str]] = ()) -> Lexicon:
    """The lexicon of Arabic, with a domain's verbs and known names (word and class) added to the language's own."""
    entries = [*_closed(), *_nouns(), *_titles(), *_names(names)]
    for line, classes in (*verb_entries(), *verbs):
        entries.extend(_verb(line, classes))
    return Lexicon(entries)


def verb_entries() -> Iterator[VerbEntry]:
    """The verbs of the language's own tables, with what they do to a clause."""
    table = read_table("ar", "verbs")
    for steering, lines in cast("Mapping[str, Iterable[str]]", table["steering"]).items():
        yield from ((line, frozenset({steering})) for line in lines)
    yield from ((line, frozenset()) for line in cast("Iterable[str]", table["common"]))
    reporting = read_table("ar", "reporting")
    for kind in ("say", "continue", "relay"):
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
        for line in lines:
            lemma = fold(line).text.split()[0].partition("/")[0]
            for form, number in noun_forms(line):
                yield form, Reading("noun", lemma, frozenset({kind}), number=number)


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
    for written in verb_forms(verb):
        yield written.form, Reading("verb", verb.past, classes, tense=written.tense, person=written.person)
    for noun in verb.nouns:
        yield from _verbal_noun(noun, verb.past, classes)
    for form, voice in participles(verb):
        for ending, number in (
            ("", "s"),
            ("ه", "s"),
            ("ا", "s"),
            ("ون", "p"),
            ("ين", "p"),
            ("ان", "d"),
            ("ات", "p"),
            ("و", "p"),
            ("ي", "p"),
        ):
            yield form + ending, Reading("participle", verb.past, classes, number=number, voice=voice)


def _verbal_noun(noun: str, lemma: str, classes: frozenset[str]) -> Iterator[tuple[str, Reading]]:
    for form in verbal_noun_forms(noun):
        yield form, Reading("verbal_noun", lemma, classes, number="s")
