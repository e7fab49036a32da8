"""Names by GLiNER, over a stand-in with its interface."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kashf.errors import ExtractorError
from kashf.extractors import GlinerExtractor, load_model

TEXT = "The quorvath sold oil to Brenlik Trading for $5 million."


class StandIn:
    """Finds the words it was given, wherever they stand."""

    def __init__(self, *found: Mapping[str, Any]) -> None:
        self.found = found
        self.asked: list[str] = []

    def predict_entities(self, text: str, labels: Sequence[str], threshold: float) -> Sequence[Mapping[str, Any]]:
        assert labels
        assert 0 < threshold < 1
        self.asked.append(text)
        return [
            {"start": text.index(one["text"]), "end": text.index(one["text"]) + len(one["text"]), "score": 0.9, **one}
            if str(one.get("text")) in text
            else one
            for one in self.found
        ]


def test_names_beside_ours_are_added_before_claims_are_made(report: Callable) -> None:
    extractor = GlinerExtractor(StandIn({"text": "quorvath", "label": "armed group"}), "tiny")
    record = extractor(report(TEXT, "en"))
    assert ("quorvath", "group") in [(mention.text, mention.kind) for mention in record.mentions]
    assert record.refused is None
    assert extractor.told() == {"name": "gliner/tiny", "taken": 1, "refused": 0, "reasons": {}}


def test_where_we_have_a_name_ours_stands(report: Callable) -> None:
    text = "Islamic State sold oil in Mosul."
    record = GlinerExtractor(StandIn({"text": "State", "label": "place"}), "tiny")(report(text, "en"))
    assert "State" not in [mention.text for mention in record.mentions]


REFUSED = [
    ({"text": "Zanthor", "label": "person", "start": 0, "end": 7}, "do not stand in the text"),
    ({"text": "quorvath", "label": "weapon"}, "no such kind"),
    ({"text": "quorvath", "label": ["person"]}, "no such kind"),
    ({"text": 3, "label": "person"}, "not as it was asked for"),
    ({"text": "quorvath", "label": "person", "score": 0.1}, "not as it was asked for"),
    ({"text": "quorvath", "label": "person", "score": float("nan")}, "not as it was asked for"),
    ({}, "no such kind"),
]


@pytest.mark.parametrize(("found", "reason"), REFUSED)
def test_what_is_not_there_is_refused(report: Callable, found: Mapping[str, Any], reason: str) -> None:
    record = GlinerExtractor(StandIn(found), "tiny")(report(TEXT, "en"))
    assert record.refused is not None
    assert reason in record.refused[0].reason


def test_wrong_offsets_are_set_right_by_the_words(report: Callable) -> None:
    found = {"text": "quorvath", "label": "armed group", "start": 3, "end": 9}
    record = GlinerExtractor(StandIn(found), "tiny")(report(TEXT, "en"))
    assert "quorvath" in [mention.text for mention in record.mentions]


def test_long_reports_are_given_in_pieces(report: Callable) -> None:
    model = StandIn()
    GlinerExtractor(model, "tiny")(report("They paid the men a salary. " * 100, "en"))
    assert len(model.asked) > 2


def test_a_model_is_a_folder_here(tmp_path: Path) -> None:
    with pytest.raises(ExtractorError, match="no such folder"):
        load_model(tmp_path / "none")


def test_the_package_is_asked_for_only_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gliner", None)
    with pytest.raises(ExtractorError, match="pip install gliner"):
        load_model(tmp_path)


def test_nothing_is_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, Any] = {}

    class Loader:
        @staticmethod
        def from_pretrained(name: str, **how: object) -> StandIn:
            told.update(how, name=name)
            return StandIn()

    package = ModuleType("gliner")
    package.GLiNER = Loader  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", package)
    load_model(tmp_path)
    assert told == {"name": str(tmp_path), "local_files_only": True}
