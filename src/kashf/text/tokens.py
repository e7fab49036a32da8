"""Tokens: words, numbers and marks, each with its place in the original text and its folded form."""

from __future__ import annotations

import re
from typing import Literal

from kashf.text.folding import Folded
from kashf.values import value

__all__ = ["Token", "TokenKind", "tokenise"]

TokenKind = Literal["word", "number", "mark", "break"]

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:'(?=[^\W\d_])[^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+)*)"
    r"|(?P<break>\n)"
    r"|(?P<mark>[^\w\s]|_)"
)


@value
class Token:
    """One word, number, mark or line break. `norm` is its folded form, which stands at `at` in the folded text;
    `start` and `end` are offsets of the original."""

    start: int
    end: int
    norm: str
    kind: TokenKind
    at: int


def tokenise(folded: Folded) -> tuple[Token, ...]:
    """The tokens of a folded text, in order. Hashtags fall into the words they carry.

    >>> from kashf.text.folding import fold
    >>> [token.norm for token in tokenise(fold("#ريف_دير الزور، 25%"))]
    ['#', 'ريف', '_', 'دير', 'الزور', '،', '25', '%']
    """
    found = _TOKEN.finditer(folded.text)
    if folded.offsets is None:
        return tuple([Token(at := one.start(), one.end(), one[0], one.lastgroup, at) for one in found])  # type: ignore[arg-type]
    begins, ends = folded.offsets, folded.end
    return tuple([Token(begins[at := one.start()], ends(one.end()), one[0], one.lastgroup, at) for one in found])  # type: ignore[arg-type]
