"""One thing in full, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kashf.exchange.terminal import (
    TONES,
    in_colour,
    told_chain,
    told_evidence,
    told_line,
    told_sentence,
    told_statement,
)
from kashf.views.details import ClaimDetail, Detail, EntityDetail, FindingDetail, Layer, ReportDetail
from kashf.views.disputes import Side
from kashf.views.statements import Evidence, Mark, ReportLine, Statement
from kashf.views.texts import isolated, shown
from kashf.views.words import Words, words

__all__ = ["print_detail"]

_STYLES = {"claim": "on grey23", "mention": "underline", "figure": "cyan", "time": "magenta", "quote": "italic"}


def print_detail(detail: Detail, language: str, console: Console) -> None:
    """Prints a claim, an entity, a report or a finding with all that is known of it."""
    told = words(language)
    if isinstance(detail, ClaimDetail):
        _print_claim(detail, told, console)
    elif isinstance(detail, EntityDetail):
        _print_entity(detail, told, console)
    elif isinstance(detail, ReportDetail):
        _print_report(detail, told, console)
    else:
        _print_finding(detail, told, console)


def _heading(kind: str, id_: str, console: Console) -> None:
    console.print(Text.assemble((kind, "bold"), f"  {id_}"))


def _field(label: str, value: str | Text, told: Words, console: Console) -> None:
    if value:
        shown = isolated(value, told.direction) if isinstance(value, str) else value
        console.print(Text.assemble((f"{label}: ", "dim"), shown))


def _label(key: str, told: Words) -> str:
    return told.say(f"labels.{key}")


def _print_claim(detail: ClaimDetail, told: Words, console: Console) -> None:
    _heading(detail.type, detail.claim, console)
    console.print(told_statement(detail.statement, told))
    _print_evidence(detail.evidence, told, console)
    for role in detail.roles:
        _field(
            role.name, Text.assemble(told_sentence(role.filler, told), (f"  {role.entity or ''}", "dim")), told, console
        )
    _field(
        _label("when", told),
        told.separated([*filter(None, (detail.evidence.when_words, detail.evidence.when))]),
        told,
        console,
    )
    console.print(_extractor(detail.evidence, told))
    for judged in detail.evidence.judged:
        console.print(Text(judged, "bold"))
    _print_marks(detail.marks, console)
    _print_others(detail.statement, detail.claim, told, console)


def _extractor(one: Evidence, told: Words) -> Text:
    extractor = isolated(one.extractor, told.direction)
    percent = told.number(round(one.confidence * 100))
    return Text(told.say("labels.extractor", extractor=extractor, confidence=percent), "dim")


def _print_others(statement: Statement, claim: str, told: Words, console: Console) -> None:
    """The other claims of the statement."""
    for other in statement.evidence:
        if other.claim != claim:
            console.print(Text(f"\n{other.claim}", "dim"))
            _print_evidence(other, told, console)


def _print_evidence(one: Evidence, told: Words, console: Console) -> None:
    console.print(told_chain(one.chain, told))
    console.print(Padding(told_evidence(one, console), (0, 0, 0, 4)))
    console.print(Padding(_report(one.report, told), (0, 0, 0, 4)))


def _report(one: ReportLine, told: Words) -> Text:
    parts = (isolated(part, told.direction) for part in (one.outlet, one.name, one.day, one.id) if part)
    return Text(told.separated(list(parts)), "dim")


def _print_marks(marks: Iterable[Mark], console: Console) -> None:
    for mark in marks:
        console.print(Text.assemble((mark.text, TONES[mark.tone]), f"  {mark.anchor.removeprefix('d-')}"))


def _print_entity(detail: EntityDetail, told: Words, console: Console) -> None:
    entity = detail.entity
    _heading(isolated(entity.name, told.direction), entity.id, console)
    _field(_label("kind", told), entity.kind, told, console)
    for status in entity.statuses:
        says = told.say("according", says=told.listed(status.says))
        console.print(Text.assemble((f"[{status.text}] ", TONES[status.tone]), isolated(says, told.direction)))
    for line in entity.names:
        _field(told.name("scripts", line.script), told.separated(line.names), told, console)
    for title in entity.titles:
        _field(_label("titles", told), f"{title.title} ({told.separated(title.outlets)})", told, console)
    _field(_label("why_one", told), entity.reason, told, console)
    console.print(Text(entity.counts, "dim"))
    _print_marks(entity.marks, console)
    console.print()
    _print_lines(detail.statements, told, console)


def _print_lines(statements: Iterable[Statement], told: Words, console: Console) -> None:
    for one in statements:
        console.print(told_line(one, told))


def _print_report(detail: ReportDetail, told: Words, console: Console) -> None:
    _heading(isolated(detail.report.name, told.direction), detail.report.id, console)
    _field(_label("outlet", told), told.separated([detail.report.outlet, detail.report.day]), told, console)
    _field(_label("source", told), detail.source, told, console)
    _field(_label("address", told), detail.report.address or "", told, console)
    _field(_label("language", told), detail.language, told, console)
    for repair in detail.repairs:
        _field(_label("repaired", told), repair, told, console)
    console.print()
    _print_layers(detail, told, console)
    console.print()
    _print_lines(detail.statements, told, console)


def _print_layers(detail: ReportDetail, told: Words, console: Console) -> None:
    """The text with its layers in colour; without colour the text, then the layers one by one."""
    if in_colour(console):
        legend = (Text(told.name("layers", kind), style) for kind, style in _STYLES.items())
        console.print(Text(" ").join(legend))
        console.print(_layered(detail.text, detail.layers))
        return
    console.print(Text(detail.text))
    console.print()
    for layer in detail.layers:
        words_of_report = isolated(shown(detail.text[layer.start : layer.end]), told.direction)
        label = f"{told.name('layers', layer.kind)}, {isolated(layer.label, told.direction)}"
        _field(label, told.quoted(words_of_report), told, console)


def _layered(text: str, layers: Iterable[Layer]) -> Text:
    layered = Text(text)
    for layer in layers:
        layered.stylize(_STYLES[layer.kind], layer.start, layer.end)
    return layered


def _print_finding(detail: FindingDetail, told: Words, console: Console) -> None:
    _heading(detail.name, detail.finding, console)
    if detail.statement:
        console.print(told_statement(detail.statement, told))
    if detail.grade:
        _field(_label("grade", told), f"{detail.grade.grade}, {detail.grade.meaning}", told, console)
    _field(_label("verdict", told), detail.verdict or "", told, console)
    _field(_label("working", told), detail.working, told, console)
    for origin in detail.origins:
        _field(_label("origins", told), origin.name, told, console)
    for reason in detail.uncounted:
        _field(_label("not_counted", told), reason, told, console)
    for case in detail.outlook:
        _field(_label("outlook", told), case, told, console)
    _print_story(detail, told, console)
    for report in detail.reports:
        console.print(_report(report, told))
    for side in detail.sides:
        _print_side(side, told, console)


def _print_story(detail: FindingDetail, told: Words, console: Console) -> None:
    """How a story grew and how its figures drifted; what was changed between two copies."""
    _field(_label("story", told), isolated(detail.title, told.direction), told, console)
    for step in detail.steps:
        _field(isolated(step.report.outlet, told.direction), step.text, told, console)
    for drift in detail.drifts:
        _field(drift.change, drift.text, told, console)
    for change in detail.changed:
        if change.kind != "kept":
            passages = (told.quoted(shown(text)) for text in (change.before, change.after) if text)
            sides = (isolated(passage, told.direction) for passage in passages)
            _field(change.name, told.say("drifts.then").join(sides), told, console)


def _print_side(side: Side, told: Words, console: Console) -> None:
    console.print(Text(f"\n{side.text}"))
    for report in side.reports:
        console.print(Padding(_report(report, told), (0, 0, 0, 4)))
    if side.evidence:
        _print_evidence(side.evidence, told, console)
