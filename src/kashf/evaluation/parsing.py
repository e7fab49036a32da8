"""Gold from plain YAML values: the items of the corpus, and the gold of one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kashf.errors import DataError
from kashf.evaluation.gold import (
    GoldClaim,
    GoldFigure,
    GoldProposition,
    GoldQuote,
    GoldReport,
    GoldSpeaker,
    GoldValue,
)

__all__ = ["FILLED_ROLES", "VALUED_ROLES", "parse_gold"]

FILLED_ROLES = (
    "actor",
    "object",
    "counterparty",
    "origin",
    "destination",
    "place",
    "channel",
    "purpose",
    "charge",
    "penalty",
)
"""Roles that gold fills with words."""
VALUED_ROLES = ("amount", "price", "rate", "proceeds", "of_total")
"""Roles that gold fills with a number."""

Plain = Mapping[str, Any]


def parse_gold(plain: Plain, name: str, text: str | None = None, language: str | None = None) -> GoldReport:
    """The gold of one text, from plain values.

    `name` is what the report is called where the values do not say (`id`, `report`); `text` and `language` stand in
    where the values do not hold them. Raises DataError naming the text and the part that is wrong.
    """
    named = str(plain.get("id") or plain.get("report") or name)
    try:
        return _report(plain, named, text, language)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"{named}: the gold is malformed ({type(error).__name__}: {error}); mend that part.") from error


def _report(plain: Plain, name: str, text: str | None, language: str | None) -> GoldReport:
    return GoldReport(
        name=name,
        language=plain.get("language") or language or "",
        text=plain["text"] if text is None else text,
        split=plain.get("split"),
        family=plain.get("family"),
        style=plain.get("outlet_style"),
        published=_date(plain.get("published")),
        edition=plain.get("edition", 1) if text is not None else 2,
        figures=tuple(map(_figure, _list(plain.get("figures")))),
        figures_complete=plain.get("figures_complete", True),
        quotes=tuple(map(_quote, _list(plain.get("quotes")))),
        speakers={key: _speaker(value) for key, value in (plain.get("speakers") or {}).items()},
        claims=tuple(map(_claim, _list(plain.get("claims")))),
        optional=tuple(GoldProposition(one["type"], _words(one["evidence"])) for one in _list(plain.get("optional"))),
        optional_figures=_strings(plain.get("optional_figures")),
        optional_quotes=_strings(plain.get("optional_quotes")),
    )


def _figure(plain: Plain) -> GoldFigure:
    units = _strings(plain.get("unit"))
    return GoldFigure(plain["text"], _value(plain["value"]), plain.get("modifier", "exact"), units)


def _quote(plain: Plain) -> GoldQuote:
    text = plain.get("text")
    starts, ends = (plain["starts"], plain["ends"]) if text is None else (text, text)
    return GoldQuote(str(plain["speaker"]), starts, ends, text)


def _speaker(plain: Plain) -> GoldSpeaker:
    return GoldSpeaker(plain["name"], plain.get("title"), plain.get("latin"), _strings(plain.get("aka")))


def _claim(plain: Plain) -> GoldClaim:
    return GoldClaim(
        types=(plain["type"], *_strings(plain.get("or_type"))),
        evidence=_words(plain["evidence"]),
        fillers={role: _strings(plain[role]) for role in FILLED_ROLES if role in plain},
        values={role: _values(plain, role) for role in VALUED_ROLES if role in plain},
        sources=_strings(plain.get("source")),
        mode=plain.get("mode"),
        modality=plain.get("modality", "asserted"),
        polarity=plain.get("polarity", "affirmed"),
        phase=plain.get("phase"),
    )


def _values(plain: Plain, role: str) -> tuple[GoldValue, ...]:
    further = _list(plain.get("further_amounts")) if role == "amount" else ()
    return tuple(map(_value, (plain[role], *further)))


def _value(plain: Any) -> GoldValue:
    """A number; a list of two is a range."""
    if isinstance(plain, list):
        low, high = plain
        return float(low), float(high)
    return float(plain)


def _date(plain: Any) -> date | None:
    return plain if plain is None or isinstance(plain, date) else date.fromisoformat(str(plain))


def _words(plain: Any) -> str:
    return str(plain["text"]) if isinstance(plain, Mapping) else str(plain)


def _list(plain: Any) -> Iterable[Any]:
    return () if plain is None else plain if isinstance(plain, list) else (plain,)


def _strings(plain: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in _list(plain))
