"""An endpoint: a server that speaks the chat-completions protocol, as llama.cpp, vLLM, Ollama and hosted services do.

Reports may hold what must not leave the building. An endpoint is on this machine unless its user says otherwise; no
redirect is followed and no proxy used, so that a report goes to the named host or nowhere.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from kashf.errors import ExtractorError

__all__ = ["KEY_VARIABLE", "Endpoint"]

KEY_VARIABLE = "KASHF_ENDPOINT_KEY"
"""The one place a key is read from. It is sent to the endpoint, and is in no message, file or ledger."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked, and how: `url` up to the version (`http://127.0.0.1:8080/v1`), the `model`'s name there,
    whether reports may leave this machine, the seconds that one answer may take in all, and how often a request that
    failed is repeated.

    Raises ExtractorError where the address is none, or leads out of the machine and nobody allowed that.
    """

    url: str
    model: str
    may_leave: bool = False
    seconds: float = 120.0
    repeats: int = 2
    key: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        parts = self.parts()
        if self.is_local(parts):
            return
        if not self.may_leave:
            raise ExtractorError(
                f"{self.url}: this endpoint is on another machine, and reports would leave this one. "
                "If that is meant, say so with --reports-may-leave."
            )
        if self.key is not None and parts.scheme != "https":
            raise ExtractorError(
                f"{self.url}: a key is sent to another machine over https only; "
                f"name an https address, or unset {KEY_VARIABLE}."
            )

    @staticmethod
    def key_from(environment: Mapping[str, str] = os.environ) -> str | None:
        """The key that the environment holds, if any. Raises ExtractorError for one that no header can carry."""
        key = environment.get(KEY_VARIABLE) or None
        if key is not None and not (key.isascii() and key.isprintable()):
            raise ExtractorError(f"{KEY_VARIABLE} holds characters that no key has; set it anew.")
        return key

    def parts(self) -> SplitResult:
        """The address taken apart. Raises ExtractorError where it is none of http or https."""
        try:
            parts = urlsplit(self.url)
            valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            valid = False
        if not valid or parts.username is not None or not (self.url.isascii() and self.url.isprintable()):
            raise ExtractorError(f"{self.url}: no address of an endpoint; write one such as http://127.0.0.1:8080/v1.")
        return parts

    @staticmethod
    def is_local(parts: SplitResult) -> bool:
        """Whether an address is this machine's own; a name other than localhost is not taken for it."""
        host = parts.hostname or ""
        try:
            return host == "localhost" or ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False
