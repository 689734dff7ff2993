"""Reads: who came, by leg, and how much each leg was present over a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sanam.domain.foundation import sealing
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.asked import Source
from sanam.domain.gatherings.codes import read_code
from sanam.domain.gatherings.models import Attendance, Door, Gathering, HeadCount, Invitation
from sanam.domain.gatherings.permissions import hosts
from sanam.domain.gatherings.policies import is_open
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.models import Body, Leg

TICKET = "gatherings.ticket"
"""The purpose under which a phone's ticket is hashed."""


@dataclass(frozen=True, slots=True)
class LegCame:
    """One leg at one gathering: who gave a name, how many of them for the first time, and heads (never fewer)."""

    leg: Leg | None
    named: int
    first: int
    heads: int
    organisations: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Came:
    """Who came to a gathering, leg by leg in the order of the chair; those of no leg come last."""

    legs: tuple[LegCame, ...] = ()
    signed: Mapping[str, int] = field(default_factory=dict)

    @property
    def heads(self) -> int:
        return sum(one.heads for one in self.legs)

    @property
    def named(self) -> int:
        return sum(one.named for one in self.legs)

    @property
    def first(self) -> int:
        return sum(one.first for one in self.legs)

    @property
    def by_self(self) -> int:
        return self.signed.get(Source.SELF, 0)

    @property
    def assisted(self) -> int:
        return self.signed.get(Source.ASSISTED, 0)


@dataclass(slots=True)
class _Tally:
    """One organisation of one leg at one gathering."""

    named: int = 0
    first: int = 0
    counted: int = 0

    @property
    def heads(self) -> int:
        return max(self.named, self.counted)


_Key = tuple[UUID, int | None, str]


def came(gathering: Gathering) -> Came:
    """Who came, by leg; a handful of statements, whatever the number of people. No name in it."""
    tallies = _tallies(Gathering.objects.filter(pk=gathering.pk))
    if not tallies:
        return Came()
    legs = {leg.pk: leg for leg in Leg.objects.filter(body=gathering.body_id).order_by("order", "pk")}
    told = [_leg(legs.get(key or 0), _of_leg(tallies, key)) for key in [*legs, None]]
    signed = Attendance.objects.filter(gathering=gathering).values_list("source").annotate(n=Count("id")).order_by()
    return Came(tuple(one for one in told if one.heads or (one.leg and one.leg.to_on is None)), dict(signed))


def _tallies(gatherings: QuerySet[Gathering]) -> dict[_Key, _Tally]:
    """What was signed and counted, by gathering, leg and organisation; two statements."""
    found: dict[_Key, _Tally] = {}
    of, within = ("gathering", "leg", "organisation"), {"gathering__in": gatherings.values("pk")}
    firsts = Count("id", filter=Q(first_time=True))
    signed = Attendance.objects.filter(**within).values_list(*of).annotate(n=Count("id"), first=firsts).order_by()
    for gathering, leg, organisation, named, first in signed:
        found[gathering, leg, organisation] = _Tally(named, first)
    for gathering, leg, organisation, heads in HeadCount.objects.filter(**within).values_list(*of, "heads").order_by():
        found.setdefault((gathering, leg, organisation), _Tally()).counted = heads
    return found


def _of_leg(tallies: dict[_Key, _Tally], leg: int | None) -> dict[str, _Tally]:
    return {key[2]: tally for key, tally in sorted(tallies.items(), key=lambda one: one[0][2]) if key[1] == leg}


def _leg(leg: Leg | None, of: dict[str, _Tally]) -> LegCame:
    return LegCame(
        leg,
        named=sum(one.named for one in of.values()),
        first=sum(one.first for one in of.values()),
        heads=sum(one.heads for one in of.values()),
        organisations=tuple((name, one.heads) for name, one in of.items() if name),
    )


def presence_by_leg(body: Body, first: date, last: date) -> dict[int, float] | None:
    """Heads of each leg at a body's gatherings held in a window; None where nobody was noted at any."""
    held = Gathering.objects.filter(
        body=body,
        stage__in=[Stage.HELD, Stage.APPROVED],
        held_on__range=(first.isoformat(), last.isoformat()),
    )
    per: dict[int, float] = {}
    for (_gathering, leg, _organisation), tally in _tallies(held).items():
        if leg is not None:
            per[leg] = per.get(leg, 0.0) + tally.heads
    return per or None


def named(gathering: Gathering) -> list[Attendance]:
    """Those who gave a name, for a host's eyes; the interface asks `hosts` first."""
    return list(
        Attendance.objects.filter(gathering=gathering).select_related("leg").order_by("leg__order", "name", "pk")
    )


def attendance(actor: Actor, attendance_id: int) -> Attendance:
    """One sign-in, for a host of its gathering; raises NotHere, and says nothing of whose it is."""
    found = Attendance.objects.filter(pk=attendance_id).select_related("gathering").first()
    if found is None or not hosts(actor, found.gathering):
        raise NotHere("gatherings.not_signed_in", "ไม่พบชื่อนี้ในวง", "There is no such name here.")
    return found


def signed_by(gathering: Gathering, ticket: str) -> Attendance | None:
    """What a phone said at this door, by its ticket."""
    hashes = sealing.keyed_hashes(ticket, TICKET) if ticket else []
    return Attendance.objects.filter(gathering=gathering, ticket__in=hashes).select_related("leg").first()


def open_door_of(gathering: Gathering) -> Door | None:
    """The door of a gathering while phones may come in by it."""
    door = Door.objects.filter(gathering=gathering).select_related("gathering").first()
    return door if door and is_open(door) else None


@dataclass(frozen=True, slots=True)
class Comer:
    """Who came, in their own words; the leg is the one they say they belong to."""

    name: str
    leg: Leg | None
    organisation: str = ""


def comer_of(invitation: Invitation) -> Comer:
    """Somebody invited, as the list knows them."""
    organisation = invitation.seat.organisation.name_th if invitation.seat else ""
    return Comer(
        invitation.name,
        invitation.leg if invitation.eligible else None,
        organisation or getattr(invitation.eligible, "organisation", ""),
    )


def open_by(code: str) -> Door:
    """The open door with this code; raises NotHere for any other, whatever it once was."""
    door = Door.objects.filter(code=read_code(code)).select_related("gathering__body").first()
    if door is None or not is_open(door):
        raise NotHere(
            "gatherings.no_door",
            "ไม่มีวงที่เปิดอยู่ด้วยรหัสนี้ ดูรหัสที่จออีกครั้ง หรือบอกคนจัดวง",
            "No gathering is open with this code; look at the screen again, or tell the host.",
        )
    return door


def of_phone(door: Door) -> Actor:
    """A phone at the door, as the journal names it: whose it is, nobody knows."""
    return Actor(
        ActorKind.ROOM, f"door:{door.pk}", "โทรศัพท์ที่ประตูวง", Mandate(), via="door", label_en="a phone at the door"
    )
