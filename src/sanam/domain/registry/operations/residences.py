"""Residences: where a person lives and is registered, moved with the day and the way it became known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal import operations as journal
from sanam.domain.registry import homes, names
from sanam.domain.registry.homes import door
from sanam.domain.registry.intake import residences as standing
from sanam.domain.registry.intake.residences import Homes
from sanam.domain.registry.models import Change, Household, Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.permissions import check_can, check_sees
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Move:
    """To which house of which village, since when, and whether the house register says so too."""

    area_code: str
    house_no: str = ""
    since: PartialDate | None = None
    registered: bool = False
    actual: bool = True


@transaction.atomic
def move(*, by: Actor, person: Person, to: Move, how: How, on: date) -> Person:
    """Write down where a person lives or is registered now; where it was before stays in the history."""
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, person)
    homes.check_place(by, to.area_code)
    if not (to.registered or to.actual):
        raise BadInput(
            "registry.neither_home",
            "บอกด้วยว่าอยู่จริงที่นี่ หรือมีชื่อในทะเบียนบ้านที่นี่",
            "Say whether the person lives here, is registered here, or both.",
        )
    person = Person.objects.select_for_update().get(pk=person.pk)
    household = homes.house_at(to.area_code, to.house_no)
    if to.actual:
        _keep_where_they_were(by, person, to, household, how)
        _now_at(person, to.area_code, household)
    _stand(person, household, to, how)
    journal.record(by=by, did="person.moved", to=person.ref, details={"area": to.area_code, "actual": to.actual})
    facts.confirm(by=by, person=person, fact=FactGroup.ADDRESS, on=on, how=how)
    return person


def _keep_where_they_were(by: Actor, person: Person, to: Move, household: Household | None, how: How) -> None:
    before, after = door(person.household, person.area_code), door(household, to.area_code)
    if before != after:
        who = {"at": clock.now(), "by_ref": by.ref, "by_label": by.label, "source": how.value}
        Change.objects.create(person=person, field="household_id", old=before, new=after, **who)


def _now_at(person: Person, area_code: str, household: Household | None) -> None:
    person.household, person.area_code = household, area_code
    names.index(person, household.house_no if household else "")
    person.version += 1
    person.updated_at = clock.now()
    person.save()


def _stand(person: Person, household: Household | None, to: Move, how: How) -> None:
    lasting = standing.open_of([person])
    before = standing.homes_of(lasting[person.pk])
    now = Homes(
        household if to.registered else before.registered,
        household if to.actual else before.actual,
    )
    since = to.since.iso() if to.since else clock.today().isoformat()
    standing.keep({person: now}, lasting, on=since, sources={person.pk: how.value})
