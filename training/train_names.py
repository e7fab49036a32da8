"""Trains the tagger of Arabic names: python training/train_names.py ANERCORP.tsv --domain corpus/names.ar.yaml.

The tagger (src/kashf/extraction/naming/tagger.py) reads a report twice; what the second reading knows of the first is
learned from readings of texts that the reader of the moment was not trained on: the material is cut into five
stretches, each read by weights made of the other four. The weights are an averaged perceptron's (Collins 2002), which
did better than maximum likelihood at a fifth of the time, and are the mean of several, each shown the sentences in an
order of its own.

`--hold N` leaves stretch N out of everything, writes what the rest gives to the folder of `--out` and prints what it is
worth on that stretch. Nothing is left to chance: the same files give the same weights.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

from kashf.evaluation import NamedText, read_names
from kashf.evaluation.scores import Layer
from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.naming.hints import hints_of
from kashf.extraction.naming.name import bare_word
from kashf.extraction.naming.tagger import OUTSIDE, Tagged, cuts, hinted, recalled, spans_of
from kashf.extraction.naming.traits import AROUND, beside, beyond, form_of, led, near, recalling, surroundings
from kashf.extraction.words.arabic import read_arabic
from kashf.extraction.words.word import Word
from kashf.text.folding import fold
from kashf.text.tokens import tokenise

LANGUAGE = "ar"
MARK = "\x1f"
"""What stands between the distance and the trait of a word's form, to the learner."""
STRETCHES = 5
ROUNDS = 8
ORDERS = 4
"""Perceptrons whose mean is shipped."""
SHOWN_TWICE = 2
"""How often a text of our own is shown to the learner: newspapers of the 2000s never say «داعش»."""


@dataclass(frozen=True)
class Text:
    """Words with their labels and traits, cut into sentences."""

    words: tuple[Word, ...]
    labels: list[str]
    cut: list[tuple[int, int]]
    traits: list[list[str]]
    shown: int = 1


def main() -> None:
    """Train, and measure where asked."""
    asked = _asked()
    texts = [_made(text) for text in read_names(asked.anercorp)]
    stretch = [index * STRETCHES // len(texts) for index in range(len(texts))]
    held = [text for text, of in zip(texts, stretch, strict=True) if of == asked.hold]
    texts = [text for text, of in zip(texts, stretch, strict=True) if of != asked.hold]
    own = [text for text in read_names(asked.domain) if text.split == "dev"] if asked.domain else []
    texts += [replace(_made(text), shown=SHOWN_TWICE) for text in own]
    told = list(_read_across(texts))
    learned = [_learn(told, order) for order in range(asked.orders)]
    _write(learned, asked.out / "weights.npz")
    if held:
        _say(_worth(held, [_tag(learned[0], _told(text, _tag(learned[0], text))) for text in held]))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("anercorp", type=Path, help="words and tags")
    parser.add_argument("--domain", type=Path, help="stories of our own; those of the split dev are trained on")
    parser.add_argument("--hold", type=int, help="the stretch to leave out, 0 to 4")
    parser.add_argument("--orders", type=int, default=ORDERS, help="perceptrons whose mean is written")
    parser.add_argument("--out", type=Path, required=True, help="the folder for weights.npz")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


# Material


def _made(text: NamedText) -> Text:
    knowledge = knowledge_of(LANGUAGE)
    words = read_arabic(text.text, tokenise(fold(text.text)), knowledge.lexicon, knowledge.splitter)
    cut = cuts(words)
    traits = [list[str]() for _ in words]
    hints = hinted(list(map(bare_word, words)), hints_of(LANGUAGE))
    forms = [list(form_of(word, told, LANGUAGE)) for word, told in zip(words, hints, strict=True)]
    for first, last in cut:
        close, far, before = surroundings(words[first:last])
        for place in range(first, last):
            here = place - first
            traits[place] = [*near(close[here]), *beyond(far[here]), *led(before[here])]
            traits[place].extend(beside((hints[place - 1] if here else (), hints[place])))
            for offset in AROUND:
                if first <= place + offset < last:
                    told = (trait for trait, reach in forms[place + offset] if abs(offset) <= reach)
                    traits[place].extend(f"{offset}{MARK}{trait}" for trait in told)
    return Text(words, _labels(text, words), cut, traits)


def _labels(text: NamedText, words: Sequence[Word]) -> list[str]:
    labels = [OUTSIDE] * len(words)
    for name in text.names:
        within = [place for place, word in enumerate(words) if word.token.start < name.end and word.end > name.start]
        for number, place in enumerate(within):
            labels[place] = ("I-" if number else "B-") + name.kind
    return labels


def _told(text: Text, names: Sequence[Tagged]) -> Text:
    """The text with what a first reading of it found."""
    known = recalled(list(map(bare_word, text.words)), names)
    traits = [[*own, *recalling(known.get(place, ()))] for place, own in enumerate(text.traits)]
    return replace(text, traits=traits)


# Learning


def _read_across(texts: Sequence[Text]) -> Iterator[Text]:
    """Each text with what it was taken for by weights made of the other stretches."""
    stretch = [index * STRETCHES // len(texts) for index in range(len(texts))]
    for part in range(STRETCHES):
        tagger = _learn([text for text, of in zip(texts, stretch, strict=True) if of != part], part)
        yield from (_told(text, _tag(tagger, text)) for text, of in zip(texts, stretch, strict=True) if of == part)


def _learn(texts: Sequence[Text], order: int) -> pycrfsuite.Tagger:
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ROUNDS})
    shown = [(text, first, last) for text in texts for first, last in text.cut * text.shown]
    random.Random(order).shuffle(shown)
    for text, first, last in shown:
        trainer.append(text.traits[first:last], text.labels[first:last])
    with tempfile.NamedTemporaryFile(suffix=".crf", delete=False) as file:
        trainer.train(file.name)
    tagger = pycrfsuite.Tagger()
    tagger.open(file.name)  # the file is mapped: it must outlive the tagger
    return tagger


