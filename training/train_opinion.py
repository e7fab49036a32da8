"""Trains the second opinion on claims: `src/kashf/domain/finance/opinion.json`, from the annotated corpus.

    python training/train_opinion.py

A logistic regression over the traits of candidates (`kashf.extraction.opinion`): claims that the rules make, and claims
that they might make of the events they leave. Right is what the gold has. Each trait is weighed by itself, with whether
the rules made the claim, with its type, and with the group of its type. It learns on the parts `train` and `dev`;
the rules were developed on nearly all of that, where they are right more often than elsewhere and where what they leave
is seldom a claim, so that candidates from there carry a trait of their own (after Daumé 2007), which no text has when
it is read. It learns what is no claim from sentences that claim nothing, too (`nothing_claimed.yaml`).
Likelihoods are calibrated (Platt 1999), and the one from which on a claim is added is chosen, on predictions
for fresh texts, on which no rule was developed (families `unseen-`), held out in turn, families together. Printed is
what that cross-validation gives. The part `test` is not looked at; `kashf evaluate` measures on it.

Run it again when rules or predicates have changed much: it takes a few minutes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from kashf.errors import DataError
from kashf.evaluation import GoldReport, load_corpus
from kashf.evaluation.matching import match_claims
from kashf.extraction.chain import analyse
from kashf.extraction.claims.building import claims_by
from kashf.extraction.opinion.candidate import Candidate, nearest
from kashf.extraction.opinion.traits import contexts_of, traits_of
from kashf.records import Claim, Record, Span

ROOT = Path(__file__).parents[1]
NOTHING = ROOT / "training" / "nothing_claimed.yaml"
WEIGHTS = ROOT / "src" / "kashf" / "domain" / "finance" / "opinion.json"

FOLDS = 8
FRESH = "unseen-"
"""How families begin whose texts no rule was developed on."""
LEAST_SEEN = 3
"""Candidates in which a trait must be met to be learned."""
SHRINKING = 33.0
"""The L2 penalty; from 20 to 70 ranks alike in cross-validation."""
ROUNDS = 300
RATE = 0.05
SMALLEST = 0.01
"""A weight nearer to nothing is left out."""
MAY_COST = 0.01
"""Precision that added claims may cost on fresh texts, in cross-validation. More recall is to be had for more (F1 .585
for .08), but reports at large are thinner with claims, and what is added to them is wrong more often."""
LEAST_ADDED = 0.75
"""No claim is added that is less likely. By fresh texts alone it would be 0.60; on real reports, with fewer claims a
sentence, three in four of those between were wrong, and a wrong accusation is the worst error."""
TUNED = "tuned"
SAME_WORDS = 0.5

Floats = NDArray[np.float64]
Trait = tuple[str, str]
"""The context in which a trait is weighed, and the trait."""


@dataclass(frozen=True)
class Seen:
    """One candidate: its traits, whether the rules made it and whether it is right (None: nobody says)."""

    text: str
    event: int
    made: bool
    right: bool | None
    traits: frozenset[Trait]
    type: str
    evidence: Span


class Recorder:
    """Lets every candidate become a claim, and remembers its traits."""

    adds = True

    def __init__(self) -> None:
        self.seen: list[tuple[Candidate, frozenset[Trait]]] = []

    def chosen(self, candidates: Iterable[Candidate]) -> Iterable[tuple[Candidate, float]]:
        """All of them."""
        each = nearest(candidates)
        for candidate, traits in zip(each, traits_of(each), strict=True):
            self.seen.append((candidate, frozenset(product(contexts_of(candidate), traits))))
            yield candidate, 1.0


def is_fresh(gold: GoldReport) -> bool:
    """Whether no rule was developed on a text that claims something."""
    return (gold.family or "").startswith(FRESH)


def candidates_of(gold: GoldReport) -> list[Seen]:
    """The candidates in a text, with what its gold says of them."""
    draft = analyse(gold.report(), by_rules=True)
    recorder = Recorder()
    claims = claims_by(recorder, draft)
    made = [claim for (one, _), claim in zip(recorder.seen, claims, strict=True) if one.made]
    silent = [claim for (one, _), claim in zip(recorder.seen, claims, strict=True) if not one.made]

    def held(claims: Sequence[Claim], gold: GoldReport) -> tuple[set[int], set[int], GoldReport]:
        record = Record(gold.report(), figures=draft.figures, times=draft.times, claims=tuple(claims))
        matched = match_claims(gold, record)
        left = replace(gold, claims=matched.missed)
        return {id(one) for _, one in matched.pairs}, {id(one) for one in matched.extra}, left

    right, wrong, missed = held(made, gold)
    also, extra, _ = held(silent, missed)
    again = {id(one) for one in silent if id(one) in extra and held([one], gold)[0]}
    right, wrong = right | also, wrong | (extra - again)
    tuned = not is_fresh(gold)
    return [
        Seen(
            gold.name,
            id(one.event),
            one.made,
            True if id(claim) in right else False if id(claim) in wrong else None,
            traits | {(context, TUNED) for context in ("made" if one.made else "silent", "") if tuned},
            claim.type,
            claim.evidence,
        )
        for (one, traits), claim in zip(recorder.seen, claims, strict=True)
    ]


def nothing_claimed() -> list[GoldReport]:
    """Texts of one sentence each in which nothing is claimed."""
    table = yaml.safe_load(NOTHING.read_text(encoding="utf-8"))
    listed = [(language, text) for language, texts in table.items() for text in texts]
    return [GoldReport(f"nothing-{n}", language, text, "train") for n, (language, text) in enumerate(listed)]


@dataclass(frozen=True)
class Model:
    """A place for each trait (from 1 on; 0 is none), and the weights."""

    places: dict[Trait, int]
    weights: Floats

    def scores(self, seen: Sequence[Seen]) -> Floats:
        """The log-odds of each candidate, as of a text on which no rule was developed."""
        untuned = [replace(one, traits=frozenset(t for t in one.traits if t[1] != TUNED)) for one in seen]
        return self.weights[_matrix(untuned, self.places)].sum(axis=1) if seen else np.zeros(0)


def _matrix(seen: Sequence[Seen], places: dict[Trait, int]) -> NDArray[np.int64]:
    listed = [[places[trait] for trait in one.traits if trait in places] for one in seen]
    matrix = np.zeros((len(seen), max(map(len, listed), default=0) or 1), dtype=np.int64)
    for row, traits in zip(matrix, listed, strict=True):
        row[: len(traits)] = traits
    return matrix


def trained(seen: Sequence[Seen]) -> Model:
    """A logistic regression by gradient descent (Adam: Kingma and Ba 2015); it is convex, and the same each time."""
    known = [one for one in seen if one.right is not None]
    counts = Counter(trait for one in known for trait in one.traits)
    places = {trait: at for at, trait in enumerate(sorted(t for t, n in counts.items() if n >= LEAST_SEEN), start=1)}
    matrix, right = _matrix(known, places), np.array([bool(one.right) for one in known], dtype=float)
    weights = np.zeros(len(places) + 1)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        off = _likelihood(weights[matrix].sum(axis=1)) - right
        slope = np.bincount(matrix.ravel(), np.repeat(off, matrix.shape[1]), len(weights)) + SHRINKING * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights[0] = 0.0
    return Model(places, weights)


def _likelihood(scores: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-scores)))


def calibrated(scores: Floats, right: Floats) -> tuple[float, float]:
    """What makes log-odds of scores: a factor and a term (Platt 1999), by Newton's method, drawn to 1 and 0."""
    line = np.array([1.0, 0.0])
    inputs = np.column_stack([scores, np.ones_like(scores)])
    for _ in range(30):
        likely = _likelihood(inputs @ line)
        slope = inputs.T @ (likely - right) + (line - [1.0, 0.0])
        curve = (inputs * (likely * (1 - likely))[:, None]).T @ inputs + np.eye(2)
        line -= np.linalg.solve(curve, slope)
    return float(line[0]), float(line[1])


