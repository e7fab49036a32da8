"""Our measure and the one the first gold came with give the same numbers for the same records."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.evaluation import Layer, Share, load_reports, measure_records
from kashf.records import record_from_json

SHARED = Path(__file__).parents[3] / "shared"
MEASURE = SHARED / "score" / "score.py"
FOLDERS = ("seed", "scored")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not MEASURE.exists(), reason="the gold of the first reports is not at hand"),
]


def _text(folder: Path, report: str) -> str:
    content = (folder / report).read_text(encoding="utf-8")
    return str(json.loads(content)["text"]) if report.endswith(".json") else content


def _under_one_name(layer: Layer) -> Layer:
    """Theirs counts the place something came from and the source of a claim together, as `origin`."""
    parts = dict(layer.parts)
    parts["origin"] = parts.get("origin", Share()) + parts.pop("source", Share())
    return replace(layer, parts=parts)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", FOLDERS)
def test_the_same_records_score_the_same(
    name: str, seed: int, imitate: Callable[[Mapping[str, Any], str, int], str], tmp_path: Path
) -> None:
    folder = SHARED / "reports" / name
    golds = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.gold.yaml"))]
    lines = [imitate(gold, _text(folder, gold["report"]), seed) for gold in golds if "report" in gold]
    records = tmp_path / "records.jsonl"
    records.write_text("\n".join(lines), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, MEASURE, folder, records, "--json"], capture_output=True, check=True, encoding="utf-8"
    )
    theirs = json.loads(printed.stdout)
    ours = measure_records(load_reports(folder), map(record_from_json, lines)).overall()
    for layer, counted in ours.layers().items():
        assert counted.gold > 0
        assert 0 < counted.f1() < 1 or layer == "quotes"
        ours_as_theirs = _under_one_name(counted).figures()
        assert theirs[layer] == {key: ours_as_theirs[key] for key in theirs[layer]}
