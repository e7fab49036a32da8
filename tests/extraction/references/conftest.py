"""Sentences with marks: who is named, and which words stand for whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from kashf.extraction import extract
from kashf.records import Mention, Report

_MARK = re.compile(r"[\[{]([^\]}|]+)\|([\d?])[\]}]")


@dataclass(frozen=True)
class Marked:
    """A text with its marks: where somebody is named, by number; and the words that stand for them ("?": left open)."""

    text: str
    named: dict[str, tuple[int, int]]
    standing: tuple[tuple[int, int, str], ...]


def marked(line: str) -> Marked:
    """A marked line as a text and its marks."""
    text, last, named, standing = "", 0, {}, []
    for match in _MARK.finditer(line):
        text += line[last : match.start()]
        span = (len(text), len(text) + len(match[1]))
        if match[0][0] == "[" and match[2] != "?":
            named.setdefault(match[2], span)
        else:
            standing.append((*span, match[2]))
        text += match[1]
        last = match.end()
    return Marked(text + line[last:], named, tuple(standing))


@cache
def lines(language: str, part: str) -> tuple[str, ...]:
    """The marked lines of a language, `dev` or `held`."""
    path = Path(__file__).parent / f"sentences.{language}.yaml"
    return tuple(yaml.safe_load(path.read_text(encoding="utf-8"))[part])


def judged(language: str, line: str) -> Iterator[tuple[str, str]]:
    """For each word that is marked as standing for somebody, the verdict (right, wrong, missed) and what was said."""
    one = marked(line)
    record = extract(Report("r", "line", one.text, language=language))
    for start, end, number in one.standing:
        found = [m for m in record.mentions if m.pronominal and m.start < end and start < m.end]
        exact = [m for m in found if m.end == end] or found
        resolved = next((m for m in exact if m.entity is not None), None)
        whom = _entity(record.mentions, one.named.get(number))
        told = resolved.name if resolved else exact[0].unresolved if exact else None
        said = f"{one.text[start:end]} -> {told}: {one.text}"
        if number == "?":
            yield ("wrong" if resolved else "right"), said
        else:
            verdict = "missed" if resolved is None else "right" if resolved.entity == whom else "wrong"
            yield verdict, said


def _entity(mentions: tuple[Mention, ...], span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    named = [m for m in mentions if not m.pronominal or (m.start, m.end) == span]
    return next((m.entity for m in named if m.start < span[1] and span[0] < m.end), "unnamed")


def counted(language: str, part: str) -> Counter[str]:
    """How many words of a part are right, wrong and missed."""
    return Counter(verdict for line in lines(language, part) for verdict, _ in judged(language, line))
