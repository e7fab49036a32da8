"""Finishing: a draft becomes a report, or a problem that says why it cannot.

1. Mend and normalise the text. 2. Put the title first. 3. Tell the language; set others than ours aside. 4. Mark the
regions. 5. Settle the date: the file's own metadata first, then what the reader was told, then guesses: the address, a
dateline, the file's name. 6. Settle the outlet: metadata, address, what the reader was told, the credit in a dateline.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kashf.errors import ReadingError
from kashf.reading.addresses import host_of, is_address
from kashf.reading.cleaning import is_same_line, looks_like_title, mark
from kashf.reading.dates import date_in_address, date_in_name, dates_in, is_credible, parse_date
from kashf.reading.files import Draft, File
from kashf.reading.mojibake import mend
from kashf.reading.normalising import flatten, has_letters, normalise, unwrap
from kashf.reading.openings import credit_in
from kashf.reading.options import ReadingOptions
from kashf.records.report import Region, Report
from kashf.text.languages import LANGUAGES_READ, detect, name_language

__all__ = ["finish"]

LONGEST_TITLE = 500
"""Characters; what is longer was put in a title's place by mistake."""
SURE = 0.5
"""A language detected with less confidence gives way to the one that the metadata tell."""

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Text:
    """The clean text, its first line's title, and what was mended on the way."""

    text: str
    title: str | None
    repairs: tuple[str, ...]


def finish(draft: Draft, file: File, options: ReadingOptions) -> Report:
    """The report that a draft from a file becomes.

    Raises ReadingError where it has no text (`empty`), too much (`too_large`), or is in a language that Kashf does not
    read (`set_aside`).
    """
    if draft.whole is not None:
        return _pass_on(draft, draft.whole, options)
    clean = _clean(draft, options)
    language = options.language or _tell_language(draft, clean.text)
    regions = _regions(draft, clean)
    url = flatten(draft.url or "") or _own_address(file)
    published, notes = _settle_date(draft, file, options, _Told(clean.text, regions, language, url))
    outlet = _settle_outlet(draft, url, options) or _credited(clean.text, regions)
    return Report(
        id=Report.identify(clean.text, url, outlet, published),
        source=draft.location,
        text=clean.text,
        title=clean.title,
        outlet=outlet,
        author=_one_line(draft.author),
        url=url,
        language=language,
        published=published,
        regions=regions,
        repairs=(*draft.repairs, *clean.repairs, *notes),
    )


def _pass_on(draft: Draft, report: Report, options: ReadingOptions) -> Report:
    """A report that was read before, with its text as it was: offsets point into it."""
    if not has_letters(report.text) or _SURROGATES.search(report.text):
        raise _error(draft, "is a record without a sound text.", "Export it again.", "damaged")
    language = options.language or report.language or _tell_language(draft, report.text)
    return replace(report, language=language, regions=report.regions or mark(report.text, report.title))


# text


def _clean(draft: Draft, options: ReadingOptions) -> _Text:
    if len(draft.text) > options.limits.characters:
        raise _error(
            draft,
            f"has {len(draft.text):,} characters of text; more than {options.limits.characters:,} is no single report.",
            "Split it into one file a report, or into JSON Lines.",
            "too_large",
        )
    mended = mend(draft.text)
    normal = normalise(mended.text)
    if not has_letters(normal.text):
        raise _error(
            draft,
            "has no text to read.",
            "Check that the file is complete; a picture of a text needs text recognition (OCR) first.",
            "empty",
        )
    text, title = _with_title(unwrap(normal.text) if draft.wrapped else normal.text, draft)
    return _Text(text, title, (*mended.repairs, *normal.repairs))


def _error(draft: Draft, what: str, remedy: str, kind: str) -> ReadingError:
    return ReadingError(what, source=draft.location, remedy=remedy, kind=kind)


def _with_title(text: str, draft: Draft) -> tuple[str, str | None]:
    """The text with the title as its first line, and that line."""
    first, _, rest = text.partition("\n")
    title = _one_line(draft.title)
    if title is None or len(title) > LONGEST_TITLE:
        return text, first if draft.headed and looks_like_title(first, rest) else None
    if is_same_line(first, title):
        return text, first
    return f"{title}\n{text}", title


def _one_line(value: str | None) -> str | None:
    """A field of metadata without line breaks, entities and what normalising takes out; None where nothing is left."""
    return (flatten(mend(html.unescape(value)).text) or None) if value else None


def _regions(draft: Draft, clean: _Text) -> tuple[Region, ...]:
    regions = mark(clean.text, clean.title, mail=draft.mail)
    spoken = (clean.text[region.start : region.end] for region in regions if region.kind in ("title", "body"))
    if not has_letters(" ".join(spoken)):
        raise _error(
            draft,
            "has no text of its own, only what pages carry beside it (by-lines, links, notices).",
            "Save the article itself, not the page that lists it.",
            "empty",
        )
    return regions


# language


def _tell_language(draft: Draft, text: str) -> str:
    found = detect(text)
    if found.confidence < SURE and draft.language in LANGUAGES_READ:
        return draft.language
    if not found.is_read:
        read = ", ".join(map(name_language, LANGUAGES_READ[:-1]))
        raise _error(
            draft,
            f"is in {found.name} ({found.code}) and was set aside.",
            f"Kashf reads {read} and {name_language(LANGUAGES_READ[-1])}; name the language if it is one of these.",
            "set_aside",
        )
    return found.code


# date and outlet


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of a report when its date is settled."""

    text: str
    regions: Sequence[Region]
    language: str
    url: str | None


def _settle_date(draft: Draft, file: File, options: ReadingOptions, told: _Told) -> tuple[date | None, tuple[str, ...]]:
    """The day of publication, and what of the file's own metadata could not be believed."""
    stated = parse_date(draft.published, told.language)
    if stated is not None and is_credible(stated, options.today):
        return stated, ()
    blank = draft.published is None or not str(draft.published).strip()
    notes = () if blank else (f"the date of publication given, {_quoted(draft.published)}, cannot be right: left out",)
    guesses = (guess for guess in _guess_dates(file, told) if is_credible(guess, options.today))
    return options.published or next(guesses, None), notes


def _quoted(value: object) -> str:
    return f"«{flatten(str(value))[:40]}»"


def _guess_dates(file: File, told: _Told) -> Iterator[date]:
    in_address = date_in_address(told.url)
    if in_address:
        yield in_address
    lines = (told.text[region.start : region.end] for region in told.regions if region.kind == "dateline")
    yield from _dates_in_all(lines, told.language)
    in_name = date_in_name(file.name)
    if in_name:
        yield in_name


def _dates_in_all(texts: Iterable[str], language: str) -> Iterator[date]:
    for text in texts:
        yield from dates_in(text, language)


def _settle_outlet(draft: Draft, url: str | None, options: ReadingOptions) -> str | None:
    return _one_line(draft.outlet) or host_of(url) or options.outlet


def _credited(text: str, regions: Sequence[Region]) -> str | None:
    """The outlet that the first dateline credits."""
    lines = (text[region.start : region.end] for region in regions if region.kind == "dateline")
    return next(filter(None, map(credit_in, lines)), None)


def _own_address(file: File) -> str | None:
    """The web address a file was fetched from."""
    return file.location if is_address(file.location) and "!" not in file.location else None
