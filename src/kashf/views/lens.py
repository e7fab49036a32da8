"""What a dossier is seen through: its index, and the language it is told in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import urlsplit

from kashf.domain import body_named, place_named
from kashf.domain.predicates import claim_types
from kashf.records import Entity, Link, Record, Report, Role, content_id
from kashf.text.folding import fold
from kashf.views.dossier import Dossier, Index, index
from kashf.views.texts import CACHED_NAMES, SHORT, script_of, shown
from kashf.views.words import Words, words

__all__ = ["Lens", "anchor", "best_name", "known_name", "lens", "same_words"]

_SCRIPT_OF_LANGUAGE = {"ar": "arabic", "en": "latin"}
_VOWEL_MARKS = re.compile("[\u064b-\u0650\u0652\u0670\u0640]")
"""Arabic vowel marks and the stretch of a line; the doubling of a letter stays, as in print."""
_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,80}")


@dataclass(frozen=True, slots=True)
class Lens:
    """A dossier with its index and the words of the language it is told in."""

    dossier: Dossier
    index: Index
    words: Words

    def group_of(self, claim_type: str) -> str:
        """The group a claim type belongs to; `other` for a type that no group has."""
        known = claim_types().get(claim_type)
        return known.group if known else "other"

    def entity_name(self, entity: str | None, otherwise: str | None) -> str | None:
        """The name of an entity that suits the language: a known body's or place's, else the first in its script."""
        known = self.index.entities.get(entity) if entity else None
        if known is None:
            return shown(otherwise) or None
        return shown(known_name(known, self.words.code) or best_name((known.name, *known.names), self.words.code))

    def filler_name(self, filler: Role | Link) -> str | None:
        """The name of what the words of a role or a link stand for; None where they stand for themselves."""
        return self.entity_name(filler.entity, filler.name)

    def outlet(self, report: Report) -> str:
        """The name of a report's outlet; where that is not known the name of the file or the site it was read from."""
        return shown(report.outlet) or self.place(report.source) or self.words.say("unknown_outlet")

    @staticmethod
    def place(source: str) -> str:
        """The name of the file, or the site of the address, that a report was read from."""
        address = urlsplit(source) if "://" in source else None
        return shown(address.hostname if address else PurePath(source).name)

    def record(self, report_id: str) -> Record | None:
        """The record of a report."""
        return self.index.records.get(report_id)

    def count(self, noun: str, things: Iterable[object] | int) -> str:
        """How many things there are, with their noun."""
        return self.words.count(noun, things if isinstance(things, int) else len(tuple(things)))


def lens(dossier: Dossier, language: str) -> Lens:
    """A lens for a dossier, in a language of `views/words`."""
    return Lens(dossier, index(dossier), words(language))


def known_name(entity: Entity, language: str) -> str | None:
    """What the language calls an entity that is a body or a place known by name."""
    named = {"place": place_named, "group": body_named, "organisation": body_named}.get(entity.kind)
    body = named(entity.name) if named else None
    return next(iter(body.names.get(language, ())), None) if body else None


def best_name(names: tuple[str, ...], language: str) -> str:
    """The first of the names in the language's own script, else the first; without vowel marks, as names are printed.

    >>> best_name(("داعش", "Islamic State"), "en"), best_name(("وِزارَةُ الماليّة",), "ar")
    ('Islamic State', 'وزارة الماليّة')
    """
    script = _SCRIPT_OF_LANGUAGE.get(language)
    return _VOWEL_MARKS.sub("", next((name for name in names if script_of(name) == script), names[0]))


def anchor(id_: str) -> str:
    """An id as it may stand in a page: letters, digits, `_` and `-`; an id with anything else is hashed."""
    return id_ if _PLAIN_ID.fullmatch(id_) else content_id("x", id_)


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts are one but for spelling."""
    return _spelling(shown(one)) == _spelling(shown(other))


def _spelling(name: str) -> str:
    return _spelling_of_name(name) if len(name) <= SHORT else fold(name).text.strip()


@lru_cache(maxsize=CACHED_NAMES)
def _spelling_of_name(name: str) -> str:
    return fold(name).text.strip()
