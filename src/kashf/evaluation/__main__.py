"""python -m kashf.evaluation: what the extractor, or somebody else's records, are worth on gold."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import click

from kashf.errors import DataError, KashfError
from kashf.evaluation.corpus import GATES_FILE, digest, load_corpus
from kashf.evaluation.gates import pin, read_gates, write_gates
from kashf.evaluation.gold import GoldReport
from kashf.evaluation.measuring import Extractor, Measurement, measure, measure_records, select
from kashf.evaluation.scoring import Slip
from kashf.evaluation.table import as_plain, as_table
from kashf.records import Record, record_from_json

__all__ = ["main"]

SHOWN = {"misses": ("missed", "extra"), "wrong": ("wrong",), "all": ("missed", "extra", "wrong")}


@click.command()
@click.argument("corpus", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--language", help="Only this language: ar, en, fr or ru.")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only this part of the corpus.")
@click.option("--records", type=click.File(encoding="utf-8"), help="Judge these records instead of extracting.")
@click.option(
    "--show", type=click.Choice(list(SHOWN)), help="List what is missed and too much, what is wrong, or both."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--pin", "pinning", is_flag=True, help="Pin the scores as gates, together with the corpus' digest.")
@click.option("--lower", is_flag=True, help="With --pin: accept scores below their gates.")
def main(
    corpus: Path,
    language: str | None,
    split: str | None,
    records: Iterable[str] | None,
    show: str | None,
    **how: bool,
) -> None:
    """Measure figures, quotes and claims on the gold in the folder CORPUS."""
    try:
        measurement = _measure(select(load_corpus(corpus), language, split), records)
        if how["pinning"]:
            _pin(corpus, measurement, whole=not (language or split or records), lower=how["lower"])
    except KashfError as error:
        raise click.ClickException(str(error)) from error
    for slip in _wanted(measurement.slips, show):
        click.echo(slip.line(), err=how["as_json"])
    plain = as_plain(measurement.scores)
    click.echo(json.dumps(plain, ensure_ascii=False) if how["as_json"] else as_table(measurement.scores))


def _measure(gold: tuple[GoldReport, ...], records: Iterable[str] | None) -> Measurement:
    if records is None:
        return measure(gold, _extractor())
    return measure_records(gold, _records(records))


def _records(lines: Iterable[str]) -> list[Record]:
    return [record_from_json(line) for line in lines if line.strip()]


def _extractor() -> Extractor:
    """The product's own; looked up by name, so that records can be judged without it."""
    return cast(Extractor, importlib.import_module("kashf.extraction").extract)


def _pin(corpus: Path, measurement: Measurement, *, whole: bool, lower: bool) -> None:
    if not whole:
        raise DataError("Gates are pinned on the whole corpus: leave out --language, --split and --records.")
    path = corpus / GATES_FILE
    write_gates(pin(read_gates(path), digest(corpus), as_plain(measurement.scores), lower=lower), path)


def _wanted(slips: Iterable[Slip], show: str | None) -> Iterable[Slip]:
    kinds = SHOWN[show] if show else ()
    return (slip for slip in slips if slip.kind in kinds)


if __name__ == "__main__":
    main()
