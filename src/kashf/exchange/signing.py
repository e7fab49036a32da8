"""Signing with Ed25519 (RFC 8032): a key of the ledger's own, made when it is first needed."""

from __future__ import annotations

import hashlib
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.errors import ExchangeError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

__all__ = ["Signer", "fingerprint", "is_signed"]

PRIVATE = 0o600


class Signer:
    """Signs with the key of a file. Where there is none the first use makes one, to be read by its owner alone.

    `is_new` tells whether there was none. Every method raises ExchangeError where the file holds no such key, or others
    may read it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_new = not path.exists()

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        return _made(self.path) if self.is_new else _read(self.path)

    def sign(self, content: bytes) -> bytes:
        """The signature: 64 bytes, the same for the same content."""
        return self._key.sign(content)

    def public(self) -> bytes:
        """The public key as PEM, as OpenSSL reads it."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        return self._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def fingerprint(public: bytes) -> str:
    """The SHA-256 of a public key (of its DER form, as `openssl pkey -pubin -outform DER | sha256sum` gives it).

    Raises ExchangeError where the bytes are no Ed25519 key.
    """
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    der = _public(public).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def is_signed(content: bytes, signature: bytes, public: bytes) -> bool:
    """Whether the signature is the key's, on this content. Raises ExchangeError where the key is none."""
    from cryptography.exceptions import InvalidSignature

    try:
        _public(public).verify(signature, content)
    except InvalidSignature:
        return False
    return True


def _made(path: Path) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = Ed25519PrivateKey.generate()
    # Opened with its rights, and only where there is nothing: no moment at which another could read it or had put it.
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE), "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return key


def _read(path: Path) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    if os.name == "posix" and path.stat().st_mode & ~PRIVATE & 0o777:
        raise ExchangeError(f"The signing key {path} is open to others. Close it with: chmod 600 {path}")
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise ExchangeError(
            f"{path} holds no signing key: {error} Put it back, or move it away for a new one."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ExchangeError(f"{path} holds a key of another kind than Ed25519. Move it away for a new one.")
    return key


def _public(pem: bytes) -> Ed25519PublicKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise ExchangeError(f"There is no public key in it that can be read: {error}") from error
    if not isinstance(key, Ed25519PublicKey):
        raise ExchangeError("The public key is of another kind than Ed25519; Kashf signs with Ed25519 alone.")
    return key
