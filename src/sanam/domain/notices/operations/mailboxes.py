"""Deeds: a member says where and how often they want to hear; the address is confirmed, or stopped, by a link."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices.letters import post
from sanam.domain.notices.letters.links import CONFIRM, STOP, fits, new_nonce
from sanam.domain.notices.models import Letter, Mailbox, Notice
from sanam.domain.notices.permissions import check_is_member
from sanam.domain.notices.words import HowOften, LetterKind, LetterState

CONFIRMATIONS_A_DAY = 3
GOOD_FOR = timedelta(hours=24)


@transaction.atomic
def ask(*, by: Actor, address: str, how_often: HowOften, language: str = "th") -> Mailbox | None:
    """Say where and how often one wants to hear; a new address is asked to confirm, and never means it is forgotten."""
    check_is_member(by)
    if how_often == HowOften.NEVER:
        return _stopped(by)
    _check_can_send(address)
    box = Mailbox.objects.select_for_update().filter(member_ref=by.member).first()
    box = box or Mailbox(member_ref=by.member, asked_at=clock.now(), nonce=new_nonce())
    asks = box.address != address or box.confirmed_at is None
    box.how_often, box.language = how_often.value, language
    if asks:
        box.address, box.nonce, box.asked_at, box.confirmed_at = address, new_nonce(), clock.now(), None
    box.save()
    if asks:
        _ask_to_confirm(box)
    journal.record(by=by, did="mail.asked", to=box.ref, details={"how_often": how_often.value})
    return box


@transaction.atomic
def confirm(*, by: Actor, mailbox: str, token: str) -> Mailbox:
    """The link of a letter was followed and confirmed: from now on news goes there. Works once, for a day."""
    box = _meant(mailbox, CONFIRM, token)
    if clock.now() - box.asked_at > GOOD_FOR:
        raise _dead()
    box.confirmed_at, box.nonce = clock.now(), new_nonce()
    box.told_to = Notice.objects.aggregate(newest=Max("id"))["newest"] or 0
    box.save()
    journal.record(by=by, did="mail.confirmed", to=box.ref)
    return box


@transaction.atomic
def stop(*, by: Actor, mailbox: str, token: str) -> Mailbox:
    """Stop letters by the link they carry; the address is forgotten."""
    box = _meant(mailbox, STOP, token)
    _forget(box)
    journal.record(by=by, did="mail.stopped", to=box.ref)
    return box


def _stopped(by: Actor) -> Mailbox | None:
    box = Mailbox.objects.select_for_update().filter(member_ref=by.member).first()
    if box and box.address:
        _forget(box)
        journal.record(by=by, did="mail.stopped", to=box.ref)
    return box


def _forget(box: Mailbox) -> None:
    """The row stays, without its address, so that asking anew does not begin the day's count anew."""
    box.address, box.how_often, box.confirmed_at, box.nonce = "", HowOften.NEVER.value, None, new_nonce()
    box.save()
    box.letters.filter(state=LetterState.WAITING).update(state=LetterState.NOT_NEEDED)


def _ask_to_confirm(box: Mailbox) -> None:
    """One letter to an address that nobody has confirmed; few of them, for it may be somebody else's."""
    now = clock.now()
    lately = box.letters.filter(kind=LetterKind.CONFIRM, made_at__gt=now - timedelta(days=1)).count()
    if lately >= CONFIRMATIONS_A_DAY:
        raise Refused(
            "notices.asked_often",
            "วันนี้ส่งจดหมายยืนยันครบ 3 ครั้งแล้ว พรุ่งนี้ลองใหม่",
            "Three confirmations a day at most; try again tomorrow.",
            status=429,
        )
    box.letters.filter(state=LetterState.WAITING).update(state=LetterState.NOT_NEEDED)
    Letter.objects.create(mailbox=box, kind=LetterKind.CONFIRM, key=f"confirm:{new_id()}", made_at=now, due_at=now)


def _check_can_send(address: str) -> None:
    if not post.is_set_up():
        raise Refused(
            "notices.no_mail", "ระบบนี้ยังไม่ได้ตั้งค่าอีเมล ข่าวดูได้ในหน้านี้", "E-mail is not set up here; news is on this page."
        )
    try:
        validate_email(address)
    except ValidationError:
        raise BadInput(
            "notices.address", "ที่อยู่อีเมลนี้ยังไม่ครบ ลองดูอีกครั้ง", "That is not a whole e-mail address; look again."
        ) from None


def _meant(mailbox: str, what: str, token: str) -> Mailbox:
    box = Mailbox.objects.select_for_update().filter(id=mailbox).exclude(address="").first()
    if box is None or not fits(box, what, token):
        raise _dead()
    return box


def _dead() -> NotHere:
    return NotHere(
        "notices.link", "ลิงก์นี้ใช้ไม่ได้แล้ว ขอลิงก์ใหม่ได้ที่บัญชีของฉัน", "This link no longer works; ask for another at My account."
    )
