"""Houses: one row a house, however many hospitals number it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from sanam.domain.registry.incoming import IncomingAddress, IncomingHouse
from sanam.domain.registry.models import Household, HouseKey

_FILLABLE = ("house_id", "house_no", "road", "area_code", "latitude", "longitude", "volunteer_hint")


def take(houses: Sequence[IncomingHouse]) -> int:
    """Join houses on HOUSE_ID where there is one, else on village and house number; returns the rows applied."""
    keys = {
        (key.hospital, key.number): key.household
        for key in HouseKey.objects.filter(
            hospital__in={one.hospital for one in houses}, number__in=[one.number for one in houses]
        ).select_related("household")
    }
    known = _Known(houses)
    touched: dict[Any, Household] = {}
    new_keys = []
    for one in houses:
        household = keys.get((one.hospital, one.number)) or known.find(one) or known.add(one)
        if (one.hospital, one.number) not in keys:
            keys[one.hospital, one.number] = household
            new_keys.append(HouseKey(hospital=one.hospital, number=one.number, household=household))
        if _fill(household, one, known) and household not in known.new:
            touched[household.pk] = household
    Household.objects.bulk_create(known.new)
    Household.objects.bulk_update(touched.values(), _FILLABLE, batch_size=500)
    HouseKey.objects.bulk_create(new_keys)
    return len(houses)


def for_addresses(addresses: Iterable[IncomingAddress]) -> dict[tuple[str, str], Household]:
    """The houses of people by (hospital, pid), found or made; where one can be found counts before where registered."""
    wanted = sorted(addresses, key=lambda one: one.registered, reverse=True)
    houses = [IncomingHouse(one.hospital, "", one.house_id, one.house_no, "", one.area_code) for one in wanted]
    known = _Known(houses)
    found = {
        (address.hospital, address.pid): known.find(house) or known.add(house)
        for address, house in zip(wanted, houses, strict=True)
        if house.area_code
    }
    Household.objects.bulk_create(known.new)
    return found


class _Known:
    """Houses already in the registry that a chunk of rows may mean, and those the chunk adds."""

    def __init__(self, houses: Sequence[IncomingHouse]) -> None:
        self.new: list[Household] = []
        by_id = Q(house_id__in={one.house_id for one in houses if one.house_id})
        by_place = Q(
            area_code__in={one.area_code for one in houses if one.area_code},
            house_no__in={one.house_no for one in houses if one.house_no},
        )
        self._by_id: dict[str, Household] = {}
        self._by_place: dict[tuple[str, str], Household] = {}
        for household in Household.objects.filter(by_id | by_place).order_by("-id"):
            self._remember(household)

    def find(self, one: IncomingHouse) -> Household | None:
        if one.house_id and one.house_id in self._by_id:
            return self._by_id[one.house_id]
        at = self._by_place.get((one.area_code, one.house_no)) if one.house_no and len(one.area_code) == 8 else None
        # the same door in the same village, unless both name themselves and differ
        return at if at is None or not (at.house_id and one.house_id) else None

    def add(self, one: IncomingHouse) -> Household:
        household = Household(**{name: getattr(one, name) for name in _FILLABLE})
        self.new.append(household)
        self._remember(household)
        return household

    def id_taken(self, house_id: str) -> bool:
        return house_id in self._by_id

    def _remember(self, household: Household) -> None:
        if household.house_id:
            self._by_id[household.house_id] = household
        if household.house_no:
            self._by_place[household.area_code, household.house_no] = household


def _fill(household: Household, one: IncomingHouse, known: _Known) -> bool:
    """Fill what was blank and take what is said newly; never blank over a value."""
    changed = False
    for name in _FILLABLE:
        value = getattr(one, name)
        if name == "house_id" and (household.house_id or known.id_taken(value)):
            continue
        if value not in ("", None) and getattr(household, name) != value:
            setattr(household, name, value)
            changed = True
    return changed
