"""A calendar other programs read: lines folded between letters, escaped, in Thailand's zone, without a name."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Channel, Way
from sanam.domain.gatherings.operations import calling, changing, inviting
from sanam.interfaces.cli.main import main
from sanam.interfaces.files.calendar.events import of_gatherings
from sanam.interfaces.files.calendar.lines import LONGEST, folded, text
from sanam.interfaces.files.calendar.writer import calendar
from tests.cast import Cast
from tests.domain.gatherings.asking import called, listed

WORDS = st.text(st.sampled_from("กขคำ้ี่ aZ9\\;,\n\r\t😀"), max_size=200)


def unfolded(file: str) -> str:
    return file.replace("\r\n ", "")


@settings(deadline=None)
@given(WORDS)
def test_no_line_is_longer_than_75_octets_and_none_cuts_a_letter(words: str) -> None:
    line = f"SUMMARY:{text(words)}"
    file = folded(line)
    assert file.endswith("\r\n")
    assert all(len(one.encode()) <= LONGEST for one in file.removesuffix("\r\n").split("\r\n"))
    assert unfolded(file) == f"{line}\r\n"


@settings(deadline=None)
@given(WORDS)
def test_a_text_is_read_back_as_it_was_written(words: str) -> None:
    written, read, at = text(words), "", 0
    while at < len(written):
        if written[at] == "\\":
            at += 1
            read += "\n" if written[at] == "n" else written[at]
        else:
            assert written[at] not in ";,\n\r"
            read += written[at]
        at += 1
    kept = "".join(one for one in words.replace("\r\n", "\n").replace("\r", "\n") if one == "\n" or one.isprintable())
    assert read == kept


@pytest.mark.django_db
def test_an_event_says_what_when_and_where_and_who_is_in_none_of_it(cast: Cast) -> None:
    gathering = called(cast, datetime(2026, 12, 8, 9, 30, tzinfo=clock.BANGKOK))
    (one, *_rest) = listed(cast)
    inviting.invite(by=cast.secretary, gathering=gathering, eligible=[one], way=Way.NAMED, channel=Channel.PHONE)
    lines = unfolded(calendar(of_gatherings([gathering]), name="วง; คุย", site="https://x.test")).split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;TZID=Asia/Bangkok:20261208T093000" in lines
    assert "SUMMARY:คุยเรื่องรถรับส่ง" in lines
    assert "X-WR-CALNAME:วง\\; คุย" in lines
    assert f"URL:https://x.test/gatherings/{gathering.pk}/" in lines
    assert "STATUS:CONFIRMED" in lines
    assert one.name not in "".join(lines)
    assert "\n" not in "".join(lines)
    off = changing.call_off(by=cast.secretary, gathering=gathering, because="น้ำท่วม")
    assert "STATUS:CANCELLED" in calendar(of_gatherings([off]), name="x")


@pytest.mark.django_db
def test_a_seat_has_what_its_body_called_and_what_it_was_asked_to(cast: Cast) -> None:
    ours = called(cast)
    past = called(cast, clock.now() - timedelta(days=200))
    assert [one.pk for one in queries.calendar(cast.nurse)] == [ours.pk]
    calling.call_together(by=cast.secretary, body=past.body, title="ก", place="ข", starts_at=clock.now())  # type: ignore[arg-type]
    assert len(queries.calendar(cast.nurse)) == 2


@pytest.mark.django_db
def test_the_command_writes_the_calendar_of_a_seat(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    gathering = called(cast)
    assert main(["export", "calendar", "--as", "nurse"]) == 0
    assert f"UID:{gathering.pk}@gatherings.sanam" in capsys.readouterr().out
    assert main(["export", "calendar", "--as", "nurse", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["gatherings"][0]["id"] == str(gathering.pk)
