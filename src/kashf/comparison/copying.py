"""Who copied whom: the likely order of copying among the reports of a story that have one text.

A copy of a copy has its model's edits as well as those of its own, as scribes hand on each other's errors (the method
of textual criticism: Lachmann's common errors; Maas, "Textkritik", 1927). For each report but the first its likeliest
model is looked for among those that it shares text with and that are not later:

1. whose outlet the report itself credits or names;
2. else the one that holds most of its runs of words: to cut is easy, what is added must come from somewhere;
3. among those that hold about as much, the one with which it shares most changes that the first report does not have;
4. then the earliest.

What cannot be told is said: which of two reports of one day was first, and which of several models it was where they
hold as much. Whether both have it from a wire that was not read, no comparison can know; the agency that both credit is
named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kashf.comparison.copies import SHINGLE_WORDS, Copy, runs
from kashf.comparison.corpus import Item
from kashf.comparison.words import folded_words
from kashf.domain import name_key

__all__ = ["Model", "likely_models"]

AS_MUCH = 0.04
"""Models whose shares differ by less than this part of the larger hold as much of a copy."""


@dataclass(frozen=True, slots=True)
class Model:
    """The likeliest model of a copy.

    `share` of the copy's runs of words stand in it, 0 to 1; `changes` are stretches that the two have in common and
    the first report of the text does not, each by its words; `credited` says that the copy names the model's outlet,
    `agency` whom both credit; `as_likely` are reports that may as well be the model, and `ordered` says that the days
    tell which of the two was first.
    """

    copy: Item
    model: Item
    share: float
    changes: tuple[str, ...] = ()
    credited: bool = False
    agency: str | None = None
    as_likely: tuple[Item, ...] = ()
    ordered: bool = True


def likely_models(items: Sequence[Item], copies: Sequence[Copy]) -> Iterator[Model]:
    """The likeliest model of each report that shares text with an earlier one, in order of publication."""
    linked: dict[int, set[int]] = defaultdict(set)
    for copy in copies:
        linked[copy.first].add(copy.second)
        linked[copy.second].add(copy.first)
    told = {item.position: _Text.of(item) for item in items if linked[item.position]}
    firsts: dict[int, int] = {}
    for position in sorted(told):
        known = [other for other in sorted(linked[position]) if other < position and other in told]
        firsts[position] = min((firsts[other] for other in known), default=position)
        if known:
            yield _likeliest(told[position], [told[other] for other in known], told[firsts[position]])


@dataclass(frozen=True, slots=True)
class _Text:
    """A report with its runs of words in order, and whom it credits beside its own outlet."""

    item: Item
    runs: tuple[int, ...]
    known: frozenset[int]
    credits: Mapping[str, str]

    @classmethod
    def of(cls, item: Item) -> _Text:
        """The text of a report."""
        own = tuple(runs(item.words).tolist())
        return cls(item, own, frozenset(own), _credited(item))

    def share_in(self, other: _Text) -> float:
        """What share of this report's runs stand in the other."""
        return sum(map(other.known.__contains__, self.runs)) / len(self.runs) if self.runs else 0.0


def _credited(item: Item) -> Mapping[str, str]:
    """Other outlets and agencies that the report's claims are credited to, by their compared names."""
    links = (link for claim in item.record.claims for link in claim.attribution.chain[1:] if link.kind == "outlet")
    named = {name_key(link.name or link.text): link.name or link.text for link in links}
    named.pop(name_key(item.record.report.outlet or ""), None)
    return named


def _likeliest(copy: _Text, known: Sequence[_Text], first: _Text) -> Model:
    shares = {model.item.position: copy.share_in(model) for model in known}
    credited = [model for model in known if _is_credited(copy, model.item.record.report.outlet)]
    most = max(shares.values())
    nearest = credited or [model for model in known if shares[model.item.position] >= most * (1 - AS_MUCH)]
    changes = {model.item.position: _common_changes(copy, model, first) for model in nearest}
    several = max(len(changes[model.item.position]) for model in nearest)
    likely = [model for model in nearest if len(changes[model.item.position]) == several]
    model, *others = sorted(likely, key=lambda one: one.item.position)
    agencies = [copy.credits[key] for key in copy.credits if key in model.credits]
    return Model(
        copy=copy.item,
        model=model.item,
        share=shares[model.item.position],
        changes=changes[model.item.position],
        credited=bool(credited),
        agency=next(iter(agencies), None),
        as_likely=tuple(other.item for other in others),
        ordered=bool(credited) or _is_ordered(model.item, copy.item),
    )


def _is_credited(copy: _Text, outlet: str | None) -> bool:
    """Whether a copy credits a claim to an outlet, or has its name, if that is more than a word, in its text."""
    if outlet is None or name_key(outlet) == name_key(copy.item.record.report.outlet or ""):
        return False
    named = folded_words(outlet)
    told = len(named) > 1 and f" {' '.join(named)} " in f" {' '.join(copy.item.words)} "
    return told or name_key(outlet) in copy.credits


def _is_ordered(one: Item, other: Item) -> bool:
    return one.day is not None and other.day is not None and one.day < other.day


def _common_changes(copy: _Text, model: _Text, first: _Text) -> tuple[str, ...]:
    """The stretches of a copy that stand in its model and not in the first report, by their words."""
    if model is first or copy is first:
        return ()
    shared = [run in model.known and run not in first.known for run in copy.runs]
    return tuple(" ".join(copy.item.words[start : end + SHINGLE_WORDS - 1]) for start, end in _stretches(shared))


def _stretches(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where runs of true values begin and end."""
    place = 0
    for is_marked, several in groupby(marked):
        start, place = place, place + sum(1 for _ in several)
        if is_marked:
            yield start, place
