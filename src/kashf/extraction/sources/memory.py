"""Who has spoken so far, and whom a later noun, pronoun or verb without subject means: «المسؤول», "he", «وأضافت»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.naming.name import Name
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.speakers import Speakers
from kashf.extraction.words.word import Word
from kashf.records import Link
from kashf.text.folding import fold

__all__ = ["Heard", "Memory", "agrees", "gender_of"]

_LINKS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who spoke, or was the subject of a sentence: the link, grammar's gender (m, f, p or unknown), the head
    noun, at which word, and whether they spoke."""

    link: Link
    gender: str
    stem: str
    place: int
    spoke: bool


class Memory:
    """Those who have been heard, in order. `chain` is the whole chain of who spoke last."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.heard: list[Heard] = []
        self.chain: tuple[Link, ...] = ()

    def remember(self, line: Line, link: Link, phrase: Phrase | None, *, spoke: bool) -> None:
        """Adds one that was heard."""
        head = self.speakers.head(phrase) if phrase is not None else None
        place = phrase.first if phrase is not None else line.first
        if phrase is None and link.start is not None:
            place = next((h.place for h in reversed(self.heard) if h.link.start == link.start), line.first)
            known = next((h for h in reversed(self.heard) if _same(h.link, link)), None)
            self._add(Heard(link, known.gender if known else "", known.stem if known else "", place, spoke))
            return
        self._add(Heard(link, gender_of(line, link, head), head.stem if head else "", place, spoke))

    def _add(self, heard: Heard) -> None:
        self.heard = [*self.heard[-_LINKS_KEPT:], heard]

    # Verbs without a subject, pronouns.

    def last(self, person: str = "", *, spoke: bool = False) -> Heard | None:
        """The last one heard that a verb in this person may have for its subject; else the last one at all."""
        known = [heard for heard in reversed(self.heard) if heard.spoke or not spoke]
        return next((heard for heard in known if agrees(person, heard.gender)), known[0] if known else None)

    def last_person(self, *, many: bool = False) -> Heard | None:
        """The last person heard; `many` for several."""
        fitting = [h for h in reversed(self.heard) if h.link.kind in ("person", "unnamed")]
        if many:
            return next((h for h in fitting if h.gender == "p"), fitting[0] if fitting else None)
        return next((h for h in fitting if h.gender != "p"), None)

    def gender(self, link: Link) -> str:
        """The gender under which a link was heard."""
        return next((heard.gender for heard in reversed(self.heard) if _same(heard.link, link)), "")

    # Nouns.

    def refer(self, line: Line, link: Link, phrase: Phrase) -> Link:
        """A link whose noun stands for somebody named or heard before, with their name; else the link as it is."""
        if link.entity is not None or link.kind == "outlet":
            return link
        head = self.speakers.head(phrase)
        if head is None or not _definite(line, phrase, head) or head.stem in line.table("relational"):
            return link
        known = self._heard_as(line, head, link) or self._titled(head, phrase.first)
        if known is None and link.kind == "unnamed" and head.stem in line.table("generic"):
            known = self._anybody(head)
        if known is None:
            return link
        kind = known.kind if link.kind == "unnamed" else link.kind
        return replace(link, kind=kind, entity=known.entity, name=known.name or known.text, title=known.title)

    def _heard_as(self, line: Line, head: Word, link: Link) -> Link | None:
        """Who was heard under the same noun, alone or as the office of a name."""
        named = False
        for heard in reversed(self.heard):
            named = named or (heard.spoke and heard.link.kind == "person")
            if named and heard.link.kind == "unnamed" and self._of_person(line, head):
                continue  # «المسؤول» is rather the official who has been named since
            if heard.stem == head.stem and (heard.link.kind == link.kind or heard.link.entity):
                return heard.link
            if heard.link.title and head.stem in _stems(heard.link.title):
                return heard.link
            own = _stems(heard.link.text)
            if link.kind == "organisation" and heard.link.kind == "organisation" and head.stem in own:
                return heard.link
        return None

    @staticmethod
    def _of_person(line: Line, head: Word) -> bool:
        return head.stem in line.table("generic") and head.stem not in line.table("source_nouns")

    def _titled(self, head: Word, place: int) -> Link | None:
        for name in self.speakers.persons_before(place):
            if name.title and any(word.stem == head.stem for word in _own_title(self.speakers, name)):
                return self.speakers.named(name, None)
        return None

    def _anybody(self, head: Word) -> Link | None:
        """«المسؤول», «the official»: who spoke last, if it was a person."""
        heard = next((h for h in reversed(self.heard) if h.spoke and h.link.kind in ("person", "unnamed")), None)
        if heard is None or not agrees(_person_of(head), heard.gender):
            return None
        named = heard.link.kind == "person" or heard.stem not in self.speakers.unnamed
        return heard.link if named else None

    def bodies(self) -> Iterator[Heard]:
        """The bodies and persons heard, the last first."""
        return (heard for heard in reversed(self.heard) if heard.link.kind in ("organisation", "person"))


def _own_title(speakers: Speakers, name: Name) -> list[Word]:
    """The words of a title; behind «and» only the last of those that are strung together before a name."""
    words = list(speakers.draft.words[slice(*name.title)]) if name.title else []
    joined = [place for place, word in enumerate(words) if word.split.conjunction and place]
    return words[joined[-1] :] if joined and name.title and name.title[1] <= name.first else words


def agrees(person: str, gender: str) -> bool:
    """Whether a verb in a person («3sf») may have a subject of a gender; what is unknown agrees with all."""
    if len(person) < 3 or not gender:
        return True
    if person[1] in "pd":
        return gender == "p"
    return gender == person[2] or (gender == "n" and person[2] == "f")


def gender_of(line: Line, link: Link, head: Word | None) -> str:
    """Grammar's gender of a link: m, f, p (several) or "" where nothing tells."""
    if line.draft.language != "ar":
        return _european_gender(line, link, head)
    if head is None:
        return ""
    human = bool(head.classes & {"people", "persons", "agent", "title"}) or head.norm.endswith(("ون", "ين"))
    if any(reading.number in ("p", "d") for reading in head.readings if reading.category != "verb") and (
        not any(reading.number == "s" for reading in head.readings) or head.norm.endswith(("ون", "ين"))
    ):
        return "p" if human else "n"
    if link.kind == "organisation" and "place" in head.classes:
        return "f"
    if link.kind == "person" and head.category != "title":
        return ""
    return "f" if head.norm.endswith(("ه", "اء", "ات")) and not head.split.ending else "m"


def _european_gender(line: Line, link: Link, head: Word | None) -> str:
    if head is None or link.kind not in ("person", "unnamed"):
        return ""
    last = line.draft.text[link.start : link.end].lower() if link.start is not None else ""
    many = last.endswith("s") if line.draft.language in ("en", "fr") else last.endswith(("и", "ы"))
    return "p" if many and link.kind == "unnamed" else ""


def _person_of(head: Word) -> str:
    return "3sf" if head.norm.endswith("ه") else "3sm"


def _definite(line: Line, phrase: Phrase, head: Word) -> bool:
    if line.draft.language == "ru":
        return True
    if line.european:
        return line.words[phrase.first].norm in line.table("definite")
    return head.split.article or bool(head.split.ending)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    """The folded words of a text without their articles."""
    return frozenset(word.removeprefix("ال") for word in fold(text).text.split())


def _same(one: Link, other: Link) -> bool:
    return (one.entity is not None and one.entity == other.entity) or one.text == other.text
