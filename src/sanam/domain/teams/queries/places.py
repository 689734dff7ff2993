"""Reads: who may act as which seat today, and who a seat is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sanam.domain.foundation import clock, sealing
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate, Reach
from sanam.domain.foundation.refused import NotHere
from sanam.domain.teams import closing
from sanam.domain.teams.closing import as_ruled
from sanam.domain.teams.models import (
    Account,
    Body,
    Holding,
    Leg,
    Member,
    Organisation,
    RecoveryCode,
    Seat,
    SecondFactor,
    SignedIn,
)
from sanam.domain.teams.second_factor import is_wide
from sanam.domain.teams.words import VOLUNTEER, Can, HoldingKind


@dataclass(frozen=True, slots=True)
class Place:
    """A seat a member may act under today, and as what; `mandate` is the seat's as far as rules leave it open,
    `instead_of` who holds it, for those who stand in."""

    seat: Seat
    mandate: Mandate
    kind: HoldingKind
    until: date | None
    instead_of: str = ""

    def actor(self, *, member: UUID, via: str) -> Actor:
        """The Actor every deed of this member takes when done from this seat."""
        return Actor(
            kind=ActorKind.SEAT,
            ref=str(self.seat.id),
            label=f"{self.seat.title_th} · {self.seat.organisation.name_th}",
            mandate=self.mandate,
            member=str(member),
            via=via,
            label_en=f"{self.seat.title_en} · {self.seat.organisation.name_en}",
            role=self.seat.role,
            body=str(self.seat.body_id),
        )


def places(member: UUID) -> list[Place]:
    """The seats this member may act under today, own seats before stand-ins; one query."""
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today)
    holders = lasting.filter(seat=OuterRef("seat"), kind=HoldingKind.HOLDER).exclude(member=member).order_by("id")
    holdings = (
        lasting.filter(member_id=member)
        .filter(Q(seat__closed_on=None) | Q(seat__closed_on__gt=today))
        .annotate(**closing.columns("seat__role"))
        .annotate(holder=Subquery(holders.values("member__name")[:1]))
        .select_related("seat__organisation", "seat__leg", "seat__body")
        .order_by("id")
    )
    found = [
        Place(one.seat, as_ruled(one.seat.mandate, one), HoldingKind(one.kind), one.to_on, one.holder or "")
        for one in holdings
    ]
    return sorted(found, key=lambda place: place.kind != HoldingKind.HOLDER)


def seats_of_members(members: Iterable[str]) -> dict[str, list[str]]:
    """The open seats each member may act under today, by the member's id; one query for all of them."""
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today)
    open_now = lasting.filter(Q(seat__closed_on=None) | Q(seat__closed_on__gt=today), member__in=list(members))
    found: dict[str, list[str]] = {}
    for member, seat in open_now.order_by("id").values_list("member_id", "seat_id"):
        if str(seat) not in found.setdefault(str(member), []):
            found[str(member)].append(str(seat))
    return found


def seat(seat_id: str) -> Seat | None:
    """One open seat by its id, for a command's `--as`; None where there is none."""
    return Seat.objects.filter(id=seat_id, closed_on=None).select_related("organisation", "leg").first()


def seat_itself(seat_id: str, *, via: str = "") -> Actor | None:
    """A seat with nobody in it, as the Actor that asks what waits there; it has no member, so it changes nothing."""
    open_now = Seat.objects.filter(id=seat_id, closed_on=None).select_related("organisation")
    found = open_now.annotate(**closing.columns("role")).first()
    if found is None:
        return None
    label = f"{found.title_th} · {found.organisation.name_th}"
    who = {"ref": str(found.pk), "label": label, "role": found.role, "body": str(found.body_id)}
    return Actor(kind=ActorKind.SEAT, mandate=as_ruled(found.mandate, found), via=via, **who)


def seats() -> QuerySet[Seat]:
    """Every open seat with its body, leg and organisation, in a settled order."""
    return (
        Seat.objects.filter(closed_on=None)
        .select_related("body", "leg", "organisation")
        .order_by("body__name_th", "leg__order", "title_th", "id")
    )


def leg(body: Body, name_th: str) -> Leg:
    """The leg of a body by its Thai name."""
    return Leg.objects.get(body=body, name_th=name_th, to_on=None)


def legs(body: Body) -> list[Leg]:
    """The legs of a body that have not ended, in their order."""
    return list(Leg.objects.filter(body=body, to_on=None).order_by("order"))


def body(body_id: str) -> Body:
    """One body; raises NotHere."""
    found = Body.objects.filter(id=body_id).first()
    if found is None:
        raise NotHere("teams.no_such_body", "ไม่พบคณะนี้", "There is no such body.")
    return found


def bodies() -> QuerySet[Body]:
    """Every body, in a settled order."""
    return Body.objects.order_by("kind", "name_th")


