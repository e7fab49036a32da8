"""Names held against texts in which somebody marked them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation import NamedText, measure_names, read_names
from kashf.evaluation.naming import Name
from kashf.records import Mention, Record, Report

TAGGED = "والوزير\tO\nسامي\tB-PERS\nالحداد\tI-PERS\nفي\tO\nوبغداد\tB-LOC\n.\tO\n\nقال\tO\nالدرهم\tB-MISC\n\n"


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, content: str) -> Path:
        (tmp_path / name).write_text(content, encoding="utf-8")
        return tmp_path / name

    return write


def _finding(*found: tuple[str, str]) -> Callable[[Report], Record]:
    """An extractor that finds these words, of these kinds."""

    def extract(report: Report) -> Record:
        places = [(report.text.index(words), words, kind) for words, kind in found if words in report.text]
        return Record(report, tuple(Mention(at, at + len(w), w, kind) for at, w, kind in places))  # type: ignore[arg-type]

    return extract


def test_tagged_words_become_a_text_with_names(written: Callable[[str, str], Path]) -> None:
    [text] = read_names(written("some.tsv", TAGGED))
    assert text.text == "والوزير سامي الحداد في وبغداد .\nقال الدرهم"
    assert [(text.text[n.start : n.end], n.kind) for n in text.names] == [
        ("سامي الحداد", "person"),
        ("وبغداد", "place"),
    ]


def test_stories_become_texts_with_names(written: Callable[[str, str], Path]) -> None:
    story = "- story: one\n  split: test\n  text: |\n    [Rania Hale|p] left [Basra|l] on the [Al-Nur|f].\n"
    [text] = read_names(written("names.en.yaml", story))
    assert (text.id, text.language, text.split, text.text) == (
        "one",
        "en",
        "test",
        "Rania Hale left Basra on the Al-Nur.\n",
    )
    assert [name.kind for name in text.names] == ["person", "place", "place"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.tsv", "قال\tO\nسامي\n", "line 2"),
        ("a.tsv", "سامي\tX-PERS\n", "line 1"),
        ("a.tsv", "\n\n", "no text in it"),
        ("a.yaml", "- story: x\n", "story 1"),
        ("a.yaml", "- {story: x, text: '[Rome|z]'}\n", "none of the kinds"),
        ("a.yaml", "- [", "mend the file"),
    ],
)
def test_what_is_malformed_is_named(
    written: Callable[[str, str], Path], name: str, content: str, complaint: str
) -> None:
    with pytest.raises(DataError, match=complaint):
        read_names(written(name, content))


JUDGED = [
    ((("سامي الحداد", "person"), ("بغداد", "place")), (1.0, 1.0)),
    ((("سامي الحداد", "person"), ("وبغداد", "place")), (1.0, 1.0)),
    ((("الحداد", "person"), ("بغداد", "facility")), (0.5, 0.5)),
    ((("سامي الحداد", "organisation"),), (0.0, 0.0)),
    ((), (0.0, 0.0)),
]


@pytest.mark.parametrize(("found", "worth"), JUDGED)
def test_names_are_right_where_span_and_kind_are(
    written: Callable[[str, str], Path], found: tuple[tuple[str, str], ...], worth: tuple[float, float]
) -> None:
    plain = measure_names(read_names(written("some.tsv", TAGGED)), _finding(*found)).plain["all"]
    assert (plain["precision"], plain["recall"]) == worth


def test_a_name_within_a_longer_one_does_not_count() -> None:
    text = NamedText("one", "en", "the Bank of Basra", (Name(4, 17, "organisation"),))
    verdict = measure_names([text], _finding(("Bank of Basra", "organisation"), ("Basra", "place")))
    assert verdict.plain["all"]["f1"] == 1.0


def test_misses_say_what_and_where() -> None:
    text = NamedText("one", "en", "Hale left Basra", (Name(0, 4, "person"),))
    assert measure_names([text], _finding(("Basra", "place"))).misses == (
        "one\tmissed\tperson\tHale\tHale left Basra",
        "one\textra\tplace\tBasra\tHale left Basra",
    )
