"""Who sits where: a member sits down as holder, deputy or acting, and gets up again."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.teams.guards import put_down
from sanam.domain.teams.models import HandOver, Holding, Member, Seat
from sanam.domain.teams.permissions import check_can_change, check_can_fill, check_not_for_oneself, sitting
from sanam.domain.teams.telling import tell_body
from sanam.domain.teams.words import HoldingKind


@transaction.atomic
def seat(
    *,
    by: Actor,
    member: Member,
    seat: Seat,
    kind: HoldingKind = HoldingKind.HOLDER,
    from_on: date | None = None,
    to_on: date | None = None,
    because: str = "",
) -> Holding:
    """Seat a member, as holder, deputy or acting; a seat has one holder at a time, the databases see to it.

    Whoever is acting sits until a day and for a reason; a standing deputy needs neither.
    """
    check_not_for_oneself(by, member)
    check_can_change(by, seat)
    check_can_fill(by, seat)
    since = from_on or clock.today()
    _check_days(by, seat, since, to_on)
    if kind == HoldingKind.ACTING and (to_on is None or not because.strip()):
        raise BadInput("teams.acting_until", "รักษาการต้องมีวันสิ้นสุดและเหตุผล", "Acting needs a last day and a reason.")
    if sitting(seat, str(member.pk), since).filter(Q(from_on__lte=to_on) if to_on else Q()).exists():
        raise Refused("teams.sits_there", "คนนี้นั่งที่นั่งนี้อยู่แล้ว", "They sit in that seat already.")
    holding = Holding(seat=seat, member=member, kind=kind, from_on=since, to_on=to_on, because=because.strip())
    put_down(holding)
    details = {"member": str(member.id), "kind": kind, "from_on": since.isoformat()}
    journal.record(by=by, did="teams.seated", to=f"seat:{seat.id}", details=details, because=because)
    if since >= clock.today() and not _being_set_up(by, seat):  # days gone by are history being written down, not news
        th = f"{member.name} เป็น{HoldingKind(kind).label} {seat.title_th}"
        _tell(by, seat, (th, f"{member.name}: {kind}, {seat.title_en}."))
    return holding


@transaction.atomic
def relieve(*, by: Actor, holding: Holding, last_day: date | None = None, because: str) -> Holding:
    """Let somebody get up after a last day, today if none is said; one who has not sat down yet never does.

    Raises BadInput without a reason, Refused while the seat is being handed over.
    """
    check_not_for_oneself(by, holding.member)
    check_can_change(by, holding.seat)
    check_can_fill(by, holding.seat)
    if not because.strip():
        raise BadInput("teams.why", "บอกเหตุผลสักนิด", "Please say why.")
    if holding.to_on is not None and holding.to_on < clock.today():
        raise Refused("teams.left_already", "คนนี้ลุกจากที่นั่งไปแล้ว", "They have left that seat already.")
    _check_not_handed_over(holding)
    holding.to_on = _last(holding, last_day)
    if holding.to_on < holding.from_on:
        holding.delete()
    else:
        holding.save(update_fields=["to_on"])
    details = {"member": str(holding.member_id), "kind": holding.kind, "last_day": holding.to_on.isoformat()}
    journal.record(by=by, did="teams.relieved", to=f"seat:{holding.seat_id}", details=details, because=because)
    title = holding.seat.title_th, holding.seat.title_en
    _tell(by, holding.seat, (f"{holding.member.name} ลุกจาก {title[0]}", f"{holding.member.name} left {title[1]}."))
    return holding


def _check_days(by: Actor, seat: Seat, from_on: date, to_on: date | None) -> None:
    if seat.closed_on is not None:
        raise Refused("teams.seat_closed", "ที่นั่งนี้ปิดไปแล้ว", "That seat is closed.")
    if to_on is not None and to_on < from_on:
        raise BadInput("teams.ends_first", "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม", "It cannot end before it began.")
    # what was done at a seat yesterday was done by whoever sat there yesterday
    if by.kind is not ActorKind.INSTALLATION and from_on < clock.today():
        raise BadInput("teams.begins_behind", "เริ่มนั่งย้อนหลังไม่ได้", "Nobody begins to sit on a day gone by.")


def _check_not_handed_over(holding: Holding) -> None:
    under_way = HandOver.objects.filter(seat=holding.seat_id, done_at=None, called_off_at=None)
    if under_way.filter(Q(giver=holding.member_id) | Q(taker=holding.member_id)).exists():
        raise Refused(
            "teams.being_handed_over",
            "ที่นั่งนี้กำลังส่งมอบ ส่งมอบให้เสร็จ หรือยกเลิกการส่งมอบก่อน",
            "That seat is being handed over; finish that or call it off first.",
        )


def _last(holding: Holding, last_day: date | None) -> date:
    """Not before yesterday: who sat there on the days before did so; the day before the first for one yet to come."""
    yesterday = clock.today() - timedelta(days=1)
    if holding.from_on > clock.today():
        return holding.from_on - timedelta(days=1)
    return max(last_day or clock.today(), yesterday, holding.from_on)


def _being_set_up(by: Actor, seat: Seat) -> bool:
    """On the day a board is founded everybody sits down, and nobody needs to hear of each."""
    return by.kind is ActorKind.INSTALLATION and seat.leg.from_on >= clock.today()


def _tell(by: Actor, seat: Seat, told: tuple[str, str]) -> None:
    th, en = told
    path = f"/team/seats/{seat.pk}/"
    tell_body(by=by, body=seat.body, kind="seat", about=f"seat:{seat.pk}", th=th, en=en, path=path)
