"""Fits the weights of the features by which names are compared, and writes them with where they come from.

    python bench/fit_names.py --un LIST.xml --pairs un_arabic_latin.tsv --ofac FOLDER --spelled ar2en-train.txt
        [--folds 5] [--write]

What is fitted on: names of the United Nations list in Arabic script with their Latin names; primary names of the
American list with their aliases; both lists' Latin names with what commonly happens to names done to them (a letter
mistyped, a part left out, another order) and with what makes them another's (a brother, a father, a branch, another
town); names put together of parts that are known in both scripts. Pairs of different entries are those that an index of
the lists takes for worth comparing. Logistic regression with a ridge, each weight held to the side on which its feature
speaks. `--folds` measures on entries that were not fitted on.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path

import numpy as np
from lxml import etree

from kashf.domain import known_bodies, organisation_words, person_words
from kashf.names import NameIndex
from kashf.names.alignment import align
from kashf.names.features import FEATURES
from kashf.names.likeness import likeness
from kashf.names.parts import part_of, take_apart

FOR = {"same", "covered", "telling", "known_as_one", "acronym"}
RIDGE = 0.00003
STEPS = 1500
AT_RANDOM = 40
MADE_UP = 3000
GIVEN_ONLY = 1000
LEAST_LETTERS = 3
SURELY_ANOTHER = 0.85
ARABIC = re.compile(r"[\u0600-\u06ff]")
AGREEING = 0.65
"""An alias counts as another spelling of a name where so much of the shorter stands in the other."""
Pair = tuple[str, str, str, bool, float, str]
"""Two names, their kind, whether they are one's, how much the pair counts, and the entry by which it is folded."""


def united_nations(path: Path) -> Iterator[tuple[str, list[str], str]]:
    """The entries of the list: reference, Latin names, kind."""
    for tag, kind in (("INDIVIDUAL", "person"), ("ENTITY", "organisation")):
        for entry in etree.parse(str(path)).iter(tag):
            fields = (entry.findtext(f"{place}_NAME") or "" for place in ("FIRST", "SECOND", "THIRD", "FOURTH"))
            names = [" ".join(" ".join(fields).split())]
            names += [" ".join((alias.findtext("ALIAS_NAME") or "").split()) for alias in entry.iter(f"{tag}_ALIAS")]
            yield (
                (entry.findtext("REFERENCE_NUMBER") or "").strip(),
                [name for name in names if name and not ARABIC.search(name)],
                kind,
            )


def american(folder: Path) -> Iterator[tuple[str, list[str], str]]:
    """The entries of the list of specially designated nationals: number, names, kind."""
    aliases = defaultdict(list)
    for row in csv.reader((folder / "alt.csv").open(encoding="latin-1")):
        if len(row) > 3:
            aliases[row[0]].append(row[3])
    for row in csv.reader((folder / "sdn.csv").open(encoding="latin-1")):
        if len(row) > 3:
            kind = "person" if "individual" in row[2] else "organisation"
            yield row[0], [row[1], *aliases[row[0]]], kind


def features(one: str, other: str, kind: str) -> list[float]:
    """The features of a pair, in the order in which they are declared."""
    found = align(take_apart(one, kind), take_apart(other, kind))
    return [feature.holds(found)[0] for feature in FEATURES[kind]]


def spelled_alike(one: str, other: str, kind: str) -> bool:
    """Whether an alias is another spelling of a name rather than another name."""
    found = align(take_apart(one, kind), take_apart(other, kind))
    told = sum(part.weight for part in found.one.parts)
    return bool(told) and found.agreeing / told >= AGREEING


def real_pairs(path: Path, entries: list[tuple[str, list[str], str]], draw: random.Random) -> Iterator[Pair]:
    """Arabic names with the Latin ones of their entry, and with those of others that an index finds."""
    index = NameIndex(entries)
    names = {key: listed for key, listed, _ in entries}
    for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t"):
        kind = "person" if row["kind"] == "person" else "organisation"
        yield row["arabic"], row["latin"], kind, True, 3.0, row["id"]
        for alias in dict.fromkeys(names.get(row["id"], [])[1:]):
            if spelled_alike(row["arabic"], alias, kind):
                yield row["arabic"], alias, kind, True, 0.5, row["id"]
        for hit in index.find(row["arabic"], kind, limit=20, threshold=0.0):
            if hit.key != row["id"]:
                yield row["arabic"], hit.name, kind, False, 2.0, row["id"]
        for key, listed, of in draw.sample(entries, AT_RANDOM):
            if of == kind and listed and key != row["id"]:
                yield row["arabic"], listed[0], kind, False, 0.3, row["id"]


