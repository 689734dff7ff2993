"""Deeds of the journal: record a deed, record a look, seal what is written."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connections, transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import looking
from sanam.domain.journal.models import Details, Entry, Seal
from sanam.domain.journal.rows import digest_of, mac_of, seal_digest, seal_line

LOOKS = "looks"
_SEALING = 0x5EA1
_BATCH = 5_000


def record(*, by: Actor, did: str, to: str, details: dict[str, Any] | None = None, because: str = "") -> Entry:
    """Write down a deed, inside the transaction that does it."""
    return _write(_entry(by, did, to, details or {}, because), details, using="default")


def record_many(*, by: Actor, did: str, to: Iterable[str], because: str = "") -> int:
    """Write down the same deed done to many things (an import); returns how many."""
    _share_the_seal("default")
    entries = [_entry(by, did, ref, {}, because) for ref in to]
    Entry.objects.bulk_create(entries, batch_size=_BATCH)
    return len(entries)


def look(*, by: Actor, at: str, did: str = "person.looked", because: str = "") -> Entry:
    """Write down a look before the page leaves, over a second connection that can only insert.

    Raises Refused when it cannot be written: no look written, no page.
    """
    try:
        with _only_inserting(LOOKS), transaction.atomic(using=LOOKS):
            return _write(_entry(by, did, at, {}, because), None, using=LOOKS)
    except DatabaseError:
        raise Refused(
            "journal.look_not_written",
            "ยังเปิดหน้านี้ไม่ได้ เพราะบันทึกการเปิดดูไม่สำเร็จ ลองอีกครั้งในอีกสักครู่",
            "This page stays closed for now: the look could not be recorded. Try again in a moment.",
            status=503,
        ) from None


@transaction.atomic
def seal(*, by: Actor) -> Seal | None:
    """Close every entry not yet under a seal, and give back the newest one; None while nothing was ever written.

    A seal is its own record, so `by` is not written a second time.
    """
    _take_the_seal()
    newest = Seal.objects.order_by("-number").first()
    rows = Entry.objects.filter(id__gt=newest.last if newest else 0).order_by("id")
    first = last = count = 0
    digest = hashlib.sha256((newest.digest if newest else "").encode())
    for entry in rows.iterator(_BATCH):
        digest.update(seal_line(entry))
        first, last, count = first or entry.id, entry.id, count + 1
    if not count:
        return newest
    number = newest.number + 1 if newest else 1
    return Seal.objects.create(
        number=number, first=first, last=last, count=count, digest=seal_digest(digest.digest()), at=clock.now()
    )


def _entry(by: Actor, did: str, to: str, details: dict[str, Any], because: str) -> Entry:
    salt = secrets.token_hex(16)
    entry = Entry(
        at=clock.now(),
        actor_kind=by.kind.value,
        actor_ref=by.ref,
        member_ref=by.member,
        via=by.via,
        did=did,
        to=to,
        because=because,
        salt=salt,
        digest=digest_of(salt, details),
    )
    entry.mac = mac_of(entry)
    return entry


def _write(entry: Entry, details: dict[str, Any] | None, *, using: str) -> Entry:
    _share_the_seal(using)
    entry.save(using=using, force_insert=True)
    if details:
        Details(entry=entry.id, values=details).save(using=using, force_insert=True)
    return entry


def _share_the_seal(using: str) -> None:
    # On PostgreSQL a lower number may be committed after a higher one; a seal waits for all who write.
    _lock(using, "pg_advisory_xact_lock_shared")


def _take_the_seal() -> None:
    _lock("default", "pg_advisory_xact_lock")


def _lock(using: str, function: str) -> None:
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [_SEALING])


@contextmanager
def _only_inserting(using: str) -> Iterator[None]:
    def guard(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        verb = sql.lstrip().split(None, 1)[0].upper()
        if verb not in {"INSERT", "BEGIN", "SAVEPOINT", "RELEASE", "SELECT"}:
            raise DatabaseError(f"the connection for looks only inserts, not {verb}")
        return execute(sql, params, many, context)

    token = looking.writing.set(True)
    try:
        with connections[using].execute_wrapper(guard):
            yield
    finally:
        looking.writing.reset(token)
