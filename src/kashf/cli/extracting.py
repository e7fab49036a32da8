"""Which extractor reads, ours or another, and how the other is reached: options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kashf.cli.session import Session

if TYPE_CHECKING:
    from kashf.extractors import ChatExtractor, GlinerExtractor

__all__ = ["OURS", "OUTSIDE", "outside", "reaching", "told_of"]

OURS = "kashf"
RULES = "rules"
"""Ours without its second opinion, to see what that is worth."""
OUTSIDE = ("chat", "gliner")
REASONS_SHOWN = 5
Command = TypeVar("Command", bound=Callable[..., Any])


def reaching(command: Command) -> Command:
    """Gives a command the options that say how an extractor of somebody else's is reached."""
    options = (
        click.option(
            "--endpoint", metavar="URL", help="With chat: the server asked, such as http://127.0.0.1:8080/v1."
        ),
        click.option("--model", metavar="NAME", help="With chat: the model's name there; with gliner: its folder."),
        click.option(
            "--reports-may-leave", is_flag=True, help="With chat: let reports be sent to a server on another machine."
        ),
        click.option(
            "--answer-seconds",
            type=click.FloatRange(1, 3600),
            default=120.0,
            show_default=True,
            help="With chat: how long one answer may take.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def outside(name: str, how: Mapping[str, Any]) -> ChatExtractor | GlinerExtractor:
    """The extractor of that name, ready to be asked. Raises UsageError where an option it needs is missing, and
    ExtractorError where it cannot be reached."""
    from kashf.extractors import ChatExtractor, Endpoint, GlinerExtractor, load_model

    if not how["model"] or (name == "chat" and not how["endpoint"]):
        raise click.UsageError("The extractor chat needs --endpoint and --model, gliner needs --model.")
    if name == "gliner":
        folder = Path(how["model"])
        return GlinerExtractor(load_model(folder), folder.name)
    endpoint = Endpoint(
        how["endpoint"], how["model"], how["reports_may_leave"], how["answer_seconds"], key=Endpoint.key_from()
    )
    extractor = ChatExtractor(endpoint)
    extractor.check()
    return extractor


def told_of(session: Session, extractor: ChatExtractor | GlinerExtractor) -> Iterator[str]:
    """Lines that say what an extractor gave, what of it was refused and why, and what it cost."""
    from kashf.extractors import ChatExtractor

    tally = extractor.tally
    yield session.say("extractor_gave", name=extractor.name, taken=tally.taken, refused=tally.refused)
    for reason, count in list(tally.reasons.items())[:REASONS_SHOWN]:
        yield session.say("extractor_refused", reason=reason, count=count)
    if isinstance(extractor, ChatExtractor):
        yield session.say("extractor_cost", **extractor.costs.told())
