"""Requests of people about what is known of them: what waits, by the day it is due, and what stays of the erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import access, withheld
from sanam.domain.registry.models import LegalHold, Person, Restriction, SubjectRequest, Tombstone
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.rights import ledger
from sanam.domain.registry.rights.words import ANSWERED_BY_FILE, WAITING
from sanam.domain.teams.words import Can

SIZE = 25
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Requests:
    """A page of requests by the day they are due; `after` is where the next one begins, empty on the last."""

    rows: list[SubjectRequest]
    after: str


def requests(actor: Actor, *, settled: bool = False, after: str = "") -> Requests:
    """Requests this actor may answer: those that wait by due day, or those that are settled, newest first."""
    found = _answerable(actor).select_related("subject")
    if settled:
        found = found.exclude(state__in=WAITING).order_by("-due_on", "-id")
    else:
        found = found.filter(state__in=WAITING).order_by("due_on", "id")
    if (place := _place(after)) is not None:
        due, last = place
        further = (
            Q(due_on__lt=due) | Q(due_on=due, id__lt=last)
            if settled
            else Q(due_on__gt=due) | Q(due_on=due, id__gt=last)
        )
        found = found.filter(further)
    page = list(found[: SIZE + 1])
    more = f"{page[SIZE - 1].due_on.isoformat()}|{page[SIZE - 1].id}" if len(page) > SIZE else ""
    return Requests(page[:SIZE], more)


def request(actor: Actor, request_id: str) -> SubjectRequest:
    """One request this actor may answer or see; raises NotHere for any other."""
    found = _answerable(actor).filter(id=request_id).select_related("subject", "tombstone").first()
    if found is None:
        raise not_here()
    return found


def requests_of(actor: Actor, person: Person) -> list[SubjectRequest]:
    """What was asked about one person, newest first."""
    return list(_answerable(actor).filter(subject=person).order_by("-received_on", "-id"))


def soon_due(actor: Actor) -> QuerySet[SubjectRequest]:
    """Requests due within a week or past their day, for Today."""
    if not actor.may(Can.ANSWER_REQUESTS):
        return SubjectRequest.objects.none()
    return _answerable(actor).filter(state__in=WAITING, due_on__lte=clock.today() + SOON)


def request_for_a_file(actor: Actor, person: Person) -> SubjectRequest | None:
    """The request that waits for a person's own file, the oldest first."""
    waiting = _answerable(actor).filter(subject=person, kind__in=ANSWERED_BY_FILE, state__in=WAITING)
    return waiting.order_by("due_on", "id").first()


def holds_of(actor: Actor, person: Person) -> list[LegalHold]:
    """What keeps this person from being erased today; the person is one this actor sees."""
    lasting = Q(until_on=None) | Q(until_on__gte=clock.today())
    return list(LegalHold.objects.filter(lasting, access.names_seen(actor, "person"), person=person).order_by("id"))


def hold(actor: Actor, hold_id: int) -> LegalHold:
    """One hold on a person this actor sees; raises NotHere for any other."""
    found = LegalHold.objects.filter(access.names_seen(actor, "person"), id=hold_id).select_related("person").first()
    if found is None:
        raise not_here()
    return found


def restriction(actor: Actor, restriction_id: int) -> Restriction:
    """What holds back a person this actor answers for; raises NotHere for any other."""
    theirs = withheld.lasting().filter(access.names_seen(actor, "person"))
    found = theirs.filter(id=restriction_id).select_related("person").first() if _may(actor) else None
    if found is None:
        raise not_here()
    return found


def restrictions_of(actor: Actor, person: Person) -> list[Restriction]:
    """What holds this person back today, the widest first; for who answers for people's rights."""
    if not _may(actor):
        return []
    theirs = withheld.lasting().filter(access.names_seen(actor, "person"), person=person)
    return list(theirs.order_by("purpose", "id"))


def tombstones(actor: Actor, limit: int = 100) -> list[Tombstone]:
    """Who was erased within this seat's areas, newest first: when, by whom, on what ground; no names."""
    if not _may(actor):
        return []
    return list(Tombstone.objects.filter(_placed(actor)).order_by("-at", "id")[:limit])


def tombstone(actor: Actor, tombstone_id: str) -> Tombstone:
    """One tombstone within this seat's areas; raises NotHere for any other."""
    found = Tombstone.objects.filter(_placed(actor), id=tombstone_id).first() if _may(actor) else None
    if found is None:
        raise not_here()
    return found


def erasures_not_listed() -> int:
    """How many tombstones the list outside the database lacks; for the doctor. Raises Refused for an altered list."""
    return len(ledger.missing())


def not_wiped_since() -> date | None:
    """The day of the oldest erasure after which the engine's leftovers were not yet overwritten; for the doctor."""
    oldest = Tombstone.objects.filter(wiped_at=None).order_by("at").first()
    return oldest.at.date() if oldest else None


def _answerable(actor: Actor) -> QuerySet[SubjectRequest]:
    if not _may(actor):
        return SubjectRequest.objects.none()
    seen = Q(access.names_seen(actor, "subject"))
    return SubjectRequest.objects.filter(seen | Q(subject=None) & _placed(actor))


def _may(actor: Actor) -> bool:
    return actor.may(Can.ANSWER_REQUESTS) or actor.may(Can.ERASE_PEOPLE)


def _placed(actor: Actor) -> Q:
    within = Q(pk__in=[])
    for code in actor.mandate.areas:
        within |= Q(area_code__startswith=code)
    return within


def _place(after: str) -> tuple[date, UUID] | None:
    due, _, last = after.partition("|")
    try:
        return date.fromisoformat(due), UUID(last)
    except ValueError:
        return None
