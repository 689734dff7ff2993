"""Deeds: a gathering's page is opened to anybody, and taken back."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.gatherings.models import Gathering, Publication
from sanam.domain.gatherings.permissions import check_can_publish
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal import operations as journal


@transaction.atomic
def publish(*, by: Actor, gathering: Gathering, read_through: bool, findable: bool = False) -> Publication:
    """Open the page of an approved report to anybody; search engines are told to pass unless `findable`.

    `read_through` is the publisher's word that the text names nobody who is cared for.
    """
    check_can_publish(by, gathering)
    locked = Gathering.objects.select_for_update().get(id=gathering.id)
    if locked.stage != Stage.APPROVED:
        raise Refused(
            "publishing.not_approved",
            "เผยแพร่ได้เมื่อรับรองรายงานแล้ว",
            "The page can be published once its report is approved.",
        )
    if not read_through:
        raise BadInput(
            "publishing.read_through",
            "อ่านทั้งหน้าก่อน แล้วยืนยันว่าไม่มีชื่อคนที่เราดูแล",
            "Read the whole page first, and confirm that it names nobody we care for.",
        )
    now = clock.now()
    standing = Publication.objects.filter(gathering=locked, withdrawn_at=None).first()
    if standing and standing.findable == findable:
        return standing
    if standing:
        _end(standing, by)
    published = Publication.objects.create(gathering=locked, at=now, by_ref=by.ref, findable=findable)
    journal.record(by=by, did="gathering.published", to=locked.ref, details={"findable": findable})
    return published


@transaction.atomic
def withdraw(*, by: Actor, gathering: Gathering) -> None:
    """Take the public page back; from the next request on nobody outside finds it."""
    check_can_publish(by, gathering)
    Gathering.objects.select_for_update().get(id=gathering.id)
    standing = Publication.objects.filter(gathering=gathering, withdrawn_at=None).first()
    if standing is None:
        raise NotHere("publishing.none", "หน้านี้ไม่ได้เผยแพร่อยู่", "This page is not published.")
    _end(standing, by)
    journal.record(by=by, did="gathering.withdrawn", to=gathering.ref)


def _end(standing: Publication, by: Actor) -> None:
    standing.withdrawn_at, standing.withdrawn_by_ref = clock.now(), by.ref
    standing.save(update_fields=["withdrawn_at", "withdrawn_by_ref"])
