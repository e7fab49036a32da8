"""Same claim: claims of one proposition across reports, aligned into assertions.

Two claims are one where type, roles, figures and times agree as far as both say them, or where their evidence is one
passage of one shared quote or of a text that both reports reproduce. Claims of one report come together where they tell
one proposition.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product

from kashf.comparison.corpus import Corpus
from kashf.comparison.figures import is_telling
from kashf.comparison.grouping import Groups, blocked, neighbours
from kashf.comparison.likeness import Likeness, compared
from kashf.comparison.propositions import Filler, Proposition
from kashf.comparison.words import folded_words
from kashf.domain import anonymous_words
from kashf.records import Entity

__all__ = ["ASSERTION_DAYS", "Assertion", "Opposed", "align", "claim_keys"]

ALIKE_IN_STORY = 0.5
ALIKE = 0.6
ALIKE_BY_COUNT = 0.3
ALIKE_KIN = 0.75
ALIKE_DESPITE_FIGURES = 0.75
"""Least score of two claims of one proposition: of two reports of one story; otherwise; in one story with one telling
figure, where words that fill roles are often read of what stands beside; of kin types; of claims whose
figures cannot both hold, which are one only where everything else says so. Set by hand on a labelled pair of write-ups
of one announcement."""
LEAST_SUPPORT = 2.0
SUPPORT_DESPITE_FIGURES = 3.0
"""So much must agree: an actor and an object, or an amount; with conflicting figures more."""
SUPPORT_UNDATED = 3.0
"""Of two reports of no one story, one of which has no date: years may lie between them, and "the group sold oil" is
said every year. Set on the development reports, where what came together for less was of different years."""
SUPPORT_OF_SLIP = 0.75
"""Digits that changed places (64 and 46) are one figure mistyped: where the goods agree, little else need be told."""
SAME_EVENT = 0.5
SAME_PASSAGE = 0.5
"""Agreement of the evidence's words that makes two claims of kin types one event, and within one shared quote two
claims of one type one."""
ASSERTION_DAYS = 30
"""Outside a story, claims are of one proposition within a month of each other: what a group holds or earns changes."""
MOST_COMPARED = 12
"""A claim is compared with so many others at most that share one key with it and follow it."""
TELLING_ROLES = frozenset({"object", "counterparty", "origin", "destination", "channel", "purpose", "charge"})
MONEY = frozenset({"money", "dollar"})
"""Concepts of what is money, whatever the sum."""
SAME_TEXT = Likeness(score=1.0, support=9.0, words=1.0, told=("wording",))
"""Of two claims in one text that two reports reproduce."""
MOST_CHECKED = 8
"""Before two groups are joined, so many members of each are checked against each other."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One proposition and the claims that make it, in order of publication."""

    claims: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two claims of one proposition, one of which denies what the other affirms."""

    affirmed: Proposition
    denied: Proposition


def align(corpus: Corpus, claims: Sequence[Proposition]) -> tuple[tuple[Assertion, ...], tuple[Opposed, ...]]:
    """Every claim in its assertion, and the pairs in which a denial meets an assertion."""
    aligned: dict[tuple[int, int], Likeness] = {}
    opposed: list[Opposed] = []
    for one, other in _candidates(claims):
        pair = claims[one], claims[other]
        likeness = _likeness(*pair, corpus.entities)
        if _denied_altogether(*pair, likeness) or _own_denial(*pair, likeness):
            opposed.append(_opposed(*pair))
        elif _one_proposition(claims[one], claims[other], likeness):
            if claims[one].claim.polarity == claims[other].claim.polarity:
                aligned[one, other] = likeness
            elif _one_matter(claims[one], claims[other]):
                opposed.append(_opposed(claims[one], claims[other]))
    opposed += _denied_in_one_report(
        claims, corpus.entities, {(each.affirmed.index, each.denied.index) for each in opposed}
    )
    groups = _grouped(claims, aligned, corpus.entities)
    return tuple(Assertion(tuple(claims[index] for index in group)) for group in groups.all()), tuple(opposed)


def _likeness(one: Proposition, other: Proposition, entities: Mapping[str, Entity]) -> Likeness:
    """How alike two claims are. What reads the same in one text is the same, whatever was made of its names."""
    return SAME_TEXT if _one_text(one, other) else compared(one, other, entities)


def _one_text(one: Proposition, other: Proposition) -> bool:
    """Whether two reports have one claim in the very words of one text."""
    return (
        one.passage is not None
        and one.passage == other.passage
        and one.item is not other.item
        and one.words == other.words
        and _qualified(one) == _qualified(other)
    )


def _qualified(claim: Proposition) -> tuple[str, str, str]:
    return claim.claim.type, claim.claim.polarity, claim.claim.modality


def _denied_altogether(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """Whether a report tells of a sum and of a denial that anything of the kind was done: "paid no ransom"."""
    if one.item is not other.item or one.claim.type != other.claim.type or likeness.contradiction:
        return False
    affirmed, denied = sorted((one, other), key=lambda claim: claim.claim.polarity)
    if (affirmed.claim.polarity, denied.claim.polarity) != ("affirmed", "denied"):
        return False
    return bool(affirmed.figures) and not denied.figures and denied.fillers.keys() <= {"actor"}


def _own_denial(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """Whether a known party denies what in the same story it is said, or accused, to have done: "denies laundering
    money", after the sum. What it denies less closely than it is told is denied too; another good is another act."""
    if one.claim.polarity == other.claim.polarity or one.claim.type != other.claim.type:
        return False
    if one.item is not other.item and not _one_story(one, other):
        return False
    denied = max((one, other), key=lambda claim: claim.claim.polarity == "denied")
    denial = denied.claim.attribution.origin
    if likeness.contradiction or likeness.conflicting or denial is None or denial.kind == "outlet":
        return False
    told = one.fillers.keys() & other.fillers.keys() & TELLING_ROLES
    return _one_party(one, other) and all(
        _is_anything(denied.fillers[role]) or _may_be_one(one.fillers[role], other.fillers[role]) for role in told
    )


