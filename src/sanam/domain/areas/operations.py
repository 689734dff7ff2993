"""Deeds: villages are noted from the data that names them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.db import transaction

from sanam.domain.areas import queries
from sanam.domain.areas.models import Area
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.foundation.thai.text import sort_key
from sanam.domain.journal import operations as journal

NOTE = "areas.note"
_VILLAGE = re.compile(r"[0-9]{6}(?!00)[0-9]{2}")


@transaction.atomic
def note_villages(*, by: Actor, villages: Mapping[str, str]) -> int:
    """Note villages by their 8-digit code; a known one keeps its name, an unnamed one gets it. Returns the new ones."""
    if not (by.may(NOTE) or by.may("files.read_in")):
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
