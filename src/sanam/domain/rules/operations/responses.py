"""Deeds: a seat answers, in its own words or by one of the words a round offers; somebody writes it down for a seat.

An answer is never changed: the later one takes its place, and both stay.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.rules.answer_words import IN_WORDS, STOPS, Value, offered
from sanam.domain.rules.beginning import locked_round, words_of
from sanam.domain.rules.models import Objection, Response, Round
from sanam.domain.rules.permissions import seat_taking_part
from sanam.domain.rules.policies import check_filled, check_open
from sanam.domain.rules.telling import settle, tell
from sanam.domain.rules.words import Channel, Method, ObjectionState, RoundKind
from sanam.domain.teams.models import Seat


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said: one of the round's words, why, and with an objection which aim is harmed and what would help."""

    value: Value
    reason: str = ""
    aim: str = ""
    change: str = ""


@transaction.atomic
def answer(*, by: Actor, one: Round, said: Answer) -> Response:
    """Answer for one's own seat; said again, the later word stands."""
    found = locked_round(one)
    seat = seat_taking_part(by, found.proposal.body)
    check_open(found)
    check_filled(seat)
    response = _write(found, seat, said, by=by)
    settle(by=by, proposal=found.proposal, kinds=("round.opened", "round.assisted"))
    journal.record(by=by, did="round.answered", to=found.proposal.ref, details={"round": found.number})
    return response


@transaction.atomic
def assist(*, by: Actor, one: Round, seat: Seat, channel: Channel, said: Answer) -> Response:
    """Write down what another seat said by telephone, on paper or on a visit. The seat hears, and its own word goes
    before, until the round closes."""
    found = locked_round(one)
    recorder = seat_taking_part(by, found.proposal.body)
    check_open(found)
    _check_can_be_assisted(found, recorder, seat)
    response = _write(found, seat, said, by=by, channel=channel)
    settle(by=by, proposal=found.proposal, kinds=("round.opened",), seats=[seat])
    title = found.proposal.title
    th = f"มีคนจดคำตอบแทนที่นั่งนี้ว่า “{said.value.th}” ({channel.th}) เรื่อง “{title}” ถ้าไม่ตรง ตอบเองได้จนกว่ารอบจะปิด"
    en = (
        f"“{said.value.en}” was written down for this seat ({channel.en}): “{title}”. If it is not so, answer yourself."
    )
    tell(by=by, to=[seat], proposal=found.proposal, kind="round.assisted", th=th, en=en)
    told = {"round": found.number, "seat": str(seat.pk), "channel": channel.value}
    journal.record(by=by, did="round.assisted", to=found.proposal.ref, details=told)
    return response


def _check_can_be_assisted(one: Round, recorder: Seat, seat: Seat) -> None:
    if seat.pk == recorder.pk:
        raise BadInput("rules.own_seat", "ที่นั่งของเราเอง ตอบเองได้เลย", "For your own seat, answer yourself.")
    if seat.body_id != one.proposal.body_id:
        raise NotAllowed("rules.other_seat", "ที่นั่งนั้นไม่ได้อยู่ในคณะนี้", "That seat is not in this body.")
    check_filled(seat)
    standing = one.responses.filter(seat=seat, replaced_at=None)
    if standing.filter(assisted=False).exists():
        raise Refused(
            "rules.answered_itself", "ที่นั่งนั้นตอบเองแล้ว จดแทนไม่ได้", "That seat answered itself; nobody writes over it."
        )
    if standing.filter(value__in=[word.value for word in STOPS]).exclude(by_ref=str(recorder.pk)).exists():
        raise Refused(
            "rules.objection_written",
            "มีคนจดไว้ว่าที่นั่งนั้นติดใจ ให้ที่นั่งนั้นตอบเอง หรือให้คนที่จดไว้เป็นผู้แก้",
            "An objection was written down for that seat; the seat itself answers anew, or whoever wrote it down.",
        )


def _write(one: Round, seat: Seat, said: Answer, *, by: Actor, channel: Channel | None = None) -> Response:
    _check_said(one, said)
    now = clock.now()
    before = one.responses.filter(seat=seat, replaced_at=None)
    Objection.objects.filter(response__in=before, state=ObjectionState.OPEN).update(
        state=ObjectionState.WITHDRAWN.value, settled_at=now
    )
    before.update(replaced_at=now)
    response = Response.objects.create(
        round=one,
        seat=seat,
        leg=seat.leg,
        value=said.value.value,
        reason=said.reason.strip(),
        assisted=channel is not None,
        channel=channel.value if channel else "",
        by_ref=by.ref,
        at=now,
    )
    if said.value in STOPS:
        _object(response, said)
    return response


def _check_said(one: Round, said: Answer) -> None:
    kind = RoundKind(one.kind)
    if said.value not in offered(kind, Method(one.proposal.method)):
        raise BadInput("rules.no_such_answer", "รอบนี้ไม่มีคำตอบนั้น", "This round takes no such answer.")
    if kind in IN_WORDS:
        words_of(said.reason, "rules.say_it", "เขียนสักหนึ่งประโยค", "Say it in a sentence.")


def _object(response: Response, said: Answer) -> None:
    th, en = "บอกด้วยว่าเป้าหมายข้อไหนจะเสีย", "Say which aim would be harmed."
    aim = words_of(said.aim, "rules.which_aim", th, en)
    th, en = "บอกด้วยว่าเปลี่ยนอะไรแล้วจะหายติดใจ", "Say what change would help."
    change = words_of(said.change, "rules.what_change", th, en)
    Objection.objects.create(
        proposal=response.round.proposal, response=response, seat=response.seat, aim=aim, change=change, at=response.at
    )
