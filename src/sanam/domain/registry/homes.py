"""Houses and places as a hand writes them down: found or made, and within the seat's scope."""

from __future__ import annotations

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.registry.intake import residences
from sanam.domain.registry.intake.residences import Homes
from sanam.domain.registry.models import Household, Person


def begin(person: Person, *, since: str, source: str) -> None:
    """The first residence of a person somebody added: really there, the house register not yet seen."""
    if person.household:
        residences.keep({person: Homes(actual=person.household)}, {}, on=since, sources={person.pk: source})


def house_at(area_code: str, house_no: str) -> Household | None:
    """The house with this number in a village, made when nobody told of it before; none without a number."""
    if not house_no or len(area_code) != 8:
        return None
    same = Household.objects.filter(area_code=area_code, house_no=house_no).order_by("id").first()
    return same or Household.objects.create(area_code=area_code, house_no=house_no)


def check_place(by: Actor, area_code: str) -> None:
    """Raises NotAllowed for a place outside the seat's scope, BadInput for one that is none."""
    if not by.mandate.covers(area_code):
        raise NotAllowed(
            "registry.other_area",
            "พื้นที่นี้อยู่นอกขอบเขตของที่นั่ง เลือกหมู่บ้านในพื้นที่ของเรา",
            "That place is outside this seat's scope; choose a village within it.",
        )
    if len(area_code) < 6 or areas.place(area_code) is None:
        raise BadInput("registry.no_place", "เลือกหมู่บ้านหรือตำบล", "Choose a village or a sub-district.")


def door(household: Household | None, area_code: str = "") -> str:
    """A house as the history of a person names it: its number and its village."""
    return f"{household.house_no} {household.area_code}" if household else f" {area_code}" if area_code else ""
