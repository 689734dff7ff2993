"""Requests of a person about what is known of them: received, answered, refused on a lawful ground, extended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.models import Person, SubjectRequest
from sanam.domain.registry.operations import people
from sanam.domain.registry.permissions import check_can, check_sees, for_their_rights, not_here
from sanam.domain.registry.rights import everything
from sanam.domain.registry.rights.answering import check_said, decide, ours, settled
from sanam.domain.registry.rights.everything import Everything
from sanam.domain.registry.rights.words import (
    ANSWERED_BY_FILE,
    ANSWERED_BY_HOLDING_BACK,
    REFUSABLE,
    WAITING,
    Asked,
    Asker,
    Channel,
    IdentitySeen,
    RequestState,
)
from sanam.domain.registry.words import How
from sanam.domain.teams.words import Can

LONGEST = 30
"""Days the law gives for an answer (PDPA มาตรา 30); a dial may ask for less, never for more."""


@dataclass(frozen=True, slots=True)
class Received:
    """What somebody asked, on which day, how it reached us, who they are and how we know."""

    kind: Asked
    received_on: date
    channel: Channel
    asker: Asker
    identity_seen: IdentitySeen
    asker_name: str = ""
    wanted: str = ""


@transaction.atomic
def receive(*, by: Actor, person: Person, received: Received) -> SubjectRequest:
    """Write down a request on the day it came; it is due the dial's days later."""
    check_can(by, Can.ANSWER_REQUESTS)
    check_sees(for_their_rights(by), person)
    _check_received(received)
    within = int(parameters.values()["requests.answer_within"].value)
    request = SubjectRequest.objects.create(
        subject=person,
        area_code=person.area_code,
        kind=received.kind.value,
        received_on=received.received_on,
        due_on=received.received_on + timedelta(days=within),
        channel=received.channel.value,
        asker=received.asker.value,
        asker_name=received.asker_name.strip(),
        identity_seen=received.identity_seen.value,
        wanted=received.wanted.strip(),
        received_by_ref=by.ref,
        received_by_label=by.label,
    )
    journal.record(by=by, did="request.received", to=request.ref, details={"kind": request.kind})
    return request


@transaction.atomic
def accept(*, by: Actor, request: SubjectRequest) -> SubjectRequest:
    """Agree that the person is to be erased; another member then carries it out."""
    request = ours(by, request)
    if request.asked is not Asked.ERASURE:
        raise Refused(
            "registry.only_erasure_is_accepted",
            "คำขอแบบนี้ตอบได้เลย ไม่ต้องรอคนที่สอง",
            "A request of this kind is simply answered; no second member is needed.",
        )
    return decide(by, request, RequestState.ACCEPTED)


@transaction.atomic
def answer(*, by: Actor, request: SubjectRequest, text: str) -> SubjectRequest:
    """Answer a request in words the person can keep; erasing, and holding back, are answered by doing so."""
    request = ours(by, request)
    if request.asked is Asked.ERASURE:
        raise Refused(
            "registry.erase_to_answer",
            "คำขอลบตอบด้วยการลบ รับคำขอไว้ แล้วให้อีกคนลงมือลบ",
            "A request to erase is answered by erasing: accept it, then another member carries it out.",
        )
    if request.asked in ANSWERED_BY_HOLDING_BACK:
        raise Refused(
            "registry.hold_back_to_answer",
            "คำขอระงับหรือคัดค้านตอบด้วยการระงับใช้ หรือบอกเหตุตามกฎหมายที่ทำตามไม่ได้",
            "A request to hold back, or an objection, is answered by holding back, or on a lawful ground not to.",
        )
    check_said(text)
    return decide(by, request, RequestState.ANSWERED, answer=text.strip(), answered_on=clock.today())


