"""English: what evokes each type, what its roles are, and everyday news of which nothing comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction import extract
from kashf.records import Claim, Report

BESIDE = " The militants said nothing."


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract(Report("r-test", "test.txt", text, language="en")).claims


def rows(name: str, failing: str) -> Iterator[Any]:
    path = Path(__file__).with_name(f"{name}.en.yaml")
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        marks = [pytest.mark.xfail(reason="not understood yet", strict=True)] if row.get(failing) else []
        yield pytest.param(row, marks=marks, id=row["text"][:50])


@pytest.mark.parametrize("row", tuple(rows("told", "missed")))
def test_a_type_is_told_in_many_ways(row: dict[str, Any]) -> None:
    assert row["type"] in {claim.type for claim in claims_of(row["text"] + BESIDE)}


@pytest.mark.parametrize("row", tuple(rows("everyday", "claimed")))
def test_everyday_news_claims_nothing(row: dict[str, Any]) -> None:
    assert not claims_of(row["text"])


ROLES = [
    # a compound that names an act, with what it is done to
    ("The trader was convicted of money laundering.", "charge", "charge", ["money laundering"]),
    (
        "Prosecutors charged the broker with arms trafficking and fraud.",
        "charge",
        "charge",
        ["arms trafficking", "fraud"],
    ),
    ("He was arrested on suspicion of oil smuggling.", "smuggle", "object", ["oil"]),
    # a verb of several words, parted by its object or not
    ("Spain handed the banker over to Switzerland.", "arrest", "object", ["the banker"]),
    ("Police turned up $2 million in cash in a water tank.", "seize", "actor", ["Police"]),
    ("Three men are in custody over the bombing.", "arrest", "object", ["men"]),
    ("Militants made off with $400 million from the bank.", "capture", "amount", ["$400 million"]),
    # whose it is, in the plural
    ("Trucks carried the rebels' oil across the border.", "smuggle", "object", ["the rebels' oil"]),
    # both subjects of a passive
    ("A driver and two dockers were held, the rebels said.", "arrest", "object", ["driver", "dockers"]),
    # what stands behind a passive
    ("A French tourist was taken hostage near the border.", "kidnap", "object", ["A French tourist"]),
    ("The militia's men were found guilty of fraud.", "charge", "object", ["The militia's men"]),
    # a relative that is left out, or has a subject of its own
    ("Any assets the militia holds abroad are frozen.", "freeze", "object", ["Any assets"]),
    ("Two fields that the militia held in spring have been retaken by the army.", "seize", "object", ["fields"]),
    # a participle between the subject and its verb
    ("Police searching a cellar turned up eleven rifles.", "seize", "actor", ["Police"]),
    # what stands between a subject and its verb
    ("Teachers in the areas the militia controls have not been paid.", "pay", "counterparty", ["Teachers"]),
    ("The boat, once stripped of its arms, was sold to a trader.", "sell", "object", ["The boat"]),
    ("The brother, Nabil Qarawi, left for Istanbul in June, militants said.", "flee", "actor", ["The brother"]),
    ("Two ministers, one of whom had fled, were sentenced to 15 years for fraud.", "charge", "object", ["ministers"]),
    ("Drones, the envoy said, were being smuggled in from Iran.", "smuggle", "object", ["Drones"]),
    ("Added to the sanctions list were two banks.", "designate", "object", ["banks"]),
    # sums written in one, and what stands behind the sign of a currency
    ("The militia has $12m in a Cyprus account.", "hold", "amount", ["$12m"]),
    ("The cell laundered $200 million in bribes paid to officials.", "launder", "amount", ["$200 million"]),
    # «be» and «have» as verbs of their own
    ("Nine suspects, two officers among them, are in police custody.", "arrest", "object", ["suspects"]),
    ("The border post has been in the hands of the militia since 2015.", "control", "object", ["border post"]),
    ("Smuggled cigarettes are the rebels' single biggest earner.", "earn", "object", ["cigarettes"]),
    # participles, gerunds and plurals that are no verbs of the clause, and the other way round
    ("Captagon made in Homs reaches Gulf buyers in crates of fruit.", "traffic", "object", ["Captagon"]),
    ("Traders say the cartel demands a levy on every lorry.", "extort", "actor", ["the cartel"]),
    ("Police found 400,000 euros in shrink-wrapped bundles in the smuggler's car.", "seize", "amount", ["400,000"]),
    ("The militia was jailed for transferring funds to insurgents.", "transfer", "object", ["funds"]),
    ("Bundles of cash were hidden in the emir's cellar.", "hold", "object", ["cash"]),
    # what is done to whom, in what is named, in a passive, and in what somebody wants done
    ("The ministry announced the dismantling of a cell.", "disrupt", "object", ["a cell"]),
    ("Prosecutors want the smuggler jailed for 12 years.", "charge", "object", ["the smuggler"]),
    ("Hezbollah financier extradited to US from Romania", "arrest", "object", ["financier"]),
    (
        "The antiquities were wrapped in blankets, loaded onto lorries and driven across the border to Gaziantep.",
        "smuggle",
        "object",
        ["The antiquities"],
    ),
    # whom a sentence opens with, and whom a relative clause is of
    ("Since losing Mosul the jihadists have sold oil.", "lose", "actor", ["the jihadists"]),
    ("The fighters are paid by a company in Minsk that holds a mine.", "pay", "actor", ["a company"]),
    ("A woman who joined Islamic State and held a girl as a slave was found guilty.", "charge", "object", ["A woman"]),
    ("The statue was bought in Nice by smugglers and resold to a dealer.", "sell", "object", ["The statue"]),
    # parts and counts without a noun of their own
    (
        "Two of the five wells that the rebels held have been retaken by the army.",
        "seize",
        "object",
        ["Two of the five wells"],
    ),
    (
        "All but two of the fourteen hostages were released.",
        "release",
        "object",
        ["All but two of the fourteen hostages"],
    ),
    ("The gang stole 40 icons. Three were sold to a dealer in Geneva.", "sell", "object", ["Three"]),
    # an act as an object
    ("The gang is accused of financing an attack on a synagogue.", "fund", "purpose", ["attack"]),
    # who has to do it
    (
        "Dealers in gold will have to report any cash deposit, the terror watchdog said.",
        "regulate",
        "actor",
        ["Dealers"],
    ),
    # whom it costs
    ("Air strikes cost the group half of its oil revenue.", "lose", "actor", ["the group"]),
]


@pytest.mark.parametrize(("text", "kind", "role", "expected"), ROLES)
def test_roles(text: str, kind: str, role: str, expected: list[str]) -> None:
    [claim] = [claim for claim in claims_of(text) if claim.type == kind][:1]
    given = [filler.text for filler in claim.fillers(role)]
    assert len(given) == len(expected)
    assert all(wanted in text for wanted, text in zip(expected, given, strict=True))


DENIED = [
    "No ransom was paid to the rebels.",
    "Nobody has been charged with terrorism.",
    "None of the money was sent to the militia.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_told_of_nobody_is_denied(text: str) -> None:
    assert [claim.polarity for claim in claims_of(text)] == ["denied"]


def test_a_finite_verb_is_not_steered_by_one_before_it() -> None:
    [claim] = claims_of("Three managers were dismissed and the findings passed to the police fraud squad.")
    assert (claim.type, claim.polarity) == ("share", "affirmed")


ALLEGED = [
    "He was arrested on suspicion of money laundering.",
    "Prosecutors charged the broker with arms trafficking.",
    "She denied the charges of gold smuggling.",
]


@pytest.mark.parametrize("text", ALLEGED)
def test_what_a_compound_names_behind_a_charge_is_alleged(text: str) -> None:
    told = [claim for claim in claims_of(text) if claim.type in ("launder", "traffic", "smuggle")]
    assert [claim.modality for claim in told] == ["alleged"]


NOT_DONE = [
    "The task force sets the rules against money laundering and the financing of terrorism.",
    "A new law against drug trafficking took effect.",
    "The money laundering charges against the broker were dropped.",
    "Officials opened a gold smuggling inquiry.",
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_a_crime_that_is_only_named_is_not_done(text: str) -> None:
    assert not {claim.type for claim in claims_of(text)} & {"launder", "fund", "traffic", "smuggle"}
