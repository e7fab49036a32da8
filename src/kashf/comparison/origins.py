"""Independent origins: how many sources really stand behind an assertion.

A claim's origin is the last link of its chain. What is counted:

1. One speaker, body or document is one origin, however many outlets carry its words; links before the last are relays.
2. A source that is itself the outlet of a report with this claim is followed to that report's own origin.
3. Within a story a person and the body that their title names are one origin, and so are a state and its bodies and
   officials, a body and its shorter name, two persons of one office: who speaks for a body is the body.
4. A claim in the outlet's own voice has the outlet for its origin, or the agency that the outlet credits; in a copy, be
   it of a part, that of the report that was first; in a digest of several, of the one that has the claim's words.
5. Where reports share the very passage and name no source, they share its origin.
6. Within a story the outlets' own voices and unnamed sources ("estimates", "the report") of one claim are one origin at
   most: nobody can tell them apart, and what five papers tell of one event without a source is mostly one wire, told in
   five ways. An outlet that shows a witness of its own is an origin of its own: its reporter was there, it holds the
   document, it asked somebody (`witness`). Where a story is taken up again after weeks, its voices are told apart: what
   is told then is not the wire of the first days.
7. Within a story they do not count beside a named origin: what cannot be told from the named source's words is not a
   further source. All that is not counted is listed, with the reason.

A report in no story, or in another (a digest), that told the claim within the days of a story counts with it.
Where in doubt, fewer are counted: a confirmation that is none does more harm than one that is missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from kashf.comparison.assertions import Assertion
from kashf.comparison.copies import Copy
from kashf.comparison.corpus import Corpus, Item
from kashf.comparison.crediting import (
    Credit,
    CreditKind,
    is_person,
    is_vague,
    one_story,
    source_name,
    speak_for_each_other,
)
from kashf.comparison.grouping import Groups
from kashf.comparison.propositions import Proposition
from kashf.comparison.stories import LONGEST_STORY, STORY_DAYS
from kashf.comparison.witness import shows_witness
from kashf.comparison.words import agreement, folded_words
from kashf.domain import name_key
from kashf.records import Entity, Link, Origin, Record

__all__ = ["Origins", "Sources", "Uncounted"]

SAME_PASSAGE = 0.8
LEAST_PASSAGE = 8
"""So many words of evidence that agree so closely are one passage, copied from one place."""
MOST_SOURCES = 60
"""So many different sources of one claim are compared with each other."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A source that is not counted as independent, and why.

    `voice` is own or unnamed, `beside` the origin that it cannot be told from, `beside_named` whether that has a name.
    """

    name: str
    report: str
    voice: CreditKind
    beside: str
    beside_named: bool

    @property
    def reason(self) -> str:
        """The reason in words."""
        voice = "an unnamed source" if self.voice == "unnamed" else "the outlet's own voice"
        if self.beside_named:
            return f"{voice}, beside {self.beside} in the same story: it cannot be told from that source's words"
        return f"{voice}, as {self.beside} in the same story: neither names a source or shows a witness of its own"


@dataclass(frozen=True, slots=True)
class Origins:
    """The independent origins of an assertion, the earliest first, and the sources that are not counted."""

    independent: tuple[Origin, ...]
    uncounted: tuple[Uncounted, ...] = ()
    named: int = 0


class Sources:
    """Tells the origins of assertions over one corpus."""

    def __init__(self, corpus: Corpus, copies: Sequence[Copy], translated: Iterable[tuple[int, int]] = ()) -> None:
        """`translated` are the positions of reports and their translations, which are taken as copies are."""
        self._corpus = corpus
        self._entities = _by_name(corpus.entities)
        groups = Groups(len(corpus.items))
        for first, second in (*((copy.first, copy.second) for copy in copies if copy.near), *translated):
            groups.join(first, second)
        self._whole = {item.position: min(groups.of(item.position)) for item in corpus.items}
        self._parts: dict[int, set[int]] = {}
        for copy in copies:
            earlier, later = sorted((self._whole[copy.first], self._whole[copy.second]))
            if earlier != later:
                self._parts.setdefault(later, set()).add(earlier)

    def _first(self, claim: Proposition) -> int:
        """The position of the report that was first to have the text which the claim stands in."""
        place = self._whole[claim.item.position]
        while place in self._parts:
            held = self._parts[place]
            known = held if len(held) == 1 else {part for part in held if _has_words(self._corpus.items[part], claim)}
            if not known:
                break
            place = min(known)
        return place

    def credit(self, claim: Proposition) -> Credit:
        """Whom a claim is credited to, by its own report."""
        link = claim.claim.attribution.origin
        if link is None or (link.kind == "outlet" and link.start is None):
            first = self._corpus.items[self._first(claim)]
            outlet = first.record.report.outlet
            key = self._identity(outlet) if outlet else first.id
            return Credit(claim, "own", key, outlet or _file_name(first), witness=shows_witness(claim))
        if link.kind == "outlet" and claim.claim.attribution.mode == "own":  # «دكار - أ.ف.ب: …»: the agency's own voice
            agency = link.name or link.text
            return Credit(claim, "own", self._identity(agency), agency, witness=shows_witness(claim))
        link = _known(link, claim.item.record)
        name = source_name(link, self._corpus.entities)
        if name is None:
            return Credit(claim, "unnamed", f"?{name_key(link.text)}", link.text, link)
        whole = name == (link.name or link.text)
        return Credit(claim, "named", (whole and link.entity) or self._identity(name), name, link)

    def origins(self, assertion: Assertion) -> Origins:
        """The independent origins of an assertion."""
        credited = self._inherited([self.credit(claim) for claim in self._placed(assertion.claims)])
        credited = _followed(credited, self._outlets(credited))
        groups = _one_origin(credited, self._corpus.entities)
        gathered = [[credited[index] for index in group] for group in groups.all()]
        counted, uncounted = _counted(gathered)
        return Origins(
            tuple(self._origin(group) for group in counted),
            tuple(uncounted),
            sum(any(credit.kind == "named" for credit in group) for group in counted),
        )

    def _placed(self, claims: Sequence[Proposition]) -> Iterator[Proposition]:
        """The claims; one whose report is in another story than most, or in none (a digest, a late note), is placed in
        theirs where it copies one of their reports, or told the claim within the days of a story."""
        stories = Counter(claim.story for claim in claims if claim.story is not None)
        most = max(stories, key=lambda story: stories[story], default=None)
        told = [claim for claim in claims if claim.story == most]
        for claim in claims:
            elsewhere = most is not None and claim.story != most and any(self._near(claim, one) for one in told)
            yield replace(claim, story=most) if elsewhere else claim

    def _near(self, claim: Proposition, other: Proposition) -> bool:
        here, there = claim.item, other.item
        if self._first(claim) == self._first(other):
            return True
        return here.day is not None and there.day is not None and abs(here.day - there.day) <= STORY_DAYS

    def _identity(self, name: str) -> str:
        """The entity of a name, where one goes by it, so that an outlet and a source of its name are one."""
        key = name_key(name)
        return self._entities.get(key, key)

    def _outlets(self, credited: Sequence[Credit]) -> Mapping[str, str]:
        """The outlets of an assertion's reports, each with the report that is first."""
        outlets: dict[str, str] = {}
        for credit in credited:
            outlet = credit.claim.item.record.report.outlet
            if outlet:
                outlets.setdefault(self._identity(outlet), credit.claim.item.id)
        return outlets

    def _inherited(self, credited: Sequence[Credit]) -> list[Credit]:
        """The credits, where a copy without a named source of its own has that of the report it reproduces."""
        firsts: dict[int, Credit] = {}
        inherited = []
        for credit in credited:
            first = firsts.setdefault(self._first(credit.claim), credit)
            copied = credit.kind != "named" and first.claim.item is not credit.claim.item
            inherited.append(replace(first, claim=credit.claim) if copied else credit)
        return inherited

    def _origin(self, group: Sequence[Credit]) -> Origin:
        return Origin(_best(group).name, self._corpus.ordered(credit.claim.item.id for credit in group))


