"""The chair's geometry as drawn tables, and what holds for any chair of three to six legs."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.teams.chair import Did, LegFigures, Stands, length, lengths, said, stand, stands
from sanam.domain.teams.chair.standing import angles

# legs, the angle (degrees, 0 right, 90 towards the reader) of each post
POSTS = [
    (3, [150, 30, 270]),
    (4, [135, 45, 315, 225]),
    (5, [126, 54, 342, 270, 198]),
    (6, [120, 60, 0, 300, 240, 180]),
]
# shares of one leg in (seats, presence, decisions), None where the arena does not exist; legs; length
LENGTHS = [
    ((0.25, None, None), 4, 1.0),
    ((0.25, 0.25, 0.25), 4, 1.0),
    ((0.40, None, None), 4, 1.0),  # more than an equal part is no longer leg
    ((0.10, None, None), 4, 0.4),
    ((0.00, None, None), 4, 0.0),
    ((0.25, 0.125, None), 4, 0.75),
    ((0.25, 0.125, 0.0), 4, 0.5),
    ((1 / 3, 1 / 6, None), 3, 0.75),
    ((0.10, 0.10, 0.20), 5, 2 / 3),
    ((1 / 12, 1 / 6, 1 / 6), 6, 5 / 6),
    ((None, None, None), 4, 0.0),
]
# lengths; level of the seat in the middle; towards (degrees); how steep
PLANES = [
    ([1, 1, 1], 1, None, 0),
    ([1, 1, 1, 1], 1, None, 0),
    ([0.6] * 5, 0.6, None, 0),
    ([1] * 6, 1, None, 0),
    ([0, 0, 0, 0], 0, None, 0),
    ([0, 1, 1], 2 / 3, 150, 2 / 3),
    ([1, 0, 1], 2 / 3, 30, 2 / 3),
    ([1, 1, 0], 2 / 3, 270, 2 / 3),
    ([0, 1, 1, 1], 3 / 4, 135, 1 / 2),
    ([1, 0, 1, 1], 3 / 4, 45, 1 / 2),
    ([1, 1, 0, 1], 3 / 4, 315, 1 / 2),
    ([1, 1, 1, 0], 3 / 4, 225, 1 / 2),
    ([0, 1, 1, 1, 1], 4 / 5, 126, 2 / 5),
    ([1, 1, 1, 0, 1], 4 / 5, 270, 2 / 5),
    ([0, 1, 1, 1, 1, 1], 5 / 6, 120, 1 / 3),
    ([1, 1, 1, 1, 1, 0], 5 / 6, 180, 1 / 3),
    ([0, 0, 1, 1], 1 / 2, 90, 2**0.5 / 2),  # both in front: towards the reader
    ([0, 1, 0, 1], 1 / 2, None, 0),  # two that face each other: flat, and it rocks
]
ANY = st.integers(3, 6).flatmap(lambda many: st.lists(st.floats(0, 1), min_size=many, max_size=many))
SOME = st.integers(3, 6).flatmap(lambda many: st.lists(st.integers(0, 50), min_size=many, max_size=many))


def figures(*filled: int, presence: list[float] | None = None, seats: int = 4) -> list[LegFigures]:
    """A chair whose legs have so many filled seats, and came so often where that is known."""
    whole = sum(filled)
    legs = []
    for order, mine in enumerate(filled, start=1):
        did = (Did("seats", "ที่นั่งมีคน", "seats filled", mine, whole),) if whole else ()
        if presence:
            did += (Did("presence", "มาวงคุย", "came", presence[order - 1], sum(presence)),)
        legs.append(LegFigures(order, f"ขา{order}", f"leg {order}", seats, mine, did))
    return legs


@pytest.mark.parametrize(("many", "degrees"), POSTS)
def test_posts_stand_evenly_the_first_in_front_on_the_left(many: int, degrees: list[float]) -> None:
    assert angles(many) == pytest.approx(degrees)


@pytest.mark.parametrize(("shares", "legs", "long"), LENGTHS)
def test_a_leg_is_as_long_as_the_mean_of_what_exists(shares: tuple[float | None, ...], legs: int, long: float) -> None:
    did = [Did("a", "ก", "a", one, 1) for one in shares if one is not None]
    assert length(did, legs) == pytest.approx(long)


@pytest.mark.parametrize(("long", "level", "towards", "slope"), PLANES)
def test_the_seat_lies_as_drawn(long: list[float], level: float, towards: float | None, slope: float) -> None:
    standing = stand(long)
    assert standing.level == pytest.approx(level)
    assert standing.slope == pytest.approx(slope, abs=1e-12)
    assert standing.towards == (None if towards is None else pytest.approx(towards))


@pytest.mark.parametrize("many", [2, 7])
def test_fewer_than_three_or_more_than_six_legs_are_no_chair(many: int) -> None:
    with pytest.raises(ValueError, match="3 to 6"):
        stand([1.0] * many)


@given(st.integers(3, 6), st.floats(0, 1))
def test_equal_legs_stand_level_whatever_their_length(many: int, long: float) -> None:
    standing = stand([long] * many)
    assert standing.towards is None
    assert all(isclose(post.seat, long, abs_tol=1e-9) for post in standing.posts)


@given(st.integers(3, 6), st.integers(0, 5), st.floats(0.01, 1))
def test_one_empty_leg_tips_the_seat_exactly_to_its_side(many: int, empty: int, long: float) -> None:
    legs = [long] * many
    legs[empty % many] = 0
    towards = stand(legs).towards
    assert towards is not None
    off = (towards - angles(many)[empty % many] + 180) % 360 - 180
    assert abs(off) < 1e-6


@given(ANY, st.integers(0, 5))
def test_legs_moved_one_place_on_turn_the_whole_chair(long: list[float], by: int) -> None:
    many = len(long)
    here, there = stand(long), stand(long[-by % many :] + long[: -by % many])
    assert there.slope == pytest.approx(here.slope, abs=1e-9)
    assert there.level == pytest.approx(here.level)
    if here.slope > 1e-6 and here.towards is not None and there.towards is not None:
        off = (here.towards - 360 * by / many - there.towards + 180) % 360 - 180
        assert abs(off) < 1e-3


@given(ANY)
def test_the_seat_is_the_plane_that_fits_the_tops_best(long: list[float]) -> None:
    posts = stand(long).posts
    for weigh in (lambda _post: 1.0, lambda post: post.x, lambda post: post.y):
        assert sum(post.gap * weigh(post) for post in posts) == pytest.approx(0, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_three_tops_always_carry_the_seat(long: list[float]) -> None:
    assert all(abs(post.gap) < 1e-9 for post in stand(long).posts)


@given(SOME)
def test_no_leg_is_longer_than_whole(did: list[int]) -> None:
    assert all(0 <= one <= 1 for one in lengths(figures(*did)))


@given(SOME, st.integers(0, 5), st.integers(1, 20))
def test_whoever_does_more_has_no_shorter_leg(did: list[int], which: int, more: int) -> None:
    which %= len(did)
    after = [one + more * (at == which) for at, one in enumerate(did)]
    assert lengths(figures(*after))[which] >= lengths(figures(*did))[which] - 1e-12


@pytest.mark.parametrize(
    ("legs", "how", "short"),
    [
        (figures(2, 2, 2, 2), Stands.LEVEL, []),
        (figures(2, 2, 2), Stands.LEVEL, []),
        (figures(2, 1, 2, 2), Stands.TIPS, [2]),
        (figures(0, 2, 2, 2, 2), Stands.TIPS, [1]),
        (figures(2, 0, 2, 0), Stands.ROCKS, [2, 4]),
        (figures(0, 0, 0, 0), Stands.NOBODY, []),
        (figures(2, 2, 2, 2, presence=[5, 5, 5, 0]), Stands.TIPS, [4]),
    ],
)
def test_the_words_say_how_it_stands(legs: list[LegFigures], how: Stands, short: list[int]) -> None:
    stood, towards = stands(legs)
    assert (stood, [leg.order for leg in towards]) == (how, short)


def test_the_numbers_behind_it_are_in_the_text() -> None:
    legs = figures(2, 1, 2, 2)
    assert said(legs, "th") == "เก้าอี้ 4 ขา: ขา1 100%, ขา2 57%, ขา3 100%, ขา4 100%. เก้าอี้เอนไปทาง ขา2"
    assert said(legs, "en") == (
        "A chair of 4 legs: leg 1 100%, leg 2 57%, leg 3 100%, leg 4 100%. The chair tips towards leg 2"
    )
