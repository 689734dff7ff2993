"""A backup comes back: read, built beside, proved, and only then in the place of what was there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.files.backup import building, last
from sanam.interfaces.files.backup.archive import Reading, opened
from sanam.interfaces.files.backup.beside import Beside, beside, pointed_at
from sanam.interfaces.files.backup.manifest import Manifest, read
from sanam.interfaces.files.backup.media import Arrival

Say = Callable[[str, str], None]


def restore(*, path: Path, replace: bool, say: Say) -> dict[str, Any]:
    """Bring back a whole installation.

    Returns {"made_at", "version", "rows", "files", "journal", "erased_again", "kept"}; `journal` is the verdict, the
    same as when the backup was made, `erased_again` how many were erased since and so again, `kept` names the database
    that was replaced. Raises Refused, and then nothing was changed.
    """
    with opened(path) as backup:
        manifest = read(backup)
        building.check_schema(manifest)
        occupied = building.is_occupied()
        if occupied and not replace:
            raise _occupied()
        return _restored(backup, manifest, beside(), occupied, say)


def _restored(backup: Reading, manifest: Manifest, place: Beside, occupied: bool, say: Say) -> dict[str, Any]:
    place.check_nobody_works()
    arrival = Arrival()
    try:
        place.clear()
        with pointed_at(place):
            building.build(backup, manifest, say)
            building.to_this_version(manifest, say)
            again = building.erase_again(manifest, say)
        say("วางรูปและเอกสาร", "Putting pictures and papers in place")
        arrival.bring_in(backup, manifest, without=again.files)
        kept_media = arrival.set_aside() if occupied else ""
        kept = place.change_places(keep=occupied)
    except BaseException:
        arrival.undo()
        place.leave()
        raise
    arrival.settle()
    last.note_restore(manifest.made_at, manifest.journal["head"])
    _say_whether_invented(manifest)
    return {
        "made_at": manifest.made_at,
        "version": manifest.version,
        "rows": sum(table.rows for table in manifest.tables.values()),
        "files": len(arrival.brought),
        "journal": manifest.journal,
        "erased_again": again.people,
        "kept": [name for name in (kept, kept_media) if name],
    }


def _say_whether_invented(manifest: Manifest) -> None:
    """The mark of a sample lies beside the database, so it has to follow what the database holds now."""
    mark = Path(settings.HOME) / "sample.json"
    if manifest.invented and not mark.exists():
        people = manifest.tables["registry_person"].rows
        mark.write_text(json.dumps({"invented": True, "people": people, "sign_in": []}))
    elif not manifest.invented and mark.exists():
        mark.rename(mark.with_name(f"{mark.name}.before-restore"))


def _occupied() -> Refused:
    return Refused(
        "restore.occupied",
        "ระบบนี้มีข้อมูลอยู่แล้ว ถ้าตั้งใจแทนที่ สั่งอีกครั้งพร้อม --replace ของเดิมจะเก็บไว้ข้าง ๆ",
        "This installation holds data already; to replace it say --replace, and what is there will be kept beside it.",
        details={"database": connection.vendor},
    )
