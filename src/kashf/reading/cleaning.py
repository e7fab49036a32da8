"""Cleaning: which stretches of a text are the report's own, and what the others are. It marks and never deletes.

Line by line: (1) the title, where it is known; (2) lines in the words of `patterns.yaml` and lists of links:
boilerplate, captions, by-lines; (3) in mails, quoted letters and signatures; (4) within paragraphs, the dateline or
by-line before the first words and the "link to the story" or tags after the last; (5) by their shape, captions: short
lines without stop or verb alone between paragraphs. Subheadings of that shape go with them: they say nothing that the
text does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kashf.reading.openings import find_opening, is_byline, is_date_line
from kashf.reading.patterns import load_patterns
from kashf.records.report import Region, RegionKind
from kashf.text.folding import Folded, fold

__all__ = ["is_same_line", "looks_like_title", "mark"]

LONGEST_BOILERPLATE = 45
"""Words; what begins like boilerplate and is longer is a paragraph after all."""
LONGEST_TAIL = 40
LOOKED_AT = 400
"""Characters of a line, from either end: more than any of the shapes looked for has."""
LONGEST_CAPTION = 12
"""Words. Of the captions in the development reports the longest has eleven."""
PARAGRAPH_TO_CAPTION = 2
"""How many times as long as a caption the paragraph after it is at least, and a text as its title."""
LONGEST_TITLE = 25
"""Words. Of the titles of the development reports the longest has 22."""
HEAD_PARAGRAPHS = 3
"""A summary may stand before the paragraph that has the dateline."""

_STOPS = ".!?؟…:؛;,،"
_CLOSERS = "\"'»”’)]"
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_BULLETS = re.compile(r"^[\s•*>|»«\[\]-]+")
_MARKER = re.compile(r"^\s*(?:[-*•–/]|\(?[\d٠-٩۰-۹]+\s*[-.)/–])")
_ITEM = re.compile(rf"{_MARKER.pattern}|^[\w .]{{2,25}}:\s")
_SENTENCE_END = re.compile(r'[.!?؟…]["»”)]*\s+|\.{2,}\s*')


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: where it stands, as written, its first words as folded, and what it was found to be."""

    start: int
    written: str
    folded: Folded
    kind: RegionKind = "body"

    @property
    def end(self) -> int:
        return self.start + len(self.written)

    @property
    def words(self) -> int:
        return self.written.count(" ") + 1

    @property
    def bare(self) -> str:
        """Folded, without marks at its ends."""
        return _EDGES.sub("", self.folded.text)

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence, a question or an announcement does."""
        return self.written.rstrip(_CLOSERS)[-1:] in _STOPS

    def region(self, start: int = 0, end: int | None = None, kind: RegionKind | None = None) -> Region:
        """The region of a part of it, without the spaces around."""
        stop = len(self.written) if end is None else end
        part = self.written[start:stop]
        start += len(part) - len(part.lstrip())
        return Region(kind or self.kind, self.start + start, self.start + start + len(part.strip()))


def mark(text: str, title: str | None = None, *, mail: bool = False) -> tuple[Region, ...]:
    """The regions of a normalised text, in order; together they cover it but for white space.

    `title` is the text's first line where that is a title. `mail` has letters quoted in a mail marked as well.
    """
    lines = list(_lines(text))
    if title and lines and is_same_line(lines[0].written, title):
        lines[0] = replace(lines[0], kind="title")
    lines = _mark_lines(lines)
    if mail:
        lines = _mark_quoted(lines)
    lines = _mark_captions(_mark_link_lists(lines))
    return tuple(_merged([region for line, head in _with_heads(lines) for region in _split(line, at_the_head=head)]))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for written in text.split("\n"):
        if written.strip():
            # a tatweel between spaces is a dash; folding would drop it
            yield _Line(start, written, fold(written[:LOOKED_AT].replace(" ـ ", " - ")))
        start += len(written) + 1


def is_same_line(line: str, title: str) -> bool:
    """Whether a line is the title, whatever the spelling, spaces and marks."""
    return _letters(line) == _letters(title)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text).text)


def looks_like_title(line: str, rest: str) -> bool:
    """Whether the first line of a plain text is its title: short, no sentence, and followed by a longer text."""
    words = len(line.split())
    ends = line.rstrip(_CLOSERS + " ")[-1:]
    following = next((other for other in rest.split("\n") if other.strip()), "")
    if not 1 < words <= LONGEST_TITLE or ends in ".:؛;,،" or _MARKER.match(line) or _is_header(fold(line).text):
        return False
    return len(following.split()) > words and len(rest) > PARAGRAPH_TO_CAPTION * len(line)


def _is_header(folded: str) -> bool:
    """Whether a line says when or by whom something was written or sent."""
    patterns = load_patterns()
    return is_date_line(folded) or any(
        phrases.begin(folded) for phrases in (patterns.mail_headers, patterns.bylines_that_begin)
    )


# (2) whole lines


def _mark_lines(lines: Sequence[_Line]) -> list[_Line]:
    edge = {id(line) for line in (*lines[: HEAD_PARAGRAPHS + 1], *lines[-2:])}
    return [line if line.kind == "title" else replace(line, kind=_kind(line, id(line) in edge)) for line in lines]


def _kind(line: _Line, at_the_edge: bool) -> RegionKind:
    patterns = load_patterns()
    if line.words > LONGEST_BOILERPLATE:
        return "body"
    begin = _BULLETS.sub("", line.folded.text)
    if patterns.captions_that_begin.begin(line.folded.text) or _is_credited(line):
        return "caption"
    if (
        patterns.lines_that_are.are(line.bare)
        or patterns.lines_that_begin.begin(begin)
        or patterns.lines_that_contain.occur(begin)
        or not line.bare
    ):
        return "boilerplate"
    if at_the_edge and is_byline(line.folded.text.strip(), line.written):
        return "byline"
    return "dateline" if at_the_edge and is_date_line(line.folded.text) else "body"


def _is_credited(line: _Line) -> bool:
    ends = load_patterns().captions_that_end.end(line.folded.text.rstrip(" ."))
    return ends and line.words <= 2 * LONGEST_CAPTION and not line.stops


def _mark_link_lists(lines: list[_Line]) -> list[_Line]:
    """A heading such as "Most read" and the lines under it, up to the next paragraph, are boilerplate."""
    marked, in_list = [], False
    for line in lines:
        if line.kind != "title" and load_patterns().link_lists.are(line.bare):
            in_list = True
        elif in_list and _is_paragraph(line):
            in_list = False
        marked.append(replace(line, kind="boilerplate") if in_list else line)
    return marked


def _is_paragraph(line: _Line) -> bool:
    return line.words > LONGEST_CAPTION and line.written.rstrip(_CLOSERS)[-1:] in ".…"


# (3) mails


def _mark_quoted(lines: list[_Line]) -> list[_Line]:
    """Quoted letters («> …»), the line that announces one, forwarded headers, and all from the signature on."""
    patterns = load_patterns()
    marked, signed = [], False
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        signed = signed or line.written.strip() == "--"
        announced = following is not None and following.written.startswith(">") and line.stops
        quoted = line.written.startswith(">") or patterns.replies.begin(line.folded.text)
        headed = patterns.mail_headers.begin(line.folded.text) and line.words <= LONGEST_TITLE
        marked.append(replace(line, kind="boilerplate") if signed or announced or quoted or headed else line)
    return marked


# (4) within paragraphs


def _with_heads(lines: Sequence[_Line]) -> Iterator[tuple[_Line, bool]]:
    """The lines, each with whether it is one of the first paragraphs."""
    before = 0
    for line in lines:
        yield line, before < HEAD_PARAGRAPHS
        before += line.kind == "body"


def _split(line: _Line, *, at_the_head: bool) -> Iterator[Region]:
    if line.kind != "body":
        yield line.region()
        return
    opening = find_opening(line.folded, line.written, at_the_head=at_the_head)
    start = opening.end if opening else 0
    end = _tail(line, start)
    if opening:
        yield line.region(0, start, opening.kind)
    if line.written[start:end].strip():
        yield line.region(start, end)
    if end < len(line.written):
        yield line.region(end, None, "boilerplate")


def _tail(line: _Line, start: int) -> int:
    """Where the boilerplate at a paragraph's end begins; the paragraph's length where there is none."""
    tails = load_patterns().tails
    before = max(len(line.written) - LOOKED_AT, 0)
    folded = fold(line.written[before:]) if before else line.folded
    if not tails.occur(folded.text):
        return len(line.written)
    for stop in _SENTENCE_END.finditer(folded.text):
        rest = folded.text[stop.end() :]
        if (tails.begin(rest) or tails.begin(folded.text[stop.start() :])) and rest.count(" ") < LONGEST_TAIL:
            return max(start, before + folded.start(stop.end() if tails.begin(rest) else stop.start()))
    return len(line.written)


# (5) captions by their shape


def _mark_captions(lines: list[_Line]) -> list[_Line]:
    """Short lines between longer ones, up to two in a row."""
    marked = list(lines)
    body = [index for index, line in enumerate(lines) if line.kind == "body"]
    for before, at in pairwise(body):
        if _may_be_caption(lines[before]) or not _may_be_caption(lines[at]):
            continue
        after = _next_long(lines, at)
        if after is not None and _is_shorter(lines[at:after], lines[after]):
            marked[at:after] = [_as_caption(line) for line in lines[at:after]]
    return marked


def _as_caption(line: _Line) -> _Line:
    return replace(line, kind="caption") if line.kind == "body" else line


def _next_long(lines: Sequence[_Line], at: int) -> int | None:
    """The next paragraph after a caption, with at most one more line like it between."""
    for index in range(at + 1, min(at + 3, len(lines))):
        if lines[index].kind == "body" and not _may_be_caption(lines[index]):
            return index
    return None


def _is_shorter(captions: Sequence[_Line], after: _Line) -> bool:
    return len(after.written) >= PARAGRAPH_TO_CAPTION * max(len(line.written) for line in captions)


def _may_be_caption(line: _Line) -> bool:
    if line.kind != "body" or line.words > LONGEST_CAPTION or line.stops or _ITEM.match(line.written):
        return False
    verbs = load_patterns().verbs.phrases
    words = line.bare.split()
    return not any(word in verbs or word.removeprefix("و") in verbs for word in words)


# all together


def _merged(regions: Sequence[Region]) -> Iterator[Region]:
    """Neighbours of one kind as one region; a title stays by itself."""
    current: Region | None = None
    for region in regions:
        if current and current.kind == region.kind != "title":
            current = replace(current, end=region.end)
            continue
        if current:
            yield current
        current = region
    if current:
        yield current
