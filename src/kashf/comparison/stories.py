"""Stories: reports of one occasion, across outlets and languages.

Reports are alike by their words within a language and by entities, numbers and names across languages; a copy or a
shared quote makes them surely alike. Reports of one story lie within a few days of each other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kashf.comparison.beginnings import story_beginning
from kashf.comparison.copies import Copy
from kashf.comparison.corpus import LONG_QUOTE, Corpus
from kashf.comparison.features import (
    TELLING_VALUE,
    Features,
    Frequencies,
    cosine,
    features,
    particular,
    particulars_shared,
)
from kashf.comparison.grouping import Groups, blocked, neighbours
from kashf.comparison.quotes import SharedQuote
from kashf.domain import kind_of_sum
from kashf.records import Record

__all__ = [
    "FOLLOWED_UP_DAYS",
    "LATER_DAYS",
    "LEAST_TELLING",
    "SAME_PERSONS",
    "STORY_DAYS",
    "Story",
    "find_stories",
    "matters",
    "persons",
    "story_of",
    "telling",
]

STORY_DAYS = 7
"""Reports of one occasion lie so many days apart at most: in the labelled stories of the development reports that have
a single occasion, three."""
CLOSE_DAYS = 3
LIKE_CLOSE = 0.16
LIKE_APART = 0.24
"""Least likeness of two reports of one story: within three days of each other, and further apart or undated. Set on the
development reports and on eight events of one week written for the purpose: different stories of one week reach 0.14,
undated ones 0.20; one story is at 0.18 and above to its nearest report."""
LIKE_ACROSS = 0.25
"""Least likeness by what two languages write alike. One story is at 0.31 and above to its nearest report, different
ones reach 0.21."""
SHARED_PARTICULARS = 0.2
ONE_PARTICULAR = 0.04
SEVERAL_PARTICULARS = 0.08
"""Reports that share a fifth of the names and amounts which tell one event from the next are so much more alike than
their words are, with one such mark or with several. In one story they share 0.2 and more, in two stories of one week
0 nearly always."""
MOST_APART = 4
"""Reports of one week that have such names and amounts, and none in common, are but half as alike as their words are
where one has two of them, a third where it has three, a quarter where it has more: two rounds of sanctions are told in
the same formulas."""
SURE = 1.0
LONGEST_STORY = 10
"""A story spans so many days at most, however its reports are linked, unless its matter is taken up again."""
LATER_DAYS = 400
SAME_FIGURES = 2
"""A matter is taken up again within about a year (a trial after a seizure) where two reports share a person by name and
so many telling figures: their value and unit."""
FOLLOWED_UP_DAYS = 31
FOLLOWED_UP_SHARE = 0.15
SAME_PERSONS = 2
SAME_MATTER = 3
SAME_MATTER_SHARE = 0.25
"""Within a month a story goes on in reports as alike as undated ones must be that share two persons by name, neither of
whom is there to comment only, and with them such a part of their particulars; or one person and more of them: three, by
weight a quarter."""
ONE_MORE_SHARE = 0.3
LIKE_ONE_MORE = 0.33
"""Or one person and one particular more that weigh so much, in reports so much alike. Of 39 such pairs in five files of
invented reports 29 were of one story or a digest of it, at 0.33 and above where three tenths are shared; the others
reach 0.28."""
TELLING = 16
"""A report's strongest features, of words and of marks each, by which it finds the reports it is compared with."""
LEAST_TELLING = 2
"""Reports that share one of these alone are not compared: those of one story share two and more, but for parts of a
digest, which are copies."""
MOST_COMPARED = 24
LINKED_SHARE = 0.2
ENOUGH_LINKS = 3
"""Two groups become one story where a fifth of their pairs are alike, or three: one digest does not tie two stories."""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one occasion: positions in the corpus, in order."""

    id: str
    positions: tuple[int, ...]


def find_stories(
    corpus: Corpus, copies: Sequence[Copy], quotes: Sequence[SharedQuote], frequencies: Frequencies | None = None
) -> tuple[Story, ...]:
    """Every story that two reports or more tell. Its id is made of its earliest report. `frequencies` are those of the
    collection that the corpus is a part of."""
    weighted = features(corpus.items, frequencies)
    links = dict(_alike(corpus, weighted))
    for copy in copies:
        pair = copy.first, copy.second
        if _within(corpus, *pair) and (copy.near or _of_one_matter(weighted[copy.first], weighted[copy.second])):
            links[pair] = SURE if copy.near else max(copy.containment, links.get(pair, 0.0))
    links.update((pair, SURE) for pair in _quoting(corpus, quotes))
    groups = _grouped(corpus, links, (*_taken_up_again(corpus), *_followed_up(corpus, weighted)))
    return tuple(Story(story_beginning(corpus.items[group[0]].id), tuple(group)) for group in groups if len(group) > 1)


def _alike(corpus: Corpus, weighted: Sequence[Features]) -> Iterator[tuple[tuple[int, int], float]]:
    blocks = blocked(map(telling, weighted))
    near = _near(corpus)
    for one, other in neighbours(blocks, MOST_COMPARED, near, LEAST_TELLING):
        likeness = _likeness(weighted[one], weighted[other], dated=_days_apart(corpus, one, other) is not None)
        if likeness >= _least(corpus, weighted, one, other):
            yield (one, other), likeness


def telling(item: Features) -> list[str]:
    """A report's strongest features, by which it finds the reports it is compared with."""
    return [*_strongest(item.words), *_strongest(item.marks)]


