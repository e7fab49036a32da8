"""Judgements: what holds, what follows a claim through re-reading, and that nothing is erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kashf.errors import JudgementError
from kashf.ledger import Decision, Derivation, Query
from kashf.records import Entity, Judgement

SOLD, BOUGHT = "Alpha sold oil.", "Beta bought arms."
TEXT = f"Title\n{SOLD} {BOUGHT}"
CLAIMS = (("sell", SOLD, "Alpha"), ("buy", BOUGHT, "Beta"))


@pytest.fixture
def claims(store):
    """The ids of the two claims of a stored report."""
    return [claim.id for claim in store(TEXT, *CLAIMS).record.claims]


@pytest.fixture
def judge(writer):
    def decide(kind, subject, **value):
        return writer.judge(Decision(kind, subject, "ana", value))

    return decide


def shown(view):
    view.refresh()
    records = tuple(view.records())
    assert view.records_of(record.report.id for record in records) == records  # what pages ask for, a few at a time
    return [(claim.id, claim.type, claim.polarity) for record in records for claim in record.claims]


def test_a_judgement_says_who_and_when_and_why(writer, claims, view):
    made = writer.judge(Decision("reject", claims[0], "ana", reason="another Alpha"))
    assert view.judgements() == (made,)
    assert (made.user, made.reason, made.at.tzinfo is not None, made.undone_at) == ("ana", "another Alpha", True, None)


@pytest.mark.parametrize(
    ("decisions", "left"),
    [
        ([], ["sell", "buy"]),
        ([("accept", {})], ["sell", "buy"]),
        ([("reject", {})], ["buy"]),
        ([("reject", {}), ("accept", {})], ["sell", "buy"]),
        ([("accept", {}), ("reject", {})], ["buy"]),
        ([("correct", {"type": "transfer"})], ["transfer", "buy"]),
        ([("correct", {"type": "transfer"}), ("correct", {"type": "smuggle"})], ["smuggle", "buy"]),
        ([("correct", {"type": "transfer"}), ("correct", {"polarity": "denied"})], ["transfer", "buy"]),
        ([("correct", {"type": "transfer"}), ("reject", {})], ["buy"]),
    ],
)
def test_the_latest_judgement_holds(claims, judge, view, decisions, left):
    for kind, value in decisions:
        judge(kind, claims[0], **value)
    assert [kind for _, kind, _ in shown(view)] == left


def test_a_correction_keeps_the_id_of_the_claim(claims, judge, view):
    judge("correct", claims[0], polarity="denied")
    assert shown(view)[0] == (claims[0], "sell", "denied")


def test_extracted_records_are_as_extraction_left_them(claims, judge, view):
    judge("reject", claims[0])
    assert [claim.id for record in view.extracted() for claim in record.claims] == claims


def test_a_rejected_claim_is_not_found_nor_counted(claims, judge, view):
    judge("reject", claims[0])
    assert [claim.id for hit in view.find(Query("Alpha")) for claim in hit.claims] == []
    assert view.totals().claims == 1


def test_a_corrected_claim_is_found_by_what_it_was_corrected_to(claims, judge, view):
    judge("correct", claims[0], type="transfer")
    assert [claim.type for hit in view.find(Query(type="transfer")) for claim in hit.claims] == ["transfer"]
    assert view.find(Query(type="sell")) == ()


def test_a_report_is_not_found_for_a_rejected_claim(claims, judge, view):
    judge("reject", claims[0])
    assert view.find(Query(type="sell")) == ()


class TestUndo:
    def test_undoing_restores_what_was_before(self, writer, claims, judge, view):
        judge("reject", claims[0])
        writer.undo(judge("accept", claims[0]).id, "ben")
        assert [each for each, _, _ in shown(view)] == claims[1:]

    def test_an_undone_judgement_stays_with_who_undid_it(self, writer, claims, judge, view):
        undone = writer.undo(judge("reject", claims[0]).id, "ben")
        assert view.judgements() == (undone,)
        assert (undone.user, undone.undone_by, undone.undone_at > undone.at) == ("ana", "ben", True)

    def test_nothing_is_undone_twice(self, writer, claims, judge):
        made = judge("reject", claims[0])
        writer.undo(made.id, "ben")
        with pytest.raises(JudgementError, match="was undone by ben"):
            writer.undo(made.id, "ana")

    def test_what_was_never_judged_is_not_undone(self, writer):
        with pytest.raises(JudgementError, match="no judgement 7"):
            writer.undo(7, "ana")


class TestFollowing:
    """A judgement follows its claim when a re-read gives it another id."""

    def test_it_survives_an_unchanged_re_read(self, store, claims, judge, view):
        judge("reject", claims[0])
        store(TEXT, *CLAIMS)
        assert [each for each, _, _ in shown(view)] == claims[1:]

    def test_it_follows_into_a_new_version_of_the_report(self, store, claims, judge, view):
        judge("reject", claims[0])
        store(f"Corrected title\n{SOLD} {BOUGHT}", *CLAIMS)
        assert [kind for _, kind, _ in shown(view)] == ["buy"]

    def test_it_follows_through_several_versions(self, store, claims, judge, view):
        judge("reject", claims[0])
        for title in ("Second", "Third", "Fourth"):
            store(f"{title}\n{SOLD} {BOUGHT}", *CLAIMS)
        assert [kind for _, kind, _ in shown(view)] == ["buy"]

    def test_it_follows_when_a_newer_extractor_words_the_claim_otherwise(self, store, claims, judge, view):
        judge("reject", claims[0])
        store(TEXT, ("sell", SOLD, "oil"), CLAIMS[1])
        assert [kind for _, kind, _ in shown(view)] == ["buy"]

    def test_among_several_alike_it_follows_the_one_with_the_same_fillers(self, store, claims, judge, view):
        judge("reject", claims[0])
        store(f"New\n{SOLD}", ("sell", SOLD, "oil"), ("sell", SOLD, "Alpha"), ("sell", SOLD))
        view.refresh()
        (record,) = view.records()
        assert [[role.text for role in claim.roles] for claim in record.claims] == [["oil"], []]

    @pytest.mark.parametrize(
        "now",
        [
            [],
            [("transfer", SOLD, "Alpha")],
            [("sell", "Alpha sold", "Alpha")],
            [("sell", SOLD, "oil"), ("sell", SOLD)],
        ],
    )
    def test_where_it_is_not_certain_it_applies_to_nothing_and_says_so(self, store, claims, judge, view, now):
        judge("reject", claims[0])
        store(f"New\n{SOLD}", *now)
        assert len(shown(view)) == len(now)
        (judged,) = view.judged()
        assert (judged.applies, judged.claim) == (False, None)

    def test_it_does_not_jump_to_another_report(self, store, claims, judge, view):
        judge("reject", claims[0])
        store("Emptied")
        store(f"Another report\n{SOLD}", CLAIMS[0], location="b.txt")
        assert [kind for _, kind, _ in shown(view)] == ["sell"]


@pytest.fixture
def resolved(writer, store):
    """A ledger with two entities in one report; gives what was kept of it."""
    kept = store(TEXT, *CLAIMS, outlet="The Paper")
    reports = (kept.report.id,)
    entities = (
        Entity("e-1", "group", "Alpha", names=("Alpha", "the Alphas"), reports=reports),
        Entity("e-2", "group", "Beta", names=("Beta",), reports=reports),
    )
    writer.derive(Derivation(entities, (), (), 1, "test"))
    return kept


@pytest.mark.usefixtures("resolved")
class TestEntities:
    def test_merging_keeps_the_names_it_went_by(self, judge):
        assert judge("merge", "e-1", entity="e-2").value == {"entity": "e-2", "names": ["Alpha", "the Alphas"]}

    @pytest.mark.parametrize("value", [{"names": ["the Alphas"]}, {"reports": []}])
    def test_splitting_keeps_what_is_split_off(self, judge, value):
        assert judge("split", "e-1", **value).value == value

    @pytest.mark.parametrize(
        ("kind", "subject", "value", "complaint"),
        [
            ("merge", "e-1", {"entity": "e-9"}, "no entity e-9"),
            ("merge", "e-9", {"entity": "e-1"}, "no entity e-9"),
            ("merge", "e-1", {"entity": "e-1"}, "with itself"),
            ("split", "e-9", {"names": ["Alpha"]}, "no entity e-9"),
            ("split", "e-1", {"names": ["Beta"]}, "'Beta' is none of the names of e-1: Alpha, the Alphas"),
            ("split", "e-1", {"reports": ["r-0"]}, "'r-0' is none of the reports of e-1"),
        ],
    )
    def test_what_is_not_there_can_not_be_judged(self, judge, kind, subject, value, complaint):
        with pytest.raises(JudgementError, match=complaint):
            judge(kind, subject, **value)

    def test_resolution_is_told_of_what_is_not_undone(self, judge, writer, view):
        merged, split = judge("merge", "e-1", entity="e-2"), judge("split", "e-1", names=["Alpha"])
        judge("grade", "The Paper", grade="B")
        writer.undo(merged.id, "ana")
        assert view.judgements_on_entities() == (split,)

    def test_a_split_goes_for_the_current_version_of_a_report(self, resolved, judge, store, view):
        judge("split", "e-1", reports=[resolved.report.id])
        new = store("Alpha sold oil again.", outlet="The Paper")
        assert [each.value for each in view.judgements_on_entities()] == [{"reports": [new.report.id]}]


class TestGrades:
    def test_the_latest_grade_holds(self, store, judge, view):
        store("words", outlet="The Paper")
        judge("grade", "The Paper", grade="C")
        judge("grade", "The Paper", grade="B")
        assert view.grades() == {"The Paper": "B"}

    def test_an_undone_grade_does_not(self, store, judge, writer, view):
        store("words", outlet="The Paper")
        writer.undo(judge("grade", "The Paper", grade="C").id, "ana")
        assert view.grades() == {}

    @pytest.mark.parametrize(("outlet", "grade"), [("The Paper", "G"), ("The Paper", "c"), ("A Paper", "C")])
    def test_there_are_six_grades_for_outlets_that_were_read(self, store, judge, outlet, grade):
        store("words", outlet="The Paper")
        with pytest.raises(JudgementError, match=r"A to F|The Paper"):
            judge("grade", outlet, grade=grade)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({}, "names a field"),
        ({"evidence": "x"}, "'evidence' can not be corrected"),
        ({"type": "nonsense"}, "is no type; it is one of: earn, sell"),
        ({"polarity": "maybe"}, "is no polarity; it is one of: affirmed, denied"),
        ({"modality": "said"}, "is no modality"),
    ],
)
def test_a_correction_says_what_can_be_corrected(claims, judge, value, complaint):
    with pytest.raises(JudgementError, match=complaint):
        judge("correct", claims[0], **value)


@pytest.mark.parametrize("kind", ["accept", "reject", "correct"])
def test_there_must_be_a_claim_to_judge(judge, kind):
    with pytest.raises(JudgementError, match="no claim c-0"):
        judge(kind, "c-0", type="sell")


def test_a_judgement_of_another_ledger_keeps_who_and_when(writer, claims, view):
    theirs = Judgement(40, "reject", claims[0], "huda", datetime(2019, 1, 2, tzinfo=UTC), reason="another Alpha")
    assert [writer.take(theirs), writer.take(theirs)] == [True, False]
    assert view.judgements() == (replace(theirs, id=1),)
    undone = replace(theirs, undone_at=datetime(2019, 1, 3, tzinfo=UTC), undone_by="omar")
    assert [writer.take(undone), writer.take(undone), writer.take(theirs)] == [False, False, False]
    view.refresh()
    assert view.judgements() == (replace(undone, id=1),)


def test_a_judgement_of_another_ledger_on_nothing_here_is_refused(writer):
    with pytest.raises(JudgementError, match="There is no claim c-9"):
        writer.take(Judgement(40, "reject", "c-9", "huda", datetime(2019, 1, 2, tzinfo=UTC)))
