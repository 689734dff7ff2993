"""A person's rights to treatment and long illnesses, and what hospitals say of villages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.models import Coverage, Illness, Person, VillageFact
from sanam.domain.registry.permissions import check_beyond_consent
from sanam.domain.registry.queries.cards import person
from sanam.domain.teams import queries as teams


@dataclass(frozen=True, slots=True)
class Rights:
    """What hospitals' files say of one person; `illnesses` is None where the mandate does not show them.

    `places` names the hospitals that are known here, by code: (Thai, English).
    """

    person: Person
    coverages: list[Coverage]
    illnesses: list[Illness] | None
    places: dict[str, tuple[str, str]]


def rights(actor: Actor, person_id: str) -> Rights:
    """The rights and illnesses of one person this actor may see; raises NotHere for any other."""
    who = person(actor, person_id)
    check_beyond_consent(actor, who)
    marks = access.marks(actor, who)
    coverages = list(who.coverages.order_by("-since", "scheme", "hospital")) if Privacy.PERSONAL in marks else []
    illnesses = list(who.illnesses.order_by("code", "hospital")) if Privacy.SENSITIVE in marks else None
    return Rights(who, coverages, illnesses, teams.hospital_names())


def villages(codes: Iterable[str]) -> QuerySet[VillageFact]:
    """What hospitals say of villages within these places, the newest word of each village first."""
    within = VillageFact.objects.none()
    for code in codes:
        within |= VillageFact.objects.filter(area_code__startswith=code)
    return within.order_by("area_code", "-stamped_at", "hospital")
