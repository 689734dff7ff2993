"""Who may call a gathering together, write of it, and look after what it left open."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.gatherings.models import Action, OpenQuestion
from sanam.domain.teams.words import Can


def check_can_write(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not write gatherings."""
    if not actor.may(Can.WRITE_GATHERINGS):
        raise NotAllowed("gatherings.mandate", "ที่นั่งนี้เขียนวงคุยไม่ได้", "This seat cannot write gatherings.")


def can_write(actor: Actor) -> bool:
    """Whether this seat writes gatherings."""
    return actor.may(Can.WRITE_GATHERINGS)


def check_can_take_part(actor: Actor) -> None:
    """Whoever may see gatherings may take up a question and say what they learned; raises NotAllowed for others."""
    if not actor.member or not actor.may(Can.SEE_GATHERINGS):
        raise NotAllowed("gatherings.sees_none", "ที่นั่งนี้ไม่ได้ร่วมวงคุย", "This seat takes no part in gatherings.")


def check_can_look_after(actor: Actor, thing: OpenQuestion | Action) -> None:
    """Its owner, or a seat that writes gatherings; raises NotAllowed for others."""
    if not can_look_after(actor, thing):
        raise NotAllowed(
            "gatherings.not_its_owner",
            "เรื่องนี้มีเจ้าของ เจ้าของหรือที่นั่งที่เขียนวงคุยได้เป็นผู้ทำ",
            "This is somebody's: its owner does it, or a seat that writes gatherings.",
        )


def can_look_after(actor: Actor, thing: OpenQuestion | Action) -> bool:
    """Whether this seat owns the thing or writes gatherings."""
    owns = bool(actor.ref) and str(thing.owner_id) == actor.ref
    return bool(actor.member) and actor.may(Can.SEE_GATHERINGS) and (owns or actor.may(Can.WRITE_GATHERINGS))


def check_is_the_installation(actor: Actor) -> None:
    """What runs by the clock is asked for by nobody; raises NotAllowed for a seat."""
    if actor.kind is not ActorKind.INSTALLATION:
        raise NotAllowed("gatherings.by_the_clock", "งานนี้ระบบทำเองตามเวลา", "This is done by the clock alone.")
