"""A person's rights to treatment and long illnesses, and what hospitals say of villages."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.models import Coverage, Illness, Person, VillageFact
from sanam.domain.registry.permissions import check_beyond_consent
from sanam.domain.registry.queries.cards import person
from sanam.domain.registry.queries.reports.scope import scope_of
from sanam.domain.teams import queries as teams


@dataclass(frozen=True, slots=True)
class Rights:
    """What hospitals' files say of one person; `coverages` or `illnesses` None where the mandate does not show them.

    `places` names the hospitals that are known here, by code: (Thai, English).
    """

    person: Person
    coverages: list[Coverage] | None
    illnesses: list[Illness] | None
    places: dict[str, tuple[str, str]]


def rights(actor: Actor, person_id: str) -> Rights:
    """The rights and illnesses of one person this actor may see; raises NotHere for any other."""
    who = person(actor, person_id)
    check_beyond_consent(actor, who)
    marks = access.marks(actor, who)
    coverages = list(who.coverages.order_by("-since", "scheme", "hospital")) if Privacy.INCOME in marks else None
    illnesses = list(who.illnesses.order_by("code", "hospital")) if Privacy.SENSITIVE in marks else None
    return Rights(who, coverages, illnesses, teams.hospital_names())


def villages(actor: Actor, area: str) -> QuerySet[VillageFact]:
    """What hospitals say of the villages of a place, the newest word of each first; nothing for a seat that does not
    see the people there: how many of a small village are stateless tells of somebody."""
    scope = scope_of(actor)
    if not (scope.exact and scope.covers(area)):
        return VillageFact.objects.none()
    return VillageFact.objects.filter(area_code__startswith=area).order_by("area_code", "-stamped_at", "hospital")
