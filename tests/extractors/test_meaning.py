"""What sentences mean, with a stand-in for the model."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

import numpy as np
import pytest

from kashf.errors import ExtractorError
from kashf.extractors.meaning import SentenceMeaning, sentence_meaning

TOPICS = ("gold", "court", "bank", "ship")
IN_FRENCH = {"or": "gold", "tribunal": "court", "banque": "bank", "navire": "ship"}


class Topics:
    """A model that knows four topics in two languages."""

    def __init__(self) -> None:
        self.asked = 0

    def passage(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += len(texts)
        words = [[IN_FRENCH.get(word, word) for word in text.lower().strip(".").split()] for text in texts]
        return np.array([[1.0, *(float(topic in told) for topic in TOPICS)] for told in words])


GOLD, COURT, BANK = "The smugglers sold the gold.", "They stood before a court.", "Money lay in a bank."
OR, TRIBUNAL, NAVIRE = "Ils ont vendu cet or.", "Jugés par un tribunal.", "Il y avait un navire."


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        (f"{GOLD} {COURT}", f"{OR} {TRIBUNAL}", 0.99, 1.0),
        (f"{GOLD} {COURT}", f"{TRIBUNAL} {OR}", 0.99, 1.0),
        (f"{GOLD} {COURT}", f"{OR} {NAVIRE}", 0.4, 0.6),
        (f"{GOLD} {COURT} {BANK}", OR, 0.2, 0.5),
        (GOLD, NAVIRE, 0.0, 0.1),
        ("", OR, 0.0, 0.0),
    ],
)
def test_each_sentence_has_its_best_counterpart(one: str, other: str, low: float, high: float) -> None:
    assert low <= SentenceMeaning(Topics())(one, other) <= high


def test_a_text_is_asked_for_once() -> None:
    topics = Topics()
    meaning = SentenceMeaning(topics)
    meaning(GOLD, OR)
    before = topics.asked
    meaning(GOLD, OR)
    assert topics.asked == before


def test_without_the_package_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr("kashf.extractors.meaning.import_module", missing)
    with pytest.raises(ExtractorError, match=r"kashf\[meaning\]"):
        sentence_meaning()
