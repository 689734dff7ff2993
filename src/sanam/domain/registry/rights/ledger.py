"""Who was erased, on a list beside the database and outside its backups: a backup that comes back erases them again.

Each line names a tombstone, the time, and keyed hashes of the records' opaque ids (what `unlisted` adds names a row
of a body's lists by such a hash alone); it is signed, for whoever could
write a line could have somebody erased. It holds no value of anybody, and tells nothing without the keys.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings

from sanam.domain.foundation import sealing
from sanam.domain.foundation.refused import Refused
from sanam.domain.registry.models import Person, Tombstone

NAME = "erased.jsonl"
ERASED, LIFTED = "erased", "lifted"
PURPOSE = "registry.erased.ledger"


@dataclass(frozen=True, slots=True)
class Line:
    """`did` is that somebody was erased or their tombstone lifted; `people` are keyed hashes, of an erasure only."""

    tombstone: str
    at: str
    did: str
    people: list[str]


def path() -> Path:
    """Where the list lies."""
    return Path(settings.HOME) / NAME


def write(tombstone: Tombstone) -> None:
    """Put what the list does not say of a tombstone yet at its end, on the disk before this returns."""
    known = {(line.tombstone, line.did) for line in read()}
    _append(line for line in _lines(tombstone) if (line.tombstone, line.did) not in known)


def add(lines: Iterable[Line]) -> None:
    """Put these lines at the end of the list."""
    _append(lines)


def write_anew(more: Iterable[Line] = ()) -> None:
    """Make the whole list with the keys in use, after they were turned: the old ones may be let go.

    `more` is what other lists than the tombstones have to say.
    """
    draft = path().with_suffix(".part")
    draft.unlink(missing_ok=True)
    tombstones = (line for one in Tombstone.objects.order_by("at", "id") for line in _lines(one))
    _append(chain(tombstones, more), draft)
    if draft.exists():
        draft.replace(path())


def missing() -> list[Tombstone]:
    """Tombstones of which the list does not say everything: the disk was full, or the list was lost."""
    known = {(line.tombstone, line.did) for line in read()}
    stones = Tombstone.objects.order_by("at", "id")
    return [one for one in stones if any((line.tombstone, line.did) not in known for line in _lines(one))]


def read() -> list[Line]:
    """The list in its order; a line cut short by a power cut is passed over, for the tick writes it anew.

    Raises Refused for a line that was not signed with our keys.
    """
    try:
        written = path().read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [line for line in map(_read, written) if line]


def whom(lines: Iterable[Line]) -> dict[str, list[Any]]:
    """The records of this database that lines are about: {tombstone: ids}."""
    meant = {one: line.tombstone for line in lines for one in line.people}
    found: dict[str, list[Any]] = {}
    for pk in Person.objects.order_by("pk").values_list("pk", flat=True).iterator() if meant else ():
        for digest in sealing.keyed_hashes(str(pk), PURPOSE):
            if digest in meant:
                found.setdefault(meant[digest], []).append(pk)
    return found


def _lines(tombstone: Tombstone) -> Iterator[Line]:
    ids = [ref.partition(":")[2] for ref in tombstone.refs]
    people = [sealing.keyed_hash(one, PURPOSE) for one in ids]
    yield Line(str(tombstone.pk), tombstone.at.isoformat(), ERASED, people)
    if tombstone.lifted_at:
        yield Line(str(tombstone.pk), tombstone.lifted_at.isoformat(), LIFTED, [])


def _append(lines: Iterable[Line], to: Path | None = None) -> None:
    told = "".join(f"{json.dumps(asdict(one) | {'mac': _mac(one)})}\n" for one in lines)
    if not told:
        return
    place = to or path()
    with open(place, "ab", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        cut = file.tell() and place.read_bytes()[-1:] != b"\n"
        file.write(("\n" if cut else "").encode() + told.encode())
        file.flush()
        os.fsync(file.fileno())


def _read(written: str) -> Line | None:
    try:
        said = json.loads(written)
        mac, line = said.pop("mac"), Line(**said)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if not sealing.is_mac(mac, _told(line), PURPOSE, number=0):
        raise Refused(
            "registry.erased_list_altered",
            f"รายการคนที่ลบแล้ว ({NAME}) มีบรรทัดที่ไม่ได้เขียนด้วยกุญแจของระบบนี้ นำแฟ้มเดิมหรือกุญแจเดิมกลับมาก่อน",
            f"The list of erasures ({NAME}) has a line that was not written with this installation's keys; bring back"
            " the file, or the keys, it belongs to.",
        )
    return line


def _mac(line: Line) -> str:
    return sealing.mac(_told(line), PURPOSE)


def _told(line: Line) -> bytes:
    return json.dumps(asdict(line), sort_keys=True).encode()
