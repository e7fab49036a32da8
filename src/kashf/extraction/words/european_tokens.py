"""Tokens of English, French and Russian as words: elisions apart, abbreviations and hyphenated words together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kashf.language.closed import words
from kashf.text.tokens import Token

__all__ = ["european_tokens"]

_ELISION = re.compile(r"(?:l|d|qu|s|n|j|m|t|c|jusqu|lorsqu|puisqu)'(?=\w)")
_NAMES_OPEN = frozenset({"M'", "M’", "N'", "N’"})
_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "what"})
_HELPERS = frozenset({"'re", "'ve", "'ll", "'d", "'m", "'s"})
_WHOLE = frozenset({"aujourd'hui", "d'abord", "d'ailleurs", "c'est"})
LEAST_LETTERS = 4
"""Two letters with their stops are an abbreviation whatever follows."""
_CLOSED = ("determiners", "pronouns", "prepositions", "connectives", "complementisers", "relatives")
"""Words that open a sentence behind a single letter: «vitamin B. The …»."""
_ENCLITICS = frozenset({"il", "ils", "elle", "elles", "on", "t", "je", "nous", "vous", "ce", "le", "la", "les", "ci"})
"""What a French hyphen sets behind a verb or noun: «ajoute-t-il», «ceux-ci»."""


def european_tokens(text: str, tokens: Sequence[Token], language: str) -> tuple[Token, ...]:
    """The tokens with their offsets, one for each word: «l'argent» is two, «U.S.» and «camions-citernes» are one.

    A hyphen within a name stays a token of its own, written as `_`, which joins without parting.
    """
    apart: Iterable[Token] = tokens
    if language == "en":
        apart = (piece for token in _owners(tokens) for piece in _contracted(token))
    if language == "fr":
        apart = (piece for place, token in enumerate(tokens) for piece in _elided(token, _named(text, tokens, place)))
    return tuple(_hyphenated(text, tuple(_abbreviated(tuple(apart), _Initials(text, language)))))


def _owners(tokens: Sequence[Token]) -> Iterator[Token]:
    """«the rebels' oil»: the apostrophe of a plural belongs to its word, unless one before opened a quotation."""
    opened = False
    for position, token in enumerate(tokens):
        before = tokens[position - 1] if position else None
        if token.norm != "'" or before is None:
            opened = opened or token.norm == "'"
        elif _owns(tokens, position) and not opened:
            continue  # it went with the word before
        else:
            opened = not opened
        owning = position + 1 < len(tokens) and not opened and _owns(tokens, position + 1)
        yield replace(token, norm=token.norm + "'", end=tokens[position + 1].end) if owning else token


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether an apostrophe stands close behind a word in «s» and before a further word."""
    if tokens[at].norm != "'" or not at or at + 1 >= len(tokens):
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    close = before.end == tokens[at].start and behind.start > tokens[at].end
    return close and before.kind == "word" and before.norm.endswith("s") and behind.kind == "word"


def _contracted(token: Token) -> Iterator[Token]:
    """«they're», «I've»: a pronoun and its helping verb; «it's» too, which no noun owns."""
    pronoun, apostrophe, helper = token.norm.partition("'")
    if token.kind != "word" or f"'{helper}" not in _HELPERS or pronoun not in _SUBJECTS:
        yield token
        return
    cut = len(pronoun)
    yield replace(token, norm=pronoun, end=token.start + cut)
    yield replace(token, norm=apostrophe + helper, start=token.start + cut, at=token.at + cut)


def _named(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a word within a sentence begins with «M'» or «N'», as names do: «Sidi M'hamed», «N'Djamena»."""
    opening = place == 0 or tokens[place - 1].kind != "word"
    return text[tokens[place].start : tokens[place].start + 2] in _NAMES_OPEN and not opening


def _elided(token: Token, named: bool) -> Iterator[Token]:
    """The words of one token: what was elided, «l'» and «d'», then the word it stands before; none of a name."""
    if named:
        yield token
        return
    while match := _ELISION.match(token.norm) if token.kind == "word" and token.norm not in _WHOLE else None:
        cut = match.end()
        yield replace(token, norm=match.group(), end=token.start + cut)
        token = replace(token, norm=token.norm[cut:], start=token.start + cut, at=token.at + cut)
    yield token


@dataclass(frozen=True, slots=True)
class _Initials:
    """Tells the initials of a person's name: a capital with a full stop, and a capitalised word behind it."""

    text: str
    language: str

    def stand(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether letters and stops first..last (half-open) are initials: «J. Dupont», «Norman A. Mordue»."""
        following = tokens[last] if last < len(tokens) else None
        if following is None or following.kind != "word" or not self.text[following.start].isupper():
            return False
        measured = first > 0 and tokens[first - 1].end == tokens[first].start  # «imprimante 3D. Trois hommes»
        titled = measured or tokens[first].norm in words(self.language, "words", "abbreviations")
        closed = following.norm in words(self.language, "words", *_CLOSED)
        return self.text[tokens[first].start].isupper() and not (titled or closed)


def _abbreviated(tokens: Sequence[Token], initials: _Initials) -> Iterator[Token]:
    """«U.S.», «U.N.»: letters with full stops close behind them; initials before a name, of which a hyphen may join two
    («J.-P. Dupont»)."""
    position = 0
    while position < len(tokens):
        last = position
        while _letter_and_stop(tokens, last):
            last += 2
            last += last < len(tokens) and tokens[last].norm == "-" and _letter_and_stop(tokens, last + 1)
        if last - position >= LEAST_LETTERS or (last > position and initials.stand(tokens, position, last)):
            run = tokens[position:last]
            yield replace(run[0], norm="".join(token.norm for token in run), end=run[-1].end)
            position = last
        else:
            yield tokens[position]
            position += 1


def _letter_and_stop(tokens: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    letter, stop = tokens[at], tokens[at + 1]
    return letter.kind == "word" and len(letter.norm) == 1 and stop.norm == "." and stop.start == letter.end


def _hyphenated(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        while _joins(tokens, position) and _common(text, tokens, position):
            behind = tokens[position + 2]
            token = replace(token, norm=f"{token.norm}-{behind.norm}", end=behind.end)
            position += 2
        yield token
        position += 1
        if position < len(tokens) and _joins(tokens, position - 1):
            yield replace(tokens[position], norm="_")
            position += 1


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands close between a word or number and the next."""
    if at + 2 >= len(tokens):
        return False
    before, hyphen, behind = tokens[at : at + 3]
    close = before.end == hyphen.start and hyphen.end == behind.start
    return close and hyphen.norm == "-" and before.kind in ("word", "number") and behind.kind == "word"


def _common(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether what a hyphen joins is a common word: nothing with a capital behind it, no number, no enclitic."""
    before, behind = tokens[at], tokens[at + 2]
    return before.kind == "word" and not text[behind.start].isupper() and behind.norm not in _ENCLITICS
