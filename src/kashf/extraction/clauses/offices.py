"""Offices: «مسؤول بيت المال أبو عبيدة», «أبو طلحة، أمير النفط في التنظيم،»: who holds one, told without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import SKIPPED, Parse
from kashf.extraction.naming.name import Name
from kashf.language.closed import words as table_words

__all__ = ["offices"]

_HOLDING = "تولي"
"""The verb whose predicates tell who holds an office: «تولى إمارة النفط»."""
_OF_A_PARTY = frozenset({"post", "levy", "tribute"})
"""What only a party that rules or fights has somebody in charge of, where the office names it."""
REACH = 6
"""Units behind an office within which its holder is named."""


def offices(parse: Parse, names: Mapping[int, Name], number: int) -> Iterator[Event]:
    """An event for each office of an armed party that stands beside the name of who holds it; `number` is the index
    of the first."""
    if parse.knowledge.book.grammar.subject_first:
        return
    held = tuple(p for p in parse.knowledge.frames.get(_HOLDING, ()) if p.type == "lead" and not p.company)
    for index, phrase in enumerate(parse.phrases):
        post = _post(parse, index, phrase, names)
        holder = _holder(parse, index, names) if post is not None and held else None
        if phrase is not None and post is not None and holder is not None:
            yield Event(
                number, index, phrase.first, "noun", parse.words[phrase.first].stem, frozenset(), held,
                subject=(holder,), direct=[post],
            )  # fmt: skip
            number += 1


def _post(parse: Parse, index: int, phrase: Phrase | None, names: Mapping[int, Name]) -> Phrase | None:
    """What an office is in charge of, where a party has it: the words behind its head, up to a name."""
    if phrase is None or phrase.event is not None or parse.words[phrase.first].stem not in _listed():
        return None
    last = next((p for p in range(phrase.first + 1, phrase.last) if _person(names, p)), phrase.last)
    if last - phrase.first < len(("office", "of")):
        return None
    told = any(not parse.words[p].classes.isdisjoint(_OF_A_PARTY) for p in range(phrase.first + 1, last))
    if not (told or _partys(parse, index, names, range(phrase.first + 1, last))):
        return None
    return Phrase(phrase.first + 1, last, frozenset({"party_post", "post"}))


def _listed() -> frozenset[str]:
    return table_words("ar", "words", "offices")


def _partys(parse: Parse, index: int, names: Mapping[int, Name], within: range) -> bool:
    """Whether an armed party is named in an office, or right behind it: «أمير النفط في التنظيم»."""
    if any(p in names and names[p].kind == "group" for p in within):
        return True
    if any("group" in parse.words[p].classes for p in within):
        return True
    behind = parse.phrases[index + 1] if index + 1 < len(parse.phrases) else None
    led = behind is not None and parse.units[index + 1].preposition in ("في", "ل", "لدي", "داخل")
    return led and behind is not None and behind.is_a("hostile", "group")


def _person(names: Mapping[int, Name], position: int) -> bool:
    return position in names and names[position].kind == "person"


def _holder(parse: Parse, index: int, names: Mapping[int, Name]) -> Phrase | None:
    """The name beside an office: in its phrase, behind it, or before the comma that the office stands behind."""
    phrase = parse.phrases[index]
    inside = [] if phrase is None else [p for p in range(phrase.first + 1, phrase.last) if _person(names, p)]
    if inside and phrase is not None:
        return Phrase(inside[0], phrase.last, frozenset({"person", "agent"}))
    back = _before_quote(parse, index - 2) if parse.kind(index - 1) == "comma" else -1
    before = parse.phrases[back] if back >= 0 else None
    if before is not None and _person(names, before.first) and parse.units[back].preposition is None:
        return before
    return _named_behind(parse, index, names)


def _before_quote(parse: Parse, index: int) -> int:
    return index - 1 if parse.kind(index) == "quote" else index


def _named_behind(parse: Parse, index: int, names: Mapping[int, Name]) -> Phrase | None:
    """«مسؤول بيت المال في الولاية أبو عبيدة», «…، ويدعى «أبو مريم»», «… هو أبو سعد»: across places and copulas."""
    called = False
    for behind in range(index + 1, min(index + 1 + REACH, len(parse.units))):
        phrase, unit, kind = parse.phrases[behind], parse.units[behind], parse.kind(behind)
        calls = parse.words[unit.first].stem in parse.knowledge.closed("words", "called")
        called = called or calls
        if calls or parse.words[unit.first].category == "pronoun" or kind in SKIPPED:
            continue
        if phrase is not None and kind == "phrase" and unit.preposition is None:
            return phrase if called or (_person(names, phrase.first) and not unit.conjoined) else None
        if kind != "phrase" and not (kind == "comma" and _calls(parse, behind + 1)):
            return None
    return None


def _calls(parse: Parse, index: int) -> bool:
    first = parse.units[index].first if index < len(parse.units) else 0
    return parse.words[first].stem in parse.knowledge.closed("words", "called")
