"""Names by GLiNER, a small model that finds whatever kinds of names it is asked for (Zaratiana and others 2023).

The names it finds are added to our own before clauses are read, so that claims have them too. The package `gliner` is
no part of Kashf, and the model is a folder on this machine: nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from kashf.errors import ExtractorError
from kashf.extraction.chain import analyse, as_record
from kashf.extractors.anchoring import Anchors
from kashf.extractors.passages import passages
from kashf.extractors.tally import Tally
from kashf.records import Mention, Record, Refusal, Report, Span
from kashf.records.spans import MentionKind

__all__ = ["KINDS", "GlinerExtractor", "NameModel", "load_model"]

KINDS: Mapping[str, MentionKind] = {
    "person": "person",
    "organization": "organisation",
    "armed group": "group",
    "place": "place",
    "facility": "facility",
}
"""What the model is asked for, and what we call it."""
THRESHOLD = 0.5
"""The score from which on a name is taken: the package's own."""
LONGEST_PASSAGE = 1_200
"""Characters: some 200 words; the models cut what is longer than 384."""


class NameModel(Protocol):
    """What GLiNER offers."""

    def predict_entities(self, text: str, labels: Sequence[str], threshold: float) -> Sequence[Mapping[str, Any]]:
        """The names in a text: `start`, `end`, `text`, `label`, `score` of each."""


def load_model(folder: Path) -> NameModel:
    """The model in a folder. Raises ExtractorError where there is none, or the package is not installed."""
    if not folder.is_dir():
        raise ExtractorError(f"{folder}: no such folder; download a GLiNER model and name the folder it lies in.")
    try:
        gliner = import_module("gliner")
    except ImportError as error:
        raise ExtractorError("GLiNER is not installed; install it beside Kashf: pip install gliner") from error
    try:
        model: NameModel = gliner.GLiNER.from_pretrained(str(folder), local_files_only=True)
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise ExtractorError(f"{folder}: no model that GLiNER can load ({error}).") from error
    return model


class GlinerExtractor:
    """Makes records of reports: our own stages, given the names that the model finds beside ours."""

    def __init__(self, model: NameModel, name: str) -> None:
        self.name = f"gliner/{name}"
        self.tally = Tally()
        self._model = model

    def told(self) -> dict[str, Any]:
        """What it gave, and what was refused for which reasons, as plain values."""
        return {"name": self.name, **self.tally.told()}

    def __call__(self, report: Report) -> Record:
        """The record of a report, with what was refused."""
        refused: list[Refusal] = []
        names = tuple(self._names(report, refused))
        self.tally.add(len(names), refused)
        return replace(as_record(analyse(report, names)), refused=tuple(refused) or None)

    def _names(self, report: Report, refused: list[Refusal]) -> Iterator[Mention]:
        anchors = Anchors(report.text)
        for passage in passages(report, LONGEST_PASSAGE):
            for said in self._model.predict_entities(passage.text, list(KINDS), THRESHOLD):
                found = _found(said, passage, anchors)
                if isinstance(found, Mention):
                    yield found
                else:
                    refused.append(Refusal("name", str(said)[:200], found, self.name))


def _found(said: Mapping[str, Any], passage: Span, anchors: Anchors) -> Mention | str:
    """A name as a mention, or why it is none."""
    words, label, score = said.get("text"), said.get("label"), said.get("score", 1.0)
    if not isinstance(label, str) or label not in KINDS:
        return "there is no such kind of name"
    if not isinstance(words, str) or not isinstance(score, float | int) or not THRESHOLD <= score <= 1:
        return "not as it was asked for"
    start = said.get("start")
    near = passage.start + start if isinstance(start, int) else passage.start
    found = anchors.find(words, Span(near, near + len(words), words))
    if found is None or not passage.covers(found):
        return "the words do not stand in the text"
    return Mention(found.start, found.end, found.text, KINDS[label])
