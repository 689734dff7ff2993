"""Merges: what was joined, what would happen were it parted, and two records side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import QuerySet

from sanam.domain.foundation import national_id
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.merging import choosing, parting
from sanam.domain.registry.merging import since as happened
from sanam.domain.registry.merging.choosing import Line, Saying
from sanam.domain.registry.merging.ledger import Ledger
from sanam.domain.registry.merging.since import Later
from sanam.domain.registry.models import Duplicate, Merge, Person
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.queries.rows import Row, in_a_circle, rows

PAGE = 25


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the comparison, and whether this actor's mandate shows its values; a masked one is not missing."""

    line: Line
    shown: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two records that may be one person: the one that would live on, the other, and field by field what each says."""

    kept: Row
    gone: Row
    lines: list[Told]

    @property
    def rows(self) -> tuple[Row, Row]:
        """Both records, as a list would show them."""
        return self.kept, self.gone


def side_by_side(actor: Actor, pair: Duplicate) -> SideBySide:
    """The two records of a pair; the older one would live on, for its id is known in more places."""
    seen = access.shown(actor, access.visible(actor)).annotate(in_a_circle=in_a_circle()).select_related("household")
    both = list(seen.filter(pk__in=[pair.first_id, pair.second_id]).order_by("created_at", "pk"))
    if len(both) < len({pair.first_id, pair.second_id}):
        raise not_here()
    kept, gone = rows(actor, both)
    told = choosing.lines(kept.person, gone.person)
    return SideBySide(kept, gone, [_veiled(actor, line) for line in told])


def _veiled(actor: Actor, line: Line) -> Told:
    if line.field == "national_id":
        return Told(replace(line, kept=_masked(line.kept), gone=_masked(line.gone)), shown=True)
    mark = Person.privacy.get("prefix" if line.field == "household_id" else line.field, Privacy.PERSONAL)
    if actor.sees(mark):
        return Told(line, shown=True)
    return Told(replace(line, kept=Saying(""), gone=Saying("")), shown=False)


def _masked(saying: Saying) -> Saying:
    return replace(saying, value=national_id.mask(saying.value)) if saying.value else saying


def merges(actor: Actor, before: str = "", size: int = PAGE) -> tuple[list[Merge], str]:
    """A page of merges of records within this actor's scope, newest first, and where the next page begins."""
    found = _within(actor)
    if place := _place(before):
        found = found.filter(pk__lt=place)
    page = list(found.order_by("-pk")[: size + 1])
    return page[:size], str(page[size - 1].pk) if len(page) > size else ""


def merge(actor: Actor, merge_id: str) -> Merge:
    """One merge; raises NotHere unless both records are within this actor's scope."""
    found = _within(actor).filter(pk=merge_id).first()
    if found is None:
        raise not_here()
    return found


def merges_of(actor: Actor, who: Person) -> list[Merge]:
    """The merges that made this record what it is, newest first."""
    return list(_within(actor).filter(kept=who).order_by("-pk"))


def since(actor: Actor, merge: Merge) -> list[Later]:
    """What happened after a merge: stays with the living record when it is parted, or stayed when it was."""
    if merge.sealed_since is not None:
        return happened.unseal(bytes(merge.sealed_since))
    people = access.in_scope(actor).select_related("household").in_bulk([merge.kept_id, merge.gone_id])
    return parting.since(Ledger.unseal(bytes(merge.sealed or b"")), people[merge.kept_id], people[merge.gone_id])


def _within(actor: Actor) -> QuerySet[Merge]:
    both = access.names_record(actor, "kept"), access.names_record(actor, "gone")
    return Merge.objects.filter(*both).select_related("kept", "gone")


def _place(before: str) -> UUID | None:
    """Where a page begins; an address somebody made up begins at the newest."""
    try:
        return UUID(before)
    except ValueError:
        return None
