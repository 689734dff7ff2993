"""Phones in rooms against one another: two rooms on one phone, a hall behind one address, codes that are guessed."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory, override_settings

from sanam.domain.dialogue.models import Ticket
from sanam.domain.dialogue.operations import results
from sanam.domain.foundation.refused import Refused
from sanam.interfaces.web.room import guests
from sanam.interfaces.web.shell import knocking
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, voting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgets_knocks() -> None:
    cache.clear()


def at(room: Room, part: str = "") -> str:
    return f"/room/{room.door.code}/{part}"


def enter(phone: Client, room: Room) -> None:
    phone.get(at(room))
    phone.post(at(room), {"leg": room.legs["ภาคประชาชน"].pk})


def test_a_phone_in_two_rooms_keeps_its_ticket_in_one_when_the_other_closes(cast: Cast) -> None:
    """One mark for all rooms was forgotten with the first that closed: the phone came in again, and voted twice."""
    first, second = voting(cast), voting(cast)
    phone = Client()
    for room in (first, second):
        enter(phone, room)
    results.close(by=cast.secretary, exchange=second.exchange)
    assert "เครื่องนี้ลืมคุณแล้ว" in phone.get(at(second)).content.decode()
    enter(phone, first)
    assert Ticket.objects.filter(exchange=first.exchange).count() == 1
    assert phone.get(at(first, "vote/")).status_code == 200


def test_a_mark_of_one_room_says_nothing_in_another(cast: Cast) -> None:
    first, second = voting(cast), voting(cast)
    phone = Client()
    enter(phone, first)
    phone.get(at(second))
    names = {guests.mark_of(one.exchange) for one in (first, second)}
    assert names <= phone.cookies.keys()
    assert len(names) == 2
    assert len({phone.cookies[name].value for name in names}) == 2


def test_what_two_hundred_mistype_locks_nobody_of_them_out(cast: Cast) -> None:
    room = voting(cast)
    hall = Client()
    for _ in range(guests.MOST_WRONG - 1):
        hall.get("/room/XXXXXX/")
    assert Client().get(at(room)).status_code == 200


def wrong(times: int, address: str, **headers: str) -> None:
    for _ in range(times):
        knocking.count(RequestFactory().get("/", REMOTE_ADDR=address, headers=headers))


def knocks(address: str, **headers: str) -> bool:
    try:
        knocking.check(RequestFactory().get("/", REMOTE_ADDR=address, headers=headers), 3)
    except Refused:
        return False
    return True


def test_an_address_cannot_be_made_up() -> None:
    for number in range(3):
        wrong(1, "203.0.113.7", **{"X-Forwarded-For": f"10.0.0.{number}"})
    assert not knocks("203.0.113.7", **{"X-Forwarded-For": "10.9.9.9"})
    assert knocks("203.0.113.8")


@override_settings(BEHIND_TLS=True)
def test_behind_our_proxy_what_it_wrote_last_counts() -> None:
    for number in range(3):
        wrong(1, "127.0.0.1", **{"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.7"})
    assert not knocks("127.0.0.1", **{"X-Forwarded-For": "10.9.9.9, 203.0.113.7"})
    assert knocks("127.0.0.1", **{"X-Forwarded-For": "203.0.113.7, 203.0.113.8"})


def test_one_line_of_the_new_kind_is_one_address_however_many_it_has() -> None:
    for number in range(3):
        wrong(1, f"2001:db8:1:2::{number}")
    assert not knocks("2001:db8:1:2:ffff::1")
    assert knocks("2001:db8:1:3::1")


def test_wrong_codes_of_many_addresses_do_not_push_each_other_out() -> None:
    wrong(3, "203.0.113.7")
    for number in range(2000):
        wrong(1, f"198.51.{number // 250}.{number % 250}")
    assert not knocks("203.0.113.7")


@pytest.mark.parametrize("part", ["", "vote/", "dots/", "parties/", "offer/", "bring/", "help/", "own/", "result/"])
@pytest.mark.parametrize("code", ["%00", "ABCDEF%0d%0aX", "🙂🙂🙂🙂🙂🙂", "A" * 4000, "346789"])
def test_a_code_that_is_none_is_told_so_and_nothing_breaks(cast: Cast, part: str, code: str) -> None:
    assert Client().get(f"/room/{code}/{part}").status_code == 404


HOSTILE = ["\x00", "\u202e", "<script>", "=1+1", "x" * 200_000, "9" * 400, "-1", "²", "๙", "1e3", "null"]


@pytest.mark.parametrize("said", HOSTILE)
def test_whatever_a_phone_sends_is_answered_in_a_sentence(cast: Cast, said: str) -> None:
    room = voting(cast)
    phone = Client()
    enter(phone, room)
    for part, names in {
        "": ("leg", "nickname"),
        "vote/": ("card", "answer"),
        "dots/": ("more", "less", f"dots_{room.cards[0].pk}"),
        "offer/": ("text", "heading"),
        "bring/": ("name", "leg", "version", "goal", "capital"),
        "help/": ("for_whom", "leg", "channel"),
        "own/": ("own",),
        "oneself/": ("any",),
    }.items():
        for shown in (dict.fromkeys(names, said), dict.fromkeys(names, ""), {}):
            assert phone.post(at(room, part), shown).status_code in {200, 302, 422}, part
    for query in ("card", "after", "at"):
        assert phone.get(at(room, "vote/"), {query: said[:1000]}).status_code == 200
    assert Ticket.objects.filter(exchange=room.exchange).count() == 1
