"""Facts: somebody saw that they hold, on a day, in a way."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Confirmation, Person
from sanam.domain.registry.permissions import check_can, check_sees
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.teams.words import Can


@transaction.atomic
def confirm(*, by: Actor, person: Person, fact: FactGroup, on: date, how: How) -> Confirmation:
    """Confirm that a fact group holds as of the day it was seen; an older day than the known one changes nothing.

    Whoever confirmed it before hears that somebody has been there since.
    """
    check_can(by, Can.CONFIRM_FACTS)
    check_sees(by, person)
    if on > clock.today():
        raise BadInput("registry.future", "วันที่ไปดูยังมาไม่ถึง ลองดูอีกครั้ง", "That day has not come yet; look again.")
    before = Confirmation.objects.filter(person=person, fact=fact).first()
    if before and before.on > on:
        return before
    confirmed, _ = Confirmation.objects.update_or_create(
        person=person,
        fact=fact,
        defaults={"on": on, "how": how, "seat_ref": by.ref, "by_label": by.label},
    )
    journal.record(by=by, did="fact.confirmed", to=person.ref, details={"fact": fact, "on": on.isoformat()})
    if before and before.seat_ref != by.ref:
        notices.tell(
            by=by,
            seat=before.seat_ref,
            kind="fact.confirmed",
            about=person.ref,
            th=f"{by.label} ไปถาม{fact.th}ของ{person.full_name}ต่อจากเรา",
            en=f"{by.in_english} asked again about {fact.en} of {person.name} after us.",
            path=f"/people/{person.pk}/",
        )
    return confirmed
