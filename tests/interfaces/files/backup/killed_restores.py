"""Kills restores, each on a copy of this installation: `python -m … FOLDER BACKUP TIMES`, copies in FOLDER/try-N.

Half of them die somewhere on the way, half about the moment in which the databases change places.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from sanam.interfaces.cli.main import main  # noqa: E402
from sanam.interfaces.files.backup.beside_sqlite import FileBeside  # noqa: E402


def begun(home: Path, backup: str) -> tuple[int, int]:
    """A restore in a process of its own: its number, and where it says that the places change now."""
    connections.close_all()
    listen, tell = os.pipe()
    if child := os.fork():
        os.close(tell)
        return child, listen
    settings.HOME, settings.MEDIA_ROOT = home, home / "media"
    for alias in connections:
        connections[alias].settings_dict["NAME"] = home / "sanam.sqlite3"
    change_places = FileBeside.change_places

    def loudly(self: FileBeside, *, keep: bool) -> str:
        os.write(tell, b"!")
        return change_places(self, keep=keep)

    FileBeside.change_places = loudly  # type: ignore[method-assign]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os._exit(main(["restore", backup, "--replace"]))


def tries(folder: Path, backup: str, times: int) -> None:
    dice = random.Random(11)
    for at in range(times):
        home = folder / f"try-{at}"
        shutil.copytree(settings.HOME, home)
        child, listen = begun(home, backup)
        if at % 2:
            os.read(listen, 1)
            time.sleep(0.4 * at / times)
        else:
            time.sleep(dice.random() * 1.5)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(listen)


if __name__ == "__main__":
    tries(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
