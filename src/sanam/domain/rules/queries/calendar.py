"""Reads: the days of the rules for a seat's calendar: rounds that close, reviews, words due, time that ends.

What is due and on which rule is said, and nothing of what was answered, promised or why: a calendar leaves the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.word import Word
from sanam.domain.rules import force
from sanam.domain.rules.labels import label
from sanam.domain.rules.models import Commitment, Round, RuleVersion
from sanam.domain.rules.provisional import still_needed
from sanam.domain.rules.words import CommitmentState, RoundKind, Standing
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can


class Due(Word):
    """What a day is of."""

    CLOSES = "closes", "ปิดรอบ", "Closes"
    SECOND_CALL = "second_call", "ปิดรอบสอง", "Second call closes"
    REVIEW = "review", "ทบทวนกติกา", "Review"
    FOR_NOW = "for_now", "ครบเวลาที่ตกลงไว้ก่อน", "Agreed for now, until"
    WORD = "word", "ครบกำหนดคำที่เราให้ไว้", "Our word is due"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the rules: a moment for a round, a whole day for the rest; `path` leads to its page."""

    ref: str
    due: Due
    th: str
    en: str
    when: datetime | date
    path: str


def calendar(actor: Actor) -> list[Day]:
    """What closes, comes back or falls due for the seat acting, the earliest first; none for one that sees no rules."""
    if actor.kind is not ActorKind.SEAT or not actor.may(Can.SEE_RULES):
        return []
    seat = teams.seat(actor.ref)
    if seat is None:
        return []
    found = [*_rounds(seat.body_id), *_versions(seat.body_id), *_words(UUID(actor.ref))]
    return sorted(found, key=lambda one: (one.when.strftime("%Y-%m-%d"), one.ref))


def _rounds(body: UUID) -> Iterator[Day]:
    for one in Round.objects.filter(proposal__body=body, closed_at=None).select_related("proposal"):
        kind, title = RoundKind(one.kind), one.proposal.title
        due = Due.SECOND_CALL if one.call > 1 else Due.CLOSES
        th, en = f"{due.th} {kind.th}: {title}", f"{due.en}: {kind.en}, {title}"
        yield Day(f"round-{one.pk}", due, th, en, one.closes_at, f"/rules/proposals/{one.proposal_id}/")


def _versions(body: UUID) -> Iterator[Day]:
    known = RuleVersion.objects.filter(rule__body=body).select_related("rule", "proposal")
    states = force.states({one.rule_id for one in known})
    for one in known:
        if states.get(one.pk) is not Standing.IN_FORCE:
            continue
        until = one.provisional_until if still_needed(one) else None
        if until:
            yield _of_version(one, Due.FOR_NOW, until)
        if one.review_on != until:
            yield _of_version(one, Due.REVIEW, one.review_on)


def _of_version(one: RuleVersion, due: Due, day: date) -> Day:
    th, en = label(one)
    title = one.rule.title
    path = f"/rules/{one.rule_id}/"
    return Day(f"{due}-{one.pk}", due, f"{due.th}: {title} ({th})", f"{due.en}: {title} ({en})", day, path)


def _words(seat: UUID) -> Iterator[Day]:
    """By the name of the rule alone: what somebody promised in their own words stays in the house."""
    standing = Commitment.objects.filter(seat=seat, state=CommitmentState.STANDING)
    for one in standing.select_related("clause__version__rule"):
        th, en = label(one.clause.version)
        path = f"/rules/commitments/{one.pk}/"
        yield Day(f"word-{one.pk}", Due.WORD, f"{Due.WORD.th} ({th})", f"{Due.WORD.en} ({en})", one.by_when, path)
