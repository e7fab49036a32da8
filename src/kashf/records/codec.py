"""Records and findings as JSON, as the record format has them, and back.

Keys that do not apply are left out. What is read is checked: a wrong type or a missing key is reported by its path.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from kashf.errors import AnchorError, RecordError
from kashf.records.findings import Finding
from kashf.records.record import Record
from kashf.records.report import Report
from kashf.records.spans import Moment

__all__ = ["finding_from_json", "finding_to_json", "record_from_json", "record_to_json", "structure", "unstructure"]

T = TypeVar("T")

_PLAIN: Mapping[type, tuple[type, ...]] = {str: (str,), int: (int,), float: (int, float), bool: (bool,)}
"""What JSON may hold for each plain type; nothing is turned into another type on the quiet (null into "None")."""


def _plain(value: object, kind: type) -> Any:
    if not isinstance(value, _PLAIN[kind]) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(f"{kind.__name__} expected, not {value!r}")
    return float(value) if kind is float else value  # type: ignore[arg-type]


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    for plain in _PLAIN:
        converter.register_structure_hook(plain, _plain)
    for kind in (date, datetime):
        converter.register_unstructure_hook(kind, lambda moment: moment.isoformat())
        converter.register_structure_hook(kind, lambda value, to: to.fromisoformat(value))
    interval = {"first": override(rename="from"), "last": override(rename="to")}
    converter.register_unstructure_hook(Moment, make_dict_unstructure_fn(Moment, converter, **interval))  # type: ignore[arg-type]
    converter.register_structure_hook(Moment, make_dict_structure_fn(Moment, converter, **interval))  # type: ignore[arg-type]
    return converter


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_without_none(item) for item in value]
    return value


def unstructure(value: object) -> Any:
    """A value of this room as plain JSON values (dicts, lists, strings, numbers), without empty keys."""
    return _without_none(_converter().unstructure(value))


def structure(plain: object, kind: type[T]) -> T:
    """A value of the given type of this room, from plain JSON values.

    Raises RecordError, naming the path of what is wrong.
    """
    try:
        return _converter().structure(plain, kind)
    except cattrs.BaseValidationError as error:
        anchors, _ = error.split(AnchorError)
        if anchors:
            raise _first(anchors) from error
        problems = "; ".join(cattrs.transform_error(error, path=kind.__name__.lower()))
        raise RecordError(f"Not a valid {kind.__name__.lower()}: {problems}.") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecordError(f"Not a valid {kind.__name__.lower()}: {error}.") from error


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, BaseExceptionGroup) else inner


def record_to_json(record: Record) -> str:
    """One line of `kashf export --format records`."""
    plain = unstructure(record)
    report = plain["report"]
    head = {"report": {key: item for key, item in report.items() if key not in ("text", "regions")}}
    body = {key: item for key, item in plain.items() if key != "report"}
    return json.dumps({**head, "text": report["text"], "regions": report["regions"], **body}, ensure_ascii=False)


def record_from_json(line: str) -> Record:
    """The record of one such line. Raises RecordError where it breaks the format, AnchorError where a span does."""
    plain = _object(line)
    report = {**_part(plain, "report"), "text": plain.get("text"), "regions": plain.get("regions") or []}
    report.setdefault("id", Report.identify(str(report["text"]), report.get("url"), report.get("outlet"), None))
    return structure({**plain, "report": report}, Record)


def finding_to_json(finding: Finding) -> str:
    """One line of `kashf export --format findings`."""
    return json.dumps(unstructure(finding), ensure_ascii=False)


def finding_from_json(line: str) -> Finding:
    """The finding of one such line. Raises RecordError where it breaks the format."""
    return structure(_object(line), Finding)


def _object(line: str) -> Mapping[str, Any]:
    try:
        plain = json.loads(line)
    except ValueError as error:
        raise RecordError(f"Not JSON: {error}. One object a line is expected.") from error
    if not isinstance(plain, dict):
        raise RecordError(f"One JSON object a line is expected, not {type(plain).__name__}.")
    return plain


def _part(plain: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = plain.get(key)
    if not isinstance(part, dict):
        raise RecordError(f"The key '{key}' must hold an object.")
    return part
