"""How words are put forward: said, claimed, denied, confirmed, warned, estimated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from kashf.extraction.clauses.events import Event
from kashf.extraction.sources.line import Line
from kashf.language.closed import spelled
from kashf.language.loading import LANGUAGES, read_table
from kashf.records.claims import Stance

__all__ = ["stance_of"]


def stance_of(line: Line, event: Event) -> Stance:
    """The stance of a verb of speech; a negated denial («لم ينف») or confirmation is merely said."""
    stance = _stances(line.draft.language).get(event.lemma, "said")
    return "said" if event.negated else stance


@cache
def _stances(language: str) -> Mapping[str, Stance]:
    if language not in LANGUAGES:
        return {}
    table = cast("Mapping[Stance, str]", read_table(language, "reporting").get("stances", {}))
    return {lemma: stance for stance, lemmas in table.items() for lemma in spelled(lemmas)}