def alias_pairs(entries: list[tuple[str, list[str], str]], draw: random.Random) -> Iterator[Pair]:
    """Names with aliases of their entry that are other spellings, and with the nearest names of others."""
    index = NameIndex(entries)
    for key, names, kind in draw.sample(entries, min(len(entries), 1500)):
        for alias in names[1:4]:
            if spelled_alike(names[0], alias, kind):
                yield names[0], alias, kind, True, 1.0, key
        for hit in index.find(names[0], kind, limit=6, threshold=0.0):
            if hit.key != key:
                yield names[0], hit.name, kind, False, 0.7, key
        for other, listed, of in draw.sample(entries, 8):
            if of == kind and other != key and listed:
                yield names[0], listed[0], kind, False, 0.3, key


LETTERS = "abcdefghijklmnoprstuvyz"


def mistyped(name: str, draw: random.Random) -> str:
    """The name with one letter left out, doubled, wrong, or exchanged with the next."""
    at = draw.choice([i for i, letter in enumerate(name) if letter.isalpha()] or [0])
    return draw.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + draw.choice(LETTERS) + name[at + 1 :],
            name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
        )
    )


def done_to_persons(name: str, others: list[str], draw: random.Random) -> Iterator[tuple[str, bool]]:
    """What happens to a person's name, and what makes it another's."""
    parts = name.split()
    if len(parts) < 2:
        return
    other = draw.choice(others).split()
    yield mistyped(name, draw), True
    yield mistyped(name, draw), True
    yield " ".join([*parts[1:], parts[0]]), len(parts) < 4
    yield f"{parts[0][0]}. {' '.join(parts[1:])}", True
    yield "".join(parts[:2]) + " " + " ".join(parts[2:]), True
    if len(parts) > 2:
        at = draw.randrange(1, len(parts) - 1)
        yield " ".join(parts[:at] + parts[at + 1 :]), True
        yield " ".join([*parts[:at], other[0], *parts[at + 1 :]]), False
        yield " ".join(parts[1:]), False
        yield " ".join([parts[1], parts[0], *parts[2:]]), False
    yield " ".join([other[0], *parts]), False
    yield " ".join([other[0], *parts[1:]]), False
    yield " ".join([*parts[:-1], other[-1]]), False
    yield " ".join([*parts[:-1], other[-1], parts[-1]]), True


def done_to_bodies(name: str, others: list[str], draw: random.Random) -> Iterator[tuple[str, bool]]:
    """What happens to an organisation's name, and what makes it another's."""
    parts = name.split()
    other = draw.choice(others).split()
    form = draw.choice(("Ltd", "LLC", "Company", "Corp.", "S.A.", "Co. Ltd", "JSC"))
    yield mistyped(name, draw), True
    yield mistyped(name, draw), True
    yield f"{name} {form}", True
    yield f"The {name}", True
    if 3 <= len(parts) <= 6 and name.replace(" ", "").isalpha():
        yield "".join(part[0] for part in parts).upper(), True
    yield f"{name} {draw.choice(TOWNS)}", False
    if len(parts) > 1:
        at = draw.randrange(len(parts))
        longest = max(other, key=len)
        yield " ".join([*parts[:at], longest, *parts[at + 1 :]]), len(parts[at]) <= 2
        yield f"{name} {longest}", False
        yield f"{name} {draw.randrange(2, 9)}", False
    words = organisation_words()
    for at, part in enumerate(parts):
        classes = {words.classes[meaning] for meaning in words.of(part.casefold())} & {
            "kind",
            "trade",
            "quality",
            "place",
        }
        if classes:
            another = draw.choice([word for meaning, word in words.shown.items() if words.classes[meaning] in classes])
            if not words.of(*another.split()) & words.of(part.casefold()):
                yield " ".join([*parts[:at], another, *parts[at + 1 :]]), False


TOWNS = ("Aleppo", "Dubai", "London", "Egypt", "Lebanon", "Mosul", "Germany", "Tripoli", "Turkey", "Sudan", "Malaysia")


