"""Who acts when a version is agreed or ends: what comes afterwards registers itself here, in its `ready()`.

adopting.when_adopted(turn_its_dials)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sanam.domain.foundation.actor import Actor
    from sanam.domain.rules.models import RuleVersion


class Follower(Protocol):
    """What is done inside the deed's own transaction; `by` is who closed the round, or the installation."""

    def __call__(self, *, by: Actor, version: RuleVersion) -> object: ...


_adopted: list[Follower] = []
_ended: list[Follower] = []


def when_adopted(follower: Follower) -> None:
    """Do this whenever a version is adopted, for good or for now; the same one twice is one."""
    if follower not in _adopted:
        _adopted.append(follower)


def when_ended(follower: Follower) -> None:
    """Do this whenever the time of a version adopted for now has run out; the same one twice is one."""
    if follower not in _ended:
        _ended.append(follower)


def tell_adopted(*, by: Actor, version: RuleVersion) -> None:
    """A version was written."""
    for follower in _adopted:
        follower(by=by, version=version)


def tell_ended(*, by: Actor, version: RuleVersion) -> None:
    """A version adopted for now has ended."""
    for follower in _ended:
        follower(by=by, version=version)
