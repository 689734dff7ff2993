"""What runs beside the web process, begun and ended with it: gunicorn reads these two hooks by their names."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

COMPANIONS = (("worker",), ("tick", "--every", "60"))
_running: list[subprocess.Popen[bytes]] = []


def when_ready(server: Any) -> None:
    """Begin the queue's worker and the minute's tick."""
    for words in COMPANIONS:
        _running.append(subprocess.Popen([sys.executable, "-m", "sanam.interfaces.cli.main", *words]))


def on_exit(server: Any) -> None:
    """End them: a job they were at is taken up again by the next one."""
    for one in _running:
        one.terminate()
    for one in _running:
        try:
            one.wait(timeout=10)
        except subprocess.TimeoutExpired:
            one.kill()
