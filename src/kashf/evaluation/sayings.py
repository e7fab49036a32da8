"""What the extractor is worth at saying who says what: sentences annotated with their quotations and sources.

    kashf evaluate --sayings FOLDER [--held] [--show wrong] [--pin]

FOLDER holds `LANGUAGE.yaml` and `LANGUAGE-held.yaml`, lists of items:

    - text: the text of one short report
      quotes: [words | speaker]                   # or: first words … last words | speaker
      rests: [words | source | mode | stance]     # whose word the stretch rests on; a chain is parted by >

`mode` is d(irect), i(ndirect) or o(wn); source `outlet` is the outlet's own voice. Counted are quotations (precision,
recall), and of those found the share with the right speaker; of the stretches, the share with the right origin (the
last link), with every link of the chain in order, with the right mode and, where one is given, stance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kashf.errors import DataError
from kashf.evaluation.corpus import GATES_FILE
from kashf.evaluation.gates import Gates, pin, read_gates, shortfalls, write_gates
from kashf.evaluation.gold import OUTLET, GoldQuote, GoldReport
from kashf.evaluation.likeness import within
from kashf.evaluation.matching import match_quotes
from kashf.evaluation.table import Group
from kashf.evaluation.verdict import Verdict
from kashf.extraction.chain import analyse
from kashf.extraction.draft import Draft
from kashf.extraction.sources.voices import attribution_at
from kashf.records import Link, Quote, Record

__all__ = [
    "Mistake",
    "Tally",
    "as_verdict",
    "below_gates",
    "load_sayings",
    "measure_folder",
    "measure_sayings",
    "pin_sayings",
]

SAME_NAME = 0.66
"""So much of the shorter name's words must stand in the other, in order."""
LAYER = "sayings"
HELD = "-held"
_MODES = {"d": "direct", "i": "indirect", "o": "own"}
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that went wrong: in which text, what was wanted and what was found."""

    field: str
    text: str
    wanted: str
    found: str

    def line(self) -> str:
        """The mistake as a line of a list."""
        return f"{self.field:8} wanted {self.wanted!r}, found {self.found!r}\n         {self.text}"


class Tally:
    """Hits and trials by field, and what went wrong."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.mistakes: list[Mistake] = []

    def add(self, field: str, right: bool, text: str, wanted: str, found: str) -> None:
        """Counts one trial of a field."""
        hits = self.counts.setdefault(field, [0, 0])
        hits[0] += right
        hits[1] += 1
        if not right:
            self.mistakes.append(Mistake(field, text, wanted, found))

    def shares(self) -> dict[str, float]:
        """The share of hits of each field, to three places."""
        return {field: round(hits / trials, 3) for field, (hits, trials) in self.counts.items()}


def load_sayings(folder: Path) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    """The items of each file with their language and split. Raises DataError where a file is no list of items."""
    for path in sorted(folder.glob("*.yaml")):
        if path.stem == "gates":
            continue
        items = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(items, list) or not all(isinstance(item, dict) and "text" in item for item in items):
            raise DataError(f"{path}: a list of items with a `text` each is expected.")
        yield path.stem.removesuffix(HELD), "held" if path.stem.endswith(HELD) else "dev", tuple(items)


def measure_sayings(language: str, items: Sequence[Item]) -> Tally:
    """Counts what is right in the items of one language."""
    tally = Tally()
    for item in items:
        gold = GoldReport(name="item", language=language, text=item["text"], quotes=tuple(_quotes(item)))
        draft = analyse(gold.report())
        _judge_quotes(tally, gold, draft)
        for line in item.get("rests", ()):
            _judge_stretch(tally, draft, [part.strip() for part in line.split(" | ")])
    return tally


def _quotes(item: Item) -> Iterator[GoldQuote]:
    for line in item.get("quotes", ()):
        words, _, speaker = line.rpartition(" | ")
        starts, broken, ends = words.partition(" … ")
        yield GoldQuote(speaker, starts, ends, None) if broken else GoldQuote(speaker, words, words, words)


def _judge_quotes(tally: Tally, gold: GoldReport, draft: Draft) -> None:
    matched = match_quotes(gold, Record(draft.report, quotes=draft.quotes))
    for wanted, found in matched.pairs:
        tally.add("recall", True, gold.text, "", "")
        tally.add("precision", True, gold.text, "", "")
        tally.add("speaker", _same(wanted.speaker, _names(found)), gold.text, wanted.speaker, " / ".join(_names(found)))
    for missed in matched.missed:
        tally.add("recall", False, gold.text, missed.words(), "")
    for extra in matched.extra:
        tally.add("precision", False, gold.text, "", extra.text)


