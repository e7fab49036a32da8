"""Screening as it is shown: in a terminal in both languages, as JSON, as comma-separated text."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from kashf.exchange.cells import harmless
from kashf.exchange.screening_files import (
    CSV_COLUMNS,
    TEXT_CSV_COLUMNS,
    screening_csv,
    screening_json,
    spotting_csv,
    spotting_json,
)
from kashf.exchange.terminal_screening import print_screening
from kashf.exchange.terminal_spotting import print_spotting
from kashf.names.comparing import Comparison, Evidence
from kashf.names.scanning import Spotted
from kashf.names.screening import ListMatch, Match
from kashf.records import Listed, Watchlist
from kashf.views import Dossier
from kashf.views.screening import Screening, ScreeningManner, screened_entries
from kashf.views.spotting import TextScreening, screened_text

NAMES = Watchlist(
    "clients",
    "table",
    (
        Listed(
            "17",
            "unknown",
            ("Nader al-Kathib", "نادر الكثيب"),
            (),
            {"born": ("1970",), "country": ("Velmora",)},
            "row 2",
        ),
        Listed("18", "unknown", ("ليلى حمدان",), (), {}, "row 3"),
        Listed("19", "unknown", ("Ann Obren",), (), {}, "row 4"),
    ),
)
FACTS = {"programme": ("Harbour",), "former": ("N. K.",)}
LIST = Watchlist(
    "un",
    "un-xml",
    (
        Listed("HBi.7", "person", ("NADER AL-KATHIB",), ("the trader",), FACTS),
        Listed("HBe.1", "organisation", ("DUNE NETWORK", "شبكة الكثيب")),
    ),
    "2021-03-04",
)  # fmt: skip


SAME = Comparison(0.93, (Evidence("same", 1.0, 2.0, "The names are the same, word for word."),))
ALIKE = Comparison(
    0.81,
    (
        Evidence("covered", 0.9, 4.5, "So much of the shorter name stands in the longer one."),
        Evidence("unlike", 0.2, -0.8, "Parts that stand for each other do not sound quite alike.", "al-kathib"),
    ),
)
FOUND = {"17": ("e-nader", "Nader al-Kathib", ALIKE), "18": ("e-layla", "ليلى حمدان", SAME)}
"""Fixed matches: how names are compared is told elsewhere, and is not to change what is shown here."""


def _matches(entries, entities, options=None, indexed=None) -> dict[str, tuple[Match, ...]]:
    known = {entity.id: entity for entity in entities}
    return {
        entry.key: (Match(entry, known[FOUND[entry.key][0]], entry.name, *FOUND[entry.key][1:]),)
        for entry in entries
        if entry.key in FOUND
    }


def _on_lists(names, indexes, options=None) -> dict[str, tuple[ListMatch, ...]]:
    return {"17": (ListMatch(LIST.entries[0], "NADER AL-KATHIB", "Nader al-Kathib", SAME),)}


class FixedIndex:
    """Finds the entries of the list where their names stand just so."""

    def spot(self, text, _options=None) -> tuple[Spotted, ...]:
        wanted = [
            (LIST.entries[0], ("نادر الكثيب", "Nader al-Kathib")),
            (LIST.entries[1], ("شبكة الكثيب", "Dune Network")),
        ]
        found = [
            Spotted(entry, place.start(), place.end(), name, entry.name, SAME if entry.key == "HBe.1" else ALIKE)
            for entry, names in wanted
            for name in names
            for place in re.finditer(name, text)
        ]
        return tuple(sorted(found, key=lambda one: one.start))


@pytest.fixture
def names(invented: Dossier, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Screening]:
    monkeypatch.setattr("kashf.views.screening.screen", _matches)
    monkeypatch.setattr("kashf.views.screening.screen_names", _on_lists)
    return lambda language: screened_entries(invented, NAMES, ScreeningManner(language), [LIST])


@pytest.fixture
def texts(invented: Dossier) -> Callable[[str], TextScreening]:
    lists = {id(entry): "un" for entry in LIST.entries}

    def screened(language: str) -> TextScreening:
        manner, index = ScreeningManner(language), FixedIndex()
        found = tuple(screened_text(record.report, index, lists, manner) for record in invented.records)
        return TextScreening(language, ("un",), 4, found)

    return screened


def printed(show: Callable[[Console], None], width: int = 100) -> str:
    console = Console(file=StringIO(), width=width, highlight=False)
    show(console)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_names_in_a_terminal(names, golden, language) -> None:
    golden(f"screening.{language}.txt", printed(lambda console: print_screening(names(language), console)))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_texts_in_a_terminal(texts, golden, language) -> None:
    golden(f"spotting.{language}.txt", printed(lambda console: print_spotting(texts(language), console)))


def test_as_files(names, texts, golden) -> None:
    golden("screening.json", screening_json(names("en")))
    golden("screening.csv", screening_csv(names("en")))
    golden("spotting.json", spotting_json(texts("en")))
    golden("spotting.csv", spotting_csv(texts("en")))


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_window(names, texts, width) -> None:
    for show in (
        lambda console: print_screening(names("ar"), console),
        lambda console: print_spotting(texts("ar"), console),
    ):
        assert [line for line in printed(show, width).splitlines() if cell_len(line) > width] == []


def test_offsets_lead_to_the_words(invented, texts) -> None:
    by_id = {record.report.id: record.text for record in invented.records}
    for text in json.loads(spotting_json(texts("en")))["texts"]:
        for hit in text["hits"]:
            for place in hit["places"]:
                assert by_id[text["report"]][place["start"] : place["end"]] == place["passage"]["words"]


def test_every_row_has_all_columns(names, texts) -> None:
    for columns, written in ((CSV_COLUMNS, screening_csv(names("en"))), (TEXT_CSV_COLUMNS, spotting_csv(texts("en")))):
        head, *rows = csv.reader(StringIO(written))
        assert tuple(head) == columns
        assert {len(row) for row in rows} == {len(columns)}


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-x", "'-x"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("a=b", "a=b"),
        (None, ""),
        (0.5, "0.5"),
        (-1, "-1"),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet(value, cell) -> None:
    assert harmless(value) == cell
