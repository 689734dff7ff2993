"""store: private, whole or not there, and one with the transaction, whatever happens to it."""

from __future__ import annotations

import os
import re
import signal
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.media import disk, operations
from sanam.domain.media import store as media
from sanam.domain.media.models import Kept
from tests.domain.media.conftest import NURSE, files, keep_paper, keep_picture

# commits that are commits; afterwards only the tables of this room are emptied
pytestmark = pytest.mark.django_db(transaction=True, available_apps=["sanam.domain.media"])
NOW = timedelta(0)


class Stopped(Exception):
    """What a deed of a higher room may raise after it kept something."""


@pytest.fixture(autouse=True)
def left_out_of_the_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is really committed must be emptied again afterwards, and the journal cannot be."""
    monkeypatch.setattr(journal, "record", lambda **_: None)


def do_and_stop(deed: Any) -> None:
    """A deed around it that fails in the end."""
    with transaction.atomic():
        deed()
        raise Stopped


def test_only_we_may_enter_and_read(store: Path) -> None:
    before = os.umask(0)
    try:
        keep_picture()
        keep_paper()
    finally:
        os.umask(before)
    found = [store, *store.rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in found if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in found if path.is_file()} == {0o600}


def test_a_stored_name_is_random_and_tells_nothing(store: Path) -> None:
    first, second = keep_picture(), keep_picture()
    assert first.stored_name != second.stored_name
    for path in files(store):
        assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{32}(-small)?", path.relative_to(store).as_posix())


@pytest.mark.parametrize(
    "name", ["", "..", "../../etc/passwd", "/etc/passwd", "0" * 31, "0" * 32 + "\n", "0" * 30 + "/x"]
)
def test_no_name_leads_out_of_the_store(name: str) -> None:
    for small in (False, True):
        with pytest.raises(ValueError, match="32 hexadecimal"):
            media.path(name, small=small)


def test_once_committed_nothing_is_undecided(store: Path) -> None:
    kept = keep_picture()
    assert files(store) == [media.path(kept.stored_name), media.path(kept.stored_name, small=True)]


def test_a_rollback_of_the_deed_around_it_leaves_no_file(store: Path) -> None:
    for keep in (keep_picture, keep_paper):
        with pytest.raises(Stopped):
            do_and_stop(keep)
        assert files(store) == []
    assert not Kept.objects.exists()


def test_a_dry_run_leaves_no_file(store: Path) -> None:
    with transaction.atomic():
        keep_paper()
        transaction.set_rollback(True)
    assert files(store) == []


def test_a_journal_that_cannot_be_written_leaves_no_file(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(**_: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(journal, "record", fails)
    with pytest.raises(IntegrityError):
        keep_picture()
    with transaction.atomic(), pytest.raises(IntegrityError):
        keep_picture()  # only its own savepoint is rolled back
    assert (files(store), Kept.objects.count()) == ([], 0)


def test_a_savepoint_rolled_back_around_it_is_swept(store: Path) -> None:
    with transaction.atomic():
        keep_picture()
        with pytest.raises(Stopped):
            do_and_stop(keep_paper)
    assert media.sweep(NOW) == 1
    assert len(files(store)) == 2
    assert Kept.objects.count() == 1


def test_what_another_deed_fails_to_do_after_the_commit_takes_no_file_away(store: Path) -> None:
    def fails() -> None:
        raise Stopped

    def deed() -> None:
        with transaction.atomic():
            transaction.on_commit(fails)
            keep_picture()

    with pytest.raises(Stopped):
        deed()
    kept = Kept.objects.get()
    assert media.sweep(NOW) == 0
    assert files(store) == [media.path(kept.stored_name), media.path(kept.stored_name, small=True)]


def test_a_removal_takes_the_files_at_the_commit_and_not_before(store: Path) -> None:
    kept = keep_picture()
    with transaction.atomic():
        operations.remove(by=NURSE, kept=kept)
        assert media.path(kept.stored_name).exists()
    assert files(store) == []


def test_a_removal_rolled_back_takes_nothing(store: Path) -> None:
    kept = keep_picture()
    with pytest.raises(Stopped):
        do_and_stop(lambda: operations.remove(by=NURSE, kept=kept))
    assert media.sweep(NOW) == 0
    assert files(store) == [media.path(kept.stored_name), media.path(kept.stored_name, small=True)]


def test_kept_and_removed_in_one_deed_leaves_nothing(store: Path) -> None:
    with transaction.atomic():
        operations.remove(by=NURSE, kept=keep_picture())
    assert files(store) == []


def test_a_removal_works_on_a_full_disk(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = keep_picture()
    monkeypatch.setattr(disk, "_created", full)
    operations.remove(by=NURSE, kept=kept)
    assert files(store) == []


def test_a_full_disk_is_told_in_one_sentence_and_leaves_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for broken in ("_created", "_settle"):
        with monkeypatch.context() as patch:
            patch.setattr(disk, broken, full)
            with pytest.raises(Refused) as refusal:
                keep_picture()
        assert (refusal.value.code, refusal.value.status) == ("media.not_kept", 503)
    assert (files(store), Kept.objects.count()) == ([], 0)


def test_a_disk_that_fills_half_way_leaves_nothing(store: Path) -> None:
    def half() -> Iterator[bytes]:
        yield b"half"
        full()

    with pytest.raises(Refused):
        media.put(half())
    assert files(store) == []


def full(*_: object) -> int:
    raise OSError(28, "No space left on device")


def killed(deed: Any) -> None:
    """Do a deed in a process of its own that is killed as if the machine were switched off."""
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            deed()
        finally:
            os._exit(1)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_killed_between_writing_and_naming_leaves_nothing_under_a_name_that_is_read(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deed() -> None:
        monkeypatch.setattr(Path, "rename", die)
        keep_paper()

    killed(deed)
    assert sorted(path.suffix for path in files(store)) == [".part", ".undecided"]
    assert media.sweep() == 0  # it may still be being written
    assert media.sweep(NOW) == 1
    assert files(store) == []


def test_killed_half_way_through_a_file_leaves_nothing_under_a_name_that_is_read(store: Path) -> None:
    def half() -> Iterator[bytes]:
        yield b"half"
        die()

    killed(lambda: media.put(half()))
    assert [path.suffix for path in files(store)] == [".part", ".undecided"]
    assert media.sweep(NOW) == 1
    assert files(store) == []


def test_killed_before_the_commit_leaves_a_file_that_is_swept(store: Path) -> None:
    def deed() -> None:
        with transaction.atomic():
            keep_picture()
            die()

    killed(deed)
    assert (len(files(store)), Kept.objects.count()) == (3, 0)
    assert media.sweep() == 0
    assert media.sweep(NOW) == 1
    assert files(store) == []


def test_killed_right_after_the_commit_keeps_the_file(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deed() -> None:
        monkeypatch.setattr(media._Promise, "come_true", die)
        keep_picture()

    killed(deed)
    kept = Kept.objects.get()
    assert media.sweep(NOW) == 0
    assert files(store) == [media.path(kept.stored_name), media.path(kept.stored_name, small=True)]


def test_killed_right_after_a_removal_was_committed_does_not_keep_the_file(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep_picture()

    def deed() -> None:
        monkeypatch.setattr(media, "drop", die)
        operations.remove(by=NURSE, kept=kept)

    killed(deed)
    assert not Kept.objects.exists()
    assert media.sweep(NOW) == 1
    assert files(store) == []


def test_a_sweep_leaves_alone_what_has_no_mark_of_ours(store: Path) -> None:
    kept = keep_picture()
    Kept.objects.all().delete()  # another database, say, beside the same store
    stray = [store / "notes.txt", store / "ab" / "x.undecided", media.path(kept.stored_name)]
    stray[1].parent.mkdir(exist_ok=True)
    for path in stray[:2]:
        path.write_text("x")
    assert media.sweep(NOW) == 0
    assert all(path.exists() for path in stray)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only a server can be lost")
def test_a_connection_lost_at_the_commit_takes_no_file_away(store: Path) -> None:
    kept: list[Kept] = []

    def deed() -> None:
        with transaction.atomic():
            kept.append(keep_picture())
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(DatabaseError):
        deed()
    connection.close()
    assert media.path(kept[0].stored_name).exists()
    assert media.sweep(NOW) == 1
    assert files(store) == []