def _names(quote: Quote) -> list[str]:
    return [text for text in (quote.speaker.name, quote.speaker.text) if text] if quote.speaker else []


def _judge_stretch(tally: Tally, draft: Draft, parts: list[str]) -> None:
    words, source, mode = parts[:3]
    text, position = draft.text, draft.text.find(words)
    if position < 0:
        raise DataError(f"The words {words!r} do not stand in {text!r}.")
    attribution = attribution_at(draft, position)
    chain = [link for link in attribution.chain if link.start is not None]
    told = " > ".join(link.name or link.text for link in chain) or OUTLET
    wanted = [] if source == OUTLET else [part.strip() for part in source.split(">")]
    ends = bool(chain) == bool(wanted) and (not wanted or _is(wanted[-1], chain[-1]))
    tally.add("origin", ends, text, f"{words}: {source}", told)
    same = len(chain) == len(wanted) and all(_is(one, link) for one, link in zip(wanted, chain, strict=True))
    tally.add("chain", same, text, f"{words}: {source}", told)
    tally.add("mode", attribution.mode == _MODES[mode], text, f"{words}: {mode}", attribution.mode)
    if len(parts) > 3 and chain:
        tally.add("stance", chain[-1].stance == parts[3], text, f"{words}: {parts[3]}", str(chain[-1].stance))


def _is(wanted: str, link: Link) -> bool:
    return _same(wanted, [text for text in (link.name, link.text) if text])


def _same(wanted: str, said: Sequence[str]) -> bool:
    return any(within(name.strip(), one) >= SAME_NAME for name in wanted.split(" / ") for one in said)


# Folders.


def measure_folder(folder: Path, language: str | None = None, *, held: bool = False) -> dict[Group, Tally]:
    """What is right in the files of a folder, of one language or of all; `held`: and in what is held back.

    Raises DataError where a file is no list of items, or where there is none.
    """
    tallies = {
        (spoken, split): measure_sayings(spoken, items)
        for spoken, split, items in load_sayings(folder)
        if language in (None, spoken) and (held or split == "dev")
    }
    if not tallies:
        raise DataError(f"{folder}: no sentences; expected LANGUAGE.yaml, such as ar.yaml, with a list of items.")
    return tallies


def as_verdict(tallies: Mapping[Group, Tally]) -> Verdict:
    """The shares with how many they were judged on, as values, as a table, and what went wrong as lines."""
    fields = list(dict.fromkeys(field for tally in tallies.values() for field in tally.counts))
    rows = [
        f"{' '.join(group):10}" + "".join(_cell(tally, field) for field in fields) for group, tally in tallies.items()
    ]
    heading = " " * 10 + "".join(f"{field:>14}" for field in fields)
    wrong = tuple(mistake.line() for tally in tallies.values() for mistake in tally.mistakes)
    return Verdict(_plain(tallies), "\n".join([heading, *rows]), wrong)


def _cell(tally: Tally, field: str) -> str:
    hits, trials = tally.counts.get(field, (0, 0))
    return f"{hits / trials:.3f}/{trials}".rjust(14) if trials else f"{'-':>14}"


def _plain(tallies: Mapping[Group, Tally]) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    plain: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    for (language, split), tally in tallies.items():
        plain.setdefault(language, {})[split] = {LAYER: tally.shares()}
    return plain


def pin_sayings(folder: Path, *, lower: bool = False) -> dict[Group, Tally]:
    """Pins what is reached on all files of a folder as its gates. Raises DataError where one would be lowered."""
    tallies = measure_folder(folder, held=True)
    path = folder / GATES_FILE
    write_gates(pin(read_gates(path), LAYER, _plain(tallies), lower=lower), path)
    return tallies


def below_gates(folder: Path) -> list[str]:
    """What is below its gate in a folder of sentences. Raises DataError where no gates are pinned."""
    gates: Gates | None = read_gates(folder / GATES_FILE)
    if gates is None:
        raise DataError(f"{folder}: no gates are pinned; measure with --pin.")
    return [str(lost) for lost in shortfalls(gates.scores, _plain(measure_folder(folder, held=True)))]
