"""`kashf show`: one thing in full."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("c-b3", "conviction of Nader al-Kathib"),
        ("e-nad", "Cyrillic: Надер аль-Катиб"),
        ("ليلي", "deputy prosecutor (Harbour Post)"),
        ("r-c", "figure, about 300 kg"),
        ("f-title", "deputy prosecutor"),
    ],
)
def test_anything_can_be_shown(harbour, wanted, shown):
    told = harbour("show", wanted)
    assert told.code == 0
    assert shown in told.out


@pytest.mark.parametrize(
    ("wanted", "shows"), [("c-a1", "claim"), ("e-dune", "entity"), ("r-a", "report"), ("f-gold", "finding")]
)
def test_anything_can_be_shown_as_json(harbour, wanted, shows):
    assert json.loads(harbour("show", wanted, "--json").out)["shows"] == shows


def test_it_is_told_in_the_language_asked_for(harbour):
    assert "تهريب" in harbour("show", "c-a1", "--language", "ar").out
    assert "تهريب" in harbour("--language", "ar", "show", "c-a1").out


@pytest.mark.parametrize(
    ("wanted", "complaint"),
    [
        ("c-a", "kashf: 'c-a' fits 5 things: c-a1, c-a2, c-a3, c-a4, c-a5. Write more of the id.\n"),
        ("e-laylu", "kashf: Nothing has the id or name 'e-laylu'. Near it: e-layla (Layla Hamdan).\n"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(harbour, wanted, complaint):
    told = harbour("show", wanted)
    assert (told.code, told.out, told.err) == (1, "", complaint)
