"""The closed lists of a language's tables: words and fixed phrases, folded. A list a language lacks is empty."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import cast

from kashf.language.loading import read_table
from kashf.text.folding import fold

__all__ = ["phrases", "spelled", "words"]


def spelled(entry: object) -> tuple[str, ...]:
    """A table's words: a line or a list of lines of words with spaces between, folded."""
    lines = (entry,) if isinstance(entry, str) else cast("Iterable[str]", entry or ())
    return tuple(word for line in lines for word in fold(line).text.split())


@cache
def words(language: str, table: str, *keys: str) -> frozenset[str]:
    """The words of some lists of a table."""
    return frozenset(word for key in keys for word in spelled(_list(language, table, key)))


@cache
def phrases(language: str, table: str, key: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a list of a table, each as its words; longer ones first."""
    lines = cast("Iterable[str]", _list(language, table, key) or ())
    return tuple(sorted((tuple(fold(line).text.split()) for line in lines), key=lambda phrase: (-len(phrase), phrase)))


def _list(language: str, table: str, key: str) -> object:
    if not files("kashf.language").joinpath(language, f"{table}.yaml").is_file():
        return ()
    return read_table(language, table).get(key, ())
