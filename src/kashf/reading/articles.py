"""Articles in JSON and JSON Lines, whatever their keys are called, and the lines of our own export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kashf.errors import ReadingError, RecordError
from kashf.reading.encodings import decode
from kashf.reading.fields import Fields, known_language, load_names, plain_words
from kashf.reading.files import Draft, File, Yielded
from kashf.reading.markup import text_of_markup
from kashf.reading.options import ReadingOptions
from kashf.reading.outcome import Problem
from kashf.records.codec import structure
from kashf.records.report import Report

__all__ = ["read_articles"]

LINES_ENDINGS = (".jsonl", ".ndjson", ".jsonlines")
MOST_DIGITS = 18
"""A longer whole number is an identifier, and kept as text: Python refuses to convert those of thousands of digits."""
MOST_ENVELOPES = 5
FORMAT_REMEDY = (
    "Articles are objects with keys such as url, title, outlet, published, text; one object a line in JSON Lines."
)

_MARKUP = re.compile(
    r"<(?:/?(?:p|div|br|span|a|b|i|em|strong|h[1-6]|ul|li|img|figure|section|article|blockquote)\b[^<>]{0,999}|!--)",
    re.I,
)


def read_articles(file: File, _options: ReadingOptions) -> Iterator[Yielded]:
    """The articles of a JSON or JSON Lines file; a line that is broken is a problem of its own."""
    decoded = decode(file)
    if file.suffix in LINES_ENDINGS or _has_lines(decoded.text):
        found = _read_lines(file, decoded.text)
    else:
        found = _read_value(_parse(decoded.text, file.location, file), file.location)
    for item in found:
        yield replace(item, repairs=(*decoded.repairs, *item.repairs)) if isinstance(item, Draft) else item


def _parse(text: str, location: str, file: File) -> Any:
    """The value a JSON text stands for. Raises ReadingError where it is broken."""
    try:
        return json.loads(text, parse_int=_whole_number, parse_constant=lambda _: None, strict=False)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise replace(file, location=location).error(
            f"is not valid JSON ({error.msg}, {where}).",
            "Export it again; a file that breaks off was not copied whole.",
        ) from error
    except RecursionError as error:
        raise replace(file, location=location).error(
            "has objects within objects too deep to be articles.", FORMAT_REMEDY
        ) from error


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= MOST_DIGITS else digits


# JSON Lines


def _has_lines(text: str) -> bool:
    """Whether a text has one whole object on its first line and more after it."""
    first, _, rest = text.strip().partition("\n")
    if not rest.strip() or not first.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first, parse_int=_whole_number, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _read_lines(file: File, text: str) -> Iterator[Draft | Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        location = f"{file.location}#{number}"
        try:
            value = _parse(line, location, file)
        except ReadingError as error:
            yield Problem.of(error)
        else:
            yield from _read_value(value, location)


# one value


def _read_value(value: Any, location: str, layers: int = MOST_ENVELOPES) -> Iterator[Draft | Problem]:
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _read_value(item, f"{location}#{number}", layers - 1) if layers else ()
    elif isinstance(value, Mapping):
        yield from _read_object(value, location, layers)
    else:
        yield Problem(location, f"holds {_name(value)} where an article should be.", FORMAT_REMEDY, "damaged")


def _read_object(plain: Mapping[str, Any], location: str, layers: int) -> Iterator[Draft | Problem]:
    if isinstance(plain.get("report"), Mapping) and isinstance(plain.get("text"), str):
        yield _read_record(plain, location)
        return
    fields = Fields(plain)
    text = fields.first("text")
    within = _within(fields) if layers and not (text and isinstance(text[1], str)) else None
    if within is not None:
        yield from _read_value(within, location, layers - 1)
    elif text is None:
        keys = ", ".join(list(map(str, plain))[:8]) or "none"
        yield Problem(
            location, f"has no text: none of its keys ({keys}) is a name we know for one.", FORMAT_REMEDY, "empty"
        )
    else:
        yield _read_article(fields, *text, location)


def _within(fields: Fields) -> Any:
    """The article in an envelope, or the list of articles in a collection; None where the object is neither."""
    for name in load_names().envelopes:
        if isinstance(fields.get(name), Mapping) and Fields(fields.get(name)).first("text"):
            return fields.get(name)
    for name in load_names().collections:
        value = fields.get(name)
        if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
            return value
        if isinstance(value, Mapping) and _within(Fields(value)) is not None:
            return value
    return None


def _read_article(fields: Fields, name: str, value: Any, location: str) -> Draft | Problem:
    text = plain_words(value, "\n")
    if text is None:
        return Problem(location, f"has {_name(value)} for a text under '{name}'.", FORMAT_REMEDY, "damaged")
    if "html" in name or _MARKUP.search(text):
        text = text_of_markup(text)
    return Draft(
        location,
        text,
        title=fields.words("title"),
        outlet=fields.outlet(),
        author=fields.words("author"),
        url=fields.address(),
        language=known_language(fields.words("language")),
        published=fields.published(),
    )


def _name(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


# our own export


def _read_record(plain: Mapping[str, Any], location: str) -> Draft | Problem:
    """The report of a line of `kashf export --format records`, as it was read the first time."""
    told = {**plain["report"], "text": plain["text"], "regions": plain.get("regions") or []}
    told.setdefault("source", location)
    told.setdefault("id", Report.identify(told["text"], told.get("url"), told.get("outlet"), told.get("published")))
    try:
        report = structure(told, Report)
    except RecordError as error:
        return Problem(location, f"is a record that breaks its format: {error}", "Export it again.", "damaged")
    return Draft(location, report.text, whole=report)
