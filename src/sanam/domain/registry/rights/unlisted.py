"""Names erased from a body's lists, on the same list outside backups: a backup that comes back erases them again.

The rows themselves say that they are gone; a line tells by a keyed hash which row it was, and nothing without the keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sanam.domain.foundation import clock, sealing
from sanam.domain.gatherings import forgetting
from sanam.domain.gatherings.asked import Gone
from sanam.domain.gatherings.models import Attendance, Eligible
from sanam.domain.registry.rights.ledger import PURPOSE, Line

UNLISTED = "unlisted"
Row = TypeVar("Row", Eligible, Attendance)


def lines() -> Iterator[Line]:
    """A line for every name that went because somebody asked for it."""
    return (_line(ref) for ref in _gone())


def missing(known: Iterable[Line]) -> list[Line]:
    """Lines the list lacks."""
    said = {line.tombstone for line in known if line.did == UNLISTED}
    return [_line(ref) for ref in _gone() if said.isdisjoint(sealing.keyed_hashes(ref, PURPOSE))]


def erase_again(known: Iterable[Line]) -> list[str]:
    """Erase in this database what the list says and it still has; gives the refs of the rows."""
    said = {line.tombstone for line in known if line.did == UNLISTED}
    if not said:
        return []
    eligible = _among(said, Eligible.objects.filter(off_at=None).order_by("pk").iterator())
    came = _among(said, Attendance.objects.filter(gone="").order_by("pk").iterator())
    for one in eligible:
        forgetting.as_asked(one)
    forgetting.comers([one.pk for one in came], Gone.ASKED)
    return [*(one.ref for one in eligible), *(one.ref for one in came)]


def _among(said: set[str], rows: Iterable[Row]) -> list[Row]:
    return [one for one in rows if not said.isdisjoint(sealing.keyed_hashes(one.ref, PURPOSE))]


def _gone() -> Iterator[str]:
    for pk in Eligible.objects.filter(gone=Gone.ASKED).order_by("pk").values_list("pk", flat=True):
        yield f"eligible:{pk}"
    for number in Attendance.objects.filter(gone=Gone.ASKED).order_by("pk").values_list("pk", flat=True):
        yield f"attendance:{number}"


def _line(ref: str) -> Line:
    return Line(sealing.keyed_hash(ref, PURPOSE), clock.now().isoformat(), UNLISTED, [])