def held_out(texts: dict[str, list[Seen]], families: dict[str, str]) -> dict[str, Floats]:
    """The scores of each text's candidates by a model that saw no text of its family."""
    names = sorted(set(families.values()))
    order = np.random.default_rng(11).permutation(len(names))
    folds = {names[at]: number % FOLDS for number, at in enumerate(order)}
    scores: dict[str, Floats] = {}
    for fold in range(FOLDS):
        model = trained([one for name, seen in texts.items() if folds[families[name]] != fold for one in seen])
        scores |= {name: model.scores(seen) for name, seen in texts.items() if folds[families[name]] == fold}
    return scores


def added(seen: Sequence[Seen], likely: Floats, least: float) -> list[Seen]:
    """The candidates that are added: the likeliest of each event, none that tells what a better one tells."""
    best: dict[int, tuple[float, Seen]] = {}
    for one, odds in zip(seen, likely, strict=True):
        if not one.made and odds >= least and odds > best.get(one.event, (0.0, one))[0]:
            best[one.event] = (float(odds), one)
    kept = [one for one in seen if one.made]
    for _, one in sorted(best.values(), key=lambda pair: -pair[0]):
        if not any(other.type == one.type and _same(other.evidence, one.evidence) for other in kept):
            kept.append(one)
    return [one for one in kept if not one.made]


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= SAME_WORDS * min(one.end - one.start, other.end - other.start)


