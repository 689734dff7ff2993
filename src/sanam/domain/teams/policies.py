"""Whether a body stands as it must, now: with too few seats filled, what needs the body waits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.teams.models import Body, Holding, Leg, Seat
from sanam.domain.teams.words import HoldingKind


@dataclass(frozen=True, slots=True)
class Shortage:
    """How many seats a body has filled of the fewest it needs, and the vacant ones by leg."""

    filled: int
    fewest: int
    vacant: tuple[tuple[Leg, int], ...]

    @property
    def missing(self) -> int:
        """How many more must be filled."""
        return max(0, self.fewest - self.filled)


def shortage(body: Body) -> Shortage:
    """How many seats somebody holds today, in their own right or acting, and where one stands empty; one statement."""
    seats = Seat.objects.filter(body=body, closed_on=None).annotate(filled=Exists(filling(OuterRef("pk"))))
    found = list(seats.select_related("leg").order_by("leg__order", "id"))
    empty = Counter(one.leg_id for one in found if not one.filled)
    legs = {one.leg_id: one.leg for one in found}
    vacant = tuple((legs[leg], many) for leg, many in empty.items())
    return Shortage(sum(one.filled for one in found), body.fewest_filled, vacant)


def filling(seat: OuterRef) -> QuerySet[Holding]:
    """Holdings that fill a seat today: a holder, or somebody acting; a deputy stands in for one who is there."""
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today)
    return lasting.filter(seat=seat, kind__in=(HoldingKind.HOLDER, HoldingKind.ACTING))


def is_frozen(body: Body) -> bool:
    """Whether the deeds that need this body wait: fewer seats are filled than it needs."""
    return body.fewest_filled > 0 and shortage(body).missing > 0


def check_quorate(body: Body) -> None:
    """Raises Refused while too few seats are filled, and says how many are missing, and in which leg."""
    short = shortage(body) if body.fewest_filled else None
    if short is None or not short.missing:
        return
    th = " ".join(f"ขา{leg.name_th} ว่าง {many}" for leg, many in short.vacant)
    en = ", ".join(f"{leg.name_en} {many}" for leg, many in short.vacant)
    raise Refused(
        "teams.frozen",
        f"{body.name_th} มีคนนั่ง {short.filled} ที่นั่ง ต้องมีอย่างน้อย {short.fewest} จึงตัดสินแทนทุกฝ่ายได้ "
        f"ยังขาดอีก {short.missing}" + (f" ({th})" if th else ""),
        f"{body.name_en} has {short.filled} seats filled and needs {short.fewest} before it decides for everybody: "
        f"{short.missing} missing" + (f" (vacant: {en})" if en else "") + ".",
        status=409,
        details={"filled": short.filled, "fewest": short.fewest, "missing": short.missing},
    )
