"""Every mention is anchored: its words are the text's, without a clitic at their head, in what the report says itself.

Over the stories of the corpus as they are, and over random mutations of them: words dropped, joined by clitics, marked
as hashtags, stripped of hamza, set with vowel marks, cut anywhere.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.evaluation import read_names
from kashf.extraction import extract
from kashf.records import Mention, Record, Region, Report

CORPUS = Path(__file__).parents[3] / "corpus"
LANGUAGES = ("ar", "en", "fr", "ru")
STORIES = {code: [text.text for text in read_names(CORPUS / f"names.{code}.yaml")] for code in LANGUAGES}
CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول")
NAMED = frozenset({"person", "place", "organisation", "group", "facility"})


def check(record: Record) -> None:
    for mention in record.mentions:
        assert record.text[mention.start : mention.end] == mention.text
        assert mention.start < mention.end
        assert mention.text.strip() == mention.text
        spoken = [(region.start, region.end) for region in record.report.spoken()] or [(0, len(record.text))]
        assert any(start <= mention.start and mention.end <= end for start, end in spoken)


@pytest.mark.parametrize("language", LANGUAGES)
def test_mentions_of_the_corpus_are_anchored(language: str) -> None:
    for text in STORIES[language]:
        check(extract(Report("r", "story", text, language=language)))


def _found(text: str) -> list[Mention]:
    return [m for m in extract(Report("r", "line", text, language="ar")).mentions if m.kind in NAMED]


@pytest.mark.parametrize("clitic", CLITICS)
@pytest.mark.parametrize("name", ["داعش", "حزب الله", "دمشق", "بنك الرافدين", "سوريا"])
def test_no_clitic_stands_at_the_head_of_a_name(clitic: str, name: str) -> None:
    starts = [m.start for m in _found(f"وصل المال إلى البلد {clitic}{name} أمس.") if name in m.text or m.text in name]
    assert starts == [] or min(starts) >= len("وصل المال إلى البلد ") + len(clitic)


def _hashtag(words: list[str], place: int, _: random.Random) -> None:
    words[place] = "#" + "_".join(words[place : place + 2])


def _joined(words: list[str], place: int, chance: random.Random) -> None:
    words[place] = chance.choice(CLITICS) + words[place]


def _dropped(words: list[str], place: int, _: random.Random) -> None:
    del words[place]


def _without_hamza(words: list[str], place: int, _: random.Random) -> None:
    words[place] = words[place].replace("أ", "ا").replace("إ", "ا").replace("ى", "ي").replace("ة", "ه")


def _vowelled(words: list[str], place: int, chance: random.Random) -> None:
    words[place] = "".join(letter + chance.choice(("", "\u064e", "\u0651")) for letter in words[place])


def _shouted(words: list[str], place: int, _: random.Random) -> None:
    words[place] = words[place].upper()


def _doubled(words: list[str], place: int, _: random.Random) -> None:
    words.insert(place, words[place])


MUTATIONS: tuple[Callable[[list[str], int, random.Random], None], ...] = (
    _hashtag, _joined, _dropped, _without_hamza, _vowelled, _shouted, _doubled
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(LANGUAGES), st.integers(0, 10_000))
def test_mentions_of_mutated_texts_are_anchored(language: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - mutations, no secrets
    words = chance.choice(STORIES[language]).split(" ")
    for _ in range(chance.randint(1, 12)):
        if words:
            chance.choice(MUTATIONS)(words, chance.randrange(len(words)), chance)
    text = " ".join(words)[chance.randint(0, 9) :] or "x"
    cut = chance.randint(1, len(text))
    regions = (
        Region("title", 0, min(40, cut)),
        Region("body", min(40, cut), cut),
        Region("boilerplate", cut, len(text)),
    )
    check(extract(Report("r", "line", text, language=language, regions=tuple(r for r in regions if r.start < r.end))))
