"""What an opinion is asked about, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from kashf.extraction.chain import analyse
from kashf.extraction.claims.building import claims_by
from kashf.extraction.opinion.candidate import Candidate, nearest
from kashf.extraction.opinion.judging import RULES_ALONE
from kashf.extraction.opinion.traits import contexts_of, traits_of
from kashf.records import Region, Report


class Recorder:
    """Remembers what it is asked about, and lets all of it stand."""

    adds = True

    def __init__(self) -> None:
        self.seen: list[Candidate] = []

    def chosen(self, candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, float]]:
        for one in candidates:
            self.seen.append(one)
            yield one, 0.5


def seen_in(text: str, language: str) -> list[Candidate]:
    report = Report("r", "a.txt", text, language=language, regions=(Region("body", 0, len(text)),))
    recorder = Recorder()
    claims_by(recorder, analyse(report, by_rules=True))
    return recorder.seen


def test_a_claim_of_the_rules_is_one_candidate_that_lacks_nothing() -> None:
    [one] = [each for each in seen_in("Police seized 40 kilograms of heroin in Mersin.", "en") if each.made]
    assert one.predicate.type == "seize"
    assert one.lacks == ()


LEFT = [
    # a sentence of which the rules make nothing of this type, the type, a part of what they lack
    ("Police recovered a grobbler in Mersin.", "en", "seize", "object"),
    ("باع الرجل حكاياته القديمة", "ar", "sell", "object"),
    ("La police a saisi une bagatelle à Mersin.", "fr", "seize", "object"),
]


@pytest.mark.parametrize(("text", "language", "kind", "lacking"), LEFT)
def test_what_the_rules_leave_is_a_candidate_that_says_what_it_lacks(
    text: str, language: str, kind: str, lacking: str
) -> None:
    left = [one for one in seen_in(text, language) if not one.made and one.predicate.type == kind]
    assert left
    assert any(lacking in what for one in left for what in one.lacks)


def test_of_each_type_the_nearest_predicate_is_asked_about() -> None:
    each = nearest(seen_in("The traders paid a fee of $40 to the militia at the gate.", "en"))
    assert len({one.predicate.type for one in each}) == len(each)


def test_rules_alone_ask_for_nothing_that_they_leave() -> None:
    report = Report("r", "a.txt", "Police recovered a grobbler in Mersin.", language="en")
    assert claims_by(RULES_ALONE, analyse(report, by_rules=True)) == []


def test_traits_tell_the_event_its_fillers_and_its_surroundings() -> None:
    each = nearest(seen_in("Police seized 40 kilograms of heroin in Mersin.", "en"))
    [(one, traits)] = [pair for pair in zip(each, traits_of(each), strict=True) if pair[0].made]
    assert {"any", "en seize", "direct:drugs", "has place", "object is counted", "outright"} <= traits
    assert contexts_of(one) == ("", "made", "seize", "group counter")


def test_what_is_left_is_weighed_as_such() -> None:
    each = nearest(seen_in("Police recovered a grobbler in Mersin.", "en"))
    assert {contexts_of(one)[1] for one in each if not one.made} == {"silent"}


OUTRIGHT = [
    # a sentence of which the rules make nothing of this type, the type, whether the word tells of it by itself
    ("Police recovered a grobbler in Mersin.", "en", "seize", False),
    ("La police a saisi une bagatelle à Mersin.", "fr", "seize", True),
]


@pytest.mark.parametrize(("text", "language", "kind", "told"), OUTRIGHT)
def test_some_words_tell_of_a_type_by_themselves(text: str, language: str, kind: str, told: bool) -> None:
    each = nearest(seen_in(text, language))
    [traits] = [traits for one, traits in zip(each, traits_of(each), strict=True) if one.predicate.type == kind]
    assert ("outright" in traits) is told


def test_how_much_was_told_so_far_is_a_trait() -> None:
    alone = "Police recovered a grobbler in Mersin."
    told = f"Police seized 40 kilograms of heroin in Mersin. {alone}"
    for text, so_far in ((alone, "so far=none"), (told, "so far=thick")):
        left = [one for one in seen_in(text, "en") if not one.made]
        assert left
        assert all(so_far in traits for traits in traits_of(left))


def test_a_sentence_has_the_same_traits_each_time() -> None:
    text = "قال مسؤول إن عصابة الميناء حوّلت 300 ألف دولار إلى تجار في مرسين"
    first, second = (traits_of(nearest(seen_in(text, "ar"))) for _ in range(2))
    assert first == second
