"""A room on a phone, over plain forms: one ticket, one thing a screen, nothing kept of anybody after."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.test import Client

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Dots, Position, Statement, Ticket, Vote
from sanam.domain.dialogue.operations import doors, results, tickets
from sanam.domain.dialogue.words import RoomStage
from sanam.interfaces.web.room import guests
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, opened, voting
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgets_knocks() -> None:
    cache.clear()


def came(room: Room, leg: str = "ภาคประชาชน", nickname: str = "") -> Client:
    """A phone that opened the page and took its ticket."""
    phone = Client()
    phone.get(at(room))
    phone.post(at(room), {"leg": room.legs[leg].pk, "nickname": nickname})
    return phone


def at(room: Room, part: str = "") -> str:
    return f"/room/{room.door.code}/{part}"


def read(phone: Client, path: str) -> str:
    return phone.get(path, follow=True).content.decode()


def test_the_typed_code_leads_to_the_door(cast: Cast) -> None:
    room = opened(cast)
    spaced = f"{room.door.code[:3].lower()} {room.door.code[3:]}"
    assert Client().post("/room/", {"code": spaced}).headers["Location"] == at(room)
    assert Client().post("/room/", {"code": "oops"}).status_code == 422


def test_a_form_sent_twice_takes_one_ticket_and_the_phone_goes_on(cast: Cast) -> None:
    room = opened(cast)
    phone = came(room)
    again = phone.post(at(room), {"leg": room.legs["ท้องถิ่น"].pk}, follow=True)
    assert "เครื่องนี้เข้าห้องแล้ว ใช้ต่อได้เลย" in again.content.decode()
    assert "ใครมีอะไรมา" in again.content.decode()
    assert Ticket.objects.get().leg == room.legs["ภาคประชาชน"]


def test_a_phone_that_keeps_nothing_gets_no_ticket(cast: Cast) -> None:
    room = opened(cast)
    answer = Client().post(at(room), {"leg": room.legs["ท้องถิ่น"].pk})
    assert answer.status_code == 422
    assert not Ticket.objects.exists()


def test_the_mark_stays_in_these_pages_and_out_of_reach_of_scripts(cast: Cast) -> None:
    phone = came(room := opened(cast))
    mark = phone.cookies[guests.mark_of(room.exchange)]
    assert (mark["path"], mark["httponly"], mark["samesite"]) == ("/room/", True, "Lax")
    assert mark.value not in str(list(Ticket.objects.values()))
    assert "sessionid" not in phone.cookies


def test_a_shut_door_stays_shut_for_the_next_and_those_inside_go_on(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    doors.shut(by=cast.secretary, exchange=room.exchange)
    late = Client()
    assert late.get(at(room)).status_code == 404
    assert late.post(at(room), {"leg": room.legs["ท้องถิ่น"].pk}).status_code == 404
    assert "ลงความเห็น" in read(phone, at(room))
    assert Ticket.objects.count() == 1


def test_guessing_codes_comes_to_an_end_and_whoever_is_inside_goes_on(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guests, "MOST_WRONG", 3)
    room = voting(cast)
    phone = came(room)
    assert [Client().get("/room/WWWWWW/").status_code for _ in range(4)] == [404, 404, 404, 429]
    assert Client().get(at(room)).status_code == 429
    assert phone.get(at(room, "vote/")).status_code == 200
    assert Client(REMOTE_ADDR="10.0.0.9").get(at(room)).status_code == 200


def test_wrong_own_codes_are_counted_too(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests, "MOST_WRONG", 2)
    room, phone = voting(cast), Client()
    tries = [phone.post(at(room, "own/"), {"own": "WWWWWW"}).status_code for _ in range(3)]
    assert tries == [422, 422, 429]


def test_an_own_code_is_typed_on_its_page_and_not_slipped_in_as_a_cookie(cast: Cast) -> None:
    room = voting(cast)
    page = came(room).post(at(room, "help/"), {"leg": room.legs["ท้องที่"].pk, "for_whom": "ป้าพร", "channel": "beside"})
    (code,) = re.findall(r'name="own" value="(\w{6})"', page.content.decode())
    guessing, typing = came(room), came(room)
    guessing.cookies[guests.speaks_for_of(room.exchange)] = code
    assert "กำลังตอบให้ ป้าพร" not in read(guessing, at(room))
    assert "กำลังตอบให้ ป้าพร" in typing.post(at(room, "own/"), {"own": code}, follow=True).content.decode()


def test_one_card_a_screen_until_all_are_answered_and_back_again(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    order = queries.in_own_order(Ticket.objects.get(), room.cards)
    for place, card in enumerate(order, 1):
        page = read(phone, at(room))
        assert f"บัตรที่ {place} จาก 3" in page
        assert f'name="card" value="{card.pk}"' in page
        phone.post(at(room, "vote/"), {"card": card.pk, "answer": "agree"})
    assert "ตอบครบแล้ว" in read(phone, at(room))
    back = read(phone, at(room, f"vote/?card={order[1].pk}"))
    assert "ตอบไว้ว่า เห็นด้วย" in back
    assert f"?card={order[0].pk}" in back
    phone.post(at(room, "vote/"), {"card": order[1].pk, "answer": "pass"})
    assert sorted(Vote.objects.values_list("value", flat=True)) == [0, 1, 1]


def test_after_an_answer_the_next_card_that_waits_comes_and_then_those_before_it(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    first, second, third = queries.in_own_order(Ticket.objects.get(), room.cards)
    for card, then in ((second, third), (third, first)):
        page = phone.post(at(room, "vote/"), {"card": card.pk, "answer": "agree"}, follow=True).content.decode()
        assert f'name="card" value="{then.pk}"' in page
    assert (
        "ตอบครบแล้ว"
        in phone.post(at(room, "vote/"), {"card": first.pk, "answer": "agree"}, follow=True).content.decode()
    )


def test_what_is_no_answer_changes_nothing(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    for said in (
        {"card": room.cards[0].pk, "answer": "maybe"},
        {"card": "x", "answer": "agree"},
        {"card": "9" * 30},
        {},
    ):
        assert phone.post(at(room, "vote/"), said).status_code == 302
    assert not Vote.objects.exists()


def test_dots_are_kept_at_each_press_and_never_more_than_ten(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    room.goals(room.cards[0], room.cards[1])
    one, two = room.cards[0].pk, room.cards[1].pk
    for counts, pressed in (
        ({}, {"more": one}),
        ({f"dots_{one}": 1}, {"more": one}),
        ({f"dots_{one}": 1}, {"more": one}),  # the same press sent twice
        ({f"dots_{one}": 2, f"dots_{two}": 8}, {}),
        ({f"dots_{one}": 2, f"dots_{two}": 8}, {"more": two}),
        ({f"dots_{one}": 2, f"dots_{two}": 8}, {"less": one}),
    ):
        assert phone.post(at(room, "dots/"), counts | pressed).status_code == 302
    assert dict(Dots.objects.values_list("statement", "count")) == {one: 1, two: 8}
    assert "เหลือ <span data-left>1</span> จุด" in read(phone, at(room))


def test_the_page_of_another_stage_says_so_and_leads_to_where_the_room_is(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    page = phone.get(at(room, "dots/"), follow=True).content.decode()
    assert "ตอนนี้ห้องอยู่ที่ขั้น ลงความเห็น" in page
    assert "บัตรที่ 1 จาก 3" in page


def test_somebody_is_helped_answers_on_this_phone_and_comes_back_on_another(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room, nickname="แดง")
    said = {"for_whom": "ป้าพร", "leg": room.legs["ท้องที่"].pk, "channel": "beside"}
    page = phone.post(at(room, "help/"), said).content.decode()
    (code,) = re.findall(r'name="own" value="(\w{6})"', page)
    assert "กำลังตอบให้ ป้าพร" in phone.post(at(room, "own/"), {"own": code}, follow=True).content.decode()
    phone.post(at(room, "vote/"), {"card": room.cards[0].pk, "answer": "agree"})
    phone.post(at(room, "oneself/"))
    phone.post(at(room, "vote/"), {"card": room.cards[0].pk, "answer": "pass"})
    doors.shut(by=cast.secretary, exchange=room.exchange)
    other = Client()
    other.post(at(room, "own/"), {"own": code.lower()})
    other.post(at(room, "vote/"), {"card": room.cards[0].pk, "answer": "disagree"})
    by_channel = dict(Vote.objects.values_list("ticket__channel", "value"))
    assert by_channel == {"beside": -1, "": 0}
    assert code not in read(phone, at(room, "help/"))


def test_an_idea_is_offered_and_what_became_of_it_is_seen_by_its_own_phone(cast: Cast) -> None:
    room = opened(cast)
    phone, other = came(room), came(room)
    phone.post(at(room, "offer/"), {"text": "<b>รถ</b>รับส่งวันอังคาร", "heading": "method"})
    assert Statement.objects.get().text == "<b>รถ</b>รับส่งวันอังคาร"
    mine, theirs = read(phone, at(room)), read(other, at(room))
    assert "&lt;b&gt;" in mine
    assert "รอคนดูแลวงดู" in mine
    assert "วันอังคาร" not in theirs
    assert phone.post(at(room, "offer/"), {"text": "", "heading": "method"}).status_code == 422


def test_a_group_tells_from_a_phone_what_it_brings_and_everybody_reads_it(cast: Cast) -> None:
    room = opened(cast)
    phone = came(room)
    said = {"name": "ชมรมคนรักษ์เล", "leg": room.legs["ภาคประชาชน"].pk, "goal": "น้ำสะอาด\nปลากลับมา", "version": 0}
    assert phone.post(at(room, "bring/"), said).status_code == 302
    assert "ปลากลับมา" in read(came(room), at(room))
    assert phone.post(at(room, "bring/"), said | {"goal": "ก" * 121}).status_code == 422
    stale = phone.post(at(room, "bring/"), said | {"goal": "อื่น"})
    assert stale.status_code == 409
    assert 'name="version" value="1"' in stale.content.decode()
    assert "น้ำสะอาด" in stale.content.decode()
    assert Position.objects.get().version == 1


def test_a_seat_brings_for_its_organisation_and_two_see_one_another(enter: Enter, field: Cast) -> None:
    room = opened(field)
    path = f"/gatherings/rooms/{room.exchange.pk}/bring/"
    said = {"name": "อย่างอื่น", "leg": room.legs["หน่วยงานรัฐ"].pk, "goal": "เยี่ยมทุกบ้าน", "version": 0}
    assert enter("volunteer").post(path, said).status_code == 302
    assert Position.objects.get().name == "รพ.สต.พนางตุง (สมมติ)"
    page = enter("nurse").post(path, said | {"name": "รพ.สต.พนางตุง (สมมติ)", "goal": "อีกเรื่อง"})
    assert page.status_code == 409
    assert "เยี่ยมทุกบ้าน" in page.content.decode()
    again = said | {"name": "รพ.สต.พนางตุง (สมมติ)", "goal": "เยี่ยมทุกบ้าน\nอีกเรื่อง", "version": 1}
    assert enter("nurse").post(path, again).status_code == 302
    assert Position.objects.get().version == 2


def test_a_host_helps_and_sees_who_helped(enter: Enter, field: Cast) -> None:
    room = voting(field)
    came(room, nickname="แดง")
    path = f"/gatherings/rooms/{room.exchange.pk}/help/"
    said = {"for_whom": "ตาเขียว", "leg": room.legs["ท้องที่"].pk, "channel": "paper"}
    page = enter("secretary").post(path, said).content.decode()
    assert "รหัสส่วนตัวของ ตาเขียว" in page
    assert "มีคนช่วย 1" in page
    assert enter("volunteer").get(path).status_code == 403


def test_a_closed_room_forgets_the_phone(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room, nickname="แดง")
    type(room.exchange).objects.filter(pk=room.exchange.pk).update(stage=RoomStage.CLOSED.value)
    tickets.forget(by=cast.secretary, exchange=room.exchange)
    page = phone.get(at(room))
    assert "เครื่องนี้ลืมคุณแล้ว" in page.content.decode()
    assert page.cookies[guests.mark_of(room.exchange)]["max-age"] == 0
    assert phone.get(at(room, "vote/"), follow=True).redirect_chain


def test_a_closed_room_leads_to_what_it_came_to(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    results.close(by=cast.secretary, exchange=room.exchange)
    page = phone.get(at(room)).content.decode()
    assert f'href="{at(room, "result/")}"' in page
    assert phone.get(at(room, "result/")).status_code == 200


def test_a_room_that_was_called_off_came_to_nothing(cast: Cast) -> None:
    room = voting(cast)
    room.call_off()
    assert "result/" not in Client().get(at(room)).content.decode()


def test_a_form_from_elsewhere_does_nothing(cast: Cast) -> None:
    room = opened(cast)
    strict = Client(enforce_csrf_checks=True)
    strict.get(at(room))
    assert strict.post(at(room), {"leg": room.legs["ท้องถิ่น"].pk}).status_code == 403


def test_a_phone_waits_without_loading_the_page_again(cast: Cast) -> None:
    room = voting(cast)
    phone = came(room)
    assert phone.get(at(room, "?at=voting"), headers={"HX-Request": "true"}).status_code == 204
    room.goals(room.cards[0])
    moved = phone.get(at(room, "?at=voting"), headers={"HX-Request": "true"})
    assert moved.headers["Location"] == at(room, "dots/")
