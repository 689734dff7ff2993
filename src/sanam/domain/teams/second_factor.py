"""The second factor: a secret shared with a phone, and the six digits both make of it and the time (RFC 6238)."""

from __future__ import annotations

import hmac
import secrets
from base64 import b32encode
from datetime import datetime
from urllib.parse import quote, urlencode

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from sanam.domain.foundation import sealing
from sanam.domain.foundation.actor import Mandate, Reach
from sanam.domain.teams.words import Can

DIGITS, STEP = 6, 30
"""What every authenticator understands: six digits, new every thirty seconds."""
CODES = 10
_SECRET = 20
_LATE = 1
"""How many steps a clock may be off, either way."""
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Letters of recovery codes: none that is taken for another when written by hand."""
_DISTRICT = 4


def new_secret() -> bytes:
    """A secret as long as RFC 4226 asks for, 160 bits."""
    return secrets.token_bytes(_SECRET)


def step_of(secret: bytes, code: str, now: datetime) -> int | None:
    """The time step whose code this is, now or a step beside; None where it is none of them."""
    # SHA-1 is what authenticators speak; as a MAC it still holds
    made = TOTP(secret, DIGITS, SHA1(), STEP, enforce_key_length=False)  # noqa: S303
    here = int(now.timestamp()) // STEP
    near = (here, *(here + off for late in range(1, _LATE + 1) for off in (-late, late)))
    return next((step for step in near if hmac.compare_digest(made.generate(step * STEP), code.encode())), None)


def key_text(secret: bytes) -> str:
    """The secret as a person types it into an authenticator: groups of four letters."""
    text = b32encode(secret).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address(secret: bytes, username: str, issuer: str) -> str:
    """The otpauth address that a QR code carries."""
    said = {"secret": b32encode(secret).decode(), "issuer": issuer}
    return f"otpauth://totp/{quote(f'{issuer}:{username}')}?{urlencode(said, quote_via=quote)}"


def new_codes() -> list[str]:
    """Recovery codes for a day without the phone, each to be used once: about 49 bits."""
    return ["-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(2)) for _ in range(CODES)]


def lookups_of(code: str) -> list[str]:
    """The keyed hashes by which a recovery code is known again, however it was typed: the key in use first."""
    return sealing.keyed_hashes("".join(letter for letter in code.lower() if letter in _LETTERS), "teams.recovery")


def is_wide(mandate: Mandate) -> bool:
    """Whether a mandate sees a whole district or more: whose account should need more than a password."""
    wide = any(len(area) <= _DISTRICT for area in mandate.areas)
    return wide and mandate.reach == Reach.AREA and Can.SEE_PEOPLE in mandate.capabilities
