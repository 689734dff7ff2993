"""Who hears of what: the seats that are asked, who proposed, who carries a second call; and what asks no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices import operations as notices
from sanam.domain.rules.models import Proposal
from sanam.domain.rules.standing import asked_of
from sanam.domain.teams.models import Seat

Seats = Iterable[Seat | None]
ROUND = ("round.opened", "round.messenger", "round.assisted", "proposal.reminded")
"""Notices that ask for something while a round is open."""


def tell(*, by: Actor, to: Seats, proposal: Proposal, kind: str, th: str, en: str) -> None:
    """Tell some seats one sentence each, with the way to the proposal."""
    for seat in to:
        if seat is not None:
            notices.tell(
                by=by,
                seat=str(seat.pk),
                kind=kind,
                about=proposal.ref,
                th=th,
                en=en,
                path=f"/rules/proposals/{proposal.pk}/",
            )


def tell_all(*, by: Actor, proposal: Proposal, kind: str, th: str, en: str) -> None:
    """Tell every seat that is asked in the proposal's body."""
    tell(by=by, to=asked_of(proposal.body), proposal=proposal, kind=kind, th=th, en=en)


def settle(*, by: Actor, proposal: Proposal, kinds: Collection[str], seats: Seats = ()) -> None:
    """What was asked of these seats, or of the one acting, is done: it asks no more."""
    where = [str(seat.pk) for seat in seats if seat is not None]
    notices.settle(by=by, about=proposal.ref, kinds=kinds, seats=where)


def settle_all(*, by: Actor, proposal: Proposal, kinds: Collection[str]) -> None:
    """The same at every open seat of the proposal's body."""
    settle(by=by, proposal=proposal, kinds=kinds, seats=Seat.objects.filter(body=proposal.body_id, closed_on=None))
