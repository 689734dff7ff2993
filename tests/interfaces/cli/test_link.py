"""`sanam link`: looks through the register, says what came of it, and runs by itself after files came in."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.registry import queries
from sanam.domain.registry.models import Batch, Comparing, Duplicate
from sanam.domain.registry.operations import linkage
from sanam.domain.registry.words import BatchState
from sanam.interfaces.cli import doctor
from sanam.interfaces.files import queue
from tests.cast import Cast, export, person, read_in
from tests.interfaces.cli.typing_it import Terminal

pytestmark = pytest.mark.django_db
TWICE = [
    person(PID=pid, CID="", NAME="น้ำฝน", LNAME=family, BIRTH="19610714")
    for pid, family in (("70", "ศรีทองคำ"), ("71", "สรีทองคำ"))
]


def test_it_says_how_many_were_compared_and_asked_about(terminal: Terminal, field: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=TWICE))
    typed = terminal.type("link", "--json")
    assert typed.code == 0
    told = typed.document
    assert {name: told[name] for name in ("people", "asked", "unasked", "waiting")} == {
        "people": 7,
        "asked": 1,
        "unasked": 0,
        "waiting": 1,
    }
    assert told["seconds"] > 0
    assert "Comparing 7 people" in typed.err
    assert terminal.type("link", "--json").document["asked"] == 0
    assert "waiting 1" in terminal.type("link").out


def test_it_stops_where_implausibly_many_are_alike_and_the_doctor_says_so(
    terminal: Terminal, field: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read_in(export(tmp_path, PERSON=TWICE))
    monkeypatch.setattr(linkage, "JUDGED_FROM", 1)
    typed = terminal.type("link", "--json")
    assert (typed.code, typed.document["refused"]["code"]) == (1, "registry.many_alike")
    assert {one.state for one in doctor.examine() if one.name == "linkage"} == {"warn"}
    assert terminal.type("link", "--accept", "--json").document["asked"] == 1
    assert {one.state for one in doctor.examine() if one.name == "linkage"} == {"ok"}


def test_the_minutes_work_looks_once_after_files_came_in(field: Cast, tmp_path: Path) -> None:
    read_in(export(tmp_path, PERSON=TWICE))
    assert queue.look_again() == 1
    assert (Comparing.objects.get().asked, Duplicate.objects.count()) == (1, 1)
    assert queue.look_again() == 0
    read_in(export(tmp_path, PERSON=[TWICE[0] | {"PID": "72", "D_UPDATE": "20261001000000"}]))
    assert queue.look_again() == 1


def test_it_waits_while_a_file_is_being_read(field: Cast) -> None:
    newest = Batch.objects.order_by("-at").first()
    assert newest is not None
    Batch.objects.filter(pk=newest.pk).update(state=BatchState.READING)
    assert not queries.linkage_due()


def test_a_look_queued_twice_is_done_once(field: Cast) -> None:
    queue.look_for_duplicates.enqueue()
    queue.look_for_duplicates.enqueue()
    assert Comparing.objects.count() == 1


def test_what_people_wrote_by_hand_waits_for_the_next_day(field: Cast, tmp_path: Path) -> None:
    linkage.look_for_duplicates(by=INSTALLATION)
    assert not queries.linkage_due()
    Comparing.objects.update(at="2026-01-01T00:00:00+07:00", people=0)
    assert queries.linkage_due()
