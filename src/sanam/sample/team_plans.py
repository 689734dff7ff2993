"""The shapes in which the invented boards are written down; the names are those of the teams room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BodyPlan:
    """One body: its kind, names, the area codes it works in, and the body above it."""

    key: str
    kind: str
    name_th: str
    name_en: str
    areas: tuple[str, ...]
    parent: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationPlan:
    """One organisation; only hospitals have a hospital code."""

    key: str
    name_th: str
    name_en: str
    area: str
    hospital_code: str = ""


@dataclass(frozen=True, slots=True)
class MemberPlan:
    """One invented member: the name they sign in by, and their own."""

    username: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """One seat: body, leg, organisation, role, the areas of its mandate, titles, and who sits there.

    `deputy` stands in for the holder; `deputy_days` says for how many more days, 0 for no end.
    An empty `holder` is a vacant seat.
    """

    key: str
    body: str
    leg: str
    organisation: str
    role: str
    areas: tuple[str, ...]
    title_th: str
    title_en: str
    holder: str = ""
    deputy: str = ""
    deputy_days: int = 0


@dataclass(frozen=True, slots=True)
class HoldingPlan:
    """One member in one seat from a day, to a last day if it is known."""

    seat: str
    username: str
    kind: str
    from_on: date
    to_on: date | None
