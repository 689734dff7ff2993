"""The row of the journal: its whole check, against hashing the same bytes, which lie ready in memory.

    python -m benchmarks.verify 500000

Half of the entries told something. `read` is a second limit: the same columns fetched by one plain statement each,
and hashed in the same pieces; no check written in Python can do with less. Run once a database, as `first_rows` is.
"""

from __future__ import annotations

import hashlib
import json
import resource
import secrets
import sys
from collections.abc import Iterator

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from benchmarks.first_rows import against  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION  # noqa: E402
from sanam.domain.journal import numbering, queries  # noqa: E402
from sanam.domain.journal import operations as journal  # noqa: E402
from sanam.domain.journal.models import Details, Entry  # noqa: E402
from sanam.domain.journal.rows import canonical, digest_of  # noqa: E402

CHUNK, UNDER_A_SEAL = 5_000, 10_000
ENTRIES = """SELECT CAST(id AS text), CAST("at" AS text), actor_kind, actor_ref, member_ref, via, did, "to", because,
digest, mac FROM journal_entry ORDER BY journal_entry.id"""
DETAILS = "SELECT salt, text FROM journal_details"


def write(count: int) -> None:
    """What `record` would write, a chunk at once: every second entry told something; and the seals."""
    for start in range(0, count, CHUNK):
        with transaction.atomic():
            numbers = numbering.draw("default", min(CHUNK, count - start))
            told = {n: (secrets.token_hex(16), canonical({"fields": ["phone"], "n": n})) for n in numbers[1::2]}
            Entry.objects.bulk_create(entry(n, digest_of(*told[n]) if n in told else "") for n in numbers)
            Details.objects.bulk_create(Details(entry=n, salt=salt, text=text) for n, (salt, text) in told.items())
    journal.seal(by=INSTALLATION)


def entry(number: int, digest: str) -> Entry:
    return journal._entry(number, INSTALLATION, "person.corrected", f"person:{number:032x}", digest, "")


def pieces(statement: str, size: int) -> Iterator[bytes]:
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while rows := cursor.fetchmany(size):
            yield "\x1e".join(map("\x1f".join, rows)).encode()


def hash_all(*sources: Iterator[bytes] | list[bytes]) -> None:
    for source in sources:
        for piece in source:
            hashlib.sha256(piece).hexdigest()


def told() -> Iterator[bytes]:
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(DETAILS)
        while rows := cursor.fetchmany(2_000):
            yield from (f"{salt}\n{text}".encode() for salt, text in rows)


def main(count: int) -> None:
    call_command("migrate", verbosity=0)
    write(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    verdict = queries.verify()
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    if not verdict.ok:
        sys.exit(str(verdict))
    ready = list(pieces(ENTRIES, UNDER_A_SEAL)), list(told())
    rows = {
        "verify": against(queries.verify, lambda: hash_all(*ready), runs=5),
        "verify_read": against(queries.verify, lambda: hash_all(pieces(ENTRIES, UNDER_A_SEAL), told()), runs=5),
    }
    size = sum(map(len, ready[0])) + sum(map(len, ready[1]))
    told_of = {"entries": count, "mib": round(size / 2**20), "memory_grew_kib": grown}
    print(json.dumps({"database": connection.vendor, **told_of, "rows": rows}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
