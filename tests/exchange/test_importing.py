"""Taking in what was exported: the same ledger again, line by line, and what is left out with its reason."""

from __future__ import annotations

import json

import pytest

from kashf.exchange.importing import take_in
from kashf.ledger import View


@pytest.fixture
def taken(tmp_path):
    """Takes lines into a new ledger: what it came to, and a view of it."""

    def take(*lines, ledger="new.db"):
        (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return take_in(tmp_path / "in.jsonl", tmp_path / ledger)

    return take


def record(text="Alpha sold oil.", **report):
    return json.dumps({"report": {"source": "a.txt", **report}, "text": text})


def judgement(**changed):
    at = "2024-05-01T10:00:00+00:00"
    return json.dumps({"id": 7, "kind": "reject", "subject": "c-a1", "user": "huda", "at": at, "value": {}, **changed})


def test_importing_twice_changes_nothing(ledger, written, taken, tmp_path):
    lines = (written(ledger, "extracted") + written(ledger, "judgements")).splitlines()
    first = taken(*lines)
    before = [written(tmp_path / "new.db", kind) for kind in ("records", "findings", "judgements")]
    again = taken(*lines)
    assert (first.records, first.known, first.judgements, first.judged) == (3, 0, 3, 0)
    assert (again.records, again.known, again.judgements, again.judged) == (3, 3, 3, 3)
    assert [written(tmp_path / "new.db", kind) for kind in ("records", "findings", "judgements")] == before


def test_reports_claims_and_judgements_keep_their_ids(ledger, written, taken, tmp_path):
    taken(*written(ledger, "extracted").splitlines(), *written(ledger, "judgements").splitlines())
    with View(ledger) as old, View(tmp_path / "new.db") as new:
        for ids in (reports_of, claims_of, judgements_of):
            assert ids(old) == ids(new)


def reports_of(view):
    return {report.id for report in view.reports()}


def claims_of(view):
    return {claim.id for record in view.records() for claim in record.claims}


def judgements_of(view):
    return [(each.kind, each.subject, each.user, each.at, each.undone_at) for each in view.judgements()]


def test_a_judgement_undone_elsewhere_is_undone_here(ledger, written, taken, tmp_path):
    taken(*written(ledger, "extracted").splitlines(), judgement())
    undone = {"undone_at": "2024-05-02T10:00:00+00:00", "undone_by": "omar"}
    assert taken(judgement(**undone)).judged == 1
    with View(tmp_path / "new.db") as view:
        [kept] = view.judgements()
    assert (kept.user, kept.undone_by, kept.undone_at.day) == ("huda", "omar", 2)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("no json", "Not JSON"),
        ("[1]", "One JSON object a line"),
        ("[" * 100_000, "expected"),
        (record(text="  "), "has no text"),
        (json.dumps({**json.loads(record()), "figures": [{"start": 0, "end": 99, "text": "x"}]}), "figure 0:99"),
        (json.dumps({"id": "x", "schema": "Person", "properties": {}}), "kashf lists add"),
        (json.dumps({"kind": "story", "id": "f-1", "members": [], "reports": []}), "worked out anew"),
        (judgement(), "There is no claim c-a1"),
        (judgement(kind="merge", value={}), "is merged with another entity; name it"),
        (judgement(at="yesterday"), "Not a valid judgement"),
        (judgement(kind="shout"), "Not a valid judgement"),
    ],
)
def test_a_line_that_can_not_be_taken_is_told_and_the_rest_taken(taken, line, why):
    told = taken(record(), line, record("Beta lost gold."))
    assert told.records == 2
    [left_out] = told.left_out
    assert why in left_out.what
    assert left_out.place.endswith("in.jsonl#2")


def test_two_texts_with_one_id_are_told_apart(taken):
    told = taken(record("Alpha sold oil.", id="r-1"), record("Beta lost gold.", id="r-1"), record(id="r-1"))
    assert (told.records, [each.place[-2:] for each in told.left_out]) == (2, ["#2"])
    assert "Leave `id` out" in taken(record("Gamma.", id="r-1")).left_out[0].what


def test_bytes_that_are_no_utf8_are_told(tmp_path):
    (tmp_path / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + record().encode() + b"\n\xff\xfe\n")
    told = take_in(tmp_path / "in.jsonl", tmp_path / "new.db")
    assert (told.records, len(told.left_out)) == (1, 1)
