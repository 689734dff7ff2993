"""Facts: somebody saw that they hold, on a day, in a way; and a slip of the thumb is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Confirmation, Person
from sanam.domain.registry.permissions import check_can, check_sees, check_sees_field
from sanam.domain.registry.words import MARKED, FactGroup, How
from sanam.domain.teams.words import Can

_KEPT = ("on", "how", "seat_ref", "by_label")


@transaction.atomic
def confirm(*, by: Actor, person: Person, fact: FactGroup, on: date, how: How) -> Confirmation:
    """Confirm that a fact group holds as of the day it was seen; an older day than the known one changes nothing.

    Whoever confirmed it before hears that somebody has been there since.
    """
    (confirmed,) = confirm_many(by=by, person=person, facts=[fact], on=on, how=how)
    return confirmed


@transaction.atomic
def confirm_many(*, by: Actor, person: Person, facts: Sequence[FactGroup], on: date, how: How) -> list[Confirmation]:
    """Confirm what one visit or call found to hold still, as one deed; gives back what stands, in the order asked."""
    _check(by, person, facts)
    if on > clock.today():
        raise BadInput("registry.future", "วันที่ไปดูยังมาไม่ถึง ลองดูอีกครั้ง", "That day has not come yet; look again.")
    before = _standing(person, facts)
    newer = [fact for fact in facts if _adds(before.get(fact), by, on, how)]
    now = {fact: _seen(by, person, fact, on, how, before.get(fact)) for fact in newer}
    if newer:
        journal.record(by=by, did="fact.confirmed", to=person.ref, details=_told(newer) | {"on": on.isoformat()})
    _tell_who_was_there_before(by, person, {fact: before[fact] for fact in newer if fact in before})
    return [now.get(fact) or before[fact] for fact in facts]


@transaction.atomic
def take_back(*, by: Actor, person: Person, facts: Sequence[FactGroup]) -> list[FactGroup]:
    """Take back what this seat confirmed today by mistake: what stood before stands again.

    Only today and only one's own: what somebody else saw, or saw earlier, is not a slip. Gives back what was undone.
    """
    _check(by, person, facts)
    standing = _standing(person, facts)
    today = clock.today()
    ours = [one for one in standing.values() if one.seat_ref == by.ref and one.at and _day(one.at) == today]
    if not ours:
        raise Refused(
            "registry.nothing_to_take_back",
            "ไม่มีอะไรให้เอากลับ ที่นั่งนี้เอากลับได้เฉพาะที่ยืนยันเองวันนี้",
            "There is nothing to take back: a seat takes back only what it confirmed itself today.",
            status=409,
        )
    for one in ours:
        _put_back(one)
    undone = [FactGroup(one.fact) for one in ours]
    journal.record(by=by, did="fact.taken_back", to=person.ref, details=_told(undone))
    return undone


def _check(by: Actor, person: Person, facts: Sequence[FactGroup]) -> None:
    check_can(by, Can.CONFIRM_FACTS)
    check_sees(by, person)
    for mark in {MARKED[fact] for fact in facts if fact in MARKED}:
        check_sees_field(by, mark)


def _standing(person: Person, facts: Sequence[FactGroup]) -> dict[FactGroup, Confirmation]:
    found = Confirmation.objects.select_for_update().filter(person=person, fact__in=list(facts)).order_by("id")
    return {FactGroup(one.fact): one for one in found}


def _adds(before: Confirmation | None, by: Actor, on: date, how: How) -> bool:
    """Whether there is anything new in it: an older day is not, nor is the same button pressed twice."""
    return before is None or before.on < on or (before.on == on and (before.seat_ref, before.how) != (by.ref, how))


def _seen(by: Actor, person: Person, fact: FactGroup, on: date, how: How, before: Confirmation | None) -> Confirmation:
    kept = {"before": _as_kept(before), "at": clock.now()}
    values = {"on": on, "how": how, "seat_ref": by.ref, "by_label": by.label} | kept
    confirmed, _ = Confirmation.objects.update_or_create(person=person, fact=fact, defaults=values)
    return confirmed


def _as_kept(before: Confirmation | None) -> dict[str, Any]:
    if before is None:
        return {}
    return {name: str(getattr(before, name)) for name in _KEPT}


def _put_back(one: Confirmation) -> None:
    if not one.before:
        one.delete()
        return
    kept = one.before | {"on": date.fromisoformat(one.before["on"])}
    for name in _KEPT:
        setattr(one, name, kept[name])
    one.before, one.at = {}, None
    one.save()


def _told(facts: Sequence[FactGroup]) -> dict[str, Any]:
    return {"fact": facts[0].value} if len(facts) == 1 else {"facts": [fact.value for fact in facts]}


def _tell_who_was_there_before(by: Actor, person: Person, before: dict[FactGroup, Confirmation]) -> None:
    for seat in sorted({one.seat_ref for one in before.values()} - {by.ref}):
        facts = [fact for fact, one in before.items() if one.seat_ref == seat]
        th, en = "และ".join(fact.th for fact in facts), " and ".join(fact.en for fact in facts)
        notices.tell(
            by=by,
            seat=seat,
            kind="fact.confirmed",
            about=person.ref,
            th=f"{by.label} ไปถาม{th}ของ{person.full_name}ต่อจากเรา",
            en=f"{by.in_english} asked again about {en} of {person.name} after us.",
            path=f"/people/{person.pk}/",
        )


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.BANGKOK).date()
