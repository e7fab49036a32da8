"""`kashf users`: who may reach a served ledger."""

from __future__ import annotations

import stat

import pytest

from kashf.workbench.accounts import Accounts, accounts_beside

PASSWORD = "harbour lights at dusk"  # noqa: S105


@pytest.fixture
def kashf(kashf):
    kashf("read", "reports")
    return kashf


@pytest.fixture
def add(kashf, here):
    (here / "password").write_text(f"{PASSWORD}\nnot this line\n")

    def added(name, *more):
        return kashf("users", "add", name, "--password-file", "password", *more)

    return added


def accounts(here):
    return Accounts(accounts_beside(here / "kashf.db"))


def test_an_account_is_made_listed_changed_and_removed(kashf, add, here):
    assert add("rana").code == 0
    assert add("adel", "--role", "analyst").code == 0
    assert [line.split()[:2] for line in kashf("users", "list").out.splitlines()] == [
        ["adel", "analyst"],
        ["rana", "reader"],
    ]
    assert kashf("users", "change", "rana", "--role", "admin").code == 0
    assert kashf("users", "remove", "adel").code == 0
    assert [(one.name, one.role) for one in accounts(here).all()] == [("rana", "admin")]


def test_the_password_is_the_first_line_of_the_file(add, here):
    add("rana")
    assert accounts(here).checked("rana", PASSWORD)
    assert not accounts(here).checked("rana", f"{PASSWORD}\n")


def test_another_password_ends_the_sessions(kashf, add, here):
    add("rana")
    [account] = accounts(here).all()
    token = accounts(here).begin(account)
    (here / "other").write_text("quite another phrase\n")
    assert kashf("users", "change", "rana", "--password-file", "other").code == 0
    assert accounts(here).of_session(token) is None
    assert accounts(here).checked("rana", "quite another phrase")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "rana", "--password-file", "password"), "already"),
        (("add", "two words", "--password-file", "password"), "no name for an account"),
        (("add", "nour", "--password-file", "short"), "at least 10"),
        (("add", "nour", "--role", "owner", "--password-file", "password"), "owner"),
        (("change", "nobody", "--role", "admin"), "no account nobody"),
        (("remove", "nobody"), "no account nobody"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_remedy(kashf, add, here, arguments, told):
    add("rana")
    (here / "short").write_text("short\n")
    answer = kashf("users", *arguments)
    assert answer.code != 0
    assert told in answer.err
    assert [one.name for one in accounts(here).all()] == ["rana"]


def test_nobody_else_on_this_machine_can_read_the_file(add, here):
    add("rana")
    assert stat.S_IMODE(accounts_beside(here / "kashf.db").stat().st_mode) == 0o600


def test_there_is_no_account_without_a_ledger(kashf, here):
    (here / "kashf.db").unlink()
    assert kashf("users", "list").code != 0
    assert not accounts_beside(here / "kashf.db").exists()
