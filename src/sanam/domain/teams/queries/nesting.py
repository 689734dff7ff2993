"""Reads: which bodies lie within which, from where a seat stands."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotHere
from sanam.domain.teams.models import Body
from sanam.domain.teams.queries.places import bodies, seat
from sanam.domain.teams.trees import Nest


def body_and_below(body: Body | None) -> list[Body]:
    """A body and every body under it, itself first; one query."""
    return Nest().beneath(body.pk) if body else []


def above(body: Body | None) -> list[Body]:
    """Every body over this one, the nearest first; one query."""
    known = {one.pk: one for one in bodies()}
    found: list[Body] = []
    while body is not None and body.parent_id and (body := known.get(body.parent_id)):
        found.append(body)
    return found


def body_of(actor: Actor) -> Body:
    """The body the acting seat belongs to; raises NotHere for whoever acts from no seat."""
    found = seat(actor.ref) if actor.kind is ActorKind.SEAT else None
    if found is None:
        raise NotHere("teams.no_body", "ที่นั่งนี้ไม่อยู่ในคณะใด", "This seat is in no body.")
    return found.body
