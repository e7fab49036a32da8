"""Writes `language/en/common.yaml`: everyday nouns and verbs of English by what they stand for, from WordNet.

    python scripts/common_nouns.py /usr/share/wordnet      # Debian: apt install wordnet-base

Of each noun the first sense counts, which is the most frequent. Left out is what our own tables list, hyphens aside,
what is a verb or an adjective too (what such a word is has to be told by the sentence), what is rare, and insults.
"""

from __future__ import annotations

import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kashf.language.closed import words
from kashf.language.loading import read_table

TARGET = Path(__file__).parents[1] / "src/kashf/language/en/common.yaml"
HEAD = """\
# Everyday words by what they stand for, beside those of nouns.yaml and verbs.yaml, which come first. Made by
# scripts/common_nouns.py from WordNet 3.0, (c) 2006 Princeton University; licence: WORDNET-LICENSE beside this file.
"""
SHORTEST = 4
PERSON, ARTIFACT, FOOD, SUBSTANCE = 18, 6, 13, 27
"""Numbers of WordNet's files of nouns."""
CIVIL = ("athlete", "performer", "contestant", "musician", "competitor", "writer")
THINGS = ("instrumentality", "commodity", "clothing", "drug", "jewelry")
VERBAL = ("ing", "ed", "ly")
INSULTS = ("ethnic_slur", "disparagement", "derogation", "obscenity", "vulgarism", "slang")
"""Usages of words that are not listed, whatever they stand for."""
COARSE = ("ucker", "sucker", "hitter", "wanker", "tosser", "coon", "honky", "yokel", "jerry", "fairy")
"""Endings of further words that nobody wants to see in a table, which WordNet does not mark."""
CALLINGS = ("er", "or", "ist", "man", "woman", "ian", "smith", "wright")
"""Endings of what people do, by which they are listed though WordNet's tagged texts do not have them."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A synset of nouns: the number of its file, its words, the synsets above it and those of its usage."""

    file: int
    words: tuple[str, ...]
    above: tuple[str, ...]
    usage: tuple[str, ...]


class WordNet:
    """The nouns of a folder of WordNet's files, and which words are verbs and adjectives too."""

    def __init__(self, folder: Path) -> None:
        self.senses = dict(_senses(folder / "data.noun"))
        self.nouns = dict(_index(folder / "index.noun"))
        self.met = frozenset(_met(folder / "index.noun"))
        self.verbs = frozenset(word for word, _ in _index(folder / "index.verb"))
        self.adjectives = frozenset(word for word, _ in _index(folder / "index.adj"))

    def above(self, sense: str) -> frozenset[str]:
        """A synset and all above it."""
        return frozenset({sense}.union(*(self.above(each) for each in self.senses[sense].above)))

    def under(self, sense: str, *roots: str) -> bool:
        """Whether a synset stands under the first sense of one of some nouns."""
        return not self.above(sense).isdisjoint(self.nouns[root][0] for root in roots)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


def _senses(path: Path) -> Iterator[tuple[str, Sense]]:
    for line in _lines(path):
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        words_of_it = tuple(fields[4 : 4 + 2 * count : 2])
        yield fields[0], Sense(int(fields[1]), words_of_it, _led(pointers, "@", "@i"), _led(pointers, ";u"))


def _led(pointers: list[str], *signs: str) -> tuple[str, ...]:
    """The synsets that pointers with one of some signs lead to; each is a sign, a synset, and two fields more."""
    return tuple(pointers[at + 1] for at in range(0, len(pointers), 4) if pointers[at] in signs)


def _index(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in _lines(path):
        fields = line.split()
        yield fields[0], fields[6 + int(fields[3]) :]


def _met(path: Path) -> Iterator[str]:
    """The words that the tagged texts of WordNet have; the rest are rare, and the insults are among them."""
    for line in _lines(path):
        fields = line.split()
        if fields[5 + int(fields[3])] != "0":
            yield fields[0]


@cache
def _ours() -> frozenset[str]:
    told = (words("en", table, *read_table("en", table)) for table in ("nouns", "words", "verbs"))
    ours = frozenset().union(words("en", "titles", "heads"), *told)
    return ours | {word.replace("-", "") for word in ours}


def _kind(net: WordNet, sense: str) -> str | None:
    file = net.senses[sense].file
    if file == PERSON:
        return "civil" if net.under(sense, *CIVIL) else "persons"
    if file == ARTIFACT and net.under(sense, "structure"):
        return "site"
    thing = file in (FOOD, SUBSTANCE) or (file == ARTIFACT and net.under(sense, *THINGS))
    return "goods" if thing else None


def _listed(net: WordNet) -> Mapping[str, list[str]]:
    listed: dict[str, list[str]] = defaultdict(list)
    for word, (first, *_) in sorted(net.nouns.items()):
        plain = word.isascii() and word.replace("-", "").isalpha() and len(word) >= SHORTEST
        ambiguous = word in net.verbs or word in net.adjectives or word.endswith((*VERBAL, *COARSE))
        if not plain or ambiguous or word in _ours() or word not in net.senses[first].words:
            continue  # written with a capital it is a name
        kind = _kind(net, first)
        insulting = {sense for usage in INSULTS for sense in net.nouns[usage]}
        used = word in net.met or (kind in ("persons", "civil") and word.endswith(CALLINGS))
        if kind is not None and used and insulting.isdisjoint(net.senses[first].usage):
            listed[kind].append(word)
    return listed


def main(folder: str) -> None:
    """Writes the table."""
    lines = textwrap.TextWrapper(118, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    listed = sorted(_listed(WordNet(Path(folder))).items())
    lists = [f"{kind}:\n{lines.fill(' '.join(found))}\n" for kind, found in listed]
    TARGET.write_text(HEAD + "".join(lists), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
