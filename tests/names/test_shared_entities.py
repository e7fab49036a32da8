"""Entities over the reports of other publishers, as a reader finds them: one for each, and no two as one."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import yaml

from kashf.extraction import extract
from kashf.names import Resolution, resolve
from kashf.reading import read_source

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
TOLD = yaml.safe_load((Path(__file__).parent / "data" / "reports.yaml").read_text(encoding="utf-8"))
LINES: list[list[str]] = [*TOLD["persons"], *TOLD["bodies"]]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not REPORTS.exists(), reason="the reports of other publishers are not at hand"),
]


@cache
def resolution() -> Resolution:
    paths = [path for folder in ("seed", "dev") for path in sorted((REPORTS / folder).rglob("*"))]
    readable = [path for path in paths if path.suffix in (".txt", ".html", ".json")]
    outcomes = (outcome for path in readable for outcome in read_source(str(path)))
    return resolve([extract(outcome.report) for outcome in outcomes if outcome.report is not None])


def entities(name: str) -> set[str]:
    return {found.id for found in resolution().entities if name in found.names}


@pytest.mark.parametrize("names", LINES, ids=lambda names: names[0])
def test_all_spellings_are_one_entity(names: list[str]) -> None:
    found = {name: entities(name) for name in names}
    assert any(found.values()), "no report names them so any more"
    assert len(set(chain.from_iterable(found.values()))) == 1, found


def test_nearly_every_spelling_is_still_found() -> None:
    names = list(chain.from_iterable(LINES))
    lost = [name for name in names if not entities(name)]
    assert len(lost) <= len(names) // 20, lost


def test_no_two_are_one() -> None:
    lines = [set(chain.from_iterable(map(entities, names))) for names in LINES]
    merged = [
        (LINES[at][0], LINES[other][0]) for at, here in enumerate(lines) for other in range(at) if here & lines[other]
    ]
    assert merged == []


def test_every_join_across_reports_is_explained() -> None:
    assert all(found.reason for found in resolution().entities if len(found.reports) > 1)