def invented_pairs(entries: list[tuple[str, list[str], str]], draw: random.Random) -> Iterator[Pair]:
    """Latin names of the lists with what happens to names done to them."""
    named = {kind: [names[0] for _, names, of in entries if of == kind and names] for kind in FEATURES}
    for key, names, kind in draw.sample(entries, min(len(entries), 1500)):
        if not names:
            continue
        name = names[0].replace(",", "") if kind == "organisation" else " ".join(reversed(names[0].split(", ", 1)))
        done = done_to_persons if kind == "person" else done_to_bodies
        for changed, one in done(name, named[kind], draw):
            if changed.casefold() != name.casefold():
                yield name, changed, kind, one, 0.3, key


def known_pairs(draw: random.Random) -> Iterator[Pair]:
    """Names of the groups and bodies that Kashf knows: of one, and of two that are near each other."""
    bodies = known_bodies()
    names = {body.key: list(chain.from_iterable(body.names.values())) for body in bodies}
    index = NameIndex((key, listed, "organisation") for key, listed in names.items())
    for key in draw.sample(sorted(names), min(len(names), 400)):
        one, other = draw.choice(names[key]), draw.choice(names[key])
        yield one, other, "organisation", True, 0.5, key
        for hit in index.find(one, "organisation", limit=5, threshold=0.0):
            if hit.key != key:
                yield one, hit.name, "organisation", False, 0.5, key


def given_pairs(draw: random.Random) -> Iterator[Pair]:
    """Given names alone, and the name of somebody who bears them with more: two persons, as far as the names tell."""
    words = person_words()
    given = sorted(word for meaning, word in words.shown.items() if words.classes[meaning] != "titles")
    families = [
        "".join(draw.choices("bdfghjklmnrstz", k=2)) + draw.choice(("ari", "awi", "oui", "ani")) for _ in range(500)
    ]
    for _ in range(GIVEN_ONLY):
        names = draw.sample(given, draw.choice((2, 2, 3)))
        yield " ".join(names), " ".join((*names, draw.choice(families))), "person", False, 0.1, names[0]
        yield " ".join(names), " ".join(names).upper(), "person", True, 0.05, names[0]


def spelled_pairs(path: Path, draw: random.Random) -> Iterator[Pair]:
    """Names made of parts in Arabic and Latin letters; of two persons where one part is another that sounds near it."""
    parts = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")]
    parts = [(arabic, latin) for arabic, latin in parts if min(len(arabic), len(latin)) >= LEAST_LETTERS]
    sounding = defaultdict(list)
    for _, latin in parts:
        sounding[part_of(latin, "person").skeletons[0][:2]].append(latin)
    for _ in range(MADE_UP):
        chosen = draw.sample(parts, draw.choice((1, 2, 2, 3, 4)))
        arabic, latin = (" ".join(written) for written in zip(*chosen, strict=True))
        yield arabic, latin, "person", True, 0.3, arabic
        at = draw.randrange(len(chosen))
        part = part_of(chosen[at][1], "person")
        another = draw.choices(sounding[part.skeletons[0][:2]], k=12)
        alike = {near: likeness(part, part_of(near, "person")) for near in another}
        near = max((near for near in another if alike[near] < SURELY_ANOTHER), key=alike.__getitem__, default="")
        if near:
            other = " ".join(near if place == at else written for place, (_, written) in enumerate(chosen))
            yield arabic, other, "person", False, 0.5, arabic
            yield latin, other, "person", False, 0.5, arabic
        if len(chosen) > 1:
            yield chosen[0][0], latin, "person", False, 0.3, arabic
            yield arabic, chosen[-1][1], "person", False, 0.2, arabic


@dataclass(frozen=True)
class Table:
    """The pairs of one kind: a row each of its features, and last a 1 for the base; whether they are one's, how much
    the pair counts, the entry by which it is folded, and whether its names are such as lists have."""

    values: np.ndarray
    truth: np.ndarray
    counts: np.ndarray
    entries: np.ndarray
    real: np.ndarray

    @classmethod
    def of(cls, pairs: Sequence[Pair], kind: str, real: int) -> Table:
        """The pairs of this kind; the first so many of all are such as lists have."""
        mine = [(at, pair) for at, pair in enumerate(pairs) if pair[2] == kind]
        return cls(
            np.array([[*features(pair[0], pair[1], kind), 1.0] for _, pair in mine]),
            np.array([float(pair[3]) for _, pair in mine]),
            np.array([pair[4] for _, pair in mine]),
            np.array([pair[5] for _, pair in mine]),
            np.array([at < real for at, _ in mine]),
        )

    def chosen(self, rows: np.ndarray) -> Table:
        """Some of the pairs."""
        return Table(*(getattr(self, field.name)[rows] for field in fields(self)))


