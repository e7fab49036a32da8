from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest

from kashf.domain.predicates import claim_types
from kashf.records import Entity, Figure, Link
from kashf.records.claims import Modality, Phase
from kashf.views.lens import Lens
from kashf.views.phrases import claim_sentence
from kashf.views.pieces import Piece, plain
from kashf.views.tables import LANGUAGES, read_table

ACTOR, MONEY, ABROAD = ("actor", "Dune"), ("object", "funds"), ("destination", "Velmora")
SOURCE = (Piece("name", "Source"),)


@pytest.fixture
def told(maker: Any, seen: Callable[..., Lens]) -> Callable[..., str]:
    """The sentence of a claim in a language."""

    def tell(
        kind: str, *fillers: Any, language: str = "en", entities: tuple[Entity, ...] = (), **qualified: Any
    ) -> str:
        record = maker.claim(kind, *fillers, **qualified)
        look = seen(record, language=language, entities=entities)
        sentence = claim_sentence(look.index.claims[record.claims[0].id], SOURCE, look)
        return plain(sentence, look.words)

    return tell


@pytest.mark.parametrize(
    ("qualified", "english", "arabic"),
    [
        ({}, "“Dune” moved “funds” to “Velmora”", "نقل «Dune» «funds» إلى «Velmora»"),
        ({"modality": "attempted"}, "“Dune” tried to move", "محاولة نقل"),
        ({"modality": "planned"}, "“Dune” planned to move", "خطة لنقل"),
        ({"modality": "expected"}, "“Dune” will move", "توقع نقل"),
        ({"modality": "possible"}, "“Dune” may move", "احتمال نقل"),
        ({"modality": "required"}, "“Dune” must move", "وجوب نقل"),
        ({"modality": "alleged"}, "“Dune” allegedly moved", "مزاعم عن نقل"),
        ({"modality": "ended"}, "“Dune” stopped moving", "توقف نقل"),
        ({"phase": "began"}, "“Dune” began moving", "بدء نقل"),
        ({"phase": "goes_on"}, "“Dune” continued to move", "استمرار نقل"),
        ({"phase": "began", "modality": "attempted"}, "“Dune” tried to begin moving", "محاولة بدء نقل"),
        ({"modality": "ended", "phase": "ended"}, "“Dune” stopped moving", "توقف نقل"),
        ({"polarity": "denied"}, "it is not true that “Dune” moved", "لا صحة لنقل"),
        (
            {"polarity": "denied", "modality": "planned"},
            "it is not true that “Dune” planned to move",
            "لا صحة لخطة لنقل",
        ),
    ],
)
def test_what_qualifies_a_claim_is_part_of_its_sentence(
    told: Callable[..., str], qualified: dict[str, Any], english: str, arabic: str
) -> None:
    one = told("transfer", ACTOR, MONEY, ABROAD, **qualified)
    other = told("transfer", ACTOR, MONEY, ABROAD, language="ar", **qualified)
    assert one.startswith(f"According to Source, {english}")
    isolated = (
        arabic.replace("«Dune»", "«\u2068Dune\u2069»")
        .replace("«funds»", "«\u2068funds\u2069»")
        .replace("«Velmora»", "«\u2068Velmora\u2069»")
    )
    assert other.startswith(f"بحسب \u2068Source\u2069: {isolated}")


