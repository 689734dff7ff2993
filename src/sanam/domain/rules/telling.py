"""Who hears of what: the seats that are asked, the one that proposed, the one that carries a second call."""

from __future__ import annotations

from collections.abc import Iterable

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices import operations as notices
from sanam.domain.rules.models import Proposal
from sanam.domain.rules.standing import asked_of
from sanam.domain.teams.models import Seat

Seats = Iterable[Seat | None]


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