def _one_party(one: Proposition, other: Proposition) -> bool:
    """Whether two claims are of one party's acts: a known one, or one that goes by the same words."""
    if not one.entities.get("actor", frozenset()).isdisjoint(other.entities.get("actor", frozenset())):
        return True
    here, there = (
        {filler.meaning for filler in claim.fillers.get("actor", ()) if filler.entity is None and filler.meaning}
        for claim in (one, other)
    )
    return not here.isdisjoint(there)


def _denied_in_one_report(
    claims: Sequence[Proposition], entities: Mapping[str, Entity], known: AbstractSet[tuple[int, int]]
) -> Iterator[Opposed]:
    """What a party denies that the same report tells of it, whatever else the two share; but for those known."""
    affirmed: dict[tuple[str, str], list[Proposition]] = {}
    for claim in claims:
        if claim.claim.polarity != "denied":
            affirmed.setdefault((claim.item.id, claim.claim.type), []).append(claim)
    for denial in claims:
        for claim in affirmed.get((denial.item.id, denial.claim.type), ()) if denial.claim.polarity == "denied" else ():
            if (claim.index, denial.index) not in known and _own_denial(
                claim, denial, _likeness(claim, denial, entities)
            ):
                yield Opposed(claim, denial)


def _is_anything(fillers: Sequence[Filler]) -> bool:
    """Whether a denial is of whatever there may be: "never sent money to any group"."""
    anything = anonymous_words("anything")
    return any(not anything.isdisjoint(folded_words(filler.name)) for filler in fillers)


def _may_be_one(here: Sequence[Filler], there: Sequence[Filler]) -> bool:
    """Whether two fillers share a known party or a word, are written in two scripts, or are both money."""
    return any(
        (one.entity is not None and one.entity == other.entity)
        or not one.meaning.isdisjoint(other.meaning)
        or one.script != other.script
        or (_is_money(one) and _is_money(other))
        for one in here
        for other in there
    )


def _is_money(filler: Filler) -> bool:
    return not filler.meaning.isdisjoint(MONEY) or any(character.isdigit() for character in filler.name)


def _one_matter(one: Proposition, other: Proposition) -> bool:
    """Whether a denial can be of this: in one report or story, or about one known party."""
    if one.item is other.item or _one_story(one, other):
        return True
    return any(not known.isdisjoint(other.entities.get(role, frozenset())) for role, known in one.entities.items())


def _opposed(one: Proposition, other: Proposition) -> Opposed:
    return Opposed(one, other) if other.claim.polarity == "denied" else Opposed(other, one)


def _candidates(claims: Sequence[Proposition]) -> Iterator[tuple[int, int]]:
    return neighbours(
        blocked(map(claim_keys, claims)), MOST_COMPARED, lambda one, other: _near(claims[one], claims[other])
    )


def claim_keys(proposition: Proposition) -> Iterator[Hashable]:
    """What two claims of one proposition are expected to share: an utterance; a figure; with the type a story, what
    fills a telling role, or who and where together; of kin types, what fills a telling role in one story."""
    type_, story = proposition.claim.type, proposition.story
    if proposition.utterance:
        yield proposition.utterance
    if proposition.passage:
        yield type_, "in one text", proposition.passage
    if story:
        yield type_, story
    for role, fillers in proposition.fillers.items():
        if role in TELLING_ROLES:
            for known in _known(fillers):
                yield type_, role, known
                yield story or proposition.item.id, role, known
    for actor in _known(proposition.fillers.get("actor", ())):
        yield from ((type_, actor, place) for place in _known(proposition.fillers.get("place", ())))
    for role, figures in proposition.figures.items():
        yield from ((role, figure.value, figure.unit) for figure in figures if figure.value is not None)


