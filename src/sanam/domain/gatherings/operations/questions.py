"""Deeds: a question is left open, taken up, handed on, concluded, set aside and opened again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.gatherings.models import Gathering, OpenQuestion
from sanam.domain.gatherings.permissions import check_can_look_after, check_can_take_part
from sanam.domain.gatherings.policies import check_can_become
from sanam.domain.gatherings.queries.lines import SECRETARIES
from sanam.domain.gatherings.talk_words import WAITING, QuestionState
from sanam.domain.gatherings.writing import begin, sign
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Seat
from sanam.domain.teams.words import Can


@transaction.atomic
def leave_open(*, by: Actor, gathering: Gathering, text: str, owner: Seat | None = None) -> OpenQuestion:
    """Write down what a gathering leaves open, with the seat that takes it along or with nobody yet."""
    (question,) = _left(by, gathering, [text], owner)
    _tell_the_owner(by, question)
    return question


@transaction.atomic
def leave_several(
    *, by: Actor, gathering: Gathering, texts: Sequence[str], owner: Seat | None = None
) -> list[OpenQuestion]:
    """Write down all that a gathering leaves open; its owner and the body's secretary hear once, not of each."""
    made = _left(by, gathering, texts, owner)
    if made:
        _tell_of_several(by, made[0].gathering, owner, len(made))
    return made


@transaction.atomic
def take_up(*, by: Actor, question: OpenQuestion) -> OpenQuestion:
    """Take a question up for the seat one acts from; raises Refused when it is another seat's."""
    check_can_take_part(by)
    standing = _locked(question)
    check_can_become(standing, QuestionState.IN_HAND)
    if standing.owner_id and str(standing.owner_id) != by.ref:
        raise Refused(
            "gatherings.owned",
            "มีเจ้าของแล้ว ขอให้เจ้าของส่งต่อให้ได้",
            "Somebody has it already; they can hand it on to you.",
        )
    _became(by, standing, QuestionState.IN_HAND, "question.taken_up", owner=Seat.objects.get(id=by.ref))
    if convener := standing.gathering.convened_by_id:
        _tell(by, str(convener), standing, "มีที่นั่งรับโจทย์ไปแล้ว", "Somebody took up the question")
    return standing


@transaction.atomic
def hand_on(*, by: Actor, question: OpenQuestion, to: Seat) -> OpenQuestion:
    """Hand a question to another seat, which is told."""
    standing = _locked(question)
    check_can_look_after(by, standing)
    check_can_become(standing, QuestionState.IN_HAND)
    _check_can_own(to)
    before = standing.owner_id
    _became(by, standing, QuestionState.IN_HAND, "question.handed_on", owner=to)
    _tell_the_owner(by, standing)
    if before and before != to.pk:
        _tell(by, str(before), standing, "โจทย์ของคุณมีที่นั่งอื่นรับต่อแล้ว", "Another seat has your question now")
    return standing


@transaction.atomic
def conclude(*, by: Actor, question: OpenQuestion, words: str, at: Gathering | None = None) -> OpenQuestion:
    """Say what concluded a question, and at which gathering if it was one."""
    standing = _locked(question)
    check_can_look_after(by, standing)
    check_can_become(standing, QuestionState.CONCLUDED)
    if not words.strip():
        raise BadInput("gatherings.concluded_how", "ได้ข้อสรุปว่าอย่างไร เขียนสักหนึ่งประโยค", "Say in a sentence how it ended.")
    _became(by, standing, QuestionState.CONCLUDED, "question.concluded", concluded=words.strip(), concluded_at=at)
    if standing.owner_id:
        _tell(by, str(standing.owner_id), standing, "โจทย์ของคุณได้ข้อสรุปแล้ว", "Your question was concluded")
    return standing


@transaction.atomic
def set_aside(*, by: Actor, question: OpenQuestion, reason: str) -> OpenQuestion:
    """Let a question rest, with the reason why; it no longer comes back."""
    standing = _locked(question)
    check_can_look_after(by, standing)
    check_can_become(standing, QuestionState.SET_ASIDE)
    if not reason.strip():
        raise BadInput("gatherings.why_aside", "พักไว้เพราะอะไร บอกสักนิด", "Please say why it is set aside.")
    _became(by, standing, QuestionState.SET_ASIDE, "question.set_aside", reason=reason.strip())
    if standing.owner_id:
        _tell(by, str(standing.owner_id), standing, "โจทย์ของคุณถูกพักไว้", "Your question was set aside")
    return standing


