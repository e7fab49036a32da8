"""Words in capitals in a text that is not: «US» is no pronoun, «IS» no verb."""

from __future__ import annotations

from kashf.extraction.words.word import Word
from kashf.text.tokens import Token

__all__ = ["are_initials", "in_capitals"]

INITIALS = 2
"""Letters of the initials that are written as a closed word is."""
AROUND = 40
"""Characters before and behind a word that show whether all of the text is in capitals."""


def in_capitals(text: str, token: Token) -> bool:
    """Whether a short word is written in capitals in a text that is not."""
    written = text[token.start : token.end]
    around = text[max(0, token.start - AROUND) : token.end + AROUND]
    return len(written) > 1 and written.isupper() and not around.isupper()


def are_initials(text: str, token: Token, before: Word | None) -> bool:
    """Whether a word is written as a name of two letters is where the word before it is not."""
    written = text[token.start : token.end]
    if len(written) != INITIALS or not written.isupper():
        return False
    return before is None or not text[before.start : before.end].isupper()
