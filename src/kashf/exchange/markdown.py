"""The brief as Markdown that pandoc and CommonMark read alike; nothing a report says is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kashf.views.brief import Brief, Group
from kashf.views.chains import Hop
from kashf.views.disputes import Dispute
from kashf.views.figures_table import FigureRow
from kashf.views.people import Person
from kashf.views.pieces import plain
from kashf.views.sources import Source, Speaker
from kashf.views.statements import Evidence, Statement
from kashf.views.texts import isolated
from kashf.views.timeline import Copy, Happening, Story
from kashf.views.unknowns import Unknown
from kashf.views.words import Words, words

__all__ = ["bold", "brief_markdown", "escaped"]

_APART = "<!-- -->"

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~^$@]|-(?=-)|(?<=-)-|&(?=#?\w+;)|^[#+=-]|^\d+(?=[.)])")
"""Characters that open markup wherever they stand, and those that do so only where they stand here."""


def escaped(text: str) -> str:
    r"""The text with a backslash before what Markdown, or one of pandoc's extensions, would take for markup.

    >>> escaped("1. *a* <b> [c](d) -- e-f")
    '1\\. \\*a\\* \\<b\\> \\[c\\](d) \\-\\- e-f'
    """
    return _MARKUP.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", text)


def brief_markdown(brief: Brief) -> str:
    """The brief, section by section; it ends in a line break."""
    told = words(brief.language)
    return "\n".join(_lines(brief, told)).rstrip() + "\n"


def _lines(brief: Brief, told: Words) -> Iterator[str]:
    yield from _head(brief, told)
    sections: dict[str, Iterator[str]] = {
        "heaviest": _statements(brief.heaviest, told),
        "claims": _groups(brief.groups, told),
        "figures": _figures(brief.figures, told),
        "conflicts": _disputes(brief.conflicts, told),
        "checks": _disputes(brief.checks, told),
        "people": _people(brief.people, told),
        "sources": _sources(brief.sources, brief.speakers, told),
        "stories": _stories(brief, told),
        "unknown": _unknowns(brief.unknowns, told),
        "method": _method(told),
    }
    for key, lines in sections.items():
        yield from (f"## {escaped(told.say(f'sections.{key}'))}", "", f"*{escaped(told.say(f'leads.{key}'))}*", "")
        written = list(lines)
        yield from written or (escaped(told.say("nothing_here")), "")


def _head(brief: Brief, told: Words) -> Iterator[str]:
    about = f": {_isolated(brief.head.about, told)}" if brief.head.about else ""
    yield from (f"# {escaped(brief.head.title)}{about}", "")
    for line in (*brief.head.lines, told.say("weight_rule"), told.say("allegation_rule")):
        yield from (escaped(line), "")
    if brief.summary:
        yield from (f"## {escaped(told.say('summary_title'))}", "")
        yield from (f"- {escaped(line)}" for line in brief.summary)
        yield ""


def _isolated(text: str, told: Words) -> str:
    return escaped(isolated(text, told.direction))


def _groups(groups: Iterable[Group], told: Words) -> Iterator[str]:
    for group in groups:
        yield from (f"### {escaped(group.name)}", "")
        yield from _statements(group.statements, told)


def _statements(statements: Iterable[Statement], told: Words) -> Iterator[str]:
    for one in statements:
        marks = "".join(f"**\\[{escaped(marker.text)}\\]** " for marker in one.markers)
        grade = f"{told.entries['separator']}{_grade(one, told)}" if one.grade else ""
        yield f"- {marks}{escaped(plain(one.sentence, told))} ({escaped(one.weight.text)}{grade})"
        for evidence in one.evidence:
            yield from ("", *_evidence(evidence, told))
        yield ""


def _grade(one: Statement, told: Words) -> str:
    return escaped(told.say("grade_label", grade=one.grade.grade, meaning=one.grade.meaning)) if one.grade else ""


def _evidence(one: Evidence, told: Words) -> Iterator[str]:
    """The chain and the sentence, indented under their statement; the words that say it in bold."""
    day = f"{told.entries['comma']}{escaped(one.report.day)}"
    yield f"  {_chain(one.chain, told)} ({escaped(one.mode)}){day}"
    yield ""
    before, after = escaped(one.passage.before), escaped(one.passage.after)
    quoted = bold(before, escaped(one.passage.words), after)
    opening, closing = told.entries["quotes"]
    yield f"  > {opening}{_surrounded(quoted, one.passage.direction, told)}{closing}"


def bold(before: str, marked: str, after: str) -> str:
    """Words in bold between what stands around them; all of it is escaped already.

    Their outer spaces stay outside, and where a letter and a punctuation mark meet at a marker, which would not be one
    there (CommonMark 0.31, 6.2), an empty comment keeps them apart.
    """
    inner = marked.strip()
    if not inner:
        return before + marked + after
    lead, trail = marked[: len(marked) - len(marked.lstrip())], marked[len(marked.rstrip()) :]
    opening = _APART if _joins(before + lead, inner[0]) else ""
    closing = _APART if _joins((trail + after)[::-1], inner[-1]) else ""
    return f"{before}{lead}{opening}**{inner}**{closing}{trail}{after}"


def _joins(outside: str, inside: str) -> bool:
    """Whether a letter outside meets something inside that is none."""
    return outside[-1:].isalnum() and not inside.isalnum()


def _surrounded(text: str, direction: str, told: Words) -> str:
    return isolated(text, told.direction) if direction != told.direction else text


def _chain(chain: Iterable[Hop], told: Words) -> str:
    return f" {told.entries['arrow']} ".join(_hop(hop, told) for hop in chain)


def _hop(hop: Hop, told: Words) -> str:
    name = _isolated(told.quoted(hop.name) if hop.kind == "unnamed" else hop.name, told)
    return f"{name}{told.entries['comma']}{_isolated(hop.title, told)}" if hop.title else name


def _figures(rows: Iterable[FigureRow], told: Words) -> Iterator[str]:
    several = list(rows)
    if not several:
        return
    columns = ("value", "of", "where", "when", "says", "words")
    yield "| " + " | ".join(escaped(told.say(f"labels.{column}")) for column in columns) + " |"
    yield "|" + " --- |" * len(columns)
    for row in several:
        yield "| " + " | ".join(_cells(row, told)) + " |"
    yield ""


def _cells(row: FigureRow, told: Words) -> Iterator[str]:
    yield escaped(row.value.told)
    yield escaped(plain(row.of, told))
    yield escaped(plain(row.where, told))
    yield escaped(row.when)
    yield _row_of(row.says or row.outlets, told)
    yield _row_of(row.words, told)


def _row_of(names: Iterable[str], told: Words) -> str:
    return str(told.entries["comma"]).join(_isolated(name, told) for name in names)


def _disputes(disputes: Iterable[Dispute], told: Words) -> Iterator[str]:
    for one in disputes:
        verdict = f" ({escaped(one.verdict_name)})" if one.verdict_name else ""
        yield f"- **{escaped(one.name)}**{verdict}: {_isolated(one.working, told)}"
        for side in one.sides:
            outlets = [report.outlet for report in side.reports]
            outlets += [side.evidence.report.outlet] if side.evidence else []
            yield f"    - {escaped(side.text)} ({_row_of(dict.fromkeys(outlets), told)})"
        yield ""


def _people(people: Iterable[Person], told: Words) -> Iterator[str]:
    for one in people:
        standing = "".join(f"**\\[{escaped(status.text)}\\]** " for status in one.statuses)
        yield f"- {standing}**{_isolated(one.name, told)}** ({escaped(one.kind)}): {escaped(one.counts)}"
        names = [name for line in one.names for name in line.names]
        if names:
            yield f"    - {escaped(told.say('labels.names'))}: {_row_of(names, told)}"
        for title in one.titles:
            yield f"    - {_isolated(title.title, told)} ({_row_of(title.outlets, told)})"
    yield ""


def _sources(sources: Iterable[Source], speakers: Iterable[Speaker], told: Words) -> Iterator[str]:
    for one in sources:
        counts = told.separated([told.count("statement", one.statements), told.count("origin", one.origins)])
        grade = told.say("grade_label", grade=one.grade.grade, meaning=one.grade.meaning)
        yield f"- **{_isolated(one.outlet, told)}**: {escaped(counts)}{told.entries['separator']}{escaped(grade)}"
        for report in one.reports:
            address = f" <{report.address}>" if report.address and _is_plain(report.address) else ""
            yield f"    - {_isolated(report.name, told)}{told.entries['comma']}{escaped(report.day)}{address}"
    yield from ("", f"### {escaped(told.say('labels.speakers'))}", "")
    for speaker in speakers:
        grade = told.say("grade_label", grade=speaker.grade.grade, meaning=speaker.grade.meaning)
        named = told.separated([_isolated(part, told) for part in (speaker.name, speaker.title) if part])
        counted = told.count("statement", speaker.statements)
        yield f"- **{named}**: {escaped(counted)}{told.entries['separator']}{escaped(grade)}"
    yield ""


def _is_plain(address: str) -> bool:
    """Whether an address may stand between angle brackets as it is."""
    return re.fullmatch(r"[^\s<>\\]+", address) is not None


def _stories(brief: Brief, told: Words) -> Iterator[str]:
    yield from (line for story in brief.stories for line in _story(story, told))
    yield from (line for copy in brief.copies for line in _copy(copy, told))
    yield from (line for happening in brief.timeline for line in _happening(happening, told))


def _story(story: Story, told: Words) -> Iterator[str]:
    comma = str(told.entries["comma"])
    heading = comma.join(_isolated(part, told) for part in (story.title, story.when) if part)
    yield f"- **{escaped(told.say('labels.story'))}**: {heading or _isolated(story.working, told)}"
    if heading and story.working:
        yield f"    - {_isolated(story.working, told)}"
    for drift in story.drifts:
        yield f"    - {escaped(drift.change)}: {_isolated(drift.text, told)}"
    for step in story.steps:
        parts = [_isolated(part, told) for part in (step.report.day, step.report.outlet, step.report.name) if part]
        yield f"    - {comma.join(parts)}{f': {_isolated(step.text, told)}' if step.text else ''}"
    yield ""


def _copy(copy: Copy, told: Words) -> Iterator[str]:
    for one in copy.copies:
        repeats = escaped(told.say("labels.repeats"))
        names = (_isolated(f"{report.outlet} ({report.day})", told) for report in (one, copy.original))
        yield f"- **{escaped(told.say('labels.copies'))}**: {f' {repeats} '.join(names)}"
    yield ""


def _happening(happening: Happening, told: Words) -> Iterator[str]:
    yield f"- **{escaped(happening.when)}**"
    for report in happening.reports:
        yield f"    - {_isolated(report.outlet, told)}: {escaped(told.say('labels.published'))}"
    for statement in happening.statements:
        yield f"    - {escaped(statement.text)}"
    yield ""


def _unknowns(unknowns: Iterable[Unknown], told: Words) -> Iterator[str]:
    for one in unknowns:
        yield f"- **{escaped(one.text)}** ({len(one.references)})"
        for reference in one.references:
            yield f"    - {_isolated(reference.text, told)}"
        yield ""


def _method(told: Words) -> Iterator[str]:
    yield from (f"- {escaped(line)}" for line in (*told.entries["method"], *told.entries["limits"]))
    yield ""
    for table in ("source_grades", "information_grades"):
        meanings = (f"{grade} {meaning}" for grade, meaning in told.entries[table].items())
        yield from (f"{escaped(told.entries['separator'].join(meanings))}.", "")
