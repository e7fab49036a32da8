"""The command line as a whole: exit codes, help, messages, and that it is quick to start."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest

from kashf.cli import COMMANDS
from kashf.cli.catalogue import message, messages
from kashf.errors import DataError

LOOKING = [("find", "oil"), ("judge", "list"), ("judge", "undo", "1"), ("compare",), ("export",)]


@pytest.mark.parametrize("arguments", LOOKING)
def test_what_only_looks_makes_no_ledger(kashf, here, arguments):
    told = kashf(*arguments)
    assert told.code == 3
    assert told.err.startswith("kashf: There is no ledger kashf.db.")
    assert not (here / "kashf.db").exists()


@pytest.mark.parametrize("arguments", [*LOOKING, ("read", "reports")])
def test_a_file_that_is_no_ledger_is_code_3(kashf, here, arguments):
    (here / "kashf.db").write_text("no ledger" * 100)
    assert (told := kashf(*arguments)).code == 3
    assert "is not a Kashf ledger" in told.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("read",),
        ("read", "--published", "yesterday", "reports"),
        ("--language", "xx", "read", "reports"),
        ("--ledger", "reports", "read", "reports"),
        ("find", "--limit", "0", "oil"),
        ("export", "--format", "nonsense"),
    ],
)
def test_what_is_not_understood_is_code_2(kashf, arguments):
    assert (told := kashf(*arguments)).code == 2
    assert told.err.startswith("Usage: ")


def test_the_ledger_may_not_be_there_in_arabic(kashf):
    assert "لا يوجد سجل" in kashf("--language", "ar", "export").err


def test_help_names_every_command(kashf):
    told = kashf("--help")
    assert told.code == 0
    listed = [line.split()[0] for line in told.out.partition("Commands:")[2].splitlines() if line.startswith("  ")]
    assert {"read", "find", "judge", "compare", "export"} <= set(listed)
    assert [name for name in COMMANDS if name in listed] == [name for name in listed if name in COMMANDS]


def test_the_version_is_told(kashf):
    assert kashf("--version").out.startswith("kashf 0.")


def test_comparing_says_what_there_is(kashf):
    kashf("read", "reports")
    assert kashf("compare").out == (
        "Compared. In the ledger: reports: 2, claims: 3, independent origins: 2, conflicts: 0\n"
    )


def test_the_catalogues_say_the_same_things():
    def places(language):
        return {
            key: {name for _, name, _, _ in string.Formatter().parse(said) if name}
            for key, said in messages(language).items()
        }

    assert places("en") == places("ar")


def test_a_message_that_is_missing_is_named():
    with pytest.raises(DataError, match=r"en\.yaml: nonsense"):
        message("en", "nonsense")


HEAVY = {"sqlalchemy", "rich", "yaml", "cattrs", "trafilatura", "kashf.reading", "kashf.extraction", "kashf.ledger"}


def imported_by(program: str) -> set[str]:
    """The modules that a program has imported at its end."""
    tail = "; import sys; print(' '.join(sys.modules))"
    told = subprocess.run([sys.executable, "-c", program + tail], capture_output=True, text=True, check=True)
    return set(told.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["find", "--help"], ["judge", "list", "--help"]])
def test_help_imports_nothing_heavy(arguments):
    assert not HEAVY & imported_by(f"from kashf.cli import run; run({arguments})")
