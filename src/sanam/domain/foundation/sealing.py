"""What is locked, and with which key.

Three kinds of keys, none of them in the database: one opens sealed values (national IDs, source rows), one makes
the keyed hashes by which a whole ID can be found again, one signs journal rows not yet under a seal.
The composition root hands them over once; nothing here reads a file or a setting. Of each kind there is the key in
use, and behind it those that were in use before a rotation: they still open and still recognise, and make nothing new.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sanam.domain.foundation.refused import Refused

_NONCE = 12
# before what is sealed: a form, and which key; what was sealed before there were rotations has neither
_FORM, _ID = b"\x01", 4
_HEADER = len(_FORM) + _ID
_rings: dict[str, tuple[bytes, ...]] = {}
Before = Mapping[str, Sequence[str]]


def use_keys(*, field: str, hash: str, journal: str, before: Before | None = None) -> None:
    """Take the installation's keys, each 64 hexadecimal digits; `before` holds older ones by kind, newest first."""
    older = before or {}
    for kind, key in (("field", field), ("hash", hash), ("journal", journal)):
        _rings[kind] = tuple(bytes.fromhex(one) for one in (key, *older.get(kind, ())))
    _cipher.cache_clear()


def encrypt(plain: bytes) -> bytes:
    """Seal bytes with AES-256-GCM (NIST SP 800-38D): form, id of the key, random nonce, then what is sealed."""
    key, nonce = _rings["field"][0], os.urandom(_NONCE)
    header = _FORM + _id(key)
    return header + nonce + _cipher(key).encrypt(nonce, plain, header)


def decrypt(sealed: bytes) -> bytes:
    """Open what `encrypt` sealed, by whichever key; raises Refused when none is right or the bytes were changed."""
    sealed = bytes(sealed)
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
    return bytes(sealed[:_HEADER]) == _FORM + _id(_rings["field"][0])


def keyed_hash(text: str, purpose: str) -> str:
    """HMAC-SHA-256 of a text as 64 hex digits; equal texts of one purpose give equal hashes, nobody else can."""
    return _hashed(_rings["hash"][0], text, purpose)


def keyed_hashes(text: str, purpose: str) -> list[str]:
    """The same by every key that ever made one here, newest first: for hashes whose text was not kept."""
    return [_hashed(key, text, purpose) for key in _rings["hash"]]


def mac(message: bytes, purpose: str) -> str:
    """HMAC-SHA-256 by the journal's key, 64 hex digits."""
    return _signed(_rings["journal"][0], message, purpose)


def age_of_mac(signature: str, message: bytes, purpose: str) -> int | None:
    """How many rotations ago the key was in use that made this signature: 0 the one in use; None: nobody's."""
    made = (_signed(key, message, purpose) for key in _rings["journal"])
    return next((age for age, one in enumerate(made) if hmac.compare_digest(one, signature)), None)


def _candidates(sealed: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Keys to try, with the header they would have written; an old nonce may look like a header by chance."""
    header = sealed[:_HEADER]
    yield from ((key, header) for key in _rings["field"] if header == _FORM + _id(key))
    yield from ((key, b"") for key in _rings["field"])


def _id(key: bytes) -> bytes:
    return hashlib.sha256(b"sanam.key\x00" + key).digest()[:_ID]


def _hashed(key: bytes, text: str, purpose: str) -> str:
    return hmac.new(key, f"{purpose}\x00{text}".encode(), hashlib.sha256).hexdigest()


def _signed(key: bytes, message: bytes, purpose: str) -> str:
    return hmac.new(key, purpose.encode() + b"\x00" + message, hashlib.sha256).hexdigest()


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
