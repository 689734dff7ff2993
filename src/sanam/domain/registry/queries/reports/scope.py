"""How much of a report a seat may read: the very people, or only sums with small numbers closed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.models import Person
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.withheld import STATISTICS
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Scope:
    """`exact`: the seat sees these people, so its numbers are theirs and it may read the lists behind them."""

    actor: Actor
    exact: bool
    areas: tuple[str, ...]

    def people(self) -> QuerySet[Person]:
        """Whom the figures count. Closed figures are worked out over whole districts, whichever part is then shown:
        two seats that put their tables side by side must not find a difference between them."""
        if self.exact:
            return access.within(access.in_use(self.actor, STATISTICS), self.areas)
        return access.counted(self.actor, self.whole)

    @property
    def whole(self) -> tuple[str, ...]:
        """The districts (or provinces) that hold the seat's areas."""
        return tuple(sorted({area[:4] for area in self.areas}))

    def covers(self, place: str) -> bool:
        """Whether a place's row is this seat's to read."""
        return any(place.startswith(area) for area in self.areas)


def scope_of(actor: Actor, mark: Privacy = Privacy.PERSONAL) -> Scope:
    """What a seat may read of figures made from fields of a mark; raises NotAllowed for who may see no reports."""
    check_can(actor, Can.SEE_REPORTS)
    sees = actor.may(Can.SEE_PEOPLE) and actor.mandate.reach is Reach.AREA and actor.sees(mark)
    return Scope(actor, exact=sees, areas=actor.mandate.areas)