def seat_titles(seat_refs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Thai and English titles of seats, closed ones too: a look in the log keeps its name."""
    # the installation acts too, and is no seat
    refs = {ref for ref in seat_refs if len(ref) == len(str(UUID(int=0)))}
    found = Seat.objects.filter(id__in=refs).select_related("organisation")
    return {
        str(one.id): (
            f"{one.title_th} · {one.organisation.name_th}",
            f"{one.title_en} · {one.organisation.name_en}",
        )
        for one in found
    }


def seats_of_hospital(hospital_code: str) -> QuerySet[Seat]:
    """The open seats of the organisation with this hospital code."""
    return seats().filter(organisation__hospital_code=hospital_code)


def shared_seats(organisations: Iterable[UUID] | None = None) -> list[Seat]:
    """The open seats that see people by their consent, of these organisations or of all."""
    found = seats().filter(reach=Reach.SHARED.value)
    return list(found if organisations is None else found.filter(organisation__in=list(organisations)))


def keepers_of(area_code: str) -> list[Seat]:
    """The open seats that keep the register of a place: they may correct people there."""
    return [
        one
        for one in seats()
        if one.reach == Reach.AREA and Can.CORRECT_PEOPLE in one.capabilities and one.mandate.covers(area_code)
    ]


def acting(member: str, seat_ref: str, *, via: str) -> Actor | None:
    """A member as the Actor of one of the seats they may act under today; None once they no longer may."""
    found = [place for place in places(UUID(member)) if str(place.seat.id) == seat_ref] if member else []
    return found[0].actor(member=UUID(member), via=via) if found else None


def account_of(username: str) -> Account | None:
    """The account with this user name, with its member."""
    return Account.objects.filter(username=username).select_related("member").first()


def account(account_id: int) -> Account | None:
    """One account by its number, with its member."""
    return Account.objects.filter(id=account_id).select_related("member").first()


def hospitals() -> dict[str, str]:
    """Where each hospital we know stands: {hospital code: area code}."""
    return dict(Organisation.objects.exclude(hospital_code="").values_list("hospital_code", "area_code"))


def holders_of(seats: Iterable[Seat]) -> dict[str, str]:
    """Who holds each of these seats today, by the seat's id; a vacant one is not in it."""
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today, kind=HoldingKind.HOLDER)
    held = lasting.filter(seat__in=[one.pk for one in seats]).order_by("-id").values_list("seat_id", "member__name")
    return {str(seat): name for seat, name in held}


def members_holding(seats: Iterable[Seat]) -> dict[UUID, UUID]:
    """The member who holds each of these seats today, by the seat's id; a vacant one is not in it."""
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today, kind=HoldingKind.HOLDER)
    held = lasting.filter(seat__in=[one.pk for one in seats]).order_by("-id")
    return dict(held.values_list("seat_id", "member_id"))


def volunteers_of(area_code: str) -> list[Seat]:
    """The open seats of village volunteers who look after houses of a place."""
    return [
        one
        for one in seats().filter(role=VOLUNTEER, reach=Reach.ASSIGNED)
        if Can.SEE_PEOPLE in one.capabilities and one.mandate.covers(area_code)
    ]


def organisation(organisation_id: str) -> Organisation | None:
    """One organisation by its id; None where there is none."""
    return Organisation.objects.filter(id=organisation_id).first()


def organisations() -> QuerySet[Organisation]:
    """Every organisation we know, in the order of their Thai names."""
    return Organisation.objects.order_by("name_th", "id")


def member_name(member: str) -> str:
    """What a member is called, for the foot of a paper they print; empty where no member acts."""
    found = Member.objects.filter(id=member).values_list("name", flat=True).first() if member else None
    return found or ""


def devices(account: Account) -> list[SignedIn]:
    """Where an account is signed in now, the newest first; for its owner."""
    lasting = SignedIn.objects.filter(account=account, expire_date__gt=clock.now())
    return list(lasting.defer("session_data").order_by("-seen_at", "-since", "ref"))


def secret_begun(account: Account) -> bytes | None:
    """The secret of a second factor that was begun and is not on yet; once it is on, nobody reads it again."""
    if account.second_factor_at:
        return None
    sealed = SecondFactor.objects.filter(account=account).values_list("sealed", flat=True).first()
    return sealing.decrypt(bytes(sealed)) if sealed else None


def wide_by_password_alone() -> int:
    """How many members sit where a whole district is seen, and sign in without a second factor."""
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today, seat__closed_on=None)
    alone = lasting.filter(member__account__second_factor_at=None, member__account__is_active=True)
    return len({one.member_id for one in alone.select_related("seat") if is_wide(one.seat.mandate)})


def codes_left(account: Account) -> int:
    """How many recovery codes are still good."""
    return RecoveryCode.objects.filter(account=account, used_at=None).count()


def hospital_names() -> dict[str, tuple[str, str]]:
    """The names of organisations that are hospitals, by their code: (Thai, English)."""
    named = Organisation.objects.exclude(hospital_code="").values_list("hospital_code", "name_th", "name_en")
    return {code: (th, en or th) for code, th, en in named}
