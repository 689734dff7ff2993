"""Who may see: each room that owns pictures or papers says so here, in its AppConfig.ready()."""

from __future__ import annotations

import re
from collections.abc import Callable

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused

MaySee = Callable[[Actor, str], bool]

_OWNER = re.compile(r"[a-z_]+:[\w.-]+", re.ASCII)
_SHOWN: dict[str, MaySee] = {}


def show(prefix: str, may_see: MaySee) -> None:
    """Let `may_see(actor, "prefix:<id>")` answer for every owner of this prefix; one room answers for one prefix."""
    if _SHOWN.setdefault(prefix, may_see) is not may_see:
        raise ValueError(f"another room already answers for {prefix!r}")


def sees(actor: Actor, owner: str) -> bool:
    """Whether this actor may see what the owner keeps; of an owner nobody answers for, nothing."""
    may_see = _SHOWN.get(owner.partition(":")[0])
    try:
        return may_see is not None and may_see(actor, owner)
    except Refused:  # a room may answer by refusing; its own sentence would tell that there is something
        return False


def check_is_owner(owner: str) -> None:
    """Raises ValueError for what is no reference of the form "prefix:<id>": a slip of whoever wrote the call."""
    if not _OWNER.fullmatch(owner) or len(owner) > 80:
        raise ValueError(f"an owner is written prefix:<id>, not {owner!r}")
