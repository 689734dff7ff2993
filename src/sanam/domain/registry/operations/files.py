"""Files: read in whole or not at all, with what each row said kept beside what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction

from sanam.domain.areas import operations as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.registry import names
from sanam.domain.registry.incoming import (
    IncomingAddress,
    IncomingGroup,
    IncomingHouse,
    IncomingPerson,
    Outcome,
)
from sanam.domain.registry.intake import houses
from sanam.domain.registry.intake.people import FILE, Chunk
from sanam.domain.registry.models import Batch, GroupMembership, Person, Problem, SourceRow
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

CHUNK = 2_000
T = TypeVar("T")


@dataclass(slots=True)
class Reading:
    """A file being read in: its rows by kind, streamed, in the order they are applied.

    `problems` is asked once everything was read, for then all of them are known: {file, line, column, code, th, en}.
    """

    kind: str
    file_name: str
    sha256: str
    hospitals: frozenset[str]
    villages: dict[str, str] = field(default_factory=dict)
    houses: Iterable[IncomingHouse] = ()
    people: Iterable[IncomingPerson] = ()
    addresses: Iterable[IncomingAddress] = ()
    groups: Iterable[IncomingGroup] = ()
    problems: Callable[[Outcome], list[dict[str, Any]]] = lambda outcome: []
    progress: Callable[[int], None] = lambda rows: None


def read_in(*, by: Actor, reading: Reading, dry_run: bool = False) -> tuple[Batch, Outcome]:
    """Read a file into the registry in one transaction; a dry run does all of it and keeps nothing.

    The same file twice changes nothing: rows already said are recognised by what they say.
    """
    check_can(by, Can.READ_FILES_IN)
    _check_own_hospitals(by, reading.hospitals)
    with transaction.atomic():
        batch = Batch.objects.create(
            kind=reading.kind,
            file_name=reading.file_name,
            sha256=reading.sha256,
            at=clock.now(),
            by_ref=by.ref,
            by_label=by.label,
        )
        outcome = _take(by, batch, reading)
        problems = reading.problems(outcome)
        Problem.objects.bulk_create((Problem(batch=batch, **problem) for problem in problems), batch_size=CHUNK)
        batch.outcome = {
            "people": {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged},
            "applied": outcome.applied,
            "problems": len(problems),
        }
        batch.save(update_fields=["outcome"])
        journal.record(by=by, did="file.read_in", to=batch.ref, details={"sha256": reading.sha256, **batch.outcome})
        if dry_run:
            transaction.set_rollback(True)
    return batch, outcome


def _take(by: Actor, batch: Batch, reading: Reading) -> Outcome:
    outcome = Outcome()
    areas.note_villages(by=by, villages=reading.villages)
    done = 0
    for chunk in _chunks(reading.houses):
        outcome.count("HOME", houses.take(chunk))
        reading.progress(done := done + len(chunk))
    home_area = _home_area(reading.hospitals)
    for people in _chunks(reading.people):
        Chunk(batch, outcome, people, home_area).take()
        reading.progress(done := done + len(people))
    for addresses in _chunks(reading.addresses):
        _take_addresses(outcome, addresses)
        reading.progress(done := done + len(addresses))
    for groups in _chunks(reading.groups):
        _take_groups(batch, outcome, groups)
        reading.progress(done := done + len(groups))
    return outcome


def _take_addresses(outcome: Outcome, addresses: Sequence[IncomingAddress]) -> None:
    """House those whom no HOME row housed; a person with a house keeps it."""
    people = _people_of(addresses)
    homeless = {
        key: person for key, person in people.items() if person.household_id is None and person.residency != "5"
    }
    found = houses.for_addresses(one for one in addresses if (one.hospital, one.pid) in homeless)
    for key, household in found.items():
        person = homeless[key]
        person.household, person.area_code = household, household.area_code
        names.index(person, household.house_no)
    housed = [homeless[key] for key in found]
    Person.objects.bulk_update(housed, ["household", "area_code", "search_text", "sort_key"], batch_size=500)
    outcome.count("ADDRESS", sum((one.hospital, one.pid) in people for one in addresses))


def _take_groups(batch: Batch, outcome: Outcome, groups: Sequence[IncomingGroup]) -> None:
    people = _people_of(groups)
    known = [one for one in groups if (one.hospital, one.pid) in people]
    GroupMembership.objects.bulk_create(
        (
            GroupMembership(
                person=people[one.hospital, one.pid],
                group=one.group,
                kind=one.kind,
                since=one.since,
                source=f"43 แฟ้ม {one.hospital}",
            )
            for one in known
        ),
        ignore_conflicts=True,
    )
    outcome.count("DISABILITY", len(known))
    outcome.without_person += [(one.hospital, one.pid) for one in groups if (one.hospital, one.pid) not in people]


def _people_of(rows: Sequence[IncomingAddress] | Sequence[IncomingGroup]) -> dict[tuple[str, str], Person]:
    found = SourceRow.objects.filter(
        file=FILE,
        current=True,
        hospital__in={row.hospital for row in rows},
        key__in=[row.pid for row in rows],
        person__isnull=False,
    ).select_related("person")
    return {(row.hospital, row.key): row.person for row in found.defer("sealed") if row.person}


def _check_own_hospitals(by: Actor, hospitals: frozenset[str]) -> None:
    """A seat reads in the files of hospitals within its areas only; the installation reads in any."""
    if by.kind is ActorKind.INSTALLATION:
        return
    ours = {code for code, area in teams.hospitals().items() if by.mandate.covers(area)}
    if not hospitals or hospitals - ours:
        raise NotAllowed(
            "registry.other_hospital",
            "แฟ้มนี้มาจากหน่วยบริการนอกพื้นที่ของที่นั่งนี้ จึงนำเข้าไม่ได้",
            "This file comes from a hospital outside this seat's area, so it was not read in.",
        )


def _home_area(hospitals: frozenset[str]) -> str:
    """Where a person without a known place is kept: the place of the one hospital that sent them."""
    known = teams.hospitals()
    areas_of_them = {known[code] for code in hospitals if code in known}
    return areas_of_them.pop() if len(areas_of_them) == 1 else ""


def _chunks(rows: Iterable[T]) -> Iterator[list[T]]:
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
