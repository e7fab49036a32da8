"""The reader's side of a page: in which language and which light it is shown, and our words for what is on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from starlette.requests import Request

from kashf.errors import DataError
from kashf.views.tables import LANGUAGES
from kashf.views.words import Direction

__all__ = [
    "LANGUAGE_COOKIE",
    "NAMES",
    "THEMES",
    "THEME_COOKIE",
    "Interface",
    "Messages",
    "Shortcut",
    "interface_of",
    "messages",
    "navigation",
]

NAMES = {"en": "English", "ar": "العربية"}
"""What each language calls itself."""
THEMES = ("auto", "light", "dark")
LANGUAGE_COOKIE, THEME_COOKIE = "kashf-language", "kashf-theme"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Interface:
    """How somebody reads the workbench."""

    language: str = "en"
    theme: str = "auto"

    @property
    def direction(self) -> Direction:
        """Which way its lines run."""
        return "rtl" if self.language == "ar" else "ltr"


@dataclass(frozen=True, slots=True)
class Messages:
    """Our words in one language, file by file: `say("overview.title")` is the entry `title` of `overview.yaml`."""

    language: str
    entries: Mapping[str, Mapping[str, Any]]

    def find(self, path: str) -> str | None:
        """The entry at a path, None where there is none."""
        entry: Any = self.entries
        for key in path.split("."):
            entry = entry.get(key) if isinstance(entry, Mapping) else None
        return entry if isinstance(entry, str) else None

    def say(self, path: str, /, **values: object) -> str:
        """The words at a path with the values put in. Raises DataError where there are none."""
        entry = self.find(path)
        if entry is None:
            raise DataError(f"workbench/messages/{self.language}: there is no entry '{path}'; add it.")
        return entry.format(**values) if values else entry


@cache
def messages(language: str) -> Messages:
    """The catalogue of a language (`en`, `ar`)."""
    folder = files("kashf.workbench") / "messages" / language
    found = (file for file in folder.iterdir() if file.name.endswith(".yaml"))
    return Messages(language, {file.name.removesuffix(".yaml"): _keyed(_content(file)) for file in found})


def _content(file: Traversable) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - a safe loader either way


def _keyed(entry: Any) -> Any:
    """The same with every key a word: `404` is one in a catalogue."""
    return {str(key): _keyed(value) for key, value in entry.items()} if isinstance(entry, dict) else entry


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A page that one can go to from everywhere: `letter` after `g`; its name is the entry `nav.<key>`."""

    key: str
    path: str
    letter: str
    role: str = "reader"


@cache
def navigation() -> tuple[Shortcut, ...]:
    """The pages in the order in which they are listed."""
    return tuple(Shortcut(**entry) for entry in _content(files("kashf.workbench") / "navigation.yaml"))


def interface_of(request: Request, standard: str) -> Interface:
    """What was asked for, by the address before the reader's choice, and that before what the browser prefers."""
    told = (request.query_params.get("language"), request.cookies.get(LANGUAGE_COOKIE), *_preferred(request))
    language = next((one for one in told if one in LANGUAGES), standard)
    theme = request.cookies.get(THEME_COOKIE)
    return Interface(language, theme if theme in THEMES else "auto")


def _preferred(request: Request) -> list[str]:
    listed = request.headers.get("accept-language", "").split(",")
    return [one.partition(";")[0].strip().partition("-")[0].lower() for one in listed]
