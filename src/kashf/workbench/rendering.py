"""Pages from templates: what every page has around it, and the parts that several share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from kashf.views.texts import direction_of, is_disguised, isolated, running, shortened, shown
from kashf.views.words import words
from kashf.workbench.days import PATTERN
from kashf.workbench.interface import NAMES, THEMES, messages, navigation
from kashf.workbench.who import Visitor, csrf_of, visitor_of

__all__ = ["address", "compile_templates", "page"]

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\ufff9-\ufffb\ufeff\ud800-\udfff]")
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def page(request: Request, template: str, /, visitor: Visitor | None = None, **values: object) -> HTMLResponse:
    """A page, or with `fragment` in its name a part of one, in the language of who asks."""
    interface = request.state.interface
    catalogue, spoken = messages(interface.language), words(interface.language)
    around = {
        "interface": interface,
        "visitor": visitor or visitor_of(request),
        "csrf": csrf_of(request.state.token or ""),
        "here": address(request.url.path, {key: request.query_params.getlist(key) for key in request.query_params}),
        "origin": str(request.base_url).rstrip("/"),
        "path": request.url.path,
        "navigation": navigation(),
        "languages": NAMES,
        "themes": THEMES,
    }
    shown = _environment().get_template(template).render(**around, say=catalogue.say, words=spoken, **values)
    return HTMLResponse(shown)


def address(path: str, query: Mapping[str, object]) -> str:
    """An address within the workbench; what is None is left out of the query, each of several values is told."""
    told = urlencode({key: value for key, value in query.items() if value is not None}, doseq=True)
    return f"{path}?{told}" if told else path


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kashf.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(static=_static, address=address, day_pattern=PATTERN)
    environment.filters.update(
        tag=_language_tag,
        is_disguised=is_disguised,
        isolated=isolated,
        shortened=shortened,
        shown=shown,
        running=running,
        unnumbered=_unnumbered,
        direction=lambda text: direction_of(text) or "auto",
        iso=lambda day: day.isoformat(),
        day=lambda number: date.fromordinal(number) if number else None,
    )
    return environment


def compile_templates() -> None:
    """Make every template ready, which the first who asks for one would wait for."""
    for name in _environment().list_templates():
        _environment().get_template(name)


def _harmless(value: object) -> object:
    """What is put into a page, without characters that hide or reorder what stands around them. Isolates stay: they are
    how we keep names apart."""
    return _UNSAFE.sub("", value) if type(value) is str else value


@cache
def _static(path: str) -> str:
    """The address of a file of ours, which changes with what is in it: browsers may keep it for good."""
    content = files("kashf.workbench").joinpath(f"static/{path}").read_bytes()
    return f"/static/{path}?v={hashlib.blake2b(content, digest_size=6).hexdigest()}"


def _unnumbered(counted: str) -> str:
    """A counted noun without its number, where that stands beside it: `origins` of `2 origins`."""
    return _NUMBER.sub("", counted).strip()


def _language_tag(language: str | None) -> str | None:
    """A language code that may stand in a `lang` attribute; None for anything else."""
    return language if language and _LANGUAGE_TAG.fullmatch(language) else None
