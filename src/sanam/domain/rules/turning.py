"""What became of the dials of a clause: newly turned, turned otherwise, left alone again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sanam.domain.parameters.catalogue import DIALS

Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Turning:
    """A dial that a clause turns or turned: to what `before`, to what `now`; None where it is left alone."""

    name: str
    before: float | None
    now: float | None

    @property
    def stays(self) -> bool:
        """Whether nothing became of it."""
        return self.before == self.now


def turnings(before: Values, now: Values) -> list[Turning]:
    """Every dial of either, in the order of the catalogue; a dial that the catalogue lost since is left out."""
    return [Turning(name, before.get(name), now.get(name)) for name in DIALS if name in before or name in now]
