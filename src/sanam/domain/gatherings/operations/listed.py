"""Deeds: whoever stands on a body's lists has what is held about them, has it put right, or has it erased.

They are nobody of the register of people: a name here and one there are never joined by a program.
"""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.gatherings import forgetting
from sanam.domain.gatherings.asked import Gone, Ground, Known
from sanam.domain.gatherings.models import Attendance, Eligible
from sanam.domain.gatherings.names import key_of
from sanam.domain.gatherings.permissions import check_keeps_list
from sanam.domain.gatherings.queries.listed import Held
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Body


@transaction.atomic
def hand_over(*, by: Actor, body: Body, held: Held, known: Known) -> Held:
    """Write down that somebody was given what is held about them; gives the rows as they are now."""
    now = _now(by, body, held)
    journal.record_many(by=by, did="listed.handed_over", to=now.refs, because=f"known:{known}")
    return now


@transaction.atomic
def correct(*, by: Actor, body: Body, held: Held, known: Known, name: str, phone: str | None = None) -> Held:
    """Put the name right wherever it stands, and on the list the number; None leaves numbers as they are."""
    now = _now(by, body, held)
    written, key = " ".join(name.split())[:120], key_of(name)
    if not key:
        raise BadInput("gatherings.name", "ขอชื่อด้วย", "A name is needed.")
    _check_stands_once(now, body, key)
    for one in now.eligible:
        one.name, one.key, one.phone = written, key, one.phone if phone is None else phone
        one.save(update_fields=["name", "key", "phone"])
    Attendance.objects.filter(pk__in=[one.pk for one in now.came]).update(name=written, key=key)
    journal.record_many(by=by, did="listed.corrected", to=now.refs, because=f"known:{known}")
    return now


@transaction.atomic
def erase(*, by: Actor, body: Body, held: Held, known: Known, ground: Ground) -> int:
    """Erase the name and the number; what they were asked to, drawn for and counted in stays without them.

    Raises Refused for a sign-in of somebody who holds a seat: their name is the seat's, not the list's.
    """
    now = _now(by, body, held)
    if any(one.member_id for one in now.came):
        raise Refused(
            "gatherings.sits_here",
            "ชื่อที่เซ็นในนามที่นั่งอยู่กับประวัติของที่นั่ง จึงลบจากรายชื่อนี้ไม่ได้ เลือกเฉพาะแถวอื่น",
            "A name signed for a seat belongs to the history of the seat and is not erased here; choose other rows.",
        )
    for one in now.eligible:
        forgetting.as_asked(one)
    forgetting.comers([one.pk for one in now.came], Gone.ASKED)
    journal.record_many(by=by, did="listed.erased", to=now.refs, because=f"erasure:{ground} known:{known}")
    return len(now)


def _now(by: Actor, body: Body, held: Held) -> Held:
    """The rows as they stand, locked, and no other body's; raises BadInput where none is left."""
    check_keeps_list(by, body)
    eligible = Eligible.objects.select_for_update().filter(body=body, off_at=None, pk__in=[e.pk for e in held.eligible])
    came = Attendance.objects.select_for_update(of=("self",)).select_related("gathering")
    came = came.filter(gathering__body=body, gone="", pk__in=[one.pk for one in held.came])
    now = Held(tuple(eligible.order_by("pk")), tuple(came.order_by("pk")))
    if not len(now):
        raise BadInput("gatherings.whose", "เลือกแถวที่เป็นของเขาก่อน", "Choose the rows that are theirs first.")
    return now


def _check_stands_once(now: Held, body: Body, key: str) -> None:
    """A list names somebody once in each group: raises Refused where the right name stands there already."""
    for one in now.eligible:
        same = Eligible.objects.filter(body=body, off_at=None, key=key, organisation=one.organisation)
        if same.exclude(pk=one.pk).exists():
            raise Refused(
                "gatherings.listed_already",
                "ชื่อนี้อยู่ในรายชื่อของกลุ่มเดียวกันแล้ว เอาแถวที่เกินออกก่อน",
                "This name stands on the list for the same group already; take the other row off first.",
            )
