"""`kashf verify`: whether an evidence pack is as it was signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kashf.cli.session import Session, in_session, shown

if TYPE_CHECKING:
    from kashf.exchange.verifying import Verdict

__all__ = ["command"]


@click.command("verify")
@click.argument("packs", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="PACK...")
@click.option("--key", metavar="FINGERPRINT", help="Whose it must be: the fingerprint that you were told.")
@in_session
def command(session: Session, /, packs: tuple[Path, ...], key: str | None) -> None:
    """Check evidence packs: every hash, the signature, and that nothing was added. Exit code 1 where one does not hold.

    That a pack holds says that nobody changed it since it was signed; by whom, only the key's fingerprint tells.
    """
    from kashf.cli import FAILED
    from kashf.errors import ExchangeError

    sound = True
    for path in packs:
        try:
            sound &= _check(session, path, key)
        except (ExchangeError, OSError) as error:
            click.echo(shown(str(error)), err=True)
            sound = False
    if not sound:
        raise click.exceptions.Exit(FAILED)


def _check(session: Session, path: Path, key: str | None) -> bool:
    """Whether the pack holds; tells it."""
    from kashf.exchange.verifying import verify

    verdict = verify(path)
    theirs = key is None or verdict.key == key.strip().lower().replace(":", "")
    _tell(session, path, verdict)
    if not theirs:
        click.echo(shown(session.say("pack_other_key", path=path, signer=verdict.key)))
    return verdict.holds and theirs


def _tell(session: Session, path: Path, verdict: Verdict) -> None:
    for fault in verdict.faults:
        click.echo(shown(session.say(f"pack_{fault.what}", path=path, file=fault.file)))
    if verdict.holds:
        click.echo(shown(session.say("pack_holds", path=path, files=verdict.files, signer=verdict.key)))
