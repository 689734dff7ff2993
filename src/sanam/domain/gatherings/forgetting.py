"""How names go: the row stays and counts, and says why it has no name. Inside the deeds that ask for it.

Nothing a lottery is drawn from is touched: a draw knows ids alone, and comes out the same again (ADR 23).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sanam.domain.foundation import clock, sealing
from sanam.domain.gatherings.asked import Gone
from sanam.domain.gatherings.models import Attendance, Eligible

OFF = "gatherings.off"
"""The purpose under which the names of those who asked to be left off are hashed."""


def as_asked(eligible: Eligible) -> None:
    """One of a list, who asked for it: a keyed hash stays, by which a list pasted later does not bring them back."""
    eligible.key = sealing.keyed_hash(eligible.key, OFF)
    eligible.made_with = sealing.key_id("hash")
    eligible.name = eligible.phone = eligible.organisation = ""
    eligible.off_at, eligible.gone = clock.now(), Gone.ASKED.value
    eligible.save(update_fields=["key", "name", "phone", "organisation", "off_at", "made_with", "gone"])


def eligible_past_their_time(keys: Collection[Any]) -> None:
    """Those of a list nobody asked for long: nothing of them stays, and whoever names them again may."""
    nothing = dict.fromkeys(("name", "key", "phone", "organisation"), "")
    Eligible.objects.filter(pk__in=keys).update(**nothing, off_at=clock.now(), gone=Gone.TIME.value)


def comers(keys: Collection[Any], because: Gone) -> None:
    """Those who signed in: the organisation stays, for heads are counted by it, and no report may change."""
    Attendance.objects.filter(pk__in=keys).update(name="", key="", ticket="", gone=because.value)


def comers_past_their_time(keys: Collection[Any]) -> None:
    """Those who signed in too long ago."""
    comers(keys, Gone.TIME)
