"""Databases of a crash test: one of its own for each, made from one that was migrated, on whichever engine runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from django.conf import settings
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]


class Databases:
    """Migrated once; `fresh(name)` is the URL of a copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server: dict[str, Any] = settings.DATABASES["default"]
        self.on_postgres = self.server["ENGINE"].endswith("postgresql")
        self.made: list[str] = []
        self.environment = os.environ | {
            "SANAM_HOME": str(folder),
            "SANAM_PIECE_ROWS": "40",
            "DJANGO_SETTINGS_MODULE": "tests.installed",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
        }
        self.template = self._make("template")
        self.sanam(self.template, "migrate")

    def fresh(self, name: str) -> str:
        if self.on_postgres:
            return self._make(name, like="template")
        shutil.copy(self.folder / "template.sqlite3", self.folder / f"{name}.sqlite3")
        return f"sqlite:///{self.folder / name}.sqlite3"

    def sanam(self, database: str, *words: str) -> str:
        """What a line of the command prints; an error fails the test."""
        command = [sys.executable, "-m", "sanam.interfaces.cli.main", *words]
        return self.run(command, database)

    def run(self, command: list[str], database: str) -> str:
        environment = self.environment | {"DATABASE_URL": database}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def drop(self) -> None:
        for name in self.made if self.on_postgres else ():
            self._say(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _make(self, name: str, like: str = "") -> str:
        if not self.on_postgres:
            return f"sqlite:///{self.folder / name}.sqlite3"
        named = f"crash_{os.getpid()}_{name}"
        template = sql.Identifier(f"crash_{os.getpid()}_{like}" if like else "template0")
        self._say(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(named), template))
        self.made.append(named)
        who = f"{quote(self.server['USER'])}:{quote(self.server['PASSWORD'])}"
        host = quote(str(self.server["HOST"]), safe="")
        return f"postgres://{who}@/{named}?host={host}&port={self.server['PORT']}"

    def _say(self, statement: sql.Composed) -> None:
        with psycopg.connect(
            host=self.server["HOST"],
            port=self.server["PORT"],
            user=self.server["USER"],
            password=self.server["PASSWORD"],
            dbname="postgres",
            autocommit=True,
        ) as connection:
            connection.execute(statement)
