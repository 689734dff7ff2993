"""steering: a version in force turns the dials, and pages stand by it; when it ends, they go back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.invariants import results
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.models import Turn
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How, State
from sanam.domain.rules import force
from sanam.domain.rules.models import RuleVersion, VersionEvent
from sanam.domain.rules.operations import steering
from sanam.domain.rules.values import check_values
from sanam.domain.rules.words import Standing
from sanam.domain.teams.models import Body
from sanam.domain.teams.operations import bodies
from sanam.domain.teams.words import BodyKind
from tests.cast import Cast
from tests.domain.rules.agreed import adopted

pytestmark = pytest.mark.django_db
CARER = "freshness.carer"
FOUR = ("ถามคนดูแลทุก 4 เดือน", {CARER: 4})


@pytest.fixture
def board(cast: Cast) -> Body:
    return Body.objects.get(pk=cast.seats["secretary"].body_id)


def carer() -> tuple[float, str]:
    setting = parameters.values()[CARER]
    return setting.value, setting.rule


def holds() -> bool:
    (dials,) = results(within="rules.dials")
    return dials.ok


def test_a_version_turns_its_dials_on_the_day_it_is_adopted_and_names_itself(board: Body) -> None:
    version = adopted(board, FOUR)
    setting = parameters.values()[CARER]
    assert (setting.value, setting.said("th"), setting.said("en")) == (4, "กติกาข้อ ๑ ฉบับที่ ๑", "Rule 1, version 1")
    assert setting.rule_ref == version.ref
    assert holds()


def test_the_stale_worklist_follows_at_once(field: Cast) -> None:
    """Must show: a rule changing a freshness interval changes the stale worklist, and the card names the version."""
    board = Body.objects.get(pk=field.seats["secretary"].body_id)
    found = next(row.person for row in registry.worklist(field.nurse, registry.Ask()).rows if row.groups)
    seen = clock.today() - timedelta(days=100)
    facts.confirm(by=field.nurse, person=found, fact=FactGroup.CARER, how=How.VISIT, on=seen)
    ask = registry.Ask(fact=FactGroup.CARER, state=State.STALE)
    assert not registry.worklist(field.nurse, ask).rows
    version = adopted(board, ("ถามคนดูแลทุก 3 เดือน", {CARER: 3}))
    assert [row.person.pk for row in registry.worklist(field.nurse, ask).rows] == [found.pk]
    (carer_of,) = [one for one in registry.card(field.nurse, str(found.pk)).freshness if one.fact is FactGroup.CARER]
    assert carer_of.by is not None
    assert (carer_of.by.rule, carer_of.by.rule_ref) == ("กติกาข้อ ๑ ฉบับที่ ๑", version.ref)


def test_a_version_waits_for_its_day_and_the_clock_brings_it(board: Body) -> None:
    day = clock.today() + timedelta(days=10)
    version = adopted(board, FOUR, starts=day)
    assert carer() == (6, "")
    with pytest.raises(Refused, match="not come"):
        steering.bring_into_force(by=INSTALLATION, version=version)
    with clock.at(day):
        assert steering.keep_time(by=INSTALLATION) == {"came": 1, "turned": 0}
        assert carer() == (4, "กติกาข้อ ๑ ฉบับที่ ๑")
        assert steering.keep_time(by=INSTALLATION) == {"came": 0, "turned": 0}


def test_a_version_comes_into_force_once(board: Body) -> None:
    version = adopted(board, FOUR)
    with pytest.raises(Refused, match="already"):
        steering.bring_into_force(by=INSTALLATION, version=version)


def test_a_new_version_takes_the_place_of_the_old_one(board: Body) -> None:
    first = adopted(board, FOUR)
    second = adopted(board, ("ถามคนดูแลทุก 5 เดือน", {CARER: 5}), rule=first.rule)
    assert carer() == (5, "กติกาข้อ ๑ ฉบับที่ ๒")
    assert force.in_force() == [second]
    assert [one.what for one in first.events.all()] == [Standing.IN_FORCE, Standing.REPLACED]
    assert holds()


def test_a_clause_taken_out_gives_its_dial_back_to_its_start(board: Body) -> None:
    first = adopted(board, FOUR)
    adopted(board, ("ช่วยกันถามเท่าที่ถามได้", {}), rule=first.rule)
    assert carer() == (6, "")
    assert Turn.objects.filter(name=CARER).count() == 2
    assert holds()


def test_two_rules_on_one_dial_the_later_counts_and_the_earlier_stands_again_after_it(board: Body) -> None:
    adopted(board, FOUR)
    second = adopted(board, ("ถามคนดูแลทุก 2 เดือน", {CARER: 2}))
    assert carer() == (2, "กติกาข้อ ๒ ฉบับที่ ๑")
    adopted(board, ("เลิกใช้กติกาข้อ ๒", {}), rule=second.rule, retires=True)
    assert carer() == (4, "กติกาข้อ ๑ ฉบับที่ ๑")
    assert holds()


def test_a_rule_that_retires_is_in_force_no_more(board: Body) -> None:
    first = adopted(board, FOUR)
    adopted(board, ("เลิกใช้กติกาข้อ ๑", {}), rule=first.rule, retires=True)
    assert force.in_force() == []
    assert carer() == (6, "")
    assert holds()


def test_the_same_words_again_are_a_renewal(board: Body) -> None:
    first = adopted(board, FOUR)
    again = adopted(board, FOUR, rule=first.rule)
    assert [one.what for one in again.events.all()] == [Standing.IN_FORCE, Standing.RENEWED]
    assert carer() == (4, "กติกาข้อ ๑ ฉบับที่ ๒")


def test_what_was_agreed_for_now_ends_and_the_version_before_stands_again(board: Body) -> None:
    first = adopted(board, FOUR)
    second = adopted(board, ("ถามคนดูแลทุก 2 เดือน", {CARER: 2}), rule=first.rule, until=clock.today())
    VersionEvent.objects.create(version=second, what=Standing.ENDED.value, by_ref="clock", at=clock.now())
    steering.stand_again(by=INSTALLATION, version=second)
    assert carer() == (4, "กติกาข้อ ๑ ฉบับที่ ๑")
    assert force.in_force() == [first]
    assert holds()


def test_the_first_version_agreed_for_now_ends_and_the_dial_goes_back_to_its_start(board: Body) -> None:
    only = adopted(board, FOUR, until=clock.today())
    VersionEvent.objects.create(version=only, what=Standing.ENDED.value, by_ref="clock", at=clock.now())
    assert steering.stand_again(by=INSTALLATION, version=only) is None
    assert carer() == (6, "")
    assert holds()


def test_a_dial_turned_behind_the_rules_is_named_and_put_right(board: Body) -> None:
    version = adopted(board, FOUR)
    Turn.objects.create(name=CARER, value=9, rule_ref=version.ref, rule_label="x", at=clock.now())
    assert not holds()
    assert steering.settle(by=INSTALLATION) == 1
    assert carer() == (4, "กติกาข้อ ๑ ฉบับที่ ๑")
    assert holds()


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"freshness.carer": 0}, "parameters.out_of_bounds"),
        ({"freshness.carer": 2.5}, "parameters.out_of_bounds"),
        ({"freshness.carer": "4"}, "parameters.out_of_bounds"),
        ({"fields.sensitive": 1}, "parameters.no_dial"),
        ({"numbers.smallest_shown": 4}, "parameters.out_of_bounds"),
    ],
)
def test_what_a_clause_may_turn_is_checked_in_the_draft(board: Body, values: dict[str, object], why: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_values(values, board)
    assert refused.value.code == why


def test_the_smallest_number_shown_only_rises(board: Body) -> None:
    adopted(board, ("ปิดตัวเลขที่น้อยกว่า 10", {"numbers.smallest_shown": 10}))
    with pytest.raises(BadInput, match="only be raised"):
        check_values({"numbers.smallest_shown": 8}, board)
    check_values({"numbers.smallest_shown": 10}, board)
    adopted(board, ("ปิดตัวเลขที่น้อยกว่า 7", {"numbers.smallest_shown": 7}))
    assert parameters.values()["numbers.smallest_shown"].value == 10


def test_a_body_that_does_not_speak_for_everywhere_turns_nothing(board: Body) -> None:
    below = bodies.found(
        by=INSTALLATION, kind=BodyKind.SUBDISTRICT, name_th="พชต.ก", name_en="A", area_codes=["930512"], parent=board
    )
    with pytest.raises(NotAllowed, match="cannot agree for the others"):
        check_values({CARER: 3}, below)
    adopted(below, ("ถามคนดูแลทุก 3 เดือน", {CARER: 3}))
    assert carer() == (6, "")
    assert holds()


def test_a_district_speaks_for_everywhere_beneath_a_region_until_there_is_another_district(board: Body) -> None:
    region = bodies.found(by=INSTALLATION, kind=BodyKind.REGION, name_th="กขป.ก", name_en="R", area_codes=["93", "90"])
    Body.objects.filter(pk=board.pk).update(parent=region)
    board.refresh_from_db()
    version = adopted(board, FOUR)
    assert carer() == (4, "กติกาข้อ ๑ ฉบับที่ ๑")
    bodies.found(
        by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="พชอ.ข", name_en="B", area_codes=["9001"], parent=region
    )
    steering.keep_time(by=INSTALLATION)
    assert carer() == (6, ""), "what no longer speaks for everywhere no longer turns a dial"
    assert force.in_force() == [version], "its words stand all the same"
    assert holds()


def test_the_seats_of_the_body_hear_of_it(board: Body, cast: Cast) -> None:
    from sanam.domain.notices import queries as notices

    adopted(board, FOUR)
    (told,) = [one for one in notices.unread(cast.nurse) if one.kind == "rules.standing"]
    assert told.th == "กติกาข้อ ๑ ฉบับที่ ๑ เริ่มใช้แล้ว: กติกาที่ 1"
    assert told.path.startswith("/rules/")


def test_only_the_clock_keeps_time(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        steering.keep_time(by=cast.nurse)


def test_a_version_keeps_what_it_said(board: Body) -> None:
    version = adopted(board, FOUR, review_on=date(2027, 5, 1))
    kept = RuleVersion.objects.get(pk=version.pk)
    assert (kept.review_on, kept.clauses.get().values) == (date(2027, 5, 1), {CARER: 4})


def test_a_rule_may_shorten_how_long_rules_stand_before_a_review(board: Body) -> None:
    """The rules of rules are dials too: the next adoption reads them."""
    from sanam.domain.rules.operations import adoption

    adopted(board, ("ทบทวนครั้งแรกในสามเดือน", {"rules.first_review_months": 3}))
    assert adoption._review_on(None, date(2027, 1, 1), 1, None) == date(2027, 4, 2)
    assert adoption._review_on(None, date(2027, 1, 1), 2, None) == date(2028, 1, 1)
