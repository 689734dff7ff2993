"""The bytes of a backup's pictures and papers, brought in before their rows and settled after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from sanam.domain.media import carrying
from sanam.interfaces.files.backup.archive import Reading
from sanam.interfaces.files.backup.manifest import Manifest

FOLDER = "media/"
_SMALL_LAST = str.casefold  # "name" sorts before "name-small", so the mark stands before either is written


def names() -> Iterator[str]:
    """The stored names the database in use knows; none where it has no tables yet."""
    try:
        yield from (name for name, _digest in carrying.kept())
    except DatabaseError:
        return


def bring_in(backup: Reading, manifest: Manifest) -> set[str]:
    """Write every file of the backup that does not lie there already, undecided; gives the stored names."""
    brought = set()
    for member in sorted((name for name in manifest.members if name.startswith(FOLDER)), key=_SMALL_LAST):
        file_name = member.removeprefix(FOLDER)
        name = file_name[:32]
        brought.add(name)
        there = [path for path in carrying.files_of(name) if path.name == file_name]
        if not there or carrying.digest(there[0]) != manifest.members[member].sha256:
            carrying.bring_in(file_name, backup.pieces(member))
    return brought


def set_aside(stored: set[str]) -> str:
    """Keep a copy of files that the restored rows will not know, and leave them to the sweep; says where."""
    folder = _aside()
    for name in sorted(stored):
        carrying.keep_a_copy(name, folder)
        carrying.doubt(name)
    return folder.name if stored else ""


def settle(brought: set[str], before: set[str]) -> None:
    """The restored database is in use: its files stay, and those only the one before knew go from here."""
    for name in brought:
        carrying.settle(name)
    for name in before - brought:
        carrying.drop(name)


def _aside() -> Path:
    return Path(f"{settings.MEDIA_ROOT}.before-restore")
