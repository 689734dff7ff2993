"""Deeds: somebody is asked to a gathering, and says whether they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.gatherings.asked import Answer, Channel, Way
from sanam.domain.gatherings.models import Draw, Eligible, Gathering, Invitation
from sanam.domain.gatherings.permissions import check_hosts, hosts
from sanam.domain.gatherings.policies import check_to_come
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Seat


@transaction.atomic
def invite(
    *,
    by: Actor,
    gathering: Gathering,
    seats: Iterable[Seat] = (),
    eligible: Iterable[Eligible] = (),
    way: Way,
    channel: Channel,
    draw: Draw | None = None,
) -> list[Invitation]:
    """Ask seats and people of the body's list; who was asked already is not asked twice. A seat gets a notice."""
    check_hosts(by, gathering)
    check_to_come(gathering)
    asked = Invitation.objects.filter(gathering=gathering)
    known = {*asked.values_list("seat_id", flat=True), *asked.values_list("eligible_id", flat=True)}
    shared = {"gathering": gathering, "way": way.value, "by_ref": by.ref, "at": clock.now(), "draw": draw}
    new = [
        *_of_seats(
            [one for one in seats if one.pk not in known], shared | {"channel": Channel.APP.value}, gathering.body_id
        ),
        *_of_people([one for one in eligible if one.pk not in known], shared | {"channel": channel.value}, gathering),
    ]
    Invitation.objects.bulk_create(new)
    journal.record_many(by=by, did="gathering.invited", to=[gathering.ref] * len(new))
    for one in new:
        if one.seat_id:
            _tell(by, gathering, str(one.seat_id))
    return new


def _of_seats(seats: Sequence[Seat], shared: dict[str, object], body: UUID | None) -> list[Invitation]:
    """A leg is one of the gathering's own body. A first time is the member's who holds the seat, or a vacant seat's."""
    holders = teams.members_holding(seats)
    asked = Invitation.objects.filter(seat__isnull=False)
    members = set(asked.filter(member__in=holders.values()).values_list("member_id", flat=True))
    vacant = set(asked.filter(member=None, seat__in=[one.pk for one in seats]).values_list("seat_id", flat=True))
    return [
        Invitation(
            seat=one,
            member_id=(member := holders.get(one.pk)),
            leg_id=one.leg_id if one.body_id == body else None,
            first_asked=member not in members if member else one.pk not in vacant,
            **shared,
        )
        for one in seats
    ]


def _of_people(people: Sequence[Eligible], shared: dict[str, object], gathering: Gathering) -> list[Invitation]:
    ours = [one for one in people if one.off_at is None and one.body_id == gathering.body_id]
    asked = set(Invitation.objects.filter(eligible__in=ours).values_list("eligible_id", flat=True))
    return [Invitation(eligible=one, leg_id=one.leg_id, first_asked=one.pk not in asked, **shared) for one in ours]


def _tell(by: Actor, gathering: Gathering, seat: str) -> None:
    on = gathering.starts_at.astimezone(clock.BANGKOK).date() if gathering.starts_at else None
    day_th, day_en = (say_date(on), say_date(on, language="en")) if on else ("", "")
    notices.tell(
        by=by,
        seat=seat,
        kind="invited",
        about=gathering.ref,
        th=f"{by.label} ชวนมาวงคุย “{gathering.title[:120]}” {day_th}",
        en=f"{by.in_english} asks you to “{gathering.title[:120]}”, {day_en}",
        path=f"/gatherings/{gathering.pk}/",
    )


@transaction.atomic
def answer(*, by: Actor, invitation: Invitation, answer: Answer) -> Invitation:
    """Say whether one comes: a seat for itself, or a host who heard it from them, which is kept as assisted."""
    mine = invitation.seat_id is not None and by.ref == str(invitation.seat_id)
    if not mine and not hosts(by, invitation.gathering):
        raise NotAllowed("gatherings.not_asked", "คำชวนนี้ไม่ได้ถึงที่นั่งนี้", "This seat was not asked.")
    check_to_come(invitation.gathering)
    invitation.answer = answer.value
    invitation.answered_at, invitation.answered_by_ref = clock.now(), by.ref
    invitation.save(update_fields=["answer", "answered_at", "answered_by_ref"])
    journal.record(by=by, did=f"invitation.{answer.value}", to=f"invitation:{invitation.pk}")
    if invitation.seat_id:
        about, seat = f"gathering:{invitation.gathering_id}", str(invitation.seat_id)
        notices.settle(by=by, about=about, kinds=("invited",), seats=[seat])
    return invitation
