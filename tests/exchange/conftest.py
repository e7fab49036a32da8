"""Briefs to write: of the invented dossier, and of one that is laced with hostile text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kashf.exchange.formats import formats
from kashf.exchange.holdings import Holdings
from kashf.jobs import edition
from kashf.ledger import Decision, Derivation, Kept, Source, View, Writer
from kashf.records import Entity, Finding, Record
from kashf.views import Brief, BriefOptions, Dossier, brief

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'}}{{7*7}}{% raw %}",
    "</style></title></svg></bdi><b>&amp;",
    "\u202egnirts desrever\u202c\u2067\u2069\u2069",
    "[link](javascript:alert(1)) *bold* `code` | cell | <b> --- $x$ @cite ~~no~~ ![x](y)",
    "javascript:alert(1)",
    "\x00\x1b[31m\ud800\r",
)


@pytest.fixture
def made(invented: Dossier, options: Callable[..., BriefOptions]) -> Callable[..., Brief]:
    """The brief of the invented dossier: `made("ar", about=...)`."""
    return lambda language="en", **changed: brief(invented, options(language=language, **changed))


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[:20])
def hostile(
    request: pytest.FixtureRequest, invented_with: Callable[[str], Dossier], options: Callable[..., BriefOptions]
) -> Brief:
    """A brief of reports in which hostile text stands between any two words."""
    return brief(invented_with(request.param), options(ledger=request.param))


def clock() -> Callable[[], datetime]:
    """A clock that goes on by a minute whenever it is read."""
    moments = (datetime(2021, 3, 6, 9, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(100_000))
    return lambda: next(moments)


def ledger_of(
    path: Path,
    records: Sequence[Record],
    entities: Sequence[Entity] = (),
    findings: Sequence[Finding] = (),
    decisions: Sequence[Decision] = (),
) -> Path:
    """A ledger that holds these things, made at a fixed time."""
    with Writer(path, clock=clock()) as writer:
        for record in records:
            raw = record.text.encode("utf-8", "surrogatepass")
            kept = Kept(record.report, raw, f"{len(raw):064x}", "rules/1", record=record)
            writer.keep(Source(record.report.source, record.report.id, len(raw), "test"), [kept])
        for decision in decisions:
            writer.judge(decision)
        with View(path) as view:
            revision = view.revision()
        writer.derive(Derivation(entities, records, findings, revision, edition()))
    return path


@pytest.fixture
def ledger(invented: Dossier, tmp_path: Path) -> Path:
    """A ledger that holds the invented dossier, with judgements."""
    judged = (
        Decision("accept", "c-a2", "نوال", reason="read it in the paper"),
        Decision("reject", "c-a5", "نوال"),
        Decision("grade", "جريدة المرفأ", "نوال", {"grade": "B"}),
    )
    return ledger_of(tmp_path / "harbour.db", invented.records, invented.entities, invented.findings, judged)


@pytest.fixture
def holding(tmp_path: Path) -> Callable[[Dossier], Path]:
    """A ledger that holds a dossier."""
    return lambda dossier: ledger_of(tmp_path / "held.db", dossier.records, dossier.entities, dossier.findings)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., str]:
    """A stream format of a ledger as text: `written(ledger, "stix")`."""

    def write(path: Path, name: str, language: str = "en") -> str:
        target = tmp_path / f"written-{name}"
        with View(path) as view, target.open("w", encoding="utf-8", newline="\n") as file:
            run(formats()[name].writer(file, Holdings(view, language)), view)
        return target.read_text(encoding="utf-8")

    return write


def run(writer: Any, view: View) -> None:
    """Give a writer all records."""
    for record in view.records():
        writer.write(record)
    writer.finalize()


REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the example reports, with judgements."""
    return read_into(tmp_path_factory.mktemp("example") / "example.db", REPORTS)


def read_into(ledger: Path, folder: Path) -> Path:
    """Read the reports of a folder; one claim is rejected, one corrected, an outlet and a speaker are graded."""
    from kashf.jobs import read, refresh
    from kashf.reading import ReadingOptions

    read([str(folder)], ledger, ReadingOptions())
    with Writer(ledger) as writer:
        with View(ledger) as view:
            first, second, *_ = (claim for record in view.records() for claim in record.claims)
            outlet = next((report.outlet for report in view.reports() if report.outlet), None)
            speaker = view.histories().speakers(1).items[0].name
        writer.judge(Decision("reject", first.id, "tester", reason="no money in it"))
        writer.judge(Decision("correct", second.id, "tester", {"modality": "alleged"}))
        writer.judge(Decision("grade", speaker, "tester", {"grade": "B"}))
        if outlet is not None:
            writer.judge(Decision("grade", outlet, "tester", {"grade": "C"}))
        refresh(writer)
    return ledger


@pytest.fixture
def statements(tmp_path: Path) -> Callable[..., Path]:
    """Ledgers of sentences: `statements({"type": "pay", "modality": "alleged"}, ...)` is one of a report each."""
    return lambda *claims, **more: ledger_of(tmp_path / "said.db", *_said(claims), **more)


PAYER, PAYEE, TOWN, SPEAKER = "e-ardo", "e-bint", "e-cale", "e-dora"
NAMES = {PAYER: ("Ardo Trading", "organisation"), PAYEE: ("Bint Brigade", "group"), TOWN: ("Cale", "place")}
NAMES[SPEAKER] = ("Dora Ezz", "person")
SAID = "Ardo Trading paid Bint Brigade $3 million in Cale, Dora Ezz said."


def _said(claims: Sequence[dict[str, Any]]) -> tuple[list[Record], list[Entity]]:
    from kashf.records import structure

    def place(words: str) -> dict[str, Any]:
        return {"start": SAID.index(words), "end": SAID.index(words) + len(words), "text": words}

    mentions = [{**place(name), "kind": kind, "entity": id_} for id_, (name, kind) in NAMES.items()]
    roles = {"actor": PAYER, "counterparty": PAYEE, "place": TOWN}
    records = []
    for number, claim in enumerate(claims):
        told = [{"role": role, **place(NAMES[id_][0]), "entity": id_} for role, id_ in roles.items()]
        whole = {
            "report": {"id": f"r-{number}", "source": f"/desk/said-{number}.txt", "text": SAID, "outlet": "The Paper"},
            "mentions": mentions,
            "figures": [{**place("$3 million"), "value": 3e6, "unit": "USD"}],
            "claims": [
                {
                    "id": f"c-{number}",
                    "evidence": place("Ardo Trading paid Bint Brigade $3 million in Cale"),
                    "roles": [*told, {"role": "amount", **place("$3 million"), "figure": 0}],
                    "attribution": {
                        "mode": "indirect",
                        "chain": [
                            {"kind": "outlet", "text": "The Paper"},
                            {"kind": "person", **place("Dora Ezz"), "entity": SPEAKER},
                        ],
                    },
                    **claim,
                }
            ],
        }
        records.append(structure(whole, Record))
    reports = tuple(record.report.id for record in records)
    entities = [Entity(id_, kind, name, (name,), {}, reports, len(reports)) for id_, (name, kind) in NAMES.items()]
    return records, entities
