"""Reads: who could be asked, who was never asked, and how those who were have answered."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.asked import Answer
from sanam.domain.gatherings.models import Draw, Eligible, Gathering, Invitation
from sanam.domain.gatherings.permissions import check_hosts, check_keeps_list, hosts
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.handover import Open
from sanam.domain.teams.models import Body


@dataclass(frozen=True, slots=True)
class Answers:
    """How many were asked to a gathering, what they said, and how many of them nobody had asked before."""

    asked: int
    yes: int
    later: int
    no: int
    first: int

    @property
    def waiting(self) -> int:
        return self.asked - self.yes - self.later - self.no


def eligible(actor: Actor, body: Body) -> QuerySet[Eligible]:
    """A body's list for a seat that keeps it, each with `asked`: whether an anybody ever asked them; raises NotHere."""
    check_keeps_list(actor, body)
    asked = Exists(Invitation.objects.filter(eligible=OuterRef("pk")))
    return (
        Eligible.objects.filter(body=body, off_at=None)
        .annotate(asked=asked)
        .select_related("leg", "body")
        .order_by("leg__order", "name", "pk")
    )


def one_eligible(actor: Actor, eligible_id: str) -> Eligible:
    """One of the list of the seat's own body; raises NotHere."""
    found = Eligible.objects.filter(pk=eligible_id, off_at=None).select_related("body").first()
    if found is None:
        raise NotHere("gatherings.list_not_here", "ไม่พบรายชื่อนี้", "There is no such list.")
    check_keeps_list(actor, found.body)
    return found


def never_asked(gathering: Gathering) -> dict[str, list[str]]:
    """Ids of the body's list nobody ever asked to anything, by the order of their leg; "0" where none is declared."""
    found = Eligible.objects.filter(body=gathering.body_id, off_at=None)
    pool: dict[str, list[str]] = {}
    for one, leg in found.exclude(Exists(Invitation.objects.filter(eligible=OuterRef("pk")))).values_list(
        "pk", "leg__order"
    ):
        pool.setdefault(str(leg or 0), []).append(str(one))
    return {leg: sorted(ids) for leg, ids in sorted(pool.items())}


def answers(gathering: Gathering) -> Answers:
    """The answers in numbers; no name in it."""
    said = {f"n_{word.value}": Count("id", filter=Q(answer=word.value)) for word in Answer}
    row = Invitation.objects.filter(gathering=gathering).aggregate(
        asked=Count("id"), first=Count("id", filter=Q(first_asked=True)), **said
    )
    return Answers(row["asked"], row["n_yes"], row["n_later"], row["n_no"], row["first"])


def invitations(actor: Actor, gathering: Gathering) -> QuerySet[Invitation]:
    """Everyone asked to a gathering, with names and numbers, for its hosts; raises NotAllowed."""
    check_hosts(actor, gathering)
    return (
        Invitation.objects.filter(gathering=gathering)
        .select_related("seat__organisation", "seat__leg", "member", "eligible", "leg", "gathering")
        .order_by("leg__order", "pk")
    )


def own_invitation(actor: Actor, gathering: Gathering) -> Invitation | None:
    """How the seat acting was asked to a gathering, if it was."""
    if not gathering.body_id or actor.kind is not ActorKind.SEAT:
        return None
    return Invitation.objects.filter(gathering=gathering, seat_id=UUID(actor.ref)).select_related("gathering").first()


def invitation(actor: Actor, invitation_id: int) -> Invitation:
    """One invitation of a gathering this seat may see; raises NotHere."""
    found = Invitation.objects.filter(pk=invitation_id, gathering__in=visible(actor).values("pk"))
    one = found.select_related("gathering", "seat").first()
    if one is None:
        raise NotHere("gatherings.not_asked_here", "ไม่พบคำชวนนี้", "There is no such invitation.")
    return one


def draws(actor: Actor, gathering: Gathering) -> list[Draw]:
    """Every draw of a gathering, the ones nobody liked too; anyone who sees the gathering may check them."""
    return list(Draw.objects.filter(gathering=gathering, gathering__in=visible(actor).values("pk")))


def draw(actor: Actor, draw_id: str) -> Draw:
    """One draw; raises NotHere."""
    found = (
        Draw.objects.filter(pk=draw_id, gathering__in=visible(actor).values("pk")).select_related("gathering").first()
    )
    if found is None:
        raise NotHere("gatherings.no_draw", "ไม่พบการจับฉลากนี้", "There is no such draw.")
    return found


def unanswered_at(seat_id: str) -> list[Open]:
    """Invitations to gatherings to come that wait for this seat's answer, for a hand-over."""
    waiting = Invitation.objects.filter(seat_id=UUID(seat_id), answer="", gathering__stage=Stage.PLANNED)
    return [
        Open(
            ref=f"invitation:{one.pk}",
            th=one.gathering.title,
            en=one.gathering.title,
            path=f"/gatherings/{one.gathering_id}/",
            since=one.at.astimezone(clock.BANGKOK).date(),
        )
        for one in waiting.select_related("gathering").order_by("pk")
    ]


def people_to_ask(actor: Actor, gathering: Gathering) -> list[Eligible]:
    """People of the list of the gathering's body, each with `asked`; for its hosts, empty for others."""
    if not hosts(actor, gathering):
        return []
    asked = Exists(Invitation.objects.filter(eligible=OuterRef("pk")))
    found = Eligible.objects.filter(body=gathering.body_id, off_at=None).annotate(asked=asked)
    return list(found.exclude(invitations__gathering=gathering).order_by("leg__order", "name", "pk"))


def not_yet_here(actor: Actor, gathering: Gathering) -> list[Invitation]:
    """The invited nobody has signed in, for hosts with the list in hand."""
    return [one for one in invitations(actor, gathering).filter(attendance=None) if one.name]
