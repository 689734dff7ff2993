"""Deeds: help comes first. A reminder by itself; then, by people, a friend, the circle, the organisation."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.rules.labels import label
from sanam.domain.rules.models import Commitment, Proposal, ResponseStep
from sanam.domain.rules.months import months_on, this_month
from sanam.domain.rules.permissions import check_is_the_clock
from sanam.domain.rules.practice_permissions import check_among
from sanam.domain.rules.practice_policies import STEP_MONTHS, check_lasts, check_next, check_stands, lasts
from sanam.domain.rules.told import HELP, REMINDER, tell_body, tell_seat
from sanam.domain.rules.words import CommitmentState, ProposalStage, Step
from sanam.domain.teams.models import Seat
from sanam.domain.teams.words import Can

REMIND_FROM = 25
"""The day of a month from which a word of which nothing was said is reminded of, once."""

SETTLING = timedelta(days=14)
"""A word given so lately is not reminded of."""


@transaction.atomic
def remind(*, by: Actor) -> int:
    """Towards the end of a month, ask once how it goes where nothing was said; the only step that happens by itself."""
    check_is_the_clock(by)
    if clock.today().day < REMIND_FROM:
        return 0
    month, now = this_month(), clock.now()
    waiting = Commitment.objects.filter(state=CommitmentState.STANDING, at__lte=now - SETTLING)
    waiting = waiting.filter(Q(reminded_at=None) | Q(reminded_at__lt=_begins(month))).exclude(practices__month=month)
    told = list(waiting.select_related("clause__version__rule").select_for_update(of=("self",)).order_by("id"))
    for word in told:
        _take(by, word, Step.REMINDER, "")
        _tell(
            by,
            word,
            word.seat_id,
            "เดือนนี้เป็นอย่างไรบ้าง แตะเดียวก็พอ ติดตรงไหนบอกได้",
            "How did it go this month? One tap will do",
            kind=REMINDER,
        )
    Commitment.objects.filter(pk__in=[one.pk for one in told]).update(reminded_at=now)
    return len(told)


@transaction.atomic
def befriend(*, by: Actor, commitment: Commitment, friend: Seat, text: str = "") -> ResponseStep:
    """Ask a seat of another leg to go and ask what is in the way."""
    word = _of_the_body(by, commitment)
    check_next(word, Step.FRIEND)
    _check_friend(word, friend)
    step = _take(by, word, Step.FRIEND, text.strip(), friend)
    what = word.what[:120]
    _tell(
        by, word, friend.pk, f"เราฝากไปถามเพื่อนหน่อยว่าติดอะไร: {what}", f"Please ask a friend what is in the way: {what}"
    )
    _tell(by, word, word.seat_id, "เพื่อนจากอีกขาจะแวะมาถาม ว่าช่วยอะไรได้", "A friend from another leg will ask how to help")
    return step


@transaction.atomic
def answer(*, by: Actor, step: ResponseStep, answer: str) -> ResponseStep:
    """The friend writes what is in the way, in the words of the one who was asked."""
    found = ResponseStep.objects.select_for_update(of=("self",)).select_related("commitment").get(pk=step.pk)
    if not by.member or str(found.friend_id) != by.ref:
        raise NotAllowed("rules.not_the_friend", "เพื่อนที่ไปถามเป็นผู้เขียน", "The friend who went writes this.")
    check_lasts(found)
    if not answer.strip():
        raise BadInput(
            "rules.what_in_the_way", "เขาติดอะไร เขียนอย่างที่เขาบอก", "Write what is in the way, as they said it."
        )
    found.answer = answer.strip()
    found.save(update_fields=["answer"])
    word = found.commitment
    journal.record(by=by, did="commitment.friend_answered", to=word.ref)
    notices.settle(by=by, about=word.ref, kinds=(HELP,))
    _tell(
        by,
        word,
        word.seat_id,
        "เพื่อนที่มาถามจดไว้แล้วว่าติดอะไร ดูว่าตรงไหม",
        "Your friend wrote what is in the way; see if it is so",
    )
    return found


@transaction.atomic
def to_circle(*, by: Actor, commitment: Commitment, text: str) -> ResponseStep:
    """Bring it to the next circle, which adjusts the rule or the word given."""
    word = _of_the_body(by, commitment)
    check_next(word, Step.CIRCLE)
    step = _take(by, word, Step.CIRCLE, _said(text))
    _tell(
        by,
        word,
        word.seat_id,
        "วงครั้งหน้าจะคุยกันว่าปรับกติกาหรือคำที่ให้ไว้",
        "The next circle will adjust the rule or the word given",
    )
    return step


def pause(*, by: Actor, commitment: Commitment) -> ResponseStep:
    """Refused while there is no privilege that a clause is matched with: there is no common fund yet."""
    _of_the_body(by, commitment)
    raise Refused(
        "rules.nothing_to_pause",
        "ยังไม่มีสิทธิที่เข้าคู่กับข้อนี้ให้พัก เมื่อมีกองทุนกลางแล้ว วงจึงตกลงกันได้",
        "No privilege goes with this clause, so nothing rests; the circle can agree on it when there is a common fund.",
    )


@transaction.atomic
def ask_organisation(*, by: Actor, commitment: Commitment, decided: Proposal, text: str) -> ResponseStep:
    """Ask the organisation to look at who sits for it; only where the body agreed so after the circle talked."""
    word = _of_the_body(by, commitment)
    check_next(word, Step.ASK_ORGANISATION)
    circle = max(one.at for one in word.steps.all() if one.step == Step.CIRCLE and lasts(one))
    agreed = decided.body_id == word.clause.version.rule.body_id and decided.said is ProposalStage.ADOPTED
    if not agreed or decided.ended_at is None or decided.ended_at <= circle:
        raise Refused(
            "rules.not_agreed",
            "ขั้นนี้ทำได้เมื่อคณะตกลงกันแล้ว หลังจากคุยในวง",
            "This step needs the body's agreement, after the circle has talked.",
        )
    step = _take(by, word, Step.ASK_ORGANISATION, _said(text), because=decided.ref)
    _tell(
        by,
        word,
        word.seat_id,
        "คณะขอให้หน่วยงานช่วยดูว่าที่นั่งนี้ต้องการอะไร",
        "The body asks your organisation to look at what this seat needs",
    )
    return step


def ask_around(*, by: Actor, commitment: Commitment) -> None:
    """Tell the body that help is wanted, inside the deed that said so."""
    version = commitment.clause.version
    th, en = label(version)
    tell_body(
        by=by,
        body=version.rule.body,
        kind="rules.help_wanted",
        about=commitment.ref,
        th=f"{commitment.seat.organisation.name_th} ขอเพื่อนช่วยเรื่อง{th}",
        en=f"{commitment.seat.organisation.name_en} asks for help with {en}",
        path=f"/rules/commitments/{commitment.pk}/",
    )


def _of_the_body(by: Actor, commitment: Commitment) -> Commitment:
    whole = Commitment.objects.select_related("clause__version__rule__body", "seat")
    word = whole.select_for_update(of=("self",)).get(pk=commitment.pk)
    check_among(by, word.clause.version.rule.body)
    check_stands(word)
    if str(word.seat_id) == by.ref:
        raise NotAllowed("rules.by_another", "ให้ที่นั่งอื่นเป็นผู้ชวน", "Another seat takes this step.")
    return word


def _check_friend(word: Commitment, friend: Seat) -> None:
    elsewhere = friend.body_id != word.clause.version.rule.body_id or friend.closed_on is not None
    if elsewhere or Can.TAKE_PART_IN_RULES not in friend.capabilities:
        raise BadInput("rules.friend_where", "เลือกเพื่อนจากคณะเดียวกัน", "Choose a friend from the same body.")
    if friend.leg_id == word.seat.leg_id:
        raise BadInput("rules.friend_leg", "ขอเป็นเพื่อนจากอีกขา จะได้ถามกันอย่างเท่าเทียม", "A friend comes from another leg.")


def _take(
    by: Actor, word: Commitment, step: Step, text: str, friend: Seat | None = None, because: str = ""
) -> ResponseStep:
    taken = ResponseStep.objects.create(
        commitment=word,
        step=step.value,
        text=text,
        friend=friend,
        by_ref=by.ref,
        at=clock.now(),
        expires_on=months_on(clock.today(), STEP_MONTHS),
    )
    journal.record(by=by, did=f"commitment.{step.value}", to=word.ref, because=because)
    return taken


def _said(text: str) -> str:
    if not text.strip():
        raise BadInput(
            "rules.say_why", "บอกสักประโยคว่าเพราะอะไร จะช่วยอย่างไร", "Say in a sentence why, and what would help."
        )
    return text.strip()


def _begins(month: date) -> datetime:
    return datetime.combine(month, time(), clock.BANGKOK)


def _tell(by: Actor, word: Commitment, seat_id: object, th: str, en: str, kind: str = HELP) -> None:
    path = f"/rules/commitments/{word.pk}/"
    tell_seat(by=by, seat_id=seat_id, kind=kind, about=word.ref, th=th, en=en, path=path)
