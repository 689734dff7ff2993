"""Deeds: a seat gets a secret address for its calendar, a new one, or none."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.db import transaction

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Feed
from sanam.domain.gatherings.permissions import check_can_see
from sanam.domain.journal import operations as journal

PURPOSE = "gatherings.feed"
BYTES = 24
"""192 bits: nobody guesses an address."""


@transaction.atomic
def make(*, by: Actor) -> str:
    """Make the secret of this seat's calendar; it is shown this once, and one made before is good for nothing."""
    check_can_see(by)
    token = secrets.token_urlsafe(BYTES)
    said = {"lookup": sealing.keyed_hash(token, PURPOSE), "made_with": sealing.key_id("hash"), "at": clock.now()}
    Feed.objects.update_or_create(seat_id=UUID(by.ref), member_id=UUID(by.member), defaults=said)
    journal.record(by=by, did="calendar.made", to=f"seat:{by.ref}")
    return token


@transaction.atomic
def revoke(*, by: Actor) -> None:
    """Take the address back: whoever still asks by it is told that there is no such calendar."""
    check_can_see(by)
    if Feed.objects.filter(seat_id=UUID(by.ref), member_id=UUID(by.member)).delete()[0]:
        journal.record(by=by, did="calendar.revoked", to=f"seat:{by.ref}")
