"""The brief for a terminal: compact, as wide as the window, in colour only where colour is wanted.

Text is never reordered here: a terminal shows Arabic its own way, and text of the other direction stands in isolates.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kashf.views.brief import Brief
from kashf.views.chains import Hop
from kashf.views.disputes import Dispute
from kashf.views.figures_table import FigureRow
from kashf.views.pieces import Piece
from kashf.views.statements import Evidence, Marker, Statement
from kashf.views.texts import isolated
from kashf.views.words import Words, words

__all__ = [
    "TONES",
    "in_colour",
    "print_brief",
    "told_chain",
    "told_evidence",
    "told_line",
    "told_sentence",
    "told_statement",
]

MOST_FIGURES = 20
MOST_SPEAKERS = 12
MOST_REFERENCES = 2
"""Lines of a table or list that a terminal shows; the files have them all."""
TONES = {"caution": "bold red", "good": "green", "plain": "cyan"}


def print_brief(brief: Brief, console: Console) -> None:
    """Prints the brief."""
    told = words(brief.language)
    _print_head(brief, told, console)
    _print_statements("heaviest", brief.heaviest, told, console)
    for group in brief.groups:
        console.rule(f"[bold]{group.name}[/]", align="left", style="dim")
        for one in group.statements:
            console.print(told_line(one, told))
        console.print()
    _print_figures(brief.figures, told, console)
    _print_disputes("conflicts", brief.conflicts, told, console)
    _print_disputes("checks", brief.checks, told, console)
    _print_people(brief, told, console)
    _print_sources(brief, told, console)
    _print_unknowns(brief, told, console)


def _heading(key: str, told: Words, console: Console) -> None:
    console.rule(Text(told.say(f"sections.{key}"), style="bold"), align="left")


def _print_head(brief: Brief, told: Words, console: Console) -> None:
    about = f": {isolated(brief.head.about, told.direction)}" if brief.head.about else ""
    console.print(Text(f"{brief.head.title}{about}", style="bold underline"))
    for line in brief.head.lines:
        console.print(Text(line, style="dim"))
    console.print(Text(told.say("weight_rule"), style="italic"))
    console.print()
    for line in brief.summary:
        console.print(Padding(Text(line), (0, 0, 0, 2)))
    if brief.summary:
        console.print()


def _print_statements(key: str, statements: Iterable[Statement], told: Words, console: Console) -> None:
    _heading(key, told, console)
    for one in statements:
        console.print(told_statement(one, told))
        console.print(Padding(told_chain(one.evidence[0].chain, told), (0, 0, 0, 4)))
        console.print(Padding(told_evidence(one.evidence[0], console), (0, 0, 1, 4)))


def told_statement(one: Statement, told: Words) -> Text:
    """Weight, markers and sentence."""
    sentence = told_sentence(one.sentence, told)
    return Text.assemble((f"{one.weight.text}  ", "bold"), _markers(one.markers), sentence, (f"  {one.id}", "dim"))


def told_line(one: Statement, told: Words) -> Text:
    """A statement as an item of a list: its weight in figures, markers, sentence and id."""
    weight = (f"{one.weight.origins}/{one.weight.carriers}  ", "bold" if one.weight.origins > 1 else "dim")
    return Text.assemble(weight, _markers(one.markers), told_sentence(one.sentence, told), (f"  {one.id}", "dim"))


def _markers(markers: Iterable[Marker]) -> Text:
    return Text.assemble(*((f"[{marker.text}] ", TONES[marker.tone]) for marker in markers))


def told_sentence(sentence: Iterable[Piece], told: Words) -> Text:
    """A sentence with its names and figures set off."""
    styles = {"text": "", "name": "bold", "words": "", "figure": "bold cyan"}
    return Text.assemble(*((_piece(piece, told), styles[piece.kind]) for piece in sentence))


def _piece(piece: Piece, told: Words) -> str:
    shown = piece.text if piece.kind == "text" else isolated(piece.text, told.direction)
    return told.quoted(shown) if piece.kind == "words" else shown


def told_chain(chain: Iterable[Hop], told: Words) -> Text:
    """The chain behind a claim, from the outlet to the last source."""
    return Text(f" {told.entries['arrow']} ".join(_hop(hop, told) for hop in chain), style="dim")


def _hop(hop: Hop, told: Words) -> str:
    return told.separated([isolated(part, told.direction) for part in (hop.name, hop.title) if part])


def in_colour(console: Console) -> bool:
    """Whether what is marked by colour can be seen."""
    return console.color_system is not None and not console.no_color


def told_evidence(one: Evidence, console: Console) -> Text:
    """The sentence with the words that say the claim marked: by colour, or where there is none by asterisks."""
    passage = one.passage
    marked = passage.words if in_colour(console) else f"**{passage.words}**"
    return Text.assemble((passage.before, "dim"), (marked, "black on yellow"), (passage.after, "dim"))


def _print_figures(rows: tuple[FigureRow, ...], told: Words, console: Console) -> None:
    _heading("figures", told, console)
    table = Table(box=None, show_edge=False, header_style="dim", pad_edge=False)
    for column in ("value", "of", "where", "says"):
        table.add_column(told.say(f"labels.{column}"))
    for row in rows[:MOST_FIGURES]:
        says = told.separated([isolated(name, told.direction) for name in row.says or row.outlets])
        table.add_row(
            Text(row.value.told, "bold"), told_sentence(row.of, told), told_sentence(row.where, told), Text(says)
        )
    console.print(table)
    if len(rows) > MOST_FIGURES:
        console.print(Text(told.say("more", n=len(rows) - MOST_FIGURES), style="dim"))
    console.print()


def _print_disputes(key: str, disputes: Iterable[Dispute], told: Words, console: Console) -> None:
    _heading(key, told, console)
    tones = {"consistent": "good", "inconsistent": "caution"}
    for one in disputes:
        tone = TONES[tones.get(one.verdict, "plain")] if one.verdict else "bold"
        label = told.separated([one.name, one.verdict_name]) if one.verdict_name else one.name
        console.print(Text.assemble((f"{label}: ", tone), isolated(one.working, told.direction)))
    console.print()


def _print_people(brief: Brief, told: Words, console: Console) -> None:
    _heading("people", told, console)
    for one in brief.people:
        standing = [(f"[{status.text}] ", TONES[status.tone]) for status in one.statuses]
        name = (isolated(one.name, told.direction), "bold")
        console.print(Text.assemble(*standing, name, f" ({one.kind}): {one.counts}", (f"  {one.id}", "dim")))
        for title in one.titles:
            outlets = told.separated([isolated(outlet, told.direction) for outlet in title.outlets])
            console.print(Padding(Text(f"{isolated(title.title, told.direction)} ({outlets})", "dim"), (0, 0, 0, 4)))
    console.print()


def _print_sources(brief: Brief, told: Words, console: Console) -> None:
    _heading("sources", told, console)
    for one in brief.sources:
        counts = told.separated([told.count("report", len(one.reports)), told.count("statement", one.statements)])
        name = (isolated(one.outlet, told.direction), "bold")
        console.print(Text.assemble((f"{one.grade.grade} ", "bold"), name, f": {counts}"))
    for speaker in brief.speakers[:MOST_SPEAKERS]:
        counts = told.count("statement", speaker.statements)
        name = (isolated(speaker.name, told.direction), "italic")
        console.print(Text.assemble((f"{speaker.grade.grade} ", "bold"), name, f": {counts}"))
    console.print()


def _print_unknowns(brief: Brief, told: Words, console: Console) -> None:
    _heading("unknown", told, console)
    for one in brief.unknowns:
        console.print(Text.assemble((one.text, "bold"), f" ({len(one.references)})"))
        for reference in one.references[:MOST_REFERENCES]:
            console.print(Padding(Text(isolated(reference.text, told.direction), "dim"), (0, 0, 0, 4)))
