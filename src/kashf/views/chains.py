"""On whose word a claim rests: the chain from the outlet to the last source named, and the origins of a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kashf.records import Finding, Link
from kashf.views.dossier import Located
from kashf.views.lens import Lens, anchor, same_words
from kashf.views.pieces import Piece, Sentence, listed
from kashf.views.texts import shown

__all__ = ["Hop", "OriginLine", "chain", "origin_lines", "sources_sentence"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a chain: who passes it on, under which title, and in which words of the report.

    `kind` is that of the link; `words` is None where the report's words are the name itself.
    """

    kind: str
    name: str
    title: str | None = None
    words: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One independent origin of a statement and the reports that carry its words (ids).

    `kind` is a link's kind; `unnamed` stays what the report calls it.
    """

    kind: str
    name: str
    title: str | None
    carriers: tuple[str, ...]


def chain(located: Located, lens: Lens) -> tuple[Hop, ...]:
    """The chain of a claim, beginning with the outlet even where the record leaves it out."""
    report = located.record.report
    hops = [_hop(link, lens) for link in located.claim.attribution.chain]
    if hops and hops[0].kind == "outlet":
        hops = hops[1:] if report.outlet is None else hops
    if report.outlet is None or not hops or hops[0].kind != "outlet":
        hops.insert(0, Hop("outlet", lens.outlet(report)))
    return tuple(hops)


def _hop(link: Link, lens: Lens) -> Hop:
    name = lens.filler_name(link) or shown(link.text)
    words = None if same_words(name, link.text) else shown(link.text)
    return Hop(link.kind, name, shown(link.title) or None, words, anchor(link.entity) if link.entity else None)


def origin_lines(located: Iterable[Located], finding: Finding | None, lens: Lens) -> tuple[OriginLine, ...]:
    """The independent origins of the claims of one statement: those of the finding, else those the claims name."""
    several = tuple(located)
    last = [(one.record.report.id, chain(one, lens)[-1]) for one in several]
    if finding is None or not finding.origins:
        return _by_name(last)
    lines = (_named(origin.name, origin.carriers, several, last) for origin in finding.origins)
    return tuple(_readable(line, several, last, lens) for line in lines)


def _by_name(last: list[tuple[str, Hop]]) -> tuple[OriginLine, ...]:
    carriers: dict[str, list[str]] = {}
    hops: dict[str, Hop] = {}
    for report, hop in last:
        key = hop.entity or hop.name
        hops.setdefault(key, hop)
        carriers.setdefault(key, []).append(report)
    return tuple(_line(hops[key], tuple(dict.fromkeys(reports))) for key, reports in carriers.items())


def _line(hop: Hop, carriers: tuple[str, ...]) -> OriginLine:
    return OriginLine(hop.kind, hop.name, hop.title, carriers)


def _named(
    name: str, carriers: tuple[str, ...], located: tuple[Located, ...], last: list[tuple[str, Hop]]
) -> OriginLine:
    """An origin as the claims' own chains tell it; where none does, its bare name."""
    for one, (_, hop) in zip(located, last, strict=True):
        link = one.claim.attribution.origin
        known = (hop.name, hop.words, hop.entity, *((link.name, link.text, link.entity) if link else ()))
        known = (*known, one.record.report.source) if hop.kind == "outlet" else known
        if any(same_words(name, other) for other in known if other):
            return _line(hop, carriers)
    return OriginLine("unknown", shown(name), None, carriers)


def _readable(line: OriginLine, located: tuple[Located, ...], last: list[tuple[str, Hop]], lens: Lens) -> OriginLine:
    """An origin under the name that its carriers in the reader's language give it, where they agree on one."""
    told = {
        hop.name: hop
        for one, (report, hop) in zip(located, last, strict=True)
        if report in line.carriers and hop.kind == line.kind and one.record.report.language == lens.words.code
    }
    if line.kind not in ("organisation", "document") or line.name in told or len(told) != 1:
        return line
    [hop] = told.values()
    return _line(hop, line.carriers)


def sources_sentence(origins: tuple[OriginLine, ...], lens: Lens) -> Sentence:
    """Who says so, for the head of a sentence."""
    return listed([_source(origin, lens) for origin in origins], lens.words)


def _source(origin: OriginLine, lens: Lens) -> Sentence:
    if origin.kind == "outlet" and len(origin.carriers) > 1:
        return _around("unsourced_together", "outlet", Piece("name", origin.name), lens)
    if origin.kind == "outlet":
        return _around("unsourced", "outlet", Piece("name", origin.name), lens)
    if origin.kind == "unnamed":
        return _around("unnamed", "words", Piece("words", origin.name), lens)
    return (Piece("name", origin.name),)


def _around(entry: str, key: str, piece: Piece, lens: Lens) -> Sentence:
    before, after = lens.words.say(entry, **{key: "\0"}).split("\0")
    return tuple(part for part in (Piece("text", before), piece, Piece("text", after)) if part.text)
