"""What names are worth on the stories kept for measuring: floors a little below what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.evaluation import measure_names, read_names
from kashf.extraction import extract

CORPUS = Path(__file__).parents[2] / "corpus"
FLOORS = {"ar": 0.9, "en": 0.85, "fr": 0.85, "ru": 0.83}


@pytest.mark.parametrize("language", FLOORS)
def test_names_are_found_in_stories_nobody_tuned_to(language: str) -> None:
    texts = [text for text in read_names(CORPUS / f"names.{language}.yaml") if text.split == "test"]
    assert measure_names(texts, extract).plain["all"]["f1"] >= FLOORS[language]
