"""Days as texts name them: weekdays, and those told by how far they lie from the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kashf.language.loading import read_table
from kashf.text.folding import fold

__all__ = ["days_off", "weekdays_named"]

LANGUAGES = ("ar", "en", "fr", "ru")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_PROCLITIC = "[وفبلك]?"


def weekdays_named(text: str) -> frozenset[int]:
    """The weekdays that words of time name, Monday being 0.

    >>> weekdays_named("أمس الأربعاء"), weekdays_named("mardi 12 septembre"), weekdays_named("last year")
    (frozenset({2}), frozenset({1}), frozenset())
    """
    return frozenset(number for number, named in _named("weekday").items() if named.search(_spaced(text)))


def days_off(text: str) -> int | None:
    """How many days from the report's own the words say a day lies: -1 for yesterday; None where they do not say, or
    say several.

    >>> days_off("أمس الأربعاء"), days_off("avant-hier"), days_off("позавчера"), days_off("on Tuesday")
    (-1, -2, -2, None)
    """
    found = {number: match.end() - match.start() for number, match in _found(_spaced(text))}
    longest = [number for number, length in found.items() if length == max(found.values())]
    return longest[0] if len(longest) == 1 else None


def _found(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for number, named in _named("relative_day").items():
        match = named.search(text)
        if match:
            yield number, match


def _spaced(text: str) -> str:
    return f" {fold(text).text} "


@cache
def _named(table: str) -> Mapping[int, re.Pattern[str]]:
    """The words for each number in a table of times, in all languages."""
    words: dict[int, set[str]] = {}
    for language in LANGUAGES:
        entries: Mapping[int, list[Any]] = read_table(language, "times")[table]
        for number, told in entries.items():
            folded = (fold(word).text.strip() for entry in told for word in _spelled_out(str(entry)))
            words.setdefault(int(number), set()).update(folded)
    return {number: re.compile(rf"(?<!\w){_PROCLITIC}(?:{_any_of(own)})(?!\w)") for number, own in words.items()}


def _any_of(words: set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _spelled_out(entry: str) -> Iterator[str]:
    """An entry with each of the choices that it gives between braces: "avant{-, }hier"."""
    choice = _CHOICE.search(entry)
    if choice is None:
        yield entry
        return
    for option in choice.group(1).split(","):
        yield from _spelled_out(entry[: choice.start()] + option + entry[choice.end() :])
