"""A backup is made: one moment of the database, streamed into a file that takes its name when it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from sanam import __version__
from sanam.domain.foundation import clock, invariants, sealing
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.journal import operations as deeds
from sanam.domain.journal import queries as journal
from sanam.domain.media import carrying
from sanam.interfaces.files.backup import contents, last, values
from sanam.interfaces.files.backup.archive import Writing
from sanam.interfaces.files.backup.draft import whole_or_nothing
from sanam.interfaces.files.backup.manifest import Manifest, Table

Say = Callable[[str, str], None]
_AT_ONCE = 2_000
_MEDIA = "media/"


def make(*, path: Path, say: Say) -> dict[str, Any]:
    """Write the whole installation to a new file.

    Returns {"file", "bytes", "rows", "files", "head", "keys", "ok"}; `ok` is False when the journal itself was found
    broken, which the backup keeps as it is. Raises BadInput where the file cannot be written.
    """
    with whole_or_nothing(path) as file:
        _write_down()
        with journal.one_moment(), closing(Writing(file)) as backup:
            manifest = _everything(backup, say)
            manifest.write(backup)
    report = {
        "file": str(path),
        "bytes": path.stat().st_size,
        "rows": sum(table.rows for table in manifest.tables.values()),
        "files": sum(name.startswith(_MEDIA) for name in manifest.members),
        "head": manifest.journal["head"],
        "keys": manifest.keys,
        "ok": manifest.journal["broken"] is None and not manifest.broken and not manifest.lost,
    }
    last.note(report)
    return report


def _write_down() -> None:
    """Before anything leaves: everybody's data is about to be copied. Sealed at once, so the copy is sealed too."""
    with transaction.atomic():
        deeds.record(by=INSTALLATION, did="installation.backup_begun", to="installation")
    deeds.seal(by=INSTALLATION)


def _everything(backup: Writing, say: Say) -> Manifest:
    gone, lost = _media(backup, say)
    tables = {}
    for model in contents.tables():
        table = model._meta.db_table
        say(f"สำรอง {table}", f"Backing up {table}")
        without = gone if table == "media_kept" else set()
        tables[table] = _table(backup, model, without)
    say("ตรวจสมุดบันทึก", "Checking the journal")
    verdict = journal.verify()
    return Manifest(
        made_at=clock.now().isoformat(),
        version=__version__,
        engine=connection.vendor,
        keys=sealing.fingerprints(),
        migrations=contents.applied(),
        tables=tables,
        journal=verdict.told(),
        broken=invariants.broken_names(),
        lost=lost,
        invented=settings.SANAM_SAMPLE,
        members=dict(backup.members),
    )


def _table(backup: Writing, model: Any, without: set[str]) -> Table:
    fields = contents.columns(model)
    names = [field.attname for field in fields]
    rows = Counted(_rows(model, names, without))
    backup.add(f"tables/{model._meta.db_table}.jsonl", values.lines(rows, fields))
    return Table(columns=names, rows=rows.count, given_out=contents.given_out(model))


class Counted:
    """Rows in turn, counted as they pass."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self._rows:
            self.count += 1
            yield row


def _rows(model: Any, names: list[str], without: set[str]) -> Iterator[tuple[Any, ...]]:
    found = model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=_AT_ONCE)
    if not without:
        return found
    at = names.index("stored_name")
    return (row for row in found if row[at] not in without)


def _media(backup: Writing, say: Say) -> tuple[set[str], int]:
    """Every kept file; gives the names removed by somebody meanwhile, and how many were missing before."""
    say("สำรองรูปและเอกสาร", "Backing up pictures and papers")
    gone: set[str] = set()
    lost = 0
    for name, _digest in carrying.kept():
        try:
            _file(backup, name)
        except FileNotFoundError:
            # asked outside the moment that is held: removed meanwhile, it leaves the backup, row and bytes
            if carrying.still_kept(name, using="looks"):
                lost += 1
            else:
                gone.add(name)
    return gone, lost


def _file(backup: Writing, name: str) -> None:
    found = carrying.files_of(name)
    if not found:
        raise FileNotFoundError(name)
    for path in found:
        pieces = carrying.pieces(path)
        first = next(pieces, b"")  # opened before the member is begun: a file that is gone leaves no trace
        backup.add(f"{_MEDIA}{path.name}", chain([first], pieces), pressed=False)
