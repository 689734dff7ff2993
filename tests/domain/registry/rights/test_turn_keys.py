"""Keys turned with people in the database: everything opens and is found, before, between and after."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sanam.config import env, keys, turning
from sanam.domain.foundation import sealing
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as written
from sanam.domain.journal.models import Entry, Seal
from sanam.domain.registry import queries
from sanam.domain.registry.models import ErasedMark, Household, Identifier, Person, SourceRow
from sanam.domain.registry.models.person import lookup_of
from sanam.domain.registry.operations import erasure
from sanam.domain.registry.operations import keys as deeds
from sanam.domain.registry.rights import resealing
from sanam.domain.registry.rights.words import ErasureGround
from tests.cast import Cast, export, number, person, read_in
from tests.domain.registry.rights.conftest import accepted
from tests.installations import ROOT, Installation

HELD = {name: str(at) * 64 for at, name in enumerate(env.KEY_NAMES, 1)}


@pytest.fixture(autouse=True)
def own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A key file of this test's own, in use from its first line to its last."""
    path = tmp_path / "keys" / "keys.json"
    monkeypatch.setenv("SANAM_KEYS_FILE", str(path))
    monkeypatch.setattr(keys, "EVERYBODY_KNOWS_AFTER", 0)
    turning.hand_over(env.keys())
    yield path
    monkeypatch.undo()
    turning.hand_over(env.keys())


def run(what: str) -> dict[str, Any]:
    return keys.run(argparse.Namespace(what=what))


def found(field: Cast, sequence: int) -> list[str]:
    return [row.person.given for row in queries.find(field.nurse, queries.Filters(number(sequence))).rows]


def opened() -> set[str]:
    """Every number, and every row of every file, in the clear."""
    numbers = {one.number for one in Identifier.objects.exclude(sealed=None)}
    return numbers | {str(sealing.decrypt(row.sealed)) for row in SourceRow.objects.order_by("id")}


def test_after_turning_all_opens_is_found_and_verifies(field: Cast, own_keys: Path) -> None:
    journal.seal(by=INSTALLATION)
    before, ids = opened(), sealing.key_ids("field")
    answer = run("rotate")
    assert answer["resealed"]["registry.Identifier"] == 4
    assert answer["keys"]["field"][1:] == ids
    assert not answer["turning"]
    assert opened() == before
    assert all(sealing.is_current(one.sealed) for one in Identifier.objects.exclude(sealed=None))
    assert all(sealing.is_current(one.sealed) for one in SourceRow.objects.order_by("id"))
    assert found(field, 1) == ["เอียด"]
    assert written.verify().broken is None
    assert own_keys.stat().st_mode & 0o077 == 0


def test_the_old_keys_are_dropped_and_everything_still_opens(field: Cast) -> None:
    before = opened()
    run("rotate")
    answer = run("drop")
    assert [len(names) for names in answer["keys"].values()] == [1, 1, 2]  # old seals need the key of their time
    assert opened() == before
    assert found(field, 3) == ["คล้าย"]
    assert written.verify().broken is None


def test_what_was_sealed_before_there_were_rotations_opens_and_is_sealed_anew(field: Cast) -> None:
    one = Identifier.objects.exclude(sealed=None).order_by("id")[0]
    secret, nonce = sealing._rings["field"][0].secret, os.urandom(12)
    told = one.number
    old = nonce + sealing._cipher(secret).encrypt(nonce, told.encode(), None)
    Identifier.objects.filter(pk=one.pk).update(sealed=old)
    assert Identifier.objects.get(pk=one.pk).number == told
    run("rotate")
    one.refresh_from_db()
    assert (one.number, sealing.is_current(one.sealed or b"")) == (told, True)


def test_while_keys_are_turned_people_are_found_and_files_match(field: Cast, tmp_path: Path) -> None:
    env.write_key_file(keys._turned(env.key_file()))
    turning.hand_over(env.keys())
    assert found(field, 1) == ["เอียด"]  # hashed by the old key still
    (tmp_path / "in").mkdir()
    again = person(HOSPCODE="99308", PID="5", CID=number(1), NAME="เอียด")
    assert read_in(export(tmp_path / "in", PERSON=[again]))["people"]["new"] == 0
    assert run("rotate")["resealed"]["registry.Identifier"] == 4


