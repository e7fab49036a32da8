"""Joining referents of many reports into entities, each join with its reason in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kashf.domain import name_key
from kashf.names.alignment import align
from kashf.names.companions import Companions, lone_name, offices_agree
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
IN_CONTEXT = 0.45
"""From this score on two names are one's where the reports speak for it: by whom else they name, or which office they
give. Set on the reports of seed and dev, where those that scored so much and were two persons' were of one report."""
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
    _join_full_names(referents, groups)
    _join_aliases(referents, groups)
    _join_equal(referents, groups, _taken_for_persons(referents), lambda referent: f"one name: {referent.names[0]}")
    within = _Reports(referents, groups)
    likely = _join_sounding(referents, groups, within, settled)
    _join_by_office(referents, groups)
    _join_in_context(likely, groups, within)
    _join_lone_names(referents, groups)
    return groups


def _join_full_names(referents: Sequence[Referent], groups: Groups) -> None:
    """Joins persons of one full name, whichever of their names it is."""
    first: dict[tuple[str, ...], int] = {}
    for index, referent in enumerate(referents):
        if referent.kind == "person" and referent.named and not referent.body:
            for name in referent.names:
                parts = person_tokens(name)
                if len(parts) >= LEAST_FULL_NAME and first.setdefault(parts, index) != index:
                    groups.join(first[parts], index, f"one name: {name}")


def _join_aliases(referents: Sequence[Referent], groups: Groups) -> None:
    """Joins those of whom a report says that one is the other's other name."""
    places = {(referent.report, referent.key): index for index, referent in enumerate(referents)}
    for index, referent in enumerate(referents):
        for alias in referent.known_as:
            other = places[referent.report, alias]
            groups.join(index, other, f"{referent.names[0]}, also known as {referents[other].names[0]}")


def _join_in_context(likely: Iterable[_Likely], groups: Groups, within: _Reports) -> None:
    """Joins names that are somewhat alike where the reports speak for it."""
    companions = Companions(within.referents, [groups.root(index) for index in range(len(within.referents))])
    for one, other, name, compared in likely:
        if within.is_one_occasion(one, other, companions) and not within.together(one, other):
            groups.join(one, other, f"{name} is like {compared}, in reports of one occasion")


def _join_lone_names(referents: Sequence[Referent], groups: Groups) -> None:
    """Joins persons of one single name in reports that share other names, where each report has one such person."""
    companions = Companions(referents, [groups.root(index) for index in range(len(referents))])
    named: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, referent in enumerate(referents):
        name = lone_name(referent)
        if name is not None:
            named[name][referent.report].append(index)
    for by_report in named.values():
        alone = [several[0] for several in by_report.values() if len(several) == 1][:MOST_COMPARED]
        for at, other in enumerate(alone):
            for one in alone[:at]:
                if companions.share({referents[one].report}, {referents[other].report}):
                    groups.join(one, other, f"{referents[other].names[0]}, in reports of one occasion")


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


_Likely = tuple[int, int, str, str]
"""Two referents, and the names of theirs that are alike."""


def _join_sounding(referents: Sequence[Referent], groups: Groups, within: _Reports, settled: int) -> list[_Likely]:
    """Joins names that are surely one's: of persons in any script, of others across scripts or where all words sound
    alike; and gives those that are likely one's, no more."""
    officers = {_parts(referent) for referent in referents if referent.kind == "person" and referent.titles}
    named: dict[str, dict[str, int]] = defaultdict(dict)
    for index, referent in enumerate(referents):
        if referent.named and not referent.body:
            for family in _families(referent, whole=_may_be_body(referent, officers)):
                for name in referent.names:
                    if referent.kind != "person" or len(person_tokens(name)) >= LEAST_FULL_NAME:
                        named[family].setdefault(name, index)
    likely = []
    for family, names in named.items():
        for (name, index), (other, compared), score in _alike(family, names, settled):
            if not within.may_be_one(index, compared, name, other):
                continue
            if score >= SURE:
                groups.join(index, compared, f"{name} sounds like {other}")
            else:
                likely.append((index, compared, name, other))
    return likely


def _families(referent: Referent, *, whole: bool) -> Iterator[str]:
    if referent.kind == "person" and len(_parts(referent)) >= LEAST_FULL_NAME:
        yield "person"
    if referent.kind != "person" or whole:
        yield "body" if whole else _family(referent)


Named = tuple[str, int]


def _alike(family: str, names: Mapping[str, int], settled: int) -> Iterator[tuple[Named, Named, float]]:
    """The pairs of names that may be one's, one of them not settled, with the referents that bear them, and how likely
    it is."""
    if all(index < settled for index in names.values()):
        return
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
            score = likelihood(query, other)
            if score >= IN_CONTEXT:
                yield (query.name, index), (other.name, compared), score


def _comparable(family: str, one: TakenApart, other: TakenApart) -> bool:
    if family == "person":
        return min(len(person_tokens(one.name)), len(person_tokens(other.name))) >= LEAST_FULL_NAME
    consonants = min(sum(len(part.skeletons[0]) for part in name.parts) for name in (one, other))
    return consonants >= LEAST_CONSONANTS and (script(one.name) != script(other.name) or _all_alike(one, other))


def _all_alike(one: TakenApart, other: TakenApart) -> bool:
    """Whether each word of one name has its counterpart in the other, and they are no two words of the language."""
    found = align(one, other)
    strange = [part for name in (one, other) for part in name.parts if not part.meanings]
    return bool(strange) and not found.alone_one and not found.alone_other


@dataclass(slots=True)
class _Reports:
    """What the reports themselves say against two persons being one."""

    referents: Sequence[Referent]
    groups: Groups

    def may_be_one(self, one: int, other: int, name: str, compared: str) -> bool:
        """Whether nothing speaks against it: a report spells one person's name in one way, so that two like names in it
        are two persons' unless one is the other cut short; and like names of given names alone are not one's in the
        offices of two countries."""
        if script(name) == script(compared) and self.together(one, other) and not _is_cut_short(name, compared):
            return False
        return not (_says_little(name) and _says_little(compared) and self._apart(one, other))

    def is_one_occasion(self, one: int, other: int, companions: Companions) -> bool:
        """Whether two referents hold one office, or are named beside the same people."""
        here, there = self._of(one), self._of(other)
        if any(offices_agree(a.titles, b.titles) for a in here for b in there):
            return True
        own = frozenset((self.groups.root(one), self.groups.root(other)))
        return companions.share({item.report for item in here}, {item.report for item in there}, own)

    def _of(self, item: int) -> list[Referent]:
        return [self.referents[index] for index in self.groups.of(item)]

    def together(self, one: int, other: int) -> bool:
        """Whether a report names both."""
        reports = [{self.referents[index].report for index in self.groups.of(item)} for item in (one, other)]
        return bool(reports[0] & reports[1])

    def _apart(self, one: int, other: int) -> bool:
        countries = [_countries(self.referents[index].titles) for index in (one, other)]
        return all(countries) and not countries[0] & countries[1]


def _is_cut_short(name: str, compared: str) -> bool:
    """Whether one name is the other without the family name at its end: «محمد بن عبدالرحمن» and «محمد بن عبدالرحمن آل
    ثاني»; a further given name is another's."""
    shorter, longer = sorted((take_apart(name, "person").parts, take_apart(compared, "person").parts), key=len)
    return longer[: len(shorter)] == shorter and all(part.group == "name" for part in longer[len(shorter) :])


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
    return offices_agree(bare.titles, full.titles)
