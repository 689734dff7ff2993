"""Deeds: a seat signs a clause, says how it goes, and sets its word down again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.rules.digests import digest_of_word
from sanam.domain.rules.labels import label
from sanam.domain.rules.models import Clause, Commitment, Practice, Rule
from sanam.domain.rules.months import this_month
from sanam.domain.rules.operations.helping import ask_around
from sanam.domain.rules.practice_permissions import check_can_sign, check_owns
from sanam.domain.rules.practice_policies import check_can_be_signed, check_month, check_stands
from sanam.domain.rules.told import settle_word, tell_body
from sanam.domain.rules.words import CommitmentState, Went


@dataclass(frozen=True, slots=True)
class Promise:
    """What a seat will do, by when, and how we will know."""

    what: str
    by_when: date
    sign: str


@transaction.atomic
def sign(*, by: Actor, clause: Clause, promise: Promise) -> Commitment:
    """Give one's organisation's word on a clause; raises Refused for a second word on the same."""
    seat = check_can_sign(by, clause.version.rule)
    Rule.objects.select_for_update().get(pk=clause.version.rule_id)  # nobody signs what is being replaced
    check_can_be_signed(clause)
    _check(promise)
    said = {"what": promise.what.strip(), "by_when": promise.by_when, "sign": promise.sign.strip()}
    try:
        with transaction.atomic():
            word = Commitment.objects.create(clause=clause, seat=seat, by_ref=by.ref, at=clock.now(), **said)
    except IntegrityError as twice:
        raise Refused("rules.signed", "ที่นั่งนี้ลงชื่อข้อนี้แล้ว", "This seat signed this clause already.") from twice
    journal.record(by=by, did="commitment.signed", to=word.ref, details=_written(word))
    _tell_of(by, word)
    return word


@transaction.atomic
def practise(
    *,
    by: Actor,
    commitment: Commitment,
    went: Went,
    obstacle: str = "",
    help_wanted: bool = False,
    month: date | None = None,
) -> Practice:
    """Say how it went in a month, this one if not said; said again, the later word holds. Where it was done, help
    that was under way is over; where help is wanted, those who can give it hear."""
    word = _locked(commitment)
    check_owns(by, word)
    check_stands(word)
    month = (month or this_month()).replace(day=1)
    check_month(word, month)
    said = {"went": went.value, "obstacle": obstacle.strip(), "help_wanted": help_wanted}
    stamp = {"by_ref": by.ref, "at": clock.now()}
    told, _new = Practice.objects.update_or_create(commitment=word, month=month, defaults=said | stamp)
    journal.record(by=by, did="commitment.practised", to=word.ref, details={"month": month.isoformat(), "went": went})
    if month == this_month():
        settle_word(by=by, word=word, helped=went is Went.DID)
    if went is Went.DID:
        word.steps.filter(ended_at=None).update(ended_at=clock.now())
    if help_wanted:
        ask_around(by=by, commitment=word)
    return told


@transaction.atomic
def fulfil(*, by: Actor, commitment: Commitment, because: str = "") -> Commitment:
    """Say that it is done for good."""
    return _closed(by, commitment, CommitmentState.FULFILLED, because)


@transaction.atomic
def end(*, by: Actor, commitment: Commitment, because: str) -> Commitment:
    """Set one's word down; why is asked, for the circle to learn from."""
    if not because.strip():
        raise BadInput(
            "rules.why_ended", "เลิกเพราะอะไร บอกสักนิด วงจะได้ปรับกติกา", "Say why, so that the circle can learn."
        )
    return _closed(by, commitment, CommitmentState.ENDED, because)


def _written(word: Commitment) -> dict[str, object]:
    return {"clause": word.clause_id, "sha256": digest_of_word(word)}


def _closed(by: Actor, commitment: Commitment, state: CommitmentState, because: str) -> Commitment:
    word = _locked(commitment)
    check_owns(by, word)
    check_stands(word)
    word.state, word.because, word.ended_at = state.value, because.strip(), clock.now()
    word.save(update_fields=["state", "because", "ended_at"])
    word.steps.filter(ended_at=None).update(ended_at=clock.now())
    settle_word(by=by, word=word, helped=True)
    journal.record(by=by, did=f"commitment.{state.value}", to=word.ref)
    return word


def _locked(commitment: Commitment) -> Commitment:
    whole = Commitment.objects.select_related("clause__version__rule__body", "seat")
    return whole.select_for_update(of=("self",)).get(pk=commitment.pk)


def _check(promise: Promise) -> None:
    if not promise.what.strip():
        raise BadInput("rules.will_do_what", "เราจะทำอะไร เขียนสักหนึ่งประโยค", "Say in a sentence what you will do.")
    if not promise.sign.strip():
        raise BadInput("rules.how_known", "จะรู้ได้อย่างไรว่าทำแล้ว", "Say how we will know that it is done.")
    if promise.by_when < clock.today():
        raise BadInput("rules.day_gone", "วันนั้นผ่านไปแล้ว เลือกวันข้างหน้า", "That day has passed; choose one ahead.")


def _tell_of(by: Actor, word: Commitment) -> None:
    version = word.clause.version
    th, en = label(version)
    tell_body(
        by=by,
        body=version.rule.body,
        kind="rules.signed",
        about=word.ref,
        th=f"{word.seat.organisation.name_th} ลงชื่อทำตาม{th}: {word.what[:120]}",
        en=f"{word.seat.organisation.name_en} signed {en}: {word.what[:120]}",
        path=f"/rules/{version.rule_id}/",
    )
