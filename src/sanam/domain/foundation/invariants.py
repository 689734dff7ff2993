"""What must always hold, as each room says it: a name, and a check that looks.

A room registers its own in `AppConfig.ready()`; `sanam verify all` asks every one, and so does a restore.
A check gives back what it finds, the first thing first, and stops looking when nobody asks for more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

_MOST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that does not hold: where, as an opaque reference, and a sentence in each language."""

    where: str
    th: str
    en: str


Check = Callable[[], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Result:
    """What one check came to: empty `found` means that it holds; at most five things are named."""

    name: str
    th: str
    en: str
    found: tuple[Found, ...]

    @property
    def ok(self) -> bool:
        return not self.found


@dataclass(frozen=True, slots=True)
class _Registered:
    name: str
    th: str
    en: str
    check: Check


_CHECKS: dict[str, _Registered] = {}


def must_hold(name: str, th: str, en: str, check: Check) -> None:
    """Register a check under "room.what"; `th` and `en` say what holds when all is well."""
    _CHECKS[name] = _Registered(name, th, en, check)


def results(*, within: str = "") -> Iterator[Result]:
    """Ask every check in turn, or those whose name begins so."""
    for one in sorted(_CHECKS.values(), key=lambda check: check.name):
        if one.name.startswith(within):
            yield Result(one.name, one.th, one.en, _looked(one))


def _looked(one: _Registered) -> tuple[Found, ...]:
    """What the check finds; one that cannot look at all has found that."""
    try:
        return tuple(islice(one.check(), _MOST))
    except Exception as reason:
        kind = type(reason).__name__
        return (Found(one.name, f"ตรวจไม่ได้ ({kind})", f"This cannot be checked ({kind})."),)


def broken_names() -> list[str]:
    """The names of the checks that do not hold, those about files apart: a moment of the database has none."""
    return [result.name for result in results() if not result.ok and not result.name.startswith("media.")]
