"""The predicate that the documentation adds step by step does what the documentation says."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kashf.domain import predicates as tables
from kashf.extraction import extract
from kashf.extraction.knowledge import knowledge_of
from kashf.records import Claim, Report

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-language.md"
SENTENCE = "She muled diamonds from Bangui to Antwerp."


def example() -> dict[str, list[dict[str, object]]]:
    """The entry as the page shows it."""
    [block] = re.findall(r"### Step by step.*?```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    content: dict[str, list[dict[str, object]]] = yaml.safe_load(textwrap.dedent(block))
    return content


@pytest.fixture
def with_example(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The English table with the example's entry last among those of its type."""
    table = tables._of("en")
    [(kind, entries)] = example().items()
    added = {**table["predicates"], kind: (*table["predicates"][kind], *entries)}
    monkeypatch.setattr(tables, "_of", lambda _: {**table, "predicates": added})
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    tables.predicates.cache_clear()
    knowledge_of.cache_clear()


def read(text: str) -> tuple[Claim, ...]:
    return extract(Report("r", "test", text, language="en")).claims


def test_the_page_shows_the_sentence() -> None:
    assert SENTENCE in PAGE.read_text(encoding="utf-8")


def test_without_the_entry_nothing_is_found() -> None:
    assert not read(SENTENCE)


@pytest.mark.usefixtures("with_example")
def test_with_the_entry_the_roles_are_filled() -> None:
    [claim] = read(SENTENCE)
    found = {role: [filler.text for filler in claim.fillers(role)] for role in ("object", "origin", "destination")}
    assert claim.type == "smuggle"
    assert found == {"object": ["diamonds"], "origin": ["Bangui"], "destination": ["Antwerp"]}


@pytest.mark.usefixtures("with_example")
def test_what_it_needs_keeps_others_out() -> None:
    assert not read("She muled over the plan.")
