"""The page on exchange says what the mappings say: every format, schema, object, table and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.exchange.formats import formats
from kashf.exchange.mappings import mapping
from kashf.exchange.pack import KEY, MANIFEST, README, SIGNATURE
from kashf.exchange.tables import tables

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return PAGE.partition(f"## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", formats())
def test_every_format_is_told(name: str) -> None:
    told = formats()[name]
    assert f"| `{name}` | {told.holds} |" in section("Formats")
    assert all(f"`{ending}`" in section("Formats") for ending in told.endings)


@pytest.mark.parametrize(("kind", "schema"), mapping("ftm")["entities"].items())
def test_every_schema_of_an_entity_is_told(kind: str, schema: str) -> None:
    assert f"| entity: {kind} | `{schema}` |" in section("FollowTheMoney")


@pytest.mark.parametrize("type_", mapping("ftm")["stated"])
def test_every_link_of_its_own_is_told(type_: str) -> None:
    told = f"`{type_}` is stated and both are parties | `{mapping('ftm')['stated'][type_]['schema']}` |"
    assert told in section("FollowTheMoney")


@pytest.mark.parametrize(("kind", "made"), mapping("stix")["entities"].items())
def test_every_object_of_an_entity_is_told(kind: str, made: dict[str, str]) -> None:
    named = f", `identity_class` {made['identity_class']}" if "identity_class" in made else ""
    assert f"| entity: {kind} | `{made['type']}`{named} |" in section("STIX 2.1")


@pytest.mark.parametrize(("grade", "made"), mapping("stix")["credibility"].items())
def test_every_grade_is_told(grade: str, made: dict[str, object]) -> None:
    assert f"| {grade} | {made['confidence']} | {made['opinion']} |" in section("STIX 2.1")


@pytest.mark.parametrize("name", tables())
def test_every_column_is_told(name: str) -> None:
    told = PAGE.partition(f"### {name}\n")[2].partition("\n##")[0]
    assert [line for line in told.splitlines() if line.startswith("| `")] == [
        f"| `{column.name}` | {column.type} | {column.holds} |" for column in tables()[name].columns
    ]


def test_every_file_of_a_pack_is_told() -> None:
    assert all(f"`{name}`" in section("Evidence packs") for name in (README, MANIFEST, SIGNATURE, KEY))