@pytest.mark.parametrize(
    ("kind", "fillers", "english"),
    [
        ("transfer", [MONEY, ABROAD], ": transfer of “funds” to “Velmora”."),
        ("transfer", [ACTOR, ABROAD], ", “Dune” moved money to “Velmora”."),
        ("lose", [ACTOR, ("place", "Rasmal")], ", “Dune” suffered losses in “Rasmal”."),
        ("control", [ACTOR, ("object", "wells"), ("place", "Rasmal")], ", “Dune” controlled “wells” in “Rasmal”."),
        (
            "invest",
            [ACTOR, ("object", "hotels"), ("channel", "a bank")],
            ", “Dune” invested in “hotels” through “a bank”.",
        ),
        ("designate", [("object", "Dune"), ("counterparty", "the list")], ": listing of “Dune” under “the list”."),
        ("ransom", [ACTOR, ("counterparty", "a family")], ": ransom involving “Dune” with “a family”."),
        ("fund", [ACTOR, ("counterparty", "cells")], ", “Dune” funded “cells”."),
        ("meet", [ACTOR, ("object", "a plenary")], ", “Dune” took part in “a plenary”."),
        ("unheard-of", [ACTOR, MONEY], ": statement “Dune” “funds”."),
    ],
)
def test_each_type_has_a_plain_sentence(told: Callable[..., str], kind: str, fillers: list[Any], english: str) -> None:
    assert told(kind, *fillers) == f"According to Source{english}"


@pytest.fixture
def amounts(figure: Callable[..., Figure]) -> dict[str, Figure]:
    return {
        "share": figure(90, "percent", "90%"),
        "mass": figure(43.8, "kilogram", "43.8 kg"),
        "money": figure(18e6, "USD", "$18m"),
        "coins": figure(100, "dinar", "100 dinars"),
        "men": figure(45, "person", "45 men"),
        "all": figure(280, "person", "280 men"),
        "price": figure(180, "USD/dinar", "$180 each"),
    }


@pytest.mark.parametrize(
    ("kind", "fillers", "english"),
    [
        ("lose", [("object", "wells"), ("amount", "share")], "“Dune” lost 90% of “wells”."),
        ("earn", [("amount", "money")], "“Dune” earned USD 18 million."),
        ("capture", [("object", "a bank"), ("amount", "money")], "“Dune” seized “a bank” (USD 18 million)."),
        (
            "seize",
            [("object", "gold"), ("object", "rifles"), ("amount", "mass"), ("amount", "men")],
            "“Dune” seized “gold” (43.8 kg) and “rifles” (45 persons).",
        ),
        ("sell", [("amount", "coins"), ("price", "price")], "“Dune” sold 100 dinars at USD 180 per dinar."),
        (
            "return",
            [("amount", "men"), ("of_total", "all"), ("destination", "Velmora")],
            "“Dune” (45 persons out of 280) returned to “Velmora”.",
        ),
    ],
)
def test_amounts_stand_with_what_they_measure(
    told: Callable[..., str], amounts: dict[str, Figure], kind: str, fillers: list[tuple[str, str]], english: str
) -> None:
    given = [(role, amounts.get(words, words)) for role, words in fillers]
    assert told(kind, ACTOR, *given) == f"According to Source, {english}"


@pytest.mark.parametrize(
    ("kind", "fillers", "arabic"),
    [
        ("attack", [ACTOR], "هجمات من جانب «Dune»"),
        ("attack", [ACTOR, ("object", "Velmora")], "مهاجمة «Dune» «Velmora»"),
        ("attack", [("place", "Velmora")], "هجمات في «Velmora»"),
        ("kill", [ACTOR], "عمليات قتل من جانب «Dune»"),
        ("arrest", [ACTOR, ("place", "Velmora")], "توقيفات من جانب «Dune» في «Velmora»"),
        ("arrest", [("object", "Dune")], "توقيف «Dune»"),
    ],
)
def test_in_arabic_who_does_it_is_not_taken_for_who_suffers_it(
    told: Callable[..., str], kind: str, fillers: list[Any], arabic: str
) -> None:
    """A verbal noun with one name behind it could be either: «مهاجمة Dune»."""
    sentence = told(kind, *fillers, language="ar").replace("\u2068", "").replace("\u2069", "")
    assert sentence == f"بحسب Source: {arabic}."


def test_a_number_of_persons_can_be_the_subject(told: Callable[..., str], amounts: dict[str, Figure]) -> None:
    assert (
        told("return", ("amount", amounts["men"]), ABROAD) == "According to Source, 45 persons returned to “Velmora”."
    )


