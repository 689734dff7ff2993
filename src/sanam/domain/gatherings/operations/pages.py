"""Deeds: a gathering's page is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Gathering, OpenQuestion, Photo, Point
from sanam.domain.gatherings.permissions import check_can_write
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import operations as journal
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Page:
    """What a meeting page says; photos are (width, height, bytes), points (number, text), `held_on` ISO or empty."""

    title: str
    text: str
    held_on: str = ""
    headcount: int | None = None
    networks: Sequence[str] = ()
    tags: Sequence[str] = ()
    intro: Sequence[str] = ()
    points: Sequence[tuple[int, str]] = ()
    photos: Sequence[tuple[int, int, int]] = ()
    open_questions: Sequence[str] = ()
    thanks: str = ""
    signature_name: str = ""
    signature_position: str = ""
    unread: Sequence[str] = ()


@transaction.atomic
def keep_page(*, by: Actor, page: Page) -> Gathering:
    """Keep a meeting page as a gathering; the same page twice, or an earlier version of it, is the same gathering.

    A corrected page becomes a gathering of its own until somebody says that it corrects one (`versions`).
    """
    if not by.may(Can.READ_FILES_IN):
        check_can_write(by)
    digest = hashlib.sha256(page.text.encode()).hexdigest()
    if known := Gathering.objects.filter(Q(digest=digest) | Q(versions__digest=digest)).first():
        return known
    gathering = Gathering.objects.create(
        title=page.title[:300],
        stage=Stage.APPROVED,
        held_on=page.held_on,
        headcount=page.headcount,
        networks=list(page.networks),
        tags=list(page.tags),
        intro=list(page.intro),
        thanks=page.thanks,
        signature_name=page.signature_name[:120],
        signature_position=page.signature_position[:200],
        unread=list(page.unread),
        text=page.text,
        digest=digest,
        by_ref=by.ref,
        created_at=clock.now(),
    )
    _keep_parts(gathering, page)
    journal.record(by=by, did="gathering.kept", to=gathering.ref, details={"sha256": digest})
    return gathering


def _keep_parts(gathering: Gathering, page: Page) -> None:
    Photo.objects.bulk_create(
        Photo(gathering=gathering, order=order, width=width, height=height, bytes=size)
        for order, (width, height, size) in enumerate(page.photos, start=1)
    )
    Point.objects.bulk_create(Point(gathering=gathering, number=number, text=text) for number, text in page.points)
    since = gathering.held.earliest() if gathering.held else clock.today()
    OpenQuestion.objects.bulk_create(
        OpenQuestion(gathering=gathering, text=text, since_on=since) for text in page.open_questions
    )
