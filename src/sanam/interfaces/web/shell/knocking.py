"""Codes guessed at doors: how many wrong ones an address may try. A whole hall may share one address."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.web.shell.request import Request

FOR = 15 * 60
"""Seconds for which wrong codes are remembered."""


def check(request: Request, most: int, kind: str = "knocks") -> None:
    """Raises Refused (429) for an address that tried so many wrong codes lately."""
    if cache.get(_key(request, kind), 0) >= most:
        raise Refused(
            "web.knocked", "ลองรหัสหลายครั้งแล้ว พักสัก 15 นาที", "That was many codes; wait 15 minutes.", status=429
        )


def count(request: Request, kind: str = "knocks") -> None:
    """One wrong code more."""
    cache.add(_key(request, kind), 0, FOR)
    cache.incr(_key(request, kind))


def _key(request: Request, kind: str) -> str:
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_TLS:  # our own proxy writes whom it speaks for, last
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    return f"{kind}:{address}"
