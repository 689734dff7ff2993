"""Reads of the journal, and the check that nothing in it was changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import OperationalError, connection
from django.db.models import Count, Max, Q, QuerySet

from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import checking, found
from sanam.domain.journal.found import Broken, Caution
from sanam.domain.journal.models import Details, Entry, Seal
from sanam.domain.journal.reading import entries, one_moment

SHORT = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the whole journal found; `head` is the digest of the newest seal that holds.

    `cautions` say what it cannot know from here.
    """

    entries: int
    seals: int
    head: str
    broken: Broken | None = None
    unsealed: int = 0
    cautions: tuple[Caution, ...] = ()

    @property
    def ok(self) -> bool:
        return self.broken is None

    def told(self) -> dict[str, Any]:
        """The verdict as plain words and numbers; what two copies of one journal have in common."""
        broken = asdict(self.broken) if self.broken else None
        return {
            "entries": self.entries,
            "seals": self.seals,
            "head": self.head,
            "unsealed": self.unsealed,
            "broken": broken,
        }


def looks_at(*things: str, before: int = 0, limit: int = 20) -> QuerySet[Entry]:
    """The newest looks at one thing, by all the references it ever had; `before` leaves out what came since."""
    looks = Entry.objects.filter(to__in=things, did__endswith=".looked")
    return (looks.filter(id__lt=before) if before else looks).order_by("-id")[:limit]


def looks_in_brief(*things: str) -> list[dict[str, object]]:
    """Who looked at one thing, by all its references, a row a seat, newest first.

    {actor_ref, actor_kind, times, last, in_need: how many of them in an emergency}
    """
    looks = Entry.objects.filter(to__in=things, did__endswith=".looked").values("actor_ref", "actor_kind")
    in_need = Count("id", filter=Q(because__startswith="emergency:"))
    counted = looks.annotate(times=Count("id"), last=Max("at"), in_need=in_need)
    return list(counted.order_by("-last", "actor_ref"))


def seen_by(seat: str, since: datetime, until: datetime) -> dict[str, tuple[int, datetime]]:
    """What a seat looked at in a span of time: {thing: (how many times, the last)}. Slow: it reads the whole span."""
    looks = Entry.objects.filter(actor_ref=seat, did__endswith=".looked", at__gte=since, at__lt=until)
    counted = looks.values("to").annotate(times=Count("id"), last=Max("at")).order_by("to")
    return {one["to"]: (one["times"], one["last"]) for one in counted}


def done_by(seat: str, did: str, since: datetime, until: datetime) -> int:
    """How many times a seat did a deed in a span of time."""
    return Entry.objects.filter(actor_ref=seat, did=did, at__gte=since, at__lt=until).count()


def times(thing: str, did: str, since: datetime) -> int:
    """How many times a deed was done to one thing since a moment."""
    return Entry.objects.filter(to=thing, did=did, at__gte=since).count()


def about(thing: str, limit: int = 50) -> QuerySet[Entry]:
    """The newest entries about one thing, looks apart."""
    return Entry.objects.filter(to=thing).exclude(did__endswith=".looked").order_by("-id")[:limit]


def told_about(things: Sequence[str]) -> list[tuple[Entry, dict[str, Any]]]:
    """Every entry about these things, looks apart, oldest first, with what was told beside it."""
    entries = list(Entry.objects.filter(to__in=things).exclude(did__endswith=".looked").order_by("id"))
    details = Details.objects.in_bulk([entry.id for entry in entries])
    return [(entry, details[entry.id].values if entry.id in details else {}) for entry in entries]


def telling_of(texts: Iterable[str]) -> list[int]:
    """Numbers of the entries whose details hold one of these texts; reads every detail there is."""
    found = Q(pk__in=[])
    for text in texts:
        # as the details keep it: JSON, in letters as they are
        found |= Q(text__contains=text)
    return list(Details.objects.filter(found).order_by("entry").values_list("entry", flat=True))


def seal_over(entry: int) -> Seal | None:
    """The one seal that closes an entry; None until there is one."""
    return Seal.objects.filter(first__lte=entry, last__gte=entry).order_by("number").first()


def verify(head: str = "") -> Verdict:
    """Re-compute every seal, digest and unsealed signature, streaming; `head` is one kept outside, or its first 12.

    Erased details are accepted where an entry says that they were; what stays says nothing of what they were.
    """
    if head and len(head) < SHORT:
        raise BadInput(
            "journal.head_too_short",
            f"หัวสายที่ให้มาสั้นเกินไป ใส่อย่างน้อย {SHORT} ตัวแรก",
            f"That head is too short to prove anything: give at least its first {SHORT} digits.",
        )
    with one_moment():
        return _verified(head.lower())


def _verified(head: str) -> Verdict:
    chain = checking.Chain(head)
    unsealed, broken = _first_broken(chain)
    if head and not chain.met:
        broken = broken or found.cut_tail(head)
    return Verdict(
        entries=Entry.objects.count(),
        seals=Seal.objects.count(),
        head=chain.head,
        broken=broken or checking.guards(),
        unsealed=unsealed,
        cautions=_cautions(head, unsealed),
    )


def _first_broken(chain: checking.Chain) -> tuple[int, Broken | None]:
    rows = entries()
    try:
        if broken := chain.follow(rows):
            return 0, broken
        unsealed, end, broken = checking.unsealed(rows, chain.end)
        return unsealed, broken or checking.last_is_there(end) or checking.details()
    except OperationalError as failure:  # SQLite keeps whatever bytes a forger calls text
        if "decode" not in str(failure):
            raise
        return 0, found.UNREADABLE


def _cautions(head: str, unsealed: int) -> tuple[Caution, ...]:
    blind = unsealed and connection.vendor == "postgresql"
    return (*(() if head else (found.WITHOUT_HEAD,)), *((found.unsealed(unsealed),) if blind else ()))
