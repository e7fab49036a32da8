"""Names and their parts written down as lines of text, and read again without asking any table."""

from __future__ import annotations

from kashf.names.parts import NameKind, Part, TakenApart, initials_of, part_of

__all__ = ["name_of_record", "part_of_record", "record_of_name", "record_of_part", "text_and_group"]

BETWEEN, AMONG = "\x1f", "\x1e"
"""Between fields, and among several values of one; no name has them, for they count as blanks."""


def record_of_part(part: Part) -> str:
    """The part as a line."""
    several = (AMONG.join(values) for values in (sorted(part.meanings), part.heard, part.skeletons))
    return BETWEEN.join((part.text, part.group, *several, part.prefix, part.core.text if part.core else ""))


def text_and_group(record: str) -> tuple[str, str]:
    """How the part that a line tells of is written, and its class."""
    text, group, _ = record.split(BETWEEN, 2)
    return text, group


def part_of_record(record: str, kind: NameKind) -> Part:
    """The part that a line tells of."""
    text, group, meanings, heard, skeletons, prefix, core = record.split(BETWEEN)
    return Part(
        text=text,
        kind=kind,
        group=group,
        meanings=frozenset(meanings.split(AMONG)) if meanings else frozenset(),
        heard=tuple(heard.split(AMONG)),
        skeletons=tuple(skeletons.split(AMONG)),
        prefix=prefix,
        core=part_of(core, "person") if core else None,
    )


def record_of_name(name: TakenApart) -> str:
    """The name as a line, without its parts."""
    acronyms = AMONG.join(sorted(name.acronyms))
    return BETWEEN.join((name.name, acronyms, name.body or "", "1" if name.chained else ""))


def name_of_record(record: str, kind: NameKind, parts: tuple[Part, ...]) -> TakenApart:
    """The name that a line tells of, with these parts."""
    name, acronyms, body, chained = record.split(BETWEEN)
    return TakenApart(
        name=name,
        kind=kind,
        parts=parts,
        acronyms=frozenset(acronyms.split(AMONG)) if acronyms else frozenset(),
        initials=frozenset() if kind == "person" else initials_of(parts),
        body=body or None,
        chained=bool(chained),
    )
