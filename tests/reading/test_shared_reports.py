"""Measured on real reports that lie beside the project; skipped where they do not."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.reading import Problem, Read, read_source
from kashf.text.folding import fold

SHARED = Path(__file__).parents[3] / "shared" / "reports"
ARTICLES = sorted(SHARED.glob("*/*.json"))
GOLD = sorted(SHARED.glob("*/*.gold.yaml"))

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_dir(), reason="the reports are not there")]


def read(path: Path) -> Any:
    [found] = read_source(path)
    assert isinstance(found, Read), found
    return found.report


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles_are_read_as_what_they_say_they_are(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))

    report = read(path)

    assert report.language == told["language"]
    assert report.title.split() == told["title"].split()
    assert (report.url, report.outlet) == (told["url"], told["outlet"])
    assert told["published"] is None or report.published.isoformat() == told["published"]
    assert report.repairs == ()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_word_is_lost(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))["text"]

    text = read(path).text

    assert "".join(told.split()) in "".join(text.split())


@pytest.mark.parametrize("name", ["a.txt", "b.txt"])
def test_the_seeds_are_arabic(name: str) -> None:
    assert read(SHARED / "seed" / name).language == "ar"


def test_one_seed_has_a_title_and_one_has_none() -> None:
    assert read(SHARED / "seed" / "a.txt").title is None
    assert read(SHARED / "seed" / "b.txt").title is not None


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_what_is_beside_the_report_lies_outside_title_and_body(path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "report" not in gold:
        pytest.skip("no gold of one report")
    report = read(path.parent / gold["report"])
    apart = [
        fold(report.text[region.start : region.end]).text for region in report.regions if region not in report.spoken()
    ]

    for kind in ("boilerplate", "caption", "dateline"):
        for piece in gold.get("regions", {}).get(kind, []):
            assert any(fold(piece).text in words for words in apart)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_evidence_of_claims_lies_within_title_and_body(path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "report" not in gold:
        pytest.skip("no gold of one report")
    report = read(path.parent / gold["report"])
    spoken = letters("".join(report.text[region.start : region.end] for region in report.spoken()))

    for claim in gold.get("claims", []):
        if isinstance(claim["evidence"], str):
            assert letters(claim["evidence"]) in spoken


def letters(text: str) -> str:
    return "".join(character for character in fold(text).text if character.isalnum())


def test_a_folder_of_them_is_read_but_for_what_is_no_report() -> None:
    problems = [found for found in read_source(SHARED / "dev") if isinstance(found, Problem)]

    assert {Path(problem.location).suffix for problem in problems} <= {".tsv"}
