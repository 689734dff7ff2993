"""Deeds: answering ends, and the room closes with everything counted. Nothing is counted for anyone before that."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.dialogue.answered import Answers, answers
from sanam.domain.dialogue.models import CommonGoal, Exchange, Result, RoomDoor, Ticket
from sanam.domain.dialogue.operations import tickets
from sanam.domain.dialogue.permissions import check_by_the_clock, check_hosts
from sanam.domain.dialogue.policies import check_moves, check_stage
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can


@transaction.atomic
def end_voting(*, by: Actor, exchange: Exchange) -> Exchange:
    """Count what is common and let people place dots on it. Where nothing is, the room closes at once.

    A room that could be asked again and again whether anything is common yet would tell before it ends.
    """
    check_hosts(by, exchange)
    room = _locked(exchange)
    check_stage(room, RoomStage.VOTING)
    _waited_for(room)
    if not _keep_goals(room, answers(room)):
        return _close(by, room)
    room.stage = RoomStage.DOTTING.value
    room.save(update_fields=["stage"])
    journal.record(by=by, did="room.dotting", to=room.ref)
    return room


@transaction.atomic
def close(*, by: Actor, exchange: Exchange) -> Exchange:
    """Close the room: count, keep the figures, shut the door, forget names. The seats of its body are told."""
    check_hosts(by, exchange)
    room = _locked(exchange)
    check_moves(room, RoomStage.CLOSED)
    return _close(by, room)


@transaction.atomic
def close_due(*, by: Actor) -> int:
    """Close every room whose last day has passed, as the clock does; one that never voted is called off."""
    check_by_the_clock(by)
    over = Exchange.objects.filter(ends_at__lte=clock.now())
    going = over.filter(stage__in=(RoomStage.PREPARING, RoomStage.VOTING, RoomStage.DOTTING)).order_by("ends_at", "pk")
    for room in (closed := list(going.select_for_update())):
        if room.said is RoomStage.PREPARING:
            _end(by, room, RoomStage.CALLED_OFF)
            journal.record(by=by, did="room.called_off", to=room.ref)
        else:
            _close(by, room)
    return len(closed)


def _locked(exchange: Exchange) -> Exchange:
    return Exchange.objects.select_for_update().get(pk=exchange.pk)


def _close(by: Actor, room: Exchange) -> Exchange:
    _waited_for(room)
    found = answers(room)
    if room.said is RoomStage.VOTING:
        _keep_goals(room, found)
    Result.objects.create(exchange=room, figures=found.figures(), digest=found.digest, at=clock.now())
    _end(by, room, RoomStage.CLOSED)
    journal.record(by=by, did="room.closed", to=room.ref, details={"sha256": found.digest, "with_cards": True})
    _tell(by, room)
    return room


def _waited_for(room: Exchange) -> None:
    """Whoever is just answering holds their ticket: wait for them, so that none is counted half."""
    list(Ticket.objects.select_for_update().filter(exchange=room).order_by("pk").values_list("pk"))


def _keep_goals(room: Exchange, found: Answers) -> bool:
    """Keep the common goals, in the order of their cards: any other would tell how they stand."""
    room.common_goals.all().delete()
    common = {int(one.statement) for one in found.counted().common}
    cards = room.statements.filter(number__in=common).order_by("number")
    goals = [CommonGoal(exchange=room, statement=card, order=at) for at, card in enumerate(cards, 1)]
    return bool(CommonGoal.objects.bulk_create(goals))


def _end(by: Actor, room: Exchange, to: RoomStage) -> None:
    now = clock.now()
    room.stage, room.closed_at = to.value, now
    room.save(update_fields=["stage", "closed_at"])
    RoomDoor.objects.filter(exchange=room, closed_at=None).update(closed_at=now)
    tickets.forget(by=by, exchange=room)


def _tell(by: Actor, room: Exchange) -> None:
    for seat in teams.seats().filter(body=room.body_id):
        if Can.SEE_GATHERINGS in seat.capabilities:
            notices.tell(
                by=by,
                seat=str(seat.pk),
                kind="room",
                about=room.ref,
                th=f"ห้องปิดแล้ว ดูผลได้: {room.title}",
                en=f"A room has closed; see what it came to: {room.title}",
                path=f"/gatherings/rooms/{room.pk}/result/",
            )
