"""English: what only leads into a sentence, names somebody otherwise or says the kind of a thing fills no role."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Claim, Report


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract(Report("r-test", "test.txt", text, language="en")).claims


LED = [
    ("In addition, he sends money to the fighters in Yemen.", "addition"),
    ("In some cases, students were trained by the group as bombers.", "some cases"),
    ("In the past, the militia was financed by donors in the Gulf.", "past"),
    ("The rebels were financed by Gulf donors in the past.", "the"),
    ("Officials blacklisted Al-Amal Exchange, formerly known as Nour Exchange.", "Nour Exchange"),
    ("The group collects fees from traders wherever it has checkpoints.", "traders wherever"),
]


@pytest.mark.parametrize(("text", "aside"), LED)
def test_an_aside_fills_no_role(text: str, aside: str) -> None:
    made = claims_of(text)
    assert made
    assert aside not in {role.text for claim in made for role in claim.roles}


@pytest.mark.parametrize(
    "text",
    [
        "The camp serves as a terrorist training centre.",
        "The films are among the militia's best recruiting tools.",
        "He ran a militant training camp near the border.",
    ],
)
def test_a_place_or_tool_for_an_act_is_nobody_trained(text: str) -> None:
    assert not {"train", "recruit"} & {claim.type for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The company refused to pay the militants a ransom.", "ransom"),
        ("Qatar has refused to fund the militia.", "fund"),
        ("The judge declined to release the banker.", "release"),
        ("Insurers refused to pay the pirates.", "pay"),
    ],
)
def test_what_somebody_refuses_to_do_is_not_done(text: str, kind: str) -> None:
    assert {claim.polarity for claim in claims_of(text) if claim.type == kind} == {"denied"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It means Al-Shabaab can tax every truck on the road.", "asserted"),
        ("This means that the militants are still selling charcoal.", "asserted"),
        ("This means the militia could soon seize the mine.", "possible"),
        ("He meant to smuggle the cash out of Turkey.", "planned"),
    ],
)
def test_what_something_means_is_not_what_somebody_means_to_do(text: str, modality: str) -> None:
    assert {claim.modality for claim in claims_of(text)} == {modality}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Not one dealer has been convicted of smuggling antiquities.", "denied"),
        ("Not a single banker was charged with fraud.", "denied"),
        ("Not all the suspects were arrested.", "affirmed"),
    ],
)
def test_not_one_denies_and_not_all_does_not(text: str, polarity: str) -> None:
    assert {claim.polarity for claim in claims_of(text)} == {polarity}


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("His wife was captured in the raid on the militia.", "strike", "His wife"),
        ("He sold guns to rebels and police arrested him on Friday.", "arrest", "guns"),
        ("The Treasury designated Qamar Shipping for being owned by the general.", "control", "The Treasury"),
        ("The firm paid $5 million to settle the lawsuit.", "ransom", "The firm"),
    ],
)
def test_who_stands_near_an_act_need_not_do_it(text: str, kind: str, actor: str) -> None:
    acts = [claim for claim in claims_of(text) if claim.type == kind]
    assert actor not in {role.text for claim in acts for role in claim.roles if role.role in ("actor", "object")}


@pytest.mark.parametrize(
    ("text", "kind", "role", "wrong"),
    [
        (
            "The Islamic State demanded a ransom for the reporter before his beheading.",
            "kill",
            "object",
            "Islamic State",
        ),
        ("The school teaches boys. It is the first designation of a school.", "designate", "actor", "The school"),
        ("Local reporters say the sale of oil by the Islamic State goes on.", "sell", "actor", "Local reporters"),
        ("He kept records showing she had sold gold to dealers in Dubai.", "sell", "actor", "records"),
        ("Officials say they have cut the group's income.", "lose", "actor", "group's income"),
    ],
)
def test_what_stands_near_fills_no_role_that_it_cannot_have(text: str, kind: str, role: str, wrong: str) -> None:
    roles = [each for claim in claims_of(text) if claim.type == kind for each in claim.roles]
    assert not [each.text for each in roles if each.role == role and wrong in each.text]
