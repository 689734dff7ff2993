"""Reads: the legs that speak at a gathering, and how often each of them spoke."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import DecisionVoice, Gathering
from sanam.domain.gatherings.talk_words import Voice
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.models import Body, Leg, Seat


def legs_of(gathering: Gathering) -> list[Leg]:
    """The legs of the body that met, in their order; none where no body called it."""
    return list(Leg.objects.filter(body=gathering.body_id, to_on=None).order_by("order")) if gathering.body_id else []


def spoken_for(gathering: Gathering, actor: Actor) -> Leg | None:
    """The leg a seat speaks for: its own, or the one of the body that met which has the same name."""
    seat = Seat.objects.filter(id=actor.ref).select_related("leg").first()
    if seat is None or seat.body_id == gathering.body_id:
        return seat.leg if seat else None
    return next((leg for leg in legs_of(gathering) if leg.name_th == seat.leg.name_th), seat.leg)


def decisions_by_leg(body: Body, first: date, last: date) -> Mapping[int, float] | None:
    """How many decisions of a body each leg spoke to, among those agreed on these days; None where there were none.

    A leg that was silent has no share in a decision, whoever else was there.
    """
    met = {
        "decision__gathering__body": body,
        "decision__gathering__stage__in": (Stage.HELD, Stage.APPROVED),
        "decision__gathering__held_on__range": (first.isoformat(), last.isoformat()),
    }
    spoken = Count("id", filter=~Q(voice=Voice.SILENT))
    voices = DecisionVoice.objects.filter(**met).values("leg").annotate(times=spoken).order_by()
    return {one["leg"]: float(one["times"]) for one in voices} or None
