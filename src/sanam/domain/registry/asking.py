"""Asking after somebody one may not see: counted by the day, and heard by those who keep the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as written
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry import withheld
from sanam.domain.registry.models import Person
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Seat

DAY = timedelta(days=1)


def count(*, by: Actor, did: str, asking: str, dial: str, too_often: Callable[[int], Refused]) -> None:
    """Write down that it was asked, whether somebody is found or not; `asking` is who is counted together.

    Raises what `too_often` makes of the dial's number once so many were asked within a day.
    """
    most = int(parameters.values()[dial].value)
    if written.times(asking, did, since=clock.now() - DAY) >= most:
        raise too_often(most)
    journal.record(by=by, did=did, to=asking)


def keepers(person: Person) -> list[Seat]:
    """Who must hear that somebody asks after this person: the seats that keep the register of the place.

    Of somebody whom their own right holds back, only those who answer for people's rights.
    """
    seats = teams.keepers_of(person.area_code)
    if withheld.people().filter(person=person).exists():
        return [one for one in seats if withheld.answered_by(one.mandate)]
    return seats
