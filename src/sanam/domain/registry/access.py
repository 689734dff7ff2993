"""Who is seen by whom: one function, asked by every path that shows, counts, searches or exports people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import withheld
from sanam.domain.registry.among import Among
from sanam.domain.registry.models import CareCircle, Consent, Emergency, Person
from sanam.domain.registry.purposes import OPENING
from sanam.domain.teams.closing import keeps_the_register
from sanam.domain.teams.models import Seat
from sanam.domain.teams.words import Can

Person._meta.pk.register_lookup(Among)


def visible(actor: Actor) -> QuerySet[Person]:
    """The people this actor may see; no capability, no area, no assignment or no consent means nobody.

    Whom their own right holds back is seen only by who answers for it, and used by nobody: `in_use`. A record merged
    away is nobody of its own: its person is seen by the record that lives on.
    """
    return in_scope(actor).filter(merged_into=None)


def in_scope(actor: Actor) -> QuerySet[Person]:
    """The same, with the records merged away: for the few questions that are about records, not about people."""
    if actor.kind is not ActorKind.SEAT or not actor.may(Can.SEE_PEOPLE):
        return Person.objects.none()
    reached = Person.objects.filter(_by_right(actor) | _in_need(actor))
    return reached if withheld.answers(actor) else withheld.without(reached)


def in_use(actor: Actor, purpose: str = "") -> QuerySet[Person]:
    """Those of `visible` who may be put to use, for this purpose: counted, exported, put on a list of work, compared.

    It differs only for who answers for people's rights, and sees whom they hold back.
    """
    return withheld.without(visible(actor), purpose)


def names_seen(actor: Actor, column: str) -> Exists:
    """Rows that name in this column somebody the actor may see: asked row by row, so for few rows, not for everyone."""
    return _named_in(visible(actor), column)


def names_in_use(actor: Actor, column: str) -> Exists:
    """The same, of those who may be put to use."""
    return _named_in(in_use(actor), column)


def names_record(actor: Actor, column: str) -> Exists:
    """The same, with the records merged away."""
    return _named_in(in_scope(actor), column)


def _named_in(people: QuerySet[Person], column: str) -> Exists:
    return Exists(people.filter(pk=OuterRef(column)))


def standing() -> QuerySet[Person]:
    """Records that stand for somebody, whoever asks, and may be used."""
    return withheld.without(Person.objects.filter(merged_into=None))


def sees(actor: Actor, person: Person) -> bool:
    """Whether this actor may see this person; an old id means the record it was merged into."""
    return visible(actor).filter(meant_by(person.id)).exists()


def meant_by(person_id: Any) -> Q:
    """The living record an id means, today's or an old one."""
    known = Person.objects.filter(pk=person_id)
    return Q(pk__in=known.values(living=Coalesce("merged_into", "id")))


def shown(actor: Actor, people: QuerySet[Person]) -> QuerySet[Person]:
    """People of `visible`, each with what `marks` asks: seen by right, opened in need, health shared by consent,
    and, for who answers for their rights, since when and why they are held back."""
    if actor.mandate.reach is Reach.SHARED:
        sensitive = lasting().filter(person=OuterRef("pk"), sensitive=True, **_named(actor))
        people = people.annotate(health_shared=Exists(sensitive))
    if actor.may(Can.BREAK_GLASS):
        opened = _openings(actor).filter(person=OuterRef("pk")).order_by("-until")
        people = people.annotate(
            seen_by_right=Case(When(_by_right(actor), then=Value(True)), default=Value(False)),
            opening=Subquery(opened.values("pk")[:1]),
            opened_until=Subquery(opened.values("until")[:1]),
        )
    return withheld.annotated(people) if withheld.answers(actor) else people


def marks(actor: Actor, person: Person) -> frozenset[Privacy]:
    """The marks of this person's fields that this actor sees: the mandate's, without those a rule closed, narrowed by
    how the person is seen.

    By consent: what it covers, never secret. In an emergency: never secret. A person not read through `shown` is read
    again, so that nothing is shown for want of an annotation.
    """
    if _lacks(actor, person):
        again = shown(actor, visible(actor)).filter(pk=person.pk).first()
        return marks(actor, again) if again else frozenset({Privacy.OPEN})
    seen = actor.mandate.shown
    if opening(actor, person):
        return seen - {Privacy.SECRET}
    if actor.mandate.reach is not Reach.SHARED:
        return seen
    covered = {Privacy.OPEN, Privacy.PERSONAL, Privacy.INCOME}
    return seen & (covered | {Privacy.SENSITIVE} if getattr(person, "health_shared", False) else covered)


