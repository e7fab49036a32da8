"""Dates against each other: the weekday against the date, "yesterday" against the report's day, an end before its
beginning, what is told as done against the day of telling, and acts of one story that can only follow one another.

A report that says "yesterday, Wednesday" and appeared on a Wednesday contradicts itself; a reader should know before
the date is used. Only days that are told as such are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from kashf.comparison.corpus import Corpus, Item
from kashf.comparison.likeness import days_told
from kashf.comparison.propositions import Proposition
from kashf.domain import days_off, weekdays_named
from kashf.records import Finding, Moment, content_id
from kashf.records.findings import Verdict

__all__ = ["date_checks", "order_checks"]

FOLLOWING: Mapping[str, str] = {"kidnap": "release", "arrest": "release", "travel": "return", "charge": "release"}
"""An act and one that can only come after it, where both are of one person and one occasion."""
AFFECTED = {"travel": "actor", "return": "actor"}
"""The role of whom an act concerns; of others it is the object."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = 2
"""Between "yesterday" and its weekday stand a comma and a space at most."""
LONGEST_DAY = 3
"""Times of more days than this are no dates."""
DONE = frozenset({"asserted", "ended"})
LATE = timedelta(days=1)
"""A report may carry the date of the day before it was read: across time zones a day is no contradiction."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of one report that contradicts something: the sort of check, the words it is about, and the days."""

    sort: str
    moment: Moment
    working: str
    days: tuple[date, ...]
    members: tuple[str, ...] = ()


def date_checks(item: Item, claims: Sequence[Proposition]) -> Iterator[Finding]:
    """A check for each date of a report that contradicts another, or itself; that a date agrees is no news."""
    told = {id(claim.time): claim for claim in reversed(claims) if claim.time is not None}
    for moment in item.record.times:
        for found in (*_weekday(item, moment), *_reversed(moment)):
            claim = told.get(id(moment))
            yield _finding(item, found, (claim.claim.id,) if claim is not None else ())
    for claim in claims:
        yield from (_finding(item, found, found.members) for found in _told_too_early(item, claim))


def _weekday(item: Item, moment: Moment) -> Iterator[_Dated]:
    """A weekday against the date beside it, or against the day that "yesterday" is."""
    text = _with_weekday(item, moment)
    named, off, published = weekdays_named(text), days_off(text), item.record.report.published
    if len(named) != 1:
        return
    told, weekday = replace(moment, text=text, end=moment.start + len(text)), next(iter(named))
    if moment.kind == "day" and moment.first is not None and any(character.isdigit() for character in text):
        yield from _held_against("weekday", told, weekday, moment.first)
    elif off is not None and published is not None:
        yield from _held_against("report_day", told, weekday, published + timedelta(days=off))


def _with_weekday(item: Item, moment: Moment) -> str:
    """The words of a time, and of a weekday that follows at once: one that does not fit was read for itself."""
    behind = (one for one in item.record.times if one.kind == "weekday" and 0 < one.start - moment.end <= NEAR)
    last = next(behind, None)
    between = item.record.text[moment.end : last.start] if last is not None else ""
    return item.record.text[moment.start : last.end] if last is not None and not between.strip(" ,،") else moment.text


def _held_against(sort: str, moment: Moment, weekday: int, day: date) -> Iterator[_Dated]:
    if day.weekday() != weekday:
        told = f"“{moment.text}”: {day} is a {WEEKDAYS[day.weekday()]}: inconsistent"
        yield _Dated(sort, moment, told, (day,))


def _reversed(moment: Moment) -> Iterator[_Dated]:
    if moment.first is not None and moment.last is not None and moment.last < moment.first:
        told = f"“{moment.text}”: {moment.last} is before {moment.first}: inconsistent"
        yield _Dated("span", moment, told, (moment.first, moment.last))


def _told_too_early(item: Item, claim: Proposition) -> Iterator[_Dated]:
    """What a report tells as done on a day after it appeared."""
    published, days = item.record.report.published, days_told(claim)
    if published is None or days is None or claim.time is None or claim.claim.modality not in DONE:
        return
    if claim.claim.polarity == "affirmed" and _is_date(days) and days[0] > published + LATE:
        working = f"told as done on {days[0]} in a report of {published}: inconsistent"
        yield _Dated("publication", claim.time, working, (days[0], published), (claim.claim.id,))


def _is_date(days: tuple[date, date]) -> bool:
    return (days[1] - days[0]).days < LONGEST_DAY


def _finding(item: Item, found: _Dated, members: tuple[str, ...]) -> Finding:
    return Finding(
        kind="check",
        id=content_id("f", "check", "dates", found.sort, item.id, found.moment.start, *members[:1]),
        reports=(item.id,),
        members=members,
        verdict="inconsistent",
        working=found.working,
        fields={
            "check": "dates",
            "what": found.sort,
            "text": found.moment.text,
            "days": [day.isoformat() for day in found.days],
            "times": [{"report": item.id, "start": found.moment.start, "end": found.moment.end}],
        },
    )


def order_checks(corpus: Corpus, claims: Sequence[Proposition]) -> Iterator[Finding]:
    """A check for two dated acts of one story that concern one known party, of which one can only follow the other."""
    by_party: dict[tuple[str, str], list[Proposition]] = {}
    for claim in claims:
        days = days_told(claim)
        if claim.story is not None and days is not None and _is_date(days) and _is_told_as_done(claim):
            for party in sorted(claim.entities.get(AFFECTED.get(claim.claim.type, "object"), ())):
                by_party.setdefault((claim.story, party), []).append(claim)
    for (_, party), told in sorted(by_party.items()):
        seen: set[tuple[str, date, date]] = set()
        for one, other in combinations(told, 2):
            for before, after in ((one, other), (other, one)):
                if FOLLOWING.get(before.claim.type) == after.claim.type:
                    yield from _order(corpus, party, before, after, seen)


def _is_told_as_done(claim: Proposition) -> bool:
    return claim.claim.polarity == "affirmed" and claim.claim.modality in DONE


def _order(
    corpus: Corpus, party: str, before: Proposition, after: Proposition, seen: set[tuple[str, date, date]]
) -> Iterator[Finding]:
    first, last = days_told(before), days_told(after)
    if first is None or last is None or (before.claim.type, first[0], last[0]) in seen:
        return
    seen.add((before.claim.type, first[0], last[0]))
    verdict: Verdict = "inconsistent" if last[1] < first[0] else "consistent"
    name = corpus.entities[party].name if party in corpus.entities else party
    relation = "before" if verdict == "inconsistent" else "not before"
    yield Finding(
        kind="check",
        id=content_id("f", "check", "order", before.claim.id, after.claim.id, before.item.id, after.item.id),
        reports=corpus.ordered((before.item.id, after.item.id)),
        members=tuple(dict.fromkeys((before.claim.id, after.claim.id))),
        verdict=verdict,
        working=f"{name}: {after.claim.type} on {last[0]}, {relation} {before.claim.type} on {first[0]}: {verdict}",
        fields={
            "check": "dates",
            "what": "order",
            "text": name,
            "days": [last[0].isoformat(), first[0].isoformat()],
            "acts": [after.claim.type, before.claim.type],
        },
    )
