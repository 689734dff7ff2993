"""A note of the last backup made from here, for the doctor; about this machine, so it stays out of the database."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from sanam.domain.foundation import clock

NAME = "last-backup.json"


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
