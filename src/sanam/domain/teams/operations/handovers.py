"""A seat changes hands: begun by a third, talked over by two, confirmed by both, done in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.teams import handover as checklist
from sanam.domain.teams.guards import put_down
from sanam.domain.teams.models import HandOver, Holding, Member, Seat, Talked
from sanam.domain.teams.permissions import check_can_change, check_not_for_oneself
from sanam.domain.teams.telling import settle, tell, tell_body
from sanam.domain.teams.words import HoldingKind

Thing = tuple[str, str]
"""A kind and the reference of one thing of it; with an empty reference, the whole kind."""


@transaction.atomic
def begin(*, by: Actor, seat: Seat, taker: Member, from_on: date) -> HandOver:
    """Begin to hand a seat to somebody else from a day on; by whoever may shape the body and is neither of the two.

    The seat may reach further than theirs: the one who leaves agrees to it as well.
    """
    check_not_for_oneself(by, taker)
    check_can_change(by, seat)
    held = _held(seat)
    if held.member_id == taker.pk:
        raise BadInput("teams.handed_to_oneself", "คนนี้นั่งอยู่แล้ว เลือกคนใหม่", "They sit there already; choose another.")
    if from_on < clock.today() or from_on <= held.from_on:
        raise BadInput("teams.begins_behind", "เริ่มนั่งย้อนหลังไม่ได้", "Nobody begins to sit on a day gone by.")
    made = HandOver(seat=seat, giver=held.member, taker=taker, from_on=from_on, begun_by_ref=by.ref)
    made.begun_at = clock.now()
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise Refused(
            "teams.being_handed_over", "ที่นั่งนี้กำลังส่งมอบอยู่แล้ว", "That seat is being handed over already."
        ) from None
    details = {"seat": str(seat.pk), "giver": str(held.member_id), "taker": str(taker.pk)}
    journal.record(by=by, did="handover.begun", to=made.ref, details=details)
    _tell(by, made, (f"เริ่มส่งมอบที่นั่ง {seat.title_th}", f"The seat {seat.title_en} is being handed over."))
    return made


@transaction.atomic
def talk_over(
    *, by: Actor, handover: HandOver, met_on: date | None, kinds: Sequence[str], notes: Mapping[Thing, str]
) -> HandOver:
    """Keep what the two talked over: when they met, which kinds they went through, and a note a thing."""
    one = _open(handover)
    _check_either(by, one)
    if met_on is not None and met_on > clock.today():
        raise BadInput("teams.met_ahead", "วันที่พบกันยังมาไม่ถึง", "The day you met lies ahead.")
    one.met_on = met_on
    one.save(update_fields=["met_on"])
    one.talked.filter(ref="").exclude(kind__in=kinds).delete()
    for kind, ref, note in [*((kind, "", "") for kind in kinds), *((*thing, said) for thing, said in notes.items())]:
        said = {"note": note.strip()[:300], "at": clock.now(), "by_member": by.member}
        Talked.objects.update_or_create(handover=one, kind=kind, ref=ref, defaults=said)
    journal.record(by=by, did="handover.talked_over", to=one.ref, details={"kinds": list(kinds), "notes": len(notes)})
    return one


@transaction.atomic
def confirm(*, by: Actor, handover: HandOver) -> HandOver:
    """Say for oneself that everything was gone through; once both did, the seat is the other's.

    Raises Refused while something open at the seat was not gone through, or when they have not met.
    """
    one = _open(handover)
    _check_either(by, one)
    _check_gone_through(one)
    own = "giver_confirmed_at" if by.member == str(one.giver_id) else "taker_confirmed_at"
    setattr(one, own, getattr(one, own) or clock.now())
    one.save(update_fields=[own])
    journal.record(by=by, did="handover.confirmed", to=one.ref)
    return _complete(by, one) if one.giver_confirmed_at and one.taker_confirmed_at else one


@transaction.atomic
def call_off(*, by: Actor, handover: HandOver, because: str) -> HandOver:
    """Call it off; either of the two may, and whoever may shape the body and does not sit there."""
    one = _open(handover)
    if by.member not in _two(one) or not by.member:
        check_can_change(by, one.seat)
    if not because.strip():
        raise BadInput("teams.why", "บอกเหตุผลสักนิด", "Please say why.")
    one.called_off_at, one.called_off_because = clock.now(), because.strip()[:200]
    one.save(update_fields=["called_off_at", "called_off_because"])
    journal.record(by=by, did="handover.called_off", to=one.ref, because=because)
    settle(by=by, body=one.seat.body, about=one.ref, kind="handover")
    told = f"ยกเลิกการส่งมอบที่นั่ง {one.seat.title_th}", f"Handing over the seat {one.seat.title_en} was called off."
    _tell(by, one, told)
    return one


def _complete(by: Actor, one: HandOver) -> HandOver:
    """The old holding ends and the new begins; a day that has passed meanwhile becomes today."""
    held = _held(one.seat)
    if held.member_id != one.giver_id:
        raise Refused("teams.giver_left", "ผู้ส่งมอบไม่ได้นั่งอยู่แล้ว", "Whoever hands over no longer sits there.")
    one.from_on = max(one.from_on, clock.today(), held.from_on + timedelta(days=1))
    held.to_on = one.from_on - timedelta(days=1)
    held.save(update_fields=["to_on"])
    stood_in = Holding.objects.filter(
        seat=one.seat, member=one.taker, kind__in=(HoldingKind.DEPUTY, HoldingKind.ACTING)
    )
    stood_in.filter(Q(to_on=None) | Q(to_on__gte=one.from_on), from_on__lt=one.from_on).update(to_on=held.to_on)
    put_down(Holding(seat=one.seat, member=one.taker, kind=HoldingKind.HOLDER, from_on=one.from_on))
    one.done_at = clock.now()
    one.save(update_fields=["done_at", "from_on"])
    # a day the term was extended to was for whoever sat there
    Seat.objects.filter(pk=one.seat_id).update(term_ends_on=None)
    journal.record(by=by, did="handover.done", to=one.ref, details={"from_on": one.from_on.isoformat()})
    settle(by=by, body=one.seat.body, about=one.ref, kind="handover")
    details = {"from": str(one.giver_id), "to": str(one.taker_id), "from_on": one.from_on.isoformat()}
    journal.record(by=by, did="teams.handed_over", to=f"seat:{one.seat_id}", details=details)
    told = (
        f"{one.taker.name} รับที่นั่ง {one.seat.title_th} แล้ว",
        f"{one.taker.name} took over the seat {one.seat.title_en}.",
    )
    _tell(by, one, told)
    return one


def _check_gone_through(one: HandOver) -> None:
    gone_through = set(one.talked.filter(ref="").values_list("kind", flat=True))
    left = [kind for kind, _ in checklist.open_at(str(one.seat_id)) if kind.kind not in gone_through]
    if left:
        raise Refused(
            "teams.not_gone_through",
            f"ยังมีเรื่องที่ไม่ได้คุยกัน: {' '.join(kind.th for kind in left)}",
            f"Some of it was not gone through yet: {', '.join(kind.en for kind in left)}.",
        )
    if one.met_on is None:
        raise Refused("teams.not_met", "บอกวันที่พบกันก่อน", "Say first when you met.")


def _open(handover: HandOver) -> HandOver:
    found = HandOver.objects.select_for_update().get(pk=handover.pk)
    if not found.is_open:
        raise Refused("teams.handover_settled", "การส่งมอบนี้จบไปแล้ว", "That hand-over is over already.")
    return found


def _held(seat: Seat) -> Holding:
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today)
    found = lasting.filter(seat=seat, kind=HoldingKind.HOLDER).select_related("member").first()
    if found is None:
        raise Refused("teams.vacant", "ที่นั่งนี้ว่างอยู่ จัดคนลงได้เลย", "Nobody sits there; seat somebody instead.")
    return found


def _two(one: HandOver) -> set[str]:
    return {str(one.giver_id), str(one.taker_id)}


def _check_either(by: Actor, one: HandOver) -> None:
    if not by.member or by.member not in _two(one):
        raise NotAllowed("teams.not_your_handover", "การส่งมอบนี้เป็นของสองคนนั้น", "That hand-over is between those two.")


def _tell(by: Actor, one: HandOver, told: tuple[str, str]) -> None:
    """The body's seats, and the seats where the one who comes sits already."""
    th, en = told
    said = {"kind": "handover", "about": one.ref, "th": th, "en": en, "path": f"/team/handovers/{one.pk}/"}
    tell_body(by=by, body=one.seat.body, **said)
    elsewhere = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=clock.today()), member=one.taker)
    for seat in (
        elsewhere.exclude(seat__body=one.seat.body_id).values_list("seat", flat=True).distinct().order_by("seat")
    ):
        tell(by=by, seat=str(seat), **said)
