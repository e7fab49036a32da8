"""Screening for a terminal: each name, who it may be, where they stand, and what is said about them by whom."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kashf.exchange.terminal import TONES, told_line
from kashf.views.screening import ListedLine, OnList, OriginGroup, Screened, ScreenedHit, Screening
from kashf.views.spotting import TextHit
from kashf.views.texts import isolated
from kashf.views.words import Words, words

__all__ = ["print_screening", "told_because", "told_dismissed", "told_entry", "told_score"]

MOST_STATEMENTS = 5
"""Statements of one origin that are shown; the files have them all."""
SURE = 0.9
"""From this score on a hit is shown as a strong one."""


def print_screening(screening: Screening, console: Console) -> None:
    """Prints the screening."""
    told = words(screening.language)
    for one in screening.screened:
        _print_screened(one, screening.against, told, console)
    console.print(_summary(screening, told))


def _summary(screening: Screening, told: Words) -> Text:
    parts = [told.count("entry", screening.entries), told.count("hit", screening.hits)]
    if screening.dismissed:
        parts.append(told.count("dismissed_hit", screening.dismissed))
    return Text(told.say("screening.summary", counts=told.separated(parts)), "dim")


def told_entry(entry: ListedLine, told: Words) -> Text:
    """An entry of a list in a line: its name, its kind, its list and key, and what the list says of it."""
    facts = told.say("separator").join(
        f"{fact.name}: {told.separated([isolated(value, told.direction) for value in fact.values])}"
        for fact in entry.facts
    )
    name = isolated(entry.name, told.direction)
    where = told.separated([isolated(part, told.direction) for part in (entry.watchlist, entry.key) if part])
    lines = Text.assemble((name, "bold"), (f"  {where}", "dim"))
    return Text.assemble(lines, (f"\n{facts}", "dim")) if facts else lines


def told_score(score: float, told: Words) -> tuple[str, str]:
    """A score in hundredths, and its style."""
    return told.say("screening.score", n=told.number(round(100 * score))), "bold red" if score >= SURE else "yellow"


def told_dismissed(count: int, told: Words) -> Text:
    """That hits are left out, and how they are seen."""
    return Text(told.say("screening.see_dismissed", hits=told.count("dismissed_hit", count)), "dim")


def _print_screened(one: Screened, against: Sequence[str], told: Words, console: Console) -> None:
    console.print(told_entry(one.entry, told))
    if one.dismissed:
        console.print(Padding(told_dismissed(one.dismissed, told), (0, 0, 1, 4)))
    elif not one.hits and not one.on_lists:
        lists = told.separated([isolated(name, told.direction) for name in against])
        nobody = told.say("screening.on_no_list", lists=lists) if against else told.say("screening.nobody")
        console.print(Padding(Text(nobody, "green"), (0, 0, 1, 4)))
    for listed in one.on_lists:
        console.print(Padding(_on_list(listed, told), (0, 0, 1, 4)))
    for hit in one.hits:
        console.print(Padding(_hit(hit, told), (0, 0, 0, 4)))
        _print_said(hit, told, console)
        console.print()


def _on_list(hit: OnList, told: Words) -> Text:
    head = Text.assemble(told_score(hit.score, told), "  ", (told.say("screening.listed"), "red"), " ")
    return told_because(Text.assemble(head, told_entry(hit.entry, told), (f"  {hit.id}", "dim")), hit, told)


def _hit(hit: ScreenedHit, told: Words) -> Text:
    entity = hit.entity
    standing = [(f"[{status.text}] ", TONES[status.tone]) for status in entity.statuses]
    name = (isolated(entity.name, told.direction), "bold")
    line = Text.assemble(
        told_score(hit.score, told), "  ", *standing, name, f" ({entity.kind})", (f"  {hit.id}", "dim")
    )
    return told_because(line, hit, told)


def told_because(line: Text, hit: ScreenedHit | OnList | TextHit, told: Words) -> Text:
    """The line with the two names, what speaks for and against, and what an analyst said of it."""
    named = told.say(
        "screening.because",
        listed=isolated(hit.listed_as, told.direction),
        named=isolated(hit.named_as, told.direction),
        reasons=told.say("separator").join(isolated(reason.text, told.direction) for reason in hit.reasons),
    )
    line.append(f"\n{named}", "dim")
    if hit.dismissed:
        line.append(f"\n{_dismissal(hit, told)}", "yellow")
    return line


def _dismissal(hit: ScreenedHit | OnList | TextHit, told: Words) -> str:
    made = hit.dismissed
    if made is None:
        return ""
    key = "dismissed" if made.holds else "reopened"
    reason = f" ({isolated(made.reason, told.direction)})" if made.reason else ""
    return told.say(f"screening.{key}", user=isolated(made.user, told.direction), day=told.day(made.at.date())) + reason


def _print_said(hit: ScreenedHit, told: Words, console: Console) -> None:
    for status in hit.entity.statuses:
        says = told.say("according", says=told.listed([isolated(name, told.direction) for name in status.says]))
        line = Text.assemble((f"[{status.text}] ", TONES[status.tone]), says)
        console.print(Padding(line, (0, 0, 0, 8)))
    for group in hit.origins:
        _print_group(group, told, console)
    if not hit.origins:
        console.print(Padding(Text(told.say("screening.unsaid"), "dim"), (0, 0, 0, 8)))
    if hit.speaking:
        speaks = told.say("labels.as_source", claims=told.count("claim", hit.speaking))
        console.print(Padding(Text(speaks, "dim"), (0, 0, 0, 8)))


def _print_group(group: OriginGroup, told: Words, console: Console) -> None:
    origin = group.origin
    source = told.separated([isolated(part, told.direction) for part in (origin.name, origin.title) if part])
    console.print(Padding(Text(told.say("according", says=source), "italic"), (0, 0, 0, 8)))
    for statement in group.statements[:MOST_STATEMENTS]:
        console.print(Padding(told_line(statement, told), (0, 0, 0, 12)))
    left = len(group.statements) - MOST_STATEMENTS
    if left > 0:
        console.print(Padding(Text(told.say("more", n=told.number(left)), "dim"), (0, 0, 0, 12)))
