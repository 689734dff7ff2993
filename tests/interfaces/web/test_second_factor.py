"""Signing in with a second factor, and turning it on and off, by the pages."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.notices.models import Notice
from sanam.domain.teams.models import Account, SignedIn
from sanam.domain.teams.operations import second_factor
from tests.cast import PASSWORD, Cast
from tests.domain.teams.test_second_factor import code
from tests.interfaces.cli.conftest import terminal  # noqa: F401 - a fixture
from tests.interfaces.cli.typing_it import Terminal
from tests.interfaces.web.conftest import Enter

AGAIN = {"password_again": PASSWORD}


@pytest.fixture
def secret(field: Cast) -> bytes:
    """The secretary's, on since an hour ago."""
    account = Account.objects.get(username="secretary")
    with clock.at(clock.now() - timedelta(hours=1)):
        made = second_factor.begin(by=field.secretary, account=account)
        second_factor.turn_on(by=field.secretary, account=account, code=code(made))
    return made


def at_the_door(name: str = "secretary", path: str = "/sign-in/") -> tuple[Client, Any]:
    client = Client()
    return client, client.post(path, {"username": name, "password": PASSWORD})


def test_the_password_alone_opens_nothing(secret: bytes) -> None:
    client, answer = at_the_door()
    assert answer.headers["Location"] == "/sign-in/code/"
    assert client.get("/people/").headers["Location"].startswith("/sign-in/")
    assert not SignedIn.objects.exclude(account=None).exists()


def test_password_and_code_open_the_page_that_was_asked_for(secret: bytes) -> None:
    client, _ = at_the_door(path="/sign-in/?next=/people/")
    assert client.get("/sign-in/code/").status_code == 200
    before = client.cookies["sessionid"].value
    answer = client.post("/sign-in/code/", {"code": code(secret)})
    assert answer.headers["Location"] == "/people/"
    assert client.get("/people/").status_code == 200
    assert client.cookies["sessionid"].value != before


def test_a_link_away_is_not_followed(secret: bytes) -> None:
    client, _ = at_the_door(path="/sign-in/?next=https://elsewhere.example/")
    assert client.post("/sign-in/code/", {"code": code(secret)}).headers["Location"] == "/"


def test_a_code_seen_over_a_shoulder_comes_too_late(secret: bytes) -> None:
    shown = code(secret)
    first, _ = at_the_door()
    assert first.post("/sign-in/code/", {"code": shown}).status_code == 302
    second, _ = at_the_door()
    assert second.post("/sign-in/code/", {"code": shown}).status_code == 422
    assert second.get("/").status_code == 302


def test_guessing_codes_is_stopped_after_five(secret: bytes) -> None:
    client, _ = at_the_door()
    answers = [client.post("/sign-in/code/", {"code": f"00000{n}"}).status_code for n in range(6)]
    assert answers == [422] * 5 + [429]
    other, _ = at_the_door()  # another browser is the same account
    assert other.post("/sign-in/code/", {"code": code(secret)}).status_code == 429


def test_five_minutes_after_the_password_one_begins_again(secret: bytes) -> None:
    client, _ = at_the_door()
    with clock.at(clock.now() + timedelta(minutes=6)):
        answer = client.post("/sign-in/code/", {"code": code(secret)})
    assert answer.headers["Location"] == "/sign-in/"
    assert client.get("/").status_code == 302


def test_a_password_changed_meanwhile_ends_the_half_way(secret: bytes) -> None:
    client, _ = at_the_door()
    account = Account.objects.get(username="secretary")
    account.set_password("อีกคำหนึ่ง-ยาวพอ-2569")
    account.save()
    assert client.post("/sign-in/code/", {"code": code(secret)}).headers["Location"] == "/sign-in/"


def test_nobody_comes_to_the_second_step_without_the_first(secret: bytes) -> None:
    assert Client().get("/sign-in/code/").headers["Location"] == "/sign-in/"
    assert Client().post("/sign-in/code/", {"code": code(secret)}).headers["Location"] == "/sign-in/"


def test_it_is_turned_on_with_the_password_and_a_first_code_and_shows_its_codes_once(enter: Enter) -> None:
    client = enter("nurse")
    assert client.post("/account/second-factor/begin/").status_code == 403  # asks for the password first
    client.post("/account/second-factor/begin/", AGAIN)
    page = client.get("/account/second-factor/").content.decode()
    key = re.search(r'class="key">([A-Z2-7 ]+)<', page)
    assert key is not None
    from base64 import b32decode

    made = b32decode(key[1].replace(" ", ""))
    assert " style=" not in page
    assert client.post("/account/second-factor/on/", {"code": "000000"}).status_code == 422
    shown = client.post("/account/second-factor/on/", {"code": code(made)}).content.decode()
    codes = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", shown)
    assert len(codes) == 10
    later = client.get("/account/second-factor/").content.decode()
    assert codes[0] not in later
    assert key[1] not in later
    door, _ = at_the_door("nurse")
    assert door.post("/sign-in/code/", {"code": codes[0]}).status_code == 302


def test_turning_it_off_needs_the_password_again(enter: Enter, secret: bytes) -> None:
    client = enter("secretary")
    for path in ("off", "codes"):
        assert client.post(f"/account/second-factor/{path}/").status_code == 403
    assert Account.objects.get(username="secretary").second_factor_at is not None
    client.post("/account/second-factor/off/", AGAIN)
    assert Account.objects.get(username="secretary").second_factor_at is None


def test_a_wide_seat_is_reminded_kindly_and_others_are_not(enter: Enter, field: Cast) -> None:
    asks = "ตั้งค่ายืนยันสองชั้น"
    assert asks in enter("secretary").get("/").content.decode()
    assert asks not in enter("nurse").get("/").content.decode()


def test_a_wide_seat_that_has_it_is_not_reminded(enter: Enter, secret: bytes) -> None:
    assert "ตั้งค่ายืนยันสองชั้น" not in enter("secretary").get("/").content.decode()


def test_where_it_is_required_a_wide_seat_opens_nothing_before(enter: Enter, settings: Any) -> None:
    settings.SECOND_FACTOR = "required"
    wide, near = enter("secretary"), enter("nurse")
    for path in ("/", "/people/", "/imports/"):
        assert wide.get(path).headers["Location"] == "/account/second-factor/"
        assert near.get(path).status_code == 200
    assert wide.post("/people/add/", {"given": "x"}).headers["Location"] == "/account/second-factor/"
    for path in ("/account/", "/account/second-factor/", "/account/devices/"):
        assert wide.get(path).status_code == 200


def test_where_it_is_required_and_on_nothing_is_in_the_way(enter: Enter, settings: Any, secret: bytes) -> None:
    settings.SECOND_FACTOR = "required"
    assert enter("secretary").get("/people/").status_code == 200


def test_a_lost_phone_is_helped_from_the_command_line_and_the_member_is_told(
    enter: Enter,
    field: Cast,
    secret: bytes,
    terminal: Terminal,  # noqa: F811
) -> None:
    client = enter("secretary")
    typed = terminal.type("member", "second-factor-off", "secretary", "--because", "โทรศัพท์หาย", "--json")
    assert (typed.code, typed.document["devices"]) == (0, 1)
    assert client.get("/people/").status_code == 302  # the lost phone may have been signed in
    _, answer = at_the_door()
    assert answer.headers["Location"] == "/"
    assert Notice.objects.get(kind="second_factor_off").seat_ref == field.secretary.ref
    assert terminal.type("member", "second-factor-off", "nobody", "--because", "x", "--json").code == 1
    assert INSTALLATION.ref == "installation"
