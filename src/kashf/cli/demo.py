"""`make demo`: reads the example reports, prints the brief, and writes it as a page in English and Arabic."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

from kashf.cli import FINE, run

__all__ = ["main"]

REPORTS = Path("examples/reports")
FOLDER = Path("demo")


def main() -> NoReturn:
    """Run the demonstration in the project's folder; its exit code is that of the first command that fails."""
    FOLDER.mkdir(exist_ok=True)
    ledger = ["--ledger", str(FOLDER / "kashf.db")]
    commands = (
        ["read", str(REPORTS)],
        ["brief"],
        ["brief", "--html", str(FOLDER / "brief.html")],
        ["brief", "--language", "ar", "--html", str(FOLDER / "brief.ar.html")],
    )
    sys.exit(next((code for command in commands if (code := run([*ledger, *command])) != FINE), FINE))


if __name__ == "__main__":
    main()
