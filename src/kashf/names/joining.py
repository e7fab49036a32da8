"""Joining referents of many reports into entities, each join with its reason in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from kashf.domain import name_key, name_tokens, naming
from kashf.names.persons import alike, person_tokens, readings, same_person, sounding_blocks
from kashf.names.referents import Referent
from kashf.names.sounds import script, skeleton

__all__ = ["Groups", "join"]

MOST_COMPARED = 50
"""In a block of like-sounding names each is compared with so many others at most, so that time stays in proportion to
the number of names."""
LEAST_CONSONANTS = 4
"""Names of bodies and places are joined across scripts by sound from so many coarse consonants on: «الرقة» and Rakka
need the table of places, «القاطرجي» and Katerji do not."""
TITLES_AGREE = 0.5
_BODY_KINDS = frozenset({"group", "organisation", "facility", "work", "unknown"})


class Groups:
    """Disjoint groups of items (Tarjan's union by path halving), with the reasons for which each was joined."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._reasons: dict[int, list[str]] = {}

    def root(self, item: int) -> int:
        """The item that stands for this one's group: its smallest."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: int, other: int, reason: str) -> None:
        """Makes the groups of two items one. A reason is kept once."""
        kept, joined = sorted((self.root(one), self.root(other)))
        if kept == joined:
            return
        self._parent[joined] = kept
        reasons = self._reasons.setdefault(kept, [])
        for known in (*self._reasons.pop(joined, ()), reason):
            if known not in reasons:
                reasons.append(known)

    def reasons(self, item: int) -> tuple[str, ...]:
        """Why the items of this one's group were joined."""
        return tuple(self._reasons.get(self.root(item), ()))

    def members(self) -> dict[int, list[int]]:
        """The items of each group by the item that stands for it, in order."""
        members: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self._parent)):
            members[self.root(item)].append(item)
        return members


def join(referents: Sequence[Referent]) -> Groups:
    """Groups of referents that are one: by a known name, by the same name, by sound across scripts, by office."""
    groups = Groups(len(referents))
    _join_equal(referents, groups, _known_key, _known_reason)
    _join_equal(referents, groups, _own_key, lambda referent: f"one name: {referent.names[0]}")
    _join_equal(referents, groups, _taken_for_persons(referents), lambda referent: f"one name: {referent.names[0]}")
    _join_sounding(referents, groups)
    _join_by_office(referents, groups)
    return groups


def _join_equal(
    referents: Sequence[Referent],
    groups: Groups,
    key: Callable[[Referent], Hashable],
    reason: Callable[[Referent], str],
) -> None:
    first: dict[Hashable, int] = {}
    for index, referent in enumerate(referents):
        shared = key(referent)
        if shared is not None and first.setdefault(shared, index) != index:
            groups.join(first[shared], index, reason(referent))


def _known_key(referent: Referent) -> Hashable:
    return (referent.body.kind == "place", referent.body.key) if referent.body else None


def _known_reason(referent: Referent) -> str:
    return f"known names of {referent.body.name if referent.body else referent.names[0]}"


def _own_key(referent: Referent) -> Hashable:
    """The compared name of a referent that no table knows; None where a name alone does not tell who it is."""
    if referent.body or not referent.named:
        return None
    if referent.kind == "person":
        parts = _parts(referent)
        return ("person", parts) if len(parts) > 1 else None
    return (_family(referent), name_key(referent.names[0]))


def _taken_for_persons(referents: Sequence[Referent]) -> Callable[[Referent], Hashable]:
    """The key of bodies and of those taken for persons whose name is a body's in another report: capitals alone do not
    tell them. Nobody who holds an office is a body."""
    officers = {_parts(referent) for referent in referents if referent.kind == "person" and referent.titles}

    def key(referent: Referent) -> Hashable:
        return name_key(referent.names[0]) if _may_be_body(referent, officers) else None

    return key


def _may_be_body(referent: Referent, officers: AbstractSet[tuple[str, ...]]) -> bool:
    if referent.body or not referent.named:
        return False
    if referent.kind == "person":
        return len(_parts(referent)) > 1 and _parts(referent) not in officers
    return _family(referent) == "body"


