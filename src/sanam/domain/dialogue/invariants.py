"""What must always hold of rooms; `sanam verify all` asks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from sanam.domain.dialogue.answered import answers
from sanam.domain.dialogue.models import Exchange, Result, Ticket
from sanam.domain.dialogue.operations.tickets import KNOWN
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.journal import queries as journal


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("dialogue.results", "ผลของห้องนับใหม่ได้เท่าเดิม", "a room's result is what a recount gives", _results)
    must_hold("dialogue.closed", "ห้องที่ปิดแล้วมีผล", "a closed room has its result", _closed)
    must_hold("dialogue.forgotten", "ห้องที่จบแล้วไม่รู้จักใคร", "a room that ended knows nobody", _forgotten)


def _results() -> Iterator[Found]:
    """Each result against a recount, its digest against answers, cards and journal, and the common goals with it."""
    for kept in Result.objects.select_related("exchange").order_by("id").iterator():
        room = kept.exchange
        found = answers(room, kept.figures["legs"])
        told = [details for entry, details in journal.told_about([room.ref]) if entry.did == "room.closed"]
        # rooms closed before their cards were sealed too keep the digest they had
        digest = found.digest if any(one.get("with_cards") for one in told) else found.digest_of_answers
        right = {digest, *(one.get("sha256") for one in told)} == {kept.digest}
        right = right and alike(found.figures(), kept.figures)
        common = sorted(int(one.statement) for one in found.counted().common)
        right = right and _goals(room) == list(enumerate(common, 1)) and room.stage == RoomStage.CLOSED
        if not right:
            ref = room.ref
            yield Found(ref, f"นับ {ref} ใหม่แล้วไม่เท่าที่เก็บไว้", f"A recount of {ref} differs from what was kept.")


def _goals(room: Exchange) -> list[tuple[int, int]]:
    return list(room.common_goals.order_by("order").values_list("order", "statement__number"))


def _closed() -> Iterator[Found]:
    for room in Exchange.objects.filter(stage=RoomStage.CLOSED, result=None).order_by("id").iterator():
        yield Found(room.ref, f"{room.ref} ปิดแล้วแต่ไม่มีผล", f"{room.ref} is closed and has no result.")


def _forgotten() -> Iterator[Found]:
    """A room that ended keeps answers by leg: no name, no mark of a phone, no own code, nobody who helped whom."""
    ended = Exchange.objects.filter(stage__in=(RoomStage.CLOSED, RoomStage.CALLED_OFF))
    knows = Ticket.objects.filter(KNOWN, exchange=OuterRef("pk"))
    for room in ended.filter(Exists(knows)).order_by("id").iterator():
        yield Found(room.ref, f"{room.ref} จบแล้วแต่ยังรู้ว่าใคร", f"{room.ref} ended and still knows somebody.")


def alike(one: Any, other: Any) -> bool:
    """The same figures; the last bits of a float may differ between machines."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, float) and isinstance(other, float | int):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return bool(one == other)
