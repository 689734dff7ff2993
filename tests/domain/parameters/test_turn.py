"""parameters.turn: a dial moves within its bounds, by a rule, and says which."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from sanam.domain.foundation.actor import INSTALLATION, Actor, Mandate
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.parameters import operations, queries
from sanam.domain.parameters.catalogue import DIALS

pytestmark = pytest.mark.django_db
RULES: Actor = replace(INSTALLATION, mandate=Mandate(capabilities=frozenset({operations.TURN})))


def turn(value: float, name: str = "freshness.carer", by: Actor = RULES, label: str = "กติกาข้อ ๓ ฉบับที่ ๒") -> None:
    said = {"rule_label": label, "rule_label_en": "Rule 3, version 2"}
    operations.turn(by=by, name=name, value=value, rule_ref="rule_version:3", **said)


@pytest.mark.parametrize("name", DIALS)
def test_every_dial_starts_within_its_own_bounds_and_by_no_rule(name: str) -> None:
    dial, setting = DIALS[name], queries.values()[name]
    assert dial.lowest <= setting.value <= dial.highest
    assert (setting.value, setting.rule) == (dial.default, "")


def test_the_newest_turn_counts_and_names_its_rule() -> None:
    turn(4, label="กติกาข้อ ๓ ฉบับที่ ๑")
    turn(3)
    setting = queries.values()["freshness.carer"]
    assert setting == queries.Setting(3, "กติกาข้อ ๓ ฉบับที่ ๒", "Rule 3, version 2", "rule_version:3")
    assert (setting.said("th"), setting.said("en")) == ("กติกาข้อ ๓ ฉบับที่ ๒", "Rule 3, version 2")


@pytest.mark.parametrize("value", [True, "3", None])
def test_a_dial_takes_only_numbers(value: object) -> None:
    assert not DIALS["freshness.carer"].takes(value)


def test_the_dials_of_rules_are_bounded_as_agreed() -> None:
    dials = {name: dial for name, dial in DIALS.items() if name.startswith("rules.")}
    assert {name: (dial.lowest, dial.default, dial.highest) for name, dial in dials.items()} == {
        "rules.quorum": (0.75, 0.75, 1),
        "rules.second_call_days": (7, 10, 14),
        "rules.provisional_days": (30, 90, 90),
        "rules.first_review_months": (1, 6, 6),
        "rules.review_months": (1, 12, 12),
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("freshness.carer", 0),
        ("freshness.carer", 61),
        ("freshness.carer", 2.5),
        ("freshness.carer", math.nan),
        ("freshness.carer", math.inf),
        ("numbers.smallest_shown", 4),
        ("nothing.such", 1),
    ],
)
def test_out_of_bounds_is_refused_and_changes_nothing(name: str, value: float) -> None:
    before = queries.values()
    with pytest.raises(BadInput):
        turn(value, name)
    assert queries.values() == before


def test_a_share_may_be_a_fraction() -> None:
    turn(0.8, "freshness.ageing_from")
    assert queries.values()["freshness.ageing_from"].value == 0.8


def test_nobody_else_turns_a_dial() -> None:
    with pytest.raises(NotAllowed):
        turn(4, by=INSTALLATION)


@pytest.mark.parametrize("statement", ["UPDATE parameters_turn SET value = 1", "DELETE FROM parameters_turn"])
def test_a_turn_is_never_changed_or_lost(statement: str) -> None:
    turn(4)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert queries.values()["freshness.carer"].value == 4
