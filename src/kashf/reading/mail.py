"""Mail: the letter as a report, its attachments as files of their own. Web archives of one page (MHTML) are mails too.

Subject, sender and date are the title, the author and the day; the outlet is the sender's name, or the host, unless
that is one that carries anybody's mail. Letters quoted in the letter are marked as boilerplate when it is cleaned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import Any

from kashf.errors import ReadingError
from kashf.reading.encodings import decode
from kashf.reading.fields import load_names
from kashf.reading.files import Draft, File, Yielded
from kashf.reading.markup import text_of_markup
from kashf.reading.options import ReadingOptions
from kashf.reading.pages import read_page

__all__ = ["read_mail"]

MOST_PARTS = 500
FEWEST_CHARACTERS = 20
"""A plain part with fewer stands for "see the HTML part"."""
_PASSED_OVER = re.compile(r"image/|audio/|video/|text/(?:calendar|x-vcard|vcard|css)|application/(?:pgp|pkcs7|x-pkcs7)")
_UNSAFE = re.compile(r"[\x00-\x1f/\\!]+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a mail that is no container: its kind, label and bytes, and its name where it is an attachment."""

    kind: str
    charset: str | None
    data: bytes
    name: str | None = None


def read_mail(file: File, options: ReadingOptions) -> Iterator[Yielded]:
    """The letter, then its attachments. Raises ReadingError where there is neither."""
    message = message_from_bytes(file.data)
    parts = list(_parts(message, file))
    attachments = [part for part in parts if part.name is not None]
    if file.suffix in (".mht", ".mhtml") or message.get("Snapshot-Content-Location"):
        yield from _read_web_archive(message, parts, file, options)
        return
    letter = _letter(parts, file)
    if letter is None and not attachments:
        raise file.error("is a mail without a text.", "Export it again from the mail program, as .eml.", "empty")
    if letter is not None:
        yield _draft(message, letter, file)
    for part in attachments:
        yield file.inside(part.name or "attachment", part.data)


def _draft(message: Message, letter: Draft, file: File) -> Draft:
    name, address = parseaddr(_header(message, "From", file) or "")
    host = address.rpartition("@")[2].lower()
    return replace(
        letter,
        title=_subject(message, file),
        author=name or address or None,
        outlet=(name or host) if host and host not in load_names().mail_hosts else None,
        published=_header(message, "Date", file),
        mail=True,
    )


def _letter(parts: list[_Part], file: File) -> Draft | None:
    """The letter's text: the plain part, or what the HTML part shows where the plain one is missing or a stub."""
    bodies = [part for part in parts if part.name is None]
    for kind in ("text/plain", "text/html"):
        decoded = [decode(replace(file, data=part.data), _labels(part)) for part in bodies if part.kind == kind]
        text = "\n\n".join(text_of_markup(body.text) if kind == "text/html" else body.text for body in decoded)
        if len(text.strip()) >= FEWEST_CHARACTERS:
            repairs = tuple(dict.fromkeys(repair for body in decoded for repair in body.repairs))
            return Draft(file.location, text, repairs=repairs, wrapped=kind == "text/plain")
    return None


def _labels(part: _Part) -> tuple[str, ...]:
    return (part.charset,) if part.charset else ()


# parts


def _parts(message: Message, file: File) -> Iterator[_Part]:
    """The parts that are no containers, in order; mails within the mail are attachments and not looked into."""
    stack: list[Any] = [message]
    count = 0
    while stack:
        part = stack.pop()
        count += 1
        if count > MOST_PARTS:
            raise file.error(f"has more than {MOST_PARTS} parts.", "Save what matters of it as files.", "too_large")
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            yield _Part("message/rfc822", None, part.get_payload(0).as_bytes(), _name(part, file, count) or "mail.eml")
        elif part.is_multipart():
            stack.extend(reversed(part.get_payload()))
        else:
            yield from _leaf(part, file, count)


def _leaf(part: Message, file: File, number: int) -> Iterator[_Part]:
    kind = part.get_content_type()
    kind = "text/plain" if part.get_content_maintype() == "multipart" else kind  # a container that is none
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or _PASSED_OVER.match(kind):
        return
    is_body = kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment"
    name = _name(part, file, number)
    yield _Part(kind, part.get_content_charset(), data, name if name or is_body else f"attachment-{number}")


def _name(part: Message, file: File, number: int) -> str | None:
    """An attachment's file name, fit to stand in a location."""
    given = part.get_filename()
    if not given:
        return None
    name = _UNSAFE.sub("_", _decoded(given, file)).strip(" .")
    return name or f"attachment-{number}"


# headers


def _header(message: Message, name: str, file: File) -> str | None:
    given = message.get(name)
    return None if given is None else _decoded(given, file).strip() or None


def _subject(message: Message, file: File) -> str | None:
    """The subject without what answering and passing on put before it."""
    subject = _header(message, "Subject", file) or ""
    prefixes = load_names().subject_prefixes
    while prefix := next((prefix for prefix in prefixes if subject.lower().startswith(prefix)), None):
        subject = subject[len(prefix) :].lstrip()
    return subject or None


def _decoded(header: Any, file: File) -> str:
    """A header's text: encoded words decoded, bytes that should not be there as the encoding they are in."""
    try:
        chunks = decode_header(header)
    except (ValueError, LookupError, MessageError):
        return str(header)
    return "".join(_chunk(chunk, label, file) for chunk, label in chunks)


def _chunk(chunk: bytes | str, label: str | None, file: File) -> str:
    if isinstance(chunk, str):
        return chunk.encode("utf-8", errors="replace").decode("utf-8")
    try:
        return decode(replace(file, data=chunk), (label,) if label else ()).text
    except ReadingError:
        return chunk.decode("utf-8", errors="replace")


# web archives


def _read_web_archive(message: Message, parts: list[_Part], file: File, options: ReadingOptions) -> Iterator[Yielded]:
    page = next((part for part in parts if part.kind == "text/html"), None)
    if page is None:
        raise file.error("is a web archive without a page.", "Save the page again, as HTML or PDF.", "empty")
    address = _header(message, "Snapshot-Content-Location", file)
    for item in read_page(replace(file, data=page.data), options):
        yield replace(item, url=item.url or address) if isinstance(item, Draft) else item
