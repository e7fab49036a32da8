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
    "is_rare",
    "kind_of_several",
    "opens_sentence",
]

COMMON = 4
"""The Zipf value from which a word with a capital is rather an ordinary word («the Internet») than a name."""
SHORTEST_FIRM = 6
SHORTEST_GUESS = 3
SHORTEST_OPENING = 5
LONGEST_PERSON = 4
INITIALED = 5
"""Parts that a person's name with an initial has fewer of."""
LONGEST_INITIALS = 5
"""Letters, stops and hyphen of two initials written together: «j.-p.»."""
_WITHIN = frozenset({",", ";", "_", "&", "/", "%"})
"""Marks behind which a sentence goes on; so it does behind a number."""
_SHARED = {"fr": "en"}
"""Languages that have their first names from another too."""


def opens_sentence(at: Sequence[Word], position: int) -> bool:
    """Whether a word has its capital because a sentence, a quotation or a clause behind a colon begins with it."""
    return position <= 0 or (at[position - 1].token.kind != "word" and at[position - 1].norm not in _WITHIN)


def is_person_name(at: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether words first..last (half-open) have the parts of a person's name: a first name («Olga Renner»), an
    initial, a particle of family names or a kunya («Abou Walid»), a family name's ending («Замир Кабулов»)."""
    parts = [word.norm for word in at[first:last] if word.category != "mark"]
    if len(parts) < 2:
        return False
    if is_given_name(parts[0], language) or (len(parts) < INITIALED and any(map(_is_initial, parts[:-1]))):
        return True
    naming = words(language, "titles", "kunya") | words(language, "titles", "lineage")
    return bool(naming & set(parts)) or _has_family_ending(parts[-1], language)


def _is_initial(part: str) -> bool:
    """Whether a part of a name is an initial or two: «j.», «а.с.», «k»."""
    return len(part) == 1 or (len(part) <= LONGEST_INITIALS and part.endswith("."))


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
    if parts[-1].norm in words(language, "titles", "acts"):
        return "unknown"  # «the Civilian Protection Act»
    shouted = any(len(word.norm) > 1 and text[word.start : word.end].isupper() for word in parts)
    if foreign or shouted or any(not is_rare(word, language) or word.readings for word in parts):
        return "organisation"
    return "person" if len(parts) <= LONGEST_PERSON else "organisation"


def is_place_name(at: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether the first or last of several words says that they name a place: «Lake Como», «Sulu Sea»."""
    told = at[first].norm in words(language, "titles", "place_heads")
    return last - first > 1 and (told or at[last - 1].norm in words(language, "titles", "place_tails"))


def is_article_name(at: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether a name opens with an article, as those of papers and firms do: «La Stampa»."""
    return last - first > 1 and at[first].norm in words(language, "titles", "name_articles")


def guessed(at: Sequence[Word], name: Name, language: str) -> MentionKind:
    """What a word with a capital names that nothing tells of: a person, if it is a first name; rather a body, if it is
    hardly an ordinary word and stands within a sentence, or opens one as no common noun does; a place behind a
    preposition of places («from Zaranj»)."""
    word = at[name.first]
    if not is_rare(word, language) or word.readings or len(word.norm) < SHORTEST_GUESS:
        return "unknown"
    if is_given_name(word.norm.removesuffix("'s"), language) and name.last - name.first == 1:
        return "person"
    if opens_sentence(at, name.first):
        return "organisation" if _names_opening(at, name, language) else "unknown"
    if at[name.first - 1].norm in words(language, "titles", "place_links"):
        return "place"
    return "organisation"


def _names_opening(at: Sequence[Word], name: Name, language: str) -> bool:
    """Whether a rare word that opens a sentence is a name: a verb, or another name, is behind it, and it ends as no
    common noun or participle does («Safaricom handed over records»)."""
    word = at[name.first]
    endings = tuple(words(language, "titles", "common_endings"))
    if not endings or word.norm.endswith(endings) or len(word.norm) < SHORTEST_OPENING or name.last >= len(at):
        return False
    behind = at[name.last]
    return behind.category in ("verb", "particle") or behind.norm in words(language, "words", "coordinators")


def is_rare(word: Word, language: str) -> bool:
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
