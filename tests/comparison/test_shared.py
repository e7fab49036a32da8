"""Measured on the reports beside the project: the two first articles as their gold has them, and the development set.

The gold is turned into what an ideal extractor would find, so that comparison is measured and nothing else.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.comparison import compare
from kashf.names import resolve
from kashf.records import (
    Attribution,
    Claim,
    Entity,
    Figure,
    Finding,
    Link,
    Mention,
    Quantity,
    Quote,
    Record,
    Report,
    Role,
    Span,
    Speaker,
)
from kashf.text.folding import fold

REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS.exists(), reason="the reports lie beside the project"),
]
SAME_CLAIM = ["a8 b3", "a6 b1", "a7 b2", "a10 b4", "a11 b7", "a13 b8", "a14 b9", "a15 b11"]
ONLY_IN_ONE = ["a12", "a16", "a17", "a18", "a19", "a20", "a21", "a22", "a23", "b5", "b6", "b12", "b13", "b14", "b15"]

PUBLISHED = {"a": date(2017, 9, 14), "b": date(2017, 9, 12)}
EUROPE = "فرنسا بريطانيا ألمانيا السويد النمسا هولندا بلجيكا إسبانيا الدنمارك النرويج إيطاليا فنلندا روما أوروبا"
PLACES = ("سوريا", "العراق", "تركيا", "نيويورك", *EUROPE.split())
NAMED: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "isil": ("group", ("تنظيم داعش", "داعش"), ("التنظيم الإرهابي", "التنظيم")),
    "feoktistov": ("person", ("دميتري فيوكتيستوف", "فيوكتيستوف"), ("المسؤول الروسي", "المسئول الروسي")),
    "institute": ("organisation", ("معهد إلكانو الملكي الأسباني للأبحاث",), ()),
    "ministry": ("organisation", ("الخارجية الروسية",), ()),
    "tanak": ("facility", ("التنك",), ()),
    "omar": ("facility", ("العمر",), ()),
    **{place: ("place", (place,), ()) for place in PLACES},
}
CONTINUED = {"a25": "الدراسة", "a26": "الدراسة"}
"""Claims whose sentence plainly continues one that names its source."""
PLAIN_ROLES = ("actor", "object", "counterparty", "origin", "destination", "place", "channel", "purpose")
CLITIC = r"(?<![^\W_])(?:[وفبلك]|ال|لل|بال|وال|[وف]?[بلك]|#)?"


def many(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


class Reader:
    """One gold file and its text: words are found in any spelling."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.gold = yaml.safe_load((REPORTS / "seed" / f"{name}.gold.yaml").read_text("utf-8"))
        raw = (REPORTS / "seed" / f"{name}.txt").read_text("utf-8")
        self.text = re.sub(r"\.,(?:\s+,)?\s+", ".\n", raw).rstrip("\n")
        self.folded = fold(self.text)
        self.mentions = tuple(sorted(self._mentions(), key=lambda mention: mention.start))
        self.figures = tuple(sorted(self._figures(), key=lambda figure: figure.start))

    def spots(self, words: str) -> list[tuple[int, int, str]]:
        pattern = re.escape(fold(words).text.strip()).replace(r"\ ", r"\s+")
        found = list(re.finditer(rf"{CLITIC}({pattern})(?![^\W_])", self.folded.text)) or list(
            re.finditer(f"({pattern})", self.folded.text)
        )
        spans = (self.folded.original(*match.span(1)) for match in found)
        return [(start, end, self.text[start:end]) for start, end in spans]

    def near(self, words: str, start: int, end: int) -> tuple[int, int, str]:
        spots = self.spots(words)
        inside = [spot for spot in spots if start <= spot[0] and spot[1] <= end]
        before = [spot for spot in spots if spot[1] <= end]
        return inside[0] if inside else before[-1] if before else spots[0]

    def _mentions(self) -> Iterator[Mention]:
        forms = [
            (form, key, kind, form in referring)
            for key, (kind, names, referring) in NAMED.items()
            for form in (*names, *referring)
        ]
        taken: list[tuple[int, int]] = []
        for form, key, kind, referring in sorted(forms, key=lambda form: -len(form[0])):
            for start, end, words in self.spots(form):
                if not any(start < last and first < end for first, last in taken):
                    taken.append((start, end))
                    speaker = self.gold["speakers"].get(key, {})
                    title = speaker.get("title") if " " in words and not referring else None
                    name = speaker.get("name") or NAMED[key][1][0]
                    yield Mention(start, end, words, kind, key, name, title, referring)  # type: ignore[arg-type]

    def _figures(self) -> Iterator[Figure]:
        at = 0
        for item in self.gold["figures"]:
            spots = self.spots(item["text"])
            spot = next((spot for spot in spots if spot[0] >= at), spots[0])
            at = max(at, spot[1])
            resolved = Quantity(150, "person") if item["unit"] == "fraction" else None
            yield Figure(*spot, float(item["value"]), modifier=item["modifier"], unit=item["unit"], resolved=resolved)

    def speaker(self, key: str, at: int) -> Mention:
        own = [mention for mention in self.mentions if mention.entity == key]
        return [mention for mention in own if mention.start <= at][-1]

    def quotes(self) -> Iterator[Quote]:
        for item in self.gold["quotes"]:
            start = self.spots(item["starts"])[0][0]
            end = next(end for _, end, _ in self.spots(item["ends"]) if end >= start)
            who = self.speaker(item["speaker"], start)
            title = self.gold["speakers"][item["speaker"]]["title"]
            speaker = Speaker(who.text, who.start, who.end, item["speaker"], who.name, title)
            yield Quote(start, end, self.text[start:end], item["verb"], speaker)

    def claims(self) -> Iterator[Claim]:
        for item in self.gold["claims"]:
            start, end, evidence = self.spots(item["evidence"])[0]
            roles = (*self._roles(item, start, end), *self._amounts(item, start, end))
            chain = tuple(self._chain(item, start, end))
            mode = item.get("mode") or ("indirect" if len(chain) > 1 else "own")
            yield Claim(
                item["id"], item["type"], Span(start, end, evidence), roles, Attribution(mode, chain),
                modality=item.get("modality", "asserted"),
            )  # fmt: skip

    def _roles(self, item: dict[str, Any], start: int, end: int) -> Iterator[Role]:
        for role in PLAIN_ROLES:
            for filler in many(item.get(role)):
                spot = self.near(filler, start, end)
                named = (mention for mention in self.mentions if mention.start <= spot[0] and spot[1] <= mention.end)
                mention = next(named, None)
                yield Role(role, *spot, mention.entity if mention else None, mention.name if mention else None)

    def _amounts(self, item: dict[str, Any], start: int, end: int) -> Iterator[Role]:
        for role in ("amount", "of_total", "price"):
            for index, figure in enumerate(self.figures):
                value = figure.resolved.value if figure.resolved else figure.value
                if item.get(role) == value and figure.start < end and start < figure.end:
                    yield Role(role, figure.start, figure.end, figure.text, figure=index)
                    break

    def _chain(self, item: dict[str, Any], start: int, end: int) -> Iterator[Link]:
        yield Link("outlet", f"{self.name}-outlet")
        for source in many(CONTINUED.get(item["id"], item.get("source"))):
            if source in self.gold["speakers"]:
                who = self.speaker(source, start)
                title = self.gold["speakers"][source]["title"]
                yield Link("person", who.text, who.start, who.end, None, source, who.name, title)
            elif source != "outlet":
                first, last, words = self.near(source, start, end)
                study = "الدراسة" in source or "معهد" in source
                key = "institute" if study else "ministry" if "الخارجية" in source else None
                yield Link("organisation" if key else "unnamed", words, first, last, None, key)

    def record(self) -> Record:
        outlet, published = f"{self.name}-outlet", PUBLISHED[self.name]
        report = Report(
            Report.identify(self.text, None, outlet, published), f"{self.name}.txt", self.text,
            self.gold.get("title"), outlet, language="ar", published=published,
        )  # fmt: skip
        return Record(report, self.mentions, self.figures, (), tuple(self.quotes()), tuple(self.claims()))


