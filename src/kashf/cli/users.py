"""`kashf users`: the accounts of those who may reach a served ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO, cast

import click

from kashf.cli.session import Session, in_session, shown

if TYPE_CHECKING:
    from kashf.workbench import Accounts
    from kashf.workbench.accounts import Role

__all__ = ["command"]

_ROLES = ("reader", "analyst", "admin")
_role = click.option("--role", type=click.Choice(_ROLES), default="reader", show_default=True, help="What they may do.")
_password = click.option(
    "--password-file", type=click.File(encoding="utf-8"), metavar="FILE", help="Where the password stands; - is stdin."
)


@click.group("users")
def command() -> None:
    """Say who may reach a served ledger: readers read, analysts judge, admins add reports and see who did what."""


def _accounts(session: Session) -> Accounts:
    from kashf.workbench.accounts import Accounts, accounts_beside

    return Accounts(accounts_beside(session.existing_ledger()))


def _told(password_file: TextIO | None) -> str:
    """The password: the first line of the file, else what is typed twice."""
    if password_file is not None:
        return str(password_file.readline()).rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


@command.command("add")
@click.argument("name")
@_role
@_password
@in_session
def _add(session: Session, /, name: str, role: str, password_file: TextIO | None) -> None:
    """Make an account NAME."""
    account = _accounts(session).add(name, cast("Role", role), _told(password_file))
    session.note("account_made", name=account.name, role=account.role)


@command.command("change")
@click.argument("name")
@click.option("--role", type=click.Choice(_ROLES), help="What they may do from now on.")
@click.option("--password", "renewed", is_flag=True, help="Give another password; it ends their sessions.")
@_password
@in_session
def _change(session: Session, /, name: str, role: str | None, renewed: bool, password_file: TextIO | None) -> None:
    """Give the account NAME another role or password."""
    password = _told(password_file) if renewed or password_file else None
    _accounts(session).change(name, role=cast("Role | None", role), password=password)
    session.note("account_changed", name=name)


@command.command("remove")
@click.argument("name")
@in_session
def _remove(session: Session, /, name: str) -> None:
    """Take the account NAME away, and end its sessions. What it judged stays."""
    _accounts(session).remove(name)
    session.note("account_removed", name=name)


@command.command("list")
@in_session
def _list(session: Session, /) -> None:
    """List the accounts."""
    for account in _accounts(session).all():
        click.echo(shown(f"{account.name}  {account.role}  {account.made_at:%Y-%m-%d}"))
