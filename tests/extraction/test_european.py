"""What single sentences of English, French and Russian say: type, roles, source, and how it is qualified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction.chain import extract
from kashf.records import Claim, Report

LANGUAGES = ("en", "fr", "ru")
QUALITIES = ("modality", "polarity", "phase")
NO_ROLES = {"text", "type", "source", "mode", "nothing", *QUALITIES}
Sentence = Mapping[str, Any]


def sentences(*, nothing: bool) -> tuple[Any, ...]:
    return tuple(_read(nothing=nothing))


def _read(*, nothing: bool) -> Iterator[Any]:
    for language in LANGUAGES:
        path = Path(__file__).with_name(f"sentences.{language}.yaml")
        for sentence in yaml.safe_load(path.read_text(encoding="utf-8")):
            if bool(sentence.get("nothing")) == nothing:
                yield pytest.param(language, sentence, id=f"{language}: {sentence['text'][:40]}")


def read(language: str, text: str) -> tuple[Claim, ...]:
    return extract(Report("r", "test", text, language=language)).claims


def claim_of(language: str, sentence: Sentence) -> Claim:
    claims = read(language, sentence["text"])
    found = [claim for claim in claims if claim.type == sentence["type"]]
    assert found, f"no {sentence['type']} among {[claim.type for claim in claims]}"
    return found[0]


def listed(wanted: str | list[str]) -> list[str]:
    return [wanted] if isinstance(wanted, str) else wanted


@pytest.mark.parametrize(("language", "sentence"), sentences(nothing=False))
def test_roles(language: str, sentence: Sentence) -> None:
    claim = claim_of(language, sentence)
    for role in sentence.keys() - NO_ROLES:
        given = [filler.text for filler in claim.fillers(role)]
        for wanted in listed(sentence[role]):
            assert any(wanted.lower() in text.lower() for text in given), (role, wanted, given)


@pytest.mark.parametrize(("language", "sentence"), sentences(nothing=False))
def test_how_it_is_said(language: str, sentence: Sentence) -> None:
    claim = claim_of(language, sentence)
    usual = {"modality": "asserted", "polarity": "affirmed", "phase": None}
    for name in QUALITIES:
        assert getattr(claim, name) == sentence.get(name, usual[name])
    if "mode" in sentence:
        assert claim.attribution.mode == sentence["mode"]


@pytest.mark.parametrize(("language", "sentence"), sentences(nothing=False))
def test_on_whose_word(language: str, sentence: Sentence) -> None:
    source = sentence.get("source", "own")
    links = claim_of(language, sentence).attribution.chain[1:]
    assert [source] == [link.text for link in links[-1:]] if source != "own" else not links


@pytest.mark.parametrize(("language", "sentence"), sentences(nothing=True))
def test_nothing_is_claimed(language: str, sentence: Sentence) -> None:
    assert not read(language, sentence["text"])