@transaction.atomic
def reopen(*, by: Actor, question: OpenQuestion) -> OpenQuestion:
    """Open a settled question again; it comes back to its owner where it has one."""
    standing = _locked(question)
    check_can_look_after(by, standing)
    to = QuestionState.IN_HAND if standing.owner_id else QuestionState.OPEN
    check_can_become(standing, to)
    if standing.waits:
        raise Refused("gatherings.still_open", "โจทย์นี้ยังเปิดอยู่แล้ว", "This question is open as it is.")
    settled: dict[str, Any] = {"concluded": "", "concluded_at": None, "reason": ""}
    _became(by, standing, to, "question.reopened", reopened=standing.reopened + 1, **settled)
    _tell_the_owner(by, standing)
    return standing


def _left(by: Actor, gathering: Gathering, texts: Sequence[str], owner: Seat | None) -> list[OpenQuestion]:
    locked = begin(by, gathering)
    said = [text.strip() for text in texts]
    if not all(said):
        raise BadInput("gatherings.which_question", "โจทย์คืออะไร เขียนสักหนึ่งประโยค", "Say the question in a sentence.")
    _check_can_own(owner)
    since = locked.held.earliest() if locked.held else clock.today()
    state = QuestionState.IN_HAND if owner else QuestionState.OPEN
    given = {"gathering": locked, "since_on": since, "owner": owner, "state": state, "changed_at": clock.now()}
    made = [OpenQuestion.objects.create(text=text, **given) for text in said]
    if made:
        sign(by, locked)
    for one in made:
        journal.record(by=by, did="question.left_open", to=one.ref, details={"gathering": str(locked.id)})
    return made


def _locked(question: OpenQuestion) -> OpenQuestion:
    return OpenQuestion.objects.select_for_update(of=("self",)).select_related("gathering").get(pk=question.pk)


def _check_can_own(seat: Seat | None) -> None:
    if seat is not None and (seat.closed_on or Can.SEE_GATHERINGS not in seat.capabilities):
        raise BadInput("gatherings.cannot_own", "ที่นั่งนั้นรับโจทย์ไม่ได้", "That seat cannot take a question.")


def _became(by: Actor, question: OpenQuestion, to: QuestionState, did: str, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(question, name, value)
    question.state, question.changed_at = to, clock.now()
    question.save()
    journal.record(by=by, did=did, to=question.ref)
    if to not in WAITING and question.owner_id:
        notices.settle(by=by, about=question.ref, kinds=("question",), seats=[str(question.owner_id)])


def _tell_the_owner(by: Actor, question: OpenQuestion) -> None:
    if question.owner_id:
        _tell(by, str(question.owner_id), question, "มีโจทย์ที่คุณเป็นเจ้าของ", "A question is yours now")


def _tell(by: Actor, seat: str, question: OpenQuestion, th: str, en: str) -> None:
    notices.tell(
        by=by,
        seat=seat,
        kind="question",
        about=question.ref,
        th=f"{th}: {question.text[:200]}",
        en=f"{en}: {question.text[:200]}",
        path=f"/gatherings/questions/{question.pk}/",
    )


def _tell_of_several(by: Actor, gathering: Gathering, owner: Seat | None, many: int) -> None:
    secretaries = teams.seats().filter(body=gathering.body_id, role__in=SECRETARIES).values_list("pk", flat=True)
    for seat in dict.fromkeys([*([owner.pk] if owner else []), *secretaries]):
        notices.tell(
            by=by,
            seat=str(seat),
            kind="question",
            about=gathering.ref,
            th=f"วงฝากโจทย์ไว้ {many} ข้อ: {gathering.title[:200]}",
            en=f"A gathering left {many} questions open: {gathering.title[:200]}",
            path="/gatherings/questions/" if owner is None or seat != owner.pk else "/gatherings/questions/?shown=mine",
        )
