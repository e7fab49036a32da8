"""Names that a text gives as another name of whom it has just named: "X (a.k.a. Y)", «س المعروف بـ ص»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kashf.domain import naming
from kashf.records import Mention
from kashf.text.folding import search_key

__all__ = ["alias_pairs"]

LONGEST_MARKER = 40
"""Letters that may stand between a name and its alias."""
_BRACKETS = " \t\n\r.:;,،؛()[]«»\"'“”‘’„-–—/*ـ"
_OPENINGS = "(،,;؛\n"
_NAMED = frozenset({"person", "group", "organisation", "unknown"})


def alias_pairs(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of named mentions of which the second is said to be another name of the first.

    What stands between is a marker of aliases and nothing else. In a list each alias follows the one before.
    """
    named = sorted((mention for mention in mentions if _is_name(mention)), key=lambda mention: mention.start)
    for one, other in pairwise(named):
        between = text[one.end : other.start]
        if len(between) <= LONGEST_MARKER and _folded(between) in _markers():
            yield one, other


def _is_name(mention: Mention) -> bool:
    return mention.kind in _NAMED and not mention.pronominal and _folded(mention.text) not in _markers()


def _folded(between: str) -> str:
    return " ".join(search_key(between.replace(".", "").translate(_GONE)).split())


_GONE = str.maketrans(dict.fromkeys(_BRACKETS, " "))


@cache
def _markers() -> frozenset[str]:
    return frozenset(map(_folded, naming().aliases))
