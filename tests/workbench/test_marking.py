from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.records import Region
from kashf.views.details import Layer
from kashf.workbench.marking import Claimed, paragraphs

TEXT = "Gold left\n\nThe gang sold 40 bars of gold.\n"
REGIONS = (Region("title", 0, 9), Region("body", 11, len(TEXT)))


def _layer(kind, words, label=""):
    at = TEXT.index(words)
    return Layer(kind, at, at + len(words), label or words)


def test_a_stretch_lies_in_all_layers_over_it():
    layers = (_layer("claim", "The gang sold 40 bars"), _layer("figure", "40 bars", "40"))
    at = layers[0]
    [title, body] = paragraphs(TEXT, REGIONS, layers, (Claimed(1, "c-1", at.start, at.end),))
    assert title.kind == "title"
    assert [(one.text, one.kinds) for one in body.stretches] == [
        ("The gang sold ", ("claim",)),
        ("40 bars", ("claim", "figure")),
        (" of gold.", ()),
    ]
    assert [one.labels for one in body.stretches] == [(), ("40",), ()]
    assert [bool(one.ending) for one in body.stretches] == [False, True, False]


places = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).filter(lambda pair: pair[0] < pair[1])


@settings(deadline=None)
@given(st.text("ab \n", max_size=40), st.lists(st.tuples(st.sampled_from(["claim", "quote", "time"]), places)))
def test_nothing_of_the_text_is_lost(text, told):
    layers = [Layer(kind, start, min(end, len(text)), "x") for kind, (start, end) in told if start < len(text)]
    claims = [Claimed(1, "c", layer.start, layer.end) for layer in layers if layer.kind == "claim"]
    shown = ["".join(one.text for one in line.stretches) for line in paragraphs(text, (), layers, claims)]
    assert shown == [line for line in text.split("\n") if line.strip()]


@settings(deadline=None)
@given(st.text("ab \n", min_size=1, max_size=40), places)
def test_every_claim_ends_somewhere_unless_it_ends_with_a_line(text, place):
    start, end = place[0], min(place[1], len(text))
    if start >= end or not text[end - 1].strip():
        return
    claim = Claimed(1, "c", start, end)
    layer = Layer("claim", start, end, "x")
    ending = [
        one for line in paragraphs(text, (), (layer,), (claim,)) for part in line.stretches for one in part.ending
    ]
    assert ending == [claim]


@pytest.mark.parametrize("text", ["", "\n\n", "  \n "])
def test_nothing_makes_no_paragraph(text):
    assert list(paragraphs(text, (), (), ())) == []
