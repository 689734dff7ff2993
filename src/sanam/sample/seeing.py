"""A round of the villages: in some of พนางตุง somebody went from house to house, so the map has tones."""

from __future__ import annotations

from datetime import timedelta

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import ALWAYS_DUE, FactGroup, How
from sanam.sample.dice import dice_for

VILLAGES = {"93051201": 0.9, "93051202": 0.6, "93051203": 0.8, "93051205": 0.7, "93051209": 0.3}
"""How much of each village was met."""


def go_round(manager: Actor, seed: int) -> None:
    """Of who was met identity and address hold; of members of a group everything that is due was asked."""
    dice, today = dice_for(seed, "seeing"), clock.today()
    for village, share in VILLAGES.items():
        for row in registry.find(manager, registry.Filters(area=village), size=60).rows:
            if dice.chance(share):
                due = list(FactGroup) if row.groups else list(ALWAYS_DUE)
                day = today - timedelta(days=dice.randint(3, 40))
                facts.confirm_many(by=manager, person=row.person, facts=due, on=day, how=How.VISIT)
