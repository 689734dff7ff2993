"""Reads: versions agreed for now that still wait for a leg that was missing: the rule of `provisional`, as a query."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.rules.models import Decision, RuleVersion, VersionEvent
from sanam.domain.rules.provisional import OVER
from sanam.domain.rules.words import Standing
from sanam.domain.teams.models import Seat

MOST_LEGS = 6


def awaits_leg(actor: Actor) -> QuerySet[RuleVersion]:
    """Versions of the body that stand for now and that the leg of the seat acting may still confirm or reopen."""
    leg = Seat.objects.filter(pk=UUID(actor.ref), closed_on=None).values("leg")[:1]
    events = VersionEvent.objects.filter(version=OuterRef("pk"))
    newer = RuleVersion.objects.filter(rule=OuterRef("rule"), number__gt=OuterRef("number"))
    found = RuleVersion.objects.filter(rule__body=UUID(actor.body), provisional_until__gte=clock.today())
    found = found.annotate(our_leg=Subquery(leg), needed=_needed())
    ours = Q(pk__in=[])
    for place in range(MOST_LEGS):
        ours |= Q(our_leg=Cast(KeyTextTransform(place, "missing"), IntegerField()))
    over = Exists(events.filter(what__in=[one.value for one in OVER]))
    said = Exists(events.filter(leg=OuterRef("our_leg")))
    return found.filter(ours, ~over, ~said, ~Exists(newer), needed__gt=0)


def _needed() -> Any:
    """How many of the missing legs still have to consent before it stands for good."""
    decided = Decision.objects.filter(round__proposal=OuterRef("proposal")).order_by("-id")
    short = decided.annotate(short=_figure("need") - _figure("heard")).values("short")[:1]
    consented = VersionEvent.objects.filter(version=OuterRef("pk"), what=Standing.CONFIRMED.value)
    counted = consented.order_by().values("version").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(short), Value(MOST_LEGS)) - Coalesce(Subquery(counted), Value(0))


def _figure(name: str) -> Cast:
    return Cast(KeyTextTransform(name, KeyTextTransform("quorum", "told")), IntegerField())