@cache
def seeds() -> tuple[Finding, ...]:
    records, entities = resolved([Reader(name).record() for name in "ab"])
    return compare(records, entities)


def resolved(records: list[Record]) -> tuple[list[Record], tuple[Entity, ...]]:
    resolution = resolve(records)
    return [resolution.apply(record) for record in records], resolution.entities


def found(kind: str, sort: str | None = None) -> list[Finding]:
    return [finding for finding in seeds() if finding.kind == kind and sort in (None, finding.fields.get(kind))]


def assertion(claim: str) -> Finding:
    return next(finding for finding in found("assertion") if claim in finding.members)


def test_the_two_articles_are_one_story_and_no_copies() -> None:
    assert len(found("story")) == 1
    assert found("copy") == []


def test_two_utterances_are_shared() -> None:
    starts = sorted(quote.fields["wordings"][0]["text"][:9] for quote in found("quote"))
    assert len(starts) == 2


@pytest.mark.parametrize("pair", SAME_CLAIM)
def test_the_same_claim_is_recognised(pair: str) -> None:
    one, other = pair.split()
    assert assertion(one) is assertion(other)


@pytest.mark.parametrize("claim", ONLY_IN_ONE)
def test_what_one_article_tells_alone_stays_alone(claim: str) -> None:
    assert all(member.startswith(claim[0]) for member in assertion(claim).members)


