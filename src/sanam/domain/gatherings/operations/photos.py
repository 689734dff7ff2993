"""Deeds: a photo is added to a gathering, described, put in its place, and taken down when somebody asks.

A photo is drawn anew before the transaction begins: that takes a second nobody else should wait for.
"""

from __future__ import annotations

from typing import BinaryIO

from django.db import transaction
from django.db.models import Max

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.gatherings.models import Gathering, Photo, Shot
from sanam.domain.gatherings.permissions import check_writes_of
from sanam.domain.gatherings.words import Faces, Stage
from sanam.domain.journal import operations as journal
from sanam.domain.media import operations as media
from sanam.domain.media import pictures

MOST_PHOTOS = 60
LONGEST_ALT = 300


def add(*, by: Actor, gathering: Gathering, source: BinaryIO, file_name: str = "") -> Shot:
    """Keep a photo of a gathering, drawn anew; nobody has said yet what is on it, so it stays in the house.

    Raises BadInput for what is no picture of ours, as `media.operations.keep_picture` does.
    """
    check_writes_of(by, gathering)
    _check_room(gathering)
    drawn = pictures.drawn_anew(source)
    with transaction.atomic():
        Gathering.objects.select_for_update().get(id=gathering.id)
        order = _check_room(gathering)
        new = new_id()
        kept = media.keep_drawn(by=by, drawn=drawn, file_name=file_name, owner=f"photo:{new}")
        shot = Shot.objects.create(id=new, gathering=gathering, kept=kept, order=order, at=clock.now(), by_ref=by.ref)
        journal.record(by=by, did="photo.added", to=shot.ref, details={"gathering": gathering.ref})
    return shot


@transaction.atomic
def describe(*, by: Actor, shot: Shot, alt: str, faces: Faces, people: str = "", listed: Photo | None = None) -> Shot:
    """Say what is on a photo (at most 300 characters), whether the people in it agreed, and which photo of the page
    it is the file of: what the page lists of that one stays as it is written.
    """
    locked = _locked(by, shot)
    alt, people = " ".join(alt.split()), " ".join(people.split())
    if len(alt) > LONGEST_ALT or len(people) > LONGEST_ALT:
        raise BadInput(
            "photos.too_long",
            f"เขียนให้ไม่เกิน {LONGEST_ALT} ตัวอักษร",
            f"Keep it to {LONGEST_ALT} characters.",
        )
    if faces is Faces.AGREED and not people:
        raise BadInput(
            "photos.who_agreed",
            "บอกด้วยว่าใครอยู่ในภาพ และยินยอมกันอย่างไร",
            "Say who is in the photo, and how they agreed.",
        )
    if listed:
        _check_free(locked, listed)
    locked.alt, locked.faces, locked.people, locked.listed = alt, faces.value, people, listed
    locked.save(update_fields=["alt", "faces", "people", "listed"])
    # the words themselves may name somebody: the journal keeps what was decided
    details = {"faces": faces.value, "alt": bool(alt), "listed": listed.order if listed else None}
    journal.record(by=by, did="photo.described", to=locked.ref, details=details)
    return locked


@transaction.atomic
def move(*, by: Actor, shot: Shot, earlier: bool) -> Shot:
    """Let a photo change places with its neighbour; the first stays first and the last stays last."""
    locked = _locked(by, shot)
    Gathering.objects.select_for_update().get(id=locked.gathering_id)
    row = list(Shot.objects.filter(gathering=locked.gathering_id, listed=None, down_at=None))
    at = next((place for place, one in enumerate(row) if one.id == locked.id), None)
    to = None if at is None else at + (-1 if earlier else 1)
    if at is None or to is None or not 0 <= to < len(row):
        return locked
    row[at], row[to] = row[to], row[at]
    for order, one in enumerate(row, start=1):
        one.order = order
    Shot.objects.bulk_update(row, ["order"])
    journal.record(by=by, did="photo.moved", to=locked.ref, details={"to": to + 1})
    return next(one for one in row if one.id == locked.id)


@transaction.atomic
def take_down(*, by: Actor, shot: Shot, asked_by: str) -> Shot:
    """Take a photo away for good, because somebody asked; the row says who, and the file is gone."""
    locked = _locked(by, shot)
    if not (asked_by := " ".join(asked_by.split())):
        raise BadInput("photos.who_asked", "บอกด้วยว่าใครขอให้เอาลง", "Say who asked for it to be taken down.")
    kept = locked.kept
    locked.kept, locked.alt, locked.people = None, "", ""
    locked.down_at, locked.down_by_ref, locked.down_asked_by = clock.now(), by.ref, asked_by[:200]
    locked.save()
    if kept:
        media.remove(by=by, kept=kept)
    journal.record(
        by=by, did="photo.taken_down", to=locked.ref, details={"gathering": f"gathering:{locked.gathering_id}"}
    )
    return locked


def _locked(by: Actor, shot: Shot) -> Shot:
    """The photo as it is now, held until the deed is done; raises NotHere for one that was taken down."""
    found = Shot.objects.select_for_update(of=("self",)).select_related("gathering").filter(id=shot.id).first()
    if found is None or found.down_at:
        raise NotHere("photos.not_here", "ไม่พบภาพนี้", "There is no such photo.")
    check_writes_of(by, found.gathering)
    return found


def _check_free(shot: Shot, listed: Photo) -> None:
    """Raises for a photo that another page lists, and for one that has its file already."""
    if listed.gathering_id != shot.gathering_id:
        raise NotHere("photos.not_listed", "ไม่พบภาพนี้ในหน้ากระดาษ", "The page lists no such photo.")
    if Shot.objects.filter(listed=listed, down_at=None).exclude(id=shot.id).exists():
        raise Refused("photos.attached", "ภาพนี้มีไฟล์อยู่แล้ว", "This photo has its file already.")


def _check_room(gathering: Gathering) -> int:
    """The place after the last photo; raises Refused where there is none, and for a gathering called off."""
    if gathering.stage == Stage.CALLED_OFF:
        raise Refused("photos.called_off", "วงนี้งดนัดไปแล้ว จึงไม่มีภาพ", "This gathering was called off.")
    there = Shot.objects.filter(gathering=gathering, down_at=None)
    if there.count() >= MOST_PHOTOS:
        raise Refused(
            "photos.enough",
            f"วงหนึ่งเก็บได้ {MOST_PHOTOS} ภาพ เอาภาพที่ไม่ใช้ลงก่อน",
            f"A gathering keeps {MOST_PHOTOS} photos; take one down first.",
        )
    return (there.aggregate(last=Max("order"))["last"] or 0) + 1
