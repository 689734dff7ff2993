"""Possible duplicates: decided by a human, with the reason."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as written
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Duplicate, Person
from sanam.domain.registry.permissions import check_can, check_sees
from sanam.domain.registry.policies.joining import check_two_people
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

ASKED = "duplicate.asked"


@transaction.atomic
def keep_apart(*, by: Actor, duplicate: Duplicate, reason: str) -> Duplicate:
    """Decide that two records are two people; it cannot be closed without saying why."""
    duplicate = _open_pair(by, duplicate)
    if not reason.strip():
        raise BadInput(
            "registry.no_reason",
            "บอกสักนิดว่ารู้ได้อย่างไรว่าคนละคน",
            "Say in a few words how you know they are two people.",
        )
    duplicate.decision, duplicate.reason = "different", reason.strip()[:300]
    duplicate.by_ref, duplicate.at = by.ref, clock.now()
    duplicate.save()
    journal.record(by=by, did="duplicate.kept_apart", to=f"duplicate:{duplicate.pk}")
    keepers = [by.ref, *_keepers(by, duplicate.first, duplicate.second)]
    notices.settle(by=by, about=f"duplicate:{duplicate.pk}", kinds=(ASKED,), seats=keepers)
    return duplicate


@transaction.atomic
def ask_keepers(*, by: Actor, duplicate: Duplicate) -> Duplicate:
    """Ask those who keep the two records whether they are one person; the question stays open until it is known."""
    duplicate = _open_pair(by, duplicate)
    pair = f"duplicate:{duplicate.pk}"
    if written.times(pair, ASKED, since=clock.now() - timedelta(days=1)):
        raise Refused(
            "registry.asked_already",
            "วันนี้ถามผู้ดูแลไปแล้ว รอฟังข่าวกลับก่อน คู่นี้ยังเปิดรออยู่",
            "The keepers were asked today; wait to hear from them. The pair stays open.",
        )
    for seat in _keepers(by, duplicate.first, duplicate.second):
        notices.tell(
            by=by,
            seat=seat,
            kind="duplicate.asked",
            about=pair,
            th=f"{by.label} ถามว่า {duplicate.first.full_name} กับ {duplicate.second.full_name} คนเดียวกันไหม",
            en=f"{by.in_english} asks whether {duplicate.first.name} and {duplicate.second.name} are one person.",
            path=f"/people/doubts/{duplicate.pk}/",
        )
    journal.record(by=by, did=ASKED, to=pair)
    return duplicate


def _open_pair(by: Actor, duplicate: Duplicate) -> Duplicate:
    """The pair as it is now, of two living people this actor sees; raises Refused for one that was decided."""
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, duplicate.first)
    check_sees(by, duplicate.second)
    check_two_people(duplicate.first, duplicate.second)
    pair = Duplicate.objects.select_for_update(of=("self",)).select_related("first", "second").get(pk=duplicate.pk)
    if pair.decision:
        raise Refused(
            "registry.decided",
            "เรื่องนี้มีคนตัดสินไปแล้ว ดูผลในประวัติได้",
            "This has been decided already; the history shows how.",
        )
    return pair


def _keepers(by: Actor, *people: Person) -> list[str]:
    """The seats that keep both records' places and would see both: nobody is asked about whom they cannot see."""
    keepers = [{str(seat.pk) for seat in teams.keepers_of(one.area_code)} for one in people]
    return sorted(set.intersection(*keepers) - {by.ref})
