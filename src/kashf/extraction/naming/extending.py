"""Where the name of a body ends that goes on in small letters: «Bureau central d'investigations», «Агентство по …»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kashf.extraction.knowledge import Knowledge
from kashf.extraction.words.word import Word
from kashf.language.closed import words

__all__ = ["body_end"]

LONGEST_BODY = 10
_ADJECTIVAL = frozenset({"unknown", "noun", "verbal_noun", "name", "participle"})


def body_end(
    at: Sequence[Word], run: tuple[int, int], text: str, knowledge: Knowledge, places: Mapping[int, int]
) -> int:
    """The end of a body's name that begins with a run of capitals, first..last (half-open).

    A preposition of `titles.yaml`'s `body_links` takes the next noun along: in English one with a capital, in French
    and Russian any, and there its adjectives too; in Russian a noun in the genitive follows without one. `places` are
    known places, end by start, which are taken whole. A firm ends where it says what firm it is («… Ltd of Cyprus»).
    """
    first, end = run
    if end - first > 1 and _is_firm(at[end - 1], knowledge):
        return end
    going = False
    while end < len(at) and end - first < LONGEST_BODY:
        if at[end].norm == "_" and end + 1 < len(at) and text[at[end + 1].start].isupper():
            end += 2
            continue
        link, article = _link(at, end, knowledge)
        following = end + link + article
        if not link and _lies_in(at, end, (first, end), knowledge) and end + 1 in places:
            return places[end + 1]
        if knowledge.language == "ru" and end in places and "gen" in at[end].cases:
            return places[end]  # «Верховный суд Ливана»
        if link and following in places:
            end = places[following]
        elif following < len(at) and _takes(at[following], text, knowledge.language, linked=link > 0 or going):
            going = knowledge.language == "en"
            end = following + 1
        else:
            break
    return end


def _lies_in(at: Sequence[Word], position: int, run: tuple[int, int], knowledge: Knowledge) -> bool:
    """Whether a preposition links a body that has members to where they are: «Association of Banks in Lebanon»."""
    members = {word.norm for word in at[run[0] : run[1]]} & knowledge.closed("titles", "membered")
    return bool(members) and at[position].norm in knowledge.closed("titles", "member_links")


def _is_firm(word: Word, knowledge: Knowledge) -> bool:
    body = any("organisation" in reading.classes for reading in word.readings)
    return word.norm in knowledge.closed("titles", "firms") and not body


def _link(at: Sequence[Word], position: int, knowledge: Knowledge) -> tuple[int, int]:
    """How many words from a position on link a noun to the name before: a preposition, and an article behind it."""
    bridged = at[position - 1].norm in knowledge.closed("titles", "body_bridges")
    links = knowledge.closed("titles", "body_links") | (
        knowledge.closed("titles", "bridge_links") if bridged else frozenset()
    )
    if at[position].norm not in links:
        return 0, 0
    return 1, int(position + 1 < len(at) and at[position + 1].norm in knowledge.closed("titles", "articles"))


@cache
def _adjective_endings(language: str) -> tuple[str, ...]:
    """Endings of adjectives behind a noun: « financier » belongs to the body, though it is a title too."""
    return tuple(words(language, "titles", "adjective_endings")) if language == "fr" else ()


def _takes(word: Word, text: str, language: str, *, linked: bool) -> bool:
    capital = text[word.start].isupper()
    fitting = word.category in _ADJECTIVAL or (capital and word.category in ("title", "preposition"))
    fitting = fitting or (word.category == "title" and word.norm.endswith(_adjective_endings(language)))
    if word.token.kind != "word" or not fitting or word.joined or "time" in word.classes:
        return False
    if language == "en":
        return linked and capital
    if language == "fr":
        describing = word.category in ("unknown", "participle") or word.norm.endswith(
            (*words(language, "titles", "demonym_endings"), *_adjective_endings(language))
        )
        return linked or (describing and not capital)
    return linked or ("gen" in word.cases and (capital or word.category == "noun"))
