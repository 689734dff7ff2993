"""Those who live in a house that a file now puts elsewhere, or calls by another number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.registry import names
from sanam.domain.registry.intake import footprints
from sanam.domain.registry.models import Batch, Conflict, Household, Person
from sanam.domain.registry.words import FactGroup

Door = tuple[str, str]
"""(village, house number)"""


def keep_who_was_seen_there(batch: Batch, moved: Sequence[Household], doors: Mapping[Any, Door]) -> None:
    """A house where somebody saw a person live stays where it was; what the file says is listed with that person."""
    by_pk: dict[Any, Household] = {household.pk: household for household in moved}
    seen = Person.objects.filter(household__in=by_pk, confirmations__fact=FactGroup.ADDRESS).order_by("id")
    disputes = []
    for person in seen:
        household = by_pk[person.household_id]
        kept, offered = doors[household.pk], (household.area_code, household.house_no)
        if kept != offered:
            at = {"kept": " ".join(reversed(kept)), "offered": " ".join(reversed(offered)), "at": clock.now()}
            disputes.append(Conflict(person=person, field="household_id", batch=batch, **at))
    Conflict.objects.bulk_create(disputes, ignore_conflicts=True)
    for dispute in disputes:
        household = by_pk[dispute.person.household_id]
        household.area_code, household.house_no = doors[household.pk]


def follow(batch: Batch, moved: Sequence[Household]) -> None:
    """Everybody in a house is found where the house is."""
    by_pk: dict[Any, Household] = {household.pk: household for household in moved}
    people = list(Person.objects.filter(household__in=by_pk))
    for person in people:
        household = by_pk[person.household_id]
        person.area_code = household.area_code or person.area_code
        names.index(person, household.house_no)
    footprints.change(batch, people, ["area_code", "search_text", "sort_key"])
