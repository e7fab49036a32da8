"""Finding whom a name may mean: in all the names at hand, and as the ledger finds it."""

from __future__ import annotations

import pytest

from kashf.ledger import View
from kashf.workbench.naming import NamesAtHand

NAMED = [("e-1", "Karim Haddad"), ("e-2", "كريم حداد"), ("e-3", "Haddad\nBrothers"), ("e-4", "Anna Ivanova")]


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("haddad", ["e-1", "e-3"]),
        ("HADDAD", ["e-1", "e-3"]),
        ("addad  brothers", ["e-3"]),
        ("حداد", ["e-2"]),
        ("a", ["e-1", "e-3", "e-4"]),
        ("haddad haddad", []),
        ("anna ivanova", ["e-4"]),
        ("", []),
        ("\n", []),
    ],
)
def test_a_part_of_a_name_is_found_in_the_order_of_the_names(part, found):
    assert NamesAtHand(NAMED).having(part, 9) == found
    assert NamesAtHand(NAMED).having(part, 1) == found[:1]


def test_there_may_be_no_names():
    assert NamesAtHand([]).having("haddad", 9) == []


def test_it_finds_what_the_ledger_finds(example_ledger):
    with View(example_ledger) as view:
        at_hand = NamesAtHand(view.each_name())
        for part in ("an", "Al", "ال", "bank", "e", "zzz"):
            assert at_hand.having(part, 50) == [one.entity.id for one in view.entities_called(part, 50)]
