"""`sanam looked`: whom a seat looked at, for the seat that answers people, within its sight and itself written down."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.journal import operations as journal
from sanam.domain.journal.models import Entry
from sanam.domain.registry.models import Person
from tests.cast import Cast
from tests.interfaces.cli.typing_it import Terminal


@pytest.fixture
def seen(field: Cast, ours: Person, foreign: Person) -> Cast:
    """The nurse looked twice at one of ours, once at one elsewhere, opened a list; a month ago at a neighbour."""
    with clock.at(clock.now() - timedelta(days=30)):
        journal.look(by=field.nurse, at=Person.objects.get(given="คล้าย").ref)
    for at in (ours.ref, ours.ref, foreign.ref):
        journal.look(by=field.nurse, at=at)
    journal.look(by=field.nurse, at="people", did="people.looked")
    return field


def typed(terminal: Terminal, who: str = "secretary", by: str = "nurse", **more: str):
    since = (clock.today() - timedelta(days=3)).isoformat()
    return terminal.type("looked", "--by", by, "--as", who, "--since", more.get("since", since), "--json")


def test_it_names_whom_within_sight_and_counts_the_rest(terminal: Terminal, seen: Cast, ours: Person) -> None:
    told = typed(terminal).document
    (one,) = told["looked_at"]
    assert (one["id"], one["times"]) == (str(ours.pk), "2")
    assert (told["people"], told["out_of_sight"], told["lists"], told["exports"]) == (1, 1, 1, 0)


def test_a_longer_span_holds_more(terminal: Terminal, seen: Cast) -> None:
    since = (clock.today() - timedelta(days=31)).isoformat()
    assert typed(terminal, since=since).document["people"] == 2


def test_reading_it_is_a_look_too(terminal: Terminal, seen: Cast, ours: Person) -> None:
    typed(terminal)
    look = Entry.objects.filter(to=ours.ref, did="person.looked", actor_ref=seen.secretary.ref).get()
    assert look.because == f"looked:{seen.nurse.ref}"


@pytest.mark.parametrize("who", ["nurse", "volunteer", "local", "association", "regional"])
def test_only_who_answers_people_may(terminal: Terminal, seen: Cast, who: str) -> None:
    assert typed(terminal, who).code == 1


def test_what_is_no_day_is_said(terminal: Terminal, seen: Cast) -> None:
    refused = typed(terminal, since="24/11/2569")
    assert (refused.code, "2026-11-24" in refused.err) == (1, True)
