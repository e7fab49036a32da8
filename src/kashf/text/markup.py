"""Markdown in a text that was taken from a web page: what of it says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["without_markup"]

_LINKED = "]("
"""What a text has in it if it is written in Markdown with links; others are left as they are."""
_ADDRESS = r"""\((?:[^)"\n]|"[^"\n]*")*\)"""
_CLASSES = r"\{[^}\n]*\}"
_SILENT = re.compile(
    rf"!\[[^\]\n]*\]{_ADDRESS}(?:{_CLASSES})?"  # a picture
    rf"|\(?\[\d+\]{_ADDRESS}(?:{_CLASSES})?\)?"  # the number of a note
    r"|\[(?=[^\]\n]*\]\()"  # where the words of a link begin
    rf"|\]{_ADDRESS}(?:{_CLASSES})?"  # where they end, with its address
    r"|\{[.#][^}\n]*\}"
    r"|\\(?=[^\w\s])|\*+|\#+(?=\ )",
    re.MULTILINE,
)


def without_markup(text: str, stretches: Iterable[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The parts of stretches of a text (half-open offsets) that are no markup: no address of a link, no picture.

    >>> text = "Selon [le Monde](http://example.org/2016/une-enquete), oui."
    >>> [text[start:end] for start, end in without_markup(text, [(0, len(text))])]
    ['Selon ', 'le Monde', ', oui.']
    """
    if _LINKED not in text:
        return tuple(stretches)
    return tuple(part for start, end in stretches for part in _parts(text, start, end))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _SILENT.finditer(text, start, end):
        if start < found.start():
            yield start, found.start()
        start = max(start, found.end())
    if start < end:
        yield start, end
