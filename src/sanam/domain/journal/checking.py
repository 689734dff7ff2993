"""The parts of `queries.verify`: along the seals, behind them, the details, and what guards the tables.

A seal that matches proves every row beneath it, so a row's own signature is recomputed only where no seal stands, or
where one fails and the row has to be named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import connection

from sanam.domain.journal import found
from sanam.domain.journal.found import Broken
from sanam.domain.journal.guards import missing
from sanam.domain.journal.models import Seal
from sanam.domain.journal.numbering import given_out
from sanam.domain.journal.reading import Row, entries, streamed
from sanam.domain.journal.rows import digest_of, hash_of, is_sealed, is_signed

MOST_UNDER_A_SEAL = 10_000
ERASED = "details.erased"
_TOLD = """SELECT d.entry, d.salt, d.text, e.digest
FROM journal_details d LEFT JOIN journal_entry e ON e.id = d.entry"""
_REMOVED = """SELECT e.id FROM journal_entry e LEFT JOIN journal_details d ON d.entry = e.id
WHERE e.digest <> '' AND d.entry IS NULL AND NOT EXISTS (
    SELECT 1 FROM journal_entry t WHERE t."to" = 'entry:' || e.id AND t.did = %s AND t.id > e.id)
ORDER BY e.id LIMIT 1"""
_BACK = """SELECT d.entry FROM journal_entry t JOIN journal_details d ON d.entry = CAST(substr(t."to", 7) AS bigint)
WHERE t.did = %s LIMIT 1"""


@dataclass(slots=True)
class Chain:
    """How far the seals were followed: the last entry and digest, and whether the wanted digest was met."""

    wanted: str
    end: int = 0
    head: str = ""
    met: bool = False

    def follow(self, rows: Iterator[Row]) -> Broken | None:
        """Take each seal's rows from the stream; the first seal that does not match is explained."""
        for number, seal in enumerate(Seal.objects.order_by("number").iterator(), start=1):
            if seal.number != number:
                return found.seal(number)
            if not _matches(seal, self.head, islice(rows, min(seal.count, MOST_UNDER_A_SEAL))):
                return self._explained(seal)
            self.end, self.head = seal.last, seal.digest
            self.met = self.met or seal.digest.startswith(self.wanted)
        return None

    def _explained(self, seal: Seal) -> Broken:
        count = 0
        for row in entries(after=self.end, upto=seal.last):
            if not is_signed(row):
                return found.changed_row(row[0])
            count += 1
        if count != seal.count:
            return found.miscounted(seal.first, seal.last, seal.count, count)
        return found.seal(seal.number)


def _matches(seal: Seal, previous: str, rows: Iterable[Row]) -> bool:
    try:
        return is_sealed(seal, previous, hash_of(rows))
    except (TypeError, AttributeError):  # SQLite lets a forger put bytes, or no moment at all, where they are not
        return False


def unsealed(rows: Iterable[Row], end: int) -> tuple[int, int, Broken | None]:
    """Every signature behind entry `end`: how many entries, the last number, and the first that is wrong."""
    count = 0
    for row in rows:
        if not is_signed(row):
            return count, end, found.changed_row(row[0])
        # SQLite hands out numbers without gaps; PostgreSQL loses one at every rollback
        if connection.vendor == "sqlite" and int(row[0]) != end + 1:
            return count, end, found.removed_row(end + 1)
        count, end = count + 1, int(row[0])
    return count, end, None


def last_is_there(end: int) -> Broken | None:
    """On SQLite: whether entry `end` is the last number that was ever given out."""
    return found.removed_row(end + 1) if connection.vendor == "sqlite" and given_out() > end else None


def details() -> Broken | None:
    """Whether each text is what its entry's digest was taken of, and each one gone has its tombstone."""
    for number, salt, text, digest in streamed(_TOLD):
        if digest_of(salt, text) != digest:
            return found.details(number)
    for (number,) in streamed(_REMOVED, [ERASED]):
        return found.details_removed(number)
    for (number,) in streamed(_BACK, [ERASED]):
        return found.details_back(number)
    return None


def guards() -> Broken | None:
    """Whether the triggers stand; whoever owns the database can lift them."""
    names = missing(connection)
    return found.unguarded(names) if names else None
