"""From where money comes and where it goes, as one claim tells it: lines between the fillers of its roles.

Which roles are the ends of a line is a table (`domain/finance/flows.yaml`), by the type of the claim or its group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from kashf.comparison.words import meanings
from kashf.domain import place_named
from kashf.domain.predicates import claim_types
from kashf.domain.tables import table
from kashf.records import Claim, Link, Role
from kashf.text.folding import fold

__all__ = ["PLACE_KEY", "KindOf", "Stop", "flow_layers", "flows", "referent_key"]

KindOf = Callable[[str | None], str | None]
"""The kind of the entity of an id; None where there is no such entity."""


PLACE_KEY = "place "
"""What the keys of places that are known by name begin with."""


class Stop(NamedTuple):
    """One end of a line: the layer it lies in and the filler that stands there."""

    layer: str
    filler: Role


def flow_layers() -> tuple[str, ...]:
    """The layers in the order in which money goes through them."""
    return tuple(table("finance/flows")["layers"])


def flows(claim: Claim, kind_of: KindOf) -> Iterator[tuple[Stop, Stop]]:
    """The lines of a claim: from each source to each target, by way of what it passes through."""
    rule = _rule(claim.type)
    if rule is None:
        return
    sources, passed, targets = (_station(claim, rule.get(part), kind_of) for part in ("source", "through", "target"))
    if not sources or not targets:
        return
    for starts, ends in pairwise(station for station in (sources, passed, targets) if station):
        yield from ((start, end) for start in starts for end in ends)


def referent_key(filler: Role | Link) -> str:
    """What is the same for all words that stand for one thing, in whatever language it is told.

    The entity where it is known, else a place that is known by name, else what the words mean.

    >>> words = [Role("object", 0, len(told), told) for told in ("النفط", "oil")]
    >>> len(set(map(referent_key, words)))
    1
    """
    if filler.entity:
        return filler.entity
    told = filler.name or filler.text
    place = place_named(told)
    meant = " ".join(sorted(meanings(told)))
    return f"{PLACE_KEY}{place.key}" if place else meant or fold(told).text.strip()


def _rule(claim_type: str) -> Mapping[str, Any] | None:
    rules, known = table("finance/flows"), claim_types().get(claim_type)
    found: Mapping[str, Any] | None = rules["types"].get(claim_type)
    return found or (rules["groups"].get(known.group) if known else None)


def _station(claim: Claim, rule: tuple[str, Sequence[str]] | None, kind_of: KindOf) -> list[Stop]:
    """What stands in one layer at one end of a line: the fillers of the first of the roles that has any."""
    if rule is None:
        return []
    layer, roles = rule
    for role in roles:
        fillers = [one for one in claim.fillers(role) if _can_stand(one, kind_of)]
        if fillers:
            return [Stop(layer, one) for one in fillers]
    return []


def _can_stand(filler: Role, kind_of: KindOf) -> bool:
    return filler.role != "actor" or kind_of(filler.entity) not in table("finance/flows")["no_holder"]
