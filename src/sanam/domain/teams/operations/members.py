"""Members and their accounts; where they sit is `sittings`."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Account, Member
from sanam.domain.teams.operations.sittings import relieve, seat
from sanam.domain.teams.permissions import check_can_set_up, check_own

__all__ = ["change_password", "enrol", "prefer", "relieve", "seat"]


@transaction.atomic
def enrol(*, by: Actor, name: str, username: str, password: str, phone: str = "") -> Member:
    """Enrol a member and open their account; the password must pass the installation's validators."""
    check_can_set_up(by)
    if Account.objects.filter(username=username).exists():
        raise BadInput("teams.username_taken", "ชื่อผู้ใช้นี้มีคนใช้แล้ว", "That user name is taken.")
    member = Member.objects.create(name=name, phone=phone)
    account = Account(username=username, member=member)
    _set_password(account, password)
    journal.record(by=by, did="teams.member_enrolled", to=f"member:{member.id}")
    return member


@transaction.atomic
def prefer(*, by: Actor, account: Account, language: str = "", theme: str = "") -> Account:
    """Keep how the owner of an account likes the pages; empty leaves a choice as it is."""
    check_own(by, account)
    if language not in {"", "th", "en"} or theme not in {"", "auto", "light", "dark"}:
        raise BadInput("teams.preference", "เลือกจากที่มีให้", "Choose one of those offered.")
    account.language = language or account.language
    account.theme = theme or account.theme
    account.save(update_fields=["language", "theme"])
    journal.record(by=by, did="teams.preference_kept", to=f"member:{account.member_id}")
    return account


@transaction.atomic
def change_password(*, by: Actor, account: Account, old: str, new: str) -> Account:
    """Change one's own password, knowing the old one."""
    check_own(by, account)
    if not account.check_password(old):
        raise BadInput("teams.wrong_password", "รหัสผ่านเดิมไม่ถูกต้อง ลองอีกครั้ง", "The old password is not right; try again.")
    _set_password(account, new)
    journal.record(by=by, did="teams.password_changed", to=f"member:{account.member_id}")
    return account


def _set_password(account: Account, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as reasons:
        raise BadInput(
            "teams.weak_password",
            "รหัสผ่านนี้เดาง่ายไป ใช้อย่างน้อย 12 ตัว และไม่ใช้คำที่ใคร ๆ ก็ใช้",
            "That password is easy to guess: use 12 characters or more, and nothing everyone uses.",
            details={"reasons": list(reasons.messages)},
        ) from None
    account.set_password(password)
    account.save()
