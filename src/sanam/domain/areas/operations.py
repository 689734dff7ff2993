"""Deeds: villages are noted from the data that names them; a district's tile map is arranged by who keeps it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.db import transaction

from sanam.domain.areas import queries
from sanam.domain.areas.models import Area, MapPlace
from sanam.domain.areas.permissions import READS_IN, check_can_arrange_map
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.foundation.thai.text import sort_key
from sanam.domain.journal import operations as journal

NOTE = "areas.note"
MAP_ROWS, MAP_COLUMNS = 30, 3
"""A phone shows three columns of tiles with text that can be read."""
_VILLAGE = re.compile(r"[0-9]{6}(?!00)[0-9]{2}")


@transaction.atomic
def note_villages(*, by: Actor, villages: Mapping[str, str]) -> int:
    """Note villages by their 8-digit code; a known one keeps its name, an unnamed one gets it. Returns the new ones."""
    if not (by.may(NOTE) or by.may(READS_IN)):
        raise NotAllowed("areas.note", "ที่นั่งนี้เพิ่มหมู่บ้านไม่ได้", "This seat cannot add villages.")
    known = dict(Area.objects.filter(code__in=villages).values_list("code", "name_th"))
    fresh = [
        Area(code=code, name_th=name, sort_key=sort_key(name))
        for code, name in villages.items()
        if code not in known and _VILLAGE.fullmatch(code)
    ]
    Area.objects.bulk_create(fresh)
    for code in (code for code, name in villages.items() if name and known.get(code) == ""):
        Area.objects.filter(code=code).update(name_th=villages[code], sort_key=sort_key(villages[code]))
    if fresh:
        journal.record(by=by, did="areas.villages_noted", to="areas", details={"new": len(fresh)})
    queries.forget_names()
    return len(fresh)


@transaction.atomic
def arrange_map(*, by: Actor, district: str, places: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Say where sub-districts stand on the tile map, as {code: (row, column)}; none at all brings the rule back."""
    check_can_arrange_map(by, district)
    _check_places(district, places)
    before = queries.map_places(district)
    MapPlace.objects.filter(district=district).delete()
    MapPlace.objects.bulk_create(
        MapPlace(code=code, district=district, row=row, column=column) for code, (row, column) in places.items()
    )
    told = {"before": _told(before), "now": _told(places)}
    journal.record(by=by, did="areas.map_arranged", to=f"area:{district}", details=told)
    return dict(places)


def _check_places(district: str, places: Mapping[str, tuple[int, int]]) -> None:
    known = set(queries.children(district))
    if not known.issuperset(places):
        raise BadInput("areas.not_in_district", "ตำบลนี้ไม่อยู่ในอำเภอ", "That sub-district is not in this district.")
    if not all(1 <= row <= MAP_ROWS and 1 <= column <= MAP_COLUMNS for row, column in places.values()):
        raise BadInput(
            "areas.off_the_map",
            f"แถวนับ 1 ถึง {MAP_ROWS} ช่องนับ 1 ถึง {MAP_COLUMNS}",
            f"Rows are 1 to {MAP_ROWS}, columns 1 to {MAP_COLUMNS}.",
        )
    if len(set(places.values())) < len(places):
        raise BadInput(
            "areas.two_at_a_place", "มีสองตำบลอยู่ช่องเดียวกัน ขยับสักตำบล", "Two sub-districts stand at one place; move one."
        )


def _told(places: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    return {code: f"{row},{column}" for code, (row, column) in sorted(places.items())}
