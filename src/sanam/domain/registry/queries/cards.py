"""One person: all that is known of them, as far as the actor's mandate shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, CharField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry import access
from sanam.domain.registry.freshness import Freshness, strip
from sanam.domain.registry.models import Conflict, Duplicate, GroupMembership, Identifier, Person, Residence
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.queries.rows import as_shown, groups_of, in_a_circle
from sanam.domain.registry.words import IdentifierKind


@dataclass(frozen=True, slots=True)
class Card:
    """What this actor may see of one person; hidden marks are masked, not missing."""

    person: Person
    groups: tuple[GroupMembership, ...]
    freshness: list[Freshness]
    national: Identifier | None
    residences: list[Residence]
    household: list[Person]
    in_doubt: bool
    sees_sensitive: bool


def person(actor: Actor, person_id: str) -> Person:
    """One person this actor may see; raises NotHere alike for a stranger and for nobody.

    An old id, of a record merged away, gives the living one."""
    seen = access.visible(actor).values("pk")
    pairs = Duplicate.objects.filter(decision="", first__in=seen, second__in=seen)
    doubts = pairs.filter(Q(first=OuterRef("pk")) | Q(second=OuterRef("pk")))
    here = access.visible(actor).annotate(
        in_doubt=Exists(doubts) | Exists(Conflict.objects.filter(person=OuterRef("pk"), decision="")),
        in_a_circle=in_a_circle(),
        merged_ids=_ids_merged_into(),
        # one statement fewer on the page that is opened most
        **{f"national_{column}": Subquery(_national().values(column)[:1]) for column in ("sealed", "why_none")},
    )
    found = here.filter(access.meant_by(person_id)).select_related("household__volunteer_seat").first()
    if found is None:
        raise not_here()
    return found


def ids_of(who: Person) -> list[UUID]:
    """All ids that mean this person: the living record's first, then of records merged into it.

    For rooms that keep the id they knew, and for what is written beside ids for ever.
    """
    living = who.merged_into_id or who.pk
    if hasattr(who, "merged_ids"):
        return [living, *sorted(UUID(one) for one in (who.merged_ids or "").split(",") if one)]
    return [living, *Person.objects.filter(merged_into=living).order_by("pk").values_list("pk", flat=True)]


def refs_of(who: Person) -> list[str]:
    """The same as the journal writes them."""
    return [f"person:{one}" for one in ids_of(who)]


def card(actor: Actor, person_id: str) -> Card:
    """All that is known of one person, as far as this actor's mandate shows it."""
    who = person(actor, person_id)
    groups = groups_of([who])[who.id]
    seen = list(who.confirmations.all())
    return Card(
        person=who,
        groups=as_shown(actor, groups),
        freshness=strip(
            seen,
            groups,
            in_a_circle=getattr(who, "in_a_circle", False),
            settings=parameters.values(),
            today=clock.today(),
        ),
        national=_national_of(who),
        residences=residences_of(who, to_on=""),
        household=_housemates(actor, who),
        in_doubt=bool(getattr(who, "in_doubt", False)),
        sees_sensitive=actor.sees(Privacy.SENSITIVE),
    )


def residences_of(who: Person, **narrowed: str) -> list[Residence]:
    """Residences of a person, lasting ones first, where they really live before where they are registered."""
    found = Residence.objects.filter(person=who, **narrowed).select_related("household")
    return list(found.order_by("to_on", "-actual", "-id"))


class _Listed(Aggregate):
    """Texts in one, with commas between."""

    function = "GROUP_CONCAT"
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRING_AGG", template="%(function)s(%(expressions)s, ',')")


def _ids_merged_into() -> Subquery:
    away = Person.objects.filter(merged_into=OuterRef("pk")).order_by().values("merged_into")
    return Subquery(away.annotate(ids=_Listed(Cast("pk", CharField()))).values("ids"))


def _national() -> QuerySet[Identifier]:
    return Identifier.objects.filter(person=OuterRef("pk"), kind=IdentifierKind.NATIONAL).order_by("id")


def _national_of(who: Person) -> Identifier | None:
    sealed, why = getattr(who, "national_sealed", None), getattr(who, "national_why_none", None) or ""
    if sealed is None and not why:
        return None
    return Identifier(person=who, kind=IdentifierKind.NATIONAL, sealed=sealed, why_none=why)


def _housemates(actor: Actor, who: Person) -> list[Person]:
    if who.household_id is None:
        return []
    others = access.visible(actor).filter(household=who.household_id).exclude(id=who.id)
    return list(others.order_by("birth", "id")[:12])
