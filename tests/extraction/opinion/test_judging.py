"""Which candidates become claims, and how likely each is."""

from __future__ import annotations

import pytest

from kashf.domain.opinion import OpinionWeights, opinion_weights
from kashf.extraction import extract, extract_by_rules
from kashf.extraction.chain import analyse
from kashf.extraction.claims.building import EXTRACTOR, claims_by
from kashf.extraction.opinion.judging import SECOND, SecondOpinion
from kashf.extraction.opinion.repeats import without_repeats
from kashf.records import Claim, Region, Report, Span

SURE = OpinionWeights({"silent": {"any": 2.0}, "seize": {"any": 1.0}}, (1.0, 0.0), (1.0, 0.0), 0.6)
LEFT = "Police recovered a grobbler in Mersin."
MADE = "Police seized 40 kilograms of heroin in Mersin."


def report(text: str, language: str = "en") -> Report:
    return Report("r", "a.txt", text, language=language, regions=(Region("body", 0, len(text)),))


def judged(text: str, weights: OpinionWeights) -> tuple[Claim, ...]:
    return tuple(claims_by(SecondOpinion(weights), analyse(report(text), by_rules=True)))


def test_what_the_rules_leave_is_added_where_it_is_likely() -> None:
    [claim] = judged(LEFT, SURE)
    assert (claim.type, claim.extractor, claim.confidence) == ("seize", SECOND, 0.953)
    assert claim.evidence.text.startswith("Police recovered")


def test_and_left_where_it_is_not() -> None:
    assert judged(LEFT, OpinionWeights({"silent": {"any": 0.1}}, (1.0, 0.0), (1.0, 0.0), 0.6)) == ()


def test_what_the_rules_make_stands_with_its_likelihood() -> None:
    [claim] = judged(MADE, SURE)
    assert (claim.extractor, claim.confidence) == (EXTRACTOR, 0.731)
    [claim] = judged(MADE, OpinionWeights({"made": {"any": 1.0}}, (2.0, -2.0), (1.0, 0.0), 0.6))
    assert claim.confidence == 0.5


def test_one_event_gives_one_claim_more_at_most() -> None:
    claims = judged("They paid a grobbler to the gatekeepers.", SURE)
    assert len({claim.evidence for claim in claims}) == len(claims) <= 1


def _claim(name: str, start: int, end: int, extractor: str, confidence: float = 0.7, kind: str = "sell") -> Claim:
    return Claim(name, kind, Span(start, end, "x" * (end - start)), confidence=confidence, extractor=extractor)


REPEATS = [
    # claims, which are left
    ([_claim("a", 0, 10, EXTRACTOR), _claim("b", 4, 12, SECOND)], "a"),
    ([_claim("a", 0, 10, EXTRACTOR), _claim("b", 20, 30, SECOND)], "ab"),
    ([_claim("a", 0, 10, EXTRACTOR), _claim("b", 4, 12, SECOND, kind="buy")], "ab"),
    ([_claim("a", 0, 10, SECOND, 0.7), _claim("b", 4, 12, SECOND, 0.8)], "b"),
    ([_claim("a", 0, 10, SECOND), _claim("b", 0, 10, SECOND)], "a"),
    ([_claim("a", 0, 10, EXTRACTOR), _claim("b", 0, 10, EXTRACTOR)], "ab"),
]


@pytest.mark.parametrize(("claims", "left"), REPEATS)
def test_what_another_claim_tells_is_not_added(claims: list[Claim], left: str) -> None:
    assert "".join(claim.id for claim in without_repeats(claims)) == left


def test_weights_ship_with_the_package() -> None:
    weights = opinion_weights()
    assert weights is not None
    assert 0.5 <= weights.add <= 1
    assert {"", "made", "silent", "seize", "group counter"} <= weights.traits.keys()
    assert 500 < sum(map(len, weights.traits.values())) < 20_000
    assert not any("tuned" in known for known in weights.traits.values())


TEXTS = [
    (MADE, "en"),
    ("قالت الوزارة إن التنظيم باع النفط لتجار في الموصل بنحو 20 مليون دولار", "ar"),
    ("Le groupe a vendu du pétrole à des commerçants de Mossoul.", "fr"),
    ("Группировка продала нефть торговцам в Мосуле.", "ru"),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_the_opinion_takes_nothing_from_what_the_rules_make(text: str, language: str) -> None:
    rules, both = extract_by_rules(report(text, language)), extract(report(text, language))
    made = [claim for claim in both.claims if claim.extractor == EXTRACTOR]
    assert [claim.id for claim in rules.claims] == [claim.id for claim in made] != []
    assert all(0 < claim.confidence < 1 for claim in both.claims)