def _strongest(weights: Mapping[str, float]) -> list[str]:
    least = min(sorted(weights.values(), reverse=True)[:TELLING], default=0.0)
    heavy = [(-weight, feature) for feature, weight in weights.items() if weight >= least]
    return [feature for _, feature in sorted(heavy)[:TELLING]]


def _likeness(one: Features, other: Features, *, dated: bool) -> float:
    """How alike two reports are, by their words and by what tells one event from the next."""
    alike = cosine(one.words, other.words) if one.language == other.language else cosine(one.marks, other.marks)
    particulars = particulars_shared(one, other)
    if particulars is None:
        return alike
    share, count = particulars
    if share >= SHARED_PARTICULARS:
        return min(1.0, alike + (SEVERAL_PARTICULARS if count > 1 else ONE_PARTICULAR))
    fewer = min(len(one.particulars), len(other.particulars), MOST_APART)
    return alike if count or not dated else alike / fewer


def _least(corpus: Corpus, weighted: Sequence[Features], one: int, other: int) -> float:
    if weighted[one].language != weighted[other].language:
        return LIKE_ACROSS
    apart = _days_apart(corpus, one, other)
    return LIKE_CLOSE if apart is not None and apart <= CLOSE_DAYS else LIKE_APART


def _days_apart(corpus: Corpus, one: int, other: int) -> int | None:
    days = corpus.items[one].day, corpus.items[other].day
    return None if days[0] is None or days[1] is None else abs(days[0] - days[1])


def _of_one_matter(one: Features, other: Features) -> bool:
    """Whether a report that has a part of another's text tells of its matter too: what an agency says at the end of
    every report of its kind is a text in common, and no occasion."""
    shared = particulars_shared(one, other)
    return shared is None or shared[0] >= SHARED_PARTICULARS


def _near(corpus: Corpus) -> Callable[[int, int], bool]:
    """`_within` over one corpus, which is asked of a hundred pairs for each report."""
    days = [item.day for item in corpus.items]

    def near(one: int, other: int) -> bool:
        here, there = days[one], days[other]
        return here is None or there is None or -STORY_DAYS <= here - there <= STORY_DAYS

    return near


def _within(corpus: Corpus, one: int, other: int) -> bool:
    """Whether two reports may be of one occasion by their dates; an unknown date forbids nothing."""
    apart = _days_apart(corpus, one, other)
    return apart is None or apart <= STORY_DAYS


def _quoting(corpus: Corpus, quotes: Sequence[SharedQuote]) -> Iterator[tuple[int, int]]:
    """Reports that carry one utterance: each with the next, which is enough to hold the group together."""
    for quote in quotes:
        if min(len(utterance.stems) for utterance in quote.utterances) >= LONG_QUOTE:
            carriers = sorted({utterance.item.position for utterance in quote.utterances})
            yield from (pair for pair in pairwise(carriers) if _within(corpus, *pair))


