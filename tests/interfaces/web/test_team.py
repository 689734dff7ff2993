"""The team pages: the chair first, its numbers in the text and beside it as a table, and nothing of the register."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.gatherings.operations import calling
from sanam.domain.journal import operations as journal
from sanam.domain.teams import queries as teams
from sanam.domain.teams.chair import Did, LegFigures
from sanam.domain.teams.models import Body
from sanam.domain.teams.operations import bodies, handovers, members, seats
from sanam.domain.teams.words import BodyKind, HoldingKind
from sanam.interfaces.web.team.drawing import chair_picture
from tests.cast import PASSWORD, Cast
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements

LONG = "กลุ่มออมทรัพย์และสวัสดิการชุมชนตำบลพนางตุง"


def chair(*filled: int, names: tuple[str, ...] = ()) -> str:
    """The picture of a chair whose legs have so many filled seats."""
    legs = [
        LegFigures(
            at, names[at - 1] if names else f"ขา{at}", f"leg {at}", 9, one, (Did("seats", "", "", one, sum(filled)),)
        )
        for at, one in enumerate(filled, start=1)
    ]
    return str(chair_picture(legs))


def words(page: bytes) -> str:
    """What a page says, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.decode()).replace("\u00a0", " "))


def tops(picture: str) -> dict[int, float]:
    """How long each leg is drawn, by its order, from its top to its foot."""
    drawn = re.findall(r'class="is-leg-(\d)"><path class="tone" d="M[\d.]+ ([\d.]+)h16L[\d.]+ ([\d.]+)', picture)
    return {int(order): float(foot) - float(top) for order, top, foot in drawn}


@pytest.fixture
def board(field: Cast) -> Body:
    """A board of four legs with one seat each; nobody sits for the second leg, the first has a deputy."""
    body = bodies.found(
        by=INSTALLATION, kind=BodyKind.SUBDISTRICT, name_th="พชต.ทดสอบ", name_en="Test", area_codes=["930512"]
    )
    office = teams.organisations().first()
    assert office is not None
    for at, leg in enumerate(body.legs.order_by("order")):
        seat = seats.set_up(
            by=INSTALLATION,
            body=body,
            leg=leg,
            organisation=office,
            role="village_head",
            areas=[],
            title_th=f"ที่นั่ง {at}",
        )
        if at != 1:
            members.seat(by=INSTALLATION, member=field.members["nurse"], seat=seat)
        if at == 0:
            members.seat(by=INSTALLATION, member=field.members["local"], seat=seat, kind=HoldingKind.DEPUTY)
    return body


def test_equal_legs_are_drawn_alike_and_nothing_is_dashed() -> None:
    for many in (3, 4, 5, 6):
        picture = chair(*[2] * many)
        assert {round(top, 6) for top in tops(picture).values()} == {118.0}
        assert "stroke-dasharray" not in picture


def test_an_empty_leg_is_not_drawn_and_its_place_is_marked() -> None:
    picture = chair(2, 0, 2, 2)
    assert set(tops(picture)) == {1, 3, 4}
    assert 'class="is-leg-2"><ellipse class="hollow"' in picture


@pytest.mark.parametrize("many", [3, 4, 5, 6])
def test_three_to_six_legs_stay_inside_the_picture_whichever_is_empty(many: int) -> None:
    for empty in range(many):
        picture = chair(*[0 if at == empty else 3 for at in range(many)])
        marks = re.sub(r"<g transform.*?</g>|<rect[^>]*>|q[^Z]*Z", "", picture)
        for x, y in re.findall(r"(?<=[ML ])(-?[\d.]+) (-?[\d.]+)(?=[LZhVQ\"])", marks):
            assert -8 <= float(x) <= 328
            assert 0 <= float(y) <= 388


def test_the_numbers_are_in_the_label_and_no_style_is_used() -> None:
    picture = chair(1, 2, 2, 2, names=(LONG, "ท้องที่", "หน่วยงานรัฐ", "ภาคประชาชน"))
    label = re.search('role="img" aria-label="([^"]*)"', picture)
    assert label
    assert f"{LONG} 57%" in label[1]
    assert "เก้าอี้เอนไปทาง" in label[1]
    assert "style=" not in picture


def test_a_leg_keeps_its_name_from_breaking_out_of_the_picture() -> None:
    assert "&lt;b&gt;" in chair(1, 1, 1, names=("<b>", "ข", "ค"))


