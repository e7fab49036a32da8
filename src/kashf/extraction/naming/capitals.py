"""Names by their capitals, in languages that write them: persons by title or first name, bodies by their nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.extraction.knowledge import Knowledge
from kashf.extraction.naming.name import Name
from kashf.extraction.words.word import Word
from kashf.records.spans import MentionKind

__all__ = ["find_capitalised"]

LONGEST = 6
"""Words of a run of capitals that is one name; longer ones are headlines."""
BEHIND_HEAD = 3
"""Words from a noun to the name it introduces: «groupe armé Liwa …», «société de change Al-…»."""
_BODY_CLASSES = ("organisation", "state", "group", "outlet")
_PERSON_LENGTH = (2, 4)


def find_capitalised(at: Sequence[Word], taken: set[int], text: str, knowledge: Knowledge) -> Iterator[Name]:
    """The runs of capitalised words that no list knows; a later last name stands for the full one."""
    found = [
        name
        for run in _runs(at, taken, text, knowledge)
        if (name := _name(at, run, knowledge.closed("titles", "firms"))) is not None
    ]
    full = {name.key.split()[-1]: name.key for name in reversed(found) if name.kind == "person" and " " in name.key}
    for name in found:
        key = full.get(name.key.split()[-1], name.key) if name.kind in ("person", "unknown") else name.key
        if name.kind == "unknown" and key == name.key:
            continue
        yield replace(name, kind="person" if key in full.values() else name.kind, key=key)


def _runs(at: Sequence[Word], taken: set[int], text: str, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    particles = knowledge.closed("titles", "particles")
    position = 0
    while position < len(at):
        opened = _links(at, position, taken, text, particles) and at[position + 1].norm == "_"
        if not (_capital(at, position, taken, text) or opened):
            position += 1
            continue
        last = position + 1
        while last < len(at) and (_capital(at, last, taken, text) or _links(at, last, taken, text, particles)):
            last += 1
        if _length(at, position, last) <= LONGEST:
            yield position, last
        position = last


def _length(at: Sequence[Word], first: int, last: int) -> int:
    """The words of a run, without hyphens."""
    return sum(word.category != "mark" for word in at[first:last])


def _capital(at: Sequence[Word], position: int, taken: set[int], text: str) -> bool:
    """A capitalised word that is no known word merely opening a sentence."""
    word = at[position]
    if position in taken or word.token.kind != "word" or word.joined or not text[word.start].isupper():
        return False
    opens = position == 0 or at[position - 1].category == "mark"
    common = word.category not in ("unknown", "name") or bool(word.readings)
    return not ((opens and common) or "time" in word.classes) and word.category not in (
        "demonstrative",
        "pronoun",
        "preposition",
        "connective",
        "particle",
    )


def _links(at: Sequence[Word], position: int, taken: set[int], text: str, particles: frozenset[str]) -> bool:
    """A particle or hyphen within a name: «Haitham al-Barnousi», «Yves de Tardieu»."""
    behind = position + 1 + (position + 1 < len(at) and at[position + 1].norm == "_")
    joins = at[position].norm in particles or at[position].norm == "_"
    return joins and position not in taken and behind < len(at) and _capital(at, behind, taken, text)


def _name(at: Sequence[Word], run: tuple[int, int], firms: frozenset[str]) -> Name | None:
    first, last = run
    titled = [position for position in range(first, last) if at[position].may_be("title")]
    start = titled[-1] + 1 if titled and titled[-1] + 1 < last and not _body(at, first, last, firms) else first
    key = " ".join(word.norm for word in at[start:last])
    body = _body(at, start, last, firms)
    if body is not None:
        return Name(start, last, body, key)
    title = _title_before(at, start) or _title_after(at, last)
    several = _length(at, start, last) >= _PERSON_LENGTH[0]
    introduced = _introduced(at, start, last) if title is None and start == first and several else None
    if introduced is not None:
        return Name(start, last, introduced, key)
    if title or start > first or _length(at, start, last) in range(_PERSON_LENGTH[0], _PERSON_LENGTH[1] + 1):
        return Name(start, last, "person", key, title=title)
    return Name(start, last, "unknown", key)


def _body(at: Sequence[Word], first: int, last: int, firms: frozenset[str] = frozenset()) -> MentionKind | None:
    """What a noun in the name says it is: «Ministry of …», «… Exchange Company», «… Holdings»."""
    if last - first > 1 and at[last - 1].norm in firms:
        return "organisation"
    for position in range(first, last):
        classes = {kind for reading in at[position].readings if reading.category == "noun" for kind in reading.classes}
        if classes & {"group"}:
            return "group"
        if classes & set(_BODY_CLASSES):
            return "organisation"
        if classes & {"facility", "site"}:
            return "facility"
    return None


def _introduced(at: Sequence[Word], first: int, last: int) -> MentionKind | None:
    """What the noun before a name says it is, or behind it with another name in brackets: «the armed group Liwa …»,
    «the Silver … exchange company (Al-…)»."""
    behind = last
    while behind < len(at) and at[behind].category == "noun" and behind - last < BEHIND_HEAD:
        behind += 1
    bracketed = behind < len(at) and at[behind].norm == "("
    kinds = {name for word in at[last:behind] for name in word.classes} if bracketed else set()
    for back in range(first - 1, max(-1, first - 1 - BEHIND_HEAD), -1):
        if at[back].category not in ("noun", "unknown", "participle", "preposition") or at[back].joined:
            break
        if at[back].category == "noun":
            kinds |= at[back].classes
    return "group" if "group" in kinds else "organisation" if "organisation" in kinds else None


def _title_before(at: Sequence[Word], position: int) -> tuple[int, int] | None:
    start = position
    while (
        start > 0
        and at[start - 1].category in ("title", "noun", "unknown", "name", "verbal_noun")
        and not at[start].joined
    ):
        start -= 1
    head = next((p for p in range(start, position) if at[p].may_be("title")), None)
    return (head, position) if head is not None else None


def _title_after(at: Sequence[Word], position: int) -> tuple[int, int] | None:
    """«Dmitry Feoktistov, deputy head of …»: the title behind a comma, up to the next mark or verb."""
    if position + 1 >= len(at) or at[position].norm not in (",", "("):
        return None
    head = next((p for p in range(position + 1, min(position + 6, len(at))) if at[p].may_be("title")), None)
    leading = range(position + 1, head or 0)
    if head is None or any(at[p].category in ("verb", "verbal_noun", "preposition", "mark") for p in leading):
        return None
    last = head + 1
    while last < len(at) and at[last].category not in ("mark", "verb", "particle", "relative", "complementiser"):
        last += 1
    return position + 1, last
