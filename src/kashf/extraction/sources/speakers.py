"""Speakers: whom a noun phrase names as a source, as a link of the chain behind a claim."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.draft import Draft
from kashf.extraction.naming.name import Name
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.offices import LONGEST_TITLE, Offices
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.records.claims import Link, LinkKind

__all__ = ["Speakers", "display_name", "same_source"]

_KINDS: tuple[tuple[frozenset[str], LinkKind], ...] = (
    (frozenset({"outlet"}), "outlet"),
    (frozenset({"document"}), "document"),
    (frozenset({"state", "organisation", "group", "hostile", "place"}), "organisation"),
    (frozenset({"person", "persons", "people", "title", "agent"}), "unnamed"),
)
_MUTE = frozenset({"goods", "funds", "somewhere", "time", "activity", "loss", "act"})
"""Kinds that do not speak, whatever the grammar."""
_NO_NAME = frozenset({"time", "counted", "funds", "goods", "document", "organisation", "group", "territory", "share"})
LONGEST_NAME = 5
"""Words of a name in quotation marks."""


class Speakers(Offices):
    """Whom the phrases of one report name as sources."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.unnamed = words(draft.language, "reporting", "unnamed", "generic") | words(
            draft.language, "titles", "heads"
        )
        self.referents = {referent.first: referent for referent in draft.referents}

    def link(self, line: Line, phrase: Phrase, verb: str | None = None, *, speaks: bool = False) -> Link | None:
        """The link for a phrase that names a source; None where it names nothing that can speak or be read.

        `speaks` says that grammar makes it one («قال …», «بحسب …»), so that a noun no lexicon knows is taken for a
        source.
        """
        person = self._person(line, phrase, verb, speaks=speaks)
        if person is not None:
            return person
        kind = self._kind(line, phrase, speaks=speaks)
        referent = self._referent(phrase)
        if referent is not None and kind not in ("document", "unnamed"):
            return self.anchored(referent[0], referent[1], "organisation", verb, referent[2])
        if kind is None:
            return None
        quoted = self._marked(line, phrase, kind)
        if quoted is not None:
            return self.anchored(phrase.first, quoted, kind, verb)
        unlisted = self._unlisted_name(line, phrase) if speaks and kind == "unnamed" else None
        if unlisted is not None:
            link = self.anchored(*unlisted, "person", verb)
            return replace(link, title=self._text(phrase.first, unlisted[0]))
        last = self._whole(line, phrase) if kind == "unnamed" else phrase.last
        return self.anchored(phrase.first, last, kind, verb)

    def _person(self, line: Line, phrase: Phrase, verb: str | None, *, speaks: bool) -> Link | None:
        """The link of whom a phrase names, or an office or unknown noun with a name behind it."""
        name = self.name_of(line, phrase)
        if name is not None:
            return self._in_office(line, phrase, name, self.named(name, verb))
        held = self._office_and_name(line, phrase)
        if held is not None:
            return replace(self.anchored(held, phrase.last, "person", verb), title=self._text(phrase.first, held))
        apposed = self._apposed(line, phrase) if speaks else None
        return self._in_office(line, phrase, apposed, self.named(apposed, verb)) if apposed is not None else None

    def _kind(self, line: Line, phrase: Phrase, *, speaks: bool) -> LinkKind | None:
        """The kind of a source; a noun that no lexicon knows is somebody unnamed where grammar makes it speak."""
        kind = self.kind(line, phrase)
        mute = phrase.is_a(*_MUTE) and not phrase.is_a("site")  # « le siège » is a seat and an attack
        mute = mute and not (line.european and self._capital(self.draft.words[phrase.first]))
        return "unnamed" if kind is None and speaks and not phrase.pronoun and not mute else kind

    def _marked(self, line: Line, phrase: Phrase, kind: LinkKind) -> int | None:
        """Where a name in marks ends, around the phrase or right behind it."""
        around = line.pairs.get(phrase.first - 1)
        if around is not None and around.closed and around.last - around.first <= LONGEST_NAME:
            return around.last
        return self._named_in_marks(line, phrase) if kind in ("outlet", "organisation") else None

    def _unlisted_name(self, line: Line, phrase: Phrase) -> tuple[int, int] | None:
        """«الباحث في شؤون الجماعات أديب النجار أن»: what stands bare between an office and «أن», a colon or a comma is
        the name of who holds it, though no list knows it."""
        head = self.head(phrase)
        if line.european or head is None or head.category != "title":
            return None
        index = line.unit_of(phrase.last)
        while index < len(line) and line.kind(index) == "phrase" and line.units[index].preposition is not None:
            index += 1
        found = line.bare_phrase(index) if line.kind(index) == "phrase" else None
        if found is None or found.pronoun or not 1 < found.last - found.first <= LONGEST_NAME:
            return None
        behind = self.draft.words[found.last] if found.last < line.last else None
        told_to = behind is not None and (bool(behind.split.preposition) or behind.norm.startswith("ل"))
        closed = line.that(index + 1) or line.kind(index + 1) in ("stop", "comma") or told_to
        named = all(self._may_name(word) for word in self._words(found.first, found.last))
        return (found.first, found.last) if closed and named and not found.is_a(*_NO_NAME) else None

    @staticmethod
    def _may_name(word: Word) -> bool:
        """Whether a word may belong to a name: no mark, clitic or accusative."""
        plain = word.category in ("noun", "unknown", "title", "participle", "verbal_noun", "name", "verb")
        return plain and not (word.accusative or word.split.ending or word.split.conjunction or word.split.preposition)

    def _in_office(self, line: Line, phrase: Phrase, name: Name, link: Link) -> Link:
        """The link of a person whom a phrase before the name gives an office: «المتحدثة باسم الوزارة، ميساء …».

        An office may be longer than was seen by itself: "ministry spokeswoman Maysaa …".
        """
        if link.kind != "person":
            return link
        if line.knowledge.book.grammar.head_last and link.title and phrase.first < name.first < phrase.last:
            longer = self._text(phrase.first, name.first)
            return replace(link, title=longer) if longer.endswith(link.title) else link
        if link.title is not None or name.first < phrase.last:
            return link
        last = name.first
        while last > phrase.last and self.draft.words[last - 1].category == "mark":
            last -= 1
        return replace(link, title=self._text(phrase.first, last))

    def _apposed(self, line: Line, phrase: Phrase) -> Name | None:
        """«экономиста Даны Фиск», «المزارع عبد الله»: a person's name right behind a noun that no table knows."""
        name = self.starting.get(phrase.last)
        if name is None or name.kind != "person" or phrase.kinds or phrase.pronoun or name.last > line.last:
            return None
        return name if phrase.last - phrase.first <= LONGEST_NAME else None

    def _office_and_name(self, line: Line, phrase: Phrase) -> int | None:
        """Where the name begins in «ministry spokeswoman Maysaa al-Tukhli», where it is not known as one."""
        if not line.knowledge.book.grammar.head_last:
            return None
        words = self.draft.words
        titles = [p for p in range(phrase.first, phrase.last) if words[p].category == "title"]
        first = titles[-1] + 1 if titles else phrase.last
        named = first < phrase.last and all(words[p].category == "unknown" for p in range(first, phrase.last))
        return first if named and self._capital(words[first]) and self._capital(words[phrase.last - 1]) else None

    def _text(self, first: int, last: int) -> str:
        return self.draft.span(first, last).text

    def _named_in_marks(self, line: Line, phrase: Phrase) -> int | None:
        """Where a name in marks right behind a phrase ends: «Газета «Берег»»."""
        pair = line.pairs.get(phrase.last)
        return pair.last + 1 if pair is not None and pair.closed and pair.last - pair.first <= LONGEST_NAME else None

    def _whole(self, line: Line, phrase: Phrase) -> int:
        """Where the words for somebody who is not named end: «مسؤول في الجمارك», «مدير شركة الشحن سامي الحداد»."""
        place, last = phrase.last, phrase.last
        while place < min(line.last, phrase.first + LONGEST_TITLE):
            word = self.draft.words[place]
            joined = (word.joined or word.split.conjunction) and not (line.european and self._capital(word))
            if joined or self._elsewhere(line, place) or not self._in_title(word) or self._new_phrase(place):
                break
            place += 1
            last = place if word.category not in ("preposition", "mark") else last
        return last

    def _new_phrase(self, place: int) -> bool:
        """«السفير رسالة», «الرهائن لاحقا»: an indefinite noun behind a definite one, or an adverb, is apart."""
        word, before = self.draft.words[place], self.draft.words[place - 1]
        return word.accusative or (
            before.split.article and word.category in ("noun", "verbal_noun") and not word.definite
        )

    def _elsewhere(self, line: Line, place: int) -> bool:
        """Whether a word opens the occasion, the medium or the time of an utterance, and not more of the speaker."""
        word = self.draft.words[place]
        if word.split.preposition:
            return word.norm not in line.table("belongs_by")
        following = self.draft.words[place + 1] if place + 1 < len(self.draft.words) else word
        if following.category == "demonstrative" and place + 2 < len(self.draft.words):
            following = self.draft.words[place + 2]
        noun = following if word.category == "preposition" else word
        prepositional = word.category == "preposition"
        if word.category == "preposition" and word.norm not in line.table("belongs_by"):
            return True
        apart = noun.stem in line.table("occasions") or bool(noun.classes & {"outlet", "time", "document"})
        return (prepositional and apart) or bool(word.classes & {"time"})

    def _referent(self, phrase: Phrase) -> tuple[int, int, str] | None:
        for place in (phrase.first, phrase.first + 1):
            referent = self.referents.get(place)
            if referent is not None and place < phrase.last and referent.kind != "person":
                return referent.first, referent.last, referent.key
        return None

    # Links.

    def named(self, name: Name, verb: str | None) -> Link:
        """The link for a name."""
        kind: LinkKind = "person" if name.kind == "person" else "organisation"
        if name.body is not None and name.body.relays:
            kind = "outlet"
        return self.anchored(name.first, name.last, kind, verb, name.key)

    def anchored(self, first: int, last: int, kind: LinkKind, verb: str | None, key: str | None = None) -> Link:
        """A link on words first..last."""
        span = self.draft.span(first, last)
        name = display_name(self.draft, key) if key else None
        title = _title(self.draft, key) if key and kind == "person" else None
        return Link(kind, span.text, span.start, span.end, verb, key, name, title)

    def kind(self, line: Line, phrase: Phrase) -> LinkKind | None:
        """What kind of source a phrase is by its noun."""
        head = self.head(phrase)
        if head is None:
            return None
        noun = self._words(phrase.first, phrase.last)[-1] if line.knowledge.book.grammar.head_last else head
        if {noun.stem, head.stem} & words(self.draft.language, "reporting", "unnamed"):
            return "unnamed"
        classes = head.classes | phrase.kinds
        if head.stem in line.table("statements", "reports", "records", "accounts"):
            return "document"
        return next((kind for classes_of, kind in _KINDS if classes & classes_of), None)


def display_name(draft: Draft, key: str) -> str | None:
    """The best name a referent has in the report: its longest own name, or a known body's in that language."""
    named = [name for name in draft.names if name.key == key]
    if not named:
        return None
    body = named[0].body
    if body is not None and body.names.get(draft.language):
        return body.names[draft.language][0]
    longest = max(named, key=lambda name: name.last - name.first)
    return draft.span(longest.first, longest.last).text


def _title(draft: Draft, key: str) -> str | None:
    titles = [name.title for name in draft.names if name.key == key and name.title]
    if not titles:
        return None
    first, last = max(titles, key=lambda title: title[1] - title[0])
    return draft.span(first, last).text


def same_source(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase says «the same source»: «نفس المصدر», «المصدر نفسه»."""
    norms = {word.norm for word in line.words[phrase.first : phrase.last + 1]}
    return bool(norms & line.table("same_source", "same_source_after")) and any(
        word.stem in line.table("source_nouns") for word in line.words[phrase.first : phrase.last]
    )
