"""commitments: a seat signs a clause, says each month how it goes, and sets its word down."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.notices import queries as notices
from sanam.domain.rules import queries
from sanam.domain.rules.models import Clause, Commitment, RuleVersion
from sanam.domain.rules.operations import commitments
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.words import CommitmentState, Went
from sanam.domain.teams import handover
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Body
from sanam.domain.teams.operations import bodies
from sanam.domain.teams.words import BodyKind
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.lines import ids

pytestmark = pytest.mark.django_db
TEXT = "เยี่ยมคนติดเตียงเดือนละครั้ง"


@pytest.fixture
def version(cast: Cast) -> RuleVersion:
    seat_the_legs(cast)
    return adopted(Body.objects.get(pk=cast.seats["secretary"].body_id), (TEXT, {}), ("บอกกันก่อนไป", {}))


@pytest.fixture
def clause(version: RuleVersion) -> Clause:
    return version.clauses.get(number=1)


def promise(**said: object) -> Promise:
    usual = {"what": "ไปบ้านยายเดือนละครั้ง", "by_when": clock.today() + timedelta(days=60), "sign": "มีบันทึกเยี่ยม"}
    return Promise(**(usual | said))  # type: ignore[arg-type]


def signed(cast: Cast, clause: Clause, name: str = "mayor") -> Commitment:
    return commitments.sign(by=cast.actors[name], clause=clause, promise=promise())


def test_a_seat_signs_and_the_body_hears(cast: Cast, clause: Clause) -> None:
    word = signed(cast, clause)
    assert (word.seat_id, word.state) == (cast.seats["mayor"].pk, CommitmentState.STANDING)
    told = [one.th for one in notices.unread(cast.headman) if one.kind == "rules.signed"]
    assert told == ["รพ.สต.พนางตุง (สมมติ) ลงชื่อทำตามกติกาข้อ ๑ ฉบับที่ ๑: ไปบ้านยายเดือนละครั้ง"]


def test_a_seat_signs_a_clause_once(cast: Cast, clause: Clause) -> None:
    signed(cast, clause)
    with pytest.raises(Refused, match="signed this clause already"):
        signed(cast, clause)


@pytest.mark.parametrize("wrong", [{"what": " "}, {"sign": ""}, {"by_when": date(2020, 1, 1)}])
def test_a_word_says_what_by_when_and_how_we_will_know(cast: Cast, clause: Clause, wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        commitments.sign(by=cast.mayor, clause=clause, promise=promise(**wrong))


def test_a_seat_of_another_body_does_not_sign(cast: Cast) -> None:
    seat_the_legs(cast)
    apart = bodies.found(
        by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="พชอ.อื่น", name_en="Other", area_codes=["9001"]
    )
    clause = adopted(apart, (TEXT, {})).clauses.get()
    with pytest.raises(NotAllowed, match="another body"):
        signed(cast, clause)


def test_a_seat_with_nobody_in_it_signs_nothing(cast: Cast, clause: Clause) -> None:
    bare = teams.seat_itself(str(cast.seats["mayor"].pk))
    assert bare is not None
    with pytest.raises(NotAllowed):
        commitments.sign(by=bare, clause=clause, promise=promise())


def test_a_version_that_ended_is_not_signed(cast: Cast, version: RuleVersion, clause: Clause) -> None:
    adopted(version.rule.body, ("อย่างอื่น", {}), rule=version.rule)
    with pytest.raises(Refused, match="version that ended"):
        signed(cast, clause)


def test_a_month_is_told_in_one_tap_and_the_later_word_holds(cast: Cast, clause: Clause) -> None:
    word = signed(cast, clause)
    assert ids(queries.waiting(cast.mayor), "practise") == [str(word.pk)]
    commitments.practise(by=cast.mayor, commitment=word, went=Went.NOT_YET, obstacle="รถเสีย")
    commitments.practise(by=cast.mayor, commitment=word, went=Went.DID)
    (told,) = word.practices.all()
    assert (told.went, told.obstacle, told.month) == ("did", "", clock.today().replace(day=1))
    assert not ids(queries.waiting(cast.mayor), "practise")


def test_nobody_tells_for_another_seat(cast: Cast, clause: Clause) -> None:
    word = signed(cast, clause)
    with pytest.raises(NotAllowed):
        commitments.practise(by=cast.headman, commitment=word, went=Went.DID)
    with pytest.raises(NotAllowed):
        commitments.end(by=cast.headman, commitment=word, because="แทน")


def test_only_this_month_and_the_last_are_told_and_none_before_it_was_signed(cast: Cast, clause: Clause) -> None:
    word = signed(cast, clause)
    with pytest.raises(BadInput):
        commitments.practise(by=cast.mayor, commitment=word, went=Went.DID, month=clock.today() - timedelta(days=32))
    with clock.at(clock.today() + timedelta(days=70)):
        last = (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)
        commitments.practise(by=cast.mayor, commitment=word, went=Went.PARTLY, month=last)
        assert word.practices.get().month == last


def test_where_help_is_wanted_the_body_hears(cast: Cast, clause: Clause) -> None:
    word = signed(cast, clause)
    commitments.practise(by=cast.mayor, commitment=word, went=Went.NOT_YET, obstacle="ไม่มีรถ", help_wanted=True)
    told = [one.th for one in notices.unread(cast.elder) if one.kind == "rules.help_wanted"]
    assert told == ["รพ.สต.พนางตุง (สมมติ) ขอเพื่อนช่วยเรื่องกติกาข้อ ๑ ฉบับที่ ๑"]


def test_a_word_is_fulfilled_or_set_down_with_a_reason(cast: Cast, clause: Clause) -> None:
    word = signed(cast, clause)
    with pytest.raises(BadInput):
        commitments.end(by=cast.mayor, commitment=word, because=" ")
    assert commitments.fulfil(by=cast.mayor, commitment=word).state == CommitmentState.FULFILLED
    with pytest.raises(Refused, match="no longer standing"):
        commitments.practise(by=cast.mayor, commitment=word, went=Went.DID)
    assert commitments.end(by=cast.mayor, commitment=signed(cast, clause), because="คนย้าย").state == "ended"


def test_a_word_goes_along_where_the_clause_says_the_same(cast: Cast, version: RuleVersion, clause: Clause) -> None:
    word = signed(cast, clause)
    other = signed(cast, version.clauses.get(number=2))
    after = adopted(version.rule.body, (TEXT, {}), ("บอกกันก่อนไปหนึ่งวัน", {}), rule=version.rule)
    word.refresh_from_db()
    other.refresh_from_db()
    assert (word.clause.version_id, word.state) == (after.pk, CommitmentState.STANDING)
    assert (other.clause.version_id, other.state) == (version.pk, CommitmentState.ENDED)
    told = [one.th for one in notices.unread(cast.mayor) if one.kind == "rules.word_ended"]
    assert told == ["กติกาข้อ ๑ ฉบับที่ ๑ เปลี่ยนแล้ว คำที่เราให้ไว้จบลง ดูข้อใหม่แล้วลงชื่อได้ถ้าเห็นด้วย"]


def test_a_word_ends_where_the_clause_turns_something_else(cast: Cast, version: RuleVersion, clause: Clause) -> None:
    """Nobody is bound to a setting they did not sign, though the sentence reads the same."""
    word = signed(cast, clause)
    adopted(version.rule.body, (clause.text, {"freshness.carer": 2}), rule=version.rule)
    word.refresh_from_db()
    assert (word.clause.version_id, word.state) == (version.pk, CommitmentState.ENDED)


def test_words_end_with_a_rule_that_retires(cast: Cast, version: RuleVersion, clause: Clause) -> None:
    word = signed(cast, clause)
    adopted(version.rule.body, ("เลิกใช้กติกาข้อ ๑", {}), rule=version.rule, retires=True)
    word.refresh_from_db()
    assert word.state == CommitmentState.ENDED


def test_a_seat_hands_its_words_over(cast: Cast, clause: Clause) -> None:
    word = signed(cast, clause)
    left = {kind.kind: [one.th for one in found] for kind, found in handover.open_at(str(cast.seats["mayor"].pk))}
    assert left["commitments"] == [word.what]
