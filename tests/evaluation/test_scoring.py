"""Judging: what answers what, and which parts are right."""

from __future__ import annotations

from typing import Any

import pytest

from kashf.evaluation import GoldReport, judge, parse_gold
from kashf.records import Attribution, Claim, Figure, Link, Quantity, Quote, Record, Role, Span, Speaker

TEXT = 'Police said Sami moved about 40 million euros to Cyprus. "We froze half of it," said Dana Rehn.'
GOLD: dict[str, Any] = {
    "id": "en-x-1",
    "text": TEXT,
    "figures": [
        {"text": "about 40 million euros", "value": 40000000, "modifier": "about", "unit": ["EUR", "euro"]},
        {"text": "half of it", "value": 0.5, "modifier": "exact", "unit": "fraction"},
    ],
    "quotes": [{"speaker": "rehn", "verb": "said", "starts": "We froze", "ends": "half of it"}],
    "speakers": {"rehn": {"name": "Dana Rehn"}, "police": {"name": "Police"}},
    "claims": [
        {
            "type": "transfer",
            "evidence": "Sami moved about 40 million euros to Cyprus",
            "actor": "Sami",
            "destination": "Cyprus",
            "amount": 40000000,
            "source": "police",
            "mode": "indirect",
        },
        {"type": "freeze", "evidence": "We froze half of it", "amount": 0.5, "source": "rehn", "mode": "direct"},
    ],
    "optional": [],
}


def gold(**changes: Any) -> GoldReport:
    return parse_gold({**GOLD, **changes}, "x", language="en")


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def role(name: str, words: str, **more: Any) -> Role:
    return Role(name, **span(words), **more)


EUROS = Figure(**span("about 40 million euros"), value=40000000, modifier="about", unit="EUR")
HALF = Figure(**span("half"), value=0.5, unit="fraction", resolved=Quantity(20000000, "EUR"))
SPOKEN = Quote(**span("We froze half of it"), verb="said", speaker=Speaker("Rehn", name="Dana Rehn"))
MOVED = Claim(
    "c-1",
    "transfer",
    Span(**span("moved about 40 million euros to Cyprus")),
    (role("actor", "Sami"), role("destination", "to Cyprus"), role("amount", "40 million euros", figure=0)),
    Attribution("indirect", (Link("organisation", "Police"),)),
)
FROZE = Claim(
    "c-2",
    "freeze",
    Span(**span("We froze half of it")),
    (role("amount", "half", figure=1),),
    Attribution("direct", (Link("person", "Rehn", name="Dana Rehn"),)),
)


def record(*claims: Claim, figures: tuple[Figure, ...] = (EUROS, HALF)) -> Record:
    return Record(gold().report(), figures=figures, quotes=(SPOKEN,), claims=claims)


def test_what_is_right_throughout() -> None:
    assessment = judge(gold(), record(MOVED, FROZE))
    assert not assessment.slips
    for layer in assessment.scores.layers().values():
        figures = layer.figures()
        assert all(figures[name] == 1.0 for name in figures if name not in ("gold", "found"))


def changed(claim: Claim, **changes: Any) -> Claim:
    fields = {name: getattr(claim, name) for name in claim.__slots__}
    return Claim(**{**fields, **changes})


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"modality": "planned"}, {"modality"}),
        ({"polarity": "denied"}, {"polarity"}),
        ({"attribution": Attribution("own")}, {"source", "mode"}),
        ({"roles": ()}, {"roles", "actor", "destination", "amount"}),
        ({"roles": (role("destination", "Sami"), *MOVED.roles[1:])}, {"roles", "actor"}),
        ({"roles": (*MOVED.roles[:2], role("amount", "half", figure=1))}, {"amount"}),
    ],
)
def test_each_wrong_part_is_counted_and_listed(changes: dict[str, Any], wrong: set[str]) -> None:
    assessment = judge(gold(), record(changed(MOVED, **changes), FROZE))
    assert {name for name, share in assessment.scores.claims.parts.items() if share.right < share.judged} == wrong
    assert {slip.what.split(" of ")[0] for slip in assessment.slips} == wrong - {"roles"}


