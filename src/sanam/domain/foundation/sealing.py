"""What is locked, and with which key.

Three kinds of keys, none of them in the database: one opens sealed values (national IDs, source rows), one makes
the keyed hashes by which a whole ID can be found again, one signs journal rows not yet under a seal.
The composition root hands them over once; nothing here reads a file or a setting. Of each kind there is the key in
use, and behind it those that were in use before a rotation: they still open and still recognise, and make nothing new.
A process that was running when the keys were turned notices within a second (`watch`).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sanam.domain.foundation.refused import Refused

_NONCE = 12
# before what is sealed: a form, and which key; what was sealed before there were rotations has neither
_FORM, _ID = b"\x01", 4
_HEADER = len(_FORM) + _ID
_LOOK_EVERY = 1.0
Before = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and the number of the last journal entry it may have signed; None: no end is known."""

    secret: bytes
    upto: int | None = None

    @classmethod
    def read(cls, text: str) -> Key:
        """64 hexadecimal digits, and after an @ the last entry signed with it."""
        secret, _, upto = text.partition("@")
        return cls(bytes.fromhex(secret), int(upto) if upto else None)


_rings: dict[str, tuple[Key, ...]] = {}
_watching: dict[str, Callable[[], None]] = {}
_looked = {"at": 0.0}


def use_keys(*, field: str, hash: str, journal: str, before: Before | None = None) -> None:
    """Take the installation's keys, each 64 hexadecimal digits; `before` holds older ones by kind, newest first."""
    older = before or {}
    for kind, key in (("field", field), ("hash", hash), ("journal", journal)):
        _rings[kind] = tuple(Key.read(one) for one in (key, *older.get(kind, ())))


def watch(look: Callable[[], None]) -> None:
    """Call this, at most once a second, before anything is made with a key: it hands over keys that were turned."""
    _watching["keys"] = look


def key_id(kind: str) -> str:
    """A short name of the key in use, which tells nothing of the key: 8 hexadecimal digits."""
    return _id(_ring(kind)[0].secret).hex()


def key_ids(kind: str) -> list[str]:
    """The names of all keys of a kind, the one in use first."""
    return [_id(key.secret).hex() for key in _ring(kind)]


def encrypt(plain: bytes) -> bytes:
    """Seal bytes with AES-256-GCM (NIST SP 800-38D): form, id of the key, random nonce, then what is sealed."""
    secret, nonce = _ring("field")[0].secret, os.urandom(_NONCE)
    header = _FORM + _id(secret)
    return header + nonce + _cipher(secret).encrypt(nonce, plain, header)


def decrypt(sealed: bytes) -> bytes:
    """Open what `encrypt` sealed, by whichever key; raises Refused when none is right or the bytes were changed."""
    sealed = bytes(sealed)
    _ring("field")
    for key, header in _candidates(sealed):
        nonce, rest = sealed[len(header) : len(header) + _NONCE], sealed[len(header) + _NONCE :]
        try:
            return _cipher(key).decrypt(nonce, rest, header or None)
        except (InvalidTag, ValueError):
            continue
    raise Refused(
        "sealing.wrong_key",
        "เปิดข้อมูลที่ปิดผนึกไว้ไม่ได้ กุญแจของระบบนี้ไม่ตรงกับตอนที่ปิด",
        "Sealed data cannot be opened: this installation's key is not the one it was sealed with.",
        status=500,
    )


def is_current(sealed: bytes) -> bool:
    """Whether this was sealed in today's form with the key in use."""
    return bytes(sealed[:_HEADER]) == _FORM + _id(_ring("field")[0].secret)


def keyed_hash(text: str, purpose: str) -> str:
    """HMAC-SHA-256 of a text as 64 hex digits; equal texts of one purpose give equal hashes, nobody else can."""
    return _hashed(_ring("hash")[0].secret, text, purpose)


def keyed_hashes(text: str, purpose: str) -> list[str]:
    """The same by every key that ever made one here, newest first: for hashes whose text was not kept."""
    return [_hashed(key.secret, text, purpose) for key in _ring("hash")]


def mac(message: bytes, purpose: str) -> str:
    """HMAC-SHA-256 by the journal's key, 64 hex digits."""
    return _signed(_ring("journal")[0].secret, message, purpose)


def is_mac(signature: str, message: bytes, purpose: str, number: int) -> bool:
    """Whether one of our keys made this signature; one turned away since counts only up to the last entry of its time.

    So whoever got hold of an old key can sign nothing new with it.
    """
    keys = (key for key in _rings["journal"] if key.upto is None or number <= key.upto)
    return any(_signed(key.secret, message, purpose) == signature for key in keys)


def _candidates(sealed: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Keys to try, with the header they would have written; an old nonce may look like a header by chance."""
    header = sealed[:_HEADER]
    keys = [key.secret for key in _rings["field"]]
    yield from ((key, header) for key in keys if header == _FORM + _id(key))
    yield from ((key, b"") for key in keys)


def _ring(kind: str) -> tuple[Key, ...]:
    """The keys of a kind as they stand now."""
    now = time.monotonic()
    if _watching and now - _looked["at"] >= _LOOK_EVERY:
        _looked["at"] = now
        _watching["keys"]()
    return _rings[kind]


def fingerprints() -> dict[str, list[str]]:
    """What each key can be recognised by, 16 hex digits, by kind and the one in use first; tells nothing of the key."""
    return {
        kind: [hashlib.sha256(f"sanam key {kind}\x00".encode() + key.secret).hexdigest()[:16] for key in _ring(kind)]
        for kind in sorted(_rings)
    }


@cache
def _id(key: bytes) -> bytes:
    return hashlib.sha256(b"sanam.key\x00" + key).digest()[:_ID]


def _hashed(key: bytes, text: str, purpose: str) -> str:
    return hmac.new(key, f"{purpose}\x00{text}".encode(), hashlib.sha256).hexdigest()


def _signed(key: bytes, message: bytes, purpose: str) -> str:
    return hmac.new(key, purpose.encode() + b"\x00" + message, hashlib.sha256).hexdigest()


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
