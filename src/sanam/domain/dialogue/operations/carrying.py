"""Deed: what a room did not resolve is carried on as an open question of its gathering."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.dialogue.models import Statement
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.gatherings.models import Gathering, OpenQuestion
from sanam.domain.gatherings.operations import questions
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Seat


@transaction.atomic
def leave_open(*, by: Actor, statement: Statement, owner: Seat | None = None) -> OpenQuestion:
    """Leave a statement open at the gathering the room was held at; once only, and not what all agreed on."""
    check_hosts(by, statement.exchange)
    locked = Statement.objects.select_for_update(of=("self",)).select_related("exchange").get(pk=statement.pk)
    gathering = _gathering(locked)
    question = questions.leave_open(by=by, gathering=gathering, text=locked.text, owner=owner)
    locked.question = question
    locked.save(update_fields=["question"])
    journal.record(by=by, did="room.left_open", to=locked.exchange.ref, details={"card": locked.number})
    return question


def _gathering(statement: Statement) -> Gathering:
    room = statement.exchange
    if room.said is not RoomStage.CLOSED:
        raise Refused("dialogue.not_closed", "ปิดห้องก่อน แล้วค่อยส่งต่อเป็นโจทย์", "Close the room first; then carry it on.")
    if statement.question_id or room.common_goals.filter(statement=statement).exists():
        raise Refused("dialogue.settled", "เรื่องนี้มีที่ไปแล้ว", "This one has its place already.")
    if room.gathering is None:
        raise Refused(
            "dialogue.no_gathering",
            "ห้องนี้ไม่ได้เปิดในวงไหน จึงไม่มีวงให้ฝากโจทย์",
            "This room has no gathering to leave it with.",
        )
    return room.gathering
