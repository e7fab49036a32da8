"""`kashf evaluate`: what a reader is worth, measured on gold that somebody made or on a suite of cases."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from kashf.cli.extracting import OURS, OUTSIDE, RULES, outside, reaching, told_of
from kashf.cli.session import Session, in_session, shown

if TYPE_CHECKING:
    from kashf.evaluation import GoldReport, Measurement, Verdict
    from kashf.records import Record, Report

__all__ = ["command"]

SHOWN = {"misses": ("missed", "extra"), "wrong": ("wrong",), "all": ("missed", "extra", "wrong")}
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("evaluate")
@click.argument("gold", required=False, type=_FOLDER)
@click.option("--suite", type=_FILE, help="Cases of numbers, percentages, money or dates, one JSON object a line.")
@click.option(
    "--names", type=_FILE, help="Words tagged as persons, places, organisations, or stories with marked names."
)
@click.option("--stories", type=_FILE, help="Which reports of the ledger tell one story: file and story, tab between.")
@click.option("--copies", type=_FILE, help="Which reports of the ledger are copies: a, b and label, tabs between.")
@click.option("--matching", type=_FILE, help="Names to be found in a list: id and arabic, tabs between; with --list.")
@click.option("--list", type=_FILE, help="With --matching: the list of the United Nations, XML.")
@click.option("--pairs", type=_FILE, help="Pairs of names: schema, name1, name2 and is_match, commas between.")
@click.option("--sayings", type=_FOLDER, help="Sentences with their quotations and whose word they rest on.")
@click.option("--held", is_flag=True, help="With --sayings: the sentences that are held back, too.")
@click.option("--language", help="Of GOLD or sentences only this language: ar, en, fr or ru.")
@click.option("--split", type=click.Choice(["train", "dev", "test"]), help="Of GOLD only this part.")
@click.option("--records", type=click.File(encoding="utf-8"), help="Judge these records on GOLD instead of extracting.")
@click.option(
    "--extractor",
    "extractors",
    type=click.Choice([OURS, RULES, *OUTSIDE]),
    multiple=True,
    help="Judge this extractor on GOLD; given again, they are compared.",
)
@reaching
@click.option("--by", type=click.Choice(["type", "role"]), help="Of GOLD a line for each type of claim, or each role.")
@click.option(
    "--reliability", is_flag=True, help="Of GOLD how often claims are right at each confidence, and the Brier score."
)
@click.option("--second", type=_FILE, help="Hold a second reading of some texts of GOLD against the first.")
@click.option(
    "--show", type=click.Choice(list(SHOWN)), help="List what is missed and too much, what is wrong, or both."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--pin", "pinning", is_flag=True, help="Pin the scores on GOLD or the sentences as gates.")
@click.option("--lower", is_flag=True, help="With --pin: accept scores below their gates.")
@in_session
def command(session: Session, /, gold: Path | None, **how: Any) -> None:
    """Measure figures, quotes and claims on the annotated reports in the folder GOLD, or else on a file of cases."""
    verdict = _asked(gold, how)(session, how)
    for line in verdict.misses:
        click.echo(shown(line), err=how["as_json"])
    click.echo(json.dumps(verdict.plain, ensure_ascii=False) if how["as_json"] else verdict.table)


Judge = Callable[[Session, Mapping[str, Any]], "Verdict"]


def _asked(gold: Path | None, how: Mapping[str, Any]) -> Judge:
    """The one measurement that is asked for. Raises UsageError where none is, or more than one."""
    asked = [judge for options, judge in _JUDGES.items() if any(how[option] for option in options)]
    if gold is not None:
        asked.append(lambda session, options: _on_gold(session, gold, options))
    if len(asked) != 1:
        names = ", ".join(f"--{option}" for options in _JUDGES for option in options)
        raise click.UsageError(f"Name one thing to measure on: a folder GOLD, or one of {names}.")
    return asked[0]


def _on_suite(_: Session, how: Mapping[str, Any]) -> Verdict:
    from kashf.evaluation.suites import measure_suite, read_cases

    return _narrowed(measure_suite(read_cases(how["suite"])), how)


def _on_names(_: Session, how: Mapping[str, Any]) -> Verdict:
    from kashf.evaluation import measure_names, read_names
    from kashf.extraction import extract

    texts = [text for text in read_names(how["names"]) if how["split"] in (None, text.split)]
    return _narrowed(measure_names(texts, extract), how)


def _on_groups(session: Session, how: Mapping[str, Any]) -> Verdict:
    from kashf.evaluation.grouping import measure_groups, read_copies, read_stories

    stories = read_stories(how["stories"]) if how["stories"] else None
    copies = read_copies(how["copies"]) if how["copies"] else None
    with session.view() as view:
        names = {report.id: PurePath(report.source).name for report in view.reports()}
        return _narrowed(measure_groups(view.findings(), names, stories, copies), how)


def _on_matching(_: Session, how: Mapping[str, Any]) -> Verdict:
    from kashf.evaluation.matching_names import measure_matching, read_latin_names, read_queries

    if not how["matching"] or not how["list"]:
        raise click.UsageError("Name both: --matching with the names, and --list with the list to find them in.")
    return _narrowed(measure_matching(read_queries(how["matching"]), read_latin_names(how["list"])), how)


def _on_pairs(_: Session, how: Mapping[str, Any]) -> Verdict:
    from kashf.evaluation.matching_names import measure_pairs, read_pairs

    return _narrowed(measure_pairs(read_pairs(how["pairs"])), how)


def _on_sayings(_: Session, how: Mapping[str, Any]) -> Verdict:
    from dataclasses import replace

    from kashf.evaluation.sayings import as_verdict, measure_folder, pin_sayings

    if how["pinning"]:
        tallies = pin_sayings(how["sayings"], lower=how["lower"])
    else:
        tallies = measure_folder(how["sayings"], how["language"], held=how["held"])
    verdict = as_verdict(tallies)
    return verdict if how["show"] else replace(verdict, misses=())


_JUDGES: dict[tuple[str, ...], Judge] = {
    ("suite",): _on_suite,
    ("names",): _on_names,
    ("stories", "copies"): _on_groups,
    ("matching", "list"): _on_matching,
    ("pairs",): _on_pairs,
    ("sayings",): _on_sayings,
}
"""What can be measured beside gold, by the options that name its files."""


def _narrowed(verdict: Verdict, how: Mapping[str, Any]) -> Verdict:
    """The verdict with its misses only where they were asked for."""
    from dataclasses import replace

    return verdict if how["show"] in ("misses", "all") else replace(verdict, misses=())


# Gold


def _on_gold(session: Session, gold: Path, how: Mapping[str, Any]) -> Verdict:
    from kashf.evaluation import Verdict, as_comparison, as_plain, load_corpus, select

    chosen = select(load_corpus(gold), how["language"], how["split"])
    measured = {name: _measure(session, gold, chosen, name, how) for name in how["extractors"] or (OURS,)}
    kinds = SHOWN.get(how["show"], ())
    lines = tuple(slip.line() for one in measured.values() for slip in one.slips if slip.kind in kinds)
    if len(measured) > 1:
        scores = {name: one.scores for name, one in measured.items()}
        return Verdict({name: as_plain(one) for name, one in scores.items()}, as_comparison(scores), lines)
    [measurement] = measured.values()
    if how["pinning"]:
        _pin(gold, measurement, how)
    return _reliability(measurement, lines) if how["reliability"] else _in_form(measurement, how["by"], lines)


def _reliability(measurement: Measurement, lines: tuple[str, ...]) -> Verdict:
    from kashf.evaluation import Reliability, Verdict

    found = Reliability.of(measurement.judged)
    return Verdict(found.plain(), found.table(), lines)


def _in_form(measurement: Measurement, by: str | None, lines: tuple[str, ...]) -> Verdict:
    from kashf.evaluation import Verdict, as_plain, as_table, fields_plain, fields_table

    if by is None:
        return Verdict(as_plain(measurement.scores), as_table(measurement.scores), lines)
    return Verdict(fields_plain(measurement.scores, by), fields_table(measurement.scores, by), lines)


def _measure(
    session: Session, folder: Path, gold: tuple[GoldReport, ...], name: str, how: Mapping[str, Any]
) -> Measurement:
    from kashf.evaluation import load_second_reading, measure_records, reports_of
    from kashf.extraction import extract, extract_by_rules

    if how["second"]:
        again = load_second_reading(how["second"], gold)
        return measure_records([first for first, _ in again], [second for _, second in again])
    if how["records"]:
        return measure_records(gold, _records(how["records"]))
    if name in (OURS, RULES):
        read = extract if name == OURS else extract_by_rules
        return measure_records(gold, map(read, reports_of(folder, gold)))
    extractor = outside(name, how)
    measurement = measure_records(gold, map(partial(_or_nothing, extractor), reports_of(folder, gold)))
    for line in told_of(session, extractor):
        click.echo(shown(line), err=True)
    return measurement


def _or_nothing(extract: Callable[[Report], Record], report: Report) -> Record:
    """What an extractor finds; where it fails it has found nothing, and its failures are told at the end."""
    from kashf.errors import ExtractorError
    from kashf.records import Record

    try:
        return extract(report)
    except ExtractorError:
        return Record(report)


def _records(lines: Iterable[str]) -> Iterator[Record]:
    from kashf.records import record_from_json

    return (record_from_json(line) for line in lines if line.strip())


def _pin(gold: Path, measurement: Measurement, how: Mapping[str, Any]) -> None:
    from kashf.errors import DataError
    from kashf.evaluation import GATES_FILE, as_plain, digest, pin, read_gates, write_gates

    if any(how[option] for option in ("language", "split", "records", "second", "extractors", "by", "reliability")):
        raise DataError("Gates are pinned on the whole corpus, and what the product finds in it: leave the rest out.")
    path = gold / GATES_FILE
    pinned = pin(read_gates(path), digest(gold), as_plain(measurement.scores), lower=how["lower"])
    write_gates(pinned, path)