def _taken_up_again(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Pairs of reports too far apart for one occasion, but about one person and the same figures."""
    told = [frozenset(matters(item.record)) for item in corpus.items]
    for one, other in neighbours(blocked(told), MOST_COMPARED, least=SAME_FIGURES):
        days = corpus.items[one].day, corpus.items[other].day
        if days[0] is None or days[1] is None or not STORY_DAYS < abs(days[0] - days[1]) <= LATER_DAYS:
            continue
        common = told[one] & told[other]
        if any(sum(person == shared for shared, *_ in common) >= SAME_FIGURES for person, *_ in common):
            yield one, other


def _followed_up(corpus: Corpus, weighted: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of reports within a month about the same persons, alike in their words and in what they tell besides."""
    named = [_persons_told(item.record) for item in corpus.items]
    days = [item.day for item in corpus.items]

    def later(one: int, other: int) -> bool:
        here, there = days[one], days[other]
        return here is not None and there is not None and STORY_DAYS < abs(here - there) <= FOLLOWED_UP_DAYS

    blocks = blocked(own.particulars for own in weighted)
    for one, other in neighbours(blocks, MOST_COMPARED, later, SAME_PERSONS):
        common = named[one] & named[other] & weighted[one].particulars.keys()
        shared = particulars_shared(weighted[one], weighted[other])
        if shared is not None and common:
            likeness = _likeness(weighted[one], weighted[other], dated=True)
            if likeness >= LIKE_APART and _goes_on(len(common), *shared, likeness):
                yield one, other


def _goes_on(persons: int, share: float, particulars: int, likeness: float) -> bool:
    """Whether so many persons and particulars in common, and such a share of these, in reports that are so much alike,
    take a story up within a month. There is one person at least."""
    if persons >= SAME_PERSONS:
        return share >= FOLLOWED_UP_SHARE
    if particulars >= SAME_MATTER:
        return share >= SAME_MATTER_SHARE
    return particulars >= SAME_PERSONS and share >= ONE_MORE_SHARE and likeness >= LIKE_ONE_MORE


def _persons_told(record: Record) -> frozenset[str]:
    """The particulars of a report that are persons."""
    return frozenset(particular(mention) for mention in record.mentions if mention.kind == "person" and mention.entity)


def persons(record: Record) -> frozenset[str]:
    """The persons that a report names."""
    mentions = (mention for mention in record.mentions if mention.kind == "person" and not mention.pronominal)
    return frozenset(mention.entity for mention in mentions if mention.entity is not None)


def matters(record: Record) -> Iterator[tuple[str, float, str]]:
    """Each named person of a report with each of its telling figures: by two of these a matter is known again."""
    figures = {
        (figure.value, figure.unit)
        for figure in record.figures
        if figure.value is not None and figure.value >= TELLING_VALUE and kind_of_sum(figure.unit)
    }
    for person in persons(record):
        yield from ((person, value, unit) for value, unit in figures if unit is not None)


def _grouped(
    corpus: Corpus, links: Mapping[tuple[int, int], float], later: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """The groups of linked reports: strongest links first, no group longer than a story, none tied by a chance link;
    in the end the groups whose matter is taken up again."""
    groups = Groups(len(corpus.items))
    linked: dict[int, set[int]] = defaultdict(set)
    for one, other in links:
        linked[one].add(other)
        linked[other].add(one)
    for (one, other), likeness in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        if groups.together(one, other):
            continue
        here, there = groups.of(one), groups.of(other)
        if _span(corpus, (*here, *there)) <= LONGEST_STORY and (likeness >= SURE or _tied(here, there, linked)):
            groups.join(one, other)
    for one, other in later:
        groups.join(one, other)
    return groups.all()


def _span(corpus: Corpus, positions: Iterable[int]) -> int:
    days = [day for position in positions if (day := corpus.items[position].day) is not None]
    return max(days) - min(days) if days else 0


def _tied(here: Sequence[int], there: Sequence[int], linked: Mapping[int, set[int]]) -> bool:
    """Whether two groups have links enough, and not all of them by one report: a digest has a part of two stories."""
    fewer, more = sorted((here, there), key=len)
    needed = min(ENOUGH_LINKS, math.ceil(LINKED_SHARE * len(fewer) * len(more)))
    others = set(more)
    links = [(member, other) for member in fewer for other in linked[member] & others]
    several = len(fewer) == 1 or min(len({one for one, _ in links}), len({other for _, other in links})) > 1
    return len(links) >= needed and several


def story_of(stories: Sequence[Story]) -> Mapping[int, str]:
    """The story of each position that is in one."""
    return {position: story.id for story in stories for position in story.positions}
