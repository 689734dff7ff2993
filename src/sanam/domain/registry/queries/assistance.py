"""Assistance: who gave a person what, what alike they had lately, and where givers overlap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry import access
from sanam.domain.registry.models import Assistance, Person
from sanam.domain.registry.permissions import can_change_note, check_beyond_consent, check_sees_field, not_here
from sanam.domain.registry.queries.cards import person
from sanam.domain.registry.queries.keyset import Order, beyond, mark
from sanam.domain.registry.words import Help, Stands

LATELY = 1
"""Years in which a second gift of one kind is worth a word with the first giver."""


@dataclass(frozen=True, slots=True)
class Gift:
    """One thing received: whether this mandate shows its words, and whether this seat may change it."""

    row: Assistance
    words_shown: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class Assisted:
    """A person, what they received (newest first), and what was corrected or withdrawn since."""

    person: Person
    gifts: list[Gift]
    history: list[Gift]


@dataclass(frozen=True, slots=True)
class Overlap:
    """A person who lately had one kind of help from more than one giver, and each of those gifts."""

    person: Person
    kind: Help
    gifts: list[Assistance]
    mark: str = ""


def assisted(actor: Actor, person_id: str) -> Assisted:
    """What one person received, as far as this actor's mandate shows it; raises NotHere and NotAllowed."""
    who = person(actor, person_id)
    check_beyond_consent(actor, who)
    check_sees_field(actor, Privacy.PERSONAL)
    rows = [_gift(actor, one) for one in _newest_first(Assistance.objects.filter(person=who))]
    standing = [one for one in rows if one.row.lasts]
    return Assisted(who, standing, [one for one in rows if not one.row.lasts])


def alike(actor: Actor, who: Person, kind: str, on: PartialDate, but: Assistance | None = None) -> list[Assistance]:
    """What of the same kind this person had in the year before a day or since, newest first; for who notes more."""
    if not (actor.sees(Privacy.PERSONAL) and access.sees(actor, who)):
        return []
    same = Assistance.objects.filter(person=who, kind=kind, stands=Stands.STANDS).filter(_since(_year_before(on)))
    return list(_newest_first(same.exclude(pk=but.pk) if but else same))


def one_gift(actor: Actor, assistance_id: int) -> Assistance:
    """One thing received by somebody this actor sees; raises NotHere for any other."""
    here = (
        Assistance.objects.filter(access.names_seen(actor, "person")) if _may_read(actor) else Assistance.objects.none()
    )
    found = here.filter(id=assistance_id).select_related("person", "giver").first()
    if found is None:
        raise not_here()
    return found


def overlaps(actor: Actor, area: str = "", limit: int | None = None, after: str = "") -> list[Overlap]:
    """People this actor sees who had one kind of help from two givers or more within a year, by name.

    `after` is the mark of the line the last page ended with."""
    found = _pairs(actor, area, after).order_by(*(name for name, _ in _OVERLAPS))[:limit]
    pairs = {(one["person"], one["kind"]): mark(one, _OVERLAPS) for one in found}
    gifts: dict[tuple[object, str], list[Assistance]] = {pair: [] for pair in pairs}
    rows = _lately().filter(person__in={who for who, _ in pairs}).select_related("giver", "person__household")
    for row in rows.order_by("-on", "-id"):
        if (row.person_id, row.kind) in pairs:
            gifts[row.person_id, row.kind].append(row)
    return [Overlap(some[0].person, Help(pair[1]), some, pairs[pair]) for pair, some in gifts.items()]


def overlaps_in_all(actor: Actor, area: str = "") -> int:
    """How many such lines there are."""
    return _pairs(actor, area).count()


_OVERLAPS: Order = (("person__sort_key", str), ("person", UUID), ("kind", str))


def _pairs(actor: Actor, area: str, after: str = "") -> QuerySet[Assistance, dict[str, Any]]:
    """People and the kinds of help they lately had from several givers."""
    people = access.in_use(actor).filter(area_code__startswith=area, life="alive")
    here = _lately().filter(beyond(_OVERLAPS, after), person__in=people) if _may_read(actor) else _lately().none()
    told = here.order_by().values("person__sort_key", "person", "kind")
    return told.annotate(givers=Count("giver_key", distinct=True)).filter(givers__gt=1)


def _lately() -> QuerySet[Assistance]:
    return Assistance.objects.filter(stands=Stands.STANDS).filter(_since(_year_before(_today())))


def _may_read(actor: Actor) -> bool:
    """What others gave is more than a consent opens."""
    return actor.sees(Privacy.PERSONAL) and actor.mandate.reach is not Reach.SHARED


def _gift(actor: Actor, row: Assistance) -> Gift:
    shown = actor.sees(Privacy.SENSITIVE) or row.by_ref == actor.ref
    return Gift(row, shown, row.lasts and can_change_note(actor, row))


def _newest_first(rows: QuerySet[Assistance]) -> QuerySet[Assistance]:
    return rows.select_related("giver").order_by("-on", "-id")


def _today() -> PartialDate:
    return PartialDate.from_date(clock.today())


def _year_before(on: PartialDate) -> date:
    day = on.earliest()
    # the last of February has no day a year before it in three years of four
    return day.replace(year=day.year - LATELY, day=min(day.day, 28))


def _since(day: date) -> Q:
    """On or after a day; a date of which only the month or the year is known counts where it may be so."""
    iso = day.isoformat()
    return Q(on__gte=iso) | Q(on__in=(iso[:4], iso[:7]))
