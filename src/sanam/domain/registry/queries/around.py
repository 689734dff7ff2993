"""Who is around a person, who cares for them, and what number reaches whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.models import Contact, Person, Relationship
from sanam.domain.registry.permissions import check_beyond_consent, not_here
from sanam.domain.registry.words import Channel

T = TypeVar("T", Relationship, Contact)


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody around a person, how to reach them, and their record where this actor sees it."""

    relationship: Relationship
    contacts: Sequence[Contact]
    record: Person | None


@dataclass(frozen=True, slots=True)
class Around:
    """All around one person: carers, others, who is no more, own contacts, and for whom they themselves are there."""

    person: Person
    carers: list[Near]
    others: list[Near]
    ended: list[Near]
    contacts: list[Contact]
    there_for: list[Relationship]


@dataclass(frozen=True, slots=True)
class Carer:
    """Who cares for a person and the number that reaches them; the number is empty where none is known."""

    name: str
    kind: str
    phone: str


def around(actor: Actor, person: Person) -> Around:
    """Everybody around one person this actor sees; raises NotHere alike for a stranger and for nobody."""
    check_beyond_consent(actor, person)
    if not actor.sees(Privacy.PERSONAL):
        return Around(person, [], [], [], [], [])
    told = list(_around(person).order_by("-cares", "id"))
    numbers = _contacts(person)
    known = access.visible(actor).in_bulk([one.other_id for one in told if one.other_id])
    near = [Near(one, numbers[one.pk], known.get(one.other_id)) for one in told]
    lasting = [one for one in near if not one.relationship.to_on]
    return Around(
        person=person,
        carers=[one for one in lasting if one.relationship.cares],
        others=[one for one in lasting if not one.relationship.cares],
        ended=[one for one in near if one.relationship.to_on],
        contacts=numbers[None],
        there_for=_there_for(actor, person),
    )


def carer_columns(actor: Actor) -> dict[str, Subquery]:
    """Columns for a statement about people that name the first who cares for each: one statement fewer on the page
    that is opened most. A number in the carer's own record is there for whoever sees that record."""
    told = Relationship.objects.filter(person=OuterRef("pk"), cares=True, to_on="").exclude(other=OuterRef("pk"))
    own = access.visible(actor).filter(pk=OuterRef("other"))
    phones = Contact.objects.filter(relationship=OuterRef("pk"), kind=Channel.PHONE, ended_on=None).order_by("-seen_on")
    reached = told.annotate(
        reached=Coalesce(Subquery(phones.values("value")[:1]), Subquery(own.values("phone")[:1]), Value(""))
    )
    found = {"carer_name": "name", "carer_kind": "kind", "carer_phone": "reached"}
    return {column: Subquery(reached.order_by("id").values(name)[:1]) for column, name in found.items()}


def carer_of(actor: Actor, person: Person) -> Carer | None:
    """Who cares for a person and what number reaches them, from the columns of `carer_columns`."""
    name = getattr(person, "carer_name", None)
    if not name or not actor.sees(Privacy.PERSONAL) or actor.mandate.reach is Reach.SHARED:
        return None
    return Carer(name, getattr(person, "carer_kind", ""), getattr(person, "carer_phone", "") or "")


def relationship(actor: Actor, relationship_id: int) -> Relationship:
    """One of a person this actor may see; raises NotHere for any other."""
    found = Relationship.objects.filter(access.names_seen(actor, "person"), pk=relationship_id)
    return _shown(actor, found.select_related("person").first())


def contact(actor: Actor, contact_id: int) -> Contact:
    """One of a person this actor may see; raises NotHere for any other."""
    found = Contact.objects.filter(access.names_seen(actor, "person"), pk=contact_id)
    return _shown(actor, found.select_related("person").first())


def _shown(actor: Actor, found: T | None) -> T:
    if found is None or not actor.sees(Privacy.PERSONAL) or actor.mandate.reach is Reach.SHARED:
        raise not_here()
    return found


def _around(person: Person) -> QuerySet[Relationship]:
    # two records merged into one may leave somebody around themselves; that is no news to anybody
    return Relationship.objects.filter(person=person).exclude(other=person)


def _contacts(person: Person) -> dict[int | None, list[Contact]]:
    found: dict[int | None, list[Contact]] = defaultdict(list)
    for one in Contact.objects.filter(person=person, ended_on=None).order_by("-seen_on", "id"):
        found[one.relationship_id].append(one)
    return found


def _there_for(actor: Actor, person: Person) -> list[Relationship]:
    mine = Relationship.objects.filter(access.names_seen(actor, "person"), to_on="", other=person)
    return list(mine.exclude(person=person).select_related("person").order_by("-cares", "id"))
