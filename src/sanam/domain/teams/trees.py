"""Bodies within bodies: a body's tree is itself and everything founded beneath it."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.teams.models import Body
from sanam.domain.teams.words import BodyKind


class Nest:
    """Every body and which lies in which; one statement, for bodies are few. A page that asks twice hands it on."""

    def __init__(self) -> None:
        self.bodies = {one.pk: one for one in Body.objects.order_by("kind", "name_th")}
        self._children: dict[UUID | None, list[Body]] = defaultdict(list)
        for one in self.bodies.values():
            self._children[one.parent_id].append(one)

    def beneath(self, root: UUID, *, but: BodyKind | None = None) -> list[Body]:
        """A body and every body in its tree, itself first; not those of the kind `but`, nor what lies beneath them."""
        found = [self.bodies[root]]
        for one in found:  # grows while we walk
            found += [child for child in self._children[one.pk] if child.kind != but and child not in found]
        return found

    def of(self, actor: Actor) -> set[UUID]:
        """The bodies in the tree of the body whose seat acts; none for whoever acts from no seat."""
        if actor.kind is not ActorKind.SEAT or not actor.body:
            return set()
        return {one.pk for one in self.beneath(UUID(actor.body))}


def of(actor: Actor) -> set[UUID]:
    """As `Nest.of`, for who asks once."""
    return Nest().of(actor)