@pytest.mark.parametrize(
    ("changes", "matched"),
    [
        ({"type": "seize"}, 1),
        ({"evidence": Span(**span("Sami"))}, 2),
        ({"evidence": Span(**span("We froze"))}, 1),
    ],
)
def test_a_claim_answers_by_type_and_evidence(changes: dict[str, Any], matched: int) -> None:
    claims = judge(gold(), record(changed(MOVED, **changes), FROZE)).scores.claims
    assert (claims.matched, claims.missed, claims.extra) == (matched, 2 - matched, 2 - matched)


@pytest.mark.parametrize(("edition", "matched"), [(1, 2), (2, 1)])
def test_newer_types_stand_for_older_ones_in_the_first_edition_only(edition: int, matched: int) -> None:
    older = {**GOLD, "edition": edition, "claims": [{**GOLD["claims"][0], "type": "fund"}, GOLD["claims"][1]]}
    claims = judge(parse_gold(older, "x", text=TEXT), record(changed(MOVED, type="supply"), FROZE)).scores.claims
    assert claims.matched == matched
    assert claims.extra == 2 - matched


def test_optional_things_are_neither_missed_nor_too_much() -> None:
    wanted = gold(
        claims=GOLD["claims"][:1],
        optional=[{"type": "seize", "evidence": "We froze half of it"}],
        figures=GOLD["figures"][:1],
        optional_figures=["half"],
        quotes=[],
        optional_quotes=["We froze half of it"],
    )
    scores = judge(wanted, record(MOVED, FROZE)).scores
    assert [(layer.missed, layer.extra) for layer in scores.layers().values()] == [(0, 0)] * 3


@pytest.mark.parametrize(
    ("figure", "wrong"),
    [
        (Figure(**span("about 40 million euros"), value=4, modifier="about", unit="EUR"), {"value"}),
        (Figure(**span("40 million euros"), value=40000000, unit="euro"), {"modifier"}),
        (Figure(**span("40 million"), low=40000000, high=50000000, modifier="between"), {"modifier", "unit"}),
    ],
)
def test_the_parts_of_a_figure(figure: Figure, wrong: set[str]) -> None:
    layer = judge(gold(), record(figures=(figure, HALF))).scores.figures
    assert layer.matched == 2
    assert {name for name, share in layer.parts.items() if share.right < share.judged} == wrong


def test_the_same_words_with_the_right_value_are_preferred() -> None:
    twice = gold(figures=[{**GOLD["figures"][0], "value": 1}, GOLD["figures"][0]], claims=[])
    scores = judge(twice, record(figures=(EUROS,))).scores.figures
    assert (scores.matched, scores.missed, scores.parts["value"].right) == (1, 1, 1)


@pytest.mark.parametrize(("name", "right"), [("Dana Rehn", 1), ("Sami", 0), (None, 0)])
def test_the_speaker_of_a_quote(name: str | None, right: int) -> None:
    spoken = Quote(**span("We froze half of it"), speaker=Speaker(name) if name else None)
    quotes = judge(gold(), Record(gold().report(), quotes=(spoken,))).scores.quotes
    assert quotes.parts["speaker"].right == right


def test_a_source_in_the_outlets_own_voice() -> None:
    own = gold(claims=[{**GOLD["claims"][0], "source": "outlet", "mode": "own"}])
    parts = judge(own, record(changed(MOVED, attribution=Attribution("own")))).scores.claims.parts
    assert (parts["source"].right, parts["mode"].right) == (1, 1)


def test_where_the_gold_is_silent_nothing_is_judged() -> None:
    silent = gold(claims=[{"type": "transfer", "evidence": GOLD["claims"][0]["evidence"]}])
    parts = judge(silent, record(MOVED)).scores.claims.parts
    assert set(parts) == {"modality", "polarity"}


def test_phase_is_judged_where_the_gold_has_one() -> None:
    began = gold(claims=[{**GOLD["claims"][0], "phase": "began"}])
    assert judge(began, record(MOVED)).scores.claims.parts["phase"].right == 0
    assert judge(began, record(changed(MOVED, phase="began"))).scores.claims.parts["phase"].right == 1


def test_further_amounts_are_judged_each() -> None:
    both = gold(claims=[{**GOLD["claims"][0], "further_amounts": [0.5]}])
    assert judge(both, record(MOVED)).scores.claims.parts["amount"].judged == 2
