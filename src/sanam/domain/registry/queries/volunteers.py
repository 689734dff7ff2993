"""Volunteers of houses: which houses have none, whom a file proposes, and how sure one can be who that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.thai.text import search_key
from sanam.domain.registry import access
from sanam.domain.registry.intake.source_rows import people_of
from sanam.domain.registry.models import Household, Identifier, Person
from sanam.domain.registry.names import without_title
from sanam.domain.registry.queries import due
from sanam.domain.registry.words import Sure
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Seat
from sanam.domain.teams.words import Can

HASHED = "#"
_OPEN = Q(volunteer_seat=None)
_PROPOSED = _OPEN & ~Q(volunteer_hint="") & ~Q(volunteer_hint=F("volunteer_declined"))


@dataclass(frozen=True, slots=True)
class Village:
    """The houses of a village in which somebody lives: how many, with a volunteer, with one only proposed."""

    area: str
    houses: int
    given: int
    proposed: int

    @property
    def without(self) -> int:
        """Houses for which nobody was ever named."""
        return self.houses - self.given - self.proposed


@dataclass(frozen=True, slots=True)
class Holder:
    """A seat that can be given houses, and who holds it; an empty name is a vacant seat."""

    seat: Seat
    name: str
    houses: Sequence[Household] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One volunteer a file names, as it names them, for which houses; whom that may be, and how sure it is."""

    hint: str
    houses: Sequence[Household]
    person: Person | None
    holder: Holder | None
    sure: Sure


@dataclass(frozen=True, slots=True)
class Care:
    """The houses of one village: proposals, houses without anybody, those who can be chosen with what they have."""

    proposals: list[Proposal]
    without: list[Household]
    holders: list[Holder]


def villages_of_houses(actor: Actor) -> list[Village]:
    """Every village this actor may give houses of, in one statement."""
    counted = (
        _houses(actor)
        .order_by()
        .values("area_code")
        .annotate(all=Count("pk"), given=Count("pk", filter=~_OPEN), proposed=Count("pk", filter=_PROPOSED))
    )
    return [
        Village(one["area_code"], one["all"], one["given"], one["proposed"]) for one in counted.order_by("area_code")
    ]


def care_of_houses(actor: Actor, area: str) -> Care:
    """The houses of one village, each with its volunteer, a proposal, or nobody; five statements at most."""
    houses = list(_houses(actor).filter(area_code=area).order_by("house_no", "id"))
    holders = _holders(area, houses) if houses else []
    proposed: dict[tuple[str, str], list[Household]] = defaultdict(list)
    for one in houses:
        if one.volunteer_seat_id is None and one.volunteer_hint not in ("", one.volunteer_declined):
            proposed[one.stamped_by, one.volunteer_hint].append(one)
    meant = _meant(actor, proposed)
    proposals = [_proposal(key[1], its, meant.get(key), holders) for key, its in proposed.items()]
    taken = {one.pk for its in proposed.values() for one in its}
    without = [one for one in houses if one.volunteer_seat_id is None and one.pk not in taken]
    return Care(
        sorted(proposals, key=lambda one: (list(Sure).index(one.sure), -len(one.houses), one.hint)), without, holders
    )


def houses_to_give(actor: Actor, ids: Collection[str]) -> list[Household]:
    """Those of these houses that this actor may give, in a settled order."""
    return list(_houses(actor).filter(pk__in=ids).order_by("house_no", "id"))


def _houses(actor: Actor) -> QuerySet[Household]:
    """Houses in which somebody lives whom this actor sees, for a seat that may give them to volunteers."""
    if actor.mandate.reach is not Reach.AREA or not actor.may(Can.CORRECT_PEOPLE):
        return Household.objects.none()
    lived_in = due.here(actor).filter(household__isnull=False).values("household")
    return Household.objects.filter(pk__in=lived_in)


def _holders(area: str, houses: Sequence[Household]) -> list[Holder]:
    seats = teams.volunteers_of(area)
    names = teams.holders_of(seats)
    return [
        Holder(seat, names.get(str(seat.pk), ""), [one for one in houses if one.volunteer_seat_id == seat.pk])
        for seat in seats
    ]


def _meant(actor: Actor, hints: Mapping[tuple[str, str], object]) -> dict[tuple[str, str], Person]:
    """The people whom hints name by a hospital's own number or a hashed national ID; only whom this actor sees."""
    found = people_of({key for key in hints if key[1].isdigit()}) if hints else {}
    hashed = [hint.removeprefix(HASHED) for _, hint in hints if hint.startswith(HASHED)]
    if hashed:
        begins = Q(pk__in=[])
        for hint in hashed:
            begins |= Q(lookup__startswith=hint)
        told = Identifier.objects.filter(begins).select_related("person").order_by("id")
        by_hash = {one.lookup[: len(hashed[0])]: one.person for one in told}
        found |= {key: by_hash[key[1][1:]] for key in hints if key[1][1:] in by_hash and key[1].startswith(HASHED)}
    seen = set(access.in_use(actor).filter(pk__in=[one.pk for one in found.values()]).values_list("pk", flat=True))
    return {key: one for key, one in found.items() if one.pk in seen}


def _proposal(hint: str, houses: Sequence[Household], person: Person | None, holders: Sequence[Holder]) -> Proposal:
    name = person.name if person else "" if hint.startswith(HASHED) else hint
    named = next((one for one in holders if one.name and _key(one.name) == _key(name)), None)
    if named:
        return Proposal(hint, houses, person, named, Sure.SURE if person else Sure.LIKELY)
    volunteers = [one for one in holders if one.name]
    if len(volunteers) == 1 and person is None and hint.isdigit():
        return Proposal(hint, houses, None, volunteers[0], Sure.ONLY)
    return Proposal(hint, houses, person, None, Sure.NO_SEAT)


def _key(name: str) -> str:
    """A name as two spellings of it are alike: without its title, spaces and tone marks."""
    first, *rest = name.split() or [""]
    bare = search_key(first)
    return "".join([without_title(bare) or bare, *(search_key(word) for word in rest)])
