"""Where an Arabic event takes no more: its object is told already, or another clause has its subject."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event
from kashf.extraction.clauses.parse import Parse
from kashf.language.closed import words as table_words

__all__ = ["bears_subject", "object_told"]


def bears_subject(parse: Parse, index: int) -> bool:
    """Whether a unit is an Arabic «that» with the pronoun of its clause's subject («بأنها»)."""
    norm = parse.words[parse.units[index].first].norm
    return parse.kind(index) == "particle" and norm in table_words("ar", "pronouns", "carriers")


def object_told(parse: Parse, event: Event, preposition: str) -> bool:
    """«عثر خلال مداهمة منزلهما على دفاتر»: whether the object that may stand behind an Arabic preposition stands
    without one."""
    if parse.knowledge.book.grammar.subject_first or not parse.core.get(event.index):
        return False
    places = [(role, at) for each in event.predicates for role, at in each.roles.items() if preposition in at]
    return bool(places) and all(role == "object" and "direct" in at for role, at in places)
