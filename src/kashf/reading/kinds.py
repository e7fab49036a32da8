"""Kinds of files: which reader a file goes to, or what it is that no reader is there for."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from kashf.reading.files import File
from kashf.reading.tables import load_table

__all__ = ["Kind", "Unread", "is_hidden", "kind_of"]

Kind = Literal["plain", "articles", "page", "document", "mail", "zip", "tar", "packed"]

PDF_HEADER_WITHIN = 1024
"""Bytes: PDF readers accept the header this far into the file (ISO 32000-1, note on implementations)."""
TAR_MAGIC = slice(257, 262)
LONGEST_WORD_MAGIC = 4
"""First bytes that are so few letters (BZh, RIFF) may also begin a text."""
LOOKED_AT = 4096
FEWEST_MAIL_HEADERS = 2

_OFFICE_MEMBERS = {b"word/": "word", b"xl/": "sheet", b"ppt/": "slides", b"mimetypeapplication/": "word"}
_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|article|p)\b",
    re.I | re.S,
)
_DATA = re.compile(rb"^\s*<(?:\?xml|rss|feed|rdf)\b", re.I)
_ARTICLES = re.compile(rb"^\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\]))")
_MAIL = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|x-[\w-]+):[ \t]",
    re.I | re.M,
)
_HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Unread:
    """A format that no reader is there for: what it is, and what to do about it, in words."""

    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class _Table:
    by_ending: Mapping[str, Kind | Unread]
    by_magic: Mapping[bytes, Kind | Unread]
    unread: Mapping[str, Unread]


@cache
def _table() -> _Table:
    data: dict[str, dict[str, Any]] = load_table("kinds")
    unread = {name: Unread(entry["what"], entry["remedy"]) for name, entry in data["unread"].items()}
    endings: dict[str, Kind | Unread] = {}
    for kind, listed in data["readers"].items():
        endings.update(dict.fromkeys(listed.split(), cast(Kind, kind)))
    for name, entry in data["unread"].items():
        endings.update(dict.fromkeys(entry["endings"].split(), unread[name]))
    magic = {bytes.fromhex(digits): unread.get(name) or cast(Kind, name) for digits, name in data["magic"].items()}
    return _Table(endings, magic, unread)


def kind_of(file: File) -> Kind | Unread:
    """What a file is. First bytes that cannot be mistaken come before the name; its look decides where neither does."""
    head = file.data[:LOOKED_AT]
    by_magic = _by_magic(head)
    if by_magic == "zip":
        return _by_members(file) or "zip"
    if by_magic is not None:
        return by_magic
    by_ending = _table().by_ending.get(file.suffix)
    if by_ending in (None, "plain", "packed", "zip", "document"):
        return _by_look(head) or ("plain" if by_ending is None else by_ending)
    return by_ending or "plain"


def _by_magic(head: bytes) -> Kind | Unread | None:
    for magic, found in _table().by_magic.items():
        if head.startswith(magic) and not (len(magic) <= LONGEST_WORD_MAGIC and _is_text(magic) and _is_text(head)):
            return found
    if b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return "document"
    return "tar" if head[TAR_MAGIC] == b"ustar" else None


def _is_text(head: bytes) -> bool:
    return b"\x00" not in head and bool(head[:-3].decode("utf-8", errors="ignore").encode() == head[:-3])


def _by_members(file: File) -> Unread | None:
    """Office files and e-books are zip archives with members of known names."""
    by_ending = _table().by_ending.get(file.suffix)
    if isinstance(by_ending, Unread):
        return by_ending
    found = (name for member, name in _OFFICE_MEMBERS.items() if file.data[30 : 30 + len(member)] == member)
    is_office = b"[Content_Types].xml" in file.data[:LOOKED_AT]
    name = next(found, "word" if is_office else None)
    return _table().unread[name] if name else None


def _by_look(head: bytes) -> Kind | Unread | None:
    text = _as_utf8(head)
    if _PAGE.match(text):
        return "page"
    if _ARTICLES.match(text):
        return "articles"
    if _DATA.match(text):
        return _table().unread["settings"]
    headers = text.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    found = sum(1 for _ in _MAIL.finditer(headers))
    return "mail" if found >= FEWEST_MAIL_HEADERS and _MAIL.match(text) else None


def _as_utf8(head: bytes) -> bytes:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="ignore").encode("utf-8", errors="ignore")
    return head.removeprefix(codecs.BOM_UTF8)


def is_hidden(parts: Iterable[str]) -> bool:
    """Whether a path's parts name something that programs keep for themselves (.git, .DS_Store, __MACOSX)."""
    return any(part in _HIDDEN or (part.startswith(".") and part not in (".", "..")) for part in parts)
