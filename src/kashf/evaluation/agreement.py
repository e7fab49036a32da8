"""How far two annotators agree: a second reading of some texts, held against the first as an extractor's records are.

A second reading is a list of items as in the corpus, without their texts: each names by `id` the text it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

import yaml

from kashf.errors import DataError
from kashf.evaluation.gold import OUTLET, GoldClaim, GoldFigure, GoldQuote, GoldReport, GoldValue
from kashf.evaluation.parsing import parse_gold
from kashf.records import Attribution, Claim, Figure, Link, Quote, Record, Role, Span, Speaker
from kashf.records.claims import Modality, Mode, Phase, Polarity
from kashf.records.spans import Modifier

__all__ = ["as_record", "load_second_reading"]


def load_second_reading(path: Path, gold: Iterable[GoldReport]) -> tuple[tuple[GoldReport, Record], ...]:
    """Each text that was read again: its first gold, and the second reading as a record of it.

    Raises DataError where the file is no second reading, or names a text or words that there are not.
    """
    first = {one.name: one for one in gold}
    try:
        items = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError(f"{path}: {error}; mend the file.") from error
    if not isinstance(items, list):
        raise DataError(f"{path}: a list of items is expected, each beginning with `- id:`.")
    return tuple(_read(path, item, first) for item in items)


def _read(path: Path, item: Mapping[str, object], first: Mapping[str, GoldReport]) -> tuple[GoldReport, Record]:
    name = str(item.get("id"))
    if name not in first:
        raise DataError(f"{path}: {name}: the corpus has no such text; name one that it has.")
    second = parse_gold({**item, "text": first[name].text}, name)
    return first[name], as_record(replace(second, language=first[name].language))


def as_record(gold: GoldReport) -> Record:
    """Gold as the record of somebody who read the text so. Raises DataError for words that do not stand in it."""
    figures = tuple(_figure(gold, one) for one in gold.figures)
    quotes = tuple(_quote(gold, one) for one in gold.quotes)
    claims = tuple(_claim(gold, number, one, figures) for number, one in enumerate(gold.claims))
    return Record(gold.report(), figures=figures, quotes=quotes, claims=claims)


def _span(gold: GoldReport, words: str, near: int = 0) -> Span:
    """Where the words stand: from `near` on where they do, else where they stand first."""
    start = gold.text.find(words, near)
    start = start if start >= 0 else gold.text.find(words)
    if start < 0:
        raise DataError(f"{gold.name}: {words!r} does not stand in the text; write it as it stands there.")
    return Span(start, start + len(words), words)


def _figure(gold: GoldReport, one: GoldFigure) -> Figure:
    at = _span(gold, one.text)
    low, high = one.value if isinstance(one.value, tuple) else (None, None)
    value = None if isinstance(one.value, tuple) else one.value
    unit = one.units[0] if one.units else None
    return Figure(at.start, at.end, at.text, value, low, high, cast(Modifier, one.modifier), unit)


def _quote(gold: GoldReport, one: GoldQuote) -> Quote:
    opens = _span(gold, one.starts)
    closes = _span(gold, one.ends, opens.start)
    words = gold.text[opens.start : closes.end]
    return Quote(opens.start, closes.end, words, None, Speaker(gold.names_of(one.speaker)[0]))


def _claim(gold: GoldReport, number: int, one: GoldClaim, figures: tuple[Figure, ...]) -> Claim:
    evidence = _span(gold, one.evidence)
    roles = (*_fillers(gold, one, evidence.start), *_values(one, figures))
    return Claim(
        f"second-{number}",
        one.type,
        evidence,
        roles,
        _attribution(gold, one),
        cast(Polarity, one.polarity),
        cast(Modality, one.modality),
        cast(Phase | None, one.phase),
    )


def _fillers(gold: GoldReport, one: GoldClaim, near: int) -> Iterator[Role]:
    for role, fillers in one.fillers.items():
        for words in fillers:
            at = _span(gold, words, near)
            yield Role(role, at.start, at.end, at.text)


def _values(one: GoldClaim, figures: tuple[Figure, ...]) -> Iterator[Role]:
    for role, values in one.values.items():
        for value in values:
            place = next((place for place, figure in enumerate(figures) if _has(figure, value)), None)
            if place is not None:
                at = figures[place]
                yield Role(role, at.start, at.end, at.text, figure=place)


def _has(figure: Figure, value: GoldValue) -> bool:
    return value == ((figure.low, figure.high) if isinstance(value, tuple) else figure.value)


def _attribution(gold: GoldReport, one: GoldClaim) -> Attribution:
    named = (gold.names_of(source)[0] for source in one.sources if source != OUTLET)
    return Attribution(cast(Mode, one.mode or "own"), tuple(Link("unnamed", name) for name in named))
