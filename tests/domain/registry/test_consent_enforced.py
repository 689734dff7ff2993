"""A consent opens a person to whom it names, and its end closes them, on every path at the next request."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import NotAllowed, NotHere, Refused
from sanam.domain.notices import queries as notices
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import Consent, Person
from sanam.domain.registry.operations import circles, consents, facts
from sanam.domain.registry.operations.circles import Place
from sanam.domain.registry.words import FactGroup, How
from sanam.interfaces.cli.main import main
from sanam.interfaces.files.sheets import people as sheets
from tests.cast import Cast, number
from tests.domain.registry.consenting import agree, soon


def seen(actor: Actor, text: str = "") -> set[str]:
    return {row.person.given for row in queries.find(actor, queries.Filters(text)).rows}


def exported(actor: Actor) -> list[list[str]]:
    return list(sheets.sheet(by=actor, filters=queries.Filters(), language="th").rows)


def withdraw(field: Cast, given: Consent) -> None:
    consents.withdraw(by=field.nurse, consent=given, because="ไม่อยากแล้ว")


def die(field: Cast, given: Consent) -> None:
    Person.objects.filter(pk=given.person_id).update(life="dead")


def move_away(field: Cast, given: Consent) -> None:
    Person.objects.filter(pk=given.person_id).update(area_code="90010101")


ENDS = [withdraw, die, move_away]


def test_without_a_consent_a_recipient_sees_nobody(field: Cast) -> None:
    assert seen(field.association) == set()
    assert queries.count(field.association, queries.Filters(life="")) == 0


def test_a_consent_opens_that_person_and_nobody_else(field: Cast, ours: Person) -> None:
    agree(field, ours)
    assert seen(field.association) == seen(field.association, "เอียด") == {"เอียด"}
    assert queries.count(field.association, queries.Filters()) == len(exported(field.association)) == 1
    assert queries.card(field.association, str(ours.pk)).person == ours


@pytest.mark.parametrize("end", ENDS)
def test_its_end_closes_them_on_every_path_at_the_next_request(
    field: Cast, ours: Person, end: Callable[[Cast, Consent], None]
) -> None:
    given = agree(field, ours)
    end(field, given)
    assert seen(field.association) == seen(field.association, "เอียด") == set()
    assert queries.count(field.association, queries.Filters(life="")) == 0
    assert exported(field.association) == []
    assert not access.sees(field.association, ours)
    for read in (queries.card, queries.history, queries.person):
        with pytest.raises(NotHere):
            read(field.association, str(ours.pk))


def test_it_ends_by_the_clock_after_its_last_day(field: Cast, ours: Person) -> None:
    given = agree(field, ours, until=soon(3))
    with clock.at(soon(3)):
        assert seen(field.association) == {"เอียด"}
    with clock.at(soon(4)):
        assert seen(field.association) == set()
        assert exported(field.association) == []
        assert queries.answers(field.nurse, queries.person(field.nurse, str(ours.pk))).over == [given]


def test_the_command_line_exports_whom_the_consent_names_and_nobody_after_it(
    field: Cast, ours: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    def rows() -> list[dict[str, str]]:
        assert main(["export", "people", "--as", "association"]) == 0
        written = csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")))
        names = [column.name for column in sheets.COLUMNS]
        return [dict(zip(names, row, strict=True)) for row in list(written)[1:]]

    given = agree(field, ours)
    (one,) = rows()
    assert one["given"] == "เอียด"
    assert {one["religion"], one["kinds"]} <= set(sheets.NOT_AGREED)
    withdraw(field, given)
    assert rows() == []


def test_a_consent_for_one_organisation_opens_nothing_to_another(field: Cast, ours: Person) -> None:
    agree(field, ours, to="nurse")
    assert seen(field.association) == set()


def test_health_is_masked_unless_agreed_to_and_never_disappears(field: Cast, ours: Person) -> None:
    agree(field, ours)
    card = queries.card(field.association, str(ours.pk))
    assert (card.sees_sensitive, [one.group for one in card.groups], [one.kind for one in card.groups]) == (
        False,
        ["disabled"],
        [""],
    )
    agree(field, ours, sensitive=True, purpose="refer")
    card = queries.card(field.association, str(ours.pk))
    assert (card.sees_sensitive, [one.kind for one in card.groups]) == (True, ["3"])


def test_a_consent_shows_no_more_than_the_mandate_does(field: Cast, ours: Person) -> None:
    agree(field, ours, sensitive=True)
    names = frozenset({Privacy.OPEN, Privacy.PERSONAL})
    narrow = replace(field.association, mandate=replace(field.association.mandate, fields=names))
    assert not queries.card(narrow, str(ours.pk)).sees_sensitive
    everything = replace(field.association, mandate=replace(field.association.mandate, fields=frozenset(Privacy)))
    assert access.marks(everything, ours) == frozenset(Privacy) - {Privacy.SECRET}


def test_the_national_id_is_never_shared_nor_found_by(field: Cast, ours: Person) -> None:
    agree(field, ours, sensitive=True)
    assert queries.card(field.association, str(ours.pk)).hides_number
    assert seen(field.association, number(1)) == set()
    assert seen(field.nurse, number(1)) == {"เอียด"}


def test_each_person_is_masked_by_their_own_consent(field: Cast, ours: Person, neighbour: Person) -> None:
    agree(field, ours, sensitive=True)
    agree(field, neighbour)
    rows = queries.find(field.association, queries.Filters()).rows
    hidden = {row.person.given: row.hides for row in rows}
    assert hidden == {"เอียด": False, "คล้าย": True}


def test_a_person_read_without_its_annotations_is_not_shown_more(field: Cast, ours: Person) -> None:
    agree(field, ours)
    assert Privacy.SENSITIVE not in access.marks(field.association, Person.objects.get(pk=ours.pk))


def test_housemates_are_not_shared_along(field: Cast, ours: Person) -> None:
    agree(field, ours)
    assert queries.card(field.association, str(ours.pk)).household == []


def test_publishing_a_picture_opens_no_record(field: Cast, ours: Person) -> None:
    agree(field, ours, purpose="pictures", organisations=[])
    assert seen(field.association) == set()


def test_sharing_is_to_read(field: Cast, ours: Person) -> None:
    agree(field, ours)
    with pytest.raises(NotAllowed):
        facts.confirm(by=field.association, person=ours, fact=FactGroup.CARER, on=clock.today(), how=How.TOLD)


@pytest.mark.parametrize("who", ["volunteer", "local", "association", "nurse"])
def test_whoever_sees_the_person_passes_a_withdrawal_on(field: Cast, ours: Person, who: str) -> None:
    given = agree(field, ours)
    consents.withdraw(by=field.actors[who], consent=given)
    assert seen(field.association) == set()
    with pytest.raises(Refused):
        consents.withdraw(by=field.nurse, consent=given)


def test_nobody_else_withdraws_and_none_learns_that_there_was_one(field: Cast, ours: Person) -> None:
    given = agree(field, ours)
    for who in ("stranger", "regional", "unscoped"):
        with pytest.raises(NotHere):
            consents.withdraw(by=field.actors[who], consent=given)
        with pytest.raises(NotHere):
            queries.consent(field.actors[who], str(given.pk))


def test_the_recipient_hears_of_the_end_without_the_name(field: Cast, ours: Person) -> None:
    given = agree(field, ours)
    withdraw(field, given)
    told = notices.unread(field.association)[0]
    assert ("เอียด" in told.th, "ลบ" in told.th) == (False, True)


def test_a_recipient_reads_only_the_consents_that_name_it(field: Cast, ours: Person) -> None:
    mine = agree(field, ours)
    other = agree(field, ours, to="nurse", purpose="refer")
    who = queries.person(field.association, str(ours.pk))
    assert queries.answers(field.association, who).lasting == [mine]
    with pytest.raises(NotHere):
        queries.consent(field.association, str(other.pk))
    counted = {one.purpose.name: one.lasting for one in queries.processing(field.nurse)}
    assert (counted["help"], counted["refer"], counted["care"]) == (1, 1, 0)


def test_a_recipient_of_no_area_sees_nobody(field: Cast, ours: Person) -> None:
    agree(field, ours)
    nowhere = replace(field.association, mandate=replace(field.association.mandate, areas=()))
    assert seen(nowhere) == set()


def test_a_consent_that_begins_later_opens_nothing_yet(field: Cast, ours: Person) -> None:
    given = agree(field, ours)
    Consent.objects.filter(pk=given.pk).update(from_on=clock.today() + timedelta(days=1))
    assert seen(field.association) == set()


def test_what_a_consent_opens_tells_neither_where_facts_came_from_nor_who_looked(field: Cast, ours: Person) -> None:
    agree(field, ours, sensitive=True)
    with pytest.raises(NotAllowed):
        queries.history(field.association, str(ours.pk))
    with pytest.raises(NotAllowed):
        queries.looks(field.association, queries.person(field.association, str(ours.pk)))


def test_a_relative_in_the_circle_agreed_to_nothing(field: Cast, ours: Person) -> None:
    agree(field, ours, sensitive=True)
    grandchild = Place("หลานสาว", "week", "", relative="พิมพ์", phone="0000012345")
    circles.join(by=field.nurse, person=ours, place=grandchild)
    (one,) = queries.circle(field.association, queries.person(field.association, str(ours.pk))).standing
    assert one.veiled
    (one,) = queries.circle(field.nurse, queries.person(field.nurse, str(ours.pk))).standing
    assert not one.veiled
