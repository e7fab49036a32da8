"""What a word of the tables may mean, and what a number is once it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["Number", "NumberKind", "Sense", "product"]

NumberKind = Literal["cardinal", "ordinal", "fraction", "indefinite"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word or phrase: its class in the tables (`digit`, `unit`, `month`), its value there, and the
    grammatical number of the form (`one`, `two`, `two_of`, `many`, `many_of`, `any`).

    `vowels` are those the table writes on its letters, "" for none; a `vowelled` word has this meaning only with them.
    """

    kind: str
    value: str | int | float
    form: str = "any"
    vowels: str = ""
    vowelled: bool = False


_DECIMALS = 6


def product(value: float, scale: float) -> float:
    """Value times scale, without the traces of binary fractions: 16.4 million is 16400000."""
    return round(value * scale, _DECIMALS) if scale > 1 else value * scale


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the words or digits give it.

    `high` is there where the words span a range by themselves («بضعة آلاف»). `head` and `scale` are the number before
    its last scale word and that scale: 25 and 1000 for «25 ألفا», so that «بين 20 و25 ألفا» can share it. `digits`:
    it stands in figures alone, `width` then how many of them, 0 otherwise. `owned` marks a fraction with its whole as
    a pronoun («نصفهم»), `about` a noun that counts about so many (une centaine).
    """

    value: float
    kind: NumberKind = "cardinal"
    high: float | None = None
    head: float = 0.0
    scale: float = 1.0
    digits: bool = False
    width: int = 0
    owned: bool = False
    about: bool = False

    def scaled(self, scale: float) -> Number:
        """The same number in thousands, millions, ..."""
        return replace(self, value=product(self.value, scale), scale=self.scale * scale)
