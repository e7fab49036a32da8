"""What the documentation shows is run: console blocks, Python blocks, links.

`kashf` commands in console blocks are typed, Python blocks are doctests.

The blocks of a page share a folder with a copy of the example reports and no ledger, as a reader's would. Lines
after a command are what it prints, with … for anything.
"""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

import kashf
import kashf.cli

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PROGRAM = Path(sys.executable).parent / "kashf"
WAIT_SECONDS = 120
HITS = 4
"""How `kashf screen` ends where it finds somebody."""

needs_cli = pytest.mark.skipif(not hasattr(kashf.cli, "main"), reason="the command line is not there yet")


@dataclass(frozen=True, slots=True)
class Command:
    """One line typed at the prompt, and what it prints (None where the page does not show it)."""

    line: str
    prints: str | None


def _blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def _commands(page: Path) -> Iterator[Command]:
    for block in _blocks(page, "console"):
        for entry in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, prints = entry.partition("\n")
            yield Command(line, prints.strip() or None)


def _shown(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the example reports and the corpus in it, as the working directory."""
    for folder in ("examples", "corpus"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(line: str, desk: Path) -> str:
    words = shlex.split(line, comments=True)
    surroundings = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", "HOME": str(desk)}
    done = subprocess.run(
        [str(PROGRAM), *words[1:]],
        cwd=desk,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        timeout=WAIT_SECONDS,
        check=False,
    )
    fine = (0, HITS) if words[1] == "screen" else (0,)
    assert done.returncode in fine, f"$ {line}\n{done.stdout}{done.stderr}"
    return done.stdout


def _matches(shown: str, printed: str) -> bool:
    pieces = (re.escape(" ".join(piece.split())) for piece in shown.split("…"))
    return re.search(r"\s*.*?\s*".join(pieces), " ".join(printed.split())) is not None


@needs_cli
@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page, "console")], ids=_shown)
def test_commands_do_what_the_page_shows(page: Path, desk: Path) -> None:
    for command in _commands(page):
        if command.line.startswith("kashf "):
            printed = _run(command.line, desk)
            assert command.prints is None or _matches(command.prints, printed), f"$ {command.line}\n{printed}"


@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page, "python")], ids=_shown)
def test_python_blocks_do_what_the_page_shows(page: Path, desk: Path) -> None:
    source = "\n".join(_blocks(page, "python"))
    test = doctest.DocTestParser().get_doctest(source, {}, _shown(page), str(page), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert not report, "".join(report)


def _modules() -> list[str]:
    return [module.name for module in pkgutil.walk_packages(kashf.__path__, "kashf.") if "__main__" not in module.name]


@pytest.mark.parametrize("name", _modules())
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
        runner.run(test, out=report.append)
    assert not report, "".join(report)


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _leads_somewhere(page: Path, link: str) -> bool:
    address, _, anchor = link.partition("#")
    target = (page.parent / address).resolve() if address else page
    if not target.exists():
        return False
    return not anchor or anchor in map(_anchor, HEADING.findall(target.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=_shown)
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    lost = [link for link in links if not link.startswith(("http:", "https:")) and not _leads_somewhere(page, link)]
    assert not lost, f"{_shown(page)}: no such page or heading: {', '.join(lost)}"


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    missing = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "index.md" and page.name not in index]
    assert not missing


TYPES = ROOT / "src" / "kashf" / "domain" / "finance" / "types.yaml"


@pytest.mark.skipif(not TYPES.exists(), reason="the table of claim types is not there yet")
def test_every_type_and_role_is_explained() -> None:
    page = (ROOT / "docs" / "how-a-claim-is-read.md").read_text(encoding="utf-8")
    types = yaml.safe_load(TYPES.read_text(encoding="utf-8"))["types"]
    roles = {role for entry in types.values() for role in entry["roles"]}
    assert not [name for name in (*types, *sorted(roles)) if f"`{name}`" not in page]


def test_every_room_is_in_the_picture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {
        path.stem
        for path in (ROOT / "src" / "kashf").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert not [room for room in sorted(rooms) if not room.startswith("__") and f"| `{room}` |" not in page]
