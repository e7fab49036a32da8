"""What stands further on in the clause or sentence of a word of English, French or Russian."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from kashf.language.european import EuropeanLexicon
from kashf.text.tokens import Token

__all__ = ["PARTING", "SENTENCE_ENDS", "SUBJECT", "FurtherOn"]

PARTING = frozenset({"relative", "connective", "complementiser"})
SENTENCE_ENDS = frozenset(".?!;…")
_TOLD = frozenset({"verb", "pronoun"})
SUBJECT = 16
"""Words of a subject with a participle that stand between it and its verb."""


@dataclass(frozen=True, slots=True)
class FurtherOn:
    """The tokens of a text, and what its clauses tell behind a position."""

    tokens: Sequence[Token]
    lexicon: EuropeanLexicon

    def main_later(self, position: int) -> bool:
        """Whether the main verb of an English sentence is still to come: a helping verb or a past behind a comma, in no
        relative clause («The brother, held in June, left for Istanbul»)."""
        within = False
        for at in range(position + 1, len(self.tokens)):
            token = self.tokens[at]
            if token.norm in SENTENCE_ENDS or token.kind == "break":
                return False
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            if categories & PARTING:
                within = True
            elif token.norm == ",":
                within = False
            elif not within and (self._surely_finite(at, categories) or self._verb_behind_comma(at)):
                return True
        return False

    def _surely_finite(self, at: int, categories: Set[str]) -> bool:
        return categories == {"auxiliary"} or self.tokens[at].norm in self.lexicon.closed("finite_pasts")

    def _verb_behind_comma(self, at: int) -> bool:
        """Whether a past or plain verb right behind a comma closes what is set off, and is no participle with «by»."""
        readings = self.lexicon.readings(self.tokens[at].norm)
        past = any(reading.category == "verb" and reading.voice == "passive" for reading in readings)
        verb = past or bool(readings and all(reading.category == "verb" for reading in readings))
        return verb and self.tokens[at - 1].norm == "," and self.next_norm(at) != "by"

    def set_off(self, position: int) -> bool:
        """Whether a comma with a subject behind it ends what a word opens: «Extradited last month, he has …»."""
        for at in range(position + 1, min(position + 1 + SUBJECT, len(self.tokens) - 1)):
            token = self.tokens[at]
            if token.norm == ",":
                opening = {reading.category for reading in self.lexicon.readings(self.tokens[at + 1].norm)}
                return not opening & {"coordinator", "verb", "preposition"}
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            if token.norm in SENTENCE_ENDS or categories & PARTING or categories == {"auxiliary"}:
                return False
        return False

    def listed_pasts(self, position: int) -> bool:
        """Whether a further past form right behind a comma goes on what a word opens, and a comma sets both off:
        « Arrêté à l'aube, jugé en mai, il … »."""
        for at in range(position + 1, min(position + 1 + SUBJECT, len(self.tokens) - 1)):
            token = self.tokens[at]
            if token.norm == ",":
                past = any(r.voice == "passive" for r in self.lexicon.readings(self.tokens[at + 1].norm))
                return past and (self.set_off(at + 1) or self.listed_pasts(at + 1))
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            if token.norm in SENTENCE_ENDS or categories & PARTING or categories == {"auxiliary"}:
                return False
        return False

    def verb_later(self, position: int) -> bool:
        """Whether a helping verb or a past that is nothing else follows before the clause ends or «and» adds to it."""
        for at in range(position + 1, min(position + 1 + SUBJECT, len(self.tokens))):
            token = self.tokens[at]
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            if categories & (PARTING | {"coordinator"}) or token.norm in SENTENCE_ENDS or token.norm == ",":
                return False
            if self._surely_finite(at, categories):
                return True
        return False

    def line_unended(self, position: int) -> bool:
        """Whether the line has no full stop, as a headline has none."""
        for token in self.tokens[position + 1 :]:
            if token.kind == "break":
                return True
            if token.norm in SENTENCE_ENDS:
                return False
        return True

    def joined_past(self, position: int) -> bool:
        """Whether «and» and a past form follow in the clause, before any other verb."""
        for at in range(position + 1, min(position + 1 + SUBJECT, len(self.tokens) - 1)):
            norm = self.tokens[at].norm
            categories = {reading.category for reading in self.lexicon.readings(norm)}
            if norm in SENTENCE_ENDS or categories & PARTING or "auxiliary" in categories:
                return False
            if "coordinator" in categories and any(
                reading.voice == "passive" for reading in self.lexicon.readings(self.tokens[at + 1].norm)
            ):
                return True
        return False

    def list_goes_on(self, position: int) -> bool:
        """Whether «and» with one more thing, and no verb, ends an English list of things that a word stands in: «seized
        cash, forged passports and an assault rifle»."""
        last = False
        for at in range(position + 1, min(position + 1 + SUBJECT, len(self.tokens))):
            token = self.tokens[at]
            if token.norm in SENTENCE_ENDS or token.kind == "break":
                return last
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            if categories & (PARTING | {"auxiliary"}) or (categories and categories <= _TOLD):
                return False
            led = "preposition" in categories or token.norm == ","
            if last and led:
                return True
            last = last or "coordinator" in categories
        return last

    def next_norm(self, position: int) -> str:
        """The folded token behind a position; empty at the end."""
        return self.tokens[position + 1].norm if position + 1 < len(self.tokens) else ""
