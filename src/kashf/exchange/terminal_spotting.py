"""A text that was screened against lists, for a terminal: who is named, and the passages with the names marked."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kashf.exchange.terminal import in_colour
from kashf.exchange.terminal_screening import told_because, told_dismissed, told_entry, told_score
from kashf.views.spotting import Place, ScreenedText, TextHit, TextScreening
from kashf.views.texts import isolated, shortened
from kashf.views.words import Words, words

__all__ = ["print_spotting"]

CONTEXT = 90
"""Characters of the sentence that are shown on either side of a name."""
MOST_PLACES = 3
"""Passages of one name that are shown; the files have them all."""


def print_spotting(screening: TextScreening, console: Console) -> None:
    """Prints the screening of texts."""
    told = words(screening.language)
    for text in screening.texts:
        _print_text(text, told, console)
    lists = told.separated([isolated(name, told.direction) for name in screening.lists])
    counts = [told.count("report", len(screening.texts)), told.count("hit", screening.hits)]
    if screening.dismissed:
        counts.append(told.count("dismissed_hit", screening.dismissed))
    against = told.say("screening.against", lists=lists, names=told.count("name", screening.names))
    console.print(Text(told.say("screening.summary", counts=told.separated([*counts, against])), "dim"))


def _print_text(text: ScreenedText, told: Words, console: Console) -> None:
    console.print(
        Text.assemble((isolated(text.title or text.source, told.direction), "bold"), (f"  {text.report}", "dim"))
    )
    if text.dismissed:
        console.print(Padding(told_dismissed(text.dismissed, told), (0, 0, 1, 4)))
    elif not text.hits:
        console.print(Padding(Text(told.say("screening.none_named"), "green"), (0, 0, 1, 4)))
    for hit in text.hits:
        line = Text.assemble(told_score(hit.score, told), "  ", told_entry(hit.entry, told), (f"  {hit.id}", "dim"))
        console.print(Padding(told_because(line, hit, told), (0, 0, 0, 4)))
        _print_places(hit, told, console)
        console.print()


def _print_places(hit: TextHit, told: Words, console: Console) -> None:
    for place in hit.places[:MOST_PLACES]:
        console.print(Padding(_place(place, console), (0, 0, 0, 8)))
    left = len(hit.places) - MOST_PLACES
    if left > 0:
        console.print(Padding(Text(told.say("more", n=told.number(left)), "dim"), (0, 0, 0, 8)))


def _place(place: Place, console: Console) -> Text:
    found = place.passage
    marked = found.words if in_colour(console) else f"**{found.words}**"
    before = shortened(found.before[::-1], CONTEXT)[::-1]
    after = shortened(found.after, CONTEXT)
    return Text.assemble(
        (f"{place.start}–{place.end}  ", "cyan"), (before, "dim"), (marked, "black on yellow"), (after, "dim")
    )
