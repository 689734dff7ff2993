"""Reads: one gathering as its page shows it, to a seat and to anybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Gathering, PageVersion, Publication, Shot
from sanam.domain.gatherings.permissions import rights, writes_of
from sanam.domain.gatherings.queries.frames import Frame, frames
from sanam.domain.gatherings.queries.pages import gathering, one_of, visible
from sanam.domain.gatherings.queries.related import Related, related
from sanam.domain.gatherings.queries.reports import Report, report
from sanam.domain.gatherings.words import Stage
from sanam.domain.media.models import Kept


@dataclass(frozen=True, slots=True)
class Shown:
    """A gathering with all that its page says; what the reader may not see is not in it."""

    gathering: Gathering
    report: Report
    frames: list[Frame]
    related: list[Related]
    publication: Publication | None = None
    may_write: bool = False
    may_publish: bool = False
    versions: list[PageVersion] = field(default_factory=list)
    corrects: list[Gathering] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """How many photos the public does not see yet, though they are there."""
        return sum(frame.waits or bool(frame.shot and not frame.shot.cleared) for frame in self.frames)


def shown(actor: Actor, gathering_id: str) -> Shown:
    """One gathering as this seat sees it; raises NotHere. Photos nobody was asked about: who writes of it alone."""
    found = gathering(actor, gathering_id)
    writes, publishes = rights(actor, found)
    return Shown(
        gathering=found,
        report=report(found),
        frames=frames(found, all_of_them=writes),
        related=related(found, visible(actor)),
        publication=getattr(found, "standing", None),
        may_write=writes,
        may_publish=publishes,
        versions=list(found.versions.all()) if found.was_read_in else [],
        corrects=list(corrected_by(found)) if writes else [],
    )


def public(gathering_id: UUID) -> Shown:
    """The page anybody may read; raises NotHere where none is published, in the words for one that is not there."""
    found = one_of(published(), str(gathering_id))
    return Shown(
        gathering=found,
        report=report(found),
        frames=frames(found, all_of_them=False),
        related=related(found, published()),
        publication=getattr(found, "standing", None),
    )


def public_photo(gathering_id: UUID, shot_id: UUID) -> Kept:
    """The file of a photo on a published page; raises NotHere for one that is not cleared, as for none at all."""
    shot = Shot.objects.filter(id=shot_id, gathering__in=published().filter(id=gathering_id)).select_related("kept")
    found = shot.first()
    if found is None or found.kept is None or not found.cleared:
        raise _not_here()
    return found.kept


def published() -> QuerySet[Gathering]:
    """Gatherings whose page anybody may read: published, and the report still approved."""
    standing = Publication.objects.filter(gathering=OuterRef("pk"), withdrawn_at=None)
    return Gathering.objects.filter(Exists(standing), stage=Stage.APPROVED)


def corrected_by(page: Gathering) -> QuerySet[Gathering]:
    """Older pages of the same title and day, which this one may correct; whether it does, a human says."""
    if not page.text:
        return Gathering.objects.none()
    same = Gathering.objects.filter(title=page.title, held_on=page.held_on, body=page.body_id)
    return same.exclude(id=page.id).exclude(text="").filter(created_at__lte=page.created_at).order_by("created_at")


def photo(actor: Actor, shot_id: UUID) -> Shot:
    """A photo of a gathering this seat sees, for who writes of it or once it is cleared; raises NotHere."""
    found = Shot.objects.filter(id=shot_id, down_at=None, gathering__in=visible(actor).values("pk"))
    shot = found.select_related("gathering", "kept", "listed").first()
    if shot is None or not (shot.cleared or writes_of(actor, shot.gathering)):
        raise NotHere("photos.not_here", "ไม่พบภาพนี้", "There is no such photo.")
    return shot


def _not_here() -> NotHere:
    return NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.")