def test_cut_short_it_goes_on_where_it_stopped(field: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    before, once = opened(), resealing.reseal
    monkeypatch.setattr(resealing, "BATCH", 2)

    def killed(model: Any, rows: list[Any]) -> int:
        if sealing.is_current(Identifier.objects.exclude(sealed=None).order_by("id")[0].sealed or b""):
            raise KeyboardInterrupt
        return once(model, rows)

    monkeypatch.setattr(resealing, "reseal", killed)
    with pytest.raises(KeyboardInterrupt):
        run("rotate")
    assert env.key_file()["turning"]
    kept = sealing.key_ids("field")
    with pytest.raises(Refused):
        run("drop")
    assert opened() == before
    monkeypatch.setattr(resealing, "reseal", once)
    answer = run("rotate")
    assert (answer["keys"]["field"], answer["turning"]) == (kept, False)
    assert 0 < answer["resealed"]["registry.Identifier"] < 4
    assert (opened(), found(field, 1)) == (before, ["เอียด"])
    assert written.verify().broken is None


def test_doing_it_again_changes_no_row(field: Cast) -> None:
    run("rotate")
    rows = list(Identifier.objects.order_by("id").values())
    assert sum(deeds.reseal(by=INSTALLATION).values()) == 0
    assert list(Identifier.objects.order_by("id").values()) == rows


def test_whoever_stole_the_old_journal_key_signs_nothing_new(field: Cast) -> None:
    stolen = sealing._rings["journal"][0].secret
    run("rotate")
    entry = journal.record  # written while the old key is put back in use by hand
    now = sealing._rings["journal"]
    from django.db import transaction

    with transaction.atomic():
        sealing._rings["journal"] = (sealing.Key(stolen),)
        forged = entry(by=INSTALLATION, did="forged", to="x:1")
        sealing._rings["journal"] = now
    broken = written.verify().broken
    assert broken is not None
    assert broken.where == f"entry {forged.id}"


def test_seals_and_entries_of_before_are_proved_by_the_key_of_their_time(field: Cast) -> None:
    journal.seal(by=INSTALLATION)
    count = Seal.objects.count()
    run("rotate")
    run("rotate")
    assert Seal.objects.count() == count + 2
    assert Entry.objects.filter(did="keys.turned").count() == 2
    assert written.verify().broken is None
    sealing._rings["journal"] = sealing._rings["journal"][:1]
    assert written.verify().broken is not None


def test_a_hint_at_a_volunteer_follows_where_the_volunteer_is_known(field: Cast) -> None:
    house = Household.objects.order_by("id")[0]
    Household.objects.filter(pk=house.pk).update(volunteer_hint=f"#{lookup_of(number(2))[:48]}")
    run("rotate")
    house.refresh_from_db()
    assert house.volunteer_hint == f"#{lookup_of(number(2))[:48]}"


def test_an_erased_person_is_still_known_again_and_keeps_the_key_it_takes(
    field: Cast, registrar: Actor, ours: Person, tmp_path: Path
) -> None:
    erasure.carry_out(by=field.secretary, request=accepted(registrar, ours), ground=ErasureGround.UNNEEDED)
    run("rotate")
    assert len(run("drop")["keys"]["hash"]) == 2
    (tmp_path / "in").mkdir()
    row = person(PID="1", HID="1", CID=number(1))
    assert read_in(export(tmp_path / "in", PERSON=[row]))["people"]["new"] == 0
    ErasedMark.objects.all().delete()
    assert len(run("drop")["keys"]["hash"]) == 1


def test_keys_from_the_environment_are_turned_by_hand(field: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, key in HELD.items():
        monkeypatch.setenv(f"SANAM_KEY_{name.upper()}", key)
    with pytest.raises(Refused) as refused:
        run("rotate")
    assert refused.value.code == "keys.given"
    monkeypatch.setenv("SANAM_KEY_FIELD_BEFORE", env.key_file()["field"])
    monkeypatch.setenv("SANAM_KEY_HASH_BEFORE", env.key_file()["hash"])
    turning.hand_over(env.keys())
    assert run("rotate")["resealed"]["registry.Identifier"] == 4
    assert found(field, 1) == ["เอียด"]


def test_only_the_operator_turns_keys(field: Cast) -> None:
    for deed in (deeds.reseal, deeds.close_the_journal, deeds.hash_keys_needed):
        with pytest.raises(NotAllowed):
            deed(by=field.secretary)


def test_a_process_that_runs_learns_of_it(field: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sealing.key_id("field")
    env.write_key_file(keys._turned(env.key_file()))
    monkeypatch.setattr(sealing, "_LOOK_EVERY", 0)
    assert sealing.key_id("field") != before


def test_every_sealed_column_is_found_and_every_hash_is_made_anew_or_says_why_not() -> None:
    assert {model._meta.label for model in resealing.sealed_tables()} >= {"registry.Identifier", "registry.SourceRow"}
    hashes = {
        model
        for model in resealing.belongings.written_tables()
        for column in model._meta.concrete_fields
        if column.name == "lookup"
    }
    loose = [one for one in hashes if not hasattr(one, "made_anew") and "made_with" not in getattr(one, "privacy", {})]
    assert loose == []


@pytest.mark.slow
def test_killed_at_any_moment_it_is_finished_by_the_next(tmp_path: Path) -> None:
    """A real process with a real key file, killed again and again until it is done."""
    home = Installation(tmp_path / "home")
    (home.home / "in").mkdir(parents=True)
    erased_installation(home, "known")
    once = time.monotonic()
    home.copied(tmp_path / "timed").done("keys", "rotate")
    whole = time.monotonic() - once
    killed = sum(killed_after(whole * part, home, "keys", "rotate") for part in (0.5, 0.6, 0.7, 0.8, 0.9))
    assert killed
    home.done("keys", "rotate")
    home.done("keys", "drop")
    shown = home.done("keys", "show")
    assert [len(shown["keys"][kind]) for kind in ("field", "hash")] == [1, 1]
    assert home.done("verify", "journal")["ok"]
    assert erased_installation(home, "erased") == {"whole": True, "people": 300}


def erased_installation(home: Installation, step: str) -> dict[str, Any]:
    done = home.run("tests.domain.registry.rights.erased_installation", str(home.home / "in"), step)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def killed_after(seconds: float, home: Installation, *words: str) -> bool:
    """Whether it was still at work."""
    command = [sys.executable, "-m", "sanam.interfaces.cli.main", *words]
    process = subprocess.Popen(command, cwd=ROOT, env=home.surroundings, stdout=-1, stderr=-1)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    return process.returncode == -signal.SIGKILL
