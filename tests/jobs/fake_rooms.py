"""Small stand-ins for the rooms a job goes through. A module of its own, so that workers can import it by name.

A report is a text file. Each line of it that reads `WHO VERB ...` with a known verb is a claim. Some words are trouble:
`FAULT` an error in extraction, `CRASH` the end of the process, `BROKEN` an error in parsing, NUL bytes a problem.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kashf.errors import ReadingError
from kashf.jobs import Rooms
from kashf.reading import Problem, Read, ReadingOptions
from kashf.records import (
    Claim,
    Entity,
    Finding,
    Judgement,
    Mention,
    Origin,
    Record,
    Region,
    Report,
    Role,
    Span,
    content_id,
)

VERBS = {"sold": "sell", "moved": "transfer", "lost": "lose"}


@dataclass(frozen=True)
class File:
    location: str
    size: int = 0

    def load(self) -> bytes:
        try:
            return Path(self.location).read_bytes()
        except OSError as error:
            raise ReadingError("can not be read.", source=self.location, remedy="Look.", kind="denied") from error


def locate(source: str, options: ReadingOptions) -> Iterator[File | Problem]:
    path = Path(source)
    if not path.exists():
        yield Problem(source, "is not there.", "Check the path.", "missing")
        return
    paths = sorted(path.iterdir()) if path.is_dir() else [path]
    yield from (File(str(each)) for each in paths)


def parse(raw: bytes, location: str, options: ReadingOptions) -> Iterator[Read | Problem]:
    if b"\x00" in raw:
        yield Problem(location, "is no text.", "Leave it out.", "unsupported")
        return
    digest = hashlib.sha256(raw).hexdigest()
    parts = raw.decode("utf-8", "surrogatepass").split("\f")
    for number, text in enumerate(parts, 1):
        if "BROKEN" in text:
            raise ZeroDivisionError("a fault of the reader")
        place = f"{location}#{number}" if len(parts) > 1 else location
        yield Read(_report(text, place, options), place, digest, raw)


def _report(text: str, location: str, options: ReadingOptions) -> Report:
    told = {"outlet": options.outlet, "published": options.published}
    title = text.split("\n")[0]
    regions = (Region("title", 0, len(title)), Region("body", len(title), len(text)))
    return Report(Report.identify(text, None, *told.values()), location, text, title, regions=regions, **told)


def extract(report: Report) -> Record:
    if "FAULT" in report.text:
        raise ValueError("a fault of extraction")
    if "CRASH" in report.text:
        os._exit(1)
    mentions, claims, at = [], [], 0
    for line in report.text.split("\n"):
        who, _, rest = line.partition(" ")
        if (verb := rest.split(" ")[0]) in VERBS:
            mentions.append(Mention(at, at + len(who), who, "group", entity=who, name=who))
            evidence = Span(at, at + len(line), line)
            roles = (Role("actor", at, at + len(who), who, entity=who),)
            claims.append(Claim(content_id("c", report.id, verb, line), VERBS[verb], evidence, roles))
        at += len(line) + 1
    return Record(report, tuple(mentions), claims=tuple(claims))


@dataclass(frozen=True)
class Resolution:
    entities: tuple[Entity, ...]

    def apply(self, record: Record) -> Record:
        named = {entity.name: entity.id for entity in self.entities}
        mentions = (replace(mention, entity=named[mention.text]) for mention in record.mentions)
        return replace(record, mentions=tuple(mentions))


def resolve(records: Sequence[Record], judgements: Sequence[Judgement]) -> Resolution:
    names = sorted({mention.text for record in records for mention in record.mentions})
    merged = {judgement.value["names"][0] for judgement in judgements if judgement.kind == "merge"}
    return Resolution(
        tuple(
            Entity(content_id("e", "merged" if name in merged else name), "group", name)
            for name in names
            if name not in merged
        )
        + tuple(Entity(content_id("e", "merged", name), "group", name) for name in sorted(merged))
    )


def compare(records: Sequence[Record], entities: Sequence[Entity], grades: Mapping[str, str]) -> Sequence[Finding]:
    alike: dict[str, list[tuple[str, str]]] = {}
    for record in records:
        for claim in record.claims:
            alike.setdefault(claim.evidence.text, []).append((record.report.id, claim.id))
    return [
        Finding(
            "assertion",
            content_id("f", words),
            tuple(report for report, _ in carried),
            tuple(claim for _, claim in carried),
            (Origin(words.split(" ")[0], tuple(report for report, _ in carried)),),
            1,
            fields={"grades": dict(grades)},
        )
        for words, carried in sorted(alike.items())
    ]


ROOMS = Rooms(locate, parse, extract, resolve, compare)


def end_if_zero(item: int) -> int:
    return item if item else os._exit(1)


def process_of(_: object) -> int:
    return os.getpid()
