"""Finding one thing by its id, the beginning of its id, or its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from kashf.errors import NotFoundError
from kashf.records import content_id
from kashf.views.lens import Lens
from kashf.views.narrowing import entities_called
from kashf.views.texts import shown

__all__ = ["found"]

MOST_NEAR = 5
LIKE = 0.6
"""How alike two ids are, by difflib's ratio, for one to be taken for a slip of the other."""


def found(seen: Lens, wanted: str) -> tuple[str, str]:
    """The kind (`claim`, `entity`, `report`, `finding`) and id of what is wanted.

    Raises NotFoundError where nothing or more than one thing is meant.
    """
    kinds = _kinds(seen)
    if wanted in kinds:
        return kinds[wanted], wanted
    beginning = [id_ for id_ in kinds if wanted and id_.startswith(wanted)]
    called = [] if beginning else [entity.id for entity in entities_called(seen.dossier, wanted)]
    several = beginning or called or list(_formerly(seen, wanted))
    if len(several) == 1:
        return kinds[several[0]], several[0]
    raise _missing(seen, wanted, several) if several else _unknown(seen, wanted, list(kinds))


def _kinds(seen: Lens) -> dict[str, str]:
    tables = {"entity": seen.index.entities, "report": seen.index.records, "finding": seen.index.findings}
    kinds = dict.fromkeys(seen.index.claims, "claim")
    for kind, table in tables.items():
        kinds |= dict.fromkeys(table, kind)
    return kinds


def _formerly(seen: Lens, wanted: str) -> Iterator[str]:
    """The story or statement that went by this id before an earlier report of it turned up: its id is made of its
    earliest report, so that each of its reports is one that it may have been called after."""
    for finding in seen.dossier.found("story"):
        if any(content_id("f", "story", report) == wanted for report in finding.reports[1:]):
            yield finding.id
    for finding in seen.dossier.found("assertion"):
        claims = ((one["report"], one["claim"]) for one in finding.fields.get("claims", ()))
        if any(content_id("f", "assertion", *claim) == wanted for claim in claims):
            yield finding.id


def _missing(seen: Lens, wanted: str, several: Sequence[str]) -> NotFoundError:
    listed = seen.words.separated([_told(seen, one) for one in several[:MOST_NEAR]])
    return NotFoundError(seen.words.say("errors.several", wanted=shown(wanted), many=len(several), listed=listed))


def _unknown(seen: Lens, wanted: str, ids: Sequence[str]) -> NotFoundError:
    near = get_close_matches(wanted, ids, MOST_NEAR, LIKE)
    if near:
        listed = seen.words.separated([_told(seen, one) for one in near])
        return NotFoundError(seen.words.say("errors.near", wanted=shown(wanted), listed=listed))
    return NotFoundError(seen.words.say("errors.unknown", wanted=shown(wanted)))


def _told(seen: Lens, id_: str) -> str:
    """An id, and for an entity its name."""
    name = seen.entity_name(id_, None)
    return f"{id_} ({name})" if name else id_
