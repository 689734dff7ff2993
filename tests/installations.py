"""Whole installations on this machine, each with its own database and keys, used by typing as an operator would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OURS = {"SANAM_HOME", "SANAM_MEDIA", "SANAM_KEYS_FILE", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"}


@dataclass(frozen=True)
class Installation:
    """A folder and the database it uses; `url` is empty for an SQLite file in the folder."""

    home: Path
    url: str = ""

    @property
    def database(self) -> Path:
        return self.home / "sanam.sqlite3"

    @property
    def media(self) -> Path:
        return self.home / "media"

    @property
    def surroundings(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in OURS}
        return kept | {
            "SANAM_HOME": str(self.home),
            "DATABASE_URL": self.url or f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "tests.installed",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *module_and_words: str) -> subprocess.CompletedProcess[str]:
        """`python -m …` here."""
        command = [sys.executable, "-m", *module_and_words]
        return subprocess.run(
            command,
            cwd=ROOT,
            env=self.surroundings,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def type(self, *words: str) -> tuple[int, Any]:
        """A line of `sanam … --json`: its exit code and its document."""
        done = self.run("sanam.interfaces.cli.main", *words, "--json")
        assert done.stdout, done.stderr[-3000:]
        return done.returncode, json.loads(done.stdout)

    def done(self, *words: str) -> Any:
        """The same, for a line that must succeed."""
        code, document = self.type(*words)
        assert code == 0, document
        return document

    def refused(self, *words: str) -> str:
        """The code of the refusal, for a line that must be refused."""
        code, document = self.type(*words)
        assert code == 1, document
        return str(document["refused"]["code"])

    def standing(self) -> dict[str, Any]:
        """What `verify all` says: entries, seals, head and every check."""
        told = self.done("verify", "all")
        return {name: told[name] for name in ("ok", "entries", "seals", "head", "broken", "checks")}

    def copied(self, home: Path) -> Installation:
        """The same once more in another folder (SQLite), to be changed there."""
        shutil.copytree(self.home, home)
        return Installation(home)

    def with_keys_of(self, other: Installation) -> Installation:
        """The other one's keys, as they were kept apart."""
        self.home.mkdir(parents=True, exist_ok=True)
        shutil.copy(other.home / "keys.json", self.home / "keys.json")
        return self


def built(home: Path, url: str = "") -> Installation:
    """An installation with a district in it, pictures and papers, and a past."""
    installation = Installation(home, url)
    home.mkdir(parents=True, exist_ok=True)
    done = installation.run("tests.interfaces.files.backup.district", str(home / "files"))
    assert done.returncode == 0, done.stderr[-3000:]
    return installation
