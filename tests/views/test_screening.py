"""What screening shows: reasons in the reader's language, dismissals, groups by origin."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kashf.names.comparing import Comparison, Evidence
from kashf.names.features import FEATURES
from kashf.records import Judgement, Listed, Watchlist
from kashf.views.screening import (
    ScreeningManner,
    dismissal,
    hit_id,
    reasons,
    screened_entries,
    together,
    with_hits_alone,
    without_dismissed,
)
from kashf.views.tables import read_table
from kashf.views.words import words

NADER = Listed("7", "person", ("Nader al-Kathib",))
NOBODY = Listed("8", "person", ("Ann Obren",))


def screened(invented, *entries, **manner):
    return screened_entries(invented, Watchlist("clients", "table", entries), ScreeningManner(**manner))


def judged(hit: str, reason: str | None = None) -> dict[str, tuple[Judgement, ...]]:
    pair, _, evidence = hit.partition(".")
    made = datetime(2021, 3, 6, tzinfo=UTC)
    return {pair: (Judgement(1, "dismiss", pair, "ana", made, {"evidence": evidence}, reason),)}


def test_every_feature_has_its_sentence_in_arabic():
    features = {feature.name for several in FEATURES.values() for feature in several}
    assert features <= set(read_table("reasons")["ar"])


def test_what_says_all_is_told_alone_with_what_speaks_against():
    same, more = Evidence("same", 1.0, 2.0, "The same."), Evidence("covered", 1.0, 5.0, "Covered.")
    against = Evidence("left_out", 0.5, -1.0, "Left out.", "nour")
    told = reasons(Comparison(0.9, (more, same, against)), words("en"))
    assert [(reason.text, reason.speaks_for) for reason in told] == [("The same", True), ("Left out: nour", False)]


def test_every_entry_is_there_and_those_without_hits_can_be_left_out(invented):
    found = screened(invented, NADER, NOBODY)
    assert [len(one.hits) for one in found.screened] == [1, 0]
    assert [one.entry.key for one in with_hits_alone(found).screened] == ["7"]


def test_claims_are_grouped_by_origin_and_those_of_its_own_word_are_counted(invented):
    [hit] = screened(invented, NADER).screened[0].hits
    assert [group.origin.name for group in hit.origins] == ["محامي التاجر نادر الكثيب", "Harbour Post"]
    [hit] = screened(invented, Listed("9", "person", ("Layla Hamdan",))).screened[0].hits
    assert (hit.origins, hit.speaking) == ((), 4)


def test_a_dismissed_hit_is_left_out_and_counted(invented):
    [hit] = screened(invented, NADER).screened[0].hits
    left = without_dismissed(screened(invented, NADER, dismissals=judged(hit.id)))
    assert (left.hits, left.dismissed) == (0, 1)


def test_a_dismissal_on_other_evidence_does_not_hold_and_is_told(invented):
    [hit] = screened(invented, NADER).screened[0].hits
    pair = hit.id.partition(".")[0]
    [again] = screened(invented, NADER, dismissals=judged(f"{pair}.00000000")).screened[0].hits
    assert again.dismissed is not None
    assert (again.dismissed.user, again.dismissed.holds, again.stands) == ("ana", False, True)


@pytest.mark.parametrize("change", ["names", "details"])
def test_the_evidence_changes_with_what_the_list_says(invented, change):
    [before] = screened(invented, NADER).screened[0].hits
    other = {
        "names": Listed("7", "person", (*NADER.names, "Nadir Kathib")),
        "details": Listed("7", "person", NADER.names, (), {"born": ("1970",)}),
    }
    [after] = screened(invented, other[change]).screened[0].hits
    assert before.id.partition(".")[0] == after.id.partition(".")[0]
    assert before.id != after.id


def test_no_dismissal_of_what_nobody_judged():
    assert dismissal(hit_id("h-1", "x"), {}) is None


def test_several_screenings_are_one(invented):
    one = together([screened(invented, NADER), screened(invented, NOBODY)])
    assert (one.entries, one.hits, one.lists) == (2, 1, ("clients", "clients"))
