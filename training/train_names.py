"""Trains the tagger of Arabic names: python training/train_names.py ANERCORP.tsv [--cross] [--out FOLDER].

The tagger (src/kashf/extraction/naming/tagger.py) reads a report twice; what the second reading knows of the first is
learned from readings of texts that the reader of the moment was not trained on: the material is cut into five
stretches, each read by weights made of the other four. `--cross` prints what the two readings are worth on each stretch.

Everything that leaves something to chance is fixed, so the same files give the same weights.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import pycrfsuite

from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.naming.hints import hints_of
from kashf.extraction.naming.tagger import OUTSIDE, Tagged, cuts, hinted, recalled, spans_of
from kashf.extraction.naming.traits import AROUND, around, form_of, placed
from kashf.extraction.words.arabic import read_arabic
from kashf.extraction.words.word import Word
from kashf.text.folding import fold
from kashf.text.tokens import tokenise

STRETCHES = 5
BLOCK = 25
"""Sentences that are read together as one report: about what a newspaper's is long."""
L1, L2, ROUNDS, LEAST = 0.1, 0.02, 60, 2
KEPT = 0.01
"""Weights smaller than this are dropped."""
KINDS = {"PERS": "person", "LOC": "place", "ORG": "organisation"}
DOMAIN_KINDS = {"group": "organisation"}

Labelled = tuple[str, list[tuple[int, int, str]]]


@dataclass(frozen=True)
class Text:
    """Words with their labels, cut into sentences; `weight` is how often it is shown to the learner."""

    words: tuple[Word, ...]
    labels: list[str]
    cut: list[tuple[int, int]]
    traits: list[list[str]]
    weight: int = 1


