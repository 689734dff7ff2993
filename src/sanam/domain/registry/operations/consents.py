"""Consents: what a person answered about a purpose, given, declined, renewed, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.ids import short
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.media import operations as media
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Consent, Person, Recipient
from sanam.domain.registry.permissions import check_can, check_may_look, check_sees, check_sees_field
from sanam.domain.registry.policies import consents as policies
from sanam.domain.registry.purposes import PURPOSES
from sanam.domain.registry.words import ConsentEnd
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Organisation
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Answer:
    """How somebody answered: `how` is a word of ConsentHow; a guardian answers as a word of GuardianAs.

    `picture` is an open file of what was signed; what is no picture refuses the whole answer.
    """

    how: str
    witness: str = ""
    guardian: str = ""
    guardian_as: str = ""
    evidence: str = ""
    picture: BinaryIO | None = None


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a person agrees to: a purpose, to whom, whether health too, and its last day."""

    purpose: str
    until: date
    organisations: Sequence[Organisation] = ()
    sensitive: bool = False


@transaction.atomic
def give(*, by: Actor, person: Person, allowed: Allowed, answer: Answer) -> Consent:
    """Write down that a person agrees; those named hear of it. Another of the same purpose may last beside it."""
    _check(by, person, allowed.purpose, answer)
    _check_recipients(allowed)
    policies.check_last_day(allowed.until)
    if allowed.sensitive:
        check_sees_field(by, Privacy.SENSITIVE)
    return _given(by, person, allowed, answer)


@transaction.atomic
def decline(*, by: Actor, person: Person, purpose: str, answer: Answer) -> Consent:
    """Write down that a person was asked and said no, so that nobody keeps asking."""
    _check(by, person, purpose, answer)
    declined = _written(by, person, purpose, answer, agreed=False)
    declined.save(force_insert=True)
    journal.record(by=by, did="consent.declined", to=person.ref, details={"consent": str(declined.pk)})
    return declined


@transaction.atomic
def renew(*, by: Actor, consent: Consent, until: date, answer: Answer) -> Consent:
    """Ask again and write the new answer down, to the same people about the same things; the old one ends with it."""
    check_can(by, Can.KEEP_CONSENTS)
    old = _standing(consent)
    named = [one.organisation for one in old.recipients.select_related("organisation").order_by("id")]
    allowed = Allowed(old.purpose, until, named, old.sensitive)
    _check(by, old.person, old.purpose, answer)
    policies.check_last_day(until)
    _end(by, old, ConsentEnd.RENEWED, "")
    return _given(by, old.person, allowed, answer, renews=old)


@transaction.atomic
def withdraw(*, by: Actor, consent: Consent, because: str = "") -> Consent:
    """End a consent at once. Whoever sees the person may pass the wish on: taking back is as easy as giving (section
    19).

    Those named see the person no more from the next request on, and hear that copies are to be deleted.
    """
    check_may_look(by, consent.person)
    ended = _standing(consent)
    _end(by, ended, ConsentEnd.WITHDRAWN, because)
    journal.record(by=by, did="consent.withdrawn", to=ended.person.ref, details={"consent": str(ended.pk)})
    code = short(ended.person_id)
    _tell_recipients(
        by,
        ended,
        th=f"มีผู้ถอนความยินยอมแล้ว (รหัส {code}) เราไม่เห็นข้อมูลเขาอีก สำเนาที่เคยเก็บไว้ขอให้ลบ",
        en=f"Somebody withdrew their consent (code {code}); we no longer see them. Please delete any copies.",
    )
    return ended


def _check(by: Actor, person: Person, purpose: str, answer: Answer) -> None:
    check_can(by, Can.KEEP_CONSENTS)
    check_sees(by, person)
    policies.check_is_asked(purpose)
    policies.check_can_answer(person)
    policies.check_answer(
        person,
        answer.how,
        witness=answer.witness,
        guardian=answer.guardian,
        guardian_as=answer.guardian_as,
    )


def _check_recipients(allowed: Allowed) -> None:
    if PURPOSES[allowed.purpose].opens != bool(allowed.organisations):
        raise BadInput(
            "registry.recipients",
            "เรื่องที่ส่งให้หน่วยงานต้องบอกว่าหน่วยงานไหน เรื่องเผยแพร่ไม่ต้องเลือก",
            "Sharing with agencies names which; publishing names none.",
        )


def _given(by: Actor, person: Person, allowed: Allowed, answer: Answer, renews: Consent | None = None) -> Consent:
    given = _written(by, person, allowed.purpose, answer, agreed=True)
    given.sensitive, given.until_on, given.renews = allowed.sensitive, allowed.until, renews
    if answer.picture:
        given.picture = media.keep_picture(by=by, source=answer.picture, file_name="", owner=given.ref).pk
    given.save(force_insert=True)
    Recipient.objects.bulk_create(Recipient(consent=given, organisation=one) for one in allowed.organisations)
    journal.record(by=by, did="consent.given", to=person.ref, details={"consent": str(given.pk)})
    _tell_recipients(
        by,
        given,
        # no name: the notice outlives the consent
        th=f"มีคนยินยอมให้เราเห็นข้อมูลของเขา เพื่อ{PURPOSES[given.purpose].th}",
        en=f"Somebody agreed to let us see them: {PURPOSES[given.purpose].en}.",
        path=f"/people/{person.pk}/",
    )
    return given


def _written(by: Actor, person: Person, purpose: str, answer: Answer, *, agreed: bool) -> Consent:
    return Consent(
        person=person,
        purpose=purpose,
        ground=PURPOSES[purpose].ground,
        agreed=agreed,
        how=answer.how,
        witness=answer.witness.strip(),
        guardian=answer.guardian.strip(),
        guardian_as=answer.guardian_as,
        evidence=answer.evidence.strip(),
        from_on=clock.today(),
        at=clock.now(),
        by_ref=by.ref,
        by_label=by.label,
    )


def _standing(consent: Consent) -> Consent:
    """The consent as it stands now, held until the deed is done; raises Refused for one that has ended."""
    found = Consent.objects.select_for_update(of=("self",)).select_related("person").get(pk=consent.pk)
    if found.end or not found.agreed:
        raise Refused("registry.consent_ended", "เรื่องนี้ถอนหรือต่ออายุไปแล้ว", "This was withdrawn or renewed already.")
    return found


def _end(by: Actor, consent: Consent, end: ConsentEnd, because: str) -> None:
    consent.end, consent.ended_at = end.value, clock.now()
    consent.ended_by, consent.ended_because = by.label, because.strip()[:200]
    consent.save(update_fields=["end", "ended_at", "ended_by", "ended_because"])


def _tell_recipients(by: Actor, consent: Consent, *, th: str, en: str, path: str = "") -> None:
    for seat in teams.shared_seats([one.organisation_id for one in consent.recipients.order_by("id")]):
        if not path or seat.mandate.covers(consent.person.area_code):
            notices.tell(by=by, seat=str(seat.pk), kind="consent", about=consent.ref, th=th, en=en, path=path)
