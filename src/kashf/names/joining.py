"""Joining referents of many reports into entities, each join with its reason in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kashf.domain import name_key, name_tokens, naming
from kashf.names.comparing import likelihood
from kashf.names.likeness import likeness
from kashf.names.parts import NameKind, TakenApart, part_of, take_apart
from kashf.names.persons import LEAST_FULL_NAME, SURE, person_tokens
from kashf.names.referents import Referent
from kashf.names.shelf import Shelf
from kashf.names.sounds import script, skeleton

__all__ = ["Groups", "join"]

MOST_COMPARED = 50
"""In a block of like-sounding names each is compared with so many others at most, so that time stays in proportion to
the number of names."""
LEAST_CONSONANTS = 4
"""Names of bodies and places are joined across scripts by sound from so many coarse consonants on: «الرقة» and Rakka
need the table of places, «القاطرجي» and Katerji do not."""
TITLES_AGREE = 0.5
SURELY_ONE = 0.8
"""Family names of one office are one from this likeness on."""
_BODY_KINDS = frozenset({"group", "organisation", "facility", "work", "unknown"})


class Groups:
    """Disjoint groups of items (Tarjan's union by path halving), with the reasons for which each was joined."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._reasons: dict[int, list[str]] = {}
        self._members = [[item] for item in range(size)]

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
        self._members[kept] += self._members[joined]
        reasons = self._reasons.setdefault(kept, [])
        for known in (*self._reasons.pop(joined, ()), reason):
            if known not in reasons:
                reasons.append(known)

    def reasons(self, item: int) -> tuple[str, ...]:
        """Why the items of this one's group were joined."""
        return tuple(self._reasons.get(self.root(item), ()))

    def members(self) -> dict[int, list[int]]:
        """The items of each group by the item that stands for it, in order."""
        return {item: sorted(self._members[item]) for item, above in enumerate(self._parent) if item == above}

    def of(self, item: int) -> Sequence[int]:
        """The items of this one's group, as they were joined."""
        return self._members[self.root(item)]


def join(referents: Sequence[Referent], settled: int = 0) -> Groups:
    """Groups of referents that are one: by a known name, by the same name, by sound across scripts, by office. The
    first so many are `settled`: whether two of them sound alike is not asked again."""
    groups = Groups(len(referents))
    _join_equal(referents, groups, _known_key, _known_reason)
    _join_equal(referents, groups, _own_key, lambda referent: f"one name: {referent.names[0]}")
    _join_equal(referents, groups, _taken_for_persons(referents), lambda referent: f"one name: {referent.names[0]}")
    _join_sounding(referents, groups, settled)
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


def _join_sounding(referents: Sequence[Referent], groups: Groups, settled: int) -> None:
    """Joins names that are surely one's: of persons in any script, of others only across scripts."""
    officers = {_parts(referent) for referent in referents if referent.kind == "person" and referent.titles}
    named: dict[str, dict[str, int]] = defaultdict(dict)
    for index, referent in enumerate(referents):
        if referent.named and not referent.body:
            for family in _families(referent, whole=_may_be_body(referent, officers)):
                for name in referent.names:
                    if referent.kind != "person" or len(person_tokens(name)) >= LEAST_FULL_NAME:
                        named[family].setdefault(name, index)
    within = _Reports(referents, groups)
    for family, names in named.items():
        for (name, index), (other, compared) in _alike(family, names, settled):
            if family != "person" or within.may_be_one(index, compared, name, other):
                groups.join(index, compared, f"{name} sounds like {other}")


def _families(referent: Referent, *, whole: bool) -> Iterator[str]:
    if referent.kind == "person" and len(_parts(referent)) >= LEAST_FULL_NAME:
        yield "person"
    if referent.kind != "person" or whole:
        yield "body" if whole else _family(referent)


Named = tuple[str, int]


def _alike(family: str, names: Mapping[str, int], settled: int) -> Iterator[tuple[Named, Named]]:
    """The pairs of names that are surely one's, with the referents that bear them, one of which is not settled."""
    kind: NameKind = "person" if family == "person" else "organisation"
    shelf = Shelf.of(kind, ((names[name], name) for name in sorted(names)))
    for number, index in enumerate(shelf.owners.tolist()):
        if index < settled:
            continue
        query = shelf.name(number)
        for candidate in shelf.candidates(query):
            compared, other = int(shelf.owners[candidate]), shelf.name(candidate)
            told = candidate <= number and compared >= settled
            if told or compared == index or not _comparable(family, query, other):
                continue
            if likelihood(query, other) >= SURE:
                yield (query.name, index), (other.name, compared)


def _comparable(family: str, one: TakenApart, other: TakenApart) -> bool:
    if family == "person":
        return min(len(person_tokens(one.name)), len(person_tokens(other.name))) >= LEAST_FULL_NAME
    consonants = min(sum(len(part.skeletons[0]) for part in name.parts) for name in (one, other))
    return script(one.name) != script(other.name) and consonants >= LEAST_CONSONANTS


@dataclass(slots=True)
class _Reports:
    """What the reports themselves say against two persons being one."""

    referents: Sequence[Referent]
    groups: Groups

    def may_be_one(self, one: int, other: int, name: str, compared: str) -> bool:
        """Whether nothing speaks against it: a report spells one person's name in one way, so that two like names in it
        are two persons'; and like names of given names alone are not one's in the offices of two countries."""
        if script(name) == script(compared) and self._together(one, other):
            return False
        return not (_says_little(name) and _says_little(compared) and self._apart(one, other))

    def _together(self, one: int, other: int) -> bool:
        reports = [{self.referents[index].report for index in self.groups.of(item)} for item in (one, other)]
        return bool(reports[0] & reports[1])

    def _apart(self, one: int, other: int) -> bool:
        countries = [_countries(self.referents[index].titles) for index in (one, other)]
        return all(countries) and not countries[0] & countries[1]


def _says_little(name: str) -> bool:
    """Whether a name is made of given names alone, as those of many people are."""
    return all(part.group in ("frequent", "known", "titles") for part in take_apart(name, "person").parts)


def _countries(titles: Iterable[str]) -> frozenset[str]:
    parts = (part for title in titles for part in take_apart(title, "organisation").parts if part.group == "place")
    return frozenset(meaning for part in parts for meaning in part.meanings)


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
    if likeness(part_of(family_name, "person"), part_of(_parts(full)[-1], "person")) < SURELY_ONE:
        return False
    offices, others = _office_words(bare.titles), _office_words(full.titles)
    return bool(offices and others) and len(offices & others) >= TITLES_AGREE * min(len(offices), len(others))


def _office_words(titles: Iterable[str]) -> frozenset[str]:
    known = naming()
    words = (word for title in titles for word in name_tokens(title))
    return frozenset(word for word in words if word not in known.generic_titles and word not in known.linking)
