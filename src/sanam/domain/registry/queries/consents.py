"""What a person allowed: their answers, who may receive, and the record of processing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.registry import access
from sanam.domain.registry.models import Consent, Person, Recipient
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.purposes import PURPOSES, Purpose
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Organisation, Seat
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Answers:
    """A person's answers, newest first: what lasts, what was declined, what is over."""

    person: Person
    because: str
    lasting: list[Consent]
    declined: list[Consent]
    over: list[Consent]


@dataclass(frozen=True, slots=True)
class Held:
    """A purpose of the catalogue and how many consents for it last, of the people this actor sees."""

    purpose: Purpose
    lasting: int


def agreed() -> QuerySet[Consent]:
    """Consents that last today, whatever the purpose."""
    today = clock.today()
    return Consent.objects.filter(agreed=True, end="", from_on__lte=today, until_on__gte=today)


def answers(actor: Actor, who: Person) -> Answers:
    """What a person, read by `registry.person`, answered. A recipient sees only the consents that name it."""
    found = who.consents.select_related("renews").prefetch_related(_recipients()).order_by("-at")
    if actor.mandate.reach is Reach.SHARED:
        found = found.filter(recipients__organisation__in=_own(actor)).distinct()
    today, all_of_them = clock.today(), list(found)
    lasting = [one for one in all_of_them if one.agreed and not one.end and one.until_on and one.until_on >= today]
    declined = [one for one in all_of_them if not one.agreed]
    over = [one for one in all_of_them if one not in lasting and one not in declined]
    return Answers(who, access.opening(actor, who), lasting, declined, over)


def consent(actor: Actor, consent_id: str) -> Consent:
    """One consent of a person this actor sees; raises NotHere, to a recipient also for what names somebody else."""
    here = Consent.objects.filter(access.names_seen(actor, "person"))
    if actor.mandate.reach is Reach.SHARED:
        here = here.filter(recipients__organisation__in=_own(actor)).distinct()
    found = here.filter(id=consent_id).select_related("person").prefetch_related(_recipients()).first()
    if found is None:
        raise not_here()
    return found


def keeps_evidence(actor: Actor, of: Consent) -> bool:
    """Whether the picture of what was signed is shown: to those who keep consents, of people they see by right."""
    found = access.shown(actor, access.visible(actor)).filter(pk=of.person_id).first()
    return actor.may(Can.KEEP_CONSENTS) and found is not None and access.whole(actor, found)


def may_receive() -> list[Organisation]:
    """Organisations with a seat that sees people by their consent, by name: those a consent can name."""
    found = {seat.organisation_id: seat.organisation for seat in teams.shared_seats()}
    return sorted(found.values(), key=lambda one: (one.name_th, str(one.pk)))


def processing(actor: Actor) -> list[Held]:
    """The record of processing (section 39): every purpose, with how many consents for it last within one's sight."""
    here = agreed().filter(access.names_seen(actor, "person"))
    counted = dict(here.values_list("purpose").annotate(n=Count("pk")).order_by("purpose"))
    return [Held(purpose, counted.get(name, 0)) for name, purpose in PURPOSES.items()]


def received(actor: Actor) -> list[tuple[Organisation, int]]:
    """Each organisation that may receive, with how many people are open to it, of those this actor sees."""
    mine = Q(consent__in=access.lasting().filter(access.names_seen(actor, "person")))
    rows = Recipient.objects.filter(mine).values("organisation")
    counted = dict(rows.annotate(n=Count("consent__person", distinct=True)).values_list("organisation", "n"))
    return [(one, counted.get(one.pk, 0)) for one in may_receive()]


def _recipients() -> Prefetch[str]:
    named = Recipient.objects.select_related("organisation").order_by("organisation__name_th", "id")
    return Prefetch("recipients", named)


def _own(actor: Actor) -> Any:
    return Seat.objects.filter(pk=actor.ref).values("organisation")
