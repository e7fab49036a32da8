"""Names in a text: known ones by list, unknown ones by what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kashf.extraction.knowledge import Knowledge, without_apostrophe
from kashf.extraction.naming.capitals import find_capitalised
from kashf.extraction.naming.headed import find_headed
from kashf.extraction.naming.known import find_known, of_countries
from kashf.extraction.naming.merging import as_names, covered, fitted, supported, whole, without_known, without_tagged
from kashf.extraction.naming.name import Name, bare_word
from kashf.extraction.naming.other_names import with_other_names
from kashf.extraction.naming.persons import Persons
from kashf.extraction.naming.quoted import find_quoted
from kashf.extraction.naming.tagger import Tagged, tagger_of
from kashf.extraction.words.word import Word

__all__ = ["Name", "find_names"]


def find_names(at: Sequence[Word], knowledge: Knowledge, text: str) -> tuple[Name, ...]:
    """All names, in order, none overlapping: known ones first, then persons, then what a head noun introduces."""
    keys = list(map(bare_word, at))
    if knowledge.splitter is None:
        keys = list(map(without_apostrophe, keys))
    known = list(_outside_quoted(at, tuple(find_known(at, knowledge, text, keys))))
    if knowledge.splitter is None:
        known = list(of_countries(at, known, knowledge.language))
        found = find_capitalised(at, known, text, knowledge)
        return with_other_names(at, _in_order([*found, *find_quoted(at, covered(found))]))
    tagger = tagger_of(knowledge.language)
    found = _with_tagged(at, known, tagger.find(at, keys) if tagger else None)
    found.extend(find_quoted(at, covered(found)))
    found.extend(find_headed(at, covered(found), strict=tagger is not None))
    return with_other_names(at, _in_order(fitted(found, at, knowledge.language)))


def _in_order(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=lambda name: name.first)


def _with_tagged(at: Sequence[Word], known: Sequence[Name], found: Sequence[Tagged] | None) -> list[Name]:
    """Known names, what the tagger found beside them where there is one, and persons."""
    tagged = whole(found or (), at)
    known = without_tagged(known if found is None else supported(known, tagged, at), tagged, at)
    tagged = without_known(tagged, known)
    persons = {one.first: one.last for one in tagged if one.kind == "person"}
    names = [*known, *as_names((one for one in tagged if one.kind != "person"), at)]
    return [*names, *Persons(at, covered(names), persons, strict=found is not None).find()]


def _outside_quoted(at: Sequence[Word], known: Sequence[Name]) -> Iterator[Name]:
    """The known names but for places that are a part of a longer name: the coast in «تنظيم "كتائب الساحل"»."""
    quoted = [name for name in find_quoted(at, set()) if name.kind != "place"]
    for name in known:
        within = any(other.first <= name.first and name.last <= other.last for other in quoted)
        longer = any(other.last - other.first > name.last - name.first for other in quoted if other.first <= name.first)
        if not (name.kind == "place" and within and longer):
            yield name
