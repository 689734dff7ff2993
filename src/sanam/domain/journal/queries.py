"""Reads of the journal, and the check that nothing in it was changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from django.db import connection
from django.db.models import Count, Max, QuerySet

from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal.models import Details, Entry, Seal
from sanam.domain.journal.rows import digest_of, mac_of, seal_digest, seal_line

_BATCH = 5_000
SHORT = 12


@dataclass(frozen=True, slots=True)
class Broken:
    """The first thing that is not as it was written: a short code, where, and a sentence in each language."""

    what: str
    where: str
    th: str
    en: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the whole journal found; `head` is the digest of the newest seal."""

    entries: int
    seals: int
    head: str
    broken: Broken | None = None

    @property
    def ok(self) -> bool:
        return self.broken is None


def looks_at(thing: str, limit: int = 20) -> QuerySet[Entry]:
    """The newest looks at one thing."""
    return Entry.objects.filter(to=thing, did__endswith=".looked").order_by("-id")[:limit]


def looks_in_brief(thing: str) -> list[dict[str, object]]:
    """Who looked at one thing, a row a seat: {actor_ref, actor_kind, times, last}, newest first."""
    found = Entry.objects.filter(to=thing, did__endswith=".looked").values("actor_ref", "actor_kind")
    return list(found.annotate(times=Count("id"), last=Max("at")).order_by("-last", "actor_ref"))


def about(thing: str, limit: int = 50) -> QuerySet[Entry]:
    """The newest entries about one thing, looks apart."""
    return Entry.objects.filter(to=thing).exclude(did__endswith=".looked").order_by("-id")[:limit]


def verify(head: str = "") -> Verdict:
    """Re-compute every signature, digest and seal, streaming; `head` is a digest kept outside, or its first 12.

    Erased details are accepted: their digest stays, and says nothing of what it was taken of.
    """
    if head and len(head) < SHORT:
        raise BadInput(
            "journal.head_too_short",
            f"หัวสายที่ให้มาสั้นเกินไป ใส่อย่างน้อย {SHORT} ตัวแรก",
            f"That head is too short to prove anything: give at least its first {SHORT} digits.",
        )
    verdict = Verdict(Entry.objects.count(), Seal.objects.count(), "")
    digests: list[str] = []
    for found in _seals(digests):
        return replace(verdict, head=digests[-1] if digests else "", broken=found)
    verdict = replace(verdict, head=digests[-1] if digests else "")
    if broken := _unsealed() or _details():
        return replace(verdict, broken=broken)
    if head and not any(digest.startswith(head.lower()) for digest in digests):
        return replace(
            verdict,
            broken=Broken(
                "cut_tail",
                f"head {head[:12]}",
                "ไม่พบหัวสายที่เก็บไว้ข้างนอก ท้ายสมุดถูกตัดหรือถูกเขียนใหม่",
                "The head kept outside is not in the chain: the tail was cut, or written anew.",
            ),
        )
    return verdict


def _seals(digests: list[str]) -> Iterator[Broken]:
    end, previous = 0, ""
    for number, seal in enumerate(Seal.objects.order_by("number").iterator(), start=1):
        digest, count = hashlib.sha256(previous.encode()), 0
        for entry in Entry.objects.filter(id__gt=end, id__lte=seal.last).order_by("id").iterator(_BATCH):
            if entry.mac != mac_of(entry):
                yield _changed(entry)
            digest.update(seal_line(entry))
            count += 1
        if count != seal.count:
            yield _miscounted(seal, count)
        if seal.number != number or seal_digest(digest.digest()) != seal.digest:
            yield Broken(
                "seal",
                f"seal {seal.number}",
                f"ตราที่ {seal.number} ไม่ตรงกับรายการที่ปิดไว้",
                f"Seal {seal.number} does not match what it closed.",
            )
        end, previous = seal.last, seal.digest
        digests.append(seal.digest)


def _unsealed() -> Broken | None:
    newest = Seal.objects.order_by("-number").first()
    end = newest.last if newest else 0
    for entry in Entry.objects.filter(id__gt=end).order_by("id").iterator(_BATCH):
        if entry.mac != mac_of(entry):
            return _changed(entry)
        if connection.vendor == "sqlite" and entry.id != end + 1:
            return _missing(end + 1)
        end = entry.id
    return _missing(end + 1) if _given_out() > end else None


def _given_out() -> int:
    # SQLite hands out numbers without gaps and remembers the last; PostgreSQL loses one at every rollback
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [Entry._meta.db_table])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _missing(number: int) -> Broken:
    return Broken(
        "removed_row",
        f"entry {number}",
        f"รายการที่ {number} หายไป",
        f"Entry {number} is missing.",
    )


def _details() -> Broken | None:
    rows = Details.objects.order_by("entry").values_list("entry", "values").iterator(_BATCH)
    while batch := list(islice(rows, _BATCH)):
        written = Entry.objects.filter(id__gte=batch[0][0], id__lte=batch[-1][0]).order_by("id")
        digests = {id: (salt, digest) for id, salt, digest in written.values_list("id", "salt", "digest")}
        for number, values in batch:
            salt, digest = digests.get(number, ("", ""))
            if digest_of(salt, values) != digest:
                return Broken(
                    "details",
                    f"entry {number}",
                    f"รายละเอียดของรายการที่ {number} ถูกแก้",
                    f"The details of entry {number} were changed.",
                )
    return None


def _changed(entry: Entry) -> Broken:
    return Broken(
        "changed_row",
        f"entry {entry.id}",
        f"รายการที่ {entry.id} ถูกแก้หลังเขียน",
        f"Entry {entry.id} was changed after it was written.",
    )


def _miscounted(seal: Seal, count: int) -> Broken:
    what = "removed_row" if count < seal.count else "added_row"
    return Broken(
        what,
        f"entries {seal.first}-{seal.last}",
        f"ช่วงรายการ {seal.first} ถึง {seal.last} ควรมี {seal.count} รายการ แต่พบ {count}",
        f"Entries {seal.first} to {seal.last} should number {seal.count}; {count} were found.",
    )
