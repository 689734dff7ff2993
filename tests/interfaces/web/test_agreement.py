"""The page of a pair: what agrees and what does not, in words, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.registry.models import Duplicate
from sanam.domain.registry.operations import linkage
from tests.cast import Cast, export, number, person, read_in
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(field: Cast, tmp_path: Path) -> Duplicate:
    rows = [
        person(PID="70", CID="", NAME="น้ำฝน", LNAME="ศรีทองคำ", BIRTH="19610714"),
        person(PID="71", CID=number(71), NAME="น้ำฝน", LNAME="สรีทองคำ", BIRTH="19610101"),
    ]
    read_in(export(tmp_path, PERSON=rows))
    linkage.look_for_duplicates(by=INSTALLATION)
    return Duplicate.objects.get()


def test_a_pair_says_what_agrees_and_what_does_not(enter: Enter, pair: Duplicate) -> None:
    shown = enter("nurse").get(f"/people/doubts/{pair.pk}/").content.decode()
    assert "ข้อมูลหลายอย่างคล้ายกัน" in shown
    assert "เขียนต่างกัน อ่านเหมือนกัน" in shown
    assert "ปีตรงกัน บันทึกหนึ่งรู้แค่ปี" in shown
    assert "เทียบไม่ได้" in shown


def test_it_says_so_in_english_too(enter: Enter, pair: Duplicate) -> None:
    client = enter("nurse")
    client.cookies["django_language"] = "en"
    shown = client.get(f"/people/doubts/{pair.pk}/").content.decode()
    assert "written differently, sounds the same" in shown
    assert "the same year; one of them knows only that" in shown


def test_today_says_why_a_pair_waits(enter: Enter, pair: Duplicate) -> None:
    assert "ข้อมูลหลายอย่างคล้ายกัน" in enter("nurse").get("/").content.decode()


def test_a_pair_nobody_scored_yet_says_only_why(enter: Enter, field: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=[person(PID="70", CID=number(1), NAME="สมชาย", LNAME="ใจดี", SEX="1")]))
    shown = enter("nurse").get(f"/people/doubts/{Duplicate.objects.get().pk}/").content.decode()
    assert "เลขบัตรตรงกัน แต่ชื่อ เพศ หรือวันเกิดไม่ตรง" in shown
    assert "เครื่องเทียบ" not in shown