def test_a_noun_inside_the_amount_is_not_said_twice(maker: Any, seen: Callable[..., Lens]) -> None:
    from dataclasses import replace

    made = maker.claim("sell", ACTOR, ("amount", Figure(0, 10, "100 dinars", 100, unit="dinar")))
    claim = made.claims[0]
    amount = claim.fillers("amount")[0]
    noun = replace(amount, role="object", start=amount.start + 4, text="dinars", figure=None)
    record = replace(made, claims=(replace(claim, roles=(*claim.roles, noun)),))
    look = seen(record)
    sentence = plain(claim_sentence(look.index.claims[claim.id], SOURCE, look), look.words)
    assert sentence == "According to Source, “Dune” sold 100 dinars."


@pytest.mark.parametrize(("language", "name"), [("en", "Dune Network moved"), ("ar", "نقل شبكة الكثيب")])
def test_entities_go_by_their_name_in_the_language(told: Callable[..., str], language: str, name: str) -> None:
    dune = Entity("e-1", "group", "شبكة الكثيب", ("شبكة الكثيب", "Dune Network"))
    assert name in told("transfer", ("actor", "it", "e-1"), MONEY, language=language, entities=(dune,))


@pytest.mark.parametrize(
    ("evidence", "english"),
    [
        ("he was convicted of fraud", "conviction of “Dune”"),
        ("the court acquitted him", "acquittal of “Dune”"),
        ("a sentence of two years in prison", "sentencing of “Dune”"),
        ("the charges were dropped", "charges dropped against “Dune”"),
        ("he settled with the regulator", "settlement with “Dune”"),
        ("he stood trial", "prosecution of “Dune”"),
        ("برأته المحكمة", "acquittal of “Dune”"),
        ("أدانته المحكمة", "conviction of “Dune”"),
    ],
)
def test_what_a_prosecution_came_to_is_said(told: Callable[..., str], evidence: str, english: str) -> None:
    assert told("charge", ("object", "Dune"), evidence=evidence) == f"According to Source: {english}."


def _hedges() -> Iterator[dict[str, Any]]:
    yield {"polarity": "denied"}
    for modality in get_args(Modality):
        if modality != "asserted":
            yield {"modality": modality}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(claim_types()))
def test_no_hedged_claim_reads_like_a_stated_one(told: Callable[..., str], language: str, kind: str) -> None:
    stated = told(kind, ACTOR, MONEY, language=language)
    hedged = [told(kind, ACTOR, MONEY, language=language, **hedge) for hedge in _hedges()]
    assert stated not in hedged
    assert len(set(hedged)) == len(hedged)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(claim_types()))
def test_every_sentence_says_who_says_so_and_every_filler(told: Callable[..., str], language: str, kind: str) -> None:
    roles = [role for role in ("actor", *claim_types()[kind].roles) if role != "time"]
    sentence = told(kind, *((role, f"<{role}>") for role in roles), language=language)
    assert "Source" in sentence
    assert [role for role in roles if f"<{role}>" not in sentence] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phase_and_modality_has_its_words(language: str) -> None:
    phrases = read_table("phrases", language)
    assert set(phrases["modalities"]) == set(get_args(Modality))
    assert set(phrases["phases"]) == set(get_args(Phase))
    assert set(claim_types()) <= set(phrases["types"])


def test_a_name_beside_other_words_keeps_them(maker: Any, seen: Callable[..., Lens]) -> None:
    dune = Entity("e-1", "group", "Dune Network", ("Dune Network",))
    record = maker.claim("transfer", ("actor", "the group", "e-1"), chain=(Link("outlet", "Post"),))
    look = seen(record, entities=(dune,))
    sentence = claim_sentence(look.index.claims["c-1"], SOURCE, look)
    assert [piece for piece in sentence if piece.entity] == [Piece("name", "Dune Network", "the group", "e-1")]
