"""`kashf serve`: the workbench in the browser."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kashf.cli.session import Session, in_session

if TYPE_CHECKING:
    from kashf.workbench import Settings

__all__ = ["command"]

_FILE = click.Path(exists=True, dir_okay=False)


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to be reached under.")
@click.option(
    "--port", default=8571, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes a free one."
)
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name this server goes by; may be given again.")
@click.option("--certificate", type=_FILE, metavar="FILE", help="A certificate, to be reached over TLS.")
@click.option("--key", type=_FILE, metavar="FILE", help="The key of the certificate.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    help="Processes that answer, where there are accounts; as many as there are processors (8 at most) if not said.",
)
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
@in_session
def command(
    session: Session,
    /,
    host: str,
    port: int,
    names: tuple[str, ...],
    opened: bool,
    **served: Any,
) -> None:
    """Serve the ledger to a browser: on this machine alone, or with accounts to a network.

    Whoever reaches an address of this machine's own is its analyst, until there are accounts (kashf users add). Any
    other address takes accounts.
    """
    from kashf.workbench.serving import Certified, serve

    certificate = served["certificate"]
    settings = _with_workers(_settings(session, host, names, secure=certificate is not None), served["workers"])
    sockets = _listening(host, port, settings.workers)
    address = _address(sockets[0], settings.secure)
    session.note("serving", address=address)
    if opened:
        click.launch(address)
    serve(settings, sockets, Certified(certificate, served["key"]) if certificate else None)


def _with_workers(settings: Settings, workers: int | None) -> Settings:
    """Where nobody signs in one person asks, and one process answers."""
    from kashf.workbench.serving import usual_workers

    if settings.accounts is None:
        return settings
    return replace(settings, workers=usual_workers() if workers is None else workers)


def _settings(session: Session, host: str, names: tuple[str, ...], *, secure: bool) -> Settings:
    from kashf.workbench.accounts import Accounts, accounts_beside
    from kashf.workbench.settings import LOOPBACK, Settings

    beside = accounts_beside(session.existing_ledger())
    has_accounts = beside.exists() and bool(Accounts(beside).all())
    if host not in LOOPBACK and not has_accounts:
        raise click.UsageError(session.say("no_accounts", host=host))
    if host not in LOOPBACK and not secure:
        session.note("no_tls")
    own = () if host in LOOPBACK else (socket.gethostname().lower(), host)
    hosts = LOOPBACK.union(own, (name.lower() for name in names))
    return Settings(
        Path(session.ledger), beside if has_accounts else None, hosts, secure=secure, language=session.language
    )


def _listening(host: str, port: int, workers: int) -> list[socket.socket]:
    from kashf.workbench.serving import listening

    try:
        return listening(host, port, workers)
    except OSError as error:
        raise click.UsageError(f"{host}:{port}: {error.strerror}. Name another with --host or --port.") from error


def _address(listening: socket.socket, secure: bool) -> str:
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"{'https' if secure else 'http'}://{shown}:{port}/"