@transaction.atomic
def hand_over(*, by: Actor, request: SubjectRequest) -> Everything:
    """Gather everything known about the person for a request to see it or to take it along; only while it waits.

    Not only what this seat sees: it is the person's own. Whoever lets it leave the house writes the look first.
    """
    request = ours(by, request)
    if request.asked not in ANSWERED_BY_FILE or request.said not in WAITING or request.subject is None:
        raise Refused(
            "registry.nothing_to_hand_over",
            "รวมข้อมูลเป็นไฟล์ได้ เมื่อมีคำขอดูหรือขอรับข้อมูลของเขาที่ยังรอตอบ",
            "A file is made for an open request to see the data, or to take it elsewhere.",
        )
    journal.record(by=by, did="person.handed_over", to=request.subject.ref, details={"request": str(request.pk)})
    return everything.of(request.subject)


@transaction.atomic
def correct(
    *,
    by: Actor,
    request: SubjectRequest,
    values: Mapping[str, str],
    version: int,
    how: How,
    on: date,
    text: str = "",
) -> SubjectRequest:
    """Put right what the person asked to have put right, in the same deed that answers them."""
    request = ours(by, request)
    if request.asked is not Asked.RECTIFICATION or request.subject is None:
        raise not_here()
    said = "แก้ตามที่เจ้าของข้อมูลขอ"
    theirs = for_their_rights(by)
    people.correct(by=theirs, person=request.subject, values=values, version=version, how=how, on=on, because=said)
    return decide(by, request, RequestState.ANSWERED, answer=text.strip() or said, answered_on=clock.today())


@transaction.atomic
def refuse(*, by: Actor, request: SubjectRequest, ground: str, text: str) -> SubjectRequest:
    """Leave a request undone on a ground the law gives for its kind, and say so in words the person can keep."""
    request = ours(by, request)
    if ground not in REFUSABLE[request.asked]:
        raise BadInput(
            "registry.no_ground",
            "เลือกเหตุตามกฎหมายที่ใช้กับคำขอแบบนี้",
            "Choose a ground that the law gives for a request of this kind.",
        )
    check_said(text)
    return decide(by, request, RequestState.REFUSED, ground=str(ground), answer=text.strip(), answered_on=clock.today())


@transaction.atomic
def withdraw(*, by: Actor, request: SubjectRequest, text: str) -> SubjectRequest:
    """Note that whoever asked no longer asks, and how we know."""
    request = ours(by, request)
    check_said(text)
    return decide(by, request, RequestState.WITHDRAWN, answer=text.strip(), answered_on=clock.today())


@transaction.atomic
def extend(*, by: Actor, request: SubjectRequest, until: date, because: str) -> SubjectRequest:
    """Give an answer more time where the district promised less than the law allows; never beyond the law's days."""
    request = ours(by, request)
    if request.said not in WAITING:
        raise settled(request)
    check_said(because)
    latest = request.received_on + timedelta(days=LONGEST)
    if not request.due_on < until <= latest:
        raise BadInput(
            "registry.extend_too_far",
            f"เลื่อนได้ไม่เกิน {LONGEST} วันจากวันที่รับคำขอ ตามที่กฎหมายให้",
            f"It can wait until {LONGEST} days after it was received, as the law allows, and no longer.",
            details={"latest": latest.isoformat()},
        )
    request.due_on, request.extended_because = until, because.strip()
    request.save(update_fields=["due_on", "extended_because"])
    journal.record(by=by, did="request.extended", to=request.ref, details={"until": until.isoformat()})
    return request


def _check_received(received: Received) -> None:
    if received.received_on > clock.today():
        raise BadInput("registry.future", "วันที่รับคำขอยังมาไม่ถึง ลองดูอีกครั้ง", "That day has not come yet; look again.")
    if received.asker is not Asker.SELF and not received.asker_name.strip():
        raise BadInput(
            "registry.who_asks",
            "ขอชื่อผู้ที่มาขอแทนด้วย",
            "Please write the name of whoever asks on the person's behalf.",
        )
