"""The corpus is sound: what it says of a text stands in that text, in the words of the table of types."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from kashf.evaluation import digest, load_corpus
from kashf.evaluation.parsing import FILLED_ROLES, VALUED_ROLES
from kashf.records.claims import Modality, Mode, Phase, Polarity
from kashf.records.spans import Modifier
from kashf.text import fold

Plain = Mapping[str, Any]
Items = list[tuple[str, Plain]]

SHARED = Path(__file__).parents[3] / "shared"
RUN_WORDS = 8
"""So many words in a row of a report are not chance: the corpus is our own."""

LEAST = {"ar": 400, "en": 200, "fr": 120, "ru": 120}
STYLES = {"egyptian", "levantine", "gulf", "maghreb", "vowelled", "careless"}
SPLITS = ("train", "dev", "test")
TEST_SHARE = (0.25, 0.45)
LEAST_OF_TYPE = 3
LEAST_WITHOUT_CLAIMS = {"ar": 50, "en": 30, "fr": 20, "ru": 20}
OPENING = "\"«“„‹'"
CLOSING = "\"»”“›'"

ITEM_KEYS = {
    *("id", "family", "split", "outlet_style", "published", "text", "note"),
    *("figures", "quotes", "speakers", "claims", "optional", "optional_figures", "optional_quotes"),
}
LAYER_KEYS = {"figures", "quotes", "speakers", "claims", "optional"}
FIGURE_KEYS = {"text", "value", "modifier", "unit", "of", "note"}
QUALIFIERS = {"mode": Mode, "modality": Modality, "polarity": Polarity, "phase": Phase}
CLAIM_KEYS = {"type", "or_type", "evidence", "source", "further_amounts", "note", *QUALIFIERS}


def many(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def faults(items: Items, check: Callable[[Plain], Iterable[object]]) -> list[str]:
    return [f"{item['id']}: {fault}" for _, item in items for fault in check(item)]


def said(fault: list[str]) -> str:
    return "\n  ".join(["", *fault])


def none(found: list[str]) -> None:
    assert not found, said(found)


@pytest.mark.parametrize("language", LEAST)
def test_there_is_enough_of_each_language(items: Items, language: str) -> None:
    assert sum(one == language for one, _ in items) >= LEAST[language]


def test_every_item_is_read(items: Items, corpus: Path) -> None:
    assert [gold.name for gold in load_corpus(corpus)] == [item["id"] for _, item in items]
    assert re.fullmatch("[0-9a-f]{32}", digest(corpus))


def test_ids_are_unique_and_begin_with_the_language(items: Items) -> None:
    assert not [one for one, count in Counter(item["id"] for _, item in items).items() if count > 1]
    assert not [item["id"] for language, item in items if not item["id"].startswith(f"{language}-")]


def test_keys_are_known(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        yield from item.keys() - ITEM_KEYS
        yield from LAYER_KEYS - item.keys()
        yield from (figure.keys() - FIGURE_KEYS for figure in item["figures"] if figure.keys() - FIGURE_KEYS)
        legal = CLAIM_KEYS | {*FILLED_ROLES, *VALUED_ROLES}
        yield from (claim.keys() - legal for claim in item["claims"] if claim.keys() - legal)

    none(faults(items, check))


def test_styles_and_splits_are_known(items: Items) -> None:
    for language, item in items:
        assert item["split"] in SPLITS, item["id"]
        assert language != "ar" or item["outlet_style"] in STYLES, item["id"]


def test_a_family_stands_on_one_side(items: Items) -> None:
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language, item in items:
        sides[language, item["family"]].add(item["split"])
    assert not [family for family, split in sides.items() if len(split) > 1]


@pytest.mark.parametrize("language", LEAST)
def test_the_split_is_balanced(items: Items, language: str) -> None:
    splits = [item["split"] for one, item in items if one == language]
    assert TEST_SHARE[0] <= splits.count("test") / len(splits) <= TEST_SHARE[1]
    assert set(splits) == set(SPLITS)


def test_every_type_of_claim_stands_on_both_sides(items: Items, types: Plain) -> None:
    """Both sides: what rules may be written on, and what measures them."""
    seen = Counter((claim["type"], item["split"]) for one, item in items if one == "ar" for claim in item["claims"])
    open_to_rules = {one: seen[one, "train"] + seen[one, "dev"] for one in types}
    assert not [one for one in types if open_to_rules[one] + seen[one, "test"] < LEAST_OF_TYPE]
    assert not [one for one in types if not open_to_rules[one] or not seen[one, "test"]]


@pytest.mark.parametrize("language", LEAST)
def test_every_type_of_claim_stands_in_each_language(items: Items, types: Plain, language: str) -> None:
    seen = {claim["type"] for one, item in items if one == language for claim in item["claims"]}
    assert not types.keys() - seen


@pytest.mark.parametrize("language", LEAST)
def test_there_is_ordinary_news(items: Items, language: str) -> None:
    assert sum(one == language and not item["claims"] for one, item in items) >= LEAST_WITHOUT_CLAIMS[language]


def test_figures_stand_in_the_text(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        counted = Counter(figure["text"] for figure in item["figures"])
        yield from (text for text, count in counted.items() if item["text"].count(text) < count)
        yield from (text for text in item.get("optional_figures", []) if text not in item["text"])

    none(faults(items, check))


def test_figures_are_well_formed(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        for figure in item["figures"]:
            ranged = isinstance(figure["value"], list)
            if figure["modifier"] not in get_args(Modifier) or ranged != (figure["modifier"] == "between"):
                yield figure
            if not figure.get("unit"):
                yield f"no unit: {figure['text']}"

    none(faults(items, check))


def test_numerals_in_the_text_are_figures_or_years(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        rest = item["text"]
        known = [figure["text"] for figure in item["figures"]] + item.get("optional_figures", [])
        for text in sorted(known, key=len, reverse=True):
            rest = rest.replace(text, " ", 1)
        yield from re.findall(r"(?<![\w#])(?!(?:1[0-9]|20)\d\d(?!\d))\d[\d.,]*", fold(rest).text)

    none(faults(items, check))


def test_quotes_stand_in_quotation_marks(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        text = item["text"]
        for quote in item["quotes"]:
            starts, ends = quote.get("starts") or quote["text"], quote.get("ends") or quote["text"]
            start = text.find(starts)
            end = text.find(ends, start) + len(ends)
            if start < 0 or end < len(ends) + start or not _marked(text[:start], text[end:]):
                yield quote
        yield from (one for one in item.get("optional_quotes", []) if one not in text)

    none(faults(items, check))


def _marked(before: str, after: str) -> bool:
    return before.rstrip()[-1:] in tuple(OPENING) and after.lstrip(" .،,!?؟…")[:1] in tuple(CLOSING)


def test_speakers_are_named_in_the_text(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        for speaker in item["speakers"].values():
            yield from (name for name in (speaker["name"], *speaker.get("aka", [])) if name not in item["text"])
        for quote in item["quotes"]:
            if quote["speaker"] not in item["speakers"]:
                yield quote["speaker"]

    none(faults(items, check))


def test_evidence_stands_in_the_text(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        yield from (one["evidence"] for one in item["claims"] if one["evidence"] not in item["text"])
        yield from (one["evidence"] for one in item["optional"] if one["evidence"] not in item["text"])

    none(faults(items, check))


def test_types_and_roles_are_those_of_the_table(items: Items, types: Plain) -> None:
    def check(item: Plain) -> Iterator[object]:
        for claim in (*item["claims"], *item["optional"]):
            named = [claim["type"], *many(claim.get("or_type"))]
            yield from (f"type {one}" for one in named if one not in types)
            legal = {"actor", *(role for one in named for role in types.get(one, ()))}
            roles = {*FILLED_ROLES, *VALUED_ROLES} & claim.keys()
            yield from (f"{claim['type']} has no {role}: {claim['evidence']}" for role in roles - legal)

    none(faults(items, check))


def test_fillers_stand_in_the_text(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        for claim in item["claims"]:
            fillers = [(role, one) for role in FILLED_ROLES for one in many(claim.get(role))]
            yield from (f"{role} {one!r}: {claim['evidence']}" for role, one in fillers if one not in item["text"])

    none(faults(items, check))


def test_numbers_of_claims_are_figures_of_the_text(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        given = [figure["value"] for figure in item["figures"]]
        for claim in item["claims"]:
            values = [claim[role] for role in VALUED_ROLES if role in claim] + claim.get("further_amounts", [])
            yield from (f"{value}: {claim['evidence']}" for value in values if value not in given)

    none(faults(items, check))


def test_sources_are_speakers_or_words_of_the_text(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        for claim in item["claims"]:
            known = {"outlet", *item["speakers"]}
            yield from (one for one in many(claim.get("source")) if one not in known and one not in item["text"])
            own = many(claim.get("source")) == ["outlet"]
            if "source" in claim and "mode" in claim and own != (claim["mode"] == "own"):
                yield f"{claim['source']} in mode {claim['mode']}: {claim['evidence']}"

    none(faults(items, check))


def test_qualifiers_are_those_of_the_records(items: Items) -> None:
    def check(item: Plain) -> Iterator[object]:
        for claim in item["claims"]:
            yield from (
                f"{key} {claim[key]}"
                for key, legal in QUALIFIERS.items()
                if key in claim and claim[key] not in get_args(legal)
            )

    none(faults(items, check))


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", fold(text).text)
    return {" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)}


def _published(path: Path) -> str:
    content = path.read_text(encoding="utf-8")
    return " ".join(map(str, json.loads(content).values())) if path.suffix == ".json" else content


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the reports of other publishers are not at hand")
def test_the_sentences_are_our_own(items: Items) -> None:
    paths = [path for path in (SHARED / "reports").rglob("*") if path.suffix in (".json", ".txt", ".yaml")]
    theirs = set().union(*(_runs(_published(path)) for path in paths))
    none(faults(items, lambda item: sorted(_runs(item["text"]) & theirs)[:1]))
