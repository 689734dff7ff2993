"""Deeds: a change to a clause is asked for, taken in, not taken in, taken back."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.rules.beginning import locked, moved_on, words_of
from sanam.domain.rules.changing import check_changes_something, check_has_not_moved, clause_of, find_its_place
from sanam.domain.rules.models import Amendment, DraftClause, Proposal
from sanam.domain.rules.numbering import next_number
from sanam.domain.rules.permissions import check_is_own, check_tends, seat_taking_part
from sanam.domain.rules.policies import check_can_be_changed, check_goes_on
from sanam.domain.rules.telling import tell
from sanam.domain.rules.values import check_values
from sanam.domain.rules.words import AmendmentState


@transaction.atomic
def ask(
    *, by: Actor, proposal: Proposal, number: int, text: str, reason: str, values: Mapping[str, float] | None = None
) -> Amendment:
    """Ask for a change to a clause, its words or its dials, or for a new one (`number` one past the last); an empty
    `text` takes it out.

    `values` None leaves the dials of the clause as they are.
    """
    found = locked(proposal)
    seat = seat_taking_part(by, found.body)
    check_goes_on(found)
    standing = clause_of(found, number)
    if standing is None and (number != next_number(found) or not text.strip()):
        raise BadInput("rules.no_such_clause", "ไม่มีข้อนี้ในร่าง", "The draft has no such clause.")
    check_changes_something(standing, text, values)
    check_values(values or {}, found.body)
    amendment = Amendment.objects.create(
        proposal=found,
        number=number,
        before=standing.text if standing else "",
        before_values=standing.values if standing else {},
        text=text.strip(),
        values=None if values is None else dict(values),
        reason=words_of(reason, "rules.amend_why", "บอกเหตุผลที่ขอแก้สักนิด", "Say why the change is asked for."),
        seat=seat,
        by_ref=by.ref,
        at=clock.now(),
    )
    what = "proposal.change_asked"
    th = f"มีคนขอแก้ข้อ {number} ของ “{found.title}”"
    tell(by=by, to=[found.author], proposal=found, kind=what, th=th, en=f"A change to clause {number} is asked for.")
    journal.record(by=by, did="amendment.asked", to=found.ref, details={"clause": number})
    return amendment


@transaction.atomic
def accept(*, by: Actor, amendment: Amendment) -> Proposal:
    """Take a change into the draft, one number higher; raises Refused when the clause reads differently meanwhile."""
    found, waiting = _begin(by, amendment)
    check_can_be_changed(found)
    find_its_place(waiting, found)
    standing = clause_of(found, waiting.number)
    check_has_not_moved(waiting, standing)
    if waiting.text:
        kept = standing.values if standing else {}
        values = kept if waiting.values is None else waiting.values
        check_values(waiting.values or {}, found.body)
        told = {"text": waiting.text, "values": values}
        DraftClause.objects.update_or_create(proposal=found, number=waiting.number, defaults=told)
    elif found.clauses.count() == 1:
        raise Refused("rules.last_clause", "เป็นข้อสุดท้ายของร่าง ตัดออกแล้วไม่เหลืออะไร", "It is the last clause of the draft.")
    elif standing is not None:
        standing.delete()
    moved_on(found)
    _settle(by, waiting, AmendmentState.ACCEPTED)
    return found


@transaction.atomic
def reject(*, by: Actor, amendment: Amendment, because: str) -> Amendment:
    """Do not take a change in, and say why."""
    _, waiting = _begin(by, amendment)
    waiting.because = words_of(because, "rules.reject_why", "บอกเหตุผลที่ยังไม่รับสักนิด", "Say why it is not taken in.")
    return _settle(by, waiting, AmendmentState.REJECTED)


@transaction.atomic
def withdraw(*, by: Actor, amendment: Amendment) -> Amendment:
    """Take back a change one's own seat asked for."""
    locked(amendment.proposal)
    check_is_own(by, amendment.seat_id)
    return _settle(by, _waiting(amendment), AmendmentState.WITHDRAWN)


def _begin(by: Actor, amendment: Amendment) -> tuple[Proposal, Amendment]:
    found = locked(amendment.proposal)
    check_tends(by, found)
    check_goes_on(found)
    return found, _waiting(amendment)


def _waiting(amendment: Amendment) -> Amendment:
    found = Amendment.objects.select_related("seat", "proposal").get(pk=amendment.pk)
    if found.state != AmendmentState.OPEN:
        said = AmendmentState(found.state)
        raise Refused("rules.amendment_settled", f"คำขอแก้นี้ “{said.th}” แล้ว", f"This change is “{said.en}” already.")
    return found


def _settle(by: Actor, amendment: Amendment, state: AmendmentState) -> Amendment:
    amendment.state, amendment.decided_at = state.value, clock.now()
    amendment.save(update_fields=["state", "because", "decided_at"])
    proposal = amendment.proposal
    if state is not AmendmentState.WITHDRAWN:
        th, en = (
            f"คำขอแก้ข้อ {amendment.number} ของคุณ: {state.th}",
            f"Your change to clause {amendment.number}: {state.en}.",
        )
        tell(by=by, to=[amendment.seat], proposal=proposal, kind="proposal.change_settled", th=th, en=en)
    journal.record(by=by, did=f"amendment.{state.value}", to=proposal.ref, details={"amendment": amendment.pk})
    return amendment
