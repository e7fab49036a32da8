"""From the forms a table writes to the forms a text may show: alternatives in braces, endings by paradigm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Paradigms", "expand", "inflect"]

Paradigms = Mapping[str, Mapping[str, Sequence[str]]]
"""Endings by paradigm and grammatical number: `{"f": {"one": [""], "many": ["-ات"]}}`; with a hyphen an ending takes
the place of the last letter."""

_PARADIGM = re.compile(r"(?<=\w)~([a-z_]+)")
_BRACES = re.compile(r"\{([^{}]*)\}")


def expand(form: str) -> Iterator[str]:
    """Every writing of a form with alternatives: `{a,b}c` is ac and bc.

    >>> list(expand("{مئ,مائ}تين"))
    ['مئتين', 'مائتين']
    """
    braces = _BRACES.search(form)
    if braces is None:
        yield form
        return
    for alternative in braces[1].split(","):
        yield from expand(form[: braces.start()] + alternative + form[braces.end() :])


def inflect(form: str, paradigms: Paradigms) -> Iterator[tuple[str, str]]:
    """Every writing of a form, endings included, with its grammatical number (`any` where there is no paradigm).

    Raises KeyError for a paradigm that the language does not have.
    """
    for written in expand(form):
        named = _PARADIGM.search(written)
        if named is None:
            yield written, "any"
            continue
        stem, name, tail = written[: named.start()], named[1], written[named.end() :]
        for number, endings in paradigms[name].items():
            for ending in endings:
                word = stem[:-1] + ending[1:] if ending.startswith("-") else stem + ending
                yield word + tail, number
