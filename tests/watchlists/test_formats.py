"""Every format gives the same entries: the invented persons, bodies and ships of data/."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from kashf.watchlists import ListOptions, read_watchlist

DATA = Path(__file__).parent / "data"

OFFICIAL = [
    ("un.xml", "un", "un-xml", "2021-03-04", 3),
    ("ofac", "ofac-sdn", "ofac-csv", None, 3),
    ("sdn.xml", "ofac-sdn", "ofac-xml", "2021-03-04", 2),
    ("sdn_advanced.xml", "ofac-sdn", "ofac-advanced-xml", "2021-03-04", 2),
    ("eu.xml", "eu", "eu-xml", "2021-03-04", 2),
    ("eu.csv", "eu", "table", "2021-03-04", 2),
    ("entities.ftm.json", "entities-ftm", "ftm", None, 3),
]


@pytest.fixture(params=OFFICIAL, ids=lambda row: row[0])
def official(request):
    file, name, form, version, entries = request.param
    found = read_watchlist(DATA / file).watchlist
    assert (found.name, found.format, found.version, len(found.entries)) == (name, form, version, entries)
    return found


def test_the_person_has_name_kind_and_day_of_birth(official):
    salim = official.entries[0]
    assert salim.name.upper() == "SALIM NOUR AL-BAHRI"
    assert salim.kind == "person"
    assert salim.details["born"] in [("1971-02-03",), ("03 Feb 1971",)]


def test_the_body_is_a_body(official):
    [front] = [entry for entry in official.entries if entry.name.upper() == "HARBOUR RELIEF FRONT"]
    assert front.kind == "organisation"


@pytest.mark.parametrize("file", ["un.xml", "sdn_advanced.xml", "eu.xml", "eu.csv", "entities.ftm.json"])
def test_names_in_their_own_script_are_names(file):
    assert "سالم نور البحري" in read_watchlist(DATA / file).watchlist.entries[0].names


@pytest.mark.parametrize("file", ["un.xml", "ofac", "sdn.xml", "sdn_advanced.xml", "entities.ftm.json"])
def test_a_name_that_lapsed_is_a_name_and_told_as_one(file):
    [front] = [entry for entry in read_watchlist(DATA / file).watchlist.entries if "HARBOUR" in entry.name.upper()]
    assert "DOCKSIDE AID" in [name.upper() for name in front.names]
    assert [name.upper() for name in front.details["former"]] == ["DOCKSIDE AID"]


@pytest.mark.parametrize("file", ["ofac", "sdn.xml", "sdn_advanced.xml", "eu.xml", "entities.ftm.json"])
def test_a_weak_name_is_kept_apart(file):
    salim = read_watchlist(DATA / file).watchlist.entries[0]
    assert [name.upper() for name in salim.weak] == ["THE CLERK"]


def test_the_un_names_several_in_one_cell_and_acronyms_in_brackets():
    salim, _, front = read_watchlist(DATA / "un.xml").watchlist.entries
    assert salim.names[2:] == ("Selim Noor", "Abu Rima")
    assert salim.weak == ("الحاج", "المحاسب")
    assert front.names[:2] == ("HARBOUR RELIEF FRONT", "HRF")
    assert salim.key == "HBi.001"
    assert salim.details["identifier"] == ("YE 4471 (Passport)",)


def test_the_three_files_of_ofac_are_put_together():
    found = read_watchlist(DATA / "ofac" / "sdn.csv")
    salim, front, heron = found.watchlist.entries
    assert salim.names == ("Salim Nour AL-BAHRI", "Selim NOOR")
    assert salim.details["programme"] == ("HARBOUR", "SDGT")
    assert salim.details["birthplace"] == ("Mukalla, Yemen",)
    assert front.details["address"] == ("Aden, Yemen",)
    assert heron.kind == "facility"
    assert ["alt.csv, row 3" in str(problem) for problem in found.problems] == [True]  # the alias of an entry 999


def test_ofac_without_its_other_files_says_what_is_missing(tmp_path):
    shutil.copy(DATA / "ofac" / "sdn.csv", tmp_path)
    found = read_watchlist(tmp_path / "sdn.csv")
    assert [problem.what for problem in found.problems] == ["is without alt.csv.", "is without add.csv."]


def test_a_zip_of_ofacs_files_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "sdall.zip", "w") as archive:
        for file in (DATA / "ofac").iterdir():
            archive.write(file, f"sdall/{file.name.upper()}")
    assert "Selim NOOR" in read_watchlist(tmp_path / "sdall.zip").watchlist.entries[0].names


def test_a_list_can_be_named():
    assert read_watchlist(DATA / "un.xml", ListOptions(name="harbour")).watchlist.name == "harbour"


def test_the_digest_of_a_list_does_not_hang_on_its_order(tmp_path):
    lines = (DATA / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    (tmp_path / "turned.json").write_text("\n".join(reversed(lines)), encoding="utf-8")
    turned = read_watchlist(tmp_path / "turned.json").watchlist
    assert turned.digest == read_watchlist(DATA / "entities.ftm.json").watchlist.digest
