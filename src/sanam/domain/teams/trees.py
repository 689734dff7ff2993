"""Bodies within bodies: a body's tree is itself and everything founded beneath it."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.teams.models import Body, Seat


def beneath(root: UUID) -> set[UUID]:
    """The ids of a body and of every body in its tree; one statement, for bodies are few."""
    children = defaultdict(list)
    for body, parent in Body.objects.order_by("id").values_list("id", "parent_id"):
        children[parent].append(body)
    found: set[UUID] = set()
    waiting = [root]
    while waiting:
        body = waiting.pop()
        if body not in found:
            found.add(body)
            waiting += children[body]
    return found


def of(actor: Actor) -> set[UUID]:
    """The bodies in the tree of the body whose seat acts; none for whoever acts from no seat."""
    if actor.kind is not ActorKind.SEAT:
        return set()
    seat = Seat.objects.filter(id=actor.ref, closed_on=None).first()
    return beneath(seat.body_id) if seat else set()
