"""Deeds: a rule's review comes, and the body is asked to go on with it, change it, or let it end."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as journalled
from sanam.domain.rules import force
from sanam.domain.rules.labels import label
from sanam.domain.rules.models import Proposal, Rule, RuleVersion
from sanam.domain.rules.operations import proposals
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.permissions import check_is_the_clock
from sanam.domain.rules.practice_policies import SOON
from sanam.domain.rules.told import REVIEW, tell_body
from sanam.domain.rules.words import Method

TOLD_SOON, TOLD_DUE = "rule.review_soon", "rule.review_due"


@transaction.atomic
def remind(*, by: Actor) -> int:
    """Tell a body once that a review is thirty days away, and once that its day has come; gives back how often."""
    check_is_the_clock(by)
    told = 0
    for version in force.in_force():
        left = version.review_on - clock.today()
        if left > SOON:
            continue
        did = TOLD_DUE if left <= timedelta() else TOLD_SOON
        if not journalled.times(version.ref, did, version.adopted_at):
            _tell(by, version, did)
            told += 1
    return told


def propose_renewal(*, by: Actor, rule: Rule, why: str) -> Proposal:
    """Propose that a rule goes on as it is: the same words, and a review day of its own."""
    version = _in_force(rule)
    return proposals.draft(
        by=by,
        body=rule.body,
        title=rule.title,
        why=why,
        method=Method(version.method),
        rule=rule,
        clauses=[Worded(one.text, one.values, one.number) for one in version.clauses.all()],
    )


@transaction.atomic
def propose_retirement(*, by: Actor, rule: Rule, why: str) -> Proposal:
    """Propose that a rule ends. It is agreed on like any other; then its dials go back and its words given end."""
    version = _in_force(rule)
    asked = proposals.draft(
        by=by,
        body=rule.body,
        title=rule.title,
        why=why,
        method=Method(version.method),
        rule=rule,
        clauses=[Worded(to_thai(f"เลิกใช้กติกาข้อ {rule.number}"))],
    )
    asked.retires = True
    asked.save(update_fields=["retires"])
    return asked


def _in_force(rule: Rule) -> RuleVersion:
    version = force.in_force_of(rule.pk)
    if version is None:
        raise Refused("rules.not_in_force", "กติกานี้ไม่ได้ใช้อยู่", "This rule is not in force.")
    return version


def _tell(by: Actor, version: RuleVersion, did: str) -> None:
    name_th, name_en = label(version)
    day_th, day_en = say_date(version.review_on), say_date(version.review_on, language="en")
    if did == TOLD_DUE:
        th, en = (
            f"ถึงวันทบทวน{name_th}แล้ว ยังใช้อยู่จนกว่าจะตกลงใหม่",
            f"The review of {name_en} has come; it stands until we agree anew",
        )
    else:
        th, en = f"อีกไม่นานถึงวันทบทวน{name_th} ({day_th})", f"The review of {name_en} is near ({day_en})"
    title, path = version.rule.title[:100], f"/rules/{version.rule_id}/"
    what = {"kind": REVIEW, "about": version.ref, "path": path}
    tell_body(by=by, body=version.rule.body, th=f"{th}: {title}", en=f"{en}: {title}", **what)
    journal.record(by=by, did=did, to=version.ref)
