"""Reads: what a seat should hear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.notices.letters import links, post
from sanam.domain.notices.models import Letter, Mailbox, Notice
from sanam.domain.notices.words import LetterState


def unread(actor: Actor, limit: int = 10) -> QuerySet[Notice]:
    """The newest unread notices of the seat acting."""
    return Notice.objects.filter(seat_ref=actor.ref, read_at=None).order_by("-id")[:limit]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a seat's notices, and the number to ask for the next with; None where it is the last."""

    notices: tuple[Notice, ...]
    older: int | None


def page(actor: Actor, *, before: int = 0, only_unread: bool = False, size: int = 30) -> Page:
    """The notices of the seat acting, newest first, from before a number on."""
    found = Notice.objects.filter(seat_ref=actor.ref).order_by("-id")
    if only_unread:
        found = found.filter(read_at=None)
    rows = list((found.filter(id__lt=before) if before else found)[: size + 1])
    return Page(tuple(rows[:size]), rows[size - 1].pk if len(rows) > size else None)


def mailbox(actor: Actor) -> Mailbox | None:
    """Where the member acting wants to hear; None where they never said."""
    return Mailbox.objects.filter(member_ref=actor.member).exclude(address="").first() if actor.member else None


def can_send() -> bool:
    """Whether this installation sends e-mail at all."""
    return post.is_set_up()


def link_fits(mailbox_id: str, what: str, token: str) -> bool:
    """Whether a link of a letter still works, before anybody is asked to confirm it."""
    box = Mailbox.objects.filter(id=mailbox_id).exclude(address="").first()
    return box is not None and links.fits(box, what, token)


@dataclass(frozen=True, slots=True)
class Post:
    """How the post does, for whoever looks after the installation: counts, and one word of what went wrong last."""

    wanted: int
    waiting_long: int
    given_up: int
    failed: str


def post_report() -> Post:
    """What the doctor says of e-mail; nothing of any member."""
    now = clock.now()
    long = Letter.objects.filter(state=LetterState.WAITING, made_at__lt=now - timedelta(hours=1))
    given_up = Letter.objects.filter(state=LetterState.GIVEN_UP, made_at__gt=now - timedelta(days=7))
    last = Letter.objects.exclude(failed="").order_by("-made_at", "-id").values_list("failed", flat=True).first()
    return Post(Mailbox.objects.exclude(address="").count(), long.count(), given_up.count(), last or "")
