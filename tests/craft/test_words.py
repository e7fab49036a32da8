"""What must not stand in the project: the places it was made at, and the publishers' sentences.

The words are put together here from pieces, so that this file does not hold them either.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from kashf.text import fold

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
RUN_WORDS = 12
"""So many words in a row are somebody's sentence, not chance."""

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="not a clone: what is tracked is unknown"
)


def _absolute(*names: str) -> str:
    return "|".join(rf"(?<![\w.:/-])/{name}/\w" for name in names)


PLACES = {
    "a path of one machine": _absolute(
        "wo" + "rk", "ro" + "ot", "ho" + "me", "U" + "sers", "t" + "mp", "op" + "t", "m" + "nt"
    ),
    "a package registry": "|".join(
        ("py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.org", "find" + "-links")
    ),
    "how the work was shared out": "|".join(
        rf"\b{word}\b"
        for word in (
            "work" + "tree",
            "inte" + "grator",
            "sub" + "agent",
            "clau" + "de",
            "anthro" + "pic",
            "open" + "ai",
            "chat" + "gpt",
            "co" + "pilot",
            "co-authored" + "-by",
            "language " + "model session",
        )
    ),
}
LOCK_FILE = "uv.lock"
"""Names, of necessity, where each package comes from."""


@cache
def _tracked() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return tuple(ROOT / name for name in listed.stdout.split("\0") if name)


@cache
def _texts() -> dict[str, str]:
    texts = {}
    for path in _tracked():
        try:
            texts[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
    return texts


@pytest.mark.parametrize("kind", PLACES)
def test_no_trace_of_where_it_was_made(kind: str) -> None:
    pattern = re.compile(PLACES[kind], re.IGNORECASE)
    found = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in _texts().items()
        if name != LOCK_FILE and pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"Take out {kind}:\n  " + "\n  ".join(found)


@pytest.mark.parametrize("kind", PLACES)
def test_nor_in_what_was_said_of_the_changes(kind: str) -> None:
    log = subprocess.run(["git", "log", "--format=%h %B"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    found = [line for line in log.stdout.splitlines() if re.search(PLACES[kind], line, re.IGNORECASE)]
    assert not found, f"A commit message holds {kind}:\n  " + "\n  ".join(found)


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", fold(text).text)
    return {" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)}


def _published(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return json.loads(text).get("text") or "" if path.suffix == ".json" else text


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the reports of other publishers are not at hand")
def test_no_sentence_of_another_publisher_stands_in_the_project() -> None:
    theirs: set[str] = set()
    for path in (SHARED / "reports").rglob("*"):
        if path.suffix in (".json", ".txt"):
            theirs |= _runs(_published(path))
    found = {name: _runs(text) & theirs for name, text in _texts().items() if name != LOCK_FILE}
    taken = [f"{name}: {len(runs)} runs, such as: {min(runs)}" for name, runs in found.items() if runs]
    assert not taken, f"{RUN_WORDS} words in a row are another publisher's; write your own:\n  " + "\n  ".join(taken)
