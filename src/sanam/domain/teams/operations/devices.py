"""Where a member is signed in: seen, and signed out again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Account, SignedIn
from sanam.domain.teams.permissions import check_can_set_up, check_own


@transaction.atomic
def sign_out(*, by: Actor, account: Account, device: UUID) -> None:
    """Sign one of one's own devices out; its next request finds nobody signed in."""
    check_own(by, account)
    gone, _ = SignedIn.objects.filter(account=account, ref=device).delete()
    if not gone:
        raise NotHere("teams.no_such_device", "เครื่องนี้ออกจากระบบไปแล้ว", "That device is signed out already.")
    journal.record(by=by, did="teams.device_signed_out", to=f"member:{account.member_id}")


@transaction.atomic
def sign_out_all(*, by: Actor, account: Account, but: UUID | None = None) -> int:
    """Sign every device out, but the one at hand; one's own, or anybody's for the installation. Returns how many."""
    if by.member != str(account.member_id):
        check_can_set_up(by)
    theirs = SignedIn.objects.filter(account=account)
    gone, _ = (theirs.exclude(ref=but) if but else theirs).delete()
    if gone:
        told = {"devices": gone}
        journal.record(by=by, did="teams.devices_signed_out", to=f"member:{account.member_id}", details=told)
    return gone


def seen(*, by: Actor, device: UUID) -> None:
    """Keep that a device was used within the hour; of no account to anybody but its owner, so not journalled."""
    SignedIn.objects.filter(ref=device).update(seen_at=clock.now())


def sweep(*, by: Actor) -> int:
    """Take away what has run out; returns how many. From a timer."""
    gone, _ = SignedIn.objects.filter(expire_date__lt=clock.now()).delete()
    return gone
