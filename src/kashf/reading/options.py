"""What the reader may be told, and how much it takes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

__all__ = ["DEFAULT_LIMITS", "Limits", "ReadingOptions"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a source is refused. The defaults are many times what news material needs.

    `file_bytes`: a file, page, attachment or archive member. `characters`: one report's text. `members`: files in an
    archive, nested ones included. `expansion`: how many times its packed size an archive may unpack to (text packs
    3 to 20 times; bombs a thousand and more). `unpacked_bytes`: all that comes out of one archive. `depth`: archives
    and mails within one another. `fetch_seconds`: one web address, redirects included. `redirects`: per address.
    """

    file_bytes: int = 50 * MEGABYTE
    characters: int = 2_000_000
    members: int = 10_000
    expansion: int = 200
    unpacked_bytes: int = 1000 * MEGABYTE
    depth: int = 3
    fetch_seconds: float = 30.0
    redirects: int = 5


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What is said from outside about the material, and what may be done to get it.

    `published` and `outlet` fill in where the material itself does not say; `published` also wins over what is guessed
    from datelines, addresses and file names. `language` is taken for the language of everything read, without
    looking. `today` bounds dates of publication: later than the day after it is no date; None trusts them all.
    `allow_private` lets web addresses lead into this machine's own network.
    """

    published: date | None = None
    outlet: str | None = None
    language: str | None = None
    today: date | None = None
    allow_private: bool = False
    limits: Limits = field(default=DEFAULT_LIMITS)
