"""Speakers: whom a noun phrase names as a source, as a link of the chain behind a claim."""

from __future__ import annotations

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.draft import Draft
from kashf.extraction.naming.name import Name
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.records.claims import Link, LinkKind

__all__ = ["display_name", "link_of", "same_source"]

_KINDS: tuple[tuple[frozenset[str], LinkKind], ...] = (
    (frozenset({"outlet"}), "outlet"),
    (frozenset({"document"}), "document"),
    (frozenset({"state", "organisation", "group", "hostile", "place"}), "organisation"),
    (frozenset({"person", "persons", "people", "title", "agent"}), "unnamed"),
)


_MAKING = frozenset({"اعد", "اجري", "اصدر", "نشر", "وضع", "كتب"})
_MUTE = frozenset({"goods", "funds", "somewhere", "time", "activity", "loss", "act"})
"""Kinds that do not speak, whatever the grammar."""


def link_of(draft: Draft, phrase: Phrase, verb: str | None = None, *, speaks: bool = False) -> Link | None:
    """The link for a phrase that names a source; None where it names nothing that can speak or be read.

    `speaks` says that grammar makes it one («قال …», «بحسب …»), so that a noun no lexicon knows is taken for a source.
    """
    for name in draft.names:
        if name.title is not None and phrase.first <= name.title[0] < phrase.last <= name.first:
            return _named(draft, name, verb)  # a title that runs up to the name behind it
    for name in draft.names:
        if (
            phrase.first <= name.first
            and name.last <= phrase.last
            and name.kind != "place"
            and not _deep(draft, phrase, name)
        ):
            return _named(draft, name, verb)
    for referent in draft.referents:
        if phrase.first <= referent.first < phrase.last and referent.first - phrase.first <= 1:
            kind: LinkKind = "person" if referent.kind == "person" else "organisation"
            return _anchored(draft, referent.first, referent.last, kind, verb, referent.key)
    kind_found = _kind(draft, phrase)
    if kind_found is None and speaks and not phrase.pronoun and not phrase.is_a(*_MUTE):
        kind_found = "unnamed"
    if kind_found is None:
        return None
    last = _with_maker(draft, phrase) if kind_found == "document" else phrase.last
    return _anchored(draft, phrase.first, last, kind_found, verb)


def _with_maker(draft: Draft, phrase: Phrase) -> int:
    """A document goes with who made it: «دراسة أعدها معهد …», «تقرير لصحيفة …»."""
    for clauses in draft.clauses:
        if not clauses.sentence.first <= phrase.first < clauses.sentence.last:
            continue
        behind = [e for e in clauses.events if phrase.last <= e.word <= phrase.last + 1 and _makes(draft.words[e.word])]
        if behind and behind[0].subject:
            return behind[0].subject[-1].last
    return phrase.last


def _makes(word: Word) -> bool:
    return any(reading.category == "verb" and reading.lemma in _MAKING for reading in word.readings)


def _deep(draft: Draft, phrase: Phrase, name: Name) -> bool:
    """A name inside a phrase whose head is something else that speaks: «تقديرات وزارة الخزانة», «مصدر في الجيش»."""
    if name.kind == "person" or name.first == phrase.first:
        return False
    head = draft.words[phrase.first]
    return bool(head.classes & {"document", "outlet", "people", "persons"}) or head.category in ("title", "participle")


def _named(draft: Draft, name: Name, verb: str | None) -> Link:
    kind: LinkKind = "person" if name.kind == "person" else "organisation"
    if name.body is not None and name.body.relays:
        kind = "outlet"
    return _anchored(draft, name.first, name.last, kind, verb, name.key)


def _anchored(draft: Draft, first: int, last: int, kind: LinkKind, verb: str | None, key: str | None = None) -> Link:
    span = draft.span(first, last)
    name = display_name(draft, key) if key else None
    title = _title(draft, key) if key and kind == "person" else None
    return Link(kind, span.text, span.start, span.end, verb, key, name, title)


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


def _kind(draft: Draft, phrase: Phrase) -> LinkKind | None:
    at = draft.words
    head = next(
        (w for w in at[phrase.first : phrase.last] if w.category not in ("quantifier", "demonstrative", "mark")), None
    )
    if head is None:
        return None
    classes = head.classes | phrase.kinds
    if head.stem in words(draft.language, "reporting", "unnamed"):
        return "unnamed"
    return next((kind for classes_of, kind in _KINDS if classes & classes_of), None)


def same_source(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase says «the same source»: «نفس المصدر», «المصدر نفسه»."""
    at, language = draft.words, draft.language
    norms = {word.norm for word in at[phrase.first : phrase.last + 1]}
    again = words(language, "reporting", "same_source", "same_source_after")
    nouns = words(language, "reporting", "source_nouns")
    return bool(norms & again) and any(word.stem in nouns for word in at[phrase.first : phrase.last])
