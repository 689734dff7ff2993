"""Seats on the page: seen by all, changed by whoever may, never by whoever sits there; handed over by two."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.teams.models import HandOver, Holding, Member, Seat
from sanam.domain.teams.operations import handovers, members
from sanam.domain.teams.words import HoldingKind
from tests.cast import PASSWORD, Cast
from tests.interfaces.web.conftest import Enter

DEEDS = ("sit", "mandate", "needs", "term", "close", "handover")


def say(day: object) -> dict[str, str]:
    """A day as the form's three boxes take it."""
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year + 543)}  # type: ignore[attr-defined]


def dated(name: str, day: object) -> dict[str, str]:
    return {f"{name}_{part}": value for part, value in say(day).items()}


def words(html: bytes) -> str:
    """What a page says, without its marks and without what only the eye needs between words."""
    said = re.sub(r"<[^>]+>|[\u200b\u2060\u00ad]", "", html.decode())
    return said.replace("\u00a0", " ").replace("&nbsp;", " ")


@pytest.fixture
def other(field: Cast) -> Member:
    return members.enrol(by=INSTALLATION, name="คน คนใหม่", username="other", password=PASSWORD)


@pytest.mark.parametrize("deed", DEEDS)
def test_the_pages_of_ones_own_seat_are_closed(enter: Enter, field: Cast, deed: str) -> None:
    desk, own = enter("secretary"), field.seats["secretary"]
    before = list(Seat.objects.order_by("id").values()), list(Holding.objects.order_by("id").values())
    said = {"deputies": "0", "because": "เอง", "reach": "area", "areas": "93", "member": field.members["nurse"].pk}
    for page in (f"/team/seats/{own.pk}/{deed}/", f"/team/holdings/{Holding.objects.get(seat=own).pk}/end/"):
        assert desk.get(page).status_code == 403
        assert desk.post(page, said).status_code == 403
    assert (list(Seat.objects.order_by("id").values()), list(Holding.objects.order_by("id").values())) == before


def test_a_seat_says_who_sits_who_stands_in_and_what_it_may(enter: Enter, field: Cast, other: Member) -> None:
    seat = field.seats["nurse"]
    members.seat(by=INSTALLATION, member=other, seat=seat, kind=HoldingKind.DEPUTY, because="ลาคลอด")
    page = words(enter("local").get(f"/team/seats/{seat.pk}/").content)
    for word in ("คน nurse", "คน คนใหม่", "ลาคลอด", "เคยนั่งจริง", "รวมบันทึกของคนเดียวกัน", "เลขบัตรประชาชน"):
        assert word in page
    assert "เปลี่ยนขอบเขต" not in page


def test_the_secretary_seats_somebody_and_the_team_hears_of_it(enter: Enter, field: Cast, other: Member) -> None:
    desk, seat = enter("secretary"), field.seats["local"]
    held = Holding.objects.get(seat=seat)
    said = {"because": "ย้ายไปอำเภออื่น", **dated("last_day", clock.today())}
    assert desk.post(f"/team/holdings/{held.pk}/end/", said).status_code == 302
    tomorrow = clock.today() + timedelta(days=1)
    said = {"member": str(other.pk), "kind": "holder", "because": "", **dated("from_on", tomorrow)}
    taken = desk.post(f"/team/seats/{seat.pk}/sit/", said | dated("from_on", clock.today()))
    assert taken.status_code in {409, 422}  # the other sits there until the evening
    said = {"member": str(other.pk), "kind": "deputy", "because": "", **dated("from_on", tomorrow)}
    assert desk.post(f"/team/seats/{seat.pk}/sit/", said).status_code == 302
    assert Holding.objects.get(seat=seat, member=other).from_on == tomorrow
    assert "คน คนใหม่" in words(enter("nurse").get("/").content)


def test_a_handover_on_the_pages_from_beginning_to_today(enter: Enter, field: Cast, other: Member) -> None:
    seat = field.seats["nurse"]
    Holding.objects.filter(seat=seat).update(from_on=clock.today() - timedelta(days=90))
    begun = enter("secretary").post(
        f"/team/seats/{seat.pk}/handover/", {"member": str(other.pk), **dated("from_on", clock.today())}
    )
    one = HandOver.objects.get(seat=seat)
    page = f"/team/handovers/{one.pk}/"
    assert begun.headers["Location"] == page
    giver, taker = enter("nurse"), enter("other")
    assert page in giver.get("/").content.decode()
    assert page in enter("secretary").get("/").content.decode()
    assert page in taker.get("/account/").content.decode()
    early = giver.post(page + "talk/", {"confirm": "yes", **dated("met_on", clock.today())})
    assert early.status_code == 409
    assert "ยังมีเรื่องที่ไม่ได้คุยกัน" in early.content.decode()
    said = {"kind_0": "on", "note_0_0": "อ่านของตำบลก่อน", "confirm": "yes", **dated("met_on", clock.today())}
    assert giver.post(page + "talk/", said).status_code == 302
    assert not HandOver.objects.get(pk=one.pk).done_at
    assert taker.post(page + "talk/", said).status_code == 302
    assert HandOver.objects.get(pk=one.pk).done_at
    assert giver.get("/").status_code == 403  # the seat is the other's now
    assert "รับที่นั่งนี้ต่อจาก คน nurse" in words(taker.get("/").content)
    today = words(taker.get("/team/matters/").content)
    assert "รับงานต่อ" in today
    assert "คน nurse ส่งที่นั่งนี้ให้คุณ" in today
    assert "อ่านของตำบลก่อน" in today


def test_a_handover_is_nobody_elses(enter: Enter, field: Cast, other: Member) -> None:
    seat = field.seats["local"]
    later = clock.today() + timedelta(days=9)
    one = handovers.begin(by=INSTALLATION, seat=seat, taker=other, from_on=later)
    for part in ("", "call-off/"):
        assert enter("nurse").get(f"/team/handovers/{one.pk}/{part}").status_code == 404
    assert enter("secretary").post(f"/team/handovers/{one.pk}/talk/", {"confirm": "yes"}).status_code == 403


def test_the_mandate_is_changed_and_the_page_says_how(enter: Enter, field: Cast) -> None:
    desk, seat = enter("secretary"), field.seats["local"]
    page = f"/team/seats/{seat.pk}/mandate/"
    said = {
        "capabilities": [one for one in seat.capabilities if one != "gatherings.write"],
        "reach": "area",
        "areas": ["93051205"],
        "fields_seen": ["open", "personal"],
        "because": "ดูแลหมู่เดียว",
    }
    assert desk.post(page, said).status_code == 302
    shown = words(desk.get(f"/team/seats/{seat.pk}/").content)
    assert "ดูแลหมู่เดียว" in shown
    assert "เอาออก เขียนวงคุย" in shown
    wider = desk.post(page, said | {"reach": "area", "areas": ["93"]})
    assert wider.status_code == 422


def test_a_seats_page_asks_the_database_no_more_than_it_needs(enter: Enter, field: Cast, other: Member) -> None:
    members.seat(by=INSTALLATION, member=other, seat=field.seats["nurse"], kind=HoldingKind.DEPUTY)
    desk = enter("secretary")
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(f"/team/seats/{field.seats['nurse'].pk}/").status_code == 200
    assert len(captured) <= 12, [one["sql"][:90] for one in captured]