def main() -> None:
    """Train, and measure where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("anercorp", type=Path)
    parser.add_argument("--domain", type=Path, help="YAML of annotated sentences: corpus/names/ar.yaml")
    parser.add_argument("--cross", action="store_true", help="measure on each stretch")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    texts = [made(one) for one in blocks(asked.anercorp)]
    added = [made(one, weight=2) for one in domain(asked.domain, "dev")] if asked.domain else []
    held = [made(one) for one in domain(asked.domain, "test")] if asked.domain else []
    firsts = read_across(texts, added, asked.rounds, tell=asked.cross)
    again = [told(text, first) for text, first in zip(texts + added, firsts, strict=True)]
    if asked.out:
        learned = learn(again, asked.rounds)
        write(learned, asked.out / "weights.npz")
        if held:
            print("held out, one reading:", score(held, [tag(learned, text) for text in held]), flush=True)
    if asked.cross:
        read_across(again[: len(texts)], again[len(texts) :], asked.rounds, tell=True)


# Material


def blocks(path: Path) -> Iterator[Labelled]:
    """The sentences of a file of words and tags, some at a time."""
    sentences = [part.split("\n") for part in path.read_text(encoding="utf-8").strip().split("\n\n")]
    for start in range(0, len(sentences), BLOCK):
        yield joined(sentences[start : start + BLOCK])


def joined(sentences: Iterable[Sequence[str]]) -> Labelled:
    text, found = "", []
    for sentence in sentences:
        text += "\n" if text else ""
        for line in sentence:
            word, _, tag = line.rstrip().partition("\t")
            text += " " if text and text[-1] != "\n" else ""
            start = len(text)
            text += word
            kind = tag[2:]
            if tag[:1] == "I" and found and found[-1][2] == kind and text[found[-1][1] : start].strip(" ") == "":
                found[-1] = (found[-1][0], len(text), kind)
            elif kind:
                found.append((start, len(text), kind))
    return text, [(start, end, KINDS[kind]) for start, end, kind in found if kind in KINDS]


def domain(path: Path, split: str) -> Iterator[Labelled]:
    from kashf.evaluation.naming import read_names

    for story in read_names(path):
        if story.split == split:
            yield (
                story.text,
                [
                    (n.start, n.end, DOMAIN_KINDS.get(n.kind, n.kind))
                    for n in story.names
                    if DOMAIN_KINDS.get(n.kind, n.kind) in KINDS.values()
                ],
            )


def made(labelled: Labelled, weight: int = 1) -> Text:
    text, names = labelled
    knowledge = knowledge_of("ar")
    words = read_arabic(text, tokenise(fold(text)), knowledge.lexicon, knowledge.splitter)
    labels = [OUTSIDE] * len(words)
    for start, end, kind in names:
        within = [place for place, word in enumerate(words) if word.token.start < end and word.end > start]
        for number, place in enumerate(within):
            labels[place] = ("I-" if number else "B-") + kind
    cut = cuts(words)
    hints = hinted(words, hints_of("ar"))
    traits = [list[str]() for _ in words]
    forms = [form_of(word, "ar") for word in words]
    for first, last in cut:
        here = [listed[first:last] for listed in hints]
        for place in range(first, last):
            near = (offset for offset in AROUND if first <= place + offset < last)
            far = chain.from_iterable(placed(forms[place + offset], offset) for offset in near)
            traits[place] = [*far, *around(words[first:last], here, place - first)]
    return Text(words, labels, cut, traits, weight)


def told(text: Text, names: Sequence[Tagged]) -> Text:
    """The text with what a first reading of it found."""
    known = recalled(text.words, names)
    traits = [[*own, *(f"d={trait}" for trait in more)] for own, more in zip(text.traits, known, strict=True)]
    return Text(text.words, text.labels, text.cut, traits, text.weight)


# Learning


def learn(texts: Iterable[Text], rounds: int) -> pycrfsuite.Tagger:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {"c1": L1, "c2": L2, "max_iterations": rounds, "feature.possible_transitions": True, "feature.minfreq": LEAST}
    )
    for text in texts:
        for first, last in text.cut * text.weight:
            trainer.append(text.traits[first:last], text.labels[first:last])
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open_inmemory(Path(file.name).read_bytes())
    return tagger


def tag(tagger: pycrfsuite.Tagger, text: Text) -> tuple[Tagged, ...]:
    labels = [OUTSIDE] * len(text.words)
    for first, last in text.cut:
        labels[first:last] = tagger.tag(text.traits[first:last])
    return spans_of(labels)


def read_across(texts: Sequence[Text], added: Sequence[Text], rounds: int, *, tell: bool) -> list[tuple[Tagged, ...]]:
    """Each text read by weights made of the other stretches; `added` texts by the stretches of their own number."""
    parts = [index * STRETCHES // len(texts) for index in range(len(texts))] + [
        i % STRETCHES for i in range(len(added))
    ]
    every = [*texts, *added]
    found: list[tuple[Tagged, ...]] = [()] * len(every)
    for part in range(STRETCHES):
        tagger = learn((text for text, of in zip(every, parts, strict=True) if of != part), rounds)
        for index, of in enumerate(parts):
            if of == part:
                found[index] = tag(tagger, every[index])
        if tell:
            here = [i for i in range(len(texts)) if parts[i] == part]
            print(part, score([texts[i] for i in here], [found[i] for i in here]), flush=True)
    if tell:
        print("all", score(texts, found[: len(texts)]), flush=True)
        if added:
            print("domain", score(added, found[len(texts) :]), flush=True)
    return found


def score(texts: Sequence[Text], found: Sequence[Sequence[Tagged]]) -> str:
    right, given, true = Counter[str](), Counter[str](), Counter[str]()
    for text, names in zip(texts, found, strict=True):
        gold = set(spans_of(text.labels))
        for name in names:
            given[name.kind] += 1
            right[name.kind] += name in gold
        for name in gold:
            true[name.kind] += 1
    lines = []
    for kind in (*KINDS.values(), "all"):
        r, g, t = (sum(c.values()) if kind == "all" else c[kind] for c in (right, given, true))
        lines.append(f"{kind} {r / max(g, 1):.3f} {r / max(t, 1):.3f} {2 * r / max(g + t, 1):.3f}")
    return "; ".join(lines)


def write(tagger: pycrfsuite.Tagger, path: Path) -> None:
    """The weights as src/kashf/language/weights.py reads them."""
    info = tagger.info()
    labels = sorted(info.labels)
    column = {label: number for number, label in enumerate(labels)}
    kept = {key: weight for key, weight in info.state_features.items() if abs(weight) >= KEPT}
    traits = sorted({trait for trait, _ in kept})
    line = {trait: number for number, trait in enumerate(traits)}
    rows = np.zeros((len(traits), len(labels)), dtype=np.float16)
    for (trait, label), weight in kept.items():
        rows[line[trait], column[label]] = weight
    moves = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (before, behind), weight in info.transitions.items():
        moves[column[before], column[behind]] = weight
    joined_traits = np.frombuffer("\n".join(traits).encode(), dtype=np.uint8)
    np.savez_compressed(path, labels=np.array(labels), traits=joined_traits, rows=rows, moves=moves)
    print(f"{path}: {len(traits)} traits, {path.stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
