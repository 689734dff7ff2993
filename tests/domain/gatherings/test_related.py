"""Related topics: by shared tags, the rarer the closer."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from sanam.domain.gatherings.models import Gathering
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.gatherings.queries.related import related
from tests.cast import Cast
from tests.domain.gatherings.showing import called

pytestmark = pytest.mark.django_db


def tagged(cast: Cast, title: str, *tags: str) -> Gathering:
    return called(cast, title=title, tags=tags)


def titles(cast: Cast, of: Gathering) -> list[str]:
    return [one.gathering.title for one in related(of, visible(cast.nurse))]


def test_a_rare_tag_draws_closer_than_a_common_one(cast: Cast) -> None:
    mine = tagged(cast, "ของเรา", "ข่าว", "ซ่อมบ้าน")
    for number in range(3):
        tagged(cast, f"ข่าว {number}", "ข่าว")
    tagged(cast, "ซ่อมบ้านปีก่อน", "ซ่อมบ้าน")
    assert titles(cast, mine)[0] == "ซ่อมบ้านปีก่อน"


def test_two_shared_tags_draw_closer_than_one(cast: Cast) -> None:
    mine = tagged(cast, "ของเรา", "ก", "ข")
    tagged(cast, "สอง", "ก", "ข")
    tagged(cast, "หนึ่ง", "ก")
    assert titles(cast, mine) == ["สอง", "หนึ่ง"]


def test_of_the_same_weight_the_newest_comes_first_and_always_in_that_order(cast: Cast) -> None:
    mine = tagged(cast, "ของเรา", "ก")
    for number in range(4):
        tagged(cast, str(number), "ก")
    assert titles(cast, mine) == titles(cast, mine) == ["3", "2", "1", "0"]


def test_a_hash_and_a_blank_make_no_other_tag(cast: Cast) -> None:
    mine = tagged(cast, "ของเรา", "#4PW")
    tagged(cast, "เหมือน", " 4pw ")
    assert titles(cast, mine) == ["เหมือน"]


def test_who_shares_no_tag_is_not_related_and_neither_is_oneself(cast: Cast) -> None:
    mine = tagged(cast, "ของเรา", "ก")
    tagged(cast, "อื่น", "ข")
    tagged(cast, "ไม่มีแท็ก")
    assert titles(cast, mine) == []


def test_one_statement_finds_them_however_many_there_are(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    mine = tagged(cast, "ของเรา", "ก")
    for number in range(20):
        tagged(cast, str(number), "ก", str(number))
    with django_assert_num_queries(1):
        assert len(related(mine, visible(cast.nurse))) == 5