def _has_words(item: Item, claim: Proposition) -> bool:
    """Whether a report has the very words of a claim: of a digest each part has another's."""
    return f" {' '.join(folded_words(claim.claim.evidence.text))} " in f" {' '.join(item.words)} "


def _known(link: Link, record: Record) -> Link:
    """A source that no word says to be a person or body, but that goes by a name which the report mentions."""
    if link.kind != "unnamed" or link.start is None or is_vague(link.text):
        return link
    named = (one for one in record.mentions if one.text == link.text and not one.pronominal)
    mention = next((one for one in named if one.kind in ("person", "organisation") and one.entity), None)
    if mention is None:
        return link
    kind: Literal["person", "organisation"] = "person" if mention.kind == "person" else "organisation"
    return replace(link, kind=kind, entity=mention.entity, name=mention.name, title=link.title or mention.role)


def _file_name(item: Item) -> str:
    """What a report without an outlet is told by: the name of its file, without the folders it lies in."""
    return item.record.report.source.replace("\\", "/").rsplit("/", 1)[-1]


def _best(group: Sequence[Credit]) -> Credit:
    """The credit an origin is called after: a person's before a body's, a name before none."""
    return min(group, key=lambda credit: (credit.kind != "named", not is_person(credit), credit.claim.index))


def _by_name(entities: Mapping[str, Entity]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entity in entities.values():
        if entity.kind in ("organisation", "group"):
            for name in (entity.name, *entity.names):
                found.setdefault(name_key(name), entity.id)
    return found


def _followed(credited: Sequence[Credit], outlets: Mapping[str, str]) -> list[Credit]:
    """Credits in which a source that is an outlet of the assertion is replaced by the origin its own report gives."""
    own: dict[str, Credit] = {}
    for credit in credited:
        own.setdefault(credit.claim.item.id, credit)
    followed = []
    for credit in credited:
        report = outlets.get(credit.key)
        deeper = own[report] if report is not None and credit.kind == "named" else None
        passes = deeper is not None and deeper.claim.item is not credit.claim.item
        followed.append(replace(deeper, claim=credit.claim) if deeper is not None and passes else credit)
    return followed


def _one_origin(credited: Sequence[Credit], entities: Mapping[str, Entity]) -> Groups:
    """Groups of credits that are one origin."""
    groups = Groups(len(credited))
    first: dict[tuple[str, str], int] = {}
    occasions = _occasions(credited)
    for index, credit in enumerate(credited):
        for key in _keys(credit, occasions[credit.claim.item.id]):
            groups.join(first.setdefault(key, index), index)
    for one, other in _compared_pairs(groups, credited):
        if speak_for_each_other(credited[one], credited[other], entities) or _one_passage(
            credited[one], credited[other]
        ):
            groups.join(one, other)
    return groups


def _occasions(credited: Sequence[Credit]) -> Mapping[str, int]:
    """The occasion on which each report tells the claim, by its id: another begins with the first report that comes
    longer after the last than a story lasts. Those without a day are of the first."""
    occasions: dict[str, int] = {}
    number, last = 0, None
    for item in sorted({credit.claim.item for credit in credited}, key=lambda item: (item.day or 0, item.position)):
        if item.day is not None:
            number += last is not None and item.day - last > LONGEST_STORY
            last = item.day
        occasions[item.id] = number
    return occasions


def _keys(credit: Credit, occasion: int) -> Iterator[tuple[str, str]]:
    yield credit.kind if credit.kind == "unnamed" else "known", credit.key
    if credit.kind != "named" and not credit.witness:
        yield "without a name in", f"{credit.claim.story or credit.claim.item.id}/{occasion}"


def _compared_pairs(groups: Groups, credited: Sequence[Credit]) -> Iterator[tuple[int, int]]:
    """Pairs of distinct origins: one credit for each and story stands for it, so that copies cost nothing."""
    standing: dict[tuple[str | None, int], int] = {}
    for index, credit in enumerate(credited):
        standing.setdefault((credit.claim.story, min(groups.of(index))), index)
    yield from combinations(list(standing.values())[:MOST_SOURCES], 2)


def _one_passage(one: Credit, other: Credit) -> bool:
    if "named" in (one.kind, other.kind) or one.claim.item is other.claim.item:
        return False
    words = one.claim.words, other.claim.words
    return min(map(len, words)) >= LEAST_PASSAGE and agreement(*words) >= SAME_PASSAGE


def _counted(groups: Sequence[Sequence[Credit]]) -> tuple[list[list[Credit]], list[Uncounted]]:
    """The groups that count as origins, and the sources that do not: beside a named origin of the same story, or beside
    another voice that names nobody either.

    The reports of what is not counted are taken for carriers of the origin it stands beside.
    """
    named = [list(group) for group in groups if any(credit.kind == "named" for credit in group)]
    counted = list(named)
    uncounted: list[Uncounted] = []
    for group in groups:
        if any(credit.kind == "named" for credit in group):
            continue
        seen = any(credit.witness for credit in group)
        beside = next((other for other in named if all(_beside(credit, other) for credit in group)), None)
        if beside is None or seen:
            counted.append(list(group))
            uncounted += _further_voices(group)
            continue
        uncounted += [_uncounted(credit, beside) for credit in group]
        beside += group
    return sorted(counted, key=lambda group: min(credit.claim.index for credit in group)), uncounted


def _further_voices(group: Sequence[Credit]) -> Iterator[Uncounted]:
    """The outlets and unnamed sources of one nameless origin beyond the one it is called after."""
    best = _best(group)
    told = {credit.key: credit for credit in reversed(group) if credit.key != best.key}
    for credit in sorted(told.values(), key=lambda one: one.claim.index):
        yield _uncounted(credit, group)


def _beside(credit: Credit, named: Sequence[Credit]) -> bool:
    return any(one_story(credit, other) for other in named)


def _uncounted(credit: Credit, group: Sequence[Credit]) -> Uncounted:
    best = _best(group)
    return Uncounted(credit.name, credit.claim.item.id, credit.kind, best.name, best.kind == "named")
