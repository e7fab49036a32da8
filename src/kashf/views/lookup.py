"""Finding one thing by its id, the beginning of its id, or its name."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from kashf.errors import NotFoundError
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
    several = beginning or called
    if len(several) == 1:
        return kinds[several[0]], several[0]
    raise _missing(seen, wanted, several) if several else _unknown(seen, wanted, list(kinds))


def _kinds(seen: Lens) -> dict[str, str]:
    tables = {"entity": seen.index.entities, "report": seen.index.records, "finding": seen.index.findings}
    kinds = dict.fromkeys(seen.index.claims, "claim")
    for kind, table in tables.items():
        kinds |= dict.fromkeys(table, kind)
    return kinds


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
