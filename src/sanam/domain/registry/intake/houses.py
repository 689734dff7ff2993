"""Houses: one row a house, however many hospitals number it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Q

from sanam.domain.registry.incoming import IncomingAddress, IncomingHouse
from sanam.domain.registry.intake import dwellers, footprints
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, Household, HouseKey
from sanam.domain.registry.models.person import lookup_of

_FILLABLE = ("house_id", "house_no", "road", "area_code", "latitude", "longitude", "volunteer_hint")
_WRITTEN = (*_FILLABLE, "stamped_at", "stamped_by")


def take(batch: Batch, houses: Sequence[IncomingHouse]) -> int:
    """Join houses on HOUSE_ID where there is one, else on village and house number; returns the rows applied."""
    houses = [_sealed_hint(one) for one in houses]
    keys = by_key({(one.hospital, one.number) for one in houses})
    known = _Known(batch, houses)
    doors = {household.pk: _door(household) for household in [*keys.values(), *known.before]}
    touched: dict[Any, Household] = {}
    new_keys = []
    for one in houses:
        household = keys.get((one.hospital, one.number)) or known.find(one) or known.add(one)
        if (one.hospital, one.number) not in keys:
            keys[one.hospital, one.number] = household
            new_keys.append(HouseKey(hospital=one.hospital, number=one.number, household=household, batch=batch))
        if _fill(household, one, known) and household not in known.new:
            touched[household.pk] = household
    moved = [household for pk, household in touched.items() if _door(household) != doors[pk]]
    dwellers.keep_who_was_seen_there(batch, moved, doors)
    insert(known.new)
    footprints.change(batch, touched.values(), _WRITTEN)
    insert(new_keys)
    dwellers.follow(batch, moved)
    return len(houses)


def by_key(keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], Household]:
    """Houses by (hospital, number of its own)."""
    found = HouseKey.objects.filter(
        hospital__in={hospital for hospital, _ in keys}, number__in={number for _, number in keys if number}
    ).select_related("household")
    return {(key.hospital, key.number): key.household for key in found}


def for_addresses(batch: Batch, addresses: Iterable[IncomingAddress]) -> dict[IncomingAddress, Household]:
    """The house each of these rows names, found or made; a row that names no place has none."""
    named = {
        one: IncomingHouse(one.hospital, "", one.house_id, one.house_no, "", one.area_code)
        for one in addresses
        if one.area_code
    }
    known = _Known(batch, list(named.values()))
    found = {one: known.find(house) or known.add(house) for one, house in named.items()}
    insert(known.new)
    return found


class _Known:
    """Houses already in the registry that a chunk of rows may mean, and those the chunk adds."""

    def __init__(self, batch: Batch, houses: Sequence[IncomingHouse]) -> None:
        self._batch = batch
        self.new: list[Household] = []
        by_id = Q(house_id__in={one.house_id for one in houses if one.house_id})
        by_place = Q(
            area_code__in={one.area_code for one in houses if one.area_code},
            house_no__in={one.house_no for one in houses if one.house_no},
        )
        self._by_id: dict[str, Household] = {}
        self._by_place: dict[tuple[str, str], Household] = {}
        self.before = list(Household.objects.filter(by_id | by_place).order_by("-id"))
        for household in self.before:
            self.remember(household)

    def find(self, one: IncomingHouse) -> Household | None:
        if one.house_id and one.house_id in self._by_id:
            return self._by_id[one.house_id]
        at = self._by_place.get((one.area_code, one.house_no)) if one.house_no and len(one.area_code) == 8 else None
        # the same door in the same village, unless both name themselves and differ
        return at if at is None or not (at.house_id and one.house_id) else None

    def add(self, one: IncomingHouse) -> Household:
        said = {name: getattr(one, name) for name in _FILLABLE}
        household = Household(stamped_at=one.stamped_at, stamped_by=one.hospital, batch=self._batch, **said)
        self.new.append(household)
        self.remember(household)
        return household

    def id_taken(self, house_id: str) -> bool:
        return house_id in self._by_id

    def remember(self, household: Household) -> None:
        if household.house_id:
            self._by_id[household.house_id] = household
        if household.house_no:
            self._by_place[household.area_code, household.house_no] = household


def _fill(household: Household, one: IncomingHouse, known: _Known) -> bool:
    """Take what the newest export says and fill what was blank; never blank over a value. Equal stamps: by code."""
    newest = (one.stamped_at, one.hospital) >= (household.stamped_at, household.stamped_by)
    changed = False
    for name in _FILLABLE:
        value, old = getattr(one, name), getattr(household, name)
        if value in ("", None) or value == old or not (newest or old in ("", None)):
            continue
        if name == "house_id" and (old or known.id_taken(value)):
            continue
        setattr(household, name, value)
        changed = True
    known.remember(household)
    if newest and (one.stamped_at, one.hospital) != (household.stamped_at, household.stamped_by):
        household.stamped_at, household.stamped_by = one.stamped_at, one.hospital
        changed = True
    return changed


def _sealed_hint(one: IncomingHouse) -> IncomingHouse:
    """VHVID may be the volunteer's own national ID: that is kept as a keyed hash, enough to know them again by."""
    digits = one.volunteer_hint.replace("-", "").replace(" ", "")
    if len(digits) != 13 or not digits.isdigit():
        return one
    return replace(one, volunteer_hint=f"#{lookup_of(digits)[:48]}")


def _door(household: Household) -> dwellers.Door:
    return household.area_code, household.house_no
