"""What a person asks about what is known of them: received, due, answered, refused on a lawful ground."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal.models import Details, Entry
from sanam.domain.parameters import operations as parameters
from sanam.domain.registry import queries
from sanam.domain.registry.models import Change, Person, SubjectRequest
from sanam.domain.registry.operations import requests
from sanam.domain.registry.rights.words import REFUSABLE, REQUEST_MOVES, Asked, Asker, RefusalGround, RequestState
from sanam.domain.registry.words import How
from tests.cast import Cast
from tests.domain.registry.rights.conftest import asked
from tests.lines import ids

TODAY = date(2026, 11, 24)


def test_it_is_due_thirty_days_after_it_came(field: Cast, registrar: Actor, ours: Person) -> None:
    with clock.at(TODAY):
        request = asked(registrar, ours, Asked.ACCESS, received_on=date(2026, 11, 20))
    assert request.due_on == date(2026, 12, 20)
    assert request.said is RequestState.OPEN
    assert Entry.objects.filter(to=request.ref, did="request.received").exists()


def test_the_day_it_came_is_not_to_come_and_another_who_asks_has_a_name(
    field: Cast, registrar: Actor, ours: Person
) -> None:
    with pytest.raises(BadInput):
        asked(registrar, ours, received_on=clock.today() + timedelta(days=1))
    with pytest.raises(BadInput):
        asked(registrar, ours, asker=Asker.GUARDIAN)
    assert asked(registrar, ours, asker=Asker.GUARDIAN, asker_name="ลูกสาว").asker_name == "ลูกสาว"


def test_only_a_seat_with_the_mandate_that_sees_the_person_receives(
    field: Cast, registrar: Actor, ours: Person, foreign: Person
) -> None:
    for actor in (field.nurse, field.local, field.volunteer):
        with pytest.raises(NotAllowed):
            asked(actor, ours)
    with pytest.raises(NotHere):
        asked(registrar, foreign)


def test_an_answer_has_words_and_a_day_and_is_given_once(field: Cast, registrar: Actor, ours: Person) -> None:
    request = asked(registrar, ours, Asked.ACCESS)
    with pytest.raises(BadInput):
        requests.answer(by=registrar, request=request, text="  ")
    requests.answer(by=registrar, request=request, text="ส่งให้แล้ว")
    request.refresh_from_db()
    assert (request.said, request.answer, request.answered_on) == (RequestState.ANSWERED, "ส่งให้แล้ว", clock.today())
    with pytest.raises(Refused) as refused:
        requests.answer(by=registrar, request=request, text="อีกครั้ง")
    assert refused.value.code == "registry.request_state"


@pytest.mark.parametrize("kind", list(Asked))
def test_it_is_refused_only_on_a_ground_the_law_gives_for_its_kind(
    field: Cast, registrar: Actor, ours: Person, kind: Asked
) -> None:
    request = asked(registrar, ours, kind)
    for ground in set(RefusalGround) - set(REFUSABLE[kind]):
        with pytest.raises(BadInput):
            requests.refuse(by=registrar, request=request, ground=ground, text="ไม่ได้")
    requests.refuse(by=registrar, request=request, ground=REFUSABLE[kind][0], text="เพราะ")
    assert SubjectRequest.objects.get().said is RequestState.REFUSED


def test_a_promise_shorter_than_the_law_may_be_stretched_to_it_and_no_further(
    field: Cast, registrar: Actor, ours: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    turner = Actor(registrar.kind, "r", "กติกา", mandate=type(registrar.mandate)(frozenset({parameters.TURN})))
    parameters.turn(by=turner, name="requests.answer_within", value=10, rule_ref="rule:1", rule_label="x")
    with pytest.raises(BadInput):
        parameters.turn(by=turner, name="requests.answer_within", value=31, rule_ref="rule:1", rule_label="x")
    request = asked(registrar, ours, Asked.ACCESS)
    assert request.due_on == clock.today() + timedelta(days=10)
    for days in (10, 31):
        until = clock.today() + timedelta(days=days)
        with pytest.raises(BadInput):
            requests.extend(by=registrar, request=request, until=until, because="รอแฟ้ม")
    until = clock.today() + timedelta(days=30)
    assert requests.extend(by=registrar, request=request, until=until, because="รอแฟ้ม").due_on == until


def test_who_asked_may_no_longer_ask(field: Cast, registrar: Actor, ours: Person) -> None:
    request = requests.accept(by=registrar, request=asked(registrar, ours))
    assert requests.withdraw(by=registrar, request=request, text="โทรมาบอก").said is RequestState.WITHDRAWN


def test_only_an_erasure_waits_for_a_second_member(field: Cast, registrar: Actor, ours: Person) -> None:
    with pytest.raises(Refused):
        requests.accept(by=registrar, request=asked(registrar, ours, Asked.ACCESS))
    with pytest.raises(Refused) as refused:
        requests.answer(by=registrar, request=asked(registrar, ours), text="ลบแล้ว")
    assert refused.value.code == "registry.erase_to_answer"


def test_a_correction_asked_for_goes_through_people_and_answers_in_one_deed(
    field: Cast, registrar: Actor, ours: Person
) -> None:
    request = asked(registrar, ours, Asked.RECTIFICATION)
    said = {"values": {"nickname": "ยายเอียด"}, "how": How.PAPER, "on": clock.today()}
    with pytest.raises(Refused):
        requests.correct(by=registrar, request=request, version=7, **said)
    assert SubjectRequest.objects.get().said is RequestState.OPEN
    requests.correct(by=registrar, request=request, version=ours.version, **said)
    assert Change.objects.get(person=ours, field="nickname").source == "แก้ตามที่เจ้าของข้อมูลขอ"
    assert SubjectRequest.objects.get().said is RequestState.ANSWERED


def test_the_list_is_by_due_day_and_only_within_sight(
    field: Cast, registrar: Actor, ours: Person, neighbour: Person, foreign: Person
) -> None:
    later = asked(registrar, ours, Asked.ACCESS)
    sooner = asked(registrar, neighbour, Asked.ACCESS, received_on=clock.today() - timedelta(days=40))
    assert [one.pk for one in queries.requests(registrar).rows] == [sooner.pk, later.pk]
    assert queries.requests(field.nurse).rows == []
    assert ids(queries.waiting(registrar), "request") == [str(sooner.pk)]
    with pytest.raises(NotHere):
        queries.request(field.stranger, str(sooner.pk))


def test_a_long_list_comes_page_by_page(field: Cast, registrar: Actor, ours: Person) -> None:
    for days in range(30):
        asked(registrar, ours, Asked.ACCESS, received_on=clock.today() - timedelta(days=days % 4))
    first = queries.requests(registrar)
    second = queries.requests(registrar, after=first.after)
    assert (len(first.rows), len(second.rows), second.after) == (25, 5, "")
    assert len({one.pk for one in first.rows + second.rows}) == 30
    assert queries.requests(registrar, after="made up").rows == first.rows


def test_every_state_is_said_and_every_move_leads_somewhere() -> None:
    assert set(REQUEST_MOVES) == set(RequestState)
    assert {to for moves in REQUEST_MOVES.values() for to in moves} <= set(RequestState)


def test_no_words_of_the_person_are_told_to_the_journal(field: Cast, registrar: Actor, ours: Person) -> None:
    request = asked(registrar, ours, Asked.ACCESS, wanted="ขอดูเรื่องแปลก")
    requests.answer(by=registrar, request=request, text="คำตอบแปลก")
    told = [one.text for one in Details.objects.all()]
    assert not [text for text in told if "แปลก" in text]
    assert not Entry.objects.filter(because__contains="แปลก").exists()
