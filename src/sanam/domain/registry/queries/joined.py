"""Merges: what was joined, what would happen were it parted, and two records side by side."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import access
from sanam.domain.registry.merging import parting
from sanam.domain.registry.merging import since as happened
from sanam.domain.registry.merging.ledger import Ledger
from sanam.domain.registry.merging.since import Later
from sanam.domain.registry.models import Merge, Person
from sanam.domain.registry.permissions import not_here

PAGE = 25


def merges(actor: Actor, before: str = "", size: int = PAGE) -> tuple[list[Merge], str]:
    """A page of merges of records within this actor's scope, newest first, and where the next page begins."""
    found = _within(actor)
    if place := _place(before):
        found = found.filter(pk__lt=place)
    page = list(found.order_by("-pk")[: size + 1])
    return page[:size], str(page[size - 1].pk) if len(page) > size else ""


def merge(actor: Actor, merge_id: str) -> Merge:
    """One merge; raises NotHere unless both records are within this actor's scope."""
    found = _within(actor).filter(pk=merge_id).first()
    if found is None:
        raise not_here()
    return found


def merges_of(actor: Actor, who: Person) -> list[Merge]:
    """The merges that made this record what it is, newest first."""
    return list(_within(actor).filter(kept=who).order_by("-pk"))


def since(actor: Actor, merge: Merge) -> list[Later]:
    """What happened after a merge: stays with the living record when it is parted, or stayed when it was."""
    if merge.sealed_since is not None:
        return happened.unseal(bytes(merge.sealed_since))
    people = access.in_scope(actor).select_related("household").in_bulk([merge.kept_id, merge.gone_id])
    return parting.since(Ledger.unseal(bytes(merge.sealed or b"")), people[merge.kept_id], people[merge.gone_id])


def _within(actor: Actor) -> QuerySet[Merge]:
    ours = access.in_scope(actor).values("pk")
    return Merge.objects.filter(kept__in=ours, gone__in=ours).select_related("kept", "gone")


def _place(before: str) -> UUID | None:
    """Where a page begins; an address somebody made up begins at the newest."""
    try:
        return UUID(before)
    except ValueError:
        return None
