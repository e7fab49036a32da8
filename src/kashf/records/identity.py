"""Ids are hashes of what identifies a thing, so that reading twice changes nothing."""

from __future__ import annotations

import hashlib

__all__ = ["content_id"]

DIGEST_BYTES = 8
"""64 bits: a collision among a million things of one kind has a chance of about 1 in 37 million."""


def content_id(prefix: str, *parts: object) -> str:
    """The id of a thing: its kind's letter, and a BLAKE2 hash of the parts that make it what it is.

    Parts are separated by a character no text of ours contains, so that ("ab", "c") and ("a", "bc") differ;
    None and the empty string are told apart.

    >>> content_id("r", "a.txt", None)
    'r-8df548995d020757'
    """
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    digest = hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).hexdigest()
    return f"{prefix}-{digest}"
