"""Deeds: somebody who came signs in, is signed in by a host, or is counted; what was wrong is struck out."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.gatherings.asked import Source
from sanam.domain.gatherings.models import Attendance, Door, Gathering, HeadCount, Invitation
from sanam.domain.gatherings.names import key_of
from sanam.domain.gatherings.permissions import check_hosts
from sanam.domain.gatherings.policies import check_came, is_open
from sanam.domain.gatherings.queries.attending import TICKET, Comer, came
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Leg

MOST_A_MINUTE = 60
"""Phones one door lets in each minute; a room of that many does not stand before one poster."""
MOST_HEADS = 5_000


@transaction.atomic
def sign_in(*, by: Actor, door: Door, comer: Comer, ticket: str) -> Attendance:
    """Sign in from a phone. One ticket is one name: the same ticket again corrects what it said before.

    Nothing of the list of the invited is given back, not even whether the name is on it.
    """
    gathering = Gathering.objects.select_for_update().get(pk=door.gathering_id)
    door.gathering = gathering
    if not is_open(door):
        raise NotHere("gatherings.door_shut", "ประตูวงนี้ปิดแล้ว บอกคนจัดวงได้เลย", "This door is shut; tell the host.")
    hashed = sealing.keyed_hash(ticket, TICKET)
    mine = Attendance.objects.filter(gathering=gathering, ticket=hashed)
    if not mine.exists():
        _check_pace(gathering)
    mine.delete()
    return _keep(by, gathering, comer, Source.SELF, hashed)


@transaction.atomic
def sign_in_for(
    *,
    by: Actor,
    gathering: Gathering,
    comer: Comer,
    invitation: Invitation | None = None,
    source: Source = Source.ASSISTED,
) -> Attendance:
    """Sign somebody in for them, by a host with the list in hand, who may point at one of the invited."""
    check_hosts(by, gathering)
    locked = Gathering.objects.select_for_update().get(pk=gathering.pk)
    check_came(locked)
    return _keep(by, locked, comer, source, "", invitation)


def _check_pace(gathering: Gathering) -> None:
    lately = Attendance.objects.filter(
        gathering=gathering, source=Source.SELF, at__gt=clock.now() - timedelta(minutes=1)
    )
    if lately.count() >= MOST_A_MINUTE:
        raise Refused(
            "gatherings.door_busy",
            "ประตูแน่นนิดหนึ่ง รอหนึ่งนาที แล้วลองใหม่",
            "The door is crowded; wait a minute, then try again.",
            status=429,
        )


def _keep(
    by: Actor,
    gathering: Gathering,
    comer: Comer,
    source: Source,
    ticket: str,
    pointed_at: Invitation | None = None,
) -> Attendance:
    key = key_of(comer.name)
    _check_comer(gathering, comer, key)
    invited = pointed_at or _invited(gathering, key)
    if invited is not None and Attendance.objects.filter(invitation=invited).exists():
        raise Refused("gatherings.here_already", "คนนี้เซ็นชื่อแล้ว", "They signed in already.")
    kept = Attendance.objects.create(
        gathering=gathering,
        invitation=invited,
        member_id=invited.member_id if invited else None,
        name=" ".join(comer.name.split())[:120],
        key=key,
        organisation=" ".join(comer.organisation.split())[:120],
        leg_id=_leg_of(comer, invited),
        first_time=not _came_before(gathering, key, invited),
        source=source.value,
        ticket=ticket,
        by_ref="" if source is Source.SELF else by.ref,
        at=clock.now(),
    )
    journal.record(by=by, did="gathering.signed_in", to=gathering.ref)
    _recount(gathering)
    return kept


def _check_comer(gathering: Gathering, comer: Comer, key: str) -> None:
    if not key:
        raise BadInput("gatherings.name", "ขอชื่อด้วย", "A name is needed.")
    if comer.leg is not None and comer.leg.body_id != gathering.body_id:
        raise BadInput("gatherings.leg", "ขานี้ไม่ใช่ของวงนี้", "That leg is not this gathering's.")


def _leg_of(comer: Comer, invited: Invitation | None) -> int | None:
    """A seat of this body stands for its leg; everyone else for the leg they name."""
    if invited is not None and invited.seat is not None and invited.seat.body_id == invited.gathering.body_id:
        return invited.leg_id
    return comer.leg.pk if comer.leg else None


def _invited(gathering: Gathering, key: str) -> Invitation | None:
    """The invitation whose name this is, unless somebody came by it already; two of one name are left to the host."""
    asked = Invitation.objects.filter(gathering=gathering, attendance=None).select_related(
        "member", "eligible", "seat", "gathering"
    )
    found = [
        one
        for one in asked
        if key in {key_of(one.member.name) if one.member else "", one.eligible.key if one.eligible else ""}
    ]
    return found[0] if len(found) == 1 else None


def _came_before(gathering: Gathering, key: str, invited: Invitation | None) -> bool:
    before = Attendance.objects.filter(gathering__body=gathering.body_id, gathering__held_on__lt=gathering.held_on)
    same = Q(key=key)
    if invited and invited.member_id:
        same |= Q(member=invited.member_id)
    return before.filter(same).exists()


@transaction.atomic
def count_heads(*, by: Actor, gathering: Gathering, organisation: str, leg: Leg | None, heads: int) -> HeadCount | None:
    """Say how many came from an organisation, those who signed among them; zero takes the count back."""
    check_hosts(by, gathering)
    locked = Gathering.objects.select_for_update().get(pk=gathering.pk)
    check_came(locked)
    name = " ".join(organisation.split())[:120]
    if not name or not 0 <= heads <= MOST_HEADS or (leg is not None and leg.body_id != gathering.body_id):
        raise BadInput(
            "gatherings.heads", "ขอชื่อหน่วยงาน ขา และจำนวนคน", "An organisation, its leg and a number, please."
        )
    if heads:
        said = {"heads": heads, "by_ref": by.ref, "at": clock.now()}
        counted, _new = HeadCount.objects.update_or_create(gathering=locked, organisation=name, leg=leg, defaults=said)
    else:
        HeadCount.objects.filter(gathering=locked, organisation=name, leg=leg).delete()
        counted = None
    _check_enough(locked, leg, name, heads)
    journal.record(by=by, did="gathering.counted", to=locked.ref, details={"heads": heads})
    _recount(locked)
    return counted


def _check_enough(gathering: Gathering, leg: Leg | None, organisation: str, heads: int) -> None:
    """Heads of an organisation are never fewer than those of it who gave a name."""
    named = Attendance.objects.filter(gathering=gathering, leg=leg, organisation=organisation).count()
    if heads and heads < named:
        raise BadInput(
            "gatherings.fewer_than_named",
            f"มี {named} คนจาก {organisation} เซ็นชื่อแล้ว จำนวนคนน้อยกว่านั้นไม่ได้",
            f"{named} from {organisation} signed in already; there cannot be fewer heads.",
        )


@transaction.atomic
def strike(*, by: Actor, attendance: Attendance) -> None:
    """Strike out a sign-in that was a mistake; the journal keeps that it was, not the name."""
    check_hosts(by, attendance.gathering)
    check_came(attendance.gathering)
    gathering = Gathering.objects.select_for_update().get(pk=attendance.gathering_id)
    attendance.delete()
    journal.record(by=by, did="gathering.sign_in_struck", to=gathering.ref)
    _recount(gathering)


def _recount(gathering: Gathering) -> None:
    """Write the number of heads on the gathering itself, where every list reads it."""
    Gathering.objects.filter(pk=gathering.pk).update(headcount=came(gathering).heads or None)
