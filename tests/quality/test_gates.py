"""Quality is kept: no score falls below its gate, and no gate stands on another corpus than the one it was set on."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from kashf.evaluation import GATES_FILE, Gates, as_plain, digest, load_corpus, measure, read_gates, shortfalls

EXTRACTION = "kashf.extraction"


@pytest.fixture(scope="module")
def gates(corpus: Path) -> Gates:
    gates = read_gates(corpus / GATES_FILE)
    if gates is None:
        pytest.skip("no gates are pinned yet: kashf evaluate corpus --pin")
    return gates


def test_gates_stand_on_this_corpus(gates: Gates, corpus: Path) -> None:
    assert gates.digest == digest(corpus), "The corpus changed: measure it, and pin its scores anew with --pin."


def test_no_score_is_below_its_gate(gates: Gates, corpus: Path) -> None:
    measured = measure(load_corpus(corpus), importlib.import_module(EXTRACTION).extract)
    lost = shortfalls(gates.scores, as_plain(measured.scores))
    assert not lost, "\n  ".join(["Scores below their gates:", *map(str, lost)])
