"""How entries come under a seal without anybody waiting: a moment to see what is settled, then the closing."""

from __future__ import annotations

from itertools import islice

from django.db import OperationalError, connection, transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import numbering
from sanam.domain.journal.checking import MOST_UNDER_A_SEAL, unsealed
from sanam.domain.journal.models import Entry, Seal
from sanam.domain.journal.reading import entries
from sanam.domain.journal.rows import hash_of, seal_digest


def close_settled() -> Seal | None:
    """Seal up to the last settled entry, a bounded range a seal; gives back the newest seal."""
    try:
        settled = _settled()
        while (settled or 0) > _end(newest := _newest()):
            if (made := _close(newest, settled or 0)) is None:
                break
            newest = made
    except OperationalError as failure:
        if "locked" not in str(failure):
            raise
        # SQLite's one write lock is taken by something long; the next minute comes
    return _newest()


def _settled() -> int | None:
    """The last entry before which no number can still arrive; None while somebody is writing."""
    if connection.vendor == "sqlite":
        return _last()  # whoever writes holds the one write lock, so what is seen is settled
    with transaction.atomic():  # lets go at once of what keeps writers away
        return _last() if numbering.nobody_writes() else None


@transaction.atomic
def _close(newest: Seal | None, settled: int) -> Seal | None:
    if not numbering.nobody_else_seals() or _end(_newest()) != _end(newest):
        return None
    end = _end(newest)
    rows = list(islice(entries(after=end, upto=settled), MOST_UNDER_A_SEAL))
    count, last, broken = unsealed(rows, end)
    if broken:
        raise Refused("journal.not_sealed", f"ยังไม่ปิดตรา: {broken.th}", f"Not sealed: {broken.en}", status=500)
    number = newest.number + 1 if newest else 1
    seal = Seal(number=number, first=int(rows[0][0]), last=last, count=count, at=clock.now())
    seal.digest = seal_digest(seal, newest.digest if newest else "", hash_of(rows))
    seal.save(force_insert=True)
    return seal


def _newest() -> Seal | None:
    return Seal.objects.order_by("-number").first()


def _end(seal: Seal | None) -> int:
    return seal.last if seal else 0


def _last() -> int | None:
    return Entry.objects.order_by("-id").values_list("id", flat=True).first()
