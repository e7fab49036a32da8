"""What the product's names are worth on texts in which somebody marked persons, places and organisations.

Two formats are read: words with tags (one a line, a tab, B-PERS or I-LOC or O; an empty line behind a sentence, as the
CoNLL-2003 task and ANERcorp have it), and our own stories (YAML, names in square brackets). A name counts as right
where its kind is right and it begins and ends where the gold's does; what Arabic writes onto a name («والعراق») is no
part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kashf.errors import DataError
from kashf.evaluation.measuring import Extractor
from kashf.evaluation.scores import Layer
from kashf.evaluation.verdict import Verdict
from kashf.records import Mention, Report
from kashf.records.identity import content_id
from kashf.text.languages import detect

__all__ = ["Name", "NamedText", "measure_names", "read_names"]

BLOCK = 25
"""Tagged sentences that are read as one report, where nothing says where one ends: about what a newspaper's has."""
ALL = "all"
_TAGS = {"PERS": "person", "PER": "person", "LOC": "place", "GPE": "place", "ORG": "organisation"}
_KINDS = {
    "person": "person",
    "place": "place",
    "facility": "place",
    "organisation": "organisation",
    "group": "organisation",
}
"""The kinds of a mention, as the tags know them: a field or a crossing is a place, an armed group an organisation."""
_LETTERS = {"p": "person", "l": "place", "f": "facility", "o": "organisation", "g": "group"}
_MARKED = re.compile(r"\[([^\]|]+)\|(\w)\]")
_CLITICS = re.compile(r"[وف]?[بلكس]?(?:ال|ل)?")
_EDGE = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of a text that names a person, a place or an organisation."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text and the names in it. `split` is `dev` or `test` where the file says so."""

    id: str
    language: str
    text: str
    names: tuple[Name, ...]
    split: str = ""


