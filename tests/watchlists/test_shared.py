"""The official lists as their publishers wrote them, where they lie beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.watchlists import read_watchlist

LISTS = Path(__file__).parents[3] / "shared" / "lists"

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not LISTS.exists(), reason="the lists are not at hand")]


@pytest.mark.parametrize(
    ("name", "persons", "entries", "arabic"),
    [
        ("un_consolidated_2018-10-29.xml", 703, 1093, 350),
        ("ofac_2019", 3845, 7379, 0),
        ("eu_2002_881_alqaida_isil.csv", 262, 350, 40),
    ],
)
def test_every_entry_is_read_without_a_problem(name, persons, entries, arabic):
    found = read_watchlist(LISTS / name)
    assert found.problems == ()
    assert len(found.watchlist.entries) == entries
    assert sum(entry.kind == "person" for entry in found.watchlist.entries) == persons
    in_arabic = (entry for entry in found.watchlist.entries if any("ء" <= name[0] <= "ي" for name in entry.names))
    assert sum(1 for _ in in_arabic) >= arabic


@pytest.mark.parametrize("name", ["un_consolidated_2018-10-29.xml", "ofac_2019", "eu_2002_881_alqaida_isil.csv"])
def test_names_are_names(name):
    """No remark, date or bracket is left in them, but for a few that the lists themselves garble."""
    entries = read_watchlist(LISTS / name).watchlist.entries
    names = [name for entry in entries for name in (*entry.names, *entry.weak)]
    odd = [name for name in names if set(name) & set("()[];") or len(name) > 120]
    assert len(odd) <= 5, odd
