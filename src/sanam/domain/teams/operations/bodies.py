"""Bodies, their legs and the organisations in them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Body, Leg, Organisation, Seat
from sanam.domain.teams.permissions import check_can_set_up
from sanam.domain.teams.words import DEFAULT_LEGS, FEWEST_LEGS, MOST_LEGS, BodyKind


@transaction.atomic
def found(
    *,
    by: Actor,
    kind: BodyKind,
    name_th: str,
    name_en: str,
    area_codes: Sequence[str],
    parent: Body | None = None,
    legs: Sequence[tuple[str, str]] = DEFAULT_LEGS,
) -> Body:
    """Found a body with three to six legs, each (Thai name, English name), in the order given."""
    check_can_set_up(by)
    if not FEWEST_LEGS <= len(legs) <= MOST_LEGS:
        raise BadInput(
            "teams.legs", "คณะหนึ่งมีได้ ๓ ถึง ๖ ขา", "A body has three to six legs.", details={"legs": len(legs)}
        )
    body = Body.objects.create(kind=kind, name_th=name_th, name_en=name_en, area_codes=list(area_codes), parent=parent)
    today = clock.today()
    Leg.objects.bulk_create(
        Leg(body=body, order=order, name_th=th, name_en=en, from_on=today)
        for order, (th, en) in enumerate(legs, start=1)
    )
    journal.record(by=by, did="teams.body_founded", to=f"body:{body.id}", details={"legs": len(legs)})
    return body


@transaction.atomic
def admit(*, by: Actor, name_th: str, name_en: str, area_code: str, hospital_code: str = "") -> Organisation:
    """Admit an organisation: an office, a hospital, a municipality, an association."""
    check_can_set_up(by)
    organisation = Organisation.objects.create(
        name_th=name_th, name_en=name_en, area_code=area_code, hospital_code=hospital_code
    )
    journal.record(by=by, did="teams.organisation_admitted", to=f"organisation:{organisation.id}")
    return organisation


@transaction.atomic
def need_filled(*, by: Actor, body: Body, fewest: int) -> Body:
    """Say how many seats of a body must be filled before it decides; nobody inside it loosens that for themselves."""
    check_can_set_up(by)
    if fewest < 0 or fewest > Seat.objects.filter(body=body, closed_on=None).count():
        raise BadInput("teams.fewest", "มากกว่าที่นั่งที่มีไม่ได้", "It cannot be more than the seats there are.")
    before, body.fewest_filled = body.fewest_filled, fewest
    body.save(update_fields=["fewest_filled"])
    details = {"before": before, "after": fewest}
    journal.record(by=by, did="teams.body_needs", to=f"body:{body.id}", details=details)
    return body
