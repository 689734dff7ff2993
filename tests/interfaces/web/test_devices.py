"""Where one is signed in: listed in plain words, signed out at the next request."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.teams.models import Holding, SignedIn
from sanam.domain.teams.operations import devices as deeds
from sanam.interfaces.web.account.devices import name_of
from tests.cast import PASSWORD, Cast
from tests.interfaces.web.conftest import Enter

PHONE = (
    "Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"
)
LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0"


def signed_in(user_agent: str, name: str = "nurse") -> Client:
    client = Client(headers={"user-agent": user_agent})
    assert client.post("/sign-in/", {"username": name, "password": PASSWORD}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.fixture
def both(field: Cast) -> tuple[Client, Client]:
    return signed_in(PHONE), signed_in(LAPTOP)


def test_devices_are_named_in_plain_words_and_this_one_is_marked(both: tuple[Client, Client]) -> None:
    phone, _ = both
    page = phone.get("/account/devices/").content.decode()
    assert "Chrome บน Android" in page
    assert "Firefox บน Windows" in page
    assert page.count("เครื่องนี้</span>") == 1
    assert "SM-A055F" not in page


def test_no_page_and_no_other_table_shows_a_session_key(both: tuple[Client, Client]) -> None:
    phone, _ = both
    page = phone.get("/account/devices/").content.decode()
    for client in both:
        assert client.cookies["sessionid"].value not in page
    kept = SignedIn.objects.exclude(account=None).values("ref", "device", "account")
    assert not {client.cookies["sessionid"].value for client in both} & {str(v) for row in kept for v in row.values()}


def test_one_device_is_signed_out_at_its_next_request(both: tuple[Client, Client]) -> None:
    phone, laptop = both
    lost = SignedIn.objects.get(device="Chrome|Android")
    laptop.post(f"/account/devices/{lost.ref}/sign-out/")
    assert (is_in(phone), is_in(laptop)) == (False, True)
    assert laptop.post(f"/account/devices/{lost.ref}/sign-out/").status_code == 404


def test_all_others_are_signed_out_and_this_one_stays(both: tuple[Client, Client]) -> None:
    phone, laptop = both
    other = signed_in(PHONE, "volunteer")
    laptop.post("/account/devices/others/sign-out/")
    assert [is_in(one) for one in (phone, laptop, other)] == [False, True, True]


def test_a_new_password_signs_the_others_out(both: tuple[Client, Client]) -> None:
    phone, laptop = both
    laptop.post("/account/password/", {"old": PASSWORD, "new": "อีกคำหนึ่ง-ยาวพอ-2569"})
    assert (is_in(phone), is_in(laptop)) == (False, True)
    assert SignedIn.objects.exclude(account=None).count() == 1


def test_another_members_device_is_not_there(both: tuple[Client, Client]) -> None:
    phone, _ = both
    ref = SignedIn.objects.get(device="Chrome|Android").ref
    assert signed_in(LAPTOP, "volunteer").post(f"/account/devices/{ref}/sign-out/").status_code == 404
    assert is_in(phone)


def test_a_seat_that_ended_acts_no_more_at_the_next_request(enter: Enter, field: Cast) -> None:
    client = enter("nurse")
    assert client.get("/people/").status_code == 200
    Holding.objects.filter(member=field.members["nurse"]).update(
        to_on=clock.today() - timedelta(days=1), from_on="2020-01-01"
    )
    assert client.get("/people/").status_code == 403


def test_a_device_is_last_seen_to_the_hour_and_no_finer(both: tuple[Client, Client]) -> None:
    phone, _ = both
    row = SignedIn.objects.filter(device="Chrome|Android")
    first = row.get().seen_at
    with clock.at(first + timedelta(minutes=50)):
        phone.get("/account/")
        assert row.get().seen_at == first
    with clock.at(first + timedelta(hours=3)):
        phone.get("/account/")
        assert row.get().seen_at == first + timedelta(hours=3)
    assert row.get().expire_date < first + timedelta(hours=12, minutes=1)  # being seen does not prolong it


def test_what_has_run_out_is_swept_away(both: tuple[Client, Client]) -> None:
    with clock.at(clock.now() + timedelta(hours=13)):
        assert deeds.sweep(by=INSTALLATION) == SignedIn.objects.count() + 2
    assert SignedIn.objects.exclude(account=None).count() == 0


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (PHONE, "Chrome|Android"),
        (LAPTOP, "Firefox|Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari|iPhone",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Safari Line/14.5.0", "LINE|iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36 Edg/131.0", "Edge|Windows"),
        ("Mozilla/5.0 (Linux; Android 13) SamsungBrowser/25.0 Chrome/121.0 Safari/537.36", "Samsung Internet|Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/131.0 Safari/537.36", "Chrome|macOS"),
        ("curl/8.4.0", ""),
        ("", ""),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_a_browser_is_known_by_two_words(user_agent: str, name: str) -> None:
    assert name_of(user_agent) == name
