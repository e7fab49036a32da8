"""Lists in XML, read entry by entry and safely: no entity is expanded, no other file or address is looked at.

A file that breaks off or breaks the rules of XML gives the entries that are whole: reading goes on at the next one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kashf.errors import ReadingError
from kashf.reading.encodings import decode
from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.watchlists.entries import of_place
from kashf.watchlists.spelling import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
else:
    Element = Any

__all__ = ["Element", "details_of", "entries", "local_name", "root_of", "texts", "values"]

MOST_BREAKS = 1_000
"""Broken places after which the rest of a file is given up."""
_DECLARES_ENTITIES = re.compile(rb"<!ENTITY", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_ITS_ENCODING = re.compile(r"encoding|not proper|invalid bytes|input conversion|unsupported", re.I)
PROLOGUE = 65_536
"""Bytes within which a document type declaration must begin."""


def local_name(element: Element) -> str:
    """The name of an element without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def root_of(file: File) -> tuple[str, Mapping[str, str]]:
    """The local name and the attributes of the outermost element; an empty name where the file is no XML."""
    from lxml import etree

    _refuse_entities(file)
    try:
        for _, element in _events(file.data, ("start",), None):
            return local_name(element), {str(name): str(value) for name, value in element.attrib.items()}
    except etree.XMLSyntaxError:
        return _root_by_eye(file)
    return "", {}


def _root_by_eye(file: File) -> tuple[str, Mapping[str, str]]:
    """The same where the file breaks before its first element has ended: by its letters."""
    found = re.search(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)", file.data[:PROLOGUE])
    return (found[1].decode("ascii", "replace"), {}) if found else ("", {})


def _refuse_entities(file: File) -> None:
    if _DECLARES_ENTITIES.search(file.data[:PROLOGUE].replace(b"\x00", b"")):
        raise file.error(
            "declares entities of its own, which no official list does, and which can fill a machine's memory.",
            "Take the list from its publisher again.",
            "refused",
        )


def _events(data: bytes, kinds: Collection[str], names: Collection[str] | None) -> Iterator[tuple[str, Element]]:
    from lxml import etree

    tags = [f"{{*}}{name}" for name in names] if names else None
    yield from etree.iterparse(
        io.BytesIO(data), events=tuple(kinds), tag=tags, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip


def entries(file: File, names: Collection[str], problems: list[Problem]) -> Iterator[tuple[Element, int]]:
    """Each whole element of these local names with the line it begins on; what is broken is added to the problems.

    An element is emptied after use. Raises ReadingError where the file declares entities.
    """
    from lxml import etree

    _refuse_entities(file)
    data, skipped = file.data, 0
    for _ in range(MOST_BREAKS):
        try:
            for _, element in _events(data, ("end",), names):
                yield element, (element.sourceline or 0) + skipped
                _forget(element)
        except etree.XMLSyntaxError as error:
            line, column = error.position
            problems.append(_broken(file, line + skipped, error))
            mended = _as_unicode(file, error) if data is file.data else None
            rest = (mended, 0) if mended else _after(data, line, column, names)
            if rest is None:
                return
            data, skipped = rest[0], skipped + rest[1]
        else:
            return


def _forget(element: Element) -> None:
    """Free an element, and those before it, so that a list of any length takes little memory."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _broken(file: File, line: int, error: Exception) -> Problem:
    said = str(error).partition(", line")[0].strip().rstrip(".")
    remedy = "The entry is left out and those that are whole are kept. Take the file from its publisher again."
    return of_place(file.location, f"line {line}", f"is not sound XML: {said}.", remedy)


def _as_unicode(file: File, error: Exception) -> bytes | None:
    """The file anew where its bytes are in another encoding than it says; None where that is not what is wrong."""
    if not _NOT_ITS_ENCODING.search(str(error)):
        return None
    try:
        text = decode(file).text
    except ReadingError:
        return None
    return _DECLARATION.sub("", text).encode("utf-8", errors="replace")


def _after(data: bytes, line: int, column: int, names: Collection[str]) -> tuple[bytes, int] | None:
    """What follows the next beginning of an entry after a broken place, and how many lines lie before it."""
    lines = data.split(b"\n", max(line - 1, 0))
    at = len(data) - len(lines[-1]) + max(column - 1, 0) if len(lines) == line else len(data)
    begins = re.compile(rb"<(?:[\w.-]+:)?(?:" + b"|".join(name.encode() for name in names) + rb")[\s>/]")
    found = begins.search(data, min(at, len(data)))
    root = re.search(rb"<(?![?!])[^>]*>", data[:PROLOGUE])
    if found is None or root is None:
        return None
    before = data[: found.start()].count(b"\n") - root[0].count(b"\n")
    return root[0] + data[found.start() :], before


def texts(element: Element, path: str) -> Iterator[str]:
    """The cleaned texts at a path of local names below an element; `@name` at its end is an attribute.

    Several names with `|` between them at its end are joined, the first of them first: `12 (passport, Iraq)`.
    """
    *steps, last = path.split("/")
    places: Iterable[Element] = (element,)
    for step in steps:
        places = [child for place in places for child in place.iterfind(f"{{*}}{step}")]
    names = last.split("|")
    for place in places:
        if len(names) > 1:
            yield _joined([" ".join(_value(place, name)) for name in names])
        else:
            yield from _value(place, last)


def _value(place: Element, name: str) -> list[str]:
    if name.startswith("@"):
        return [clean(place.get(name[1:]))]
    return [clean("".join(child.itertext())) for child in place.iterfind(f"{{*}}{name}")]


def _joined(parts: list[str]) -> str:
    first, *rest = parts
    further = ", ".join(filter(None, rest))
    return f"{first} ({further})" if first and further else first or further


def values(element: Element, path: str) -> list[str]:
    """The texts at a path that are not empty."""
    return [text for text in texts(element, path) if text]


def details_of(element: Element, paths: Mapping[str, Iterable[str]], say: Callable[..., None]) -> None:
    """Tell every detail of an entry that the table of paths leads to."""
    for detail, several in paths.items():
        for path in several:
            say(detail, *values(element, path))
