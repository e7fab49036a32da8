from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from kashf.records import Figure, Finding, Judgement, Link, Origin
from kashf.views.lens import Lens
from kashf.views.statements import heaviest, statements

ACTOR = ("actor", "Dune")


def _assertion(*members: str, origins: tuple[Origin, ...] = (), id_: str = "f-1", **rest: Any) -> Finding:
    return Finding("assertion", id_, ("r-1", "r-2"), members, origins, len(origins) or 1, **rest)


def test_a_claim_alone_is_a_statement_of_one_carrier(maker: Any, seen: Callable[..., Lens]) -> None:
    (told,) = statements(seen(maker.claim("transfer", ACTOR)))
    assert (told.weight.origins, told.weight.carriers, told.weight.text) == (1, 1, "1 carrier, 1 origin")
    assert not told.shared


def test_two_outlets_with_one_speaker_are_two_carriers_of_one_origin(maker: Any, seen: Callable[..., Lens]) -> None:
    records = maker.claim("transfer", ACTOR), maker.claim("transfer", ACTOR)
    finding = _assertion("c-1", "c-2", origins=(Origin("Source", ("r-1", "r-2")),))
    (told,) = statements(seen(*records, findings=[finding]))
    assert told.weight.text == "2 carriers, 1 origin"
    assert [one.claim for one in told.evidence] == ["c-1", "c-2"]
    assert told.shared


def test_findings_members_that_are_not_there_are_passed_over(maker: Any, seen: Callable[..., Lens]) -> None:
    look = seen(maker.claim("transfer", ACTOR), findings=[_assertion("c-9"), _assertion("c-1", "c-8", id_="f-2")])
    assert [one.id for one in statements(look)] == ["f-2"]


def test_the_hedged_member_tells_the_statement(maker: Any, seen: Callable[..., Lens]) -> None:
    records = maker.claim("transfer", ACTOR, ("object", "funds")), maker.claim("transfer", ACTOR, modality="alleged")
    (told,) = statements(seen(*records, findings=[_assertion("c-1", "c-2")]))
    assert told.text == "According to Source, “Dune” allegedly moved money."
    assert [marker.key for marker in told.markers] == ["alleged"]
    assert told.evidence[0].claim == "c-2"


def test_the_member_that_most_agree_with_tells_it(maker: Any, seen: Callable[..., Lens]) -> None:
    gold, noise = ("object", "gold"), ("object", "noise")
    records = [
        maker.claim("sell", ACTOR, noise, ("place", "here")),
        maker.claim("sell", ACTOR, gold),
        maker.claim("sell", ACTOR, gold),
    ]
    (told,) = statements(seen(*records, findings=[_assertion("c-1", "c-2", "c-3")]))
    assert told.teller == "c-2"


def test_no_source_is_credited_with_a_figure_it_did_not_give(
    maker: Any, seen: Callable[..., Lens], figure: Callable[..., Figure]
) -> None:
    records = [maker.claim("earn", ACTOR, ("amount", figure(value, "USD"))) for value in (3, 5, 3)]
    origins = (Origin("A", ("r-1", "r-3")), Origin("B", ("r-2",)))
    (told,) = statements(seen(*records, findings=[_assertion("c-1", "c-2", "c-3", origins=origins)]))
    assert told.text == "According to A and B, “Dune” earned USD 3 or USD 5."


@pytest.mark.parametrize(
    ("qualified", "markers"),
    [
        ({}, []),
        ({"polarity": "denied", "modality": "alleged"}, ["denied", "alleged"]),
        ({"modality": "planned", "phase": "began"}, ["planned", "began"]),
        ({"modality": "ended", "phase": "ended"}, ["ended"]),
    ],
)
def test_denials_and_hedges_are_marked(
    maker: Any, seen: Callable[..., Lens], qualified: dict[str, Any], markers: list[str]
) -> None:
    (told,) = statements(seen(maker.claim("transfer", ACTOR, **qualified)))
    assert [marker.key for marker in told.markers] == markers


