"""Codes read off a wall and typed on a phone: no two letters of them look alike."""

from __future__ import annotations

import secrets

ALPHABET = "346789ACDEFGHJKMNPQRTWXY"
"""Left out: 0 O · 1 I L · 2 Z · 5 S · 8 is kept and B is not · U V."""
LENGTH = 6


def new_code() -> str:
    """Six signs, one of 24^6 ≈ 191 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str:
    """A code as it may be typed: small letters, spaces and dashes are fine; "" for what is none."""
    code = "".join(text.upper().replace("-", " ").split())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""
