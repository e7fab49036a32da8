"""Names that are to be shown nowhere: known by digests alone, and covered wherever they stand.

A digest is made of the stems of a name's words, so that it is found in any spelling and with the clitics of Arabic in
front; whoever has a name can ask whether it is one of them, and nobody can read it out of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kashf.ledger.stems import Word, readings, words
from kashf.records import Claim, Link, Quote, Record, Report, Role, content_id, structure, unstructure

__all__ = ["COVER", "Masks", "masked_record", "masked_report"]

COVER = "█"
"""What stands for each letter of a covered name, so that nothing else of the text moves."""
LEAST_WORDS = 2
"""A single given name is that of many: it is covered only where whoever is meant has no longer one."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Masks:
    """The names to cover, by their digests; `longest` counts the words of the longest."""

    digests: frozenset[str]
    longest: int

    @classmethod
    def of(cls, names: Iterable[str]) -> Masks:
        """The masks of somebody who goes by these names."""
        taken = [tuple(word.stem for word in words(name)) for name in names]
        full = [each for each in taken if len(each) >= LEAST_WORDS] or [each for each in taken if each]
        digests = {_digest((form, *each[1:])) for each in full for form in _forms(each[0])}
        return cls(frozenset(digests), max(map(len, full), default=0))

    def places(self, text: str) -> tuple[Place, ...]:
        """Where in a text the names stand, in order."""
        if not self.digests:
            return ()
        found = list(words(text))
        told = (self._place(found[at : at + self.longest]) for at in range(len(found)))
        return tuple(place for place in told if place)

    def _place(self, following: Sequence[Word]) -> Place | None:
        """The longest name that begins with the first of some words."""
        stems = tuple(word.stem for word in following)
        for many in range(len(stems), 0, -1):
            if _digest(stems[:many]) in self.digests:
                return following[0].start, following[many - 1].end
        return None

    def covered(self, text: str) -> str:
        """The text with the names covered."""
        return _covered(text, self.places(text))


def _forms(stem: str) -> frozenset[str]:
    """What the first word of a name may be in a text, clitics and all."""
    return readings(stem)[0] | {stem}


def _digest(stems: Sequence[str]) -> str:
    return content_id("n", *stems)


def _covered(text: str, places: Iterable[Place]) -> str:
    letters = list(text)
    for start, end in places:
        letters[start:end] = [letter if letter.isspace() else COVER for letter in letters[start:end]]
    return "".join(letters)


def masked_report(report: Report, masks: Masks, places: Iterable[Place] = ()) -> Report:
    """The report with names covered in its text and in what is known of it, and further places of its text besides."""
    told = {name: getattr(report, name) for name in ("source", "title", "outlet", "author", "url")}
    covered: dict[str, Any] = {name: masks.covered(value) for name, value in told.items() if value is not None}
    return replace(report, text=_covered(report.text, (*masks.places(report.text), *places)), **covered)


def masked_record(record: Record, masks: Masks, places: Iterable[Place] = ()) -> Record:
    """The record without the one who is meant: their names covered, what they do, suffer and say left out.

    Whoever is mentioned where a name stands is meant, and so is every other mention of theirs in this report.
    """
    first = (*masks.places(record.text), *places)
    meant = {each.entity for each in record.mentions if each.entity and _within(each.start, each.end, first)}
    named = [(each.start, each.end) for each in record.mentions if each.entity in meant and not each.pronominal]
    hidden = _Hidden(masks, (*first, *named), frozenset(meant))
    left = replace(
        record,
        mentions=tuple(each for each in record.mentions if not hidden.touches(each.start, each.end, each.entity)),
        quotes=tuple(each for each in record.quotes if not hidden.says(each)),
        claims=tuple(each for each in record.claims if not hidden.takes_part(each)),
    )
    report = masked_report(record.report, masks, hidden.places)
    plain = hidden.told(unstructure(left), report.text)
    plain["report"] = unstructure(report)
    return structure(plain, Record)


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Whom a record is to tell nothing of: where they stand, and the keys they have."""

    masks: Masks
    places: tuple[Place, ...]
    entities: frozenset[str]

    def touches(self, start: int | None, end: int | None, entity: str | None) -> bool:
        return entity in self.entities or (start is not None and end is not None and _within(start, end, self.places))

    def says(self, quote: Quote) -> bool:
        speaker = quote.speaker
        return speaker is not None and self.touches(speaker.start, speaker.end, speaker.entity)

    def takes_part(self, claim: Claim) -> bool:
        parts: tuple[Role | Link, ...] = (*claim.roles, *claim.attribution.chain)
        return any(self.touches(each.start, each.end, each.entity) or self._names(each.name) for each in parts)

    def _names(self, name: str | None) -> bool:
        return name is not None and bool(self.masks.places(name))

    def told(self, value: Any, text: str) -> Any:
        """The same with every string covered, and what is anchored taken from the text anew."""
        if isinstance(value, str):
            return self.masks.covered(value)
        if isinstance(value, list | tuple):
            return [self.told(each, text) for each in value]
        if not isinstance(value, dict):
            return value
        plain = {key: self.told(each, text) for key, each in value.items() if key != "report"}
        if isinstance(plain.get("start"), int) and "text" in plain:
            plain["text"] = text[plain["start"] : plain["end"]]
        return plain


def _within(start: int, end: int, places: Iterable[Place]) -> bool:
    return any(start < last and first < end for first, last in places)
