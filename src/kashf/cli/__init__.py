"""The command line: a thin skin over the rooms.

Exit codes: 0 fine; 1 some inputs could not be read, or something in them failed; 2 the command was not understood;
3 the ledger can not be used; 4 screening found somebody; 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

import click

from kashf.cli.session import LANGUAGES, Session
from kashf.errors import JudgementError, KashfError, LedgerError

__all__ = ["COLLECTED_AFTER", "COMMANDS", "FAILED", "FINE", "INTERRUPTED", "LEDGER", "USAGE", "kashf", "main", "run"]

COMMANDS = (
    "read",
    "brief",
    "serve",
    "users",
    "find",
    "show",
    "judge",
    "screen",
    "lists",
    "compare",
    "export",
    "import",
    "verify",
    "evaluate",
)
"""The commands in the order in which help shows them. Each is `command` in the module of its name, imported only when
it is needed; the modules leave heavy imports to the functions."""

MODULES = {"import": "importing"}
"""Commands whose module can not have their name."""

COLLECTED_AFTER = (50_000, 20, 100)
"""Objects after which garbage is looked for. A command makes tables of many thousand objects, which stay; looking
through them as often as Python does by itself took a fifth of the time to read two reports."""

FINE, FAILED, USAGE, LEDGER, INTERRUPTED = 0, 1, 2, 3, 130


class _Lazy(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands there are."""
        return [name for name in COMMANDS if find_spec(_module(name))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(_module(cmd_name)).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Whoever reads our output (`| head`) may stop when they have seen enough."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is left in the buffer must go somewhere when the process ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return FINE
        return result


def _module(command: str) -> str:
    return f"{__name__}.{MODULES.get(command, command)}"


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"kashf {version('kashf')}")
        ctx.exit()


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine; 1 some inputs could not be read, or something in them failed; 2 the command was not "
    "understood; 3 the ledger can not be used; 4 screening found somebody; 130 interrupted.",
)
@click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="KASHF_LEDGER",
    default=Path("kashf.db"),
    show_default=True,
    show_envvar=True,
    help="The ledger to work on.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    envvar="KASHF_LANGUAGE",
    default="en",
    show_default=True,
    show_envvar=True,
    help="The language Kashf speaks to you.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version."
)
@click.pass_context
def kashf(ctx: click.Context, ledger: Path, language: str, quiet: bool) -> None:
    """Kashf reads the news about illicit money and says who claims what, on whose word."""
    ctx.obj = Session(ledger, language, quiet)


def main() -> NoReturn:
    """Run the command line of this process, and end it."""
    gc.set_threshold(*COLLECTED_AFTER)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line; its exit code. Whatever a user can act on is told on stderr without a traceback."""
    try:
        result: Any = kashf.main(list(arguments), prog_name="kashf", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except KashfError as error:
        click.echo(f"kashf: {error}", err=True)
        return _code_of(error)
    return result if isinstance(result, int) else FINE


def _code_of(error: KashfError) -> int:
    if isinstance(error, LedgerError):
        return LEDGER
    return USAGE if isinstance(error, JudgementError) else FAILED
