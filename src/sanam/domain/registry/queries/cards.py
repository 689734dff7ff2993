"""One person: all that is known of them, as far as the actor's mandate shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, CharField, Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import access, withheld
from sanam.domain.registry.freshness import Freshness, strip
from sanam.domain.registry.models import Conflict, Duplicate, GroupMembership, Identifier, Person, Residence
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.queries import circles, consents
from sanam.domain.registry.queries.around import Carer, carer_columns, carer_of
from sanam.domain.registry.queries.rows import as_shown, groups_of, in_a_circle
from sanam.domain.registry.words import IdentifierKind


@dataclass(frozen=True, slots=True)
class Card:
    """What this actor may see of one person; hidden marks are masked, not missing.

    `because` is the emergency through which alone they are seen, `until` its end. `consents` and `circle` count what
    lasts. `settings` are the dials it was read by. `held_back`: their own right holds them back, and this actor answers
    for it.
    """

    person: Person
    groups: tuple[GroupMembership, ...]
    freshness: list[Freshness]
    settings: Mapping[str, Setting]
    national: Identifier | None
    residences: list[Residence]
    household: list[Person]
    carer: Carer | None
    in_doubt: bool
    sees_sensitive: bool
    hides_number: bool
    by_consent: bool
    because: str
    until: datetime | None
    consents: int
    circle: int
    held_back: bool


def person(actor: Actor, person_id: str) -> Person:
    """One person this actor may see; raises NotHere alike for a stranger and for nobody.

    An old id, of a record merged away, gives the living one."""
    mine = Duplicate.objects.filter(Q(first=OuterRef("pk")) | Q(second=OuterRef("pk")), decision="")
    doubts = mine.filter(access.names_seen(actor, "first"), access.names_seen(actor, "second"))
    disputed = Conflict.objects.filter(person=OuterRef("pk"), decision="")
    here = access.shown(actor, access.visible(actor)).annotate(
        in_doubt=Exists(doubts) | Exists(disputed.exclude(field__in=access.closed_fields(actor))),
        in_a_circle=in_a_circle(),
        merged_ids=_ids_merged_into(),
        consents_lasting=how_many(consents.agreed()),
        circle_size=how_many(circles.standing()),
        **carer_columns(actor),
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
    marks, because, settings = access.marks(actor, who), access.opening(actor, who), parameters.values()
    return Card(
        person=who,
        groups=as_shown(actor, groups, marks),
        freshness=strip(
            seen,
            groups,
            in_a_circle=getattr(who, "in_a_circle", False),
            settings=settings,
            today=clock.today(),
        ),
        settings=settings,
        national=_national_of(who),
        residences=residences_of(who, to_on=""),
        household=_housemates(actor, who),
        carer=carer_of(actor, who),
        in_doubt=bool(getattr(who, "in_doubt", False)),
        sees_sensitive=Privacy.SENSITIVE in marks,
        hides_number=not access.whole(actor, who),
        by_consent=actor.mandate.reach is Reach.SHARED and not because,
        because=because,
        until=getattr(who, "opened_until", None) if because else None,
        consents=getattr(who, "consents_lasting", 0),
        circle=getattr(who, "circle_size", 0),
        held_back=withheld.wholly(who),
    )


def how_many(things: QuerySet[Any]) -> Coalesce:
    """How many of these a person has, inside the statement that reads the person."""
    counted = things.filter(person=OuterRef("pk")).order_by().values("person").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), 0)


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
