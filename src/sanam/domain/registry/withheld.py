"""Whom their own right holds back: people kept, and not used, until that is lifted (PDPA มาตรา 32 and 34)."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from sanam.domain.foundation.actor import Actor, Mandate, Reach
from sanam.domain.registry.models import Person, Restriction
from sanam.domain.registry.purposes import PURPOSES, Ground
from sanam.domain.registry.rights.words import EVERY_PURPOSE
from sanam.domain.teams.words import Can

STATISTICS = "statistics"
WHOLLY = (EVERY_PURPOSE, "care")
"""Purposes without which nobody is shown to those who care for them."""
OBJECTABLE = tuple(one.name for one in PURPOSES.values() if one.ground in {Ground.PUBLIC_TASK, Ground.STATISTICS})
"""What may be objected to (มาตรา 32); what rests on consent is ended by withdrawing it."""
FOR_THEIR_RIGHTS = "people.rights"
"""Held by no role: a deed of the person's own right acts with it, and so reaches whom it holds back."""


def lasting() -> QuerySet[Restriction]:
    """What holds somebody back today."""
    return Restriction.objects.filter(lifted_at=None)


def people(*purposes: str) -> QuerySet[Restriction, Any]:
    """Ids of those held back wholly, or for one of these purposes."""
    return lasting().filter(purpose__in=(*WHOLLY, *purposes)).values("person")


def without(found: QuerySet[Person], *purposes: str) -> QuerySet[Person]:
    """The same people without those held back; neither by an old record of theirs."""
    held = people(*purposes)
    return found.exclude(pk__in=held).exclude(merged_into__in=held)


def answers(actor: Actor) -> bool:
    """Whether this actor keeps records and answers for people's rights, and so sees who is held back."""
    return answered_by(actor.mandate)


def answered_by(mandate: Mandate) -> bool:
    """The same of a seat's mandate."""
    return mandate.reach is Reach.AREA and bool({Can.ANSWER_REQUESTS, Can.ERASE_PEOPLE} & mandate.capabilities)


def annotated(found: QuerySet[Person]) -> QuerySet[Person]:
    """People each with what holds them back, the widest first: `withheld_id`, `_for`, `_since`, `_because`."""
    theirs = lasting().filter(person=OuterRef("pk")).order_by("purpose", "pk")
    columns = {"id": "pk", "for": "purpose", "since": "since", "because": "because"}
    return found.annotate(**{f"withheld_{name}": Subquery(theirs.values(at)[:1]) for name, at in columns.items()})


def wholly(person: Person) -> bool:
    """Whether this person, read through `access.shown` by who may know it, is held back for everything but to keep."""
    return person.withheld_for in WHOLLY
