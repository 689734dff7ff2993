"""Who may call a gathering together and write of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed, NotHere
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Action, Gathering, OpenQuestion
    from sanam.domain.teams.models import Body, Seat

SECRETARY = "district_secretary"


def check_can_write(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not write gatherings."""
    if not actor.may(Can.WRITE_GATHERINGS):
        raise NotAllowed("gatherings.mandate", "ที่นั่งนี้เขียนวงคุยไม่ได้", "This seat cannot write gatherings.")


def check_can_see(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not see gatherings."""
    if not actor.may(Can.SEE_GATHERINGS):
        raise NotAllowed("gatherings.unseen", "ที่นั่งนี้ไม่เห็นวงคุย", "This seat does not see gatherings.")


def check_keeps_list(actor: Actor, body: Body) -> None:
    """Raises NotHere unless this seat writes gatherings in this very body: its list is nobody else's."""
    check_can_write(actor)
    seat = seat_of(actor)
    if seat is None or seat.body_id != body.pk:
        raise NotHere("gatherings.list_not_here", "ไม่พบรายชื่อนี้", "There is no such list.")


def hosts(actor: Actor, gathering: Gathering) -> bool:
    """Whether this seat invites to a gathering and keeps its door: one that was called, and that it writes of."""
    return gathering.body_id is not None and writes_of(actor, gathering)


def check_hosts(actor: Actor, gathering: Gathering) -> None:
    """Raises NotAllowed for a page that was read in, and as `check_writes_of` does."""
    check_can_write(actor)
    if not hosts(actor, gathering):
        raise _other_body()


def seat_of(actor: Actor) -> Seat | None:
    """The seat acting; None for the installation and for a phone at the door."""
    return teams.seat(actor.ref) if actor.kind is ActorKind.SEAT else None


def check_can_take_part(actor: Actor) -> None:
    """Whoever may see gatherings may take up a question and say what they learned; raises NotAllowed for others."""
    if not actor.member or not actor.may(Can.SEE_GATHERINGS):
        raise NotAllowed("gatherings.sees_none", "ที่นั่งนี้ไม่ได้ร่วมวงคุย", "This seat takes no part in gatherings.")


def check_can_look_after(actor: Actor, thing: OpenQuestion | Action) -> None:
    """Its owner, or a seat that writes of its gathering; raises NotAllowed for others."""
    if not can_look_after(actor, thing):
        raise NotAllowed(
            "gatherings.not_its_owner",
            "เรื่องนี้เจ้าของ หรือคนที่เขียนวงนั้นได้ เป็นผู้ทำ",
            "Its owner does this, or a seat that writes of its gathering.",
        )


def can_look_after(actor: Actor, thing: OpenQuestion | Action) -> bool:
    """Whether this seat owns the thing or writes of its gathering."""
    if not actor.member or not actor.may(Can.SEE_GATHERINGS):
        return False
    return str(thing.owner_id) == actor.ref or writes_of(actor, thing.gathering)


def check_is_the_installation(actor: Actor) -> None:
    """What runs by the clock is asked for by nobody; raises NotAllowed for a seat."""
    if actor.kind is not ActorKind.INSTALLATION:
        raise NotAllowed("gatherings.by_the_clock", "งานนี้ระบบทำเองตามเวลา", "This is done by the clock alone.")


def writes_of(actor: Actor, gathering: Gathering) -> bool:
    """Whether this seat writes of this gathering: it sits in its body, or called it; of a page read in, any writer."""
    return rights(actor, gathering)[0]


def rights(actor: Actor, gathering: Gathering) -> tuple[bool, bool]:
    """Whether this seat writes of this gathering, and whether it may publish its page.

    A writer of the body may both; the seat that called it, for a body beneath its own, may write. A page that was read
    in belongs to no body: any writer may add to it, and the secretary of a district alone may publish it.
    """
    if not actor.may(Can.WRITE_GATHERINGS):
        return False, False
    if gathering.body_id is None:
        return True, actor.role == SECRETARY
    of_the_body = actor.body == str(gathering.body_id)
    called_it = actor.ref == str(gathering.convened_by_id)
    return of_the_body or called_it, of_the_body


def check_can_call(actor: Actor, body: Body) -> None:
    """A seat calls gatherings of its own body and of those beneath it; raises NotAllowed for another's."""
    check_can_write(actor)
    if actor.kind is ActorKind.SEAT and body not in teams.body_and_below(teams.body_of(actor)):
        raise _other_body()


def check_writes_of(actor: Actor, gathering: Gathering) -> None:
    """Raises NotAllowed for a seat that does not write gatherings, or not those of this body."""
    check_can_write(actor)
    if not writes_of(actor, gathering):
        raise _other_body()


def check_can_publish(actor: Actor, gathering: Gathering) -> None:
    """Raises NotAllowed for a seat that may not publish the page, or take it back."""
    check_can_write(actor)
    writes, publishes = rights(actor, gathering)
    if not writes:
        raise _other_body()
    if not publishes:
        raise NotAllowed(
            "gatherings.publish",
            "หน้าที่อ่านจากกระดาษ เลขานุการ พชอ. เป็นผู้เผยแพร่",
            "A page read from paper is published by the district board's secretary.",
        )


def _other_body() -> NotAllowed:
    return NotAllowed(
        "gatherings.other_body",
        "วงนี้เป็นของคณะอื่น ขอให้ผู้ชวนหรือคนในคณะนั้นทำ",
        "This gathering is another body's; ask whoever called it, or somebody who sits there.",
    )