def _tag(tagger: pycrfsuite.Tagger, text: Text) -> tuple[Tagged, ...]:
    labels = [OUTSIDE] * len(text.words)
    for first, last in text.cut:
        labels[first:last] = tagger.tag(text.traits[first:last])
    return spans_of(labels)


def _worth(texts: Sequence[Text], found: Sequence[Sequence[Tagged]]) -> str:
    layers: dict[str, Layer] = {}
    for text, names in zip(texts, found, strict=True):
        gold, given = set(spans_of(text.labels)), set(names)
        for kind in ("person", "place", "organisation", "all"):
            wanted, told = ({name for name in of if kind in ("all", name.kind)} for of in (gold, given))
            layer = Layer(len(wanted & told), len(wanted - told), len(told - wanted))
            layers[kind] = layers.get(kind, Layer()) + layer
    return "\n".join(f"{kind:14}{w.precision():.3f} {w.recall():.3f} {w.f1():.3f}" for kind, w in layers.items())


def _write(taggers: Sequence[pycrfsuite.Tagger], path: Path) -> None:
    """The mean weights as src/kashf/language/weights.py reads them."""
    infos = [tagger.info() for tagger in taggers]
    states, transitions = (_mean([getattr(one, of) for one in infos]) for of in ("state_features", "transitions"))
    labels = sorted(infos[0].labels)
    column = {label: number for number, label in enumerate(labels)}
    moves = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (before, behind), weight in transitions.items():
        moves[column[before], column[behind]] = weight
    forms = {key: weight for key, weight in states.items() if MARK in key[0]}
    contexts = {key: weight for key, weight in states.items() if MARK not in key[0]}
    form_traits = sorted({trait.partition(MARK)[2] for trait, _ in forms})
    context_traits = sorted({trait for trait, _ in contexts})
    form_rows = np.zeros((len(form_traits), len(AROUND), len(labels)), dtype=np.float16)
    context_rows = np.zeros((len(context_traits), len(labels)), dtype=np.float16)
    line = {trait: number for number, trait in enumerate(form_traits)}
    for (trait, label), weight in forms.items():
        offset, _, bare = trait.partition(MARK)
        form_rows[line[bare], AROUND.index(int(offset)), column[label]] = weight
    line = {trait: number for number, trait in enumerate(context_traits)}
    for (trait, label), weight in contexts.items():
        context_rows[line[trait], column[label]] = weight
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        labels=np.array(labels),
        forms=_lines(form_traits),
        form_rows=form_rows,
        contexts=_lines(context_traits),
        context_rows=context_rows,
        moves=moves,
    )
    _say(f"{path}: {len(form_traits)} and {len(context_traits)} traits, {path.stat().st_size} bytes")


def _lines(traits: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(traits).encode(), dtype=np.uint8)


def _mean(weights: Sequence[Mapping[tuple[str, str], float]]) -> dict[tuple[str, str], float]:
    summed: Counter[tuple[str, str]] = Counter()
    for one in weights:
        summed.update(one)
    return {key: weight / len(weights) for key, weight in summed.items()}


if __name__ == "__main__":
    main()
