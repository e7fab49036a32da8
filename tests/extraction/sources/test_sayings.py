"""Who says what, on sentences of our own in four languages: no score falls below its gate, nothing loses its anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kashf.evaluation import load_corpus
from kashf.evaluation.sayings import below_gates, load_sayings
from kashf.extraction.chain import analyse
from kashf.extraction.draft import Draft
from kashf.extraction.sources.voices import attribution_at
from kashf.records import Link, Record, Report

SENTENCES = Path(__file__).parent / "sentences"
CORPUS = Path(__file__).parents[3] / "corpus"
LEAST = {"ar": 415, "en": 200, "fr": 200, "ru": 200}


def drafts() -> Iterator[Draft]:
    for language, _, items in load_sayings(SENTENCES):
        for item in items:
            yield analyse(Report("r", "a.txt", item["text"], language=language))
    for gold in load_corpus(CORPUS):
        yield analyse(gold.report())


@pytest.mark.parametrize("language", LEAST)
def test_there_are_enough_sentences(language: str) -> None:
    assert sum(len(items) for one, _, items in load_sayings(SENTENCES) if one == language) >= LEAST[language]


def test_no_score_is_below_its_gate() -> None:
    lost = below_gates(SENTENCES)
    assert not lost, "\n  ".join(["Scores below their gates:", *lost])


def test_every_link_quotation_and_scope_stands_in_the_text() -> None:
    def stands(draft: Draft, link: Link) -> bool:
        return link.start is None or draft.text[link.start : link.end] == link.text

    for draft in drafts():
        assert all(draft.text[quote.start : quote.end] == quote.text for quote in draft.quotes)
        assert all(0 <= scope.start < scope.end <= len(draft.text) for scope in draft.scopes)
        links = [link for scope in draft.scopes for link in scope.links]
        assert all(stands(draft, link) for link in links)
        assert all(link.time is None or 0 <= link.time < len(draft.times) for link in links)
        speakers = [quote.speaker for quote in draft.quotes if quote.speaker and quote.speaker.start is not None]
        assert all(draft.text[one.start : one.end] == one.text for one in speakers)
        assert not any(
            one.start < other.end and other.start < one.end
            for number, one in enumerate(draft.quotes)
            for other in draft.quotes[number + 1 :]
        )


def chain(text: str, words: str, language: str = "ar") -> list[str]:
    draft = analyse(Report("r", "a.txt", text, language=language))
    return [link.name or link.text for link in attribution_at(draft, text.index(words)).chain[1:]]


ORDERED = [
    ("قالت وكالة «الأفق»، نقلا عن بيان لوزارة الدفاع، إن السفن غادرت.", "السفن غادرت", ["الأفق", "وزارة الدفاع"]),
    ("بحسب رويترز، قال مسؤول عراقي إن الشاحنات عبرت.", "الشاحنات عبرت", ["رويترز", "مسؤول عراقي"]),
    ("قال الوزير إن الحركة فقدت، وفق تقديرات غربية، نصف دخلها.", "نصف دخلها", ["الوزير", "تقديرات غربية"]),
]


@pytest.mark.parametrize(("text", "words", "expected"), ORDERED)
def test_the_chain_runs_from_the_outlet_to_the_origin(text: str, words: str, expected: list[str]) -> None:
    found = chain(text, words)
    assert len(found) == len(expected)
    assert all(want in told for want, told in zip(expected, found, strict=True))


STATEMENTS = [
    ("ar", "أعلنت هيئة الجمارك إغلاق المعبر. وقال البيان إن السائق فر.", "السائق فر", "هيئة الجمارك"),
    ("en", "The finance ministry closed the crossing. The statement said the driver fled.", "the driver", "ministry"),
    ("fr", "Le ministère a fermé le poste. Selon le communiqué, le chauffeur a fui.", "le chauffeur", "Le ministère"),
    ("ru", "Таможня закрыла переход. В заявлении говорится, что водитель сбежал.", "водитель", "Таможня"),
]


@pytest.mark.parametrize(("language", "text", "words", "issuer"), STATEMENTS)
def test_a_statement_speaks_for_who_issues_it(language: str, text: str, words: str, issuer: str) -> None:
    [told] = chain(text, words, language)
    assert issuer in told or told in issuer


def test_a_denial_across_a_long_apposition_is_a_denial(read: Callable[[str], Record]) -> None:
    record = read(
        "ونفى مدير شركة «النورس» للشحن، وهو ضابط متقاعد عمل في الميناء عشرين عاما، أن تكون الشركة قد دفعت أي فدية."
    )
    [claim] = [claim for claim in record.claims if claim.type in ("ransom", "pay")]
    assert (claim.polarity, claim.attribution.chain[-1].stance) == ("denied", "denied")


CIRCUMSTANCES: list[tuple[str, dict[str, Any]]] = [
    (
        "قال سامي الحداد خلال مؤتمر صحفي في روما إن الجماعة نقلت أموالها إلى تشاد.",
        {"place": "روما", "occasion": "مؤتمر صحفي"},
    ),
    ("وحذر سامي الحداد من أن الجماعة نقلت أموالها إلى تشاد.", {"stance": "warned"}),
    ("وزعم سامي الحداد أن الجماعة نقلت أموالها إلى تشاد.", {"stance": "claimed"}),
]


@pytest.mark.parametrize(("text", "expected"), CIRCUMSTANCES)
def test_how_where_and_when_it_was_said(read: Callable[[str], Record], text: str, expected: dict[str, Any]) -> None:
    link = read(text).claims[0].attribution.chain[-1]
    assert {key: getattr(link, key) for key in expected} == expected


def test_the_day_of_an_utterance_points_into_the_times(read: Callable[[str], Record]) -> None:
    record = read("قال سامي الحداد يوم الثلاثاء إن الجماعة نقلت أموالها إلى تشاد.")
    time = record.claims[0].attribution.chain[-1].time
    assert time is not None
    assert "الثلاثاء" in record.times[time].text


def test_a_credit_adds_a_link_and_leaves_the_outlets_voice(read: Callable[[str], Record]) -> None:
    record = read("الخرطوم (رويترز) - باعت الجماعة النفط بنحو 20 مليون دولار.")
    attribution = record.claims[0].attribution
    assert (attribution.mode, [link.text for link in attribution.chain[1:]]) == ("own", ["رويترز"])


NOT_SPEECH = [
    "عرض المتحف قطعا من مجموعة «كنوز الصحراء الكبرى» في ثلاث مدن.",
    "قال المدير إن فيلم «ذهب الصحراء الأسود» سيعرض غدا.",
    "زار الموقع الإلكتروني «www.example.org» آلاف الناس.",
    "تسمي الجماعة هذه الرسوم «زكاة» وتجمعها كل شهر.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_names_titles_and_doubtful_words_are_no_speech(read: Callable[[str], Record], text: str) -> None:
    assert not read(text).quotes
