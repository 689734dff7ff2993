"""Assistance: what somebody received is noted, corrected with its history, withdrawn with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.text import search_key
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import Assistance, Person
from sanam.domain.registry.permissions import can_change_note, check_can, check_sees, check_sees_field
from sanam.domain.registry.words import Help, How, Stands
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Received:
    """What came, from whom (one of our organisations by id, or a name), when, and how we know."""

    kind: Help
    on: PartialDate
    organisation: str = ""
    outsider: str = ""
    words: str = ""
    amount: Decimal | None = None
    unit: str = ""
    source: How = How.TOLD


@transaction.atomic
def note(*, by: Actor, person: Person, received: Received) -> Assistance:
    """Note what a person received. Whoever may confirm facts may note it; something alike is no hindrance."""
    check_can(by, Can.CONFIRM_FACTS)
    check_sees(by, person)
    check_sees_field(by, Privacy.PERSONAL)
    noted = _row(by, person, received)
    noted.save(force_insert=True)
    journal.record(by=by, did="assistance.noted", to=person.ref, details={"kind": noted.kind, "row": noted.pk})
    return noted


@transaction.atomic
def correct(*, by: Actor, assistance: Assistance, received: Received, because: str = "") -> Assistance:
    """Say anew what was received; what was said before stays in the history. Raises Refused when it stands no more."""
    before = _still_standing(by, assistance)
    before.stands, before.because = Stands.CORRECTED, because.strip()[:200]
    before.save(update_fields=["stands", "because"])
    noted = _row(by, before.person, received)
    noted.replaces = before
    noted.save(force_insert=True)
    details = {"kind": noted.kind, "row": noted.pk, "replaces": before.pk}
    journal.record(by=by, did="assistance.corrected", to=before.person.ref, details=details)
    return noted


@transaction.atomic
def withdraw(*, by: Actor, assistance: Assistance, because: str) -> Assistance:
    """Say that it was never received, and why it was noted; it stays in the history and counts no more."""
    before = _still_standing(by, assistance)
    if not because.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    before.stands, before.because = Stands.WITHDRAWN, because.strip()[:200]
    before.save(update_fields=["stands", "because"])
    journal.record(by=by, did="assistance.withdrawn", to=before.person.ref, details={"row": before.pk})
    return before


def _still_standing(by: Actor, assistance: Assistance) -> Assistance:
    """The row as it is now, held until the deed is done."""
    check_can(by, Can.CONFIRM_FACTS)
    check_sees(by, assistance.person)
    check_sees_field(by, Privacy.PERSONAL)
    if not can_change_note(by, assistance):
        raise NotAllowed(
            "registry.not_your_note",
            "บันทึกนี้ที่นั่งอื่นเป็นผู้จด ให้ผู้จดหรือผู้ดูแลทะเบียนแก้",
            "Another seat noted this; whoever noted it or the registrar can change it.",
        )
    now = Assistance.objects.select_for_update().get(pk=assistance.pk)
    if not now.lasts:
        raise Refused(
            "registry.no_longer_stands",
            "บันทึกนี้ถูกแก้หรือถอนไปแล้ว ดูบันทึกล่าสุดก่อน",
            "This note was corrected or withdrawn meanwhile; look at the newest one first.",
        )
    return now


def _row(by: Actor, person: Person, received: Received) -> Assistance:
    _check(received)
    giver = teams.organisation(received.organisation) if received.organisation else None
    outsider = " ".join(received.outsider.split())
    if (giver is None) == (not outsider):
        raise BadInput(
            "registry.giver",
            "เลือกหน่วยงานผู้ให้ หรือเขียนชื่อผู้ให้ อย่างใดอย่างหนึ่ง",
            "Choose the organisation that gave, or write the giver's name; one of the two.",
        )
    return Assistance(
        person=person,
        kind=received.kind,
        words=received.words.strip(),
        amount=received.amount,
        unit=received.unit.strip(),
        giver=giver,
        giver_name=outsider,
        giver_key=f"organisation:{giver.pk}" if giver else search_key(outsider),
        on=received.on.iso(),
        source=received.source,
        at=clock.now(),
        by_ref=by.ref,
        by_label=by.label,
    )


def _check(received: Received) -> None:
    if received.kind not in list(Help) or received.source not in list(How):
        raise BadInput("registry.kind", "เลือกประเภทจากที่มีให้", "Choose one of the kinds offered.")
    if received.on.earliest() > clock.today():
        raise BadInput("registry.future", "วันที่ได้รับยังมาไม่ถึง ลองดูอีกครั้ง", "That day has not come yet; look again.")
    if received.amount is not None and received.amount <= 0:
        raise BadInput("registry.amount", "จำนวนต้องมากกว่าศูนย์ หรือเว้นไว้", "The amount is more than nothing, or empty.")
