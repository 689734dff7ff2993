"""What every migration made, kept beside the checkout under the digest of the migrations and all that they import."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests import postgres

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".born"
IMPORTED = re.compile(r"^\s*(?:from|import) (sanam[\w.]*)(?: import ([\w, ]+))?", re.MULTILINE)

COMMANDS = re.compile(rb"^\\(un)?restrict .*$", re.MULTILINE)  # meant for psql, which does not read it here


def may_fill(connection: Any) -> bool:
    """Whether the tables lie where they lay when they were kept: a restore builds its own beside those in use."""
    if connection.vendor == "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return cursor.fetchone() == ("public",)


def fill(connection: Any) -> bool:
    """Fill an empty database; False when nothing is kept for it."""
    kept = _place(connection.vendor)
    if not kept.exists():
        return False
    if connection.vendor == "sqlite":
        with sqlite3.connect(f"file:{kept}?mode=ro", uri=True) as database:
            database.backup(connection.connection)
    else:
        connection.connection.execute(COMMANDS.sub(b"", kept.read_bytes()))
        connection.close()  # with what the statements set in it
    return True


def keep(connection: Any) -> None:
    """Keep what this database holds, under its name only when it is whole: another process may be about to read it."""
    FOLDER.mkdir(exist_ok=True)
    kept = _place(connection.vendor)
    draft = kept.with_suffix(f".{os.getpid()}")
    if connection.vendor == "sqlite":
        with sqlite3.connect(draft) as database:
            connection.connection.backup(database)
    elif not _dumped(connection.settings_dict, draft):
        return
    for former in set(FOLDER.glob(f"*{kept.suffix}")) - {kept}:
        former.unlink(missing_ok=True)
    draft.replace(kept)


def _dumped(server: dict[str, Any], draft: Path) -> bool:
    """Whether PostgreSQL's own program wrote it down, as statements."""
    programs = postgres.programs()
    if programs is None:
        return False
    known = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    where = {name: str(server[ours]) for name, ours in known.items() if server[ours]}
    command = [programs / "pg_dump", "--no-owner", "--rows-per-insert=1000", f"--file={draft}"]
    return subprocess.run(command, env=os.environ | where, capture_output=True, check=False).returncode == 0


def _place(vendor: str) -> Path:
    return FOLDER / f"{_digest()}.{vendor}"


@cache
def _digest() -> str:
    told = sha256()
    for path in [*sorted(_leaned_on()), *sorted((ROOT / "requirements").glob("*.txt"))]:
        told.update(path.read_bytes())
    return told.hexdigest()[:16]


def _leaned_on() -> set[Path]:
    """The migrations, and every file of ours that they import, however far."""
    found, waiting = set[Path](), [*(ROOT / "src/sanam").rglob("migrations/*.py")]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(path.read_text(encoding="utf-8"))
    return found


def _imported(text: str) -> Iterator[Path]:
    for module, names in IMPORTED.findall(text):
        at = ROOT / "src" / module.replace(".", "/")
        for one in (at, *(at / name.strip() for name in names.split(","))):
            yield from (path for path in (one.with_suffix(".py"), one / "__init__.py") if path.is_file())
