"""What a model is told and given: the instructions, and one passage as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kashf.domain.predicates import claim_types
from kashf.extractors.passages import fence_for
from kashf.language.loading import read_strictly

__all__ = ["messages_for"]


@cache
def _instructions() -> Mapping[str, str]:
    place = files("kashf.extractors").joinpath("instructions.yaml")
    return read_strictly(place, "extractors/instructions.yaml")


def messages_for(passage: str) -> list[dict[str, str]]:
    """The two messages of a request. The passage stands between marks that it does not hold itself."""
    fence = fence_for(passage)
    told = _instructions()["system"].format(fence=fence, types=_types())
    given = _instructions()["user"].format(fence=fence, passage=passage)
    return [{"role": "system", "content": told}, {"role": "user", "content": given}]


@cache
def _types() -> str:
    return "\n".join(
        f"- {name} ({kind.group}): {', '.join(role for role in kind.roles if role != 'time')}"
        for name, kind in claim_types().items()
    )
