"""Web addresses: what is one, and whose it is."""

from __future__ import annotations

from urllib.parse import urlsplit

__all__ = ["host_of", "is_address"]


def is_address(source: str) -> bool:
    """Whether a source is a web address and no path."""
    return source.lower().startswith(("http://", "https://"))


def host_of(address: str | None) -> str | None:
    """The host of a web address without its `www.`, None where it has none.

    >>> host_of("https://www.example.org/a")
    'example.org'
    """
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return (host.removeprefix("www.") or None) if host else None
