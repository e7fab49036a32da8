"""Names held against what is known of them: entries of a list to be found, and pairs that are one's or two's.

A file of queries is a table of tab-separated values with the columns `id` and `arabic` (the name that is sought); the
list is an XML file of the United Nations, of which only the names in Latin letters are searched. A file of pairs is
comma-separated with the columns `schema`, `name1`, `name2`, `is_match` (`true` or `false`).
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from kashf.errors import DataError
from kashf.evaluation.scores import Layer
from kashf.evaluation.verdict import Verdict
from kashf.names import DEFAULT_THRESHOLD, NameIndex, compare
from kashf.names.sounds import script

__all__ = [
    "ListedEntry",
    "NamePair",
    "NameQuery",
    "measure_matching",
    "measure_pairs",
    "read_latin_names",
    "read_pairs",
    "read_queries",
]

FIRST, FEW = 1, 5
KINDS = {"Person": "person", "Company": "organisation", "Organization": "organisation", "Vessel": "organisation"}
"""The kind of name by the schema that a file of pairs gives; of others the words of the names tell."""
ListedEntry = tuple[str, tuple[str, ...], str]
"""An entry of a list: its key, its names, its kind."""


@dataclass(frozen=True, slots=True)
class NameQuery:
    """A name, and the key of the entry that it is to be found under."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names, what kind of name they are, and whether they are one's."""

    one: str
    other: str
    kind: str | None
    same: bool


def read_queries(path: Path) -> tuple[NameQuery, ...]:
    """The names to be found. Raises DataError where the file is no such table."""
    return tuple(NameQuery(row["id"], row["arabic"]) for row in _rows(path, ("id", "arabic"), "\t"))


def read_pairs(path: Path) -> tuple[NamePair, ...]:
    """The pairs. Raises DataError where the file is no such table."""
    rows = _rows(path, ("name1", "name2", "is_match"), ",")
    return tuple(
        NamePair(row["name1"], row["name2"], KINDS.get(row.get("schema") or ""), row["is_match"].lower() == "true")
        for row in rows
    )


def _rows(path: Path, columns: tuple[str, ...], delimiter: str) -> Iterator[dict[str, str]]:
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=delimiter))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: this table cannot be read ({error}); name one in UTF-8.") from error
    for number, row in enumerate(rows, 2):
        missing = [column for column in columns if not row.get(column)]
        if missing:
            raise DataError(f"{path}, row {number}: nothing stands under {', '.join(missing)}; fill it in.")
        yield row


def read_latin_names(path: Path) -> tuple[ListedEntry, ...]:
    """The entries of a list of the United Nations with their names and aliases in Latin letters.

    Raises DataError where the file is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.parse(str(path), parser).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise DataError(
            f"{path}: this list cannot be read ({error}); name an XML file of the United Nations."
        ) from error
    return tuple(
        (" ".join((entry.findtext("REFERENCE_NUMBER") or "").split()), tuple(_latin_names(entry, tag)), kind)
        for tag, kind in (("INDIVIDUAL", "person"), ("ENTITY", "organisation"))
        for entry in root.iter(tag)
    )


def _latin_names(entry: etree._Element, tag: str) -> Iterator[str]:
    primary = (entry.findtext(f"{place}_NAME") or "" for place in ("FIRST", "SECOND", "THIRD", "FOURTH"))
    aliases = (alias.findtext("ALIAS_NAME") or "" for alias in entry.iter(f"{tag}_ALIAS"))
    for name in (" ".join(primary), *aliases):
        plain = " ".join(name.split())
        if plain and script(plain) != "arabic":
            yield plain


def measure_matching(queries: Sequence[NameQuery], entries: Iterable[ListedEntry]) -> Verdict:
    """How often the right entry comes first, among the first five, and above the threshold, and how many wrong entries
    a query yields there; with how many queries a CPU-second are answered, as screening asks: above the threshold."""
    index, names = NameIndex(entries), [query.name for query in queries]
    began = time.process_time()
    above = [[hit.key for hit in hits] for hits in index.find_all(names)]
    spent = time.process_time() - began
    found = list(zip(queries, index.find_all(names, threshold=0.0), strict=True))
    ranks = [_rank(query, [hit.key for hit in hits]) for query, hits in found]
    count = len(queries) or 1
    plain = {
        "queries": len(queries),
        "recall@1": sum(rank <= FIRST for rank in ranks) / count,
        "recall@5": sum(rank <= FEW for rank in ranks) / count,
        "recall": sum(query.key in keys for query, keys in zip(queries, above, strict=True)) / count,
        "wrong_per_query": sum(len(set(keys) - {query.key}) for query, keys in zip(queries, above, strict=True))
        / count,
        "names_per_second": len(queries) / spent if spent else 0.0,
    }
    missed = (
        f"MISSED  {query.key}  {query.name}: {', '.join(f'{hit.name} {hit.score:.2f}' for hit in hits[:3])}"
        for (query, hits), rank, keys in zip(found, ranks, above, strict=True)
        if rank > FIRST or query.key not in keys
    )
    return Verdict(plain, _table(plain), tuple(missed))


def _rank(query: NameQuery, keys: Sequence[str]) -> float:
    return keys.index(query.key) + 1 if query.key in keys else float("inf")


def measure_pairs(pairs: Iterable[NamePair]) -> Verdict:
    """Precision, recall and F1 of taking pairs for one's at the threshold."""
    judged = [(pair, compare(pair.one, pair.other, pair.kind).score) for pair in pairs]
    hits = sum(pair.same and score >= DEFAULT_THRESHOLD for pair, score in judged)
    misses = sum(pair.same and score < DEFAULT_THRESHOLD for pair, score in judged)
    extra = sum(not pair.same and score >= DEFAULT_THRESHOLD for pair, score in judged)
    figures = Layer(hits, misses, extra).figures()
    plain = {"pairs": len(judged), **{name: figures[name] for name in ("precision", "recall", "f1")}}
    wrong = (
        f"{'MISSED' if pair.same else 'EXTRA'}  {score:.2f}  {pair.one} | {pair.other}"
        for pair, score in judged
        if pair.same != (score >= DEFAULT_THRESHOLD)
    )
    return Verdict(plain, _table(plain), tuple(wrong))


def _table(plain: Mapping[str, float]) -> str:
    shown = ((name, str(value) if isinstance(value, int) else f"{value:.3f}") for name, value in plain.items())
    return "\n".join(f"{name:18}{value:>10}" for name, value in shown)
