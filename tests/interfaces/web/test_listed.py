"""Pages for whoever stands on a body's lists, and the hosts' sheets: the password first, written down, no formula."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client

from sanam.domain.gatherings.asked import CameBy, Channel, Way
from sanam.domain.gatherings.models import Attendance, Eligible, Gathering
from sanam.domain.gatherings.operations import attending, eligible, inviting
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.gatherings.queries.attending import Comer
from sanam.domain.journal.models import Details, Entry
from tests.cast import PASSWORD, Cast
from tests.domain.gatherings.asking import NAMES, called, listed

pytestmark = pytest.mark.django_db
AT, NAME = "/gatherings/eligible/whose/", NAMES[0]
Enter = Callable[[str], Client]


@pytest.fixture
def came(field: Cast) -> Attendance:
    """The first of the list was asked and came."""
    (one, *_rest), gathering = listed(field), called(field)
    asked = {"way": Way.NAMED, "channel": Channel.PHONE}
    (invitation,) = inviting.invite(by=field.nurse, gathering=gathering, eligible=[one], **asked)
    comer = Comer(NAME, None, "ชมรมทดสอบ")
    return attending.sign_in_for(by=field.nurse, gathering=gathering, comer=comer, invitation=invitation)


def chosen(came: Attendance, **more: str) -> dict[str, object]:
    one = Eligible.objects.get(name=NAME)
    return {"of": NAME, "row": [one.ref, came.ref], "known": "met", "name": NAME, **more}


def give_password(browser: Client) -> None:
    browser.post("/account/again/", {"password_again": PASSWORD, "next": "/"})


def test_the_file_waits_for_the_password_and_holds_what_the_lists_hold(came: Attendance, enter: Enter) -> None:
    browser = enter("nurse")
    led = browser.post(AT, chosen(came, deed="file"))
    assert led.headers["Location"].startswith("/account/again/?next=")
    assert not Entry.objects.filter(did="listed.handed_over").exists()
    give_password(browser)
    answer = browser.post(AT, chosen(came, deed="file"))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        said = json.loads(archive.read("everything.json"))
        page = archive.read("read-me.html").decode()
        assert {"tables/listed.csv", "tables/invitations.csv", "tables/came.csv"} < set(archive.namelist())
    assert said["tables"]["listed"][0]["phone"] == "0000012345"
    assert said["tables"]["invitations"][0]["gathering"] == came.gathering.title
    assert said["tables"]["came"][0]["organisation"] == "ชมรมทดสอบ"
    assert "เลือกจากรายชื่อ" in page
    assert NAMES[1] not in str(said)
    assert Entry.objects.filter(did="listed.handed_over").count() == 2


def test_erasing_asks_for_the_password_carries_what_was_chosen_and_leaves_a_tombstone(
    came: Attendance, enter: Enter
) -> None:
    browser = enter("nurse")
    asked = browser.post(AT, chosen(came, deed="erase", ground="wish"))
    assert asked.status_code == 403
    assert Attendance.objects.get().name == NAME
    for ref in chosen(came)["row"]:  # type: ignore[attr-defined]
        assert ref in asked.content.decode()
    browser.post(AT, chosen(came, deed="erase", ground="wish", password_again=PASSWORD))
    assert Attendance.objects.get().gone == "asked"
    pages = [f"/gatherings/{came.gathering_id}/{page}/" for page in ("attendance", "invitations")]
    for path in (*pages, "/gatherings/eligible/"):
        page = browser.get(path).content.decode()
        assert "สมหวัง" not in page
        assert ("ลบตามคำขอ" in page) is (path in pages)


def test_nothing_is_erased_without_a_ground_or_without_saying_how_they_are_known(
    came: Attendance, enter: Enter
) -> None:
    browser = enter("nurse")
    give_password(browser)
    for wrong in ({"ground": ""}, {"ground": "wish", "known": ""}, {"ground": "wish", "row": "attendance:0"}):
        answer = browser.post(AT, {**chosen(came, deed="erase"), **wrong})
        assert answer.status_code == 422
    assert Attendance.objects.get().name == NAME


def test_a_name_put_right_is_right_on_the_next_page(came: Attendance, enter: Enter) -> None:
    browser = enter("nurse")
    answer = browser.post(AT, chosen(came, deed="correct") | {"name": "สมหวัง ใจดีมาก"}, follow=True)
    page = answer.content.decode()
    assert page.count("สมหวัง") >= 3
    assert {Attendance.objects.get().name, Eligible.objects.get(phone="0000012345", name__contains="ดีมาก").name} == {
        "สมหวัง ใจดีมาก"
    }


@pytest.mark.parametrize("what", ["invitations", "attendance"])
def test_a_sheet_of_names_is_for_hosts_after_the_password_and_written_down(
    what: str, came: Attendance, field: Cast, enter: Enter
) -> None:
    path = f"/gatherings/{came.gathering_id}/{what}/file/"
    assert enter("volunteer").post(path).status_code == 403
    browser = enter("nurse")
    assert "/account/again/" in browser.post(path).headers["Location"]
    give_password(browser)
    answer = browser.post(path)
    header, *rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert (header[0], [row[0] for row in rows]) == ("ชื่อ", [NAME])
    (entry,) = Entry.objects.filter(did="gathering.exported")
    assert json.loads(Details.objects.get(entry=entry.pk).text) == {"what": what, "people": 1}


def test_no_cell_of_a_sheet_is_run_as_a_formula(field: Cast, enter: Enter) -> None:
    gathering: Gathering = called(field)
    attending.sign_in_for(by=field.nurse, gathering=gathering, comer=Comer("=cmd|' /C calc'!A0", None, "@SUM(A1)"))
    someone = Someone("+มาลี", CameBy.CLUB, organisation="-1")
    added = eligible.add(by=field.nurse, body=field.seats["nurse"].body, people=[someone]).new
    inviting.invite(by=field.nurse, gathering=gathering, eligible=added, way=Way.NAMED, channel=Channel.PHONE)
    browser = enter("nurse")
    give_password(browser)
    for what in ("attendance", "invitations"):
        text = browser.post(f"/gatherings/{gathering.pk}/{what}/file/").content.decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text)):
            assert not [cell for cell in row if cell[:1] in {"=", "+", "-", "@"}]