def _known(fillers: Sequence[Filler]) -> Iterator[str]:
    """What fillers are compared by: entities where they are known, else meanings."""
    for filler in fillers:
        yield from (filler.entity,) if filler.entity else filler.meaning


def _near(one: Proposition, other: Proposition) -> bool:
    if one.story is not None and one.story == other.story:
        return True
    days = one.item.day, other.item.day
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= ASSERTION_DAYS


def _one_proposition(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    if likeness.contradiction is not None:
        return False
    if one.item is other.item and (likeness.conflicting or one.claim.type != other.claim.type):
        return False
    if one.utterance and one.utterance == other.utterance and one.item is not other.item:
        return likeness.words >= SAME_PASSAGE and one.claim.type == other.claim.type
    least, support = _asked(one, other, likeness)
    return likeness.telling and likeness.score >= least and likeness.support >= support


def _asked(one: Proposition, other: Proposition, likeness: Likeness) -> tuple[float, float]:
    """How high a score, and how much support, two claims need to be one."""
    if likeness.conflicting and likeness.slip and _one_story(one, other) and one.claim.type == other.claim.type:
        return ALIKE_IN_STORY, SUPPORT_OF_SLIP
    if likeness.conflicting:
        return (ALIKE_DESPITE_FIGURES, SUPPORT_DESPITE_FIGURES) if _one_story(one, other) else (1.0, float("inf"))
    if one.claim.type != other.claim.type:
        return (ALIKE_KIN, LEAST_SUPPORT) if _one_event(likeness) else (1.0, float("inf"))
    if _one_story(one, other) and one.item is not other.item and _one_count(one, other):
        return ALIKE_BY_COUNT, LEAST_SUPPORT
    if _one_story(one, other):
        return (ALIKE_IN_STORY if one.item is not other.item else ALIKE), LEAST_SUPPORT
    if one.item is not other.item and _by_small_count(one, other, likeness):
        return 1.0, float("inf")
    undated = None in (one.item.day, other.item.day) and one.item is not other.item
    return ALIKE, SUPPORT_UNDATED if undated else LEAST_SUPPORT


def _one_count(one: Proposition, other: Proposition) -> bool:
    """Whether two claims give one exact number of one thing, too large to be met twice in a story by chance."""
    return any(
        here.value is not None and (here.value, here.unit) == (there.value, there.unit) and is_telling(here)
        for role, figures in one.figures.items()
        for here in figures
        for there in other.figures.get(role, ())
    )


def _by_small_count(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """Whether nothing but who acts and how many there are of what agrees, and these are few: two men are charged, and
    three firms listed, every week."""
    if not {role for role in likeness.told if role != "actor"} <= likeness.figures.keys():
        return False
    counted = (*one.figures.items(), *other.figures.items())
    return not any(is_telling(figure) for role, figures in counted if role in likeness.figures for figure in figures)


def _one_event(likeness: Likeness) -> bool:
    """Whether two claims of kin types share their wording or a figure: who and what alone is not one event."""
    return likeness.words >= SAME_EVENT or likeness.agreed_figure


def _one_story(one: Proposition, other: Proposition) -> bool:
    return one.story is not None and one.story == other.story


def _grouped(
    claims: Sequence[Proposition], aligned: Mapping[tuple[int, int], Likeness], entities: Mapping[str, Entity]
) -> Groups:
    """Groups of aligned claims, the surest pairs first; no group holds two claims that contradict each other."""
    groups = Groups(len(claims))
    for (one, other), _ in sorted(aligned.items(), key=lambda pair: (-pair[1].score, -pair[1].support, pair[0])):
        if groups.together(one, other):
            continue
        members = groups.of(one)[:MOST_CHECKED], groups.of(other)[:MOST_CHECKED]
        checked = ((min(pair), max(pair)) for pair in product(*members))
        if all(pair in aligned or _agree(claims[pair[0]], claims[pair[1]], entities) for pair in checked):
            groups.join(one, other)
    return groups


def _agree(one: Proposition, other: Proposition, entities: Mapping[str, Entity]) -> bool:
    """Whether two claims may be of one proposition with a third."""
    likeness = _likeness(one, other, entities)
    return likeness.contradiction is None and not (likeness.conflicting and one.item is other.item)
