"""Reads: every deed of rules that waits for a seat, as lines: to answer, to test, to practise, to help, to review."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.rules.force import BEGINS_OR_ENDS
from sanam.domain.rules.models import (
    Amendment,
    Appeal,
    Commitment,
    Objection,
    Proposal,
    ResponseStep,
    RuleVersion,
    VersionEvent,
)
from sanam.domain.rules.months import this_month
from sanam.domain.rules.policies import CIRCLE, OVER
from sanam.domain.rules.practice_policies import SOON
from sanam.domain.rules.queries.for_now import awaits_leg
from sanam.domain.rules.queries.waiting import open_rounds, unanswered
from sanam.domain.rules.words import AmendmentState, CommitmentState, ObjectionState, ProposalStage, Standing
from sanam.domain.teams.lines import Lines, lines
from sanam.domain.teams.words import Can

BEGUN = (ProposalStage.DRAFT, ProposalStage.RETURNED, ProposalStage.SECOND_CALL)
"""Stages in which a proposal waits for its author to go on."""


def waiting(actor: Actor) -> list[Lines]:
    """What waits for the seat acting and which it can do; nothing for a seat that does not see rules."""
    if actor.kind is not ActorKind.SEAT or not actor.member or not actor.may(Can.SEE_RULES):
        return []
    taking_part = _agreeing(actor) if actor.may(Can.TAKE_PART_IN_RULES) else []
    return [*taking_part, *_practising(UUID(actor.ref))]


def _agreeing(actor: Actor) -> list[Lines]:
    """Rounds to answer or to carry, proposals to go on with, objections to test, what stands for now, reviews."""
    seat = UUID(actor.ref)
    asked: dict[str, Any] = {"of": "proposal", "th": "proposal__title"}
    carried = open_rounds().filter(messenger=seat)
    answers = unanswered(actor.ref).exclude(messenger=seat)
    return [
        lines(answers, "round", at="closes_at", more="kind", **asked),
        lines(carried, "carry", at="closes_at", **asked),
        lines(_own(actor), "proposal", th="title", more="stage"),
        lines(_to_test(actor), "test", more="aim", **asked),
        lines(awaits_leg(actor), "for_now", of="rule", th="rule__title", at="provisional_until"),
        lines(_to_review(actor), "review_rule", of="rule", th="rule__title", at="review_on"),
    ]


def _practising(seat: UUID) -> list[Lines]:
    """Words of which nothing was said this month, friends to ask, appeals to mediate."""
    words = Commitment.objects.filter(seat=seat, state=CommitmentState.STANDING).exclude(practices__month=this_month())
    steps = ResponseStep.objects.filter(friend=seat, answer="", ended_at=None, expires_on__gte=clock.today())
    appeals = Appeal.objects.filter(mediator=seat, decided_at=None)
    return [
        lines(words, "practise", th="what", more="clause__version__rule__title", at=_months_end()),
        lines(steps, "friend", of="commitment", more="commitment__what", at="expires_on", **_who("commitment__")),
        lines(appeals, "mediate", of="step__commitment", more="step", **_who("step__commitment__")),
    ]


def _own(actor: Actor) -> QuerySet[Proposal]:
    """Proposals that wait for a deed of this seat: its own, and second calls that a host of the body may open."""
    changes = Exists(Amendment.objects.filter(proposal=OuterRef("pk"), state=AmendmentState.OPEN))
    author = UUID(actor.ref)
    mine = Q(author=author, stage__in=BEGUN) | Q(changes, author=author)
    if actor.may(Can.WRITE_GATHERINGS):
        mine |= Q(stage=ProposalStage.SECOND_CALL)
    asked = Exists(open_rounds().order_by().filter(proposal=OuterRef("pk")))
    return Proposal.objects.filter(mine, ~asked, body=UUID(actor.body), ended_at=None).exclude(stage__in=OVER)


def _to_test(actor: Actor) -> QuerySet[Objection]:
    """Open objections whose circle of three this seat is in, and has not said what it finds."""
    asked = Q(pk__in=[])
    for place in range(CIRCLE):
        asked |= Q(**{f"circle__{place}__seat": actor.ref, f"circle__{place}__harms": None})
    talked = Proposal.objects.filter(body=UUID(actor.body), ended_at=None)
    return Objection.objects.filter(asked, state=ObjectionState.OPEN, proposal__in=talked)


def _to_review(actor: Actor) -> QuerySet[RuleVersion]:
    """Versions in force in the body whose review is near or due, while nobody has proposed what comes after."""
    last = VersionEvent.objects.filter(version=OuterRef("pk"), what__in=[one.value for one in BEGINS_OR_ENDS])
    ours = UUID(actor.body)
    going = Exists(Proposal.objects.filter(rule_ref=OuterRef("rule"), body=ours, ended_at=None))
    near = RuleVersion.objects.filter(~going, rule__body=ours, review_on__lte=clock.today() + SOON)
    return near.annotate(stands=Subquery(last.order_by("-id").values("what")[:1])).filter(stands=Standing.IN_FORCE)


def _who(at: str) -> dict[str, Any]:
    return {"th": f"{at}seat__organisation__name_th", "en": f"{at}seat__organisation__name_en"}


def _months_end() -> date:
    first = this_month()
    return first.replace(day=monthrange(first.year, first.month)[1])
