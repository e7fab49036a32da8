from __future__ import annotations

from typing import Any

import pytest

from kashf.comparison import compare
from kashf.comparison.corpus import gather
from kashf.comparison.features import Counted, features
from kashf.comparison.fingerprinting import fingerprints_of
from kashf.ledger.packing import pack_fingerprint, unpack_fingerprint


@pytest.fixture(scope="module")
def counted(occasions: Any) -> Counted:
    """As a ledger counts: what stands in one report is not noted."""
    whole = Counted.over(gather(occasions.records).items)
    return Counted(whole.collection, {feature: count for feature, count in whole.counts.items() if count > 1})


@pytest.fixture(scope="module")
def kept(occasions: Any, counted: Counted) -> dict[str, Any]:
    """Fingerprints as they come out of a ledger."""
    made = fingerprints_of(gather(occasions.records).items, counted)
    return {report: unpack_fingerprint(pack_fingerprint(own)) for report, own in made.items()}


def test_a_report_is_weighed_by_its_fingerprint_as_by_its_record(
    occasions: Any, counted: Counted, kept: dict[str, Any]
) -> None:
    plain, known = gather(occasions.records), gather(occasions.records, (), kept)
    assert features(known.items, counted) == features(plain.items, counted)
    some = gather(occasions.records, (), {report: own for report, own in kept.items() if report < "r-8"})
    assert features(some.items, counted) == features(plain.items, counted)
    assert [item.words for item in known.items] == [item.words for item in plain.items]
    assert [item.unquoted for item in known.items] == [item.unquoted for item in plain.items]
    whole = [item.unquoted is item.words for item in plain.items]
    assert [item.unquoted is item.words for item in known.items] == whole
    assert {True, False} == set(whole)


def test_findings_are_the_same_with_fingerprints(occasions: Any, counted: Counted, kept: dict[str, Any]) -> None:
    given = occasions.records, occasions.entities
    known = compare(*given, frequencies=counted, fingerprints=kept)
    assert known == compare(*given, frequencies=counted)
