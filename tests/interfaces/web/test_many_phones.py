"""Twenty phones at once against a real web process: none lost or doubled, and a door once shut stays shut."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(("phones", "cards"), [(20, 5)])
def test_twenty_phones_answer_at_once_and_every_answer_is_kept_once(tmp_path: Path, phones: int, cards: int) -> None:
    environment = os.environ | {
        "SANAM_HOME": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'hall.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "tests.installed",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
    }
    command = [sys.executable, "-m", "benchmarks.phones", str(phones), str(cards)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)["told"]
    assert told["wrong"] == []
    assert told["wall"]["told"] == phones
