from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kashf.errors import AccountError
from kashf.workbench import Accounts
from kashf.workbench.accounts import IDLE, LIFETIME

PASSWORD = "two words and a third"  # noqa: S105


@pytest.fixture
def clock():
    class Clock:
        now = datetime(2024, 3, 5, 9, tzinfo=UTC)

        def __call__(self):
            return self.now

    return Clock()


@pytest.fixture
def accounts(tmp_path, clock):
    return Accounts(tmp_path / "accounts", clock=clock)


def test_a_password_is_checked_and_not_kept(accounts):
    accounts.add("رنا", "reader", PASSWORD)
    assert accounts.checked("رنا", PASSWORD).role == "reader"
    assert accounts.checked("رنا", PASSWORD + " ") is None
    assert accounts.checked("nobody", PASSWORD) is None
    assert PASSWORD.encode() not in accounts.path.read_bytes()


def test_the_file_is_its_owners_alone(accounts):
    accounts.add("adel", "analyst", PASSWORD)
    assert accounts.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", " ", "a b", "-a", "a" * 65, "a\n", "a/b", "<b>"])
def test_names_that_will_not_do(accounts, name):
    with pytest.raises(AccountError):
        accounts.add(name, "reader", PASSWORD)


@pytest.mark.parametrize("password", ["", "short", "x" * 1025])
def test_passwords_that_will_not_do(accounts, password):
    with pytest.raises(AccountError):
        accounts.add("adel", "reader", password)


def test_there_is_one_of_a_name(accounts):
    accounts.add("adel", "reader", PASSWORD)
    with pytest.raises(AccountError, match="already"):
        accounts.add("adel", "admin", PASSWORD)
    for change in (accounts.remove, accounts.change):
        with pytest.raises(AccountError, match="no account"):
            change("nobody")


def test_a_session_lasts_while_it_is_used_and_a_week_at_most(accounts, clock):
    token = accounts.begin(accounts.add("adel", "analyst", PASSWORD))
    began = clock.now
    while clock.now - began < LIFETIME - IDLE:
        clock.now += IDLE - timedelta(minutes=1)
        assert accounts.of_session(token).name == "adel"
    clock.now = began + LIFETIME
    assert accounts.of_session(token) is None


def test_a_session_that_is_not_used_ends(accounts, clock):
    token = accounts.begin(accounts.add("adel", "analyst", PASSWORD))
    clock.now += IDLE
    assert accounts.of_session(token) is None
    assert token.encode() not in accounts.path.read_bytes()


def test_another_password_ends_sessions_and_another_role_does_not(accounts):
    token = accounts.begin(accounts.add("adel", "analyst", PASSWORD))
    accounts.change("adel", role="reader")
    assert accounts.of_session(token).role == "reader"
    accounts.change("adel", password=PASSWORD[::-1])
    assert accounts.of_session(token) is None


def test_signing_out_ends_a_session(accounts):
    token = accounts.begin(accounts.add("adel", "analyst", PASSWORD))
    accounts.end(token)
    assert accounts.of_session(token) is None


def test_a_file_that_is_none_of_ours(tmp_path):
    (tmp_path / "accounts").write_text("no database at all, but long enough to be taken for one " * 40)
    with pytest.raises(AccountError, match="accounts"):
        Accounts(tmp_path / "accounts").all()
