"""`kashf find`: search the reports, and see the claims that match."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from kashf.cli.session import Session, in_session, shown

if TYPE_CHECKING:
    from rich.text import Text

    from kashf.ledger import Hit

__all__ = ["command"]


@click.command("find")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--type", "claim_type", metavar="TYPE", help="Reports with a claim of this type: transfer, sell, ...")
@click.option("--outlet", metavar="NAME", help="Reports of this outlet.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Published on this day or later.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many reports at most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line and a report.")
@in_session
def command(session: Session, /, words: tuple[str, ...], as_json: bool, limit: int, **filters: Any) -> None:
    """Search the reports in any spelling; all words must be there.

    Words in quotation marks must stand side by side; a shell needs them quoted once more: '"oil wells" smuggled'.
    """
    from kashf.domain.predicates import claim_types
    from kashf.ledger import Query

    if filters["claim_type"] not in (None, *claim_types()):
        raise click.UsageError(session.say("no_type", type=filters["claim_type"], types=", ".join(claim_types())))
    if not words and not any(filters.values()):
        raise click.UsageError(session.say("ask_something"))
    since = filters["since"]
    query = Query(" ".join(words), filters["claim_type"], filters["outlet"], since.date() if since else None, limit)
    with session.view() as view:
        hits = view.find(query)
    if not hits:
        session.note("nothing_found")
    _tell_plainly(hits) if as_json else _tell(session, hits)


def _tell_plainly(hits: Sequence[Hit]) -> None:
    for hit in hits:
        click.echo(json.dumps(asdict(hit), ensure_ascii=False, default=str))


def _tell(session: Session, hits: Sequence[Hit]) -> None:
    output = session.output()
    for hit in hits:
        for line in _lines(session, hit):
            output.print(line)
        output.print()


def _lines(session: Session, hit: Hit) -> Iterator[Text]:
    from rich.text import Text

    published = hit.published.isoformat() if hit.published else session.say("undated")
    yield Text(shown(hit.title or session.say("untitled")), style="bold")
    yield Text(f"{shown(hit.outlet or session.say('no_outlet'))}, {published}, {hit.report}", style="dim")
    snippet = Text("".join(shown(character) if character != "\n" else " " for character in hit.snippet))
    for start, end in hit.found:
        snippet.stylize("bold yellow", start - hit.start, end - hit.start)
    yield snippet
    for claim in hit.claims:
        evidence = " ".join(shown(claim.evidence).split())
        yield Text.assemble("  ", (claim.id, "dim"), " ", (claim.type, "green"), " ", evidence)
