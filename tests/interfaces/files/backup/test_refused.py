"""What is no backup of ours, or not one for here, changes nothing."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sanam.domain.foundation import sealing
from tests.installations import Installation


def nothing_there(installation: Installation) -> bool:
    left = {path.name for path in installation.home.rglob("*") if path.is_file()}
    return left <= {"keys.json", "sanam.sqlite3"} and (
        not installation.database.exists() or installation.database.stat().st_size <= 4096
    )


@pytest.mark.parametrize("left", [0.999, 0.3])
def test_a_file_cut_short_is_refused(backup: Path, empty: Installation, tmp_path: Path, left: float) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(backup.read_bytes()[: int(backup.stat().st_size * left)])
    assert empty.refused("restore", str(cut)) == "backup.altered"
    assert nothing_there(empty)


@pytest.mark.parametrize("seed", range(3))
def test_a_changed_byte_is_found_wherever_it_is(backup: Path, empty: Installation, tmp_path: Path, seed: int) -> None:
    with zipfile.ZipFile(backup) as archive:
        members = [one for one in archive.infolist() if one.compress_size > 100]
    one = random.Random(seed).choice(members)
    told = bytearray(backup.read_bytes())
    # within the member's bytes: what stands between members is read by nobody
    told[one.header_offset + 30 + len(one.filename.encode()) + 20 + one.compress_size // 2] ^= 0x20
    (changed := tmp_path / "changed.zip").write_bytes(told)
    assert empty.refused("restore", str(changed)) in {"backup.altered", "restore.not_proved"}
    assert nothing_there(empty)


def rewritten(backup: Path, to: Path, change: Callable[[dict[str, Any]], None], *, keys: Path | None = None) -> Path:
    """The backup with another manifest, signed by whoever has the keys."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        manifest = json.loads(old.read("manifest.json"))
        change(manifest)
        told, signature = json.dumps(manifest).encode(), old.read("manifest.mac")
        if keys:
            ours = dict(sealing._rings)
            given = json.loads(keys.read_text())
            sealing.use_keys(field=given["field"], hash=given["hash"], journal=given["journal"])
            signature = sealing.mac(told, "backup.manifest").encode()
            sealing._rings.update(ours)
            sealing._cipher.cache_clear()
        for name in old.namelist():
            made_anew = {"manifest.json": told, "manifest.mac": signature}
            new.writestr(name, made_anew.get(name) or old.read(name))
    return to


def test_a_manifest_that_nobody_with_the_keys_signed_is_refused(
    backup: Path, empty: Installation, tmp_path: Path
) -> None:
    path = rewritten(backup, tmp_path / "forged.zip", lambda manifest: manifest.update(lost=1))
    assert empty.refused("restore", str(path)) == "backup.altered"


def test_a_newer_version_is_refused(backup: Path, empty: Installation, standing: Installation, tmp_path: Path) -> None:
    keys = standing.home / "keys.json"
    newer = rewritten(
        backup, tmp_path / "n.zip", lambda one: one["migrations"].append("registry.9999_tomorrow"), keys=keys
    )
    assert empty.refused("restore", str(newer)) == "backup.newer"
    other = rewritten(backup, tmp_path / "f.zip", lambda one: one.update(format=99), keys=keys)
    assert empty.refused("restore", str(other)) == "backup.newer"


def test_an_older_version_is_brought_to_this_one(
    backup: Path, empty: Installation, standing: Installation, tmp_path: Path
) -> None:
    # a version in which the dials had no guard yet
    older = rewritten(
        backup,
        tmp_path / "older.zip",
        lambda one: one["migrations"].remove("parameters.0002_append_only"),
        keys=standing.home / "keys.json",
    )
    empty.done("restore", str(older))
    assert empty.standing() == standing.standing()
    assert {check["name"]: check["state"] for check in empty.done("doctor")["checks"]}["migrations"] == "ok"


def test_rows_that_were_swapped_by_whoever_has_the_keys_do_not_pass_the_proof(
    backup: Path, empty: Installation, standing: Installation, tmp_path: Path
) -> None:
    def claims_more(manifest: dict[str, Any]) -> None:
        manifest["journal"]["entries"] += 1

    path = rewritten(backup, tmp_path / "s.zip", claims_more, keys=standing.home / "keys.json")
    assert empty.refused("restore", str(path)) == "restore.not_proved"
    assert nothing_there(empty)


def test_other_keys_are_refused_by_name(backup: Path, tmp_path: Path, standing: Installation) -> None:
    other = Installation(tmp_path / "other")
    code, told = other.type("restore", str(backup))
    assert (code, told["refused"]["code"]) == (1, "backup.other_keys")
    assert set(told["refused"]["details"]["keys"]) == {"field", "hash", "journal"}
    assert not (other.home / "sanam.sqlite3.restoring").exists()


def test_what_is_no_file_at_all_is_refused(empty: Installation, tmp_path: Path) -> None:
    assert empty.refused("restore", str(tmp_path / "nosuch.zip")) == "backup.not_there"
    (tmp_path / "text.zip").write_text("สวัสดี")
    assert empty.refused("restore", str(tmp_path / "text.zip")) == "backup.altered"


def test_a_full_disk_leaves_nothing_under_any_name(standing: Installation, tmp_path: Path) -> None:
    full = standing.copied(tmp_path / "full")
    (tmp_path / "stick").mkdir()
    done = full.run("tests.interfaces.files.backup.no_room", str(tmp_path / "stick" / "b.zip"))
    assert done.returncode == 1, done.stderr
    assert "backup.cannot_write" in done.stdout
    assert list((tmp_path / "stick").iterdir()) == []
    assert full.standing()["ok"]
