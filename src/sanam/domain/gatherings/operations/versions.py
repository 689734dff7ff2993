"""Deeds: a corrected page takes the place of the one it corrects, when a human says so."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.gatherings.models import Gathering, OpenQuestion, PageVersion, Photo, Point, Shot
from sanam.domain.gatherings.permissions import check_can_write
from sanam.domain.gatherings.queries.showing import corrected_by
from sanam.domain.journal import operations as journal

SAID = (
    *("headcount", "networks", "tags", "intro", "thanks", "signature_name", "signature_position", "unread"),
    *("text", "digest"),
)


@transaction.atomic
def take_as_correction(*, by: Actor, page: Gathering, of: Gathering) -> Gathering:
    """Let a page be the newest version of an older one of the same title and day; gives the gathering that stays.

    It keeps its id, its photos' files and what it was published as; what the page said before is kept beside it.
    Open questions stay until they are concluded, whatever a corrected page leaves out.
    """
    check_can_write(by)
    ids = sorted((page.id, of.id))
    held = {one.id: one for one in Gathering.objects.select_for_update().filter(id__in=ids).order_by("id")}
    if len(held) < 2 or not corrected_by(held[page.id]).filter(id=of.id).exists():
        raise _another()
    newer, older = held[page.id], held[of.id]
    if newer.publications.filter(withdrawn_at=None).exists():
        raise Refused(
            "versions.published",
            "ฉบับใหม่เผยแพร่อยู่ ถอนหน้าสาธารณะก่อน แล้วรวมอีกครั้ง",
            "The newer page is published; withdraw it first, then join them.",
        )
    PageVersion.objects.create(
        gathering=older, text=older.text, digest=older.digest or "", until=clock.now(), by_ref=by.ref
    )
    _bring_parts(newer, older)
    told = {name: getattr(newer, name) for name in SAID}
    newer.publications.all().delete()
    newer.versions.update(gathering=older)
    newer.delete()
    Gathering.objects.filter(id=older.id).update(**told)
    journal.record(by=by, did="gathering.corrected", to=older.ref, details={"sha256": told["digest"]})
    return Gathering.objects.get(id=older.id)


def _bring_parts(newer: Gathering, older: Gathering) -> None:
    """What the newer page lists and counts takes the place of what the older did; files follow their photo."""
    Shot.objects.filter(gathering=newer).update(gathering=older, order=F("order") + 1000, listed=None)
    files = {shot.listed: shot for shot in Shot.objects.filter(gathering=older, down_at=None).exclude(listed=None)}
    older.photos.all().delete()
    Photo.objects.filter(gathering=newer).update(gathering=older)
    now = {(one.order, one.width, one.height, one.bytes): one for one in older.photos.all()}
    for before, shot in files.items():
        # the same line in the same place: the same photo; a line that changed leaves its file among the others
        same = now.get((before.order, before.width, before.height, before.bytes)) if before else None
        Shot.objects.filter(id=shot.id).update(listed=same)
    older.points.all().delete()
    Point.objects.filter(gathering=newer).update(gathering=older)
    known = set(older.open_questions.values_list("text", flat=True))
    OpenQuestion.objects.filter(gathering=newer).exclude(text__in=known).update(gathering=older)


def _another() -> Refused:
    return Refused(
        "versions.another",
        "สองหน้านี้ชื่อหรือวันไม่ตรงกัน จึงไม่ใช่ฉบับแก้ของกัน",
        "These two pages differ in title or day, so neither corrects the other.",
    )