@dataclass(frozen=True)
class Outcome:
    """What adding from a likelihood on gives on fresh texts."""

    least: float
    right: int
    wrong: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what is found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.right + self.wrong + self.gold)


def outcome(chosen: Sequence[tuple[Sequence[Seen], Floats]], wanted: int, least: float) -> Outcome:
    """What adding from a likelihood on gives."""
    kept = [one for seen, _ in chosen for one in seen if one.made]
    kept += [one for seen, likely in chosen for one in added(seen, likely, least)]
    counts = Counter(one.right for one in kept)
    return Outcome(least, counts[True], counts[False], wanted)


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main(corpus: Path) -> None:
    """Train, print what cross-validation gives, and write the weights."""
    gold = [one for one in load_corpus(corpus) if one.split in ("train", "dev")]
    gold += nothing_claimed()
    texts = {one.name: candidates_of(one) for one in gold}
    scores = held_out(texts, {one.name: one.family or one.name for one in gold})
    judging = [one for one in gold if is_fresh(one)]
    if not judging:
        raise DataError(f"{corpus}: no text of a family `{FRESH}…`, on which likelihoods are calibrated; add some.")
    pairs = [
        (candidate, score)
        for one in judging
        for candidate, score in zip(texts[one.name], scores[one.name], strict=True)
        if candidate.right is not None
    ]
    lines = {made: _line([pair for pair in pairs if pair[0].made is made]) for made in (True, False)}
    chosen = [(texts[one.name], _calibrated(texts[one.name], scores[one.name], lines)) for one in judging]
    least = _least(chosen, sum(len(one.claims) for one in judging))
    model = trained([candidate for seen in texts.values() for candidate in seen])
    _tell(chosen)
    _write(model, lines, least)


def _line(pairs: Sequence[tuple[Seen, float]]) -> tuple[float, float]:
    return calibrated(np.array([score for _, score in pairs]), np.array([float(bool(one.right)) for one, _ in pairs]))


def _calibrated(seen: Sequence[Seen], scores: Floats, lines: dict[bool, tuple[float, float]]) -> Floats:
    factors = np.array([lines[one.made] for one in seen]).reshape(-1, 2)
    return _likelihood(factors[:, 0] * scores + factors[:, 1])


def _least(chosen: Sequence[tuple[Sequence[Seen], Floats]], wanted: int) -> float:
    """The likelihood from which on to add: the best F1 that costs no more precision than it may."""
    alone = outcome(chosen, wanted, 2.0)
    say(f"rules alone            precision {alone.precision:.3f}  f1 {alone.f1:.3f}")
    tried = [outcome(chosen, wanted, step / 100) for step in range(20, 96, 5)]
    for one in tried:
        say(f"added from {one.least:.2f} on     precision {one.precision:.3f}  f1 {one.f1:.3f}")
    allowed = [one for one in tried if one.precision >= alone.precision - MAY_COST]
    return max(LEAST_ADDED, max(allowed, key=lambda one: one.f1).least) if allowed else 1.0


def _tell(chosen: Sequence[tuple[Sequence[Seen], Floats]]) -> None:
    """How far likelihoods of claims held out are from what is so."""
    for made in (True, False):
        told = [
            (float(odds), bool(one.right))
            for seen, likely in chosen
            for one, odds in zip(seen, likely, strict=True)
            if one.made is made and one.right is not None
        ]
        score = sum((odds - right) ** 2 for odds, right in told) / len(told)
        base = sum(right for _, right in told) / len(told)
        name = "made" if made else "left"
        say(f"{name}: {len(told)}, right {base:.3f}, Brier {score:.4f}, of the mean {base * (1 - base):.4f}")


def _write(model: Model, lines: dict[bool, tuple[float, float]], least: float) -> None:
    traits: dict[str, dict[str, float]] = {}
    for (context, trait), place in model.places.items():
        if abs(model.weights[place]) >= SMALLEST and trait != TUNED:
            traits.setdefault(context, {})[trait] = round(float(model.weights[place]), 3)
    made, left = ([round(number, 3) for number in lines[each]] for each in (True, False))
    plain = {"made": made, "added": left, "add": least, "traits": traits}
    WEIGHTS.write_text(json.dumps(plain, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    kept = sum(map(len, traits.values()))
    say(f"{kept} weights written to {WEIGHTS.relative_to(ROOT)}; added from {least:.2f} on")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "corpus")
