"""Notices on their page, and by e-mail: the links of a letter change nothing until somebody presses the button."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.notices import operations as notices
from sanam.domain.notices import queries
from sanam.domain.notices.models import Letter
from sanam.domain.notices.operations import letters
from tests.cast import Cast
from tests.domain.notices.conftest import office  # noqa: F401 - the fixture
from tests.interfaces.web.conftest import Enter
from tests.smtp import Office


def tell(field: Cast, times: int) -> None:
    for at in range(times):
        notices.tell(by=field.secretary, seat=field.nurse.ref, kind="t", about="x", th=f"ข่าวที่ {at}", en=f"news {at}")


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_seats_notices_go_on_page_by_page_each_once(enter: Enter, field: Cast) -> None:
    tell(field, 65)
    client, path, seen = enter("nurse"), "/notices/", []
    while path:
        text = page(client, path)
        seen += re.findall(r'class="title">ข่าวที่ (\d+)<', text)
        more = re.search(r'href="\?(before=\d+)"', text)
        path = f"/notices/?{more[1]}" if more else ""
    assert [int(one) for one in seen] == list(range(64, -1, -1))
    assert "ข่าวที่" not in page(enter("volunteer"), "/notices/")


def test_all_are_read_at_once_and_the_unread_page_is_empty(enter: Enter, field: Cast) -> None:
    tell(field, 2)
    client = enter("nurse")
    assert client.post("/notices/read/").status_code == 302
    assert "ข่าวที่ 1" not in page(client, "/notices/?show=unread")
    assert "ข่าวที่ 1" in page(client, "/notices/")


def test_a_number_that_is_none_shows_the_newest(enter: Enter, field: Cast) -> None:
    tell(field, 1)
    for odd in ("x", "-1", "9" * 40, "๑๒"):
        assert "ข่าวที่ 0" in page(enter("nurse"), f"/notices/?before={odd}")


def test_the_page_asks_little(enter: Enter, field: Cast, django_assert_max_num_queries: Any) -> None:
    tell(field, 40)
    client = enter("nurse")
    with django_assert_max_num_queries(5):  # two, and the session, the account and its seats
        client.get("/notices/")


def test_an_address_is_asked_for_confirmed_and_stopped_by_the_links_of_real_letters(
    enter: Enter,
    field: Cast,
    office: Office,  # noqa: F811
) -> None:
    said = {"address": "nurse@example.com", "how_often": "at_once"}
    assert enter("nurse").post("/account/mail/", said).status_code == 302
    letters.send(by=INSTALLATION)
    confirm = link(office, "confirm")
    stranger = enter("nobody")
    assert "รับข่าวทางอีเมลนี้ไหม" in page(stranger, confirm)
    assert not confirmed(field)  # looking at it confirmed nothing
    assert "ยืนยันแล้ว" in stranger.post(confirm).content.decode()
    assert confirmed(field)
    assert stranger.post(confirm).status_code == 404
    tell(field, 3)
    assert letters.write(by=INSTALLATION) == 1
    assert letters.send(by=INSTALLATION)["sent"] == 1
    stop = link(office, "stop")
    assert "หยุดรับข่าวทางอีเมลไหม" in page(stranger, stop)
    assert confirmed(field)
    assert "หยุดส่งแล้ว" in stranger.post(stop).content.decode()
    assert not confirmed(field)
    assert stranger.get(stop).status_code == 404


def test_the_links_lead_home_whatever_host_a_request_claimed(
    enter: Enter,
    field: Cast,
    office: Office,  # noqa: F811
) -> None:
    said = {"address": "nurse@example.com", "how_often": "daily"}
    enter("nurse").post("/account/mail/", said, headers={"host": "localhost", "x-forwarded-host": "evil.example"})
    letters.send(by=INSTALLATION)
    links = re.findall(r"https?://[^/\s]+", office.letters[-1][2].get_content())
    assert set(links) == {"https://sanam.example.go.th"}


def test_a_form_that_was_not_whole_keeps_what_was_typed(enter: Enter, office: Office) -> None:  # noqa: F811
    response = enter("nurse").post("/account/mail/", {"address": "nurse@", "how_often": "daily"})
    assert response.status_code == 422
    assert 'value="nurse@"' in response.content.decode()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("who", ["nurse", "seatless"])
def test_the_first_choice_is_never(enter: Enter, who: str) -> None:
    text = page(enter(who), "/account/mail/")
    assert re.search(r'value="never"[^>]*checked', text)


def confirmed(field: Cast) -> bool:
    box = queries.mailbox(field.nurse)
    return box is not None and box.confirmed_at is not None


def link(office: Office, what: str) -> str:  # noqa: F811
    found = re.search(rf"https://sanam\.example\.go\.th(/mail/\S+/{what}/)", office.letters[-1][2].get_content())
    assert found
    return found[1]
