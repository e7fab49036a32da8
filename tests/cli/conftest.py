"""The command line, run in this process over stand-in rooms, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kashf.cli import run
from kashf.jobs import edition
from kashf.ledger import Derivation, Kept, SetAside, Source, View, Writer

ROOMS = Path(__file__).parents[1] / "jobs"
"""Where the stand-in rooms are."""

LAUNCHER = """
import sys
from types import ModuleType

sys.path.insert(0, {rooms!r})

import fake_rooms

for room, step in {steps!r}:
    # those that nothing has imported need not be: a fifth of the time such a process takes is the import of real rooms
    setattr(sys.modules.setdefault(room, ModuleType(room)), step, getattr(fake_rooms, step))

from kashf.jobs.rooms import STANDARD_ROOMS

object.__setattr__(STANDARD_ROOMS, "extends", False)  # nothing extends what the stand-ins compare

if __name__ == "__main__":
    from kashf.cli import main

    main()
"""

STEPS = [
    ("kashf.reading", "locate"),
    ("kashf.reading", "parse"),
    ("kashf.extraction", "extract"),
    ("kashf.names", "resolve"),
    ("kashf.comparison", "compare"),
]


@dataclass(frozen=True)
class Told:
    """What a run of the command line came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with two reports in it, which is the current one."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("Oil trade\nAlpha sold oil.\nBeta lost gold.", encoding="utf-8")
    (tmp_path / "reports" / "b.txt").write_text("تجارة النفط\nAlpha sold oil.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("KASHF_LEDGER", "KASHF_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def kashf(here, monkeypatch, capsys) -> Callable[..., Told]:
    """Runs a command line in this process, over the stand-in rooms."""
    monkeypatch.syspath_prepend(str(ROOMS))
    import fake_rooms

    for room, step in STEPS:
        monkeypatch.setattr(f"{room}.{step}", getattr(fake_rooms, step), raising=False)

    def call(*arguments: str) -> Told:
        capsys.readouterr()
        code = run(arguments)
        return Told(code, *capsys.readouterr())

    yield call
    sys.modules.pop("fake_rooms", None)


@pytest.fixture
def process(here) -> Callable[..., subprocess.Popen[str]]:
    """Starts a command line in a process of its own, over the stand-in rooms."""
    launcher = here / "launcher.py"
    launcher.write_text(LAUNCHER.format(rooms=str(ROOMS), steps=STEPS))

    def start(*arguments: str, **told: object) -> subprocess.Popen[str]:
        given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"} | told
        environment = os.environ | {"PYTHONIOENCODING": "utf-8"} | given.pop("env", {})
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # fifty processes need not compile the same modules
        return subprocess.Popen([sys.executable, str(launcher), *arguments], cwd=here, env=environment, **given)

    return start


@pytest.fixture
def harbour(kashf, here, invented) -> Callable[..., Told]:
    """Runs a command line over a ledger that holds the invented dossier."""
    with Writer(here / "kashf.db") as writer:
        for record in invented.records:
            report = record.report
            kept = Kept(report, b"", report.id, report.source, "rules/1", record)
            writer.keep(Source(report.source, report.id, 0, "test"), [kept])
        for problem in invented.problems:
            aside = SetAside(problem.source, problem.what, problem.remedy, "pdf")
            writer.keep(Source(problem.source, problem.source, 0, "test"), [aside])
        with View(writer.path) as view:
            revision = view.revision()
        writer.derive(Derivation(invented.entities, invented.records, invented.findings, revision, edition()))
    return kashf
