"""Telling the seats of a body, and one seat, what concerns their rules; and what asks no more."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices import operations as notices
from sanam.domain.rules.models import Commitment, RuleVersion
from sanam.domain.teams.models import Body, Seat
from sanam.domain.teams.words import Can

REMINDER, HELP, REVIEW = "rules.reminder", "rules.help", "rules.review"


def tell_body(*, by: Actor, body: Body, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell every open seat of a body that sees rules; who did it is not told."""
    for seat in Seat.objects.filter(body=body, closed_on=None).order_by("id"):
        if Can.SEE_RULES in seat.capabilities:
            notices.tell(by=by, seat=str(seat.pk), kind=kind, about=about, th=th[:300], en=en[:300], path=path)


def tell_seat(*, by: Actor, seat_id: object, kind: str, about: str, th: str, en: str, path: str) -> None:
    """Tell one seat."""
    notices.tell(by=by, seat=str(seat_id), kind=kind, about=about, th=th[:300], en=en[:300], path=path)


def settle_word(*, by: Actor, word: Commitment, helped: bool) -> None:
    """Whoever gave a word has said how it goes, and is not asked again; where it is done, nor offered help."""
    notices.settle(by=by, about=word.ref, kinds=(REMINDER, HELP) if helped else (REMINDER,))


def settle_review(*, by: Actor, version: RuleVersion, body: Body) -> None:
    """A proposal says what comes after a version: its review asks nobody any more."""
    seats = [str(one) for one in Seat.objects.filter(body=body, closed_on=None).values_list("pk", flat=True)]
    notices.settle(by=by, about=version.ref, kinds=(REVIEW,), seats=seats)
