"""What stands around a name in capitals: the noun that says what is named, the title of a person."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.naming.name import HEADS
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.records.spans import MentionKind

__all__ = ["introduced", "title_after", "title_before"]

BEHIND_HEAD = 3
"""Words from a noun to the name it introduces: «groupe armé Liwa …», «société de change Al-…»."""
TITLE_WORDS = 6
"""Words behind a name and its comma among which a title is looked for."""
_QUOTING = frozenset({"ru"})
"""Languages whose spelling sets the names of firms, groups and papers between quotation marks."""
_SITES: tuple[tuple[str, MentionKind], ...] = (("vessel", "facility"), ("site", "facility"), ("outlet", "organisation"))
"""Further classes of nouns that introduce a name where it is told by its capitals."""
_OFFICES = frozenset({"state", "territory"})
"""What introduces no name of its own: «government of …», «the region of …» is told by the name."""


def introduced(at: Sequence[Word], first: int, last: int, language: str) -> MentionKind | None:
    """What the noun before a name says it is («the armed group Liwa …», «usine de Jalabiya»), the one behind it («the
    Jebel Amer mine»), or behind it with another name in brackets («the Silver … exchange company (Al-…)»).

    A name of several words behind an article is no person's: «the African Union».
    """
    quoted = first > 0 and last < len(at) and at[first - 1].norm == at[last].norm == '"'
    kinds = _behind(at, last, language) | _before(at, first - quoted, words(language, "titles", "in_places"))
    told = next((kind for name, kind in (*HEADS, *_SITES) if name in kinds and name not in _OFFICES), None)
    articled = first > 0 and last - first > 1 and at[first - 1].norm in words(language, "titles", "articles")
    return told or ("organisation" if articled or (quoted and language in _QUOTING) else None)


def _behind(at: Sequence[Word], last: int, language: str) -> set[str]:
    """What the nouns behind a name stand for, where they tell what it is: before a bracket, and in English at once."""
    behind = last
    while behind < len(at) and at[behind].category == "noun" and behind - last < BEHIND_HEAD:
        behind += 1
    bracketed = behind < len(at) and at[behind].norm == "("
    telling = at[last:behind] if bracketed else at[last : min(behind, last + 2)] if language == "en" else ()
    return {name for word in telling for name in word.classes}


def _before(at: Sequence[Word], first: int, places: frozenset[str]) -> set[str]:
    kinds = set[str]()
    for back in range(first - 1, max(-1, first - 1 - BEHIND_HEAD), -1):
        if at[back].category not in ("noun", "unknown", "participle", "preposition") or at[back].joined:
            break
        if at[back].norm in places:
            break  # «branches in Tyre» names the town
        if at[back].category == "noun":
            kinds |= at[back].classes
            break
    return kinds


def title_before(at: Sequence[Word], position: int) -> tuple[int, int] | None:
    """The words of the title that leads up to a name, or stands before it with a comma on either side: «the minister,
    John Doe, said»."""
    start = position
    if position > 1 and at[position - 1].norm == "," and at[position - 2].category in ("title", "noun", "unknown"):
        near = at[position + 1 : position + TITLE_WORDS]
        start -= any(word.norm == "," for word in near)
        position = start
    while (
        start > 0
        and at[start - 1].category in ("title", "noun", "unknown", "name", "verbal_noun")
        and not at[start].joined
    ):
        start -= 1
    head = next((p for p in range(start, position) if at[p].may_be("title")), None)
    return (head, position) if head is not None and not _of_several(at[head]) else None


def _of_several(word: Word) -> bool:
    """«prosecutors charge Raef …»: what several are is nobody's title."""
    title = word.may_be("title")
    return title is not None and word.norm.endswith("s") and not title.lemma.endswith("s")


def title_after(at: Sequence[Word], position: int) -> tuple[int, int] | None:
    """«Dmitry Feoktistov, deputy head of …»: the title behind a comma, up to the next mark or verb."""
    if position + 1 >= len(at) or at[position].norm not in (",", "("):
        return None
    head = next((p for p in range(position + 1, min(position + TITLE_WORDS, len(at))) if at[p].may_be("title")), None)
    leading = range(position + 1, head or 0)
    if head is None or any(at[p].category in ("verb", "verbal_noun", "preposition", "mark") for p in leading):
        return None
    last = head + 1
    while last < len(at) and at[last].category not in ("mark", "verb", "particle", "relative", "complementiser"):
        last += 1
    return position + 1, last
