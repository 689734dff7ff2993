"""What waits at a seat, for tests: the lines of a room, by their kind."""

from __future__ import annotations

from collections.abc import Iterable

from sanam.domain.teams.lines import Lines, read


def ids(asked: Iterable[Lines], *kinds: str) -> list[str]:
    """The ids of the lines of these kinds, the soonest first; of all of them where none is named."""
    return [one.id for one in read(asked) if not kinds or one.kind in kinds]
