"""Fields: what articles call their text, title, outlet and the rest, and getting plain words out of them.

The names are in `fields.yaml`. Values come in many shapes: a string, a list of strings, an object with a name in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kashf.reading.addresses import host_of
from kashf.reading.tables import load_table

__all__ = ["Fields", "Names", "known_language", "load_names", "plain_words"]

MOST_LAYERS = 4
"""Objects within objects where a word is expected."""
_ADDRESS = re.compile(r"https?://\S+", re.I)


@dataclass(frozen=True, slots=True)
class Names:
    """The lists of `fields.yaml`, ready for comparison."""

    articles: Mapping[str, tuple[str, ...]]
    meta: Mapping[str, tuple[str, ...]]
    envelopes: tuple[str, ...]
    collections: tuple[str, ...]
    inner: tuple[str, ...]
    article_types: frozenset[str]
    languages: Mapping[str, str]
    mail_hosts: frozenset[str]
    subject_prefixes: tuple[str, ...]


@cache
def load_names() -> Names:
    """The names, read once."""
    data: dict[str, Any] = load_table("fields")
    return Names(
        articles={field: tuple(map(_key, names.split())) for field, names in data["articles"].items()},
        meta={field: tuple(names.split()) for field, names in data["meta"].items()},
        envelopes=tuple(map(_key, data["envelopes"].split())),
        collections=tuple(map(_key, data["collections"].split())),
        inner=tuple(map(_key, data["inner"].split())),
        article_types=frozenset(data["article_types"].split()),
        languages={name: code for code, names in data["languages"].items() for name in names.split()},
        mail_hosts=frozenset(data["mail_hosts"].split()),
        subject_prefixes=tuple(data["subject_prefixes"]),
    )


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def known_language(value: str | None) -> str | None:
    """Our code for a language as metadata name it (`ar-SA`, `eng`, `Français`); None where it is none of ours."""
    if not value:
        return None
    languages = load_names().languages
    name = value.strip().lower()
    return languages.get(name) or languages.get(re.split(r"[-_]", name)[0])


def plain_words(value: object, joint: str = ", ", layers: int = MOST_LAYERS) -> str | None:
    """The words of a value: a string itself, of an object its name, of a list all of its items'; None where there are
    none."""
    if isinstance(value, str):
        return value if value.strip() else None
    if not layers:
        return None
    if isinstance(value, list):
        items = (plain_words(item, joint, layers - 1) for item in value)
        return joint.join(item for item in items if item) or None
    if isinstance(value, Mapping):
        fields = Fields(value)
        named = (plain_words(fields.get(name), joint, layers - 1) for name in load_names().inner)
        return next((words for words in named if words), None)
    return None


class Fields:
    """An object of JSON whose keys are found whatever their case, hyphens and underscores."""

    __slots__ = ("_values",)

    def __init__(self, plain: Mapping[Any, Any]) -> None:
        self._values: dict[str, Any] = {}
        for name, value in plain.items():
            self._values.setdefault(_key(str(name)), value)

    def get(self, key: str) -> Any:
        """The value under a key, None where there is none."""
        return self._values.get(key)

    def first(self, field: str) -> tuple[str, Any] | None:
        """The key and value of the best of a field's names that holds anything."""
        for name in load_names().articles[field]:
            value = self._values.get(name)
            if value not in (None, "", [], {}):
                return name, value
        return None

    def words(self, field: str) -> str | None:
        """The words of the best of a field's names that has some."""
        found = (plain_words(self._values.get(name)) for name in load_names().articles[field])
        return next((words for words in found if words), None)

    def address(self) -> str | None:
        """The article's web address, where it has one that is whole."""
        found = (plain_words(self._values.get(name)) for name in load_names().articles["url"])
        return next((match[0] for words in found if words and (match := _ADDRESS.match(words.strip()))), None)

    def outlet(self) -> str | None:
        """The outlet's name; of an outlet that is an address, its host."""
        words = self.words("outlet")
        return host_of(words.strip()) if words and _ADDRESS.match(words.strip()) else words

    def published(self) -> object:
        """Whatever stands for the date of publication: words, or seconds since 1970."""
        found = self.first("published")
        if found is None:
            return None
        return found[1] if isinstance(found[1], int | float) else plain_words(found[1])
