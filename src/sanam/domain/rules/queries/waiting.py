"""Reads: what of proposals is open at a seat: rounds it has not answered, proposals it brought."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.rules.models import Proposal, Response, Round
from sanam.domain.rules.policies import OVER
from sanam.domain.teams.handover import Open
from sanam.domain.teams.models import Seat


def answers_of_a_seat(seat_id: str) -> list[Open]:
    """Rounds that wait for a seat's answer, for a hand-over."""
    return [_open(one.proposal, f"round:{one.pk}", one.opened_at) for one in unanswered(seat_id)]


def proposals_of_a_seat(seat_id: str) -> list[Open]:
    """Proposals of a seat that have not come to an end, for a hand-over."""
    found = Proposal.objects.filter(author=UUID(seat_id)).exclude(stage__in=OVER).order_by("created_at")
    return [_open(one, one.ref, one.created_at) for one in found]


def unanswered(seat_id: str) -> QuerySet[Round]:
    """Open rounds of the body of a seat that it has not answered."""
    body = Seat.objects.filter(id=seat_id, closed_on=None).values("body")
    answered = Response.objects.filter(round=OuterRef("pk"), seat=UUID(seat_id), replaced_at=None)
    return open_rounds().filter(~Exists(answered), proposal__body__in=body)


def open_rounds() -> QuerySet[Round]:
    """Rounds that take answers, the first to close in front."""
    found = Round.objects.filter(closed_at=None, closes_at__gt=clock.now())
    return found.select_related("proposal").order_by("closes_at", "id")


def _open(proposal: Proposal, ref: str, since: datetime) -> Open:
    day = since.astimezone(clock.BANGKOK).date()
    path = f"/rules/proposals/{proposal.pk}/"
    return Open(ref=ref, th=proposal.title, en=proposal.title, path=path, since=day)
