"""Merges: two records found to be of one person joined, and parted again when that was wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.registry.merging import choosing, joining, news, parting
from sanam.domain.registry.merging import since as happened
from sanam.domain.registry.merging.choosing import Line
from sanam.domain.registry.merging.ledger import Ledger
from sanam.domain.registry.merging.rules import GONE, KEPT, Pair
from sanam.domain.registry.merging.since import Later
from sanam.domain.registry.models import Merge, Person
from sanam.domain.registry.permissions import check_can, check_can_part, check_sees, check_sees_field
from sanam.domain.registry.policies.joining import check_last_merge, check_two_people
from sanam.domain.teams.words import Can


@transaction.atomic
def merge(*, by: Actor, kept: Person, gone: Person, reason: str, chosen: Mapping[str, str] | None = None) -> Merge:
    """Join two records of one person: `gone` leads to `kept` from now on, and can be parted from it again.

    `chosen` says field by field whose word holds, "kept" or "gone"; unsaid, what was seen last does, then the file
    that wins. Raises BadInput where the two differ in what may mean two people and nobody chose.
    """
    check_can(by, Can.MERGE_PEOPLE)
    check_sees(by, kept)
    check_sees(by, gone)
    check_two_people(kept, gone)
    why = _reason(reason, "บอกสักนิดว่ารู้ได้อย่างไรว่าคนเดียวกัน", "Say in a few words how you know they are one person.")
    kept, gone = _held(kept, gone)
    told = choosing.lines(kept, gone)
    pair = Pair(kept, gone, _sides(by, told, chosen or {}), frozenset(chosen or {}), clock.today())
    known, now = news.close_to(kept, gone), clock.now()
    ledger = joining.join(by, pair, told, why, now)
    merged = Merge.objects.create(
        kept=kept, gone=gone, at=now, by_ref=by.ref, by_label=by.label, reason=why, sealed=ledger.seal()
    )
    journal.record(by=by, did="person.merged", to=kept.ref, details={"merge": str(merged.pk), "gone": str(gone.pk)})
    journal.record(by=by, did="person.merged_away", to=gone.ref, details={"merge": str(merged.pk)})
    news.tell_joined(by, known)
    return merged


@transaction.atomic
def unmerge(*, by: Actor, merge: Merge, reason: str) -> tuple[Merge, list[Later]]:
    """Part two records joined by mistake: each is what it was, if nothing happened in between.

    What did happen stays with the record that lived on, and is given back as a list, kept with the merge too.
    """
    check_can(by, Can.MERGE_PEOPLE)
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    check_can_part(by, merge)
    check_last_merge(merge)
    why = _reason(reason, "บอกสักนิดว่ารู้ได้อย่างไรว่าคนละคน", "Say in a few words how you know they are two people.")
    kept, gone = _held(merge.kept, merge.gone)
    known = news.close_to(kept)
    later = parting.part(Ledger.unseal(bytes(merge.sealed or b"")), kept, gone)
    merge.sealed, merge.sealed_since = None, happened.seal(later)
    merge.undone_at, merge.undone_because = clock.now(), why
    merge.undone_by_ref, merge.undone_by_label = by.ref, by.label
    merge.save()
    for one in (kept, gone):
        journal.record(by=by, did="person.parted", to=one.ref, details={"merge": str(merge.pk), "later": len(later)})
    news.tell_parted(by, known)
    return merge, later


def _held(kept: Person, gone: Person) -> tuple[Person, Person]:
    """Both records as they are now, held in one order whoever asks, so that two merges never wait for each other."""
    held = Person.objects.select_for_update(of=("self",)).select_related("household").order_by("pk")
    both = {one.pk: one for one in held.filter(pk__in=[kept.pk, gone.pk])}
    return both[kept.pk], both[gone.pk]


def _reason(said: str, th: str, en: str) -> str:
    if not said.strip():
        raise BadInput("registry.no_reason", th, en)
    return said.strip()[:300]


def _sides(by: Actor, told: Iterable[Line], chosen: Mapping[str, str]) -> dict[str, str]:
    """Whose word holds, by field: what was chosen, else what holds by itself."""
    told = list(told)
    if open_still := [line.field for line in told if line.grave and chosen.get(line.field) not in (KEPT, GONE)]:
        raise BadInput(
            "registry.must_choose",
            "เพศ เลขบัตร หรือสถานะไม่ตรงกัน อาจเป็นคนละคน ดูให้แน่แล้วเลือกก่อนว่าค่าไหนจริง",
            "Sex, national ID or status differ, so they may be two people: make sure, and choose which value is true.",
            details={"fields": open_still},
        )
    sides = {line.field: line.side for line in told}
    for name, side in chosen.items():
        if sides.get(name) in (None, side):
            continue
        if side not in (KEPT, GONE):
            raise BadInput("registry.side", "เลือกจากสองบันทึกที่มี", "Choose one of the two records.")
        if name != "national_id":
            check_sees_field(by, Person.privacy.get("prefix" if name == "household_id" else name, Privacy.PERSONAL))
        sides[name] = side
    return sides
