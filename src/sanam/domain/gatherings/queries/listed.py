"""Reads: everything a body's lists hold under a name, for whoever bears it, and which names are past their time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Attendance, Eligible, Invitation
from sanam.domain.gatherings.names import key_of
from sanam.domain.gatherings.permissions import check_keeps_list
from sanam.domain.teams.models import Body

MOST = 100
"""Rows shown under a name; more than that is no name."""
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """What a body's lists hold under a name: places on the list of who could be asked, and sign-ins at gatherings."""

    eligible: tuple[Eligible, ...] = ()
    came: tuple[Attendance, ...] = ()

    def __len__(self) -> int:
        return len(self.eligible) + len(self.came)

    @property
    def refs(self) -> list[str]:
        """How the journal names these rows."""
        return [*(one.ref for one in self.eligible), *(one.ref for one in self.came)]

    def only(self, refs: Collection[str]) -> Held:
        """The rows among these that somebody said are theirs: two people may bear one name."""
        return Held(
            tuple(one for one in self.eligible if one.ref in refs),
            tuple(one for one in self.came if one.ref in refs),
        )


def held_under(actor: Actor, body: Body, name: str) -> Held:
    """Rows whose name has this in it, however it was spelled; raises NotHere for whoever does not keep the list."""
    check_keeps_list(actor, body)
    key = key_of(name)
    if len(key) < SHORTEST:
        return Held()
    listed = Eligible.objects.filter(body=body, off_at=None, key__contains=key).select_related("leg", "body")
    signed = Attendance.objects.filter(gathering__body=body, key__contains=key).select_related("leg", "gathering")
    asked = listed.prefetch_related("invitations__gathering", "invitations__draw")
    return Held(
        tuple(asked.order_by("name", "pk")[:MOST]),
        tuple(signed.order_by("name", "-gathering__held_on", "pk")[:MOST]),
    )


def comers_before(day: datetime) -> QuerySet[Attendance]:
    """Names given at gatherings before a day; of those who hold a seat, the name is the seat's history and stays."""
    long_ago = Q(gathering__held_on__gt="", gathering__held_on__lt=day.date().isoformat())
    undated = Q(gathering__held_on="", at__lt=day)
    return Attendance.objects.filter(long_ago | undated, member=None, gone="")


def eligible_idle_since(day: datetime) -> QuerySet[Eligible]:
    """Names on lists since before a day, of people nobody asked to anything since."""
    asked = Invitation.objects.filter(eligible=OuterRef("pk"), at__gte=day)
    return Eligible.objects.filter(~Exists(asked), off_at=None, at__lt=day)
