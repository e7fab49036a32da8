"""What exporting a large ledger takes: CPU seconds and the most memory, for one format.

    python bench/export_memory.py FORMAT [REPORTS]

Makes a ledger of that many invented reports in a folder that is thrown away, each with two claims of a firm of its own
and a bank that all name, and exports it in a process of its own.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kashf.exchange.exporting import export_file
from kashf.exchange.formats import formats
from kashf.exchange.holdings import Holdings
from kashf.jobs import edition
from kashf.ledger import Derivation, Kept, Source, View, Writer
from kashf.records import Attribution, Claim, Entity, Finding, Link, Mention, Origin, Record, Report, Role, Span

SHARED = "Common Bank"
MEGABYTE = 1024
FEW, MANY = 2_000, 20_000
FILLING = "The ministry gave no further figures and the bank did not answer questions. " * 25
BATCH = 500


def _record(number: int) -> Record:
    name = f"Firm {number}"
    text = f"{name} paid {SHARED} in the harbour. {name} sold oil. {FILLING}"
    firm, bank = (0, len(name)), (text.index(SHARED), text.index(SHARED) + len(SHARED))
    own, other = f"e-{number}", "e-shared"
    first, second = f"{name} paid {SHARED}", f"{name} sold oil"
    mentions = (
        Mention(*firm, name, kind="organisation", entity=own, name=name),
        Mention(*bank, SHARED, kind="organisation", entity=other, name=SHARED),
    )
    roles = (Role("actor", *firm, name, own, name), Role("counterparty", *bank, SHARED, other, SHARED))
    told = Attribution("own", (Link("outlet", "Bench Post"),))
    at = text.index(second)
    sold = (Role("actor", at, at + len(name), name, own, name),)
    claims = (
        Claim(f"c-{number}-0", "pay", Span(0, len(first), first), roles, told),
        Claim(f"c-{number}-1", "sell", Span(at, at + len(second), second), sold, told),
    )
    return Record(Report(f"r-{number}", f"bench/{number}.txt", text, outlet="Bench Post"), mentions, claims=claims)


def _entities(count: int) -> Iterator[Entity]:
    yield Entity("e-shared", "organisation", SHARED, (SHARED,), reports=tuple(f"r-{number}" for number in range(count)))
    for number in range(count):
        yield Entity(f"e-{number}", "organisation", f"Firm {number}", reports=(f"r-{number}",), mentions=2)


def _findings(count: int) -> Iterator[Finding]:
    for number in range(count):
        report = f"r-{number}"
        origins = (Origin("Bench Post", (report,)),)
        members = (f"c-{number}-0",)
        yield Finding("assertion", f"f-{number}", (report,), members, origins, 1, "6", working="1 carrier")


def _make(path: Path, count: int) -> None:
    with Writer(path) as writer:
        for begin in range(0, count, BATCH):
            records = [_record(number) for number in range(begin, min(begin + BATCH, count))]
            kept = [Kept(record.report, b"", "", "bench", f"#{at}", record) for at, record in enumerate(records)]
            writer.keep(Source("bench", "bench", 0, "bench"), kept, last=begin + BATCH >= count)
        with View(path) as view:
            revision = view.revision()
        records = [_record(number) for number in range(count)]
        writer.derive(Derivation(tuple(_entities(count)), records, tuple(_findings(count)), revision, edition()))


def main() -> None:
    """Print what it took."""
    name = sys.argv[1] if len(sys.argv) > 1 else "ftm"
    if len(sys.argv) > 3:
        _export(name, Path(sys.argv[3]), int(sys.argv[2]))
        return
    import subprocess

    for count in (int(sys.argv[2]),) if len(sys.argv) > 2 else (FEW, MANY):
        with tempfile.TemporaryDirectory() as folder:
            _make(Path(folder) / "bench.db", count)
            subprocess.run([sys.executable, __file__, name, str(count), folder], check=True)  # noqa: S603


def _export(name: str, folder: Path, count: int) -> None:
    with View(folder / "bench.db") as view:
        began = time.process_time()
        export_file(formats()[name], Holdings(view), folder / "out")
        spent = time.process_time() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    sys.stdout.write(f"{name}: {count} reports, {count / spent:.0f} a CPU-second, {most:.0f} MB at most\n")


if __name__ == "__main__":
    main()