def fitted(table: Table, kind: str) -> np.ndarray:
    """The weights of the kind's features, and last the base (Adam's steps on the logistic loss)."""
    values, truth, counts = table.values, table.truth, table.counts / table.counts.sum()
    sides = np.array([1.0 if feature.name in FOR else -1.0 for feature in FEATURES[kind]])
    weights = np.zeros(values.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        chance = 1.0 / (1.0 + np.exp(-values @ weights))
        slope = values.T @ (counts * (chance - truth))
        slope[:-1] += RIDGE * weights[:-1]
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
        weights[:-1] = np.where(weights[:-1] * sides < 0, 0.0, weights[:-1])
    return weights


def told(weights: np.ndarray, table: Table, name: str) -> None:
    """Prints how many of the pairs fall on the right side, and how well the score is calibrated."""
    chance = 1.0 / (1.0 + np.exp(-table.values @ weights))
    for truth in (1.0, 0.0):
        of = table.truth == truth
        sys.stderr.write(
            f"{name:26} {'one' if truth else 'two':4} {of.sum():6} pairs, above 0.5: {(chance[of] >= 0.5).mean():.3f}\n"
        )
    brier = np.average((chance - table.truth) ** 2, weights=table.counts)
    sys.stderr.write(f"{name:26} Brier {brier:.3f}\n")


def folded(table: Table, kind: str, folds: int) -> None:
    """Fits on all entries but one in so many, measures on the names that lists have of those; prints each, and last
    how far the weights are apart from fold to fold."""
    every, keys = [], np.unique(table.entries[table.real])
    for fold in range(folds):
        held = table.real & np.isin(table.entries, keys[fold::folds])
        weights = fitted(table.chosen(~np.isin(table.entries, keys[fold::folds])), kind)
        told(weights, table.chosen(held), f"{kind}, fold {fold + 1}")
        every.append(weights)
    for name, values in zip((*(feature.name for feature in FEATURES[kind]), "base"), np.array(every).T, strict=True):
        sys.stderr.write(f"{kind:13} {name:16} {values.min():6.2f} to {values.max():6.2f}\n")


def main() -> None:
    """Fits, measures and writes, as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--un", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--ofac", type=Path, required=True)
    parser.add_argument("--spelled", type=Path, required=True, help="parts of names in Arabic and Latin letters")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    draw = random.Random(20261127)
    listed, further = list(united_nations(asked.un)), list(american(asked.ofac))
    real = list(real_pairs(asked.pairs, listed, draw))
    made = [
        *alias_pairs(further, draw),
        *invented_pairs(further, draw),
        *invented_pairs(listed, draw),
        *known_pairs(draw),
        *given_pairs(draw),
        *spelled_pairs(asked.spelled, draw),
    ]
    weights = {}
    for kind in FEATURES:
        table = Table.of([*real, *made], kind, len(real))
        if asked.folds:
            folded(table, kind, asked.folds)
        weights[kind] = fitted(table, kind)
        told(weights[kind], table.chosen(table.real), f"{kind}, all, lists'")
        told(weights[kind], table.chosen(~table.real), f"{kind}, all, made")
    lines = [f"# {line}".rstrip() for line in HEADING.splitlines()]
    for kind, values in weights.items():
        lines += [f"{kind}:", f"  base: {values[-1]:.2f}"]
        lines += [f"  {feature.name}: {value:.2f}" for feature, value in zip(FEATURES[kind], values, strict=False)]
    text = "\n".join(lines) + "\n"
    if asked.write:
        asked.write.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


HEADING = """What each feature of two compared names adds to the logarithm of the odds that they are one's: the weight
times how strongly it holds (kashf.names.features says what each means).
Fitted by bench/fit_names.py, which says on what: the consolidated list of the United Nations Security Council of
29 October 2018 (its development half in Arabic script) and the list of specially designated nationals of the United
States Treasury of 2018/19, both in the public domain; names in two scripts of google/transliteration (Apache-2.0); and
what was done to their names. Do not mend by hand; fit again."""


if __name__ == "__main__":
    main()
