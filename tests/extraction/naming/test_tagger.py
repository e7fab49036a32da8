"""The tagger on weights made by hand: what speaks for a label, what may follow what, what a second reading knows."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.naming.hints import Hints
from kashf.extraction.naming.tagger import Tagged, Tagger, cuts, recalled, spans_of, tagger_of
from kashf.extraction.naming.traits import AROUND
from kashf.extraction.words.arabic import read_arabic
from kashf.extraction.words.word import Word
from kashf.language.weights import TaggerWeights
from kashf.text.folding import fold
from kashf.text.tokens import tokenise

LABELS = ("O", "B-person", "I-person")


def words(text: str) -> tuple[Word, ...]:
    knowledge = knowledge_of("ar")
    assert knowledge.splitter is not None
    assert not isinstance(knowledge.lexicon, str)
    return read_arabic(text, tokenise(fold(text)), knowledge.lexicon, knowledge.splitter)  # type: ignore[arg-type]


def tagger(speaking: Mapping[str, tuple[float, float, float]], *names: tuple[str, str]) -> Tagger:
    """A tagger of weights by trait: of the form of a word N before with `N trait`, else of where a word stands."""
    moves = np.zeros((3, 3), dtype=np.float32)
    moves[0, 2] = -9  # nothing is within a name that has not begun
    forms = {trait: rows for trait, rows in speaking.items() if " " in trait}
    contexts = {trait: rows for trait, rows in speaking.items() if " " not in trait}
    form_rows = np.zeros((len(forms), len(AROUND), 3), dtype=np.float32)
    for line, (trait, row) in enumerate(forms.items()):
        form_rows[line, AROUND.index(int(trait.split(" ")[0]))] = row
    weights = TaggerWeights(
        labels=LABELS,
        forms={trait.split(" ")[1]: line for line, trait in enumerate(forms)},
        form_rows=form_rows,
        contexts={trait: line for line, trait in enumerate(contexts)},
        context_rows=np.array([*contexts.values()], dtype=np.float32).reshape(-1, 3),
        moves=moves,
    )
    return Tagger("ar", weights, [Hints(names)])


def test_what_a_word_is_speaks_for_a_label() -> None:
    found = tagger({"0 st=سامي": (0, 2, 0), "-1 st=سامي": (0, 0, 2)}).find(words("قال سامي الحداد إن"))
    assert found == (Tagged(1, 3, "person"),)


def test_what_stands_before_speaks_too() -> None:
    assert tagger({"-1 st=وزير": (0, 2, 0)}).find(words("قال الوزير سامي")) == (Tagged(2, 3, "person"),)


def test_the_end_of_a_sentence_parts() -> None:
    assert tagger({"-1 st=وزير": (0, 2, 0)}).find(words("خرج الوزير\nسامي باق")) == ()


def test_a_hint_is_a_trait() -> None:
    found = tagger({"0 g=persons-B": (0, 1, 0), "0 g=persons-E": (0, 0, 1)}, ("نور الشريف", "persons"))
    assert found.find(words("غنى نور الشريف")) == (Tagged(1, 3, "person"),)


def test_the_second_reading_knows_the_first() -> None:
    reader = tagger({"0 st=سامي": (0, 2, 0), "-1 st=سامي": (0, 0, 2), "d=person-last": (0, 3, 0)})
    at = words("خرج سامي عقرب. وعاد عقرب")
    assert reader.find(at) == (Tagged(1, 3, "person"), Tagged(5, 6, "person"))


def test_without_words_there_are_no_names() -> None:
    assert tagger({}).find(()) == ()


LABELLED = [
    ("O B-person I-person O", [(1, 3, "person")]),
    ("B-person B-person", [(0, 1, "person"), (1, 2, "person")]),
    ("B-person I-place", [(0, 1, "person"), (1, 2, "place")]),
    ("I-person O", [(0, 1, "person")]),
    ("O O", []),
]


@pytest.mark.parametrize(("labels", "names"), LABELLED)
def test_labels_mark_names(labels: str, names: list[tuple[int, int, str]]) -> None:
    assert [(name.first, name.last, name.kind) for name in spans_of(labels.split())] == names


def test_a_word_does_not_recall_itself() -> None:
    assert recalled(["سامي", "عقرب", "ثم", "عقرب"], [Tagged(0, 2, "person")]) == {3: ("person-last",)}


def test_sentences_are_cut_behind_stops_and_at_line_ends() -> None:
    assert cuts(words("خرج. عاد\nنام")) == [(0, 2), (2, 3), (4, 5)]


TEXTS = st.text(st.sampled_from("سامي الحداد وزير في بغداد قال. «»،_12\nab"), max_size=120)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_names_stand_in_any_text(text: str) -> None:
    reader = tagger_of("ar")
    assert reader is not None
    at = words(text)
    found = reader.find(at)
    assert all(0 <= name.first < name.last <= len(at) for name in found)
    assert all(name.last <= other.first for name, other in pairwise(found))
