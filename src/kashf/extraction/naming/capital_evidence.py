"""What a name in capitals that no list knows is by itself: a person or place by its parts, else what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kashf.extraction.naming.name import Name
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.declension import name_stem
from kashf.language.weights import frequencies, listed
from kashf.records.spans import MentionKind

__all__ = [
    "guessed",
    "is_article_name",
    "is_firm_name",
    "is_given_name",
    "is_person_name",
    "is_place_name",
    "kind_of_several",
]

COMMON = 4
"""The Zipf value from which a word with a capital is rather an ordinary word («the Internet») than a name."""
SHORTEST_FIRM = 6
SHORTEST_GUESS = 3
LONGEST_PERSON = 4
NEAR = 4
SHORT_WORD = 3
"""Letters of words that headlines too write without a capital."""
_SHARED = {"fr": "en"}
"""Languages that have their first names from another too."""


def is_person_name(at: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether words first..last (half-open) have the parts of a person's name: a first name («Olga Renner»), an
    initial, a particle of family names or a kunya («Abou Walid»), a family name's ending («Замир Кабулов»)."""
    parts = [word.norm for word in at[first:last] if word.category != "mark"]
    if len(parts) < 2:
        return False
    if is_given_name(parts[0], language) or (len(parts[0]) == 1 and len(parts) < 4):
        return True
    naming = words(language, "titles", "kunya") | words(language, "titles", "lineage")
    return bool(naming & set(parts)) or _has_family_ending(parts[-1], language)


def is_given_name(word: str, language: str) -> bool:
    """Whether a folded word is a first name, in any case; of «Jean-Luc» the first part tells."""
    known = _given_names(language)
    return word in known or (language == "ru" and name_stem(word) in known)


def is_firm_name(word: str, language: str) -> bool:
    """Whether a word is a firm's name by its end: «BGFIBank», «Внешпромбанка»."""
    endings = tuple(words(language, "titles", "firm_endings"))
    return len(word) >= SHORTEST_FIRM and bool(endings) and word.endswith(endings)


def kind_of_several(at: Sequence[Word], span: tuple[int, int], text: str, language: str) -> MentionKind:
    """What words first..last (half-open) name that nothing around them tells: a person by its parts, a body where one
    of them is an ordinary word or written in capitals («Credit Suisse», «BNP Paribas»), else a person; of one word
    unknown."""
    first, last = span
    parts = [word for word in at[first:last] if word.category != "mark"]
    if len(parts) < 2:
        return "unknown"
    if is_person_name(at, first, last, language):
        return "person"
    foreign = language == "ru" and parts[0].norm.isascii()
    shouted = any(len(word.norm) > 1 and text[word.start : word.end].isupper() for word in parts)
    if foreign or shouted or any(not _is_rare(word, language) or word.readings for word in parts):
        return "organisation"
    return "person" if len(parts) <= LONGEST_PERSON else "organisation"


def is_place_name(at: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether the first of several words says that they name a place: «Lake Como», «San Luca»."""
    return last - first > 1 and at[first].norm in words(language, "titles", "place_heads")


def is_article_name(at: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether a name opens with an article, as those of papers and firms do: «La Stampa»."""
    return last - first > 1 and at[first].norm in words(language, "titles", "name_articles")


def guessed(at: Sequence[Word], name: Name, text: str, language: str) -> MentionKind:
    """What a word with a capital names that nothing tells of: rather a body, if it is hardly an ordinary word and
    stands within a sentence whose other words have none; a place behind a preposition of places («from Zaranj»)."""
    word = at[name.first]
    opens = name.first == 0 or at[name.first - 1].category == "mark"
    if (
        opens
        or not _is_rare(word, language)
        or word.readings
        or len(word.norm) < SHORTEST_GUESS
        or _headline(at, name, text)
    ):
        return "unknown"
    if at[name.first - 1].norm in words(language, "titles", "place_links"):
        return "place"
    return "organisation"


def _headline(at: Sequence[Word], name: Name, text: str) -> bool:
    """Whether most words around have capitals too."""
    near = [
        w
        for w in at[max(0, name.first - NEAR) : name.last + NEAR]
        if w.token.kind == "word" and len(w.norm) > SHORT_WORD
    ]
    return 2 * sum(text[word.start].isupper() for word in near) > len(near) + 1


def _is_rare(word: Word, language: str) -> bool:
    """Whether a word is hardly an ordinary one: not written often, no adjective or people of a land."""
    plain = word.norm.removesuffix("'s")
    if plain.endswith(tuple(words(language, "titles", "demonym_endings")) or "\0"):
        return False
    known = frequencies(language)
    return max(known.get(plain, 0), known.get(plain.removesuffix("s"), 0)) < COMMON


def _has_family_ending(word: str, language: str) -> bool:
    return word.endswith(tuple(words(language, "titles", "family_endings")) or ("\0",))


@cache
def _given_names(language: str) -> frozenset[str]:
    """First names, folded; of Russian ones the stems too."""
    sources = (language, *filter(None, (_SHARED.get(language),)))
    names = {line.partition("\t")[0] for source in sources for line in listed(source, "persons")}
    names.update(word for source in sources for word in words(source, "first_names", "arab", "foreign"))
    return frozenset(names | set(map(name_stem, names))) if language == "ru" else frozenset(names)
