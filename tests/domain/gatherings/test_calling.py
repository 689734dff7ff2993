"""A gathering is called together, and goes only where it may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.gatherings.models import Gathering
from sanam.domain.gatherings.operations import calling
from sanam.domain.gatherings.words import MOVES, Stage
from sanam.domain.teams import queries as teams
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def called(cast: Cast, by: str = "secretary", **changes: object) -> Gathering:
    body = teams.bodies().first()
    assert body
    given = {"title": "คุยเรื่องรถรับส่ง", "place": "ศาลาหมู่ 5", "starts_at": clock.now() + timedelta(days=7)}
    return calling.call_together(by=cast.actors[by], body=body, **(given | changes))  # type: ignore[arg-type]


def test_a_called_gathering_knows_who_convened_it_and_the_day_in_thailand(cast: Cast) -> None:
    gathering = called(cast)
    assert str(gathering.convened_by_id) == cast.actors["secretary"].ref
    assert gathering.starts_at
    assert gathering.held_on == gathering.starts_at.astimezone(clock.BANGKOK).date().isoformat()
    assert gathering.stage == Stage.PLANNED


def test_a_seat_that_does_not_write_gatherings_calls_none(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        called(cast, by="volunteer")
    assert not Gathering.objects.exists()


@pytest.mark.parametrize("missing", ["title", "place"])
def test_it_needs_a_matter_and_a_place(cast: Cast, missing: str) -> None:
    with pytest.raises(BadInput):
        called(cast, **{missing: "  "})


def test_it_cannot_end_before_it_begins(cast: Cast) -> None:
    with pytest.raises(BadInput):
        called(cast, ends_at=clock.now())


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("to", list(Stage))
def test_it_moves_only_where_the_table_leads(cast: Cast, stage: Stage, to: Stage) -> None:
    gathering = called(cast)
    Gathering.objects.filter(id=gathering.id).update(stage=stage)
    if to in MOVES[stage] and to is not Stage.APPROVED:  # a report is approved by its own deed
        assert calling.move(by=cast.actors["secretary"], gathering=gathering, to=to).stage == to
    else:
        with pytest.raises(BadInput):
            calling.move(by=cast.actors["secretary"], gathering=gathering, to=to)
        assert Gathering.objects.get(id=gathering.id).stage == stage
