"""Documents: the text of PDF files by pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kashf.reading.files import Draft, File, Yielded
from kashf.reading.options import ReadingOptions
from kashf.reading.paragraphs import Row, find_heading, join_rows, without_furniture
from kashf.reading.visual_order import Glyph, is_right_to_left, join_pieces, read_line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

__all__ = ["read_document"]

FEWEST_CHARACTERS = 20
"""A document with fewer has no text layer worth the name."""
MOST_PAGES = 5000
LAST_CODE_POINT = 0x10FFFF


def read_document(file: File, options: ReadingOptions) -> Iterator[Yielded]:
    """The text of a PDF document. Raises ReadingError where it is broken, locked or has no text."""
    document = _open(file)
    try:
        if len(document) > MOST_PAGES:
            raise file.error(f"has more than {MOST_PAGES:,} pages.", "Split it.", "too_large")
        pages = _pages(document, file, options.limits.characters)
    finally:
        document.close()
    rows = without_furniture(pages)
    text = join_rows(rows)
    if len(text) < FEWEST_CHARACTERS:
        raise file.error(
            f"is a PDF document of {len(pages)} page(s) without text: most likely a scan.",
            "Have its text recognised (OCR) and read the PDF or text that comes of it.",
            "empty",
        )
    yield Draft(file.location, text, title=find_heading(rows), headed=True)


def _open(file: File) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(file.data)
    except PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise file.error("is locked with a password.", "Save it without one.", "encrypted") from error
        raise file.error("is not a whole PDF document.", "Download or export it again.") from error


def _pages(document: PdfDocument, file: File, most: int) -> list[list[Row]]:
    """The rows of each page, until there is more text than a report may have."""
    pages: list[list[Row]] = []
    characters = 0
    for number in range(len(document)):
        pages.append(_rows(document, number, file))
        characters += sum(len(row.text) for row in pages[-1])
        if characters > most:
            break
    return pages


def _rows(document: PdfDocument, number: int, file: File) -> list[Row]:
    from pypdfium2 import PdfiumError

    try:
        page: PdfPage = document[number]
        text_page = page.get_textpage()
    except PdfiumError as error:
        what = f"has a page {number + 1} that cannot be read."
        raise file.error(what, "Download or export it again.") from error
    try:
        return [row for row in _read_rows(text_page) if row.text]
    finally:
        text_page.close()
        page.close()


def _read_rows(page: PdfTextPage) -> Iterator[Row]:
    """The rows of a page. pdfium tells them apart; on pages from right to left they are read by the letters' places."""
    whole = "".join(_character(page, index) for index in range(page.count_chars()))
    backwards = is_right_to_left(whole)
    pieces: list[list[Glyph]] = []
    start = 0
    for line in whole.split("\n"):
        end = start + len(line)
        if backwards:
            pieces.append(list(_glyphs(page, start, end)))
        else:
            yield Row(line.strip(), _size(page, start, end))
        start = end + 1
    for glyphs in join_pieces(pieces):
        yield Row(read_line(glyphs), max(glyph.size for glyph in glyphs))


def _size(page: PdfTextPage, start: int, end: int) -> float:
    """The size of the largest letters of a row, in points."""
    from pypdfium2 import raw

    return max((raw.FPDFText_GetFontSize(page, index) for index in range(start, end)), default=0.0)


def _character(page: PdfTextPage, index: int) -> str:
    """The character at an index; one that no string can hold becomes U+FFFD, so that indexes stay in step."""
    from pypdfium2 import raw

    code = raw.FPDFText_GetUnicode(page, index)
    return chr(code) if 0 < code <= LAST_CODE_POINT and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _glyphs(page: PdfTextPage, start: int, end: int) -> Iterator[Glyph]:
    """The glyphs between two indexes, each as wide as it moves the pen on."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    across, up = ctypes.c_double(), ctypes.c_double()
    for index in range(start, end):
        character = _character(page, index)
        if (
            character.isprintable()
            and raw.FPDFText_GetLooseCharBox(page, index, box)
            and raw.FPDFText_GetCharOrigin(page, index, across, up)
        ):
            yield Glyph(character, box.left, box.right, up.value, raw.FPDFText_GetFontSize(page, index))
