"""What tests of several rooms share: an invented dossier, and golden files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.records import Entity, Finding, Judgement, Record, structure
from kashf.views import BriefOptions, Dossier, Problem

_DATA = Path(__file__).parent / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name beside the test, or writes it with --update-golden."""

    def compare(name: str, text: str) -> None:
        file = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"{name} has changed; see it, then run pytest --update-golden"

    return compare


@pytest.fixture(scope="session")
def invented() -> Dossier:
    """The invented dossier of data/invented.yaml."""
    return _dossier(yaml.safe_load((_DATA / "invented.yaml").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def invented_with() -> Callable[[str], Dossier]:
    """The invented dossier with a text in place of every space: in reports, names, titles, reasons and errors."""
    plain = yaml.safe_load((_DATA / "invented.yaml").read_text(encoding="utf-8"))
    return lambda text: _dossier(_laced(plain, f" {text} "))


def _laced(plain: Any, text: str) -> Any:
    if isinstance(plain, dict):
        return {_laced(key, text): entry if key == "verdict" else _laced(entry, text) for key, entry in plain.items()}
    if isinstance(plain, list):
        return [_laced(entry, text) for entry in plain]
    return plain.replace(" ", text) if isinstance(plain, str) else plain


@pytest.fixture(scope="session")
def shared() -> Path:
    """The outside material beside the project; the test is skipped where there is none."""
    for folder in Path(__file__).parents[1:]:
        if (folder / "shared" / "suites").is_dir():
            return folder / "shared"
    pytest.skip("outside material is not here")


@pytest.fixture
def options() -> Callable[..., BriefOptions]:
    """Options of a brief of the invented dossier, made at a fixed moment."""
    made = datetime(2021, 3, 6, 12, 30)
    return lambda **changed: BriefOptions(**{"made": made, "ledger": "harbour.db", **changed})


def _dossier(plain: Mapping[str, Any]) -> Dossier:
    records = tuple(map(_record, plain["reports"]))
    ids = [record.report.id for record in records]
    return Dossier(
        records=records,
        entities=tuple(_entity(entity, ids) for entity in plain["entities"]),
        findings=tuple(_finding(finding, ids) for finding in plain["findings"]),
        grades=plain["grades"],
        judgements=tuple(structure(judgement, Judgement) for judgement in plain["judgements"]),
        problems=tuple(Problem(**problem) for problem in plain["problems"]),
    )


def _record(plain: Mapping[str, Any]) -> Record:
    text, report = plain["text"], {key: plain[key] for key in _REPORT_KEYS if key in plain}
    spans = {key: [_span(text, 0, one) for one in plain.get(key, ())] for key in ("mentions", "figures", "times")}
    claims = [_claim(text, claim) for claim in plain["claims"]]
    whole = {"report": {**report, "id": f"r-{Path(report['source']).stem}", "text": text}, **spans, "claims": claims}
    return structure(whole, Record)


_REPORT_KEYS = ("source", "outlet", "language", "published", "title", "url")


def _place(text: str, words: str, start: int) -> dict[str, Any]:
    """Where the words stand: after `start` where they do, else where they are first."""
    at = text.find(words, start)
    at = at if at >= 0 else text.index(words)
    return {"start": at, "end": at + len(words), "text": words}


def _span(text: str, start: int, plain: Mapping[str, Any]) -> dict[str, Any]:
    return {**_place(text, plain["words"], start), **{key: value for key, value in plain.items() if key != "words"}}


def _claim(text: str, plain: Mapping[str, Any]) -> dict[str, Any]:
    evidence = _place(text, plain["evidence"], 0)
    roles = [_role(text, evidence["start"], *role) for role in plain["roles"]]
    attribution = {"mode": plain["mode"], "chain": [_link(text, *link) for link in plain["chain"]]}
    kept = {key: value for key, value in plain.items() if key not in ("mode", "chain")}
    return {**kept, "evidence": evidence, "roles": roles, "attribution": attribution}


def _role(text: str, start: int, role: str, words: str, pointer: str | int | None = None) -> dict[str, Any]:
    key = "figure" if isinstance(pointer, int) else "entity"
    return {"role": role, **_place(text, words, start), key: pointer}


def _link(text: str, kind: str, words: str, entity: str | None = None, title: str | None = None) -> dict[str, Any]:
    place = {"text": words} if kind == "outlet" else _place(text, words, 0)
    return {"kind": kind, **place, "entity": entity, "title": title}


def _entity(plain: Mapping[str, Any], ids: list[str]) -> Entity:
    titles = {title: [ids[report] for report in reports] for title, reports in plain.get("titles", {}).items()}
    return structure({**plain, "titles": titles, "reports": [ids[report] for report in plain["reports"]]}, Entity)


def _finding(plain: Mapping[str, Any], ids: list[str]) -> Finding:
    origins = [{"name": name, "carriers": [ids[one] for one in reports]} for name, reports in plain.get("origins", ())]
    members = [ids[member] if isinstance(member, int) else member for member in plain.get("members", ())]
    reports = [ids[report] for report in plain["reports"]]
    return structure({**plain, "reports": reports, "members": members, "origins": origins}, Finding)
