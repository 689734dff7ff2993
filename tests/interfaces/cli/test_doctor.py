"""`sanam doctor`: what must be put right is named, and nothing else stops it."""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Account
from sanam.interfaces.cli import doctor
from sanam.interfaces.cli.doctor import place, safety
from sanam.interfaces.files.backup import last
from tests.cast import Cast
from tests.interfaces.cli.typing_it import Terminal

PUBLIC = "0.0.0.0"


def keys() -> dict[str, str]:
    return {name: secrets.token_hex(32) for name in ("secret", "field", "hash", "journal")}


@pytest.fixture
def safe(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An installation that may be served to others: each test breaks one thing of it."""
    monkeypatch.delenv("SANAM_KEYS_FILE", raising=False)
    settings.KEYS, settings.HOME, settings.DEBUG = keys(), tmp_path, False
    settings.ALLOWED_HOSTS, settings.BEHIND_TLS = ["sanam.example"], True
    settings.SANAM_SAMPLE, settings.MEDIA_ROOT = False, tmp_path / "media"
    return settings


def states(serving: str = "") -> dict[str, str]:
    return {one.name: one.state for one in doctor.examine(serving)}


def failing(serving: str = PUBLIC) -> set[str]:
    return {one.name for one in doctor.unsafe_to_serve(serving)}


def test_a_safe_installation_may_be_served(safe: Any) -> None:
    assert failing() == set()
    doctor.check_may_serve(PUBLIC)


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("debug", {"DEBUG": True}),
        ("keys", {"KEYS": dict.fromkeys(keys(), "a" * 64)}),
        ("keys", {"KEYS": keys() | {"field": "short"}}),
        ("keys", {"KEYS": keys() | {"secret": f"django-insecure-{secrets.token_hex(32)}"}}),
        ("hosts", {"ALLOWED_HOSTS": ["*"]}),
        ("hosts", {"ALLOWED_HOSTS": ["localhost"]}),
        ("tls", {"BEHIND_TLS": False}),
    ],
)
def test_what_is_unsafe_beyond_this_machine_forbids_serving_there(safe: Any, name: str, broken: dict[str, Any]) -> None:
    for setting, value in broken.items():
        setattr(safe, setting, value)
    assert failing() == {name}
    assert failing("127.0.0.1") == failing("localhost") == failing("::1") == set()
    with pytest.raises(Refused) as refusal:
        doctor.check_may_serve(PUBLIC)
    assert refusal.value.details == {"checks": [name]}


def test_a_key_file_that_others_can_open_is_named(safe: Any, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text("{}")
    path.chmod(0o640)
    assert failing() == {"key_file"}
    path.chmod(0o600)
    assert failing() == set()


def test_keys_beside_an_sqlite_database_are_warned_of(
    safe: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "keys.json").touch(0o600)
    monkeypatch.setattr(safety, "_database_folder", lambda: tmp_path)
    assert {one.name: one.state for one in safety.findings()}["keys_apart"] == "warn"


def test_sample_data_that_does_not_say_so_is_named(safe: Any, tmp_path: Path) -> None:
    (tmp_path / "sample.json").write_text("{}")
    assert failing() == {"sample"}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]", ""])
def test_loopback_is_this_machine(host: str) -> None:
    assert not safety.beyond_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.4", "sanam.example", "*"])
def test_everything_else_is_beyond(host: str) -> None:
    assert safety.beyond_loopback(host)


def test_a_media_folder_nobody_can_write_is_named(safe: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    safe.MEDIA_ROOT = tmp_path / "file"
    assert {one.name: one.state for one in place.findings()}["media"] == "fail"


def test_a_full_disk_is_named(safe: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "TOO_LITTLE", 1 << 62)
    assert {one.name: one.state for one in place.findings()}["disk"] == "fail"


@pytest.mark.django_db
def test_a_journal_that_nobody_seals_is_warned_of(safe: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.seal(by=INSTALLATION)
    journal.record(by=INSTALLATION, did="thing.done", to="thing:1")
    assert states()["journal"] == "ok"
    later = clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert states()["journal"] == "warn"
    journal.seal(by=INSTALLATION)
    assert states()["journal"] == "ok"


def test_a_seat_that_sees_nobody_by_mistake_is_named(terminal: Terminal, cast: Cast) -> None:
    found = {one["name"]: one for one in terminal.type("doctor", "--json").document["checks"]}
    assert found["seats"]["state"] == "warn"
    assert found["seats"]["en"].startswith("1 seats may see people")


def test_a_seat_whose_mandate_is_not_its_roles_today_is_named(terminal: Terminal, cast: Cast) -> None:
    seat = cast.seats["association"]
    known = {one["name"] for one in terminal.type("doctor", "--json").document["checks"]}
    assert "mandates" not in known
    type(seat).objects.filter(pk=seat.pk).update(capabilities=seat.capabilities[1:])
    found = {one["name"]: one for one in terminal.type("doctor", "--json").document["checks"]}
    assert found["mandates"]["state"] == "warn"
    assert seat.title_en in found["mandates"]["en"]


@pytest.mark.django_db
def test_the_database_is_named_with_its_version(safe: Any) -> None:
    (found,) = [one for one in doctor.examine() if one.name == "database"]
    # a test's own SQLite file may be kept without WAL
    assert found.state in {"ok", "warn"}
    assert ("PostgreSQL" if connection.vendor == "postgresql" else "SQLite") in found.en


@pytest.mark.django_db
def test_a_database_that_is_gone_is_one_finding_and_exit_code_one(
    safe: Any, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise OperationalError("could not connect")

    monkeypatch.setattr(connection, "ensure_connection", gone)
    typed = terminal.type("doctor", "--json")
    assert (typed.code, typed.document["ok"]) == (1, False)
    assert [one["name"] for one in typed.document["checks"] if one["state"] == "fail"] == ["database"]
    assert "could not connect" not in typed.out


@pytest.mark.django_db
def test_a_database_of_another_version_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "django.db.migrations.executor.MigrationExecutor.migration_plan", lambda self, targets: [("one", False)]
    )
    found = states()
    assert found["migrations"] == "fail"
    assert "seats" not in found


def test_every_line_is_told_in_both_languages(safe: Any, terminal: Terminal, cast: Cast) -> None:
    english = terminal.type("doctor")
    terminal.speak("th_TH.UTF-8")
    thai = terminal.type("doctor")
    assert english.code == thai.code == 0
    assert "Debugging is off." in english.out
    assert "ปิดโหมดแก้โปรแกรมแล้ว" in thai.out


@pytest.mark.django_db
def test_a_backup_that_is_missing_or_old_is_warned_of(safe: Any) -> None:
    assert states()["backup"] == "warn"
    last.note({"head": "", "bytes": 1})
    assert states()["backup"] == "ok"
    with clock.at(clock.now() + timedelta(days=8)):
        assert states()["backup"] == "warn"


@pytest.mark.django_db
def test_work_that_waits_in_the_queue_tells_that_no_worker_runs(safe: Any) -> None:
    waiting = apps.get_model("django_tasks_database", "DBTaskResult")
    now = clock.now()
    waiting.objects.create(
        task_path="x",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        queue_name="default",
        run_after=now,
    )
    assert states()["queue"] == "ok"
    with clock.at(now + timedelta(minutes=6)):
        assert states()["queue"] == "warn"


@pytest.mark.django_db
def test_a_clock_behind_what_was_written_is_warned_of(safe: Any) -> None:
    journal.record(by=INSTALLATION, did="thing.done", to="thing:1")
    assert states()["clock"] == "ok"
    with clock.at(clock.now() - timedelta(hours=1)):
        assert states()["clock"] == "warn"


@pytest.mark.django_db
def test_what_a_restore_kept_beside_is_not_forgotten(safe: Any, tmp_path: Path) -> None:
    assert "before_restore" not in states()
    (tmp_path / "media.before-restore").mkdir()
    assert states()["before_restore"] == "warn"


def test_people_who_see_a_district_by_a_password_alone_are_counted(safe: Any, cast: Cast) -> None:
    (found,) = [one for one in doctor.examine() if one.name == "second_factor"]
    assert found.en.startswith("1 people")
    Account.objects.filter(username="secretary").update(second_factor_at=clock.now())
    assert "second_factor" not in states()


@pytest.mark.django_db
def test_a_database_newer_than_this_version_is_named(safe: Any) -> None:
    MigrationRecorder(connection).record_applied("registry", "9999_tomorrow")
    assert states()["migrations"] == "fail"