def read_names(path: Path) -> tuple[NamedText, ...]:
    """The texts of a file: stories where it is YAML, else tagged words. Raises DataError, which names file and line."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {error}; give a file in UTF-8.") from error
    texts = _stories(content, path) if path.suffix in (".yaml", ".yml") else _tagged(content, path)
    found = tuple(texts)
    if not found:
        raise DataError(f"{path}: no text in it; expected words with tags or a list of stories.")
    return found


def measure_names(texts: Iterable[NamedText], extract: Extractor) -> Verdict:
    """Precision, recall and F1 of the names an extractor finds, for each kind and for all."""
    layers: dict[str, Layer] = {kind: Layer() for kind in (*dict.fromkeys(_TAGS.values()), ALL)}
    misses: list[str] = []
    for one in texts:
        gold = {_trimmed(one.text, name) for name in one.names}
        found = {_as_gold(one.text, name, gold) for name in _found(one, extract)}
        for kind in layers:
            layers[kind] += _layer(_of(kind, gold), _of(kind, found))
        misses.extend(_lines(one, gold, found))
    plain = {kind: layer.figures() for kind, layer in layers.items()}
    return Verdict(plain, _table(plain), tuple(misses))


# Reading


def _tagged(content: str, path: Path) -> Iterator[NamedText]:
    sentences = list(_sentences(content, path))
    for first in range(0, len(sentences), BLOCK):
        text, names = _joined(sentences[first : first + BLOCK])
        yield NamedText(f"{path.name}:{first + 1}", detect(text).code or "ar", text, tuple(names))


def _sentences(content: str, path: Path) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for number, line in enumerate((*content.splitlines(), ""), 1):
        word, _, tag = line.rstrip().partition("\t")
        if word and not re.fullmatch(r"O|[BI]-\w+", tag):
            raise DataError(f"{path}, line {number}: {line!r} is no word, tab and tag (B-, I- with a kind, or O).")
        if word:
            sentence.append((word, tag))
        elif sentence:
            yield sentence
            sentence = []


def _joined(sentences: Iterable[Sequence[tuple[str, str]]]) -> tuple[str, list[Name]]:
    """The words as a text, sentences on lines of their own, and the tags as names in it."""
    text = ""
    names: list[Name] = []
    for sentence in sentences:
        text += "\n" if text else ""
        going = False
        for word, tag in sentence:
            text += " " if text and text[-1] != "\n" else ""
            start, kind = len(text), tag[2:]
            text += word
            going = _add(names, Name(start, len(text), kind), goes_on=going and tag[0] == "I") if kind else False
    return text, [Name(name.start, name.end, _TAGS[name.kind]) for name in names if name.kind in _TAGS]


def _add(names: list[Name], name: Name, *, goes_on: bool) -> bool:
    if goes_on and names[-1].kind == name.kind:
        names[-1] = Name(names[-1].start, name.end, name.kind)
    else:
        names.append(name)
    return True


def _stories(content: str, path: Path) -> Iterator[NamedText]:
    try:
        stories = yaml.safe_load(content) or []
    except yaml.YAMLError as error:
        raise DataError(f"{path}: {error}; mend the file.") from error
    language = path.name.split(".")[-2] if path.name.count(".") > 1 else "ar"
    for number, story in enumerate(stories, 1):
        yield _story(story, f"{path}, story {number}", language)


def _story(story: Any, where: str, language: str) -> NamedText:
    if not isinstance(story, Mapping) or not isinstance(story.get("text"), str):
        raise DataError(f"{where}: it needs a `text` with names in square brackets: [Rome|l].")
    text, names, last = "", [], 0
    for match in _MARKED.finditer(story["text"]):
        text += story["text"][last : match.start()]
        if match[2] not in _LETTERS:
            raise DataError(f"{where}: {match[0]} has none of the kinds {', '.join(_LETTERS)}.")
        names.append(Name(len(text), len(text) + len(match[1]), _KINDS[_LETTERS[match[2]]]))
        text += match[1]
        last = match.end()
    text += story["text"][last:]
    return NamedText(str(story.get("story", where)), language, text, tuple(names), str(story.get("split", "")))


# Comparing


def _found(one: NamedText, extract: Extractor) -> Iterator[Name]:
    """The names the extractor finds, without those inside longer ones and the nouns that only stand for one."""
    report = Report(content_id("r", one.id, one.text), one.id, one.text, language=one.language)
    named = [m for m in extract(report).mentions if m.kind in _KINDS and not m.pronominal]
    for mention in named:
        if not any(_holds(other, mention) for other in named):
            yield _trimmed(one.text, Name(mention.start, mention.end, _KINDS[mention.kind]))


def _holds(outer: Mention, inner: Mention) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _trimmed(text: str, name: Name) -> Name:
    """A name without the marks at its edges."""
    words = text[name.start : name.end]
    lead = _EDGE.match(words)
    trail = _EDGE.match(words[::-1])
    start, end = name.start + (lead.end() if lead else 0), name.end - (trail.end() if trail else 0)
    return Name(start, end, name.kind) if start < end else name


def _of(kind: str, names: Iterable[Name]) -> Iterator[Name]:
    return (name for name in names if kind in (ALL, name.kind))


def _layer(gold: Iterable[Name], found: Iterable[Name]) -> Layer:
    wanted, given = set(gold), set(found)
    return Layer(len(wanted & given), len(wanted - given), len(given - wanted))


def _as_gold(text: str, name: Name, gold: Iterable[Name]) -> Name:
    """A name as the gold has it, where the two differ in the clitics written onto it alone."""
    for other in gold:
        lead = text[min(name.start, other.start) : max(name.start, other.start)]
        if (name.end, name.kind) == (other.end, other.kind) and _CLITICS.fullmatch(lead):
            return other
    return name


def _lines(one: NamedText, gold: set[Name], found: set[Name]) -> Iterator[str]:
    for sign, names in (("missed", gold - found), ("extra", found - gold)):
        for name in sorted(names, key=lambda name: name.start):
            around = one.text[max(0, name.start - 25) : name.end + 15].replace("\n", " ")
            yield f"{one.id}\t{sign}\t{name.kind}\t{one.text[name.start : name.end]}\t{around}"


def _table(plain: Mapping[str, Mapping[str, float]]) -> str:
    lines = [f"{'names':14}" + "".join(f"{heading:>11}" for heading in ("precision", "recall", "f1", "gold", "found"))]
    for kind, figures in plain.items():
        ratios = "".join(f"{figures[heading]:11.3f}" for heading in ("precision", "recall", "f1"))
        lines.append(f"  {kind:12}{ratios}" + "".join(f"{figures[count]:11.0f}" for count in ("gold", "found")))
    return "\n".join(lines)