@pytest.mark.parametrize(
    ("chain", "says"),
    [
        ((Link("outlet", "Post"), Link("person", "he", name="Nader")), "According to Nader, "),
        ((Link("outlet", "Post"), Link("unnamed", "estimates")), "According to “estimates” (unnamed), "),
        ((Link("outlet", "Post"),), "According to Post (naming no source), "),
        ((), "According to Outlet 1 (naming no source), "),
    ],
)
def test_every_sentence_says_on_whose_word_it_rests(
    maker: Any, seen: Callable[..., Lens], chain: tuple[Link, ...], says: str
) -> None:
    (told,) = statements(seen(maker.claim("transfer", ACTOR, chain=chain)))
    assert told.text.startswith(says)


def test_a_chain_begins_with_the_outlet(maker: Any, seen: Callable[..., Lens]) -> None:
    record = maker.claim("transfer", ACTOR, chain=(Link("person", "the minister", name="Nader", title="minister"),))
    (told,) = statements(seen(record))
    hops = [(hop.kind, hop.name, hop.title, hop.words) for hop in told.evidence[0].chain]
    assert hops == [("outlet", "Outlet 1", None, None), ("person", "Nader", "minister", "the minister")]


def test_the_most_independent_origins_come_first(maker: Any, seen: Callable[..., Lens]) -> None:
    records = [maker.claim("sell", ACTOR), *(maker.claim("transfer", ACTOR) for _ in range(4))]
    two = _assertion("c-2", "c-3", origins=(Origin("A", ("r-2",)), Origin("B", ("r-3",))), id_="f-2")
    one = _assertion("c-4", "c-5", origins=(Origin("A", ("r-4", "r-5")),), id_="f-1")
    told = heaviest(statements(seen(*records, findings=[one, two])), 10)
    assert [statement.id for statement in told] == ["f-2", "f-1", "c-1"]


def test_conflicts_and_checks_are_marked(maker: Any, seen: Callable[..., Lens]) -> None:
    conflict = Finding("conflict", "f-1", ("r-1",), ("c-1",))
    check = Finding("check", "f-2", ("r-1",), ("c-1",), verdict="consistent")
    still_open = Finding("check", "f-3", ("r-1",), ("c-1",), verdict="not computable")
    (told,) = statements(seen(maker.claim("transfer", ACTOR), findings=[conflict, check, still_open]))
    assert [(mark.text, mark.anchor) for mark in told.marks] == [("In conflict", "d-f-1"), ("Adds up", "d-f-2")]


def test_what_is_not_counted_is_said(maker: Any, seen: Callable[..., Lens]) -> None:
    finding = _assertion("c-1", fields={"uncounted": [{"source": "Post", "report": "r-1", "reason": "own voice"}]})
    (told,) = statements(seen(maker.claim("transfer", ACTOR), findings=[finding]))
    assert told.uncounted == "Not counted as further origins: Post"


def test_judgements_that_hold_are_told(maker: Any, seen: Callable[..., Lens]) -> None:
    at = datetime(2021, 3, 6)
    judgements = (
        Judgement(1, "accept", "c-1", "Nawal", at),
        Judgement(2, "correct", "c-1", "Sami", at, undone_at=at),
        Judgement(3, "accept", "c-2", "Sami", at),
    )
    (told,) = statements(seen(maker.claim("transfer", ACTOR), judgements=judgements))
    assert told.evidence[0].judged == ("accepted by Nawal",)


@pytest.mark.parametrize(
    ("url", "address"),
    [("https://example.org/a", "https://example.org/a"), ("javascript:alert(1)", None), (None, None)],
)
def test_only_web_addresses_are_links(
    maker: Any, seen: Callable[..., Lens], url: str | None, address: str | None
) -> None:
    from dataclasses import replace

    record = maker.claim("transfer", ACTOR)
    (told,) = statements(seen(replace(record, report=replace(record.report, url=url))))
    assert told.evidence[0].report.address == address


def test_a_weight_says_that_no_source_is_named(maker: Any, seen: Callable[..., Lens]) -> None:
    records = [maker.claim("transfer", ACTOR, chain=()) for _ in range(2)]
    finding = _assertion("c-1", "c-2", origins=(Origin("Outlet 1", ("r-1", "r-2")),))
    (told,) = statements(seen(*records, findings=[finding]))
    assert told.weight.text == "2 carriers, 1 origin, no source named"
    assert "Outlet 1 and those who tell it after it (naming no source)" in told.text