@pytest.mark.parametrize("claim", ["a8", "a15", "a7"])
def test_one_speaker_is_one_origin(claim: str) -> None:
    assert assertion(claim).independent_origins == 1
    assert len(assertion(claim).origins[0].carriers) == 2


def test_both_conflicts_are_found_and_no_others() -> None:
    assert sorted(conflict.fields["conflict"] for conflict in found("conflict")) == ["source", "title"]
    assert found("conflict", "source")[0].members == ("b7", "a11")


def test_the_parts_make_the_whole() -> None:
    (check,) = found("check", "parts_sum")
    assert check.members == ("a23", "a24", "a25", "a28", "a30", "a31", "a32", "a33", "a35")
    assert (check.verdict, check.fields["sum"], check.fields["places_named"]) == ("consistent", 1517, 12)


def test_the_product_makes_the_proceeds() -> None:
    (check,) = found("check", "product")
    assert (check.members, check.fields["computed"], check.verdict) == (("b13", "b14"), 18_000_000, "consistent")


@cache
def development() -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    records = tuple(map(plain, sorted((REPORTS / "dev").glob("*.json"))))
    return records, compare(records)


def plain(path: Path) -> Record:
    """A report in which nothing was extracted."""
    article = json.loads(path.read_text("utf-8"))
    title, text = article.get("title"), article["text"]
    text = text if not title or text.strip().startswith(title.strip()) else f"{title}\n{text}"
    published = date.fromisoformat(article["published"]) if article.get("published") else None
    identity = Report.identify(text, article.get("url"), article.get("outlet"), published)
    return Record(
        Report(
            identity, path.name, text, title, article.get("outlet"), url=article.get("url"),
            language=article.get("language"), published=published,
        )
    )  # fmt: skip


def sources() -> dict[str, list[str]]:
    by_id: dict[str, list[str]] = {}
    for record in development()[0]:
        by_id.setdefault(record.report.id, []).append(record.report.source)
    return by_id


def table(name: str) -> list[dict[str, str]]:
    with (REPORTS / "dev" / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def f1(labelled: set[frozenset[str]], told: set[frozenset[str]]) -> float:
    return 2 * len(labelled & told) / (len(labelled) + len(told))


def same_id(by_id: dict[str, list[str]]) -> Iterator[frozenset[str]]:
    """Files that hold one and the same report."""
    return (frozenset(pair) for files in by_id.values() for pair in combinations(files, 2))


def file_pairs(reports: Iterable[str]) -> Iterator[frozenset[str]]:
    files = [file for report in reports for file in sources()[report]]
    return (frozenset(pair) for pair in combinations(files, 2))


@pytest.mark.parametrize(("label", "least"), [("near-copy", 0.95), ("partial", 0.95)])
def test_copies_of_the_development_reports(label: str, least: float) -> None:
    labelled = {frozenset((row["a"], row["b"])) for row in table("copies.tsv") if row["label"] == label}
    copies = [finding for finding in development()[1] if finding.kind == "copy" and finding.fields["label"] == label]
    told = {pair for copy in copies for pair in file_pairs(copy.reports)}
    told |= set(same_id(sources())) if label == "near-copy" else set()
    assert f1(labelled, told - set(same_id(sources())) if label == "partial" else told) >= least


def test_stories_of_the_development_reports() -> None:
    story = {row["file"]: row["story"] for row in table("groups.tsv")}
    labelled = {frozenset(pair) for pair in combinations(sorted(story), 2) if story[pair[0]] == story[pair[1]]}
    told = {pair for finding in development()[1] if finding.kind == "story" for pair in file_pairs(finding.reports)}
    assert f1(labelled, told) >= 0.9
    assert told <= labelled
