"""Values: small records that nobody changes once they are made, of which a report makes thousands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform, overload

__all__ = ["value"]

Made = TypeVar("Made")


@overload
def value(made: type[Made]) -> type[Made]: ...


@overload
def value(*, eq: bool) -> Callable[[type[Made]], type[Made]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(made: type[Made] | None = None, *, eq: bool = True) -> type[Made] | Callable[[type[Made]], type[Made]]:
    """A frozen dataclass with slots and a hash, frozen where types are checked: the type checker refuses every change.

    Python's own frozen dataclasses guard each field while a program runs, which makes one of them three to five times
    as slow to make. That is right for what is handed out, and dear for words, tokens and phrases. Without `eq` a value
    is compared by identity.
    """

    def as_value(one: type[Made]) -> type[Made]:
        return dataclass(eq=eq, unsafe_hash=eq, slots=True)(one)

    return as_value if made is None else as_value(made)
