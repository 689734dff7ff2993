"""closing: a rule keeps a class of facts from seats of some roles, on every path at once, never from the keepers."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor, Reach
from sanam.domain.foundation.invariants import results
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.models import Turn
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import Change, Conflict, Emergency, Person
from sanam.domain.registry.operations import facts, groups
from sanam.domain.registry.operations.groups import Belongs
from sanam.domain.registry.rights.words import Asked
from sanam.domain.registry.words import Basis, FactGroup, Group, How
from sanam.domain.rules.operations import steering
from sanam.domain.rules.values import check_values
from sanam.domain.teams import queries as teams
from sanam.domain.teams.closing import CLOSABLE, CLOSED_TO, dial_of, keeps_the_register
from sanam.domain.teams.models import Body, Seat
from sanam.domain.teams.words import ROLES, Can
from sanam.interfaces.files.everything.package import packed
from sanam.interfaces.files.sheets.people import sheet
from tests.cast import CARD, HERE, Cast, export, read_in
from tests.domain.registry.rights.conftest import asked, seat_registrar
from tests.domain.rules.agreed import adopted

pytestmark = pytest.mark.django_db
SENSITIVE, INCOME = Privacy.SENSITIVE, Privacy.INCOME
LOCAL = {dial_of(INCOME, "local_government"): 1}
VOLUNTEER = {dial_of(SENSITIVE, "village_volunteer"): 1}


@pytest.fixture
def board(cast: Cast) -> Body:
    return Body.objects.get(pk=cast.seats["secretary"].body_id)


@pytest.fixture
def paid(field: Cast, ours: Person, tmp_path: Path) -> Person:
    """Somebody with a right to treatment, an illness, and an occupation that changed and is disputed."""
    (tmp_path / "in").mkdir()
    row = {"HOSPCODE": HERE, "PID": "1", "D_UPDATE": "20260930120000"}
    read_in(
        export(
            tmp_path / "in",
            CARD=[dict.fromkeys(CARD, "") | row | {"INSTYPE_NEW": "0100"}],
            CHRONIC=[row | {"DATE_DIAG": "20150601", "CHRONIC": "E11.9", "TYPEDISCH": "03"}],
        )
    )
    Person.objects.filter(pk=ours.pk).update(occupation="6111")
    told = {"person": ours, "field": "occupation", "at": clock.now()}
    Change.objects.create(**told, old="9999", new="6111", by_ref="x", by_label="x", source="x")
    Conflict.objects.create(**told, kept="6111", offered="9998")
    return ours


def now(cast: Cast, name: str) -> Actor:
    """Who acts from this seat at the next request."""
    (place,) = teams.places(cast.members[name].pk)
    return place.actor(member=cast.members[name].pk, via="web")


def exported(by: Actor, column: str) -> set[str]:
    found = sheet(by=by, filters=queries.Filters(), language="en")
    return {row[found.names.index(column)] for row in found.rows}


def holds() -> bool:
    return all(one.ok for one in results(within="rules."))


def test_a_rule_closes_a_class_to_its_roles_and_to_nobody_else(cast: Cast, board: Body) -> None:
    before = {name: now(cast, name).mandate.shown for name in cast.seats}
    adopted(board, ("ผู้แทนท้องถิ่นไม่ต้องเห็นรายได้", LOCAL))
    after = {name: now(cast, name).mandate.shown for name in cast.seats}
    assert before["local"] - after["local"] == {INCOME}
    assert {name for name in before if before[name] != after[name]} == {"local"}
    assert teams.seat_itself(str(cast.seats["local"].pk)).mandate.closed == {INCOME}  # type: ignore[union-attr]
    assert holds()


def test_income_is_closed_on_every_path_at_once(field: Cast, board: Body, paid: Person) -> None:
    before = now(field, "local")
    assert queries.history(before, str(paid.pk)).changes
    assert queries.rights(before, str(paid.pk)).coverages
    assert "6111" in exported(before, "occupation")
    assert (queries.card(before, str(paid.pk)).in_doubt, len(queries.open_conflicts(before)[0])) == (True, 1)

    adopted(board, ("ผู้แทนท้องถิ่นไม่ต้องเห็นรายได้", LOCAL))
    local, nurse = now(field, "local"), now(field, "nurse")
    history = queries.history(local, str(paid.pk))
    assert (history.changes, history.conflicts) == ([], [])
    assert queries.rights(local, str(paid.pk)).coverages is None
    assert exported(local, "occupation") == {"not shown"}
    assert (queries.card(local, str(paid.pk)).in_doubt, queries.open_conflicts(local)[0]) == (False, [])
    with pytest.raises(NotHere):
        queries.conflict(local, Conflict.objects.get().pk)
    assert FactGroup.INCOME in queries.askable(before)
    assert FactGroup.INCOME not in queries.askable(local)
    with pytest.raises(NotAllowed):
        facts.confirm(by=local, person=paid, fact=FactGroup.INCOME, how=How.VISIT, on=clock.today())

    assert queries.count(local, queries.Filters()) == queries.count(before, queries.Filters()) > 0
    assert queries.history(nurse, str(paid.pk)).changes
    assert queries.rights(nurse, str(paid.pk)).coverages
    assert "6111" in exported(nurse, "occupation")


def test_health_is_closed_on_every_path_at_once(field: Cast, board: Body, paid: Person) -> None:
    before = now(field, "volunteer")
    assert [one.kind for one in queries.card(before, str(paid.pk)).groups] == ["3"]
    adopted(board, ("อสม. ไม่ต้องเห็นสุขภาพ", VOLUNTEER))
    volunteer = now(field, "volunteer")
    card = queries.card(volunteer, str(paid.pk))
    assert ([one.kind for one in card.groups], card.sees_sensitive) == ([""], False)
    (row,) = [one for one in queries.find(volunteer, queries.Filters()).rows if one.person.pk == paid.pk]
    assert ([one.kind for one in row.groups], row.hides) == ([""], False)
    assert queries.rights(volunteer, str(paid.pk)).illnesses is None
    assert [one.kind for one in queries.history(volunteer, str(paid.pk)).groups] == [""]
    assert {exported(volunteer, name).pop() for name in ("kinds", "religion")} == {"not shown"}
    assert not {FactGroup.HEALTH, FactGroup.FUNCTION} & set(queries.askable(volunteer))
    with pytest.raises(NotAllowed):
        groups.note(by=volunteer, person=paid, belongs=Belongs(Group.DISABLED, "1", basis=Basis.SEEN))
    assert queries.rights(now(field, "nurse"), str(paid.pk)).illnesses


def test_what_two_rules_close_is_closed_until_neither_says_so(cast: Cast, board: Body) -> None:
    def closed() -> tuple[bool, str]:
        setting = parameters.values()[dial_of(INCOME, "local_government")]
        return INCOME in now(cast, "local").mandate.closed, setting.rule

    first = adopted(board, ("ผู้แทนท้องถิ่นไม่ต้องเห็นรายได้", LOCAL))
    both = LOCAL | {dial_of(INCOME, "village_volunteer"): 1}
    second = adopted(board, ("อสม. ก็ไม่ต้องเห็น", both))
    assert INCOME in now(cast, "volunteer").mandate.closed
    assert closed() == (True, "กติกาข้อ ๑ ฉบับที่ ๑")
    adopted(board, ("เลิกใช้", {}), rule=first.rule, retires=True)
    assert closed() == (True, "กติกาข้อ ๒ ฉบับที่ ๑")
    adopted(board, ("เห็นได้อีก", {}), rule=second.rule)
    assert closed() == (False, "")
    assert now(cast, "volunteer").mandate.closed == frozenset()
    assert holds()


def test_no_dial_closes_anything_to_who_keeps_the_register(board: Body) -> None:
    keepers = set(ROLES) - set(CLOSED_TO)
    assert keepers == {"district_secretary", "care_manager", "registrar", "subdistrict_hospital"}
    for role in keepers:
        with pytest.raises(BadInput, match="no such dial"):
            check_values({dial_of(INCOME, role): 1}, board)
    with pytest.raises(BadInput, match="no such dial"):
        check_values({"closed.personal.village_head": 1}, board)


def test_a_seat_that_keeps_the_register_is_closed_nothing_whatever_its_role(cast: Cast, board: Body) -> None:
    adopted(board, ("ผู้แทนท้องถิ่นไม่ต้องเห็นรายได้", LOCAL))
    seat = cast.seats["local"]
    Seat.objects.filter(pk=seat.pk).update(capabilities=[*seat.capabilities, Can.CORRECT_PEOPLE])
    assert now(cast, "local").mandate.closed == frozenset()
    Seat.objects.filter(pk=seat.pk).update(reach=Reach.ASSIGNED.value)
    assert now(cast, "local").mandate.closed == {INCOME}


def test_an_emergency_opens_a_person_and_not_what_a_rule_closed(field: Cast, board: Body, paid: Person) -> None:
    """Breaking the glass is given to keepers, to whom nothing is closed; a seat that has it without keeping is asked
    to call one."""
    seat = field.seats["local"]
    Seat.objects.filter(pk=seat.pk).update(capabilities=[*seat.capabilities, Can.BREAK_GLASS], areas=["900101"])
    adopted(board, ("ผู้แทนท้องถิ่นไม่ต้องเห็นรายได้", LOCAL))
    local = now(field, "local")
    assert not access.sees(local, paid)
    until = clock.now().replace(year=clock.now().year + 1)
    Emergency.objects.create(person=paid, seat=seat, member_ref=local.member, opened_at=clock.now(), until=until)
    assert queries.card(local, str(paid.pk)).because
    assert access.marks(local, paid) == {Privacy.OPEN, Privacy.PERSONAL}


def test_the_file_for_the_person_is_whole_whatever_is_closed(field: Cast, board: Body, paid: Person) -> None:
    registrar = seat_registrar(field)
    every = {dial_of(mark, role): 1 for mark in CLOSABLE for role in CLOSED_TO}
    adopted(board, ("ปิดทุกอย่างแก่ทุกที่นั่งที่ปิดได้", every))
    request = asked(registrar, paid, Asked.ACCESS)
    told = json.loads(zipfile.ZipFile(io.BytesIO(packed(by=registrar, request=request))).read("everything.json"))
    assert told["tables"]["registry.Coverage"][0]["scheme"] == "0100"
    assert told["tables"]["registry.Illness"][0]["code"] == "E119"
    assert [name for name in field.seats if keeps_the_register(now(field, name).mandate)] == [
        *("nurse", "secretary", "unscoped", "stranger"),
    ]
    assert all(not now(field, name).mandate.closed for name in ("nurse", "secretary"))


@pytest.mark.parametrize("value", [0, 1])
def test_a_class_opened_or_closed_behind_the_rules_is_named_and_put_right(cast: Cast, board: Body, value: int) -> None:
    version = adopted(board, ("ผู้แทนท้องถิ่นไม่ต้องเห็นรายได้", LOCAL))
    role = "local_government" if value == 0 else "village_head"
    Turn.objects.create(name=dial_of(INCOME, role), value=value, rule_ref=version.ref, rule_label="x", at=clock.now())
    assert [one.where for result in results(within="rules.dials") for one in result.found] == [
        f"dial:closed.income.{role}"
    ]
    assert steering.settle(by=INSTALLATION) == 1
    assert now(cast, "local").mandate.closed == {INCOME}
    assert holds()


ROLES_OF_CAST = ("local_government", "village_volunteer", "welfare_association")
RULES = st.lists(st.frozensets(st.tuples(st.sampled_from(list(CLOSABLE)), st.sampled_from(ROLES_OF_CAST))), max_size=4)


@given(rules=RULES, gone=st.frozensets(st.integers(0, 3)))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_rules_are_in_force_a_seat_sees_its_mandate_without_what_any_of_them_closes(
    cast: Cast, board: Body, rules: list[frozenset[tuple[Privacy, str]]], gone: frozenset[int]
) -> None:
    before = {name: replace(now(cast, name).mandate, closed=frozenset()) for name in cast.seats}
    made = [adopted(board, ("ปิด", {dial_of(*one): 1 for one in closes})) for closes in rules]
    standing = [closes for at, closes in enumerate(rules) if at not in gone]
    for at in sorted(gone & set(range(len(made)))):
        adopted(board, ("เลิกใช้", {}), rule=made[at].rule, retires=True)
    union = set().union(*standing)
    for name, seat in cast.seats.items():
        closed = {mark for mark, role in union if role == seat.role and mark in before[name].shown}
        assert now(cast, name).mandate.shown == before[name].shown - closed
    assert holds()
    for at in set(range(len(made))) - gone:
        adopted(board, ("เลิกใช้", {}), rule=made[at].rule, retires=True)
    assert not any(now(cast, name).mandate.closed for name in cast.seats)
