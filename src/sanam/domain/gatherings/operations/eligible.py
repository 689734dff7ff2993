"""Deeds: somebody is put on a body's list of who could be asked, told so, and taken off when they wish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.gatherings import forgetting
from sanam.domain.gatherings.asked import CameBy
from sanam.domain.gatherings.forgetting import OFF
from sanam.domain.gatherings.models import Eligible
from sanam.domain.gatherings.names import key_of
from sanam.domain.gatherings.permissions import check_keeps_list
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Body, Leg

MOST = 2_000
"""Names a list takes at once."""


@dataclass(frozen=True, slots=True)
class Someone:
    """Who could be asked, as they were named to us; a phone is digits or empty."""

    name: str
    came_by: CameBy
    phone: str = ""
    organisation: str = ""
    leg: Leg | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """Who is new on the list, how many stood there already, and how many had asked to be left off."""

    new: tuple[Eligible, ...]
    known: int
    left_off: int


@transaction.atomic
def add(*, by: Actor, body: Body, people: Sequence[Someone]) -> Added:
    """Put people on the list; one who asked to be left off comes back only when they ask for it themselves."""
    check_keeps_list(by, body)
    _check(people)
    known = set(Eligible.objects.filter(body=body, off_at=None).values_list("key", "organisation"))
    off = set(Eligible.objects.filter(body=body).exclude(off_at=None).values_list("key", flat=True))
    rows: dict[tuple[str, str], Eligible] = {}
    left_off = 0
    for one in people:
        key, organisation = key_of(one.name), one.organisation.strip()[:120]
        if one.came_by is not CameBy.ASKED and off.intersection(sealing.keyed_hashes(key, OFF)):
            left_off += 1
        elif (key, organisation) not in known:
            rows[key, organisation] = _row(by, body, one, key)
    new = tuple(Eligible.objects.bulk_create(rows.values()))
    journal.record_many(by=by, did="eligible.added", to=[one.ref for one in new])
    return Added(new, len(people) - left_off - len(new), left_off)


def _check(people: Sequence[Someone]) -> None:
    if not people or not all(key_of(one.name) for one in people):
        raise BadInput("gatherings.name", "ขอชื่อด้วย", "A name is needed.")
    if len(people) > MOST:
        raise BadInput(
            "gatherings.too_many",
            f"ครั้งละไม่เกิน {MOST:,} ชื่อ แบ่งส่งได้",
            f"At most {MOST:,} names at once; send them in parts.",
        )


def _row(by: Actor, body: Body, one: Someone, key: str) -> Eligible:
    return Eligible(
        body=body,
        name=" ".join(one.name.split())[:120],
        key=key,
        phone=one.phone,
        organisation=one.organisation.strip()[:120],
        leg=one.leg if one.leg and one.leg.body_id == body.pk else None,
        came_by=one.came_by.value,
        by_ref=by.ref,
        at=clock.now(),
    )


@transaction.atomic
def tell(*, by: Actor, eligible: Eligible, on: date) -> Eligible:
    """Note the day somebody was told that their name is on the list."""
    check_keeps_list(by, eligible.body)
    if on > clock.today():
        raise BadInput("gatherings.told_later", "วันที่บอกเขายังมาไม่ถึง", "That day has not come yet.")
    eligible.told_on = on
    eligible.save(update_fields=["told_on"])
    journal.record(by=by, did="eligible.told", to=eligible.ref)
    return eligible


@transaction.atomic
def take_off(*, by: Actor, eligible: Eligible) -> Eligible:
    """Take somebody off: name, number and organisation go at once, what they were asked to still counts.

    A keyed hash stays, by which a list pasted later does not bring them back.
    """
    check_keeps_list(by, eligible.body)
    if eligible.off_at is None:
        forgetting.as_asked(eligible)
        journal.record(by=by, did="eligible.taken_off", to=eligible.ref)
    return eligible
