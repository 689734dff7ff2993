"""Notes about this machine, beside the database: when a backup was made from here, and that one came back."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.journal import operations as journal

NAME = "last-backup.json"
RESTORED = "restored.json"


def note(report: dict[str, Any]) -> None:
    """Keep when it was made, and its journal's head; replaces the note before."""
    path = Path(settings.HOME) / NAME
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps({"at": clock.now().isoformat(), "head": report["head"], "bytes": report["bytes"]}))
    draft.replace(path)


def made_at() -> datetime | None:
    """When the last backup was made; None when there is no note of one."""
    try:
        return datetime.fromisoformat(json.loads((Path(settings.HOME) / NAME).read_text())["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note_restore(made_at: str, head: str) -> None:
    """Keep that a backup came back, until `write_down` takes it into the journal.

    Written by the restore itself, the journal would no longer be the one that was copied.
    """
    told = {"at": clock.now().isoformat(), "made_at": made_at, "head": head}
    (Path(settings.HOME) / RESTORED).write_text(json.dumps(told))


def write_down() -> bool:
    """Take a restore of the last minute into the journal; says whether there was one."""
    note = Path(settings.HOME) / RESTORED
    try:
        told = dict(json.loads(note.read_text()))
    except (OSError, ValueError):
        return False
    with transaction.atomic():
        journal.record(by=INSTALLATION, did="installation.restored", to="installation", details=told)
        transaction.on_commit(lambda: note.unlink(missing_ok=True))
    return True
