"""Deeds: something is proposed, its draft written anew, taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from sanam.domain.dialogue.models import CommonGoal
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.rules.beginning import locked, moved_on, put, words_of
from sanam.domain.rules.models import DraftClause, Proposal, Rule, RuleVersion
from sanam.domain.rules.numbering import last_number
from sanam.domain.rules.permissions import check_is_author, check_tends, seat_taking_part
from sanam.domain.rules.policies import check_can_be_changed, check_goes_on
from sanam.domain.rules.told import settle_review
from sanam.domain.rules.values import check_values
from sanam.domain.rules.words import Method, ProposalStage
from sanam.domain.teams.models import Body

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Worded:
    """A clause as somebody words it: its text, the dials it turns, its number where it has one already.

    A clause keeps its number for good; one that was taken out leaves a gap, as in any law.
    """

    text: str
    values: Mapping[str, float] = field(default_factory=dict)
    number: int = 0


@transaction.atomic
def draft(
    *,
    by: Actor,
    body: Body,
    title: str,
    why: str,
    clauses: Sequence[Worded],
    method: Method = Method.CONSENT,
    goal: CommonGoal | None = None,
    rule: Rule | None = None,
    in_force_from: date | None = None,
    review_on: date | None = None,
) -> Proposal:
    """Propose a rule to the body one sits in, or a change to one of its rules (`rule`), which keeps its newest version
    as the base that the page compares with."""
    seat = seat_taking_part(by, body)
    _check_method(method)
    base = _base_of(body, rule)
    proposal = Proposal.objects.create(
        body=body,
        rule_ref=rule.pk if rule else None,
        base_ref=base.pk if base else None,
        goal=goal,
        method=method.value,
        author=seat,
        by_ref=by.ref,
        created_at=clock.now(),
        in_force_from=in_force_from,
        review_on=review_on,
        **_said(title, why),
    )
    _write(proposal, clauses)
    journal.record(by=by, did="proposal.drafted", to=proposal.ref)
    if base is not None:
        settle_review(by=by, version=base, body=body)
    return proposal


@transaction.atomic
def change_draft(
    *,
    by: Actor,
    proposal: Proposal,
    title: str,
    why: str,
    clauses: Sequence[Worded],
    seen: int,
    method: Method = Method.CONSENT,
    in_force_from: date | None = None,
    review_on: date | None = None,
) -> Proposal:
    """Write the draft anew, one number higher; `seen` is the draft that was read, and raises Refused when it moved."""
    found = locked(proposal)
    check_tends(by, found)
    check_can_be_changed(found)
    _check_method(method)
    if found.draft != seen:
        raise Refused(
            "rules.draft_moved",
            f"ร่างนี้เปลี่ยนเป็นร่างที่ {found.draft} แล้วระหว่างที่เขียน ยังไม่ได้บันทึก ดูร่างใหม่แล้วส่งอีกครั้ง",
            f"Meanwhile this became draft {found.draft}. Nothing was saved yet: look at it, then send again.",
            details={"draft": found.draft},
        )
    for name, value in (_said(title, why) | {"method": method.value}).items():
        setattr(found, name, value)
    found.in_force_from, found.review_on = in_force_from, review_on
    _write(found, clauses)
    moved_on(found)
    journal.record(by=by, did="proposal.changed", to=found.ref, details={"draft": found.draft})
    return found


@transaction.atomic
def withdraw(*, by: Actor, proposal: Proposal) -> Proposal:
    """Take back what one's own seat proposed, while nobody is answering to it."""
    found = locked(proposal)
    check_is_author(by, found)
    check_can_be_changed(found)
    put(found, ProposalStage.WITHDRAWN, ended=True)
    journal.record(by=by, did="proposal.withdrawn", to=found.ref)
    return found


def _base_of(body: Body, rule: Rule | None) -> RuleVersion | None:
    if rule is None:
        return None
    if rule.body_id != body.pk:
        raise BadInput("rules.other_rule", "กติกานั้นเป็นของคณะอื่น", "That rule is another body's.")
    Rule.objects.select_for_update().get(pk=rule.pk)  # of two who propose a change at once, one comes first
    if Proposal.objects.filter(rule_ref=rule.pk, ended_at=None).exists():
        raise Refused(
            "rules.already_changing",
            "มีข้อเสนอแก้กติกานี้อยู่แล้ว ขอแก้ในข้อเสนอนั้นได้",
            "A change of this rule is already proposed; ask for yours there.",
        )
    return rule.versions.order_by("-number").first()


def _said(title: str, why: str) -> dict[str, str]:
    return {
        "title": words_of(title, "rules.title", "ตั้งชื่อกติกาสักนิด", "Give the rule a name.")[:LONGEST_TITLE],
        "why": words_of(why, "rules.why", "เพราะอะไรจึงเสนอ เล่าสักหนึ่งประโยค", "Say in a sentence why."),
    }


def _check_method(method: Method) -> None:
    if method is Method.SENSE_CHECK:
        raise BadInput(
            "rules.only_listens", "หยั่งเสียงเป็นการฟัง ไม่ใช่การตัดสิน", "A sense check listens; it does not decide."
        )


def _write(proposal: Proposal, clauses: Sequence[Worded]) -> None:
    """The clauses instead of those there were; new ones get the next numbers."""
    check_goes_on(proposal)
    worded = [one for one in clauses if one.text.strip()]
    if not worded:
        raise BadInput("rules.no_clause", "เขียนอย่างน้อยหนึ่งข้อ", "Write one clause at least.")
    given = [one.number for one in worded if one.number]
    if len(set(given)) < len(given):
        raise BadInput("rules.number_twice", "มีเลขข้อซ้ำกัน", "Two clauses have the same number.")
    for one in worded:
        check_values(one.values, proposal.body)
    last = max([*given, last_number(proposal)])
    proposal.clauses.all().delete()
    for one in worded:
        last += not one.number
        number = one.number or last
        DraftClause.objects.create(proposal=proposal, number=number, text=one.text.strip(), values=dict(one.values))
