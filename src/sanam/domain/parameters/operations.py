"""Deeds: a dial is turned, within its bounds, and by a rule."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.parameters.models import Turn
from sanam.domain.parameters.policies import check_takes

TURN = "parameters.turn"


@transaction.atomic
def turn(*, by: Actor, name: str, value: float, rule_ref: str, rule_label: str, rule_label_en: str = "") -> Turn:
    """Turn a dial, by a rule or, with nothing said of one, back to its start.

    Raises NotAllowed without the capability, BadInput out of bounds.
    """
    if not by.may(TURN):
        raise NotAllowed("parameters.only_rules", "ค่านี้ปรับได้ด้วยกติกาเท่านั้น", "Only an agreed rule turns this dial.")
    check_takes(name, value)
    said = {"rule_ref": rule_ref, "rule_label": rule_label, "rule_label_en": rule_label_en}
    turned = Turn.objects.create(name=name, value=value, at=clock.now(), **said)
    journal.record(by=by, did="parameters.turned", to=f"dial:{name}", details={"value": value}, because=rule_ref)
    return turned
