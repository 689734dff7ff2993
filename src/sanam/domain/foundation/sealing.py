"""What is locked, and with which key.

Three keys, none of them in the database: one opens sealed values (national IDs, source rows), one makes
the keyed hashes by which a whole ID can be found again, one signs journal rows not yet under a seal.
The composition root hands them over once; nothing here reads a file or a setting.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sanam.domain.foundation.refused import Refused

_NONCE = 12
_keys: dict[str, bytes] = {}


def use_keys(*, field: str, hash: str, journal: str) -> None:
    """Take the installation's keys: each 64 hexadecimal digits (32 bytes)."""
    _keys.update(field=bytes.fromhex(field), hash=bytes.fromhex(hash), journal=bytes.fromhex(journal))
    _cipher.cache_clear()


def encrypt(plain: bytes) -> bytes:
    """Seal bytes with AES-256-GCM (NIST SP 800-38D); the random nonce leads the result."""
    nonce = os.urandom(_NONCE)
    return nonce + _cipher().encrypt(nonce, plain, None)


def decrypt(sealed: bytes) -> bytes:
    """Open what `encrypt` sealed; raises Refused when the key is another one or the bytes were changed."""
    sealed = bytes(sealed)
    try:
        return _cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
    except (InvalidTag, ValueError):
        raise Refused(
            "sealing.wrong_key",
            "เปิดข้อมูลที่ปิดผนึกไว้ไม่ได้ กุญแจของระบบนี้ไม่ตรงกับตอนที่ปิด",
            "Sealed data cannot be opened: this installation's key is not the one it was sealed with.",
            status=500,
        ) from None


def keyed_hash(text: str, purpose: str) -> str:
    """HMAC-SHA-256 of a text as 64 hex digits; equal texts of one purpose give equal hashes, nobody else can."""
    return hmac.new(_keys["hash"], f"{purpose}\x00{text}".encode(), hashlib.sha256).hexdigest()


def mac(message: bytes, purpose: str) -> str:
    """HMAC-SHA-256 by the journal's key, 64 hex digits."""
    return hmac.new(_keys["journal"], purpose.encode() + b"\x00" + message, hashlib.sha256).hexdigest()


def fingerprints() -> dict[str, str]:
    """What each key can be recognised by, 16 hex digits; says nothing of a random key itself."""
    return {
        name: hashlib.sha256(f"sanam key {name}\x00".encode() + key).hexdigest()[:16]
        for name, key in sorted(_keys.items())
    }


@cache
def _cipher() -> AESGCM:
    return AESGCM(_keys["field"])
