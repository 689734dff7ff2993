"""Somebody who objected, or asked to be held back, is kept and not used on any path, until that is lifted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal.models import Entry
from sanam.domain.notices.models import Notice
from sanam.domain.registry import access, queries
from sanam.domain.registry.linkage import records
from sanam.domain.registry.models import Person, Restriction
from sanam.domain.registry.operations import (
    elsewhere,
    emergencies,
    erasure,
    facts,
    people,
    requests,
    restrictions,
)
from sanam.domain.registry.operations.elsewhere import Sought
from sanam.domain.registry.queries import reports
from sanam.domain.registry.rights.words import Asked, LiftedOn, RefusalGround, RequestState
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.teams.words import Can
from sanam.interfaces.files.sheets import people as sheets
from tests.cast import Cast, number
from tests.domain.registry.consenting import agree
from tests.domain.registry.rights.conftest import accepted, asked


def held(by: Actor, person: Person, kind: Asked = Asked.RESTRICTION, *purposes: str) -> Restriction:
    """Somebody held back as they asked."""
    restrictions.hold_back(by=by, request=asked(by, person, kind), text="หยุดใช้แล้ว", purposes=purposes)
    return Restriction.objects.filter(person=person).order_by("-pk")[0]


def listed(actor: Actor, text: str = "") -> set[str]:
    return {row.person.given for row in queries.find(actor, queries.Filters(text, life="")).rows}


def exported(actor: Actor) -> list[list[str]]:
    return list(sheets.sheet(by=actor, filters=queries.Filters(life=""), language="th").rows)


def on_worklist(actor: Actor) -> set[str]:
    return {row.person.given for row in queries.worklist(actor, queries.Ask(everyone=True)).rows}


def counted(actor: Actor) -> int:
    return access.counted(actor, ("93",)).count()


def due(actor: Actor) -> int:
    return sum(one.due for one in queries.currency(actor))


PATHS: dict[str, Callable[[Actor], object]] = {
    "list": listed,
    "search by name": lambda actor: listed(actor, "เอียด"),
    "search by number": lambda actor: listed(actor, number(1)),
    "count": lambda actor: queries.count(actor, queries.Filters(life="")),
    "export": exported,
    "worklist": on_worklist,
    "currency": due,
    "alike before adding": lambda actor: queries.similar(actor, given="เอียด", family="", number=number(1)),
    "in use": lambda actor: access.in_use(actor).count(),
    "old records too": lambda actor: access.in_scope(actor).count(),
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("how", [(Asked.RESTRICTION,), (Asked.OBJECTION, "care")])
def test_from_the_next_request_they_are_on_no_path_and_lifted_they_are_back_on_every_one(
    field: Cast, registrar: Actor, ours: Person, path: str, how: tuple[Asked, *tuple[str, ...]]
) -> None:
    agree(field, ours)
    readers = [field.nurse, field.volunteer, field.association]
    before = [PATHS[path](actor) for actor in readers]
    restriction = held(registrar, ours, *how)
    after = [PATHS[path](actor) for actor in readers]
    assert before[0] != after[0]
    assert "เอียด" not in listed(field.volunteer) | listed(field.association) | listed(field.nurse)
    restrictions.lift(by=registrar, restriction=restriction, on=LiftedOn.PERSON, because="มาบอกเอง")
    assert [PATHS[path](actor) for actor in readers] == before


@pytest.mark.parametrize("read", [queries.card, queries.person, queries.history, queries.rights])
def test_card_and_history_are_as_of_nobody(
    field: Cast, registrar: Actor, ours: Person, read: Callable[[Actor, str], object]
) -> None:
    held(registrar, ours)
    for who, actor in field.actors.items():
        if not (actor.may(Can.ANSWER_REQUESTS) or actor.may(Can.ERASE_PEOPLE)):
            with pytest.raises(NotHere):
                read(actor, str(ours.pk))
            assert not access.sees(actor, ours), who
    assert read(registrar, str(ours.pk))


def test_reports_and_sums_leave_them_out_even_for_who_answers(field: Cast, registrar: Actor, ours: Person) -> None:
    exact, sums = reports.scope_of(registrar), counted(field.secretary)
    before = exact.people().count()
    restriction = held(registrar, ours)
    assert (exact.people().count(), counted(field.secretary)) == (before - 1, sums - 1)
    restrictions.lift(by=registrar, restriction=restriction, on=LiftedOn.PERSON, because="มาบอกเอง")
    assert (exact.people().count(), counted(field.secretary)) == (before, sums)


def test_an_objection_to_statistics_leaves_the_sums_and_nothing_else(
    field: Cast, registrar: Actor, ours: Person
) -> None:
    before, sums, seen = reports.scope_of(registrar).people().count(), counted(field.secretary), listed(field.nurse)
    held(registrar, ours, Asked.OBJECTION, "statistics")
    assert counted(field.secretary) == sums - 1
    assert reports.scope_of(registrar).people().count() == before - 1
    assert listed(field.nurse) == seen
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.ADDRESS, on=clock.today(), how=How.VISIT)


def test_who_answers_sees_that_since_when_and_why(field: Cast, registrar: Actor, ours: Person) -> None:
    held(registrar, ours)
    card = queries.card(registrar, str(ours.pk))
    assert card.held_back
    assert (card.person.withheld_for, card.person.withheld_since) == ("all", clock.today())
    assert card.person.withheld_because == "หยุดใช้แล้ว"
    assert "เอียด" in listed(registrar)
    assert "เอียด" not in {row[2] for row in exported(registrar)}
    assert "เอียด" not in on_worklist(registrar)


def test_a_right_to_answer_for_one_place_shows_nobody_held_back_in_another(
    field: Cast, registrar: Actor, ours: Person
) -> None:
    held(registrar, ours)
    elsewhere_only = replace(registrar, mandate=replace(registrar.mandate, areas=("930513",)))
    assert not access.sees(elsewhere_only, ours)


def test_nothing_is_done_about_them_but_what_their_right_is(field: Cast, registrar: Actor, ours: Person) -> None:
    held(registrar, ours)
    said = {"values": {"nickname": "ยาย"}, "version": ours.version, "how": How.PAPER, "on": clock.today()}
    with pytest.raises(NotAllowed) as refused:
        people.correct(by=registrar, person=ours, **said)  # type: ignore[arg-type]
    assert refused.value.code == "registry.held_back"
    with pytest.raises(NotAllowed):
        facts.confirm(by=registrar, person=ours, fact=FactGroup.ADDRESS, on=clock.today(), how=How.VISIT)
    with pytest.raises(NotHere):
        facts.confirm(by=field.nurse, person=ours, fact=FactGroup.ADDRESS, on=clock.today(), how=How.VISIT)
    rectify = asked(registrar, ours, Asked.RECTIFICATION)
    assert requests.correct(by=registrar, request=rectify, **said).said is RequestState.ANSWERED  # type: ignore[arg-type]
    assert Person.objects.get(pk=ours.pk).nickname == "ยาย"
    assert requests.hand_over(by=registrar, request=asked(registrar, ours, Asked.ACCESS))
    requests.refuse(
        by=registrar, request=asked(registrar, ours, Asked.PORTABILITY), ground=RefusalGround.OTHERS, text="เพราะ"
    )


def test_they_may_still_ask_to_be_erased(field: Cast, registrar: Actor, ours: Person) -> None:
    held(registrar, ours)
    for pair in queries.open_duplicates(field.nurse):
        pair.delete()
    request = accepted(registrar, ours)
    erasure.carry_out(by=field.secretary, request=request, ground="objected")
    assert not Person.objects.filter(pk=ours.pk).exists()
    assert not Restriction.objects.exists()


def test_linkage_compares_them_with_nobody(field: Cast, registrar: Actor, ours: Person) -> None:
    known = {one[0].replace("-", "") for one in records.records()}
    assert ours.pk.hex in known
    held(registrar, ours)
    assert ours.pk.hex not in {one[0].replace("-", "") for one in records.records()}


def test_the_whole_number_opens_nobody_held_back(field: Cast, registrar: Actor, ours: Person) -> None:
    held(registrar, ours)
    opener = field.stranger
    wide = replace(opener, mandate=replace(opener.mandate, capabilities=frozenset({Can.BREAK_GLASS, Can.SEE_PEOPLE})))
    assert emergencies.break_glass(by=wide, number=number(1), reason="หมดสติที่ตลาด") == []


def test_an_opening_closes_when_they_are_held_back(field: Cast, registrar: Actor, ours: Person) -> None:
    opener = field.stranger
    wide = replace(opener, mandate=replace(opener.mandate, capabilities=frozenset({Can.BREAK_GLASS, Can.SEE_PEOPLE})))
    emergencies.break_glass(by=wide, number=number(1), reason="หมดสติที่ตลาด")
    assert access.sees(wide, ours)
    held(registrar, ours)
    assert not access.sees(wide, ours)


def test_that_somebody_asks_after_them_is_heard_only_by_who_answers(
    field: Cast, registrar: Actor, ours: Person
) -> None:
    held(registrar, ours)
    Notice.objects.all().delete()
    assert elsewhere.ask(by=field.nurse, sought=Sought(number=number(1)))
    heard = set(map(str, Notice.objects.filter(kind="person.asked_for").values_list("seat_ref", flat=True)))
    assert registrar.ref in heard
    assert field.nurse.ref not in heard


def test_a_restriction_is_answered_by_holding_back_and_an_objection_names_its_purposes(
    field: Cast, registrar: Actor, ours: Person
) -> None:
    for kind in (Asked.RESTRICTION, Asked.OBJECTION):
        with pytest.raises(Refused) as refused:
            requests.answer(by=registrar, request=asked(registrar, ours, kind), text="แล้ว")
        assert refused.value.code == "registry.hold_back_to_answer"
    for purposes in ((), ("emergency",), ("care", "nothing")):
        with pytest.raises(BadInput):
            held(registrar, ours, Asked.OBJECTION, *purposes)
    with pytest.raises(Refused):
        held(registrar, ours, Asked.ACCESS)
    with pytest.raises(NotAllowed):
        restrictions.hold_back(by=field.nurse, request=asked(registrar, ours, Asked.OBJECTION), text="x")
    assert not Restriction.objects.exists()


def test_that_the_reason_has_passed_is_for_another_member_to_say(field: Cast, registrar: Actor, ours: Person) -> None:
    restriction = held(registrar, ours)
    with pytest.raises(NotAllowed):
        restrictions.lift(by=registrar, restriction=restriction, on=LiftedOn.PASSED, because="ตรวจแล้ว")
    with pytest.raises(BadInput):
        restrictions.lift(by=registrar, restriction=restriction, on=LiftedOn.PERSON, because=" ")
    restrictions.lift(by=field.secretary, restriction=restriction, on=LiftedOn.PASSED, because="ตรวจแล้ว")
    with pytest.raises(Refused):
        restrictions.lift(by=registrar, restriction=restriction, on=LiftedOn.PERSON, because="มาบอก")
    assert access.sees(field.nurse, ours)
    assert Entry.objects.filter(to=ours.ref, did="person.back_in_use").exists()


def test_asked_twice_they_are_held_back_once(field: Cast, registrar: Actor, ours: Person) -> None:
    held(registrar, ours)
    held(registrar, ours)
    assert Restriction.objects.count() == 1


def test_who_cannot_answer_lifts_nothing_and_learns_nothing(field: Cast, registrar: Actor, ours: Person) -> None:
    restriction = held(registrar, ours)
    with pytest.raises(NotAllowed):
        restrictions.lift(by=field.nurse, restriction=restriction, on=LiftedOn.PERSON, because="x")
    with pytest.raises(NotHere):
        queries.restriction(field.nurse, restriction.pk)
    assert not access.sees(INSTALLATION, ours)
