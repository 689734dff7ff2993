"""After a backup came back: whoever was erased since it was made is erased again, by the list kept outside it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import Person, SubjectRequest, Tombstone
from sanam.domain.registry.operations import erasure
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.rights import behind, going, ledger, marks, unlisted
from sanam.domain.registry.rights.ledger import Line
from sanam.domain.registry.rights.words import WAITING, RequestState

BECAUSE = "erasure:again"


@transaction.atomic
def erase_again(*, by: Actor) -> int:
    """Do to this database what the list says and it does not know yet; gives how many people were erased.

    For the installation alone, on a database nobody else has seen. Nothing stops it: what stood in the way then was
    settled before they were erased. Raises Refused for a list that is not ours.
    """
    if by.kind is not ActorKind.INSTALLATION:
        raise not_here()
    lines = ledger.read()
    lifted = {line.tombstone: line.at for line in lines if line.did == ledger.LIFTED}
    known = {str(pk) for pk in Tombstone.objects.values_list("pk", flat=True)}
    later = [line for line in lines if line.did == ledger.ERASED and line.tombstone not in known]
    theirs = ledger.whom(later)
    for line in later:
        _erase(by, line, theirs.get(line.tombstone, []))
    for stone in Tombstone.objects.filter(pk__in=lifted, lifted_at=None).order_by("at", "id"):
        erasure.take_marks_away(by=by, tombstone=stone, at=datetime.fromisoformat(lifted[str(stone.pk)]))
    journal.record_many(by=by, did="listed.erased", to=unlisted.erase_again(lines), because=BECAUSE)
    return sum(bool(ids) for ids in theirs.values())


@transaction.atomic
def keep_list(*, by: Actor) -> int:
    """Write down what the list lacks; gives how many tombstones and names that were. From the minute's timer."""
    if by.kind is not ActorKind.INSTALLATION:
        raise not_here()
    lacking = ledger.missing()
    for tombstone in lacking:
        ledger.write(tombstone)
    names = unlisted.missing(ledger.read())
    ledger.add(names)
    return len(lacking) + len(names)


def _erase(by: Actor, line: Line, ids: list[Any]) -> None:
    records = list(Person.objects.filter(pk__in=ids).order_by("pk"))
    if not records:  # added and erased since the backup: it never knew them
        return
    known = [going.known_of(one) for one in records if one.merged_into_id not in ids]
    people = [pk for one in known for pk in one.people]
    tombstone = Tombstone.objects.create(
        id=line.tombstone,
        refs=[f"person:{one}" for one in people],
        area_code=records[0].area_code[: erasure.SUB_DISTRICT],
        at=datetime.fromisoformat(line.at),
        by_ref=by.ref,
        by_label=by.label,
        kept=behind.what_is_kept(),
    )
    marks.leave(tombstone, people)
    waiting = SubjectRequest.objects.filter(subject__in=people, state__in=WAITING)
    waiting.update(state=RequestState.ANSWERED.value, answered_on=tombstone.at.date())
    for one in known:
        behind.empty_requests(one, tombstone)
        going.let_go(by, one, because=BECAUSE)
    for ref in tombstone.refs:
        journal.record(by=by, did="person.erased", to=ref, because=BECAUSE)
