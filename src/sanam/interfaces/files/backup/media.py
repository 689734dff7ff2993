"""The bytes of a backup's pictures and papers, brought in before their rows and settled after."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from sanam.domain.media import carrying
from sanam.interfaces.files.backup.archive import Reading
from sanam.interfaces.files.backup.manifest import Manifest

FOLDER = "media/"
_NAME = 32
"""Letters of a stored name; what follows tells the small form from the whole one."""


class Arrival:
    """Files on their way into the store, undecided: killed at any point, the store's own sweep finishes it."""

    def __init__(self) -> None:
        self.before = _known()
        self.brought: set[str] = set()

    def bring_in(self, backup: Reading, manifest: Manifest, without: set[str]) -> None:
        """Write every file of the backup that does not lie there already, but those of these stored names."""
        # "name" comes before "name-small": the mark stands before either is written
        for member in sorted(name for name in manifest.members if name.startswith(FOLDER)):
            file_name = member.removeprefix(FOLDER)
            if file_name[:_NAME] in without:
                continue
            self.brought.add(file_name[:_NAME])
            there = [path for path in carrying.files_of(file_name[:_NAME]) if path.name == file_name]
            if not there or carrying.digest(there[0]) != manifest.members[member].sha256:
                carrying.bring_in(file_name, backup.pieces(member))

    def set_aside(self) -> str:
        """Keep a copy of files that the restored rows will not know, and leave them to the sweep; says where."""
        folder = Path(f"{settings.MEDIA_ROOT}.before-restore")
        for name in sorted(self.before - self.brought):
            carrying.keep_a_copy(name, folder)
            carrying.doubt(name)
        return folder.name if self.before - self.brought else ""

    def settle(self) -> None:
        """The restored database is in use: its files stay, and those only the one before knew go from here."""
        for name in self.brought:
            carrying.settle(name)
        for name in self.before - self.brought:
            carrying.drop(name)

    def undo(self) -> None:
        """It came to nothing: what was brought goes again, and nobody doubts what was there."""
        for name in self.brought - self.before:
            carrying.drop(name)
        for name in self.before:
            carrying.settle(name)


def _known() -> set[str]:
    """The stored names the database in use knows; none where it has no tables yet."""
    try:
        return {name for name, _digest in carrying.kept()}
    except DatabaseError:
        return set()
