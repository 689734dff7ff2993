"""Who could be asked stands on the list of one body, once, and leaves it whole."""

from __future__ import annotations

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import CameBy, Channel, Way
from sanam.domain.gatherings.models import Eligible, Invitation
from sanam.domain.gatherings.operations import eligible, inviting
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.registry.operations import keys
from sanam.domain.teams.operations import bodies
from sanam.domain.teams.words import BodyKind
from tests.cast import Cast
from tests.domain.gatherings.asking import NAMES, called, listed

pytestmark = pytest.mark.django_db


def test_the_same_name_with_another_prefix_and_spaces_stands_there_once(cast: Cast) -> None:
    listed(cast)
    again = Someone("  นาย สมหวัง   ใจดี ", CameBy.NAMED, organisation="ชมรมทดสอบ")
    added = eligible.add(by=cast.secretary, body=cast.seats["secretary"].body, people=[again])
    assert (added.new, added.known) == ((), 1)


def test_two_of_one_name_in_two_clubs_are_two(cast: Cast) -> None:
    listed(cast)
    other = Someone("สมหวัง ใจดี", CameBy.CLUB, organisation="ชมรมอื่น")
    assert len(eligible.add(by=cast.secretary, body=cast.seats["secretary"].body, people=[other]).new) == 1


def test_whoever_is_taken_off_leaves_no_word_and_no_list_brings_them_back(cast: Cast) -> None:
    one = listed(cast)[0]
    eligible.take_off(by=cast.secretary, eligible=one)
    kept = Eligible.objects.get(pk=one.pk)
    assert (kept.name, kept.phone, kept.organisation) == ("", "", "")
    assert "สมหวัง" not in str(vars(kept))
    assert kept.made_with in keys.hash_keys_needed(by=INSTALLATION)
    added = eligible.add(
        by=cast.secretary, body=one.body, people=[Someone(NAMES[0], CameBy.CLUB, organisation="ชมรมทดสอบ")]
    )
    assert (added.new, added.left_off) == ((), 1)


def test_whoever_was_taken_off_may_ask_to_come_back(cast: Cast) -> None:
    one = listed(cast)[0]
    eligible.take_off(by=cast.secretary, eligible=one)
    back = eligible.add(by=cast.secretary, body=one.body, people=[Someone(NAMES[0], CameBy.ASKED)])
    assert len(back.new) == 1


def test_taken_off_still_counts_as_asked_and_is_asked_no_more(cast: Cast) -> None:
    one, gathering = listed(cast)[0], called(cast)
    inviting.invite(by=cast.secretary, gathering=gathering, eligible=[one], way=Way.NAMED, channel=Channel.PHONE)
    gone = eligible.take_off(by=cast.secretary, eligible=one)
    assert Invitation.objects.filter(eligible=gone).count() == 1
    later = called(cast)
    assert not inviting.invite(
        by=cast.secretary, gathering=later, eligible=[gone], way=Way.NAMED, channel=Channel.PHONE
    )


def test_a_body_keeps_its_list_to_itself(cast: Cast) -> None:
    other = bodies.found(by=INSTALLATION, kind=BodyKind.CARE_TEAM, name_th="ทีมอื่น", name_en="Other", area_codes=[])
    with pytest.raises(NotHere):
        queries.eligible(cast.secretary, other)
    with pytest.raises(NotHere):
        eligible.add(by=cast.secretary, body=other, people=[Someone("ก", CameBy.CLUB)])


def test_a_seat_that_does_not_call_gatherings_sees_no_list(cast: Cast) -> None:
    (one, *_rest) = listed(cast)
    for deed in (
        lambda: queries.eligible(cast.volunteer, one.body),
        lambda: queries.one_eligible(cast.volunteer, str(one.pk)),
        lambda: eligible.take_off(by=cast.volunteer, eligible=one),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_nobody_is_noted_as_told_on_a_day_to_come(cast: Cast) -> None:
    one = listed(cast)[0]
    with pytest.raises(BadInput):
        eligible.tell(by=cast.secretary, eligible=one, on=clock.today().replace(year=2999))
    assert eligible.tell(by=cast.secretary, eligible=one, on=clock.today()).told_on == clock.today()


def test_a_name_is_needed_and_no_list_is_endless(cast: Cast) -> None:
    body = cast.seats["secretary"].body
    for people in ([Someone("  ", CameBy.CLUB)], [Someone(f"คน {n}", CameBy.CLUB) for n in range(eligible.MOST + 1)]):
        with pytest.raises(Refused):
            eligible.add(by=cast.secretary, body=body, people=people)
