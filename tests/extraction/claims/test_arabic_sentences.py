"""Arabic sentences of many desks: the claim each makes with its roles, and ordinary ones that make none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.records import Claim, Record
from kashf.text.folding import fold

Reader = Callable[[str], Record]


def table(name: str) -> list[Any]:
    loaded: list[Any] = yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def words_of(claim: Claim, role: str) -> str:
    """The words of a role's fillers, and after a pronoun or part those it stands for."""
    return " ".join(word for filler in claim.fillers(role) for word in (filler.text, filler.name) if word)


@pytest.mark.parametrize("row", table("arabic_sentences"), ids=lambda row: row["text"][:40])
def test_a_sentence_makes_its_claim(row: Mapping[str, Any], read: Reader) -> None:
    claims = [claim for claim in read(row["text"]).claims if claim.type == row["type"]]
    fillers = [{role: words_of(claim, role) for role in row["roles"]} for claim in claims]
    wanted = {role: fold(words).text for role, words in row["roles"].items()}
    assert any(all(words in fold(found[role]).text for role, words in wanted.items()) for found in fillers), fillers


@pytest.mark.parametrize("text", table("arabic_ordinary"), ids=lambda text: text[:40])
def test_ordinary_news_makes_none(text: str, read: Reader) -> None:
    assert read(text).claims == ()


SEVERAL = [
    ("سافر من النرويج 90، ومن إيطاليا 40.", "travel", [("النرويج", "90"), ("إيطاليا", "40")]),
    ("عاد إلى طنجة ثلاثون مقاتلا، وإلى فاس أقل من عشرين.", "return", [("طنجة", "ثلاثون"), ("فاس", "أقل من عشرين")]),
    ("صادرت الشرطة في حضرموت 12 صاروخا، وفي شبوة 30 قذيفة.", "seize", [("حضرموت", "12"), ("شبوة", "30")]),
]


@pytest.mark.parametrize(("text", "kind", "pairs"), SEVERAL, ids=[text[:30] for text, _, _ in SEVERAL])
def test_each_place_of_a_verb_has_its_own_number(
    text: str, kind: str, pairs: list[tuple[str, str]], read: Reader
) -> None:
    found = []
    for claim in read(text).claims:
        places = [f.text for role in ("place", "origin", "destination") for f in claim.fillers(role)]
        if claim.type == kind:
            found.append((" ".join(places), " ".join(f.text for f in claim.fillers("amount"))))
    assert len(found) == len(pairs)
    assert all(any(p in places and n in counts for places, counts in found) for p, n in pairs), found