def test_the_page_says_what_is_strong_first_then_what_is_short_then_one_step(enter: Enter, board: Body) -> None:
    page = words(enter("association").get(f"/team/{board.pk}/").content)
    order = [page.index(one) for one in ("ที่แข็งแรงอยู่แล้ว", "ท้องที่ว่าง 1 จาก 1", "ก้าวเล็กถัดไป", "อ่านเป็นตาราง")]
    assert order == sorted(order)
    assert "“ที่นั่ง 1”" in page
    assert "คน nurse" in page
    assert "คน local" in page


def test_the_table_beside_the_picture_has_the_same_figures(enter: Enter, board: Body) -> None:
    page = enter("nurse").get(f"/team/{board.pk}/").content.decode()
    table = page[page.index("อ่านเป็นตาราง") :]
    assert [*re.findall(r">(\d+%)</td>", table)] == ["100%", "0%", "100%", "100%"]


def test_a_gathering_that_was_called_stands_on_its_bodys_page(enter: Enter, field: Cast, board: Body) -> None:
    # a seat calls for the bodies beneath its own
    Body.objects.filter(pk=board.pk).update(
        parent=field.seats["nurse"].body
    )  # a seat calls for the bodies beneath its own
    soon = clock.now() + timedelta(days=3)
    calling.call_together(by=field.nurse, body=board, title="วงคุยเดือนหน้า", starts_at=soon, place="ศาลาหมู่ 5")
    client = enter("nurse")
    assert "วงคุยเดือนหน้า" in words(client.get(f"/team/{board.pk}/").content)
    assert "วงคุยเดือนหน้า" not in words(client.get(f"/team/{field.seats['nurse'].body_id}/").content)


def test_the_tree_counts_what_is_empty_and_names_nobody_of_the_register(enter: Enter, board: Body) -> None:
    page = words(enter("regional").get("/team/").content)
    assert "ตอนนี้มี 1 ที่นั่งรอคนมานั่ง" in page
    assert "พชต.ทดสอบ" in page
    assert "เอียด" not in page


def test_a_body_that_is_not_there_is_not_found(enter: Enter) -> None:
    assert enter("nurse").get("/team/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_the_pages_ask_little(enter: Enter, board: Body, django_assert_max_num_queries: object) -> None:
    client: Client = enter("nurse")
    with django_assert_max_num_queries(5):  # type: ignore[operator]  # two, and the session, the account and its seats
        client.get("/team/")
    with django_assert_max_num_queries(13):  # type: ignore[operator]  # ten more at most, whatever the body's size
        client.get(f"/team/{board.pk}/")


def test_it_is_complete_in_english(enter: Enter, board: Body) -> None:
    client = enter("nurse")
    client.cookies["django_language"] = "en"
    with translation.override("en"):
        page = client.get(f"/team/{board.pk}/").content.decode()
    assert "The chair tips towards" in page
    assert "1 of 1 seats empty" in page


def test_a_body_says_how_often_a_deputy_sat_and_which_seat_changes_hands(
    field: Cast, board: Body, enter: Enter
) -> None:
    seat = board.seats.order_by("leg__order").first()
    assert seat is not None
    (deputy,) = teams.seat_card(field.nurse, str(seat.pk)).deputies
    stands_in = replace(field.nurse, ref=str(seat.pk), member=str(deputy.holding.member_id))
    with transaction.atomic():
        journal.record(by=stands_in, did="fact.confirmed", to="person:1")
    taker, later = field.members["seatless"], clock.today() + timedelta(days=7)
    handovers.begin(by=INSTALLATION, seat=seat, taker=taker, from_on=later)
    for path in (f"/team/{board.pk}/", f"/team/{board.pk}/sheet/"):
        page = words(enter("nurse").get(path).content)
        assert "เคยนั่งจริง 1 ครั้ง" in page
        assert f"กำลังส่งมอบให้ {taker.name}" in page


def test_the_page_of_a_body_asks_no_more_for_more_seats(field: Cast, board: Body, enter: Enter) -> None:
    path = f"/team/{board.pk}/"
    few = len(statements(enter("nurse"), path))
    (seat, *_rest) = teams.seats_of(board)
    for name in ("หนึ่ง", "สอง", "สาม"):
        made = seats.set_up(
            by=INSTALLATION,
            body=board,
            leg=seat.seat.leg,
            organisation=seat.seat.organisation,
            role="village_head",
            areas=[],
            title_th=name,
        )
        member = members.enrol(by=INSTALLATION, name=name, username=name, password=PASSWORD)
        members.seat(by=INSTALLATION, member=member, seat=made, kind=HoldingKind.DEPUTY)
    assert len(statements(enter("nurse"), path)) == few <= 13
