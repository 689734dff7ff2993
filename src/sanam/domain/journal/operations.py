"""Deeds of the journal: record a deed, record a look, erase details, seal what is written."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, InterfaceError, connections, transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import looking, numbering
from sanam.domain.journal.checking import ERASED
from sanam.domain.journal.models import Details, Entry, Seal
from sanam.domain.journal.rows import canonical, clean, digest_of, mac_of, row_of
from sanam.domain.journal.sealer import close_settled

LOOKS = "looks"
ERASE = "journal.erase_details"
_BATCH = 5_000
_MARKS = ("BEGIN", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


def record(*, by: Actor, did: str, to: str, details: dict[str, Any] | None = None, because: str = "") -> Entry:
    """Write down a deed, inside the transaction that does it; TransactionManagementError where there is none."""
    return _write(by, did, to, details or {}, because, using="default")


def record_many(*, by: Actor, did: str, to: Iterable[str], because: str = "") -> int:
    """Write down the same deed done to many things (an import); returns how many."""
    things = list(to)
    numbers = numbering.draw("default", len(things))
    entries = (_entry(number, by, did, ref, "", because) for number, ref in zip(numbers, things, strict=True))
    return len(Entry.objects.bulk_create(entries, batch_size=_BATCH))


def look(*, by: Actor, at: str, did: str = "person.looked", because: str = "") -> Entry:
    """Write down a look before the page leaves, over a second connection that can only insert.

    Raises Refused when it cannot be written: no look written, no page.
    """
    try:
        with _only_inserting(LOOKS), transaction.atomic(using=LOOKS):
            return _write(by, did, at, {}, because, using=LOOKS)
    except (DatabaseError, InterfaceError):
        raise Refused(
            "journal.look_not_written",
            "ยังเปิดหน้านี้ไม่ได้ เพราะบันทึกการเปิดดูไม่สำเร็จ ลองอีกครั้งในอีกสักครู่",
            "This page stays closed for now: the look could not be recorded. Try again in a moment.",
            status=503,
        ) from None


@transaction.atomic
def erase_details(*, by: Actor, because: str, entries: Sequence[int] = (), to: str = "") -> list[int]:
    """Erase what was told beside these entries, or beside all entries about one thing; gives back their numbers.

    Each leaves a tombstone, an entry about "entry:N", without which the database lets nothing go. What has no
    details, or none any more, is passed over. Raises NotAllowed, and BadInput without a reason.
    """
    if not by.may(ERASE):
        raise NotAllowed("journal.may_not_erase", "ที่นั่งนี้ลบรายละเอียดในสมุดไม่ได้", "This seat may not erase details.")
    if not because.strip():
        raise BadInput("journal.erase_why", "บอกเหตุผลที่ลบสักนิด", "Please say why the details are erased.")
    about = Entry.objects.filter(to=to).values("id") if to else list(entries)
    gone = list(Details.objects.filter(entry__in=about).order_by("entry").values_list("entry", flat=True))
    record_many(by=by, did=ERASED, to=[f"entry:{number}" for number in gone], because=because)
    Details.objects.filter(entry__in=gone).delete()
    return gone


def seal(*, by: Actor) -> Seal | None:
    """Close every settled entry not yet under a seal, and give back the newest seal; None while there is none.

    Gives up politely when somebody is writing or sealing just then: nobody waits, and the next minute comes. Raises
    Refused before an entry that is not as it was written. A seal is its own record, so `by` is not written again.
    """
    return close_settled()


def _write(by: Actor, did: str, to: str, details: dict[str, Any], because: str, *, using: str) -> Entry:
    (number,) = numbering.draw(using, 1)
    salt, text = (secrets.token_hex(16), canonical(details)) if details else ("", "")
    entry = _entry(number, by, did, to, digest_of(salt, text) if details else "", because)
    entry.save(using=using, force_insert=True)
    if details:
        Details(entry=number, salt=salt, text=text).save(using=using, force_insert=True)
    return entry


def _entry(number: int, by: Actor, did: str, to: str, digest: str, because: str) -> Entry:
    entry = Entry(
        id=number,
        at=clock.now(),
        actor_kind=by.kind.value,
        actor_ref=clean(by.ref),
        member_ref=clean(by.member),
        via=clean(by.via),
        did=clean(did),
        to=clean(to),
        because=clean(because),
        digest=digest,
    )
    entry.mac = mac_of(row_of(entry))
    return entry


@contextmanager
def _only_inserting(using: str) -> Iterator[None]:
    """Let through a row for the journal, the marks of its transaction, and the drawing of its number."""

    def guard(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if sql != numbering.DRAW and not sql.startswith(('INSERT INTO "journal_entry" ', *_MARKS)):
            raise DatabaseError(f"the connection for looks only inserts, not {sql.split(None, 1)[0]}")
        return execute(sql, params, many, context)

    token = looking.writing.set(True)
    try:
        with connections[using].execute_wrapper(guard):
            yield
    finally:
        looking.writing.reset(token)
