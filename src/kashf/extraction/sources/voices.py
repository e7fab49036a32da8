"""On whose word a place of the text rests: the chain of the scopes that hold it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.draft import Draft, Scope
from kashf.records import Attribution, Link
from kashf.records.claims import Mode

__all__ = ["attribution_at", "holding"]


def holding(draft: Draft, position: int) -> list[Scope]:
    """The scopes that hold a place of the text, widest first; of equal ones, those nearer to the outlet first."""
    scopes = [scope for scope in draft.scopes if scope.start <= position < scope.end]
    return sorted(scopes, key=lambda scope: (scope.depth, scope.start - scope.end, scope.start))


def attribution_at(draft: Draft, position: int) -> Attribution:
    """The chain behind a place of the text: the outlet, then the links of every scope that holds it.

    A credit to an agency (`own`) adds its link, but what it covers is still the outlet's own voice.
    """
    scopes = holding(draft, position)
    chain = [Link("outlet", draft.report.outlet or _last_part(draft.report.source))]
    for scope in scopes:
        for link in scope.links:
            _add(chain, link)
    return Attribution(_mode([scope for scope in scopes if not scope.own]), tuple(chain))


def _mode(scopes: Sequence[Scope]) -> Mode:
    if not scopes:
        return "own"
    return "direct" if any(scope.direct for scope in scopes) else "indirect"


def _add(chain: list[Link], link: Link) -> None:
    """Adds a link; where it stands in the chain already, by its entity or its words, the nearer verb goes."""
    for place, other in enumerate(chain):
        if (link.entity and link.entity == other.entity) or link.text == other.text:
            chain[place] = replace(other, verb=link.verb or other.verb, stance=link.stance or other.stance)
            return
    chain.append(link)


def _last_part(source: str) -> str:
    """A file by its name, whatever folder or archive it lies in; what has no name stays as it is."""
    return source.replace("\\", "/").rpartition("!")[2].rstrip("/").rpartition("/")[2] or source
