"""From a zip of the 43 files to the registry: opened and checked whole, read in order, applied in one piece."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry.operations import files
from sanam.interfaces.files.f43.archive import open_archive
from sanam.interfaces.files.f43.export import READ, Export
from sanam.interfaces.files.f43.tables import read_table

__all__ = ["READ", "open_archive", "opened", "read_in", "read_table"]


def read_in(
    *,
    by: Actor,
    path: Path,
    file_name: str = "",
    dry_run: bool = False,
    accept_duplicates: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
) -> dict[str, Any]:
    """Read an export into the registry.

    Returns {"batch", "files": [{name, rows, applied, problems}], "people": {new, changed, unchanged},
    "problems": [{file, line, column, code, message}]}; raises Refused with the database untouched.
    """
    with opened(path, file_name, progress) as (export, reading):
        batch, outcome = files.read_in(by=by, reading=reading, dry_run=dry_run, accept_duplicates=accept_duplicates)
        return export.report("" if dry_run else str(batch.id), outcome)


@contextmanager
def opened(
    path: Path, file_name: str = "", progress: Callable[[int], None] = lambda rows: None
) -> Iterator[tuple[Export, files.Reading]]:
    """An export that was checked whole, and the reading of it the registry takes; raises Refused."""
    with open_archive(path) as archive:
        archive.check()
        export = Export(archive)
        yield (
            export,
            files.Reading(
                kind="f43",
                file_name=file_name or path.name,
                sha256=_sha256(path),
                hospitals=export.hospitals(),
                rows=export.count(),
                villages=export.villages(),
                houses=export.houses(),
                people=export.people(),
                addresses=export.addresses(),
                groups=export.groups(),
                deaths=export.deaths(),
                coverages=export.coverages(),
                illnesses=export.illnesses(),
                village_facts=export.village_facts(),
                others=export.others(),
                problems=export.told,
                progress=progress,
            ),
        )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
