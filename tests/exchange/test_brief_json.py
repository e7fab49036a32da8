from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any, get_args, get_type_hints

import pytest
import yaml

from kashf.exchange.brief_json import FORMAT, brief_json
from kashf.views import Brief

Make = Callable[..., Brief]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_json_is_as_it_was(made: Make, golden: Callable[[str, str], None], language: str) -> None:
    golden(f"brief.{language}.json", brief_json(made(language)))


def test_a_statement_stands_once(made: Make) -> None:
    plain = json.loads(brief_json(made()))
    told = {statement["id"] for group in plain["groups"] for statement in group["statements"]}
    assert plain["format"] == FORMAT
    assert set(plain["heaviest"]) <= told
    assert {id_ for happening in plain["timeline"] for id_ in happening["statements"]} <= told


def _objects(kind: Any) -> Iterator[type]:
    """The dataclasses that a type is made of."""
    if is_dataclass(kind) and isinstance(kind, type):
        yield kind
    for part in get_args(kind):
        yield from _objects(part)


DRAWN = "Pictures"
"""What is drawn is left out of the JSON."""


def _reached(kind: type, known: dict[str, type]) -> dict[str, type]:
    if kind.__name__ not in known and kind.__name__ != DRAWN:
        known[kind.__name__] = kind
        for hint in get_type_hints(kind).values():
            for part in _objects(hint):
                _reached(part, known)
    return known


def test_every_key_is_documented_and_no_other() -> None:
    documented = yaml.safe_load(files("kashf.exchange").joinpath("brief_keys.yaml").read_text(encoding="utf-8"))
    written = {name: [field.name for field in fields(kind)] for name, kind in _reached(Brief, {}).items()}
    written["Brief"].insert(0, "format")
    written["Brief"].remove("pictures")
    assert {name: list(keys) for name, keys in documented.items()} == written
