"""Whom pronouns, pronoun endings, verbs without a subject and a quoted «we» stand for."""

from __future__ import annotations

import pytest
from tests.extraction.references.conftest import counted, judged, lines, marked

from kashf.extraction import extract
from kashf.records import Mention, Record, Report

LANGUAGES = ("ar", "en", "fr", "ru")
FLOORS = {"ar": 0.64, "en": 0.93, "fr": 0.85, "ru": 0.78}
"""Least recall on the sentences that were not looked at."""


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language in LANGUAGES for line in lines(language, "dev")]
)
def test_no_word_stands_for_somebody_else(language: str, line: str) -> None:
    assert not [said for verdict, said in judged(language, line) if verdict == "wrong"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_nobody_tuned_to(language: str) -> None:
    verdicts = counted(language, "held")
    assert verdicts["wrong"] <= 1
    assert verdicts["right"] / verdicts.total() >= FLOORS[language]


def read(text: str, language: str = "ar") -> Record:
    return extract(Report("r", "line", text, language=language))


def standing(record: Record) -> list[Mention]:
    return [mention for mention in record.mentions if mention.pronominal]


def test_an_ending_is_a_span_of_its_own() -> None:
    record = read("اعتقل ياسر مراد. وقال محاميه إن الأدلة ضعيفة.")
    [ending] = [mention for mention in standing(record) if mention.text == "ه"]
    assert (ending.name, record.text[ending.start : ending.end]) == ("ياسر مراد", "ه")


REASONS = [
    ("وصل ضابط إلى المكان. وهو مسلح.", "ar", "unnamed"),
    ("Omar Haddad met Karim Nasser. He left.", "en", None),
    ("Then they left.", "en", "nobody"),
]


@pytest.mark.parametrize(("text", "language", "reason"), REASONS)
def test_what_is_left_open_has_a_reason(text: str, language: str, reason: str | None) -> None:
    assert [mention.unresolved for mention in standing(read(text, language))] == [reason]


def test_what_is_open_names_nobody() -> None:
    [open_one] = standing(read("Then they left.", "en"))
    assert (open_one.entity, open_one.name, open_one.kind) == (None, None, "unknown")


def test_a_claim_names_who_is_meant_by_a_pronoun() -> None:
    record = read("Police arrested Omar Haddad in Kilis. He transferred $300,000 to Syria.", "en")
    transfer = next(claim for claim in record.claims if claim.type == "transfer")
    [actor] = transfer.fillers("actor")
    assert (actor.text, actor.name) == ("He", "Omar Haddad")


def test_a_claim_names_who_a_verb_has_for_its_subject() -> None:
    record = read("اعتقل ياسر مراد في بيروت. وأرسل 300 ألف دولار إلى سوريا.")
    transfer = next(claim for claim in record.claims if claim.type == "transfer")
    assert [actor.name for actor in transfer.fillers("actor")] == ["ياسر مراد"]


def test_marks_are_taken_out_of_a_line() -> None:
    one = marked("قال [سامي|1] إن{ه|1} باق")
    assert (one.text, one.named, one.standing) == ("قال سامي إنه باق", {"1": (4, 8)}, ((11, 12, "1"),))
