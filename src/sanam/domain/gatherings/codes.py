"""Codes read off a wall, read aloud and typed on a phone: no two letters of them look alike."""

from __future__ import annotations

import secrets

from sanam.domain.foundation.thai.digits import to_arabic

ALPHABET = "346789ACDEFGHJKMNPQRTWXY"
"""Left out: 0 O · 1 I L · 2 Z · 5 S · 8 is kept and B is not · U V."""
LENGTH = 6
_FORGIVEN = {**dict.fromkeys(map(ord, "-–—.·"), None), ord("B"): "8"}
"""What stands between the signs, and the one letter that can only mean another sign."""


def new_code() -> str:
    """Six signs, one of 24^6 ≈ 191 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str:
    """A code as it may be typed: small letters, Thai figures, spaces and dashes are fine; "" for what is none."""
    code = "".join(to_arabic(text).upper().translate(_FORGIVEN).split())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def spoken(code: str) -> str:
    """A code in two groups of three, as it is read aloud: "X43 FAR". Whoever types the gap is understood."""
    return f"{code[:3]}\u00a0{code[3:]}" if len(code) == LENGTH else code
