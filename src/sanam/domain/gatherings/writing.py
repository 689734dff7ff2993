"""How every deed begins that writes in a report, and how whoever wrote is known."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.models import Gathering, Writer
from sanam.domain.gatherings.permissions import check_writes_of
from sanam.domain.gatherings.policies import check_can_be_written
from sanam.domain.teams import queries as teams


def begin(by: Actor, gathering: Gathering) -> Gathering:
    """The gathering, locked, when this actor may write of it now; raises NotAllowed and Refused."""
    check_writes_of(by, gathering)
    locked = Gathering.objects.select_for_update().get(id=gathering.id)
    check_can_be_written(locked)
    return locked


def sign(by: Actor, gathering: Gathering) -> None:
    """Whoever wrote is known, and the first of them signs the report, as such pages are signed."""
    if not by.member:
        return
    Writer.objects.get_or_create(gathering=gathering, member_ref=by.member, defaults={"seat_ref": by.ref})
    if not gathering.signature_name:
        gathering.signature_name = teams.member_name(by.member)[:120]
        gathering.signature_position = by.label[:200]
        gathering.save(update_fields=["signature_name", "signature_position"])