def closed_fields(actor: Actor) -> list[str]:
    """Fields a rule closes to this actor: a line about one is left out; masked, it would say that there is one."""
    return [name for name, mark in Person.privacy.items() if mark in actor.mandate.closed]


def opening(actor: Actor, person: Person) -> str:
    """Through which emergency only this person, read through `shown`, is seen: "emergency:<id>", or nothing."""
    if getattr(person, "seen_by_right", True):
        return ""
    found = getattr(person, "opening", None)
    return f"emergency:{found}" if found else ""


def whole(actor: Actor, person: Person) -> bool:
    """Whether this person, read through `shown`, is seen by the seat's own mandate: not by consent, not in need."""
    return actor.mandate.reach is not Reach.SHARED and not opening(actor, person)


def keeps(actor: Actor, person: Person) -> bool:
    """Whether this seat keeps the record: it sees the person's whole area, and may correct people there."""
    return keeps_the_register(actor.mandate) and actor.mandate.covers(person.area_code)


def may_see_by_circle(seat: Seat, person: Person) -> bool:
    """Whether a place in this person's circle shows them to this seat, so that it may be told of them by name."""
    reaches = seat.reach in {Reach.ASSIGNED, Reach.AREA} and Can.SEE_PEOPLE in seat.capabilities
    return reaches and seat.mandate.covers(person.area_code)


def lasting() -> QuerySet[Consent]:
    """Consents that open a person today: agreed, begun, neither expired nor ended, of somebody alive."""
    today = clock.today()
    return Consent.objects.filter(
        agreed=True,
        end="",
        purpose__in=OPENING,
        from_on__lte=today,
        until_on__gte=today,
    ).exclude(person__life="dead")


def _by_right(actor: Actor) -> Q:
    """By area, by assignment, or by the person's own consent; always within the mandate's areas."""
    within = _within(actor.mandate.areas)
    if actor.mandate.reach is Reach.AREA:
        return within
    if actor.mandate.reach is Reach.ASSIGNED:
        return within & _assigned(actor)
    if actor.mandate.reach is Reach.SHARED:
        return within & Q(pk__in=lasting().filter(**_named(actor)).values("person"))
    return Q(pk__in=[])


def _in_need(actor: Actor) -> Q:
    return Q(pk__among=_openings(actor).values("person")) if actor.may(Can.BREAK_GLASS) else Q(pk__in=[])


def _openings(actor: Actor) -> QuerySet[Emergency]:
    mine = Emergency.objects.filter(seat_id=actor.ref, member_ref=actor.member, until__gt=clock.now())
    return mine.exclude(person__in=withheld.people())


def _within(areas: tuple[str, ...]) -> Q:
    # a range, not a LIKE: both databases answer it from the index
    within = Q(pk__in=[])
    for code in areas:
        within |= Q(area_code__gte=code, area_code__lt=code[:-1] + chr(ord(code[-1]) + 1))
    return within


def _assigned(actor: Actor) -> Q:
    """Households of a seat, and care circles it or its organisation stands in today."""
    today = clock.today()
    ours = Q(seat=actor.ref) | Q(organisation__in=_organisation(actor))
    close = CareCircle.objects.filter(ours, Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today, left_at=None)
    return Q(household__volunteer_seat=actor.ref) | Q(pk__in=close.values("person"))


def _named(actor: Actor) -> dict[str, Any]:
    return {"recipients__organisation__in": _organisation(actor)}


def _organisation(actor: Actor) -> Any:
    return Seat.objects.filter(pk=actor.ref).values("organisation")


def _lacks(actor: Actor, person: Person) -> bool:
    shared = actor.mandate.reach is Reach.SHARED and not hasattr(person, "health_shared")
    return shared or (actor.may(Can.BREAK_GLASS) and not hasattr(person, "seen_by_right"))


def counted(actor: Actor, areas: tuple[str, ...]) -> QuerySet[Person]:
    """The people behind the sums that whoever sees reports may read, small numbers closed; never to be listed.

    It is what a seat over all of these areas would see, so that nobody is in a sum whom no seat could see.
    """
    if actor.kind is not ActorKind.SEAT or not actor.may(Can.SEE_REPORTS):
        return Person.objects.none()
    over_all = replace(actor.mandate, capabilities=frozenset({Can.SEE_PEOPLE}), areas=areas, reach=Reach.AREA)
    return in_use(replace(actor, mandate=over_all), withheld.STATISTICS).filter(_within(areas))


def within(people: QuerySet[Person], areas: tuple[str, ...]) -> QuerySet[Person]:
    """Those of them who are found now in some areas."""
    return people.filter(_within(areas))
