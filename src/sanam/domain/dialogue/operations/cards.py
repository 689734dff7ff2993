"""Deeds: cards are put into the room, worded and set aside; once people answer, the set of them stands."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Count, Q

from sanam.domain.dialogue.models import Exchange, Line, Statement, Ticket
from sanam.domain.dialogue.operations import statements
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.policies import check_stage, one_idea
from sanam.domain.dialogue.words import CardState, Heading, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal


@transaction.atomic
def put_on(*, by: Actor, statement: Statement) -> Statement:
    """Put a statement that was offered, or rests, before everybody; raises Refused once people answer."""
    room = _begun(by, statement.exchange, RoomStage.PREPARING)
    return _became(by, room, statement, CardState.ON, because="")


@transaction.atomic
def set_aside(*, by: Actor, statement: Statement, because: str) -> Statement:
    """Let a statement rest and say why. While people answer too, for a card that hurts; its answers count no more."""
    room = _begun(by, statement.exchange, RoomStage.PREPARING, RoomStage.VOTING)
    why = " ".join(because.split())
    if not why:
        raise BadInput("dialogue.why_aside", "พักไว้เพราะอะไร บอกคนที่เขียนสักนิด", "Say why, for whoever wrote it.")
    set_by = _became(by, room, statement, CardState.SET_ASIDE, because=why[:200])
    if room.said is RoomStage.VOTING:
        _finished_now(room)
    return set_by


@transaction.atomic
def from_line(*, by: Actor, exchange: Exchange, line: Line, text: str = "") -> Statement:
    """Make a card of a line of what a party brought, in its words or in clearer ones."""
    room = _begun(by, exchange, RoomStage.PREPARING)
    if line.position.exchange_id != room.pk:
        raise BadInput("dialogue.other_room", "บรรทัดนี้เป็นของห้องอื่น", "That line is another room's.")
    made = statements.offer(by=by, exchange=room, text=text or line.text, heading=Heading(line.heading))
    made.line = line
    made.save(update_fields=["line"])
    return made


@transaction.atomic
def change(*, by: Actor, statement: Statement, text: str) -> Statement:
    """Word a card better; raises Refused once people answer, for they answered to what they read."""
    room = _begun(by, statement.exchange, RoomStage.PREPARING)
    locked = Statement.objects.select_for_update().get(pk=statement.pk)
    locked.text = one_idea(text)
    locked.save(update_fields=["text"])
    journal.record(by=by, did="room.card_worded", to=room.ref, details={"card": locked.number})
    return locked


def _begun(by: Actor, exchange: Exchange, *stages: RoomStage) -> Exchange:
    check_hosts(by, exchange)
    locked = Exchange.objects.select_for_update().get(pk=exchange.pk)
    check_stage(locked, *stages)
    return locked


def _became(by: Actor, room: Exchange, statement: Statement, to: CardState, because: str) -> Statement:
    # whoever answers this card just now points at its row, and is waited for below
    locked = Statement.objects.select_for_update(no_key=True).get(pk=statement.pk)
    locked.state, locked.because = to.value, because
    locked.save(update_fields=["state", "because"])
    journal.record(by=by, did=f"room.card_{to.value}", to=room.ref, details={"card": locked.number})
    return locked


def _finished_now(room: Exchange) -> None:
    """Whoever had answered every other card has now finished; those just answering hold their tickets, and are seen."""
    list(Ticket.objects.select_for_update().filter(exchange=room, voted_at=None).order_by("pk").values_list("pk"))
    cards = room.statements.filter(state=CardState.ON).count()
    answered = Count("votes", filter=Q(votes__statement__state=CardState.ON))
    waiting = Ticket.objects.filter(exchange=room, voted_at=None).annotate(answered=answered)
    done = list(waiting.filter(answered__gte=max(1, cards)).values_list("pk", flat=True))
    Ticket.objects.filter(pk__in=done).update(voted_at=clock.now())
