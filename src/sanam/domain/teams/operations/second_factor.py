"""A member's second factor: begun, turned on by its first code, asked for at the door, turned off."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.teams import second_factor as factor
from sanam.domain.teams.models import Account, RecoveryCode, SecondFactor
from sanam.domain.teams.permissions import check_can_set_up, check_own

MOST_TRIES = 5
WAIT = timedelta(minutes=15)


@transaction.atomic
def begin(*, by: Actor, account: Account) -> bytes:
    """Make a new secret for one's own account; it is asked for only once `turn_on` has seen a code of it."""
    check_own(by, account)
    if account.second_factor_at:
        raise Refused(
            "teams.second_factor_on", "เปิดไว้แล้ว ปิดก่อนจึงตั้งใหม่ได้", "It is on already; turn it off to set it up anew."
        )
    secret = factor.new_secret()
    SecondFactor.objects.update_or_create(
        account=account, defaults={"sealed": sealing.encrypt(secret), "last_step": 0, "tries": 0}
    )
    return secret


def turn_on(*, by: Actor, account: Account, code: str) -> list[str]:
    """Turn it on, once the phone shows the right code; gives the recovery codes, which are never shown again."""
    check_own(by, account)
    _count_try(account)
    with transaction.atomic():
        _use_code_of_phone(account, code)
        account.second_factor_at = clock.now()
        account.save(update_fields=["second_factor_at"])
        journal.record(by=by, did="teams.second_factor_on", to=f"member:{account.member_id}")
        return _codes_anew(account)


def check(*, by: Actor, account: Account, code: str) -> None:
    """Let somebody through the door by a code of the phone, or by a recovery code, each good for once.

    Raises BadInput for a wrong or used one; after five, Refused for a quarter of an hour.
    """
    _count_try(account)
    with transaction.atomic():
        if len(code.replace(" ", "")) > factor.DIGITS:
            _use_recovery_code(account, code)
            journal.record(by=by, did="teams.recovery_code_used", to=f"member:{account.member_id}")
        else:
            _use_code_of_phone(account, code)


@transaction.atomic
def new_codes(*, by: Actor, account: Account) -> list[str]:
    """Recovery codes anew; the ones before are good for nothing then."""
    check_own(by, account)
    if not account.second_factor_at:
        raise Refused("teams.second_factor_off", "ยังไม่ได้เปิดยืนยันสองชั้น", "The second factor is not on.")
    journal.record(by=by, did="teams.recovery_codes_renewed", to=f"member:{account.member_id}")
    return _codes_anew(account)


@transaction.atomic
def turn_off(*, by: Actor, account: Account, because: str = "") -> Account:
    """Turn one's own off; for somebody else's, a lost phone say, only the installation may, with a reason."""
    if by.member != str(account.member_id):
        check_can_set_up(by)
        if not because.strip():
            raise BadInput("teams.second_factor_why", "บอกเหตุผลสักนิด", "Please say why.")
    SecondFactor.objects.filter(account=account).delete()
    RecoveryCode.objects.filter(account=account).delete()
    account.second_factor_at = None
    account.save(update_fields=["second_factor_at"])
    journal.record(by=by, did="teams.second_factor_off", to=f"member:{account.member_id}", because=because)
    return account


def _count_try(account: Account) -> None:
    """Counted before the code is looked at, and kept whatever comes of it: nobody tries a sixth time at once."""
    kept, now = SecondFactor.objects.filter(account=account), clock.now()
    with transaction.atomic():
        kept.filter(tried_at__lt=now - WAIT).update(tries=0)
        counted = kept.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1, tried_at=now)
    if not counted:
        raise Refused(
            "teams.second_factor_wait",
            "ลองหลายครั้งแล้ว พักสัก 15 นาที แล้วลองใหม่",
            "That was several tries; wait 15 minutes, then try again.",
            status=429,
        )


def _use_code_of_phone(account: Account, code: str) -> None:
    """A step is used once: whoever looked over a shoulder comes too late."""
    kept = SecondFactor.objects.filter(account=account)
    secret = sealing.decrypt(bytes(kept.values_list("sealed", flat=True).get()))
    step = factor.step_of(secret, code.replace(" ", ""), clock.now())
    if step is None or not kept.filter(last_step__lt=step).update(last_step=step, tries=0):
        raise BadInput(
            "teams.wrong_code",
            "รหัสนี้ไม่ตรง หรือใช้ไปแล้ว รอรหัสใหม่ในแอป แล้วลองอีกครั้ง",
            "That code is not right, or was used; wait for the next one in the app.",
        )


def _use_recovery_code(account: Account, code: str) -> None:
    unused = RecoveryCode.objects.filter(account=account, lookup__in=factor.lookups_of(code), used_at=None)
    if not unused.update(used_at=clock.now()):
        raise BadInput("teams.wrong_code", "รหัสสำรองนี้ไม่ตรง หรือใช้ไปแล้ว", "That recovery code is not right, or was used.")
    SecondFactor.objects.filter(account=account).update(tries=0)


def _codes_anew(account: Account) -> list[str]:
    RecoveryCode.objects.filter(account=account).delete()
    codes = factor.new_codes()
    made_with = sealing.key_id("hash")
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, lookup=factor.lookups_of(code)[0], made_with=made_with) for code in codes
    )
    return codes
