"""A body's other name, which stands behind it in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kashf.extraction.naming.name import Name
from kashf.extraction.words.word import Word

__all__ = ["with_other_names"]

_BODIES = frozenset({"group", "organisation"})


def with_other_names(at: Sequence[Word], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names, a body's with the other name that stands behind it in brackets: «the Sand Brigade (Liwa …)»."""
    other_names = {other.key: name for name, other in pairwise(names) if _is_other_name(at, name, other)}
    bodies = {name.key: name.kind for name in names if name.kind in _BODIES}
    for key, name in other_names.items():
        bodies.setdefault(name.key, bodies.get(key, name.kind))
    named = (replace(name, key=other_names[name.key].key) if name.key in other_names else name for name in names)
    renamed = {name.key for name in other_names.values()}
    return tuple(replace(name, kind=bodies[name.key]) if name.key in renamed else name for name in named)


def _is_other_name(at: Sequence[Word], name: Name, other: Name) -> bool:
    """Whether a name stands in brackets behind a body's, with nothing but its nouns between them."""
    between = at[name.last : other.first]
    bracketed = "(" in {word.norm for word in between} and all(word.category in ("mark", "noun") for word in between)
    closed = ")" in {word.norm for word in at[other.last : other.last + 2]}
    kinds = {name.kind, other.kind}
    known = name.body is not None and other.body is not None
    fitting = bool(kinds & _BODIES) and kinds <= _BODIES | {"person"} and name.key != other.key
    return bracketed and closed and fitting and not known
