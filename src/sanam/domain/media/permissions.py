"""Who may see and who may take away, as far as this room can know."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotHere
from sanam.domain.media import owners
from sanam.domain.media.models import Kept
from sanam.domain.media.words import Kind


def check_sees(actor: Actor, kept: Kept) -> None:
    """Raises NotHere for what the owner does not show this actor."""
    if not owners.sees(actor, kept.owner):
        raise not_here()


def check_can_remove(actor: Actor, kept: Kept) -> None:
    """Raises NotHere unless the actor sees it, kept it, or is the installation; the owner's deed asks the rest."""
    if not (owners.sees(actor, kept.owner) or handles(actor, kept)):
        raise not_here()


def check_can_read(actor: Actor, kept: Kept) -> None:
    """Raises NotHere unless this is a paper, opened by the installation or by the one who kept it."""
    if kept.kind != Kind.PAPER or not handles(actor, kept):
        raise not_here()


def handles(actor: Actor, kept: Kept) -> bool:
    """Whether this is the installation, or the one who kept it."""
    return actor.kind is ActorKind.INSTALLATION or (bool(actor.ref) and actor.ref == kept.by_ref)


def not_here() -> NotHere:
    """One answer for "no such file" and "not yours to see": the difference would itself tell something."""
    return NotHere("media.not_here", "ไม่พบรูปหรือเอกสารนี้", "There is no such picture or paper.")
