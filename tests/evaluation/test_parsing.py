from __future__ import annotations

from datetime import date

import pytest

from kashf.errors import DataError
from kashf.evaluation import parse_gold

ITEM = {
    "id": "en-x-1",
    "family": "x",
    "split": "dev",
    "published": "2020-02-01",
    "text": "He sold 3 to 5 tonnes.",
    "figures": [{"text": "3 to 5 tonnes", "value": [3, 5], "modifier": "between", "unit": "tonne"}],
    "quotes": [],
    "speakers": {"police": {"name": "Police", "aka": "officers"}},
    "claims": [
        {
            "type": "sell",
            "or_type": "trade",
            "evidence": "sold 3",
            "amount": [3, 5],
            "further_amounts": [9],
            "actor": "He",
        }
    ],
    "optional": None,
}


def test_an_item() -> None:
    gold = parse_gold(ITEM, "somewhere", language="en")
    assert (gold.name, gold.language, gold.split, gold.edition) == ("en-x-1", "en", "dev", 2)
    assert gold.published == date(2020, 2, 1)
    assert gold.figures[0].value == (3.0, 5.0)
    assert gold.names_of("police") == ("Police", "officers")
    assert gold.names_of("a witness") == ("a witness",)


def test_a_claim() -> None:
    (claim,) = parse_gold(ITEM, "somewhere").claims
    assert claim.types == ("sell", "trade")
    assert claim.fillers == {"actor": ("He",)}
    assert claim.values == {"amount": ((3.0, 5.0), 9.0)}
    assert (claim.modality, claim.polarity, claim.mode, claim.sources) == ("asserted", "affirmed", None, ())


def test_whole_reports_are_of_the_first_edition_unless_they_say_so() -> None:
    assert parse_gold({"report": "a.txt"}, "a", text="...").edition == 1
    assert parse_gold({"report": "a.txt", "edition": 2}, "a", text="...").edition == 2


def test_its_report_carries_what_is_known() -> None:
    report = parse_gold(ITEM, "somewhere", language="en").report()
    assert (report.source, report.language, report.published) == ("en-x-1", "en", date(2020, 2, 1))
    assert [(region.start, region.end) for region in report.spoken()] == [(0, len(report.text))]


@pytest.mark.parametrize(
    "wrong",
    [
        {"claims": [{"type": "sell"}]},
        {"figures": [{"text": "3", "value": "three"}]},
        {"figures": [{"text": "3", "value": [1, 2, 3]}]},
        {"quotes": [{"speaker": "police", "starts": "He"}]},
        {"speakers": {"police": {"aka": []}}},
        {"published": "yesterday"},
    ],
)
def test_what_is_malformed_is_named(wrong: dict[str, object]) -> None:
    with pytest.raises(DataError, match="en-x-1"):
        parse_gold({**ITEM, **wrong}, "somewhere")
