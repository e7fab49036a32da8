"""Entities over reports of other publishers, as a reader finds them: which names are one there, and which are two."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kashf.domain import name_key
from kashf.extraction import extract
from kashf.names import Resolution, resolve
from kashf.reading import read_source

REPORTS = Path(__file__).parents[3] / "shared" / "reports"

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
    return {found.id for found in resolution().entities if name_key(name) in map(name_key, found.names)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("دميترى فيوكتيستوف", "دميتري فيوكتيستوف"),
        ("داعش", "ISIS"),
        ("Zoobia Shahnaz", "Зубия Шахназ"),
        ("Josh Earnest", "جوش ايرنست"),
        ("دونالد ترامب", "دونالد ترمب"),
        ("بشار الأسد", "Bashar al-Assad"),
        ("Lashkar-e Tayyiba", "Lashkar-e-Taiba"),
        ("محمد آغا جعفري", "محمد جعفري"),
        ("Usama bin Laden", "Osama bin Laden"),
    ],
)
def test_these_are_one(one: str, other: str) -> None:
    assert entities(one) & entities(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Didier Francois", "رومان فرانك"),
        ("محمد جعفري", "بشار الأسد"),
        ("داعش", "القاعدة"),
        ("دميتري فيوكتيستوف", "دونالد ترامب"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert not entities(one) & entities(other)


def test_every_join_across_reports_is_explained() -> None:
    assert all(found.reason for found in resolution().entities if len(found.reports) > 1)
