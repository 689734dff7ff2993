"""Groups a file puts people in: disabled by DISABILITY, homeless by TYPEAREA 5, stateless by the number itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sanam.domain.registry.incoming import IncomingGroup, Outcome, source_of
from sanam.domain.registry.intake import footprints
from sanam.domain.registry.intake.numbers import NO_STATUS
from sanam.domain.registry.intake.source_rows import people_of
from sanam.domain.registry.intake.winners import NO_HOUSE
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, GroupMembership, Person
from sanam.domain.registry.words import Basis, Group

DISABILITY = "DISABILITY"


def take(outcome: Outcome, batch: Batch, groups: Sequence[IncomingGroup]) -> None:
    """Put people in the groups a file names; one that a human ended stays ended."""
    people = people_of({(one.hospital, one.pid) for one in groups})
    known = [one for one in groups if (one.hospital, one.pid) in people]
    insert(
        (
            GroupMembership(
                person=people[one.hospital, one.pid],
                group=one.group,
                kind=one.kind,
                since=one.since,
                source=_source(one.hospital),
                batch=batch,
            )
            for one in known
        ),
        unless_there=True,
    )
    outcome.count(DISABILITY, len(known))
    outcome.nobody(DISABILITY, ((one.hospital, one.pid) for one in groups if (one.hospital, one.pid) not in people))


def follow_residency(batch: Batch, people: Sequence[Person], *, hospital: str, on: str) -> None:
    """Homeless while TYPEAREA says so: the membership a file began, a file may end."""
    without = [person for person in people if person.residency == NO_HOUSE]
    began_by_file = GroupMembership.objects.filter(group=Group.HOMELESS, basis=Basis.FILE)
    housed = [person.pk for person in people if person.residency != NO_HOUSE]
    _mark(batch, began_by_file.filter(person__in=housed, until=""), on)
    if without:
        _mark(batch, began_by_file.filter(person__in=without).exclude(until=""), "")
        _join(batch, without, Group.HOMELESS, hospital)


def note_stateless(batch: Batch, numbers: Iterable[tuple[Person, str]], *, hospital: str) -> None:
    """A number beginning with 0 is one given to somebody without civil status."""
    found = [person for person, number in numbers if number[:1] == NO_STATUS]
    if found:
        _join(batch, found, Group.STATELESS, hospital)


def _mark(batch: Batch, memberships: Iterable[GroupMembership], until: str) -> None:
    found = list(memberships)
    stood = {one.pk: {"until": one.until} for one in found}
    people = {one.pk: one.person_id for one in found}
    GroupMembership.objects.filter(pk__in=stood).update(until=until)
    footprints.remember(
        batch, GroupMembership, stood, {key: {"until": until} for key in stood}, person=people.__getitem__
    )


def _join(batch: Batch, people: Iterable[Person], group: Group, hospital: str) -> None:
    insert(
        (GroupMembership(person=person, group=group, source=_source(hospital), batch=batch) for person in people),
        unless_there=True,
    )


def _source(hospital: str) -> str:
    return source_of(hospital)
