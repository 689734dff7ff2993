"""Deeds: an objection is taken into the draft, taken back, or tested by a circle of three."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.rules.beginning import locked, words_of
from sanam.domain.rules.models import Amendment, Objection, Proposal
from sanam.domain.rules.operations import amendments
from sanam.domain.rules.permissions import check_is_own, check_tends
from sanam.domain.rules.policies import CIRCLE, check_can_be_changed, check_filled, may_be_tested
from sanam.domain.rules.telling import settle, settle_all, tell
from sanam.domain.rules.words import AmendmentState, ObjectionState
from sanam.domain.teams.models import Seat


@transaction.atomic
def integrate(*, by: Actor, objection: Objection, amendment: Amendment, answer: str) -> Objection:
    """Say by which change of the draft an objection is answered; a change that still waits is taken in now.

    Then the draft is another one, and a new round asks everybody again, the objecting seat among them.
    """
    _, found = _begin(by, objection)
    check_tends(by, found.proposal)
    if amendment.proposal_id != found.proposal_id or amendment.at < found.at:
        raise BadInput("rules.other_change", "คำขอแก้นั้นไม่ได้เกิดจากข้อติดใจนี้", "That change does not answer this.")
    found.answer = words_of(answer, "rules.how_integrated", "เล่าว่าแก้อย่างไร", "Say how it was taken in.")
    if amendment.state == AmendmentState.OPEN:
        amendments.accept(by=by, amendment=amendment)
        amendment.refresh_from_db()
    if amendment.state != AmendmentState.ACCEPTED:
        raise BadInput("rules.not_taken_in", "คำขอแก้นั้นไม่ได้อยู่ในร่าง", "That change is not in the draft.")
    found.amendment = amendment
    _settle(by, found, ObjectionState.INTEGRATED)
    th, en = f"แก้ร่างตามข้อติดใจของคุณแล้ว: {found.answer}", f"The draft was changed for your objection: {found.answer}"
    tell(by=by, to=[found.seat], proposal=found.proposal, kind="objection.integrated", th=th, en=en)
    return found


@transaction.atomic
def rewrite(
    *,
    by: Actor,
    objection: Objection,
    number: int,
    text: str,
    answer: str,
    values: Mapping[str, float] | None = None,
) -> Objection:
    """Change a clause because of an objection, its words or its dials, add one or take one out, and say so, in one
    deed."""
    given = {"number": number, "text": text, "values": values, "reason": objection.aim}
    amendment = amendments.ask(by=by, proposal=objection.proposal, **given)  # type: ignore[arg-type]
    return integrate(by=by, objection=objection, amendment=amendment, answer=answer)


@transaction.atomic
def withdraw(*, by: Actor, objection: Objection, because: str = "") -> Objection:
    """Take back one's own objection, once the round that heard it is closed; before, one simply answers anew."""
    check_is_own(by, objection.seat_id)
    _, found = _begin(by, objection)
    found.answer = because.strip()
    _settle(by, found, ObjectionState.WITHDRAWN)
    th, en = "มีที่นั่งถอนข้อติดใจแล้ว เปิดรอบต่อได้", "An objection was withdrawn; another round may open."
    tell(by=by, to=[found.proposal.author], proposal=found.proposal, kind="objection.withdrawn", th=th, en=en)
    return found


@transaction.atomic
def name_seat(*, by: Actor, objection: Objection, seat: Seat) -> Objection:
    """Name a seat of the circle that tests an objection: the objecting seat names one, whoever tends the proposal two.

    They sit in three different legs; the objecting seat is none of them.
    """
    proposal, found = _begin(by, objection)
    _check_was_tried(found)
    own = by.ref == str(found.seat_id)
    if not own:
        check_tends(by, proposal)
    _check_fits(found, seat, own=own)
    found.circle = [*found.circle, {"seat": str(seat.pk), "leg": seat.leg_id, "own": own, "harms": None, "why": ""}]
    found.save(update_fields=["circle"])
    th, en = f"ชวนคุณเป็นหนึ่งในสามที่ดูข้อติดใจของ “{proposal.title}”", f"You are one of three to test it: “{proposal.title}”."
    tell(by=by, to=[seat], proposal=proposal, kind="objection.circle", th=th, en=en)
    journal.record(
        by=by, did="objection.circle", to=proposal.ref, details={"objection": found.pk, "seat": str(seat.pk)}
    )
    return found


@transaction.atomic
def find(*, by: Actor, objection: Objection, harms: bool, why: str) -> Objection:
    """Say, as one of the three, whether an aim is harmed. It is tested only when all three find that none is."""
    proposal, found = _begin(by, objection)
    mine = next((one for one in found.circle if one["seat"] == by.ref), None)
    if mine is None or not by.member:
        raise NotAllowed("rules.not_in_circle", "วงสามคนที่ถูกชวนเป็นผู้ดูเรื่องนี้", "The three who were asked test this.")
    mine |= {"harms": harms, "why": words_of(why, "rules.found_why", "บอกเหตุผลสักนิด", "Say why.")}
    found.save(update_fields=["circle"])
    journal.record(by=by, did="objection.found", to=proposal.ref, details={"objection": found.pk, "harms": harms})
    settle(by=by, proposal=proposal, kinds=("objection.circle",))
    if len(found.circle) == CIRCLE and all(one["harms"] is False for one in found.circle):
        _settle(by, found, ObjectionState.TESTED)
    return found


def _settle(by: Actor, objection: Objection, state: ObjectionState) -> None:
    """Bring an objection to an end."""
    objection.state, objection.settled_at = state.value, clock.now()
    objection.save()
    told = {"objection": objection.pk}
    journal.record(by=by, did=f"objection.{state.value}", to=objection.proposal.ref, details=told)
    _ask_no_more(by, objection.proposal)


def _ask_no_more(by: Actor, proposal: Proposal) -> None:
    """Once no objection is open, nobody is asked to look at one."""
    if not proposal.objections.filter(state=ObjectionState.OPEN).exists():
        settle_all(by=by, proposal=proposal, kinds=("objection.circle", "proposal.objections"))


def _begin(by: Actor, objection: Objection) -> tuple[Proposal, Objection]:
    proposal = locked(objection.proposal)
    found = Objection.objects.select_related("seat", "response__round").get(pk=objection.pk)
    found.proposal = proposal
    check_can_be_changed(proposal)
    if found.state != ObjectionState.OPEN:
        said = ObjectionState(found.state)
        raise Refused("rules.objection_settled", f"ข้อติดใจนี้ “{said.th}”", f"This objection is “{said.en}”.")
    return proposal, found


def _check_was_tried(objection: Objection) -> None:
    if not may_be_tested(objection):
        raise Refused(
            "rules.integrate_first",
            "ลองแก้ร่างตามข้อติดใจของที่นั่งนี้สองครั้งก่อน แล้วจึงให้วงสามคนดู",
            "The draft is changed for this seat twice first; then a circle of three may look.",
        )


def _check_fits(objection: Objection, seat: Seat, *, own: bool) -> None:
    if sum(one["own"] is own for one in objection.circle) >= (1 if own else CIRCLE - 1):
        raise Refused("rules.circle_full", "เลือกครบแล้ว", "That many are named already.")
    legs = {one["leg"] for one in objection.circle}
    fits = seat.body_id == objection.proposal.body_id and seat.pk != objection.seat_id and seat.leg_id not in legs
    if not fits:
        raise BadInput(
            "rules.circle_of_legs", "วงสามคนมาจากสามขาที่ต่างกัน ไม่รวมผู้ที่ติดใจ", "The three sit in three different legs."
        )
    check_filled(seat)
