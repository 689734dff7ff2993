"""What a rule may close: a class of facts, to seats of a role. It only takes from what a mandate gives (ADR 32).

Each pair is a dial of `parameters` that stands at 0 or 1 and only rises, so that several rules together close whatever
any of them closes, and one that ends gives back what no other keeps. Roles that keep the register have no such dial,
and a seat that keeps it, whatever its role, is closed nothing: no rule can lock everybody out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import CharField, OuterRef, Value
from django.db.models.functions import Concat

from sanam.domain.foundation.actor import Mandate, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.parameters import catalogue, queries
from sanam.domain.parameters.catalogue import YES, Dial
from sanam.domain.teams.said import MARK_NAMES, Names
from sanam.domain.teams.words import ROLES, Can

CLOSABLE: Mapping[Privacy, Names] = {
    Privacy.INCOME: ("รายได้และสิทธิ", "income and rights"),
    Privacy.SENSITIVE: MARK_NAMES[Privacy.SENSITIVE],
}
"""The classes of facts a rule may close."""


def keeps_the_register(mandate: Mandate) -> bool:
    """Whether a mandate is that of a keeper: it sees everybody in its areas, and may correct what is known of them."""
    return mandate.reach is Reach.AREA and {Can.SEE_PEOPLE, Can.CORRECT_PEOPLE} <= mandate.capabilities


def dial_of(mark: Privacy, role: str) -> str:
    """The name of the dial that closes this class to seats of this role."""
    return f"closed.{mark}.{role}"


def register() -> None:
    """Offer the dials to rules."""
    catalogue.offer(_dial(mark, role) for mark in CLOSABLE for role in CLOSED_TO)


CLOSED_TO = tuple(
    name
    for name, role in ROLES.items()
    if not keeps_the_register(Mandate(capabilities=role.capabilities, reach=role.reach))
)
"""The roles a rule may close something to: all but those that keep the register."""


def columns(role: str) -> dict[str, Any]:
    """For a statement that reads seats: whether each class is closed to the role in this column."""
    return {f"closed_{mark}": queries.stands_at(_named(mark, role)) for mark in CLOSABLE}


def as_ruled(mandate: Mandate, row: Any) -> Mandate:
    """A mandate as far as rules in force leave it open, by a row that was read with `columns`."""
    if keeps_the_register(mandate):
        return mandate
    closed = {mark for mark in CLOSABLE if getattr(row, f"closed_{mark}")}
    return replace(mandate, closed=mandate.shown & closed)


def _named(mark: Privacy, role: str) -> Concat:
    return Concat(Value(dial_of(mark, "")), OuterRef(role), output_field=CharField())


def _dial(mark: Privacy, role: str) -> Dial:
    (th, en), whom = CLOSABLE[mark], ROLES[role]
    return Dial(
        dial_of(mark, role),
        f"ไม่แสดง{th} แก่ที่นั่ง {whom.th}",
        f"{en} not shown to seats of: {whom.en}",
        YES,
        *(0, 0, 1),
        only_rises=True,
    )
