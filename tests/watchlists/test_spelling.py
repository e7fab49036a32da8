"""Names as lists write them become names as they are said."""

from __future__ import annotations

import pytest

from kashf.watchlists.spelling import clean, names_in, spelled


def said(cell, kind="person", quality="good"):
    return [(name.text, name.quality) for name in spelled(names_in(cell, quality), kind)]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("NOOR, Selim", ["Selim NOOR"]),
        ("OBREN, Marta de la", ["Marta de la OBREN"]),
        ("Obren, Jr.", ["Obren, Jr."]),
        ("Selim Noor; Salim Nur", ["Selim Noor", "Salim Nur"]),
        ("a) Selim Noor, b) Salim Nur", ["Selim Noor", "Salim Nur"]),
        ("(i) Selim Noor (ii) Salim Nur", ["Selim Noor", "Salim Nur"]),
        ("سليم نور ، سالم نور", ["سليم نور", "سالم نور"]),
        ("البحري، سليم", ["سليم البحري"]),
        ("البحري، سليم نور", ["سليم نور البحري"]),
        ("داعش، حماس", ["داعش", "حماس"]),
        ("سليم، سالم، سلام", ["سليم", "سالم", "سلام"]),
        ("Selim Noor (formerly listed as)", ["Selim Noor"]),
        ("Selim Noor (born 3 May 1970)", ["Selim Noor"]),
        ("Selim Noor. Date of birth: 3.5.1970. Place of birth: Aden", ["Selim Noor"]),
        ("سليم نور (Selim Noor", ["سليم نور", "Selim Noor"]),
        ("Selim (original script: Селим)", ["Selim", "Селим"]),
        ("Selim Noor)", ["Selim Noor"]),
        ("“Selim Noor”", ["Selim Noor"]),
        ("Juday’", ["Juday’"]),
        ("-0-", []),
        ("11.4.1963", []),
        ("غير معروف", []),
    ],
)
def test_a_persons_names(cell, names):
    assert [text for text, _ in said(cell)] == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Harbour Relief Front (HRF)", [("Harbour Relief Front", "good"), ("HRF", "good")]),
        ("Harbour Relief Front (the dockers)", [("Harbour Relief Front", "good"), ("the dockers", "weak")]),
        ("Dockside Aid (previously listed as)", [("Dockside Aid", "former")]),
        ("Mersa Exchange, Ltd.", [("Mersa Exchange, Ltd.", "good")]),
        ("Mersa Exchange / Mersa Gold", [("Mersa Exchange", "good"), ("Mersa Gold", "good")]),
        ("A/S Mersa", [("A/S Mersa", "good")]),
    ],
)
def test_a_bodys_names(cell, names):
    assert said(cell, "organisation") == names


@pytest.mark.parametrize("nothing", [None, "", "  ", "N/A", "-0- ", "inconnu", "нет"])
def test_what_says_nothing_is_empty(nothing):
    assert clean(nothing) == ""
