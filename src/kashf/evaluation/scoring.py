"""Judging one record by the gold of its text.

Parts are judged on matched pairs only: precision and recall say how much was found, the parts say how well.

- `modifier` and `unit` of a figure; `value`, though it already weighs in the matching.
- `speaker`: a name of the gold's speaker in the found one's words or name, by two thirds of the words.
- A role: every filler wanted must be among those found for that role, by its words (0.6) or its resolved name (0.8).
  `roles` counts the eight roles of persons, places and things together.
- `amount` is right where any figure of the claim has the value; the other roles of figures only in their own role.
- `source`: every source wanted stands in the chain, by two thirds of its words; in the outlet's own voice the mode
  must be `own`. Where the gold names no source, it is not judged; likewise `mode` and `phase`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kashf.evaluation.fields import by_role, by_type, fills
from kashf.evaluation.gold import OUTLET, GoldClaim, GoldFigure, GoldQuote, GoldReport, GoldValue
from kashf.evaluation.likeness import comparable, within
from kashf.evaluation.matching import Matched, match_claims, match_figures, match_quotes, same_value
from kashf.evaluation.reliability import Judged
from kashf.evaluation.scores import Layer, Scores, Share
from kashf.records import Claim, Figure, Quote, Record

__all__ = ["Assessment", "Slip", "judge"]

MAIN_ROLES = ("actor", "object", "counterparty", "origin", "destination", "place", "channel", "purpose")
SAME_NAME = 0.66


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that went wrong: what was `missed`, was `extra`, or which part of what was found is `wrong`."""

    report: str
    layer: str
    kind: str
    what: str
    wanted: str = ""
    found: str = ""

    def line(self) -> str:
        """The slip as one line of a list."""
        detail = f"  wanted {self.wanted!r}, found {self.found!r}" if self.kind == "wrong" else ""
        return f"{self.report}: {self.layer} {self.kind.upper()}  {self.what}{detail}"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one record is worth, what went wrong in it, and which of its claims are right."""

    scores: Scores
    slips: tuple[Slip, ...] = ()
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """One judged part of a matched pair."""

    name: str
    right: bool
    what: str
    wanted: str
    found: str


def judge(gold: GoldReport, record: Record) -> Assessment:
    """The scores of one record against the gold of its text, with every slip."""
    figures, quotes, claims = match_figures(gold, record), match_quotes(gold, record), match_claims(gold, record)
    parts = {
        "figures": [part for pair in figures.pairs for part in _figure_parts(*pair)],
        "quotes": [part for pair in quotes.pairs for part in _quote_parts(gold, *pair)],
        "claims": [part for pair in claims.pairs for part in _claim_parts(gold, record, *pair)],
    }
    scores = Scores(
        _layer(figures, parts["figures"]),
        _layer(quotes, parts["quotes"]),
        _layer(claims, parts["claims"]),
        by_type(claims),
        by_role(record, claims.pairs),
    )
    missing = [
        *_absent(gold.name, "figures", (one.text for one in figures.missed), (one.text for one in figures.extra)),
        *_absent(gold.name, "quotes", (one.words() for one in quotes.missed), (one.text for one in quotes.extra)),
        *_absent(gold.name, "claims", map(_shown, claims.missed), map(_shown, claims.extra)),
    ]
    wrong = [
        Slip(gold.name, layer, "wrong", f"{part.name} of {part.what}", part.wanted, part.found)
        for layer, judged in parts.items()
        for part in judged
        if not part.right and part.name != "roles"
    ]
    judged = (
        *(Judged(found.confidence, True) for _, found in claims.pairs),
        *(Judged(found.confidence, False) for found in claims.extra),
    )
    return Assessment(scores, (*missing, *wrong), judged)


def _layer(matched: Matched[Any, Any], parts: Iterable[_Part]) -> Layer:
    shares: dict[str, Share] = {}
    for part in parts:
        shares[part.name] = shares.get(part.name, Share()) + Share(int(part.right), 1)
    return Layer(len(matched.pairs), len(matched.missed), len(matched.extra), shares)


def _absent(report: str, layer: str, missed: Iterable[str], extra: Iterable[str]) -> Iterator[Slip]:
    yield from (Slip(report, layer, "missed", words) for words in missed)
    yield from (Slip(report, layer, "extra", words) for words in extra)


def _shown(claim: GoldClaim | Claim) -> str:
    return f"{claim.type} | {claim.evidence if isinstance(claim, GoldClaim) else claim.evidence.text}"


def _figure_parts(wanted: GoldFigure, found: Figure) -> Iterator[_Part]:
    given = found.value if found.value is not None else (found.low, found.high)
    yield _Part("value", same_value(wanted.value, found), wanted.text, str(wanted.value), str(given))
    yield _Part("modifier", wanted.modifier == found.modifier, wanted.text, wanted.modifier, found.modifier)
    units = wanted.units or ("",)
    right = comparable(found.unit or "") in map(comparable, units)
    yield _Part("unit", right, wanted.text, " or ".join(units), found.unit or "")


def _quote_parts(gold: GoldReport, wanted: GoldQuote, found: Quote) -> Iterator[_Part]:
    said_by = [text for text in (found.speaker.name, found.speaker.text) if text] if found.speaker else []
    right = _named(gold.names_of(wanted.speaker), said_by)
    yield _Part("speaker", right, wanted.words(), wanted.speaker, " | ".join(said_by))


def _claim_parts(gold: GoldReport, record: Record, wanted: GoldClaim, found: Claim) -> Iterator[_Part]:
    what = _shown(wanted)
    yield from _filler_parts(what, wanted, found)
    yield from _value_parts(what, record, wanted, found)
    yield from _source_parts(gold, what, wanted, found)
    for name in ("modality", "polarity"):
        yield _same(name, what, getattr(wanted, name), getattr(found, name))
    if wanted.phase:
        yield _same("phase", what, wanted.phase, found.phase or "")


def _same(name: str, what: str, wanted: str, found: str) -> _Part:
    return _Part(name, wanted == found, what, wanted, found)


def _filler_parts(what: str, wanted: GoldClaim, found: Claim) -> Iterator[_Part]:
    for role, fillers in wanted.fillers.items():
        given = found.fillers(role)
        shown = " | ".join(filler.text for filler in given)
        for filler in fillers:
            right = any(fills(filler, one) for one in given)
            names = ("roles", role) if role in MAIN_ROLES else (role,)
            yield from (_Part(name, right, what, filler, shown) for name in names)


def _value_parts(what: str, record: Record, wanted: GoldClaim, found: Claim) -> Iterator[_Part]:
    for role, values in wanted.values.items():
        pointed = found.roles if role == "amount" else found.fillers(role)
        given = [record.figures[one.figure] for one in pointed if one.figure is not None]
        yield from (_value_part(role, what, value, given) for value in values)


def _value_part(role: str, what: str, wanted: GoldValue, given: Sequence[Figure]) -> _Part:
    right = any(same_value(wanted, figure) for figure in given)
    return _Part(role, right, what, str(wanted), " | ".join(figure.text for figure in given))


def _source_parts(gold: GoldReport, what: str, wanted: GoldClaim, found: Claim) -> Iterator[_Part]:
    mode = found.attribution.mode
    if OUTLET in wanted.sources:
        yield _Part("source", mode == "own", what, OUTLET, mode)
    elif wanted.sources:
        said = [text for link in found.attribution.chain for text in (link.text, link.name, link.title) if text]
        right = all(_named(gold.names_of(source), said) for source in wanted.sources)
        yield _Part("source", right, what, " and ".join(wanted.sources), " → ".join(said))
    if wanted.mode:
        yield _same("mode", what, wanted.mode, mode)


def _named(names: Iterable[str], said: Sequence[str]) -> bool:
    return any(within(name, one) >= SAME_NAME for name in names for one in said)