def _family(referent: Referent) -> str:
    return "body" if referent.kind in _BODY_KINDS else referent.kind


def _parts(referent: Referent) -> tuple[str, ...]:
    """The parts of a person's fullest name."""
    return max(map(person_tokens, referent.names), key=len, default=())


def _join_sounding(referents: Sequence[Referent], groups: Groups) -> None:
    """Joins names that sound alike: persons' by their parts, others' as a whole and only across scripts."""
    officers = {_parts(referent) for referent in referents if referent.kind == "person" and referent.titles}
    blocks: dict[tuple[Hashable, ...], dict[tuple[str, ...], int]] = defaultdict(dict)
    for index, referent in enumerate(referents):
        if referent.named and not referent.body:
            for block, tokens in _blocks(referent, whole=_may_be_body(referent, officers)):
                blocks[block].setdefault(tokens, index)
    for (family, *_), sharing in blocks.items():
        for (one, index), (other, compared) in _neighbours(sharing):
            if same_person(one, other) if family == "person" else _same_sound(one, other):
                groups.join(index, compared, f"{referents[index].names[0]} sounds like {referents[compared].names[0]}")


def _neighbours(
    block: dict[tuple[str, ...], int],
) -> Iterator[tuple[tuple[tuple[str, ...], int], tuple[tuple[str, ...], int]]]:
    ordered = sorted(block.items())
    for position, item in enumerate(ordered):
        for neighbour in ordered[position + 1 : position + 1 + MOST_COMPARED]:
            yield item, neighbour


def _blocks(referent: Referent, *, whole: bool) -> Iterator[tuple[tuple[Hashable, ...], tuple[str, ...]]]:
    """The blocks of a referent's name: of a person by its parts; of others, and `whole` persons, as a whole."""
    if referent.kind == "person":
        forms = {form for name in referent.names if len(parts := person_tokens(name)) > 1 for form in readings(parts)}
        for parts in sorted(forms):
            yield from ((("person", *block), parts) for block in sounding_blocks(parts))
        if not whole:
            return
    for tokens in (form for name in referent.names for form in readings(tuple(name_key(name).split()))):
        heard = tuple(map(skeleton, tokens))
        if sum(map(len, heard)) >= LEAST_CONSONANTS:
            yield ("body" if whole else _family(referent), *heard), tokens


def _same_sound(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    across = script("".join(one)) != script("".join(other))
    return across and len(one) == len(other) and all(map(alike, one, other))


def _join_by_office(referents: Sequence[Referent], groups: Groups) -> None:
    """Joins a bare family name with the one full name of another report that ends in it and has the same office."""
    full: dict[str, list[int]] = defaultdict(list)
    for index, referent in enumerate(referents):
        parts = _parts(referent) if referent.kind == "person" and referent.named and referent.titles else ()
        if len(parts) > 1:
            full[skeleton(parts[-1])].append(index)
    for index, referent in enumerate(referents):
        parts = _parts(referent) if referent.kind == "person" and referent.named and referent.titles else ()
        if len(parts) == 1:
            candidates = full.get(skeleton(parts[0]), ())[:MOST_COMPARED]
            fitting = [other for other in candidates if _same_office(parts[0], referent, referents[other])]
            if len({groups.root(other) for other in fitting}) == 1:
                groups.join(
                    index, fitting[0], f"{referent.names[0]} holds the office of {referents[fitting[0]].names[0]}"
                )


def _same_office(family_name: str, bare: Referent, full: Referent) -> bool:
    if not alike(family_name, _parts(full)[-1]):
        return False
    offices, others = _office_words(bare.titles), _office_words(full.titles)
    return bool(offices and others) and len(offices & others) >= TITLES_AGREE * min(len(offices), len(others))


def _office_words(titles: Iterable[str]) -> frozenset[str]:
    known = naming()
    words = (word for title in titles for word in name_tokens(title))
    return frozenset(word for word in words if word not in known.generic_titles and word not in known.linking)
