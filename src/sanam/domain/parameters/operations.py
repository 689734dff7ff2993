"""Deeds: a dial is turned, within its bounds, and by a rule."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.parameters.models import Turn

TURN = "parameters.turn"


@transaction.atomic
def turn(*, by: Actor, name: str, value: float, rule_ref: str, rule_label: str) -> Turn:
    """Turn a dial; raises NotAllowed without the capability, BadInput out of bounds."""
    if not by.may(TURN):
        raise NotAllowed("parameters.only_rules", "ค่านี้ปรับได้ด้วยกติกาเท่านั้น", "Only an agreed rule turns this dial.")
    dial = DIALS.get(name)
    whole = dial is not None and (dial.unit == "share" or value == value // 1)
    if dial is None or not whole or not dial.lowest <= value <= dial.highest:
        bounds = f"{dial.lowest:g}–{dial.highest:g} {dial.unit}" if dial else "-"
        raise BadInput("parameters.out_of_bounds", f"ค่านี้ปรับได้ในช่วง {bounds}", f"This dial turns within {bounds}.")
    turned = Turn.objects.create(name=name, value=value, rule_ref=rule_ref, rule_label=rule_label, at=clock.now())
    journal.record(by=by, did="parameters.turned", to=f"dial:{name}", details={"value": value}, because=rule_ref)
    return turned
