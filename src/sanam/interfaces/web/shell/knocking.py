"""Codes guessed at doors: how many wrong ones an address may try. A whole hall may share one address."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

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
    key = _key(request, kind)
    cache.add(key, 0, FOR)
    try:
        cache.incr(key)
    except ValueError:  # a quarter of an hour was over just now
        cache.set(key, 1, FOR)


def _key(request: Request, kind: str) -> str:
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_TLS:  # our own proxy writes whom it speaks for, last
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    return f"{kind}:{_line_of(address)}"


def _line_of(address: str) -> str:
    """One subscriber's line: of the new kind of address each has 2^64, so that guesses would count for nothing."""
    try:
        read = ip_address(address)
    except ValueError:
        return address[:64]
    if not isinstance(read, IPv6Address):
        return str(read)
    return str(read.ipv4_mapped or IPv6Address(int(read) >> 64 << 64))
